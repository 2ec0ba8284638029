#!/usr/bin/env python3
"""Builds sites in which every field of every input holds hostile text, and judges every output with independent parsers.

  hostile.py TOOL [ROUNDS]

In each round, each field holds another one of the payloads; with as many rounds as there are payloads (the default is 6), each
field has held each of them. HTML is read by html5lib, XML by expat, JSON and CSV by Python, citations and Markdown by pandoc.
What they find is compared with a site of the same form whose texts are harmless: hostile text adds no element, attribute, script,
address, rule or record. Prints what is wrong on standard error, and exits with 1.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hostility.judge import Judge
from hostility.sites import change_site, make_site, unsafe_link, write
from hostility.texts import PAYLOADS


class Round:
    def __init__(self, tool, scratch, number, baseline=None):
        self.tool, self.number = tool, number
        self.folder = scratch / f"site-{number}"
        self.judge = Judge(baseline)
        self.host = "netlify" if number is None or number % 2 else "cloudflare-pages"

    def run(self, *arguments):
        run = subprocess.run([self.tool, *map(str, arguments)], capture_output=True, cwd=self.folder)
        output, errors = run.stdout.decode("utf-8", "replace"), run.stderr.decode("utf-8", "replace")
        self.judge.controls(" ".join(map(str, arguments[:2])), errors)
        if run.returncode:
            lines = [line for line in errors.splitlines() if "error:" in line] or [errors[:1500]]
            self.judge.fault(" ".join(map(str, arguments)), f"exits with {run.returncode}: {' / '.join(lines[:3])}")
        return output

    def data(self, *arguments):
        """What a command prints as JSON; nothing if it is not JSON."""
        try:
            return json.loads(self.run(*arguments))
        except ValueError as error:
            self.judge.fault(" ".join(map(str, arguments)), f"prints what is not JSON: {error}")
            return []

    def tame(self, now):
        """Removes what a build refuses, such as an address that is not safe, from the lines that its errors name."""
        for _ in range(5):
            run = subprocess.run([self.tool, "build", str(self.folder), *now], capture_output=True, cwd=self.folder)
            refused = re.findall(r"(?m)^(\S.*?):(\d+):\d+: error: .*\[([a-z-]+)\]$", run.stderr.decode("utf-8", "replace"))
            refused = [(path, int(line), REFUSED[kind]) for path, line, kind in refused if kind in REFUSED]
            if not run.returncode or not refused:
                return
            for path, line, (hostile, harmless) in refused:
                lines = (self.folder / path).read_bytes().split(b"\n")
                lines[line - 1] = lines[line - 1].replace(hostile, harmless)
                (self.folder / path).write_bytes(b"\n".join(lines))

    def play(self):
        site, now = self.folder / "Content", ["--now", "2026-02-01"]
        make_site(site, self.number, self.host)
        self.tame(now)
        self.run("build", self.folder, *now)
        if self.judge.faults:
            return self.judge
        self.judge.site(self.folder / "Public")
        self.run("edition", "first", self.folder, "--now", "2025-08-01")
        change_site(site)
        self.run("edition", "second", self.folder, "--now", "2025-12-01")
        self.run("build", self.folder, *now)
        self.judge.site(self.folder / "Public")
        self.outputs(now)
        self.rendered()
        return self.judge

    def outputs(self, now):
        judge, place = self.judge, [self.folder, *now]
        judge.page("digest", self.run("digest", "first", "now", *place, "--format", "html"), kind="digest")
        judge.controls("digest", self.run("digest", "first", "now", *place))
        judge.controls("diff", self.run("diff", "first", "now", *place))
        self.data("diff", "first", "now", *place, "--format", "json")
        for name, options in (("changes", []), ("comment", ["--for", "comment"])):
            text = self.run("diff", "first", "now", *place, "--format", "markdown", *options)
            write(self.folder / f"{name}.md", text)
            judge.markdown(name, [self.folder / f"{name}.md"])
        for name in ("graphml",):
            judge.xml(name, self.run("export", *place, "--format", name).encode())
        judge.csv("export", self.run("export", *place))
        judge.csv("query", self.run("query", "unsourced", *place, "--format", "csv"))
        expected = self.data("export", *place, "--format", "csl-json")
        judge.bibtex("bibtex", self.run("export", *place, "--format", "bibtex"), expected)
        judge.ris("ris", self.run("export", *place, "--format", "ris"), expected)
        paper = self.folder / "site.docx"
        self.run("export", *place, "--format", "docx", "--output", paper)
        run = subprocess.run(["pandoc", "-f", "docx", "-t", "json", str(paper)], capture_output=True, text=True)
        if run.returncode:
            return judge.fault("docx", run.stderr[:300])
        judge.document("docx", json.loads(run.stdout))

    def rendered(self):
        """Links that stop a build, as the preview of an editor shows them."""
        if self.number is None:
            return
        for place, line in enumerate(PAYLOADS):
            if place % 24 == self.number % 24 and unsafe_link(line):
                write(self.folder / "line.md", line + "\n")
                run = subprocess.run([self.tool, "render", "line.md"], capture_output=True, cwd=self.folder)
                self.judge.page(f"render {line!r}", run.stdout.decode("utf-8", "replace"), kind="rendered", fragment=True)


# By kind of error: the part of a payload that a site cannot have in every place, and what stands in its place.
REFUSED = {
    "unknown-source": (b"[@zqx]", b"[ @zqx]"), "unsafe-link": (b"javascript:", b"javascript "),
    "invalid-value": (b"//zqx.example", b"/zqx.example"),
}

RENDERED = ["p", "a", ("a", "href"), ("a", "title"), "img", ("img", "src"), ("img", "alt"), ("img", "loading"), "em", "strong", "code",
            "sup", ("sup", "id"), "DOCUMENT_FRAGMENT", "br", "section", "h2", "ol", "li"]


def main():
    tool, rounds = str(Path(sys.argv[1]).resolve()), int(sys.argv[2]) if len(sys.argv) > 2 else 6
    scratch = Path(tempfile.mkdtemp(prefix="standpoint-hostile-"))
    try:
        baseline = Round(tool, scratch, None).play()
        baseline.known |= {("rendered", tag) for tag in RENDERED}
        baseline.known |= {("TeX", "text" + name) for name in ("backslash", "asciicircum", "asciitilde")}
        faults = [f"harmless: {fault}" for fault in baseline.faults]
        step = max(1, len(PAYLOADS) // rounds)

        def play(number):
            judge = Round(tool, scratch, number, baseline).play()
            shutil.rmtree(scratch / f"site-{number}")
            return [f"round {number}: {fault}" for fault in judge.faults]

        with ThreadPoolExecutor(2) as pool:
            for found in pool.map(play, [number * step % len(PAYLOADS) for number in range(rounds)]):
                faults += found
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    for fault in faults[:200]:
        print(fault.replace(str(scratch), ""), file=sys.stderr)
    print(f"{len(PAYLOADS)} payloads, {rounds} rounds, {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
