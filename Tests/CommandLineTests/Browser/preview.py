#!/usr/bin/env python3
"""Shows a site with `standpoint serve` in a real browser, edits it, and checks what the browser shows.

    preview.py TOOL SCENARIO

Exits with 0 if everything is correct, else with 1 and a message.
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import chromium
from playwright.sync_api import expect, sync_playwright

PLAN = """\
---
title: The plan
date: 2025-03-02
redirects: [/old/plan/]
---

The first paragraph.

| Aspect | United States | Russia |
|---|---|---|
| NATO expansion | [+] Open to it | [-] Opposes it |

## Background

<details><summary>More</summary>Hidden text.</details>

""" + "".join(f"Paragraph {number} of many, so that the page can be scrolled.\n\n" for number in range(80))
LAST = "The last paragraph."


class Preview:
    """A site in its own folder, its preview, and a tab that shows it."""

    def __init__(self, tool, page, folder, settings="", options=()):
        self.page, self.folder = page, Path(folder)
        self.write("Content/site.yml", "title: Site\n" + settings)
        self.write("Content/reports/plan.md", PLAN)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.log = open(self.folder / "log", "w+")
        self.process = subprocess.Popen(
            [tool, "serve", self.folder, "--port", str(port), *options], stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/\S*", line)
        assert found, f"the preview printed “{line}”"
        self.address = found.group(0)

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def write_by_renaming(self, path, text):
        self.write(path + ".tmp~", text)
        os.replace(self.folder / (path + ".tmp~"), self.folder / path)

    def open(self, path="reports/plan/"):
        answer = self.page.goto(self.address + path)
        # Without its own copy to compare with, the page is loaded anew instead of being changed in place.
        self.page.wait_for_function(
            "document.querySelector('standpoint-preview[ready]') !== null && (window.isTheSamePage = true)")
        return answer

    def serves(self, path, text):
        """Waits until a file contains the text."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            with urllib.request.urlopen(self.address + path) as answer:
                if text in answer.read().decode():
                    return
            time.sleep(0.05)
        raise AssertionError(f"{path} never contained “{text}”")

    def is_the_same_page(self):
        return self.page.evaluate("window.isTheSamePage === true")

    def shows(self, words):
        expect(self.page.locator("body")).to_contain_text(words, timeout=60_000)

    @property
    def overlay(self):
        return self.page.locator("standpoint-preview div[role=alert]")

    def end(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=30)
        self.log.close()


def edit(preview):
    """Changes are made in place: the scroll position, open details and everything else are kept."""
    preview.open()
    page = preview.page
    page.get_by_label("Main menu").locator("summary", has_text="More").click()
    page.evaluate("window.kept = [...document.querySelectorAll('article p')][30]; window.scrollTo(0, 700)")
    height = page.evaluate("scrollY")
    assert height > 600, f"scrolled to {height}"
    preview.write("Content/reports/plan.md", PLAN + LAST + "\n")
    preview.shows(LAST)
    assert page.evaluate("scrollY") == height, f"scrolled from {height} to {page.evaluate('scrollY')}"
    assert page.evaluate("window.kept.isConnected"), "an unchanged paragraph was replaced"
    assert page.evaluate("document.querySelector('details').open"), "open details were closed"
    preview.write_by_renaming("Content/reports/plan.md", PLAN.replace("Opposes it", "Rejects it"))
    preview.shows("Rejects it")
    expect(page.locator("body")).not_to_contain_text(LAST)
    assert preview.is_the_same_page(), "the page was reloaded"


def scripts(preview):
    """Elements added by a script of the page are kept when the text around them changes."""
    preview.open()
    preview.page.evaluate("""() => {
      const cell = document.querySelector("td[id]");
      cell.classList.add("marked");
      cell.append(Object.assign(document.createElement("i"), { textContent: "from a script" }));
    }""")
    preview.write("Content/reports/plan.md", PLAN.replace("Open to it", "Quite open to it"))
    preview.shows("Quite open to it")
    cell = preview.page.locator("td.marked")
    expect(cell).to_contain_text("Quite open to it")
    expect(cell).to_contain_text("from a script")


def overlay(preview):
    """Errors are shown over the page as in the terminal. The page stays, and is updated when the error is fixed."""
    preview.open()
    expect(preview.overlay).to_be_hidden()
    preview.write("Content/reports/plan.md", PLAN.replace("title: The plan", "title: [The plan"))
    expect(preview.overlay).to_be_visible(timeout=60_000)
    words = preview.overlay.locator("pre").inner_text()
    assert re.search(r"reports/plan\.md:\d+:\d+: error: ", words), words
    printed = Path(preview.log.name).read_text(encoding="utf-8")
    assert words.splitlines()[0] in printed, f"the terminal shows\n{printed}\nbut the overlay\n{words}"
    preview.shows("The first paragraph.")
    preview.page.reload()
    expect(preview.overlay).to_be_visible(timeout=60_000)
    preview.shows("The first paragraph.")
    preview.write("Content/reports/plan.md", PLAN + LAST + "\n")
    expect(preview.overlay).to_be_hidden(timeout=60_000)
    preview.shows(LAST)


def style(preview):
    """A style sheet is replaced without reloading or scrolling the page, even one that replaces the theme's."""
    preview.write("Templates/assets/site.css", "body { color: rgb(1, 2, 3) }")
    # Otherwise the page would be loaded anew while it is opened.
    preview.serves("assets/site.css", "rgb(1, 2, 3)")
    preview.open()
    colour = "getComputedStyle(document.body).color"
    preview.page.wait_for_function(f"{colour} === 'rgb(1, 2, 3)'", timeout=60_000)
    preview.page.evaluate("window.isTheSamePage = true; window.scrollTo(0, 700)")
    height = preview.page.evaluate("scrollY")
    assert height > 600, f"scrolled to {height}"
    # From now on, one of the two colours must always be shown.
    preview.page.evaluate(f"""() => {{
      window.seen = new Set();
      const look = () => {{ window.seen.add({colour}); requestAnimationFrame(look); }};
      look();
    }}""")
    preview.write("Templates/assets/site.css", "body { color: rgb(4, 5, 6) }")
    preview.page.wait_for_function(f"{colour} === 'rgb(4, 5, 6)'", timeout=60_000)
    seen = preview.page.evaluate("[...window.seen]")
    assert set(seen) <= {"rgb(1, 2, 3)", "rgb(4, 5, 6)"}, f"the page flickered: {seen}"
    assert preview.page.evaluate("scrollY") == height, f"scrolled to {preview.page.evaluate('scrollY')}"
    assert preview.is_the_same_page(), "the page was reloaded"
    preview.write("Content/reports/plan.md", PLAN + LAST + "\n")
    preview.shows(LAST)
    assert preview.page.evaluate(colour) == "rgb(4, 5, 6)", "an update of the text removed the style"
    assert preview.is_the_same_page(), "the page was reloaded"


def redirect(preview):
    """Old addresses, and addresses without a trailing slash, redirect to the page."""
    for path in ["old/plan/", "old/plan", "reports/plan"]:
        answer = preview.page.goto(preview.address + path)
        assert answer.ok and answer.url == preview.address + "reports/plan/", f"{path} led to {answer.url}"


def missing(preview):
    """A missing page shows the 404 page, which is replaced when the page is created, and the other way round."""
    answer = preview.open("reports/new/")
    assert answer.status == 404, answer.status
    preview.shows("Page not found")
    preview.write("Content/reports/2025/new.md", "# A new report\n\nIts text.\n")
    preview.shows("Its text.")
    (preview.folder / "Content/reports/2025").rename(preview.folder / "Content/reports/moved")
    preview.write("Content/reports/moved/new.md", "# A new report\n\nIts second text.\n")
    preview.shows("Its second text.")
    shutil.rmtree(preview.folder / "Content/reports/moved")
    expect(preview.page.locator("body")).not_to_contain_text("Its second text.", timeout=60_000)


def draft(preview):
    """Drafts are shown and marked."""
    preview.open()
    mark = preview.page.locator("standpoint-preview p")
    expect(mark).to_be_hidden()
    preview.write("Content/reports/plan.md", PLAN.replace("title:", "draft: true\ntitle:"))
    expect(mark).to_be_visible(timeout=60_000)
    expect(mark).to_have_text("Draft")


def saves(preview):
    """200 saves in quick succession end in the right state."""
    preview.open()
    for number in range(200):
        write = preview.write if number % 2 else preview.write_by_renaming
        write("Content/reports/plan.md", PLAN + f"Save {number}, the newest.\n")
    preview.shows("Save 199, the newest.")
    expect(preview.page.locator("body")).not_to_contain_text("Save 198")
    assert preview.is_the_same_page(), "the page was reloaded"


def base(preview):
    """Everything works below the path of the base URL as at the root."""
    assert preview.address.endswith("/brief/"), preview.address
    preview.open()
    loaded = "[...document.styleSheets].some((one) => one.href && one.cssRules.length > 0)"
    assert preview.page.evaluate(loaded), "the style sheet did not load"
    preview.write("Content/reports/plan.md", PLAN + LAST + "\n")
    preview.shows(LAST)
    assert not (preview.folder / "Public").exists(), "the preview wrote into Public"


def polling(preview):
    """If the system does not report changes, files are checked twice a second."""
    edit(preview)
    overlay(preview)
    style(preview)
    missing(preview)


def restart(preview):
    """A tab reconnects when the preview is stopped and started again on the same port."""
    preview.open()
    port = preview.address.rsplit(":", 1)[1].split("/")[0]
    tool = preview.process.args[0]
    preview.end()
    preview.write("Content/reports/plan.md", PLAN + LAST + "\n")
    preview.log = open(preview.folder / "log", "w+")
    preview.process = subprocess.Popen(
        [tool, "serve", preview.folder, "--port", port], stdout=subprocess.PIPE, stderr=preview.log, text=True)
    preview.process.stdout.readline()
    preview.shows(LAST)


SCENARIOS = [edit, scripts, overlay, style, redirect, missing, draft, saves, base, polling, restart]


def main():
    tool, name = sys.argv[1:]
    scenario = next(one for one in SCENARIOS if one.__name__ == name)
    settings = "base-url: https://example.org/brief/\n" if scenario is base else ""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = chromium.start(playwright)
        page = browser.new_page()
        complaints = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        options = ["--poll"] if scenario is polling else []
        preview = Preview(tool, page, os.path.realpath(folder), settings, options)
        try:
            scenario(preview)
            assert not complaints, f"errors in the page's scripts: {complaints}"
        finally:
            preview.end()
            browser.close()


if __name__ == "__main__":
    try:
        main()
    except AssertionError as error:
        sys.exit(f"{error}")
