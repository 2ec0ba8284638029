"""Packs the binary of `make dist` as a wheel for PyPI, so that pip and pipx install it without Swift.

    wheel.py DIST OUT          DIST: what Scripts/dist wrote; prints the path of the wheel in OUT

The wheel holds the binary as a script, a second name for it, the manual page and the completions. It is tagged for the oldest glibc that has every
symbol that the binary needs. `wheel pack`, of the Python Packaging Authority, writes the list of files and the archive.
"""

import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile

NAME = "standpoint-briefing"
ROOT = pathlib.Path(__file__).resolve().parent.parent


def main():
    dist, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    binary = dist / "bin/standpoint"
    version = subprocess.run([binary, "--version"], check=True, capture_output=True, text=True).stdout.strip()
    stem = f"{NAME.replace('-', '_')}-{version}"
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        root = pathlib.Path(scratch) / stem
        scripts, info = root / f"{stem}.data/scripts", root / f"{stem}.dist-info"
        scripts.mkdir(parents=True)
        (info / "licenses").mkdir(parents=True)
        shutil.copy2(binary, scripts / "standpoint")
        # `pipx run` starts the command that is called like the package.
        launcher = scripts / NAME
        launcher.write_text('#!/bin/sh\nexec "$(dirname "$0")/standpoint" "$@"\n')
        launcher.chmod(0o755)
        shutil.copytree(dist / "share", root / f"{stem}.data/data/share")
        shutil.copy2(ROOT / "LICENSE", info / "licenses/LICENSE")
        (info / "METADATA").write_text(metadata(version))
        (info / "WHEEL").write_text(
            f"Wheel-Version: 1.0\nGenerator: standpoint\nRoot-Is-Purelib: false\nTag: py3-none-{tag(binary)}\n")
        done = subprocess.run([sys.executable, "-m", "wheel", "pack", root, "--dest-dir", out],
                              check=True, capture_output=True, text=True)
        sys.stderr.write(done.stderr)
    print(out / f"{stem}-py3-none-{tag(binary)}.whl")


def tag(binary):
    """The platform: manylinux with the newest glibc of which the binary needs a symbol (PEP 600)."""
    symbols = subprocess.run(["objdump", "-T", binary], check=True, capture_output=True, text=True).stdout
    versions = {tuple(map(int, found.split("."))) for found in re.findall(r"GLIBC_(\d+\.\d+)", symbols)}
    major, minor = max(versions)
    return f"manylinux_{major}_{minor}_{platform.machine()}"


def metadata(version):
    return f"""Metadata-Version: 2.4
Name: {NAME}
Version: {version}
Summary: Turn a folder of Markdown reports into a briefing site that knows who stands where
License-Expression: Apache-2.0
License-File: LICENSE
Requires-Python: >=3.8
Classifier: Environment :: Console
Classifier: Operating System :: POSIX :: Linux
Description-Content-Type: text/markdown

{(ROOT / "README.md").read_text()}"""


if __name__ == "__main__":
    main()
