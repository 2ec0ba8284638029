#!/usr/bin/env python3
"""Takes screenshots of each kind of page of a site: light and dark, at three widths, and printed.

    Scripts/screenshots.py TOOL [SITE] [--out FOLDER]

SITE is built into a temporary folder, served on this machine, and opened in Chromium through its driver (both from
Debian). For each kind, the page with the most text is used. Uses only the standard library.
"""

import argparse
import base64
import functools
import http.server
import json
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")
# Only the upper part of very long pages is captured.
TALLEST = 12_000


class Failure(Exception):
    """The screenshots cannot be taken; the text tells the user why."""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the site without logging."""

    def log_message(self, *_):
        pass


class Browser:
    """A headless Chromium, controlled through its driver."""

    def __init__(self, scratch):
        if not shutil.which("chromedriver"):
            raise Failure("chromedriver is missing; run Scripts/setup screenshots")
        self.driver = subprocess.Popen(
            ["chromedriver", "--port=0", f"--log-path={scratch}/driver.log"], stdout=subprocess.PIPE, text=True
        )
        port = next((found[1] for line in self.driver.stdout if (found := re.search(r"successfully on port (\d+)", line))), None)
        if port is None:
            raise Failure("chromedriver did not start")
        self.address = f"http://127.0.0.1:{port}/session"
        options = {"args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]}
        wanted = {"capabilities": {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options}}}
        self.address += "/" + self.ask("", wanted)["sessionId"]

    def ask(self, path, body):
        data = json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=120) as response:
                return json.load(response)["value"]
        except urllib.error.HTTPError as error:
            raise Failure(json.load(error)["value"]["message"].splitlines()[0]) from None

    def command(self, name, **parameters):
        """Runs a command of the DevTools protocol."""
        return self.ask("/goog/cdp/execute", {"cmd": name, "params": parameters})

    def open(self, url, width, scheme):
        self.size(width, 900)
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.command("Emulation.setEmulatedMedia", media="", features=features)
        self.ask("/url", {"url": url})

    def size(self, width, height):
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )

    def picture(self, width):
        """A screenshot of the whole page."""
        height = self.command("Page.getLayoutMetrics")["cssContentSize"]["height"]
        clip = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST), "scale": 1}
        taken = self.command("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        return base64.b64decode(taken["data"])

    def print(self):
        """The printed page as PDF, with the paper size of the style sheet."""
        return base64.b64decode(self.command("Page.printToPDF", preferCSSPageSize=True)["data"])

    def close(self):
        self.driver.terminate()
        self.driver.wait()


def page_kinds(site):
    """The page with the most text of each kind, by kind."""
    kinds = {}
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        kind = re.search(r'<body class="page-([a-z-]+)"', text)
        if kind and len(text) > len(kinds.get(kind[1], ("", ""))[1]):
            kinds[kind[1]] = (path, text)
    return {kind: path for kind, (path, _) in sorted(kinds.items())}


def take(browser, site, base, out):
    for kind, path in page_kinds(site).items():
        url = base + path.relative_to(site).as_posix().removesuffix("index.html")
        for scheme in SCHEMES:
            for width in WIDTHS:
                browser.open(url, width, scheme)
                (out / f"{kind}-{width}-{scheme}.png").write_bytes(browser.picture(width))
        browser.open(url, WIDTHS[-1], "light")
        (out / f"{kind}-print.pdf").write_bytes(browser.print())
        print(f"screenshots: {kind}", file=sys.stderr, flush=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("tool", type=Path)
    arguments.add_argument("site", type=Path, nargs="?", default=ROOT)
    arguments.add_argument("--out", type=Path, default=ROOT / ".screenshots")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        site = Path(scratch) / "site"
        built = subprocess.run([given.tool.resolve(), "build", given.site, "--output", site, "--quiet"], check=False)
        if built.returncode != 0:
            raise Failure("the site was not built")
        shutil.rmtree(given.out, ignore_errors=True)
        given.out.mkdir(parents=True)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = Browser(scratch)
        try:
            take(browser, site, f"http://127.0.0.1:{server.server_port}/", given.out)
        finally:
            browser.close()
            server.shutdown()
    print(f"screenshots: wrote {given.out}")


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"screenshots: {failure}")
