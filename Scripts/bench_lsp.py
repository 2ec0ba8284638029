#!/usr/bin/env python3
"""Measures the language server on a large site, as an editor sees it.

  Scripts/bench_lsp.py TOOL [SITE]

Without SITE, it writes the 10,000 reports of the benchmark (Scripts/bench.py) to a RAM disk first. Prints a line for each figure: its name, the median, and the bound that it should stay below.
"""
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from bench import PROFILE, ROOT, Failure, quietly, tell  # noqa: E402  (the line above must come first)

REPORTS = 10_000
ROUNDS = 30
# How often the server is started, each time after a build.
STARTS = 3


class Editor:
    """A client of the server that waits for each answer."""

    def __init__(self, tool, site):
        self.process = subprocess.Popen([tool, "lsp", str(site)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0
        self.seen = []

    def send(self, message):
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def read(self):
        length = 0
        while True:
            line = self.process.stdout.readline().strip()
            if not line:
                break
            name, value = line.split(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return json.loads(self.process.stdout.read(length))

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def request(self, method, params):
        """The result of a request, and the seconds until it came."""
        self.number += 1
        start = time.perf_counter()
        self.send({"id": self.number, "method": method, "params": params})
        while True:
            message = self.read()
            if message.get("id") == self.number and "method" not in message:
                return message.get("result"), time.perf_counter() - start

    def end(self):
        self.request("shutdown", None)
        self.notify("exit", None)
        self.process.wait(timeout=60)

    def processor_time(self):
        """The seconds of processor time that the server has taken."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")

    def diagnostics(self, uri):
        """The seconds until diagnostics of a file come."""
        start = time.perf_counter()
        while True:
            message = self.read()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                return message["params"]["diagnostics"], time.perf_counter() - start


def milliseconds(times):
    return 1000 * statistics.median(times)


def read_and_link(tool, site):
    """The seconds in which a build loads, reads and links the site."""
    with tempfile.TemporaryDirectory() as folder:
        out = subprocess.run(
            [tool, "build", str(site), "--timings", "--output", folder + "/site"],
            capture_output=True, text=True, check=False)
    seconds = 0.0
    for line in out.stderr.splitlines():
        found = re.match(r"(load|read|link) +([0-9.]+) (ms|s)$", line.strip())
        if found:
            seconds += float(found[2]) / (1000 if found[3] == "ms" else 1)
    return seconds


def write_reports(content):
    """Writes the reports of the benchmark."""
    kit = pathlib.Path(os.environ.get("BENCH_KIT", ROOT.parent / "shared/bench"))
    if not (kit / "make_corpus.py").is_file():
        raise Failure(f"{kit} does not contain make_corpus.py; set its folder with BENCH_KIT, or name a site")
    tell(f"writing {REPORTS:,} reports")
    quietly([sys.executable, kit / "make_corpus.py", "--reports", str(REPORTS), "--out", content], "no corpus")
    (content / "site.yml").write_text(PROFILE, encoding="utf-8")


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__.split("\n\n")[1].strip())
    try:
        if len(sys.argv) == 3:
            return measure(sys.argv[1], pathlib.Path(sys.argv[2]).resolve())
        place = "/dev/shm" if os.path.isdir("/dev/shm") else None
        with tempfile.TemporaryDirectory(dir=place) as folder:
            write_reports(pathlib.Path(folder) / "Content")
            measure(sys.argv[1], pathlib.Path(folder))
    except Failure as failure:
        sys.exit(f"bench-lsp: {failure}")


def measure(tool, site):
    content = site / "Content" if (site / "Content").is_dir() else site
    report = sorted((content / "reports").rglob("*.md"))[0]
    uri, text = report.as_uri(), report.read_text()
    table = next(n for n, line in enumerate(text.split("\n")) if line.startswith("|"))
    place = {"textDocument": {"uri": uri}, "position": {"line": table + 2, "character": 3}}
    builds, starts = [], []
    for turn in range(STARTS):
        if turn > 0:
            editor.end()
        builds.append(read_and_link(tool, site))
        editor = Editor(tool, site)
        start = time.perf_counter()
        editor.request("initialize", {"processId": None, "rootUri": site.as_uri(), "capabilities": {}})
        editor.notify("initialized", {})
        editor.request("textDocument/hover", place)
        starts.append(time.perf_counter() - start)
    ready, built = statistics.median(starts), statistics.median(builds)
    print(
        f"ready: {ready:.2f} s, {ready / built:.2f} × the {built:.2f} s in which a build reads and links"
        f" (medians of {STARTS}, at most 1.2 ×)")

    editor.notify("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "markdown", "version": 1, "text": text}})
    lines = text.split("\n")
    end = {"line": len(lines), "character": 0}
    keystrokes, completions, hovers, definitions = [], [], [], []
    version = 1

    def insert(typed):
        nonlocal version
        version += 1
        editor.notify("textDocument/didChange", {
            "textDocument": {"uri": uri, "version": version},
            "contentChanges": [{"range": {"start": end, "end": end}, "text": typed}]})

    def replace():
        nonlocal version
        version += 1
        editor.notify("textDocument/didChange", {
            "textDocument": {"uri": uri, "version": version}, "contentChanges": [{"text": text}]})

    insert("\n[[Nothing at all is called so]]\n")
    editor.diagnostics(uri)
    before = editor.processor_time()
    for _ in range(ROUNDS):
        replace()
        _, seconds = editor.diagnostics(uri)
        keystrokes.append(seconds)
        insert("\n[[Nothing at all is called so]]\n")
        _, seconds = editor.diagnostics(uri)
        keystrokes.append(seconds)
    busy = editor.processor_time() - before
    replace()
    editor.diagnostics(uri)
    for _ in range(ROUNDS):
        hovers.append(editor.request("textDocument/hover", place)[1])
        definitions.append(editor.request("textDocument/definition", place)[1])
    insert("\n[[a")
    editor.request("textDocument/hover", place)
    last = {"textDocument": {"uri": uri}, "position": {"line": len(lines) + 1, "character": 3}}
    for _ in range(ROUNDS):
        result, seconds = editor.request("textDocument/completion", last)
        completions.append(seconds)
    assert result["items"], "nothing was offered"
    for name, times, bound in [
        ("diagnostics after a keystroke", keystrokes, 100), ("completion", completions, 20),
        ("hover", hovers, 10), ("definition", definitions, 10),
    ]:
        print(f"{name}: {milliseconds(times):.1f} ms (median of {len(times)}, at most {bound})")
    print(f"processor time of a keystroke: {1000 * busy / len(keystrokes):.1f} ms")
    editor.end()


if __name__ == "__main__":
    main()
