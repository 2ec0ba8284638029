#!/usr/bin/env python3
"""Uses every part of the interface of a built site with the keyboard only.

    keyboard.py SITE
"""

import sys

from served import Site, browser, end, listen

# The element that has the focus, and whether the focus is visible.
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  return {
    name: one.outerHTML.slice(0, 120),
    isShown: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && box.width > 0 && box.height > 0,
    isInSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    isSkipLink: one.matches(".skip-link"),
    isInMain: one.closest("main") !== null,
    isMarked: one.dataset.reached !== undefined,
    mark: one.dataset.reached = "",
  };
}"""
# Visible interactive elements that were not reached with the keyboard.
UNREACHED = """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")].filter((one) =>
  one.dataset.reached === undefined && one.tabIndex >= 0 && one.checkVisibility({ checkVisibilityCSS: true })
).map((one) => one.outerHTML.slice(0, 120))"""
# Boxes that scroll sideways and cannot have the focus.
STUCK = """() => [...document.querySelectorAll("main *")].filter((one) =>
  one.scrollWidth > one.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(one).overflowX) &&
  one.tabIndex < 0 && !one.querySelector("a, button")
).map((one) => one.outerHTML.slice(0, 120))"""


class Reader:
    """A reader who uses only the keyboard."""

    def __init__(self, page, site, problems):
        self.page, self.site, self.problems = page, site, problems

    def open(self, kind):
        self.page.goto(self.site.at(self.site.kinds[kind]))

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def expect(self, holds, words):
        if not holds:
            self.problems.append(f"{self.page.url}: {words}")

    def reach(self, selector):
        """Presses Tab until `selector` has the focus."""
        for _ in range(400):
            self.press("Tab")
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return True
        self.expect(False, f"Tab does not reach {selector}")
        return False

    def has_focus(self, selector):
        return self.page.evaluate("selector => document.activeElement.matches(selector)", selector)

    def walk(self, kind):
        """Walks through a page: every element gets the focus, is in view, and shows the focus."""
        self.open(kind)
        self.press("Tab")
        first = self.page.evaluate(FOCUSED)
        # A page in a frame has no header to skip.
        isFirst = first and (first["isSkipLink"] or kind == "framed")
        self.expect(isFirst and first["isShown"] and first["isInSight"], f"the first Tab reaches {first}")
        for _ in range(600):
            self.press("Tab")
            found = self.page.evaluate(FOCUSED)
            if found is None or found["isMarked"]:
                break
            self.expect(found["isShown"], f"the focus is not visible on {found['name']}")
            self.expect(found["isInSight"], f"the focused element is out of view: {found['name']}")
        for name in self.page.evaluate(UNREACHED):
            self.expect(False, f"Tab does not reach {name}")
        for name in self.page.evaluate(STUCK):
            self.expect(False, f"cannot be scrolled by keyboard: {name}")


def skip(reader):
    reader.open("report")
    reader.press("Tab", "Enter", "Tab")
    found = reader.page.evaluate(FOCUSED)
    reader.expect(found and found["isInMain"], f"the skip link leads to {found}")


def menu(reader):
    reader.open("home")
    if reader.reach(".site-menu a"):
        reader.press("Enter")
        reader.page.wait_for_url("**/issues/")


def scheme(reader):
    reader.open("home")
    if reader.reach(".scheme"):
        reader.press("Enter")
        reader.expect(reader.page.locator("html").get_attribute("data-scheme") == "dark", "Enter does not switch to dark")
        reader.expect(reader.page.locator(".scheme").get_attribute("aria-pressed") == "true", "the switch is not marked as pressed")
        reader.page.reload()
        reader.expect(reader.page.locator("html").get_attribute("data-scheme") == "dark", "the choice is not kept")
        reader.reach(".scheme")
        reader.press("Space")
        reader.expect(reader.page.locator("html").get_attribute("data-scheme") is None, "Space does not switch back")


def matrix(reader):
    reader.open("matrix")
    page = reader.page
    columns = page.locator(".matrix thead th:visible")
    whole = columns.count()
    if not reader.reach(".picker summary"):
        return
    reader.press("Enter", "Tab", "Space")
    reader.expect(columns.count() == 1, f"one party is selected, but {columns.count()} are shown")
    reader.press("Escape")
    reader.expect(reader.has_focus(".picker summary") and page.locator(".picker[open]").count() == 0, "Escape does not close the list of parties")
    if reader.reach("[name=compare]"):
        reader.press("ArrowDown")
        reader.expect("compare=agree" in page.url and page.locator(".outcomes").is_visible(), f"arrow keys do not compare parties: {page.url}")
        reader.press("ArrowUp")
    if reader.reach("[name=stance]"):
        reader.press("ArrowDown", "ArrowDown")
        reader.expect("stance=" in page.url, f"arrow keys do not select a stance: {page.url}")
    if reader.reach("[name=swap]"):
        reader.press("Space")
        reader.expect(page.locator(".matrix.swapped").count() == 1, "Space does not swap rows and columns")
    if reader.reach(".filters [type=reset]"):
        reader.press("Enter")
        page.wait_for_url(lambda address: "#" not in address)
        reader.expect(columns.count() == whole and "#" not in page.url, f"reset does not show the whole matrix: {columns.count()} of {whole} at {page.url}")


def copy(reader):
    reader.open("report")
    page = reader.page
    before = page.url
    if not reader.reach("td > .cite"):
        return
    reader.press("Enter")
    page.locator(".cell-card button.copy").first.wait_for(timeout=60_000)
    reader.expect(page.evaluate("document.activeElement.matches('.cell-card')"), "the card of a cell does not get the focus")
    if reader.reach(".cell-card button.copy"):
        reader.press("Enter")
        page.locator("button.copy", has_text="Copied").wait_for(timeout=60_000)
        kept = page.evaluate("navigator.clipboard.readText()")
        shown = page.locator(".cell-card [data-copy]").first.text_content()
        reader.expect(kept == shown, f"the copied text is “{kept}”, not “{shown}”")
    reader.press("Escape")
    page.locator(".cell-card").wait_for(state="detached", timeout=60_000)
    page.wait_for_url(before, timeout=60_000)
    reader.expect(page.evaluate("document.activeElement.matches('td > .cite')"), "Escape does not lead back to the cell")


def narrow(reader):
    reader.page.set_viewport_size({"width": 360, "height": 700})
    reader.open("home")
    if reader.reach(".menu-open"):
        reader.press("Enter")
        reader.reach(".site-menu summary")
        reader.press("Enter")
        reader.reach(".site-menu li li a")
    reader.open("matrix")
    if reader.reach(".matrix td a"):
        width = reader.page.evaluate("document.documentElement.scrollWidth")
        reader.expect(width <= 360, f"the matrix is {width} pixels wide on a phone")
    reader.page.set_viewport_size({"width": 1280, "height": 800})


def main():
    site = Site(sys.argv[1])
    problems = []
    with browser() as opened, site.served() as address:
        context = opened.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light")
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        listen(page, problems, address)
        reader = Reader(page, site, problems)
        for part in [skip, menu, scheme, matrix, copy, narrow]:
            part(reader)
        for kind in ["home", "report", "issue", "party", "matrix", "map", "pair", "coverage", "corrections", "editions", "edition", "sources", "source", "data", "method", "framed", "page"]:
            reader.walk(kind)
    end(problems)


if __name__ == "__main__":
    main()
