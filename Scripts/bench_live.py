#!/usr/bin/env python3
"""Measures `standpoint serve`: from the start of a save to the last byte of the page that shows it.

Writes a file in place and requests its page at once over a persistent connection; the answer must contain the edit.
Each kind of edit is made on reports chosen with a fixed seed, and undone before the next one.
Uses the standard library only.
"""

import argparse
import http.client
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
from bench import PROFILE, ROOT, Failure, quietly, tell  # noqa: E402  (the line above must come first)

# Targets for the median of each kind of edit at 10,000 reports, in milliseconds.
BARS = {"a sentence of prose": 30, "a cell's words": 100, "a cell's stance": 100, "a cell filled in": 100}


def insert(text, place, words):
    return text[:place] + words + text[place:]


def prose(text, mark):
    """A sentence at the end of the first paragraph."""
    start = text.index("\n---\n", 4) + len("\n---\n\n")
    return insert(text, text.index("\n\n", start), f" {mark}.")


def last_cell(text):
    """Start of the last cell in the first body row of a table, and the end of its text; None if it is empty."""
    found = re.search(r"(?m)^\|(?: ?:?-+:? ?\|){3,}\n\|.*\| ([^|\n]*[^|\s—]) \|$", text)
    return (found.start(1), found.end(1)) if found else None


def words(text, mark):
    cell = last_cell(text)
    return insert(text, cell[1], f" {mark}") if cell else None


def stance(text, mark):
    cell = last_cell(text)
    return insert(insert(text, cell[1], f" {mark}"), cell[0], "[++] ") if cell else None


def filled(text, mark):
    """A silent party takes a position."""
    return text.replace("| — |", f"| [+] {mark} |", 1) if "| — |" in text else None


EDITS = {"a sentence of prose": prose, "a cell's words": words, "a cell's stance": stance, "a cell filled in": filled}


class Preview:
    """A running preview of a site, and one connection to it."""

    def __init__(self, tool, site):
        self.log = tempfile.TemporaryFile("w+")
        start = time.monotonic()
        self.process = subprocess.Popen(
            [tool, "serve", site, "--port", "18080"], stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = self.process.stdout.readline()
        self.start = time.monotonic() - start
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        if not found:
            self.log.seek(0)
            raise Failure(f"the preview did not start:\n{self.log.read()}")
        self.connection = http.client.HTTPConnection("127.0.0.1", int(found.group(1)), timeout=60)

    def page(self, path):
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        return answer.status, answer.read()

    def end(self):
        self.connection.close()
        self.process.terminate()
        self.process.wait()
        self.log.close()


def save_and_see(preview, file, text, mark):
    """Milliseconds from before the file is opened until the whole page has arrived."""
    address = "/reports/" + re.sub(r"^\d{4}-\d{2}-\d{2}-", "", file.stem) + "/"
    start = time.monotonic()
    file.write_text(text, encoding="utf-8")
    status, page = preview.page(address)
    taken = (time.monotonic() - start) * 1_000
    if status != 200 or mark.encode() not in page:
        raise Failure(f"{address} returned {status} and does not show the change in {file}")
    return taken


def measure(preview, files, edit, runs, choice):
    taken = []
    while len(taken) <= runs:
        file = choice.choice(files)
        old = file.read_text(encoding="utf-8")
        mark = f"Mark{choice.randrange(10**9)}"
        new = edit(old, mark)
        if new is None:
            continue
        taken.append(save_and_see(preview, file, new, mark))
        file.write_text(old, encoding="utf-8")
        preview.page("/")
    return taken[1:]  # the first warms up


def report(taken, reports):
    print(f"\nFrom save to the whole page, in milliseconds; {reports:,} reports, {os.cpu_count()} cores.\n")
    print(f"{'':24}{'median':>8}{'max':>8}")
    met = True
    for name, times in taken.items():
        median = statistics.median(times)
        judged = ""
        if reports == 10_000:
            judged = f"  {'met' if median <= BARS[name] else 'MISSED'}: at most {BARS[name]}"
            met = met and median <= BARS[name]
        print(f"{name:24}{median:8.1f}{max(times):8.1f}{judged}")
    return met


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--reports", type=int, default=10_000, metavar="N", help="default: 10000")
    parser.add_argument("--runs", type=int, default=25, metavar="N", help="edits of each kind (default: 25)")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if a target is missed")
    parser.add_argument("--tool", type=Path, default=ROOT / ".build/release/standpoint", help="the binary to measure")
    parser.add_argument(
        "--kit", type=Path, default=Path(os.environ.get("BENCH_KIT", ROOT.parent / "shared/bench")), metavar="FOLDER",
        help="contains make_corpus.py (default: $BENCH_KIT, or ../shared/bench)",
    )
    parser.add_argument("--ram-disk", type=Path, default=Path("/dev/shm"), metavar="FOLDER", help="default: /dev/shm")
    return parser.parse_args()


def main():
    options = arguments()
    try:
        if not (options.kit / "make_corpus.py").is_file():
            raise Failure(f"{options.kit} does not contain make_corpus.py; set its folder with --kit FOLDER or BENCH_KIT")
        with tempfile.TemporaryDirectory(prefix="standpoint-bench-", dir=options.ram_disk) as folder:
            content = Path(folder) / "Content"
            tell(f"writing {options.reports:,} reports")
            quietly(
                [sys.executable, options.kit / "make_corpus.py", "--reports", str(options.reports), "--out", content],
                "no corpus")
            (content / "site.yml").write_text(PROFILE, encoding="utf-8")
            files = sorted((content / "reports").rglob("*.md"))
            preview = Preview(options.tool, folder)
            tell(f"the preview was ready after {preview.start:.1f} s")
            try:
                choice = random.Random(1)
                taken = {name: measure(preview, files, edit, options.runs, choice) for name, edit in EDITS.items()}
            finally:
                preview.end()
        return 0 if report(taken, options.reports) or not options.strict else 1
    except Failure as failure:
        print(f"bench: {failure}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
