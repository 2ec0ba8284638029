#!/usr/bin/env python3
"""Does what readers come for on the built sample, on a desktop and on a phone, and counts the clicks.

    tasks.py SITE

Prints a line for each task: the clicks, how far the page was scrolled, in screens, and the height of the last page in screens.
"""

import re
import sys
from dataclasses import dataclass, field

from served import Site, browser, end, listen

SCREENS = {"desktop": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}
# The most clicks for each task.
MOST = {
    "what Russia says on NATO": 1,
    "two parties compared": 2,
    "what changed last": 1,
    "one cell cited": 2,
    "the source of a cell": 2,
}


@dataclass
class Reader:
    """A reader at a screen, who clicks what is in sight and scrolls to what is not."""

    page: object
    screen: str
    clicks: int = 0
    scrolled: float = 0
    missing: list = field(default_factory=list)

    def click(self, what, named=None):
        """Clicks the first visible match, after scrolling to it if it is out of sight."""
        found = self.page.locator(what, has_text=named) if named else self.page.locator(what)
        one = found.locator("visible=true").first
        self.look(one)
        one.click()
        self.clicks += 1
        self.page.wait_for_load_state("load")

    def look(self, one):
        """Scrolls to an element if it is out of sight."""
        before = self.page.evaluate("scrollY")
        if not one.evaluate("one => { const box = one.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }"):
            one.scroll_into_view_if_needed()
        self.scrolled += abs(self.page.evaluate("scrollY") - before) / self.page.viewport_size["height"]

    def menu(self, name):
        """Follows an entry of the main menu; on a phone, a button opens it."""
        button = self.page.locator(".menu-open")
        if button.is_visible():
            button.click()
            self.clicks += 1
        self.click(".site-menu a", re.compile(f"^{name}$"))

    def find(self, what, words):
        """The first visible element with all words; none is a dead end."""
        found = self.page.locator(what)
        for word in words:
            found = found.filter(has_text=word)
        one = found.locator("visible=true").first
        if one.count() == 0:
            self.missing.append(f"{self.page.url} has no visible {what} with {words}")
        else:
            self.look(one)


def russia_on_nato(reader):
    if reader.page.viewport_size["width"] < 800:
        reader.click("main a", re.compile("^NATO expansion$"))
        reader.find("tr.position, .scale > div", ["Russian Government"])
        reader.find("td.words", ["Strongly opposes deployments of NATO"])
    else:
        reader.find("main td", ["Opposes", "Strongly opposes deployments of NATO"])


def two_parties(reader):
    reader.click("main a", re.compile("^Russian Government$"))
    reader.click(".sides a[href*='compare/']", "United States")
    reader.find("main h1", ["United States", "Russian Government"])


def changed_last(reader):
    reader.menu("What changed")
    reader.find("main .moves > li", ["Hungary", "reversed"])


def cite(reader):
    reader.page.goto(reader.page.url + "reports/plan-and-reply/")
    cell = reader.page.locator("td[id]").first
    reader.look(cell)
    cell.hover()
    reader.click("td > .cite")
    reader.page.locator(".cell-card pre").first.wait_for()
    reader.find(".cell-card dd", ["according to"])


def source(reader):
    reader.page.goto(reader.page.url + "issues/nato-expansion/")
    reader.click(".standings .source > a[href*='#']")
    reader.page.locator("td:target").wait_for()
    reader.page.locator(".cell-card .facts").wait_for()
    reader.find(".cell-card .facts div", ["Source"])


TASKS = dict(zip(MOST, [russia_on_nato, two_parties, changed_last, cite, source]))


def check(opened, site, screen, problems):
    with site.served() as address:
        for name, task in TASKS.items():
            page = opened.new_context(viewport=SCREENS[screen]).new_page()
            listen(page, problems, address)
            page.goto(address)
            reader = Reader(page, screen)
            task(reader)
            height = page.evaluate("document.documentElement.scrollHeight / innerHeight")
            print(f"{screen}: {name}: {reader.clicks} clicks, {reader.scrolled:.1f} screens scrolled, page of {height:.1f} screens")
            problems += [f"{screen}: {name}: {one}" for one in reader.missing]
            # The button that opens the menu of a phone is one click more.
            most = MOST[name] + (1 if screen == "phone" and name == "what changed last" else 0)
            if reader.clicks > most:
                problems.append(f"{screen}: {name} takes {reader.clicks} clicks, not {most}")
            if screen == "desktop" and name == "what Russia says on NATO" and reader.scrolled:
                problems.append(f"{screen}: {name} needs scrolling")
            page.context.close()


def main():
    problems = []
    site = Site(sys.argv[1])
    with browser() as opened:
        for screen in SCREENS:
            check(opened, site, screen, problems)
    end(problems)


if __name__ == "__main__":
    main()
