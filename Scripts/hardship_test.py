#!/usr/bin/env python3
"""Runs the tool under hardship, and fails if it crashes, leaves half a site or misses a change: clocks that go backwards, a full disk,
places that cannot be written, files that change, vanish or turn into folders while they are read, and several builds at once.

  Scripts/hardship_test.py                   everything
  Scripts/hardship_test.py --short           fewer rounds
  Scripts/hardship_test.py --only disk       the hardships whose names contain a word

The full disk is a small tmpfs, which only root can mount; without root it is skipped, and a line says so. Uses the standard library only.
"""

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
from attack_test import free_port, report  # noqa: E402
from kill_test import is_temporary  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60


class Fault(Exception):
    pass


class Skipped(Exception):
    pass


class Place:
    """A folder with a site, and the tool."""

    def __init__(self, tool, folder):
        self.tool, self.folder = tool, folder
        self.site = folder / "site"
        # A command that runs the tool, with its arguments.
        self.wrapper = []
        self.make()

    def make(self, reports=40):
        (self.site / "Content/reports").mkdir(parents=True)
        (self.site / "Content/site.yml").write_text("title: A site\nsearch: off\n")
        for number in range(reports):
            (self.site / f"Content/reports/report-{number}.md").write_text(report(number))
        (self.site / "Content/reports/picture.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
        (self.site / "Content/reports/report-0.md").write_text(report(0) + "\n![Picture](picture.svg)\n")

    def start(self, *arguments, **settings):
        return subprocess.Popen(
            [*self.wrapper, self.tool, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=dict(os.environ, SWIFT_BACKTRACE="enable=no"), **settings)

    def end(self, process, allowed=(0,)):
        output, errors = process.communicate(timeout=600)
        if process.returncode not in allowed:
            raise Fault(f"exits with {process.returncode}: {errors.decode(errors='replace')[-500:]}")
        return output.decode(errors="replace") + errors.decode(errors="replace")

    def build(self, *arguments, allowed=(0,)):
        return self.end(self.start("build", self.site, *arguments), allowed)

    def page(self, number, output=None):
        return (output or self.site / "Public") / f"reports/report-{number}/index.html"

    def state(self, folder=None):
        top = folder or self.site / "Public"
        return {str(path.relative_to(top)): hashlib.sha256(path.read_bytes()).hexdigest()
                for path in sorted(top.rglob("*")) if path.is_file()}

    def require_clean(self):
        left = [path for path in self.folder.rglob("*") if is_temporary(path, self.folder)]
        if left:
            raise Fault(f"something temporary is left: {', '.join(map(str, left[:4]))}")


def set_time(path, year):
    instant = time.mktime((year, 1, 1, 0, 0, 0, 0, 0, 0))
    os.utime(path, (instant, instant))


# Hardships


def clocks(place, options):
    """Files and a built site from the future and the past: each build shows what the files hold."""
    place.build()
    for year in (2099, 1990, 2037, 1980):
        word = f"y{year}"
        path, picture = place.site / "Content/reports/report-1.md", place.site / "Content/reports/picture.svg"
        path.write_text(report(1, word))
        # Of the same length and time as before.
        picture.write_text(f"<svg xmlns='http://www.w3.org/2000/svg' id='a{year}'/>")
        for file in [*place.site.rglob("*")]:
            set_time(file, year)
        place.build()
        if word not in place.page(1).read_text():
            raise Fault(f"a change of {year} is not built")
    picture.write_text("<svg xmlns='http://www.w3.org/2000/svg' id='b1980'/>")
    set_time(picture, 1980)
    place.build()
    copies = list((place.site / "Public").rglob("picture*.svg"))
    if not copies or copies[0].read_bytes() != picture.read_bytes():
        raise Fault("a picture with an old time is not copied again")


def clocks_of_the_preview(place, options):
    """The same while the preview runs, with changes that the system tells and with those that it must look for."""
    for mode in ([], ["--poll"]):
        port = free_port()
        process = place.start("serve", place.site, "--port", port, *mode)
        try:
            wait_for(port, b"Report 1", process)
            for year in (2099, 1990, 2037, 1980):
                word = f"p{year}{len(mode)}"
                path = place.site / "Content/reports/report-1.md"
                path.write_text(report(1, word))
                set_time(path, year)
                wait_for(port, word.encode(), process)
        finally:
            process.terminate()
            process.communicate()


def system_clock(place, options):
    """The clock of the machine goes backwards between builds and editions, and while a preview runs."""
    if not shutil.which("faketime"):
        raise Skipped("faketime is not installed")
    clock = place.folder / "clock"
    # The tool reads the faked time from the file at each question, so that a running preview sees the clock change.
    place.wrapper = [
        "faketime", "-f", "+0", "env", "-u", "FAKETIME", f"FAKETIME_TIMESTAMP_FILE={clock}", "FAKETIME_NO_CACHE=1",
        "FAKETIME_DONT_FAKE_MONOTONIC=1"]
    path = place.site / "Content/reports/report-1.md"

    def turn(year):
        clock.write_text(f"@{year}-01-02 03:04:05\n")
        path.write_text(report(1, f"y{year}"))
        return f"y{year}"

    for year in (2044, 2036, 2031):
        word = turn(year)
        place.build()
        if word not in place.page(1).read_text():
            raise Fault(f"a build in {year} does not show what changed")
        place.end(place.start("edition", f"of-{year}", place.site))
        place.build()
    place.require_clean()
    port = free_port()
    process = place.start("serve", place.site, "--port", port, start_new_session=True)
    try:
        for year in (2045, 2035, 2031):
            wait_for(port, turn(year).encode(), process)
    finally:
        # faketime waits for the tool and does not pass signals on.
        os.killpg(process.pid, signal.SIGTERM)
        process.communicate()


def wait_for(port, word, process):
    end = time.monotonic() + PATIENCE
    while True:
        try:
            if word in urllib.request.urlopen(f"http://127.0.0.1:{port}/reports/report-1/", timeout=PATIENCE).read():
                return
        except OSError:
            pass
        if process.poll() is not None:
            raise Fault(f"the preview ended with {process.returncode}")
        if time.monotonic() > end:
            raise Fault(f"the preview does not show {word.decode()}")
        time.sleep(0.05)


def full_disk(place, options):
    """A small disk: a build, an edition, an export and an import that do not fit leave everything as it was."""
    disk = place.folder / "disk"
    disk.mkdir()
    if os.geteuid() != 0 or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(disk)], capture_output=True).returncode:
        raise Skipped("only root can mount a small disk")
    try:
        shutil.copytree(place.site, disk / "site")
        place.site = disk / "site"
        place.build()
        old = place.state()
        rest = os.statvfs(disk)
        for share in (0.2, 0.5, 0.8, 0.95, 1):
            filler = disk / "filler"
            try:
                filler.write_bytes(bytes(int(rest.f_bavail * rest.f_bsize * share)))
            except OSError:
                pass
            # Of the same length as before, and at its place.
            with open(place.site / "Content/reports/report-2.md", "r+") as file:
                file.write(report(2, f"share{share:.2f}"))
            for arguments in (["build", place.site], ["edition", f"e{int(share * 100)}", place.site],
                              ["export", place.site, "--output", disk / "out.csv"],
                              ["export", place.site, "--format", "sqlite", "--output", disk / "out.db"]):
                process = place.start(*arguments)
                text = place.end(process, allowed=(0, 1, 2, 73, 74))
                if process.returncode and "full" not in text:
                    raise Fault(f"“{arguments[0]}” on a full disk only says: {text[-300:]}")
            filler.unlink()
            new = place.state()
            if new != old and f"share{share:.2f}" not in place.page(2).read_text():
                raise Fault("the site is neither the old nor the new one")
            old = new
        place.build()
        if "share1.00" not in place.page(2).read_text():
            raise Fault("with room again, the site is not built")
        place.require_clean()
    finally:
        subprocess.run(["umount", "-l", str(disk)], capture_output=True)


def read_only_places(place, options):
    """Folders that cannot be written, and a file that cannot be read: an error that names them, and nothing else changes."""
    if os.geteuid() == 0 and not shutil.which("setpriv"):
        raise Skipped("setpriv is missing")
    place.build()
    old = place.state()
    for path in [place.folder, *place.folder.rglob("*")]:
        os.chown(path, 65534, 65534)
    os.chmod(place.folder, 0o755)
    as_nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
    tool = place.folder / "tool"
    shutil.copy(place.tool, tool)
    os.chmod(tool, 0o755)
    for path, mode in ((place.site, 0o555), (place.site / "Public", 0o555), (place.site / "Content/reports/report-3.md", 0),
                       (place.site / "Content/reports", 0), (place.site / ".standpoint", 0o555)):
        if not path.exists():
            continue
        before = path.stat().st_mode
        path.chmod(mode)
        run = subprocess.run([*as_nobody, str(tool), "build", str(place.site)], capture_output=True, text=True,
                             env=dict(os.environ, HOME="/nonexistent", SWIFT_BACKTRACE="enable=no"))
        path.chmod(before)
        if run.returncode < 0 or run.returncode > 128:
            raise Fault(f"{path.name} without permission: {run.returncode}: {run.stderr[-300:]}")
        if run.returncode and "permission" not in run.stderr.lower() and "cannot" not in run.stderr.lower():
            raise Fault(f"{path.name} without permission: {run.stderr[-300:]}")
        if place.state() != old:
            raise Fault(f"{path.name} without permission: the site changed")
    place.require_clean()


def changing_files(place, options):
    """Files that change, vanish, turn into folders and links and come back while a site is built."""
    place.build()
    chance, going = random.Random(3), True
    files = [place.site / f"Content/reports/report-{number}.md" for number in range(0, 40, 4)]
    files += [place.site / "Content/reports/picture.svg", place.site / "Content/site.yml"]
    kept = {path: path.read_bytes() for path in files}

    def disturb():
        while going:
            path = chance.choice(files)
            action = chance.choice([0, 1, 2, 3, 4])
            time.sleep(chance.random() * 0.03)
            try:
                if path.is_dir() and not path.is_symlink():
                    path.rmdir()
                else:
                    path.unlink(missing_ok=True)
                if action == 1:
                    path.mkdir()
                elif action == 2:
                    path.symlink_to("/etc/passwd")
                elif action == 3:
                    path.write_bytes(kept[path][: chance.randrange(len(kept[path]))])
                time.sleep(chance.random() * 0.01)
                if path.is_dir() and not path.is_symlink():
                    path.rmdir()
                path.unlink(missing_ok=True)
                path.write_bytes(kept[path])
            except OSError:
                continue

    thread = threading.Thread(target=disturb)
    thread.start()
    built, rounds = 0, 10 if options.short else 60
    try:
        for _ in range(rounds):
            process = place.start("build", place.site)
            place.end(process, allowed=(0, 1, 2, 74))
            built += process.returncode == 0
            text = place.page(1).read_text()
            if not text.rstrip().endswith("</html>") or "root:" in text:
                raise Fault("a page is not whole")
            if any(b"root:x:" in path.read_bytes() for path in (place.site / "Public").rglob("*") if path.is_file()):
                raise Fault("a page has the text of a file outside the site")
    finally:
        going = False
        thread.join()
    for path, text in kept.items():
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
        path.write_bytes(text)
    place.build()
    place.require_clean()
    print(f"  {built} of {rounds} builds succeeded")


def builds_at_once(place, options):
    """Two and five builds of one site at once, with an export and an edition among them: the site is whole, and nothing is left."""
    place.build()
    whole = place.state()
    for count in (2, 5):
        for round in range(1 if options.short else 5):
            processes = [place.start("build", place.site) for _ in range(count)]
            processes.append(place.start("export", place.site, "--output", place.folder / "out.csv"))
            for process in processes:
                place.end(process, allowed=(0, 1, 2, 75))
            if all(process.returncode for process in processes[:-1]):
                raise Fault(f"none of {count} builds at once succeeds")
            if place.state() != whole:
                raise Fault(f"after {count} builds at once, the site differs")
            place.require_clean()


HARDSHIPS = [clocks, clocks_of_the_preview, system_clock, full_disk, read_only_places, changing_files, builds_at_once]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", default=str(ROOT / ".build/release/standpoint"))
    parser.add_argument("--short", action="store_true", help="fewer rounds")
    parser.add_argument("--only", default="", help="only hardships whose names contain this")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    began, faults, count = time.monotonic(), 0, 0
    for hardship in HARDSHIPS:
        name = hardship.__name__.replace("_", " ")
        if options.only not in name:
            continue
        start, scratch = time.monotonic(), Path(tempfile.mkdtemp(prefix="standpoint-hardship-"))
        count += 1
        try:
            hardship(Place(str(Path(options.tool).resolve()), scratch), options)
            result = "fine"
        except Skipped as reason:
            result = f"skipped, because {reason}"
        except Fault as fault:
            faults += 1
            result = f"FAULT: {fault}"
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
        print(f"{name}: {result} ({time.monotonic() - start:.0f} s)", flush=True)
    print(f"{count} hardships, {faults} faults, {time.monotonic() - began:.0f} s")
    sys.exit(1 if faults or not count else 0)


if __name__ == "__main__":
    main()
