#!/usr/bin/env python3
"""Checks each kind of page, and what opens in pages, with axe-core: in light and dark, at the widths of a phone and a desktop.
Also finds pages that scroll sideways at 320 px, and at 390 px with text of twice the size; targets that are smaller than 24 × 24 px
and have no room around them (WCAG 2.5.8); and links to cells and sections that cannot be told apart by their names.

    accessible.py SITE…

For each kind of page, the page with the most text is checked, in the first site that has this kind. Every kind of page in the
theme must occur. For a right-to-left site, some kinds are checked again. What opens is checked in the first site.
"""

import sys
from pathlib import Path

import axe_playwright_python
from served import Site, all_kinds, browser, end

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
RUN = """async (rules) => (await axe.run(document, { resultTypes: ["violations"], ...rules })).violations.flatMap((violation) =>
  violation.nodes.map((node) => `${violation.id}: ${node.target}: ${node.html.slice(0, 120)}: ${node.failureSummary}`))"""
# Rules that depend only on colours, the only difference between the schemes.
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
MARKS = {'<nav class="group-menu"', '<table class="matrix dense"'}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LARGE = "(size) => document.documentElement.style.fontSize = size"
# Targets in running text are left out, as are those with 12 px around their middle.
SMALL = """() => {
  const boxes = [...document.querySelectorAll("a[href], button, summary, select, input")].filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .map((one) => ({ one, box: one.getBoundingClientRect() })).filter(({ box }) => box.width && box.height && box.right > 0);
  const isSmall = ({ box }) => box.width < 23.9 || box.height < 23.9;
  const isText = (node) => [...node.childNodes].some((part) => part.nodeType === 3 && /[\\p{L}\\p{N},]/u.test(part.data));
  const isInline = ({ one }) => {
    for (let at = one; getComputedStyle(at).display === "inline"; at = at.parentElement) if (isText(at.parentElement)) return true;
    return false;
  };
  const middle = ({ box }) => [box.left + box.width / 2, box.top + box.height / 2];
  const isNear = (own, other) => {
    if (own.one === other.one || own.one.contains(other.one) || other.one.contains(own.one)) return false;
    const [x, y] = middle(own);
    if (isSmall(other)) return Math.hypot(x - middle(other)[0], y - middle(other)[1]) < 24;
    const { left, right, top, bottom } = other.box;
    return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)) < 12;
  };
  return boxes.filter((own) => isSmall(own) && !isInline(own) && boxes.some((other) => isNear(own, other)))
    .map(({ one, box }) => `${Math.round(box.width)} × ${Math.round(box.height)} px: ${one.outerHTML.slice(0, 120)}`);
}"""
# Cells of one party on one issue share a name.
ALIKE = """() => {
  const links = [...document.querySelectorAll("main :is(.cite, .permalink)")].map((link) => ({ name: link.ariaLabel || link.textContent, hash: link.hash.replace(/--\\d+$/, "") }));
  return links.filter(({ name, hash }) => links.some((other) => other.name === name && other.hash !== hash)).map(({ name, hash }) => `${name} (${hash})`);
}"""


def look(page, place, problems):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(place)
    over = page.evaluate(SIDEWAYS)
    if over > 0:
        problems.append(f"{place} scrolls sideways by {over} px at 320 px")
    page.set_viewport_size({"width": 390, "height": 844})
    problems += [f"{place} has a small target: {one}" for one in page.evaluate(SMALL)]
    problems += [f"{place} has several links of one name: {one}" for one in page.evaluate(ALIKE)]
    page.evaluate(LARGE, "200%")
    over = page.evaluate(SIDEWAYS)
    page.evaluate(LARGE, "")
    if over > 0:
        problems.append(f"{place} scrolls sideways by {over} px with text of 200 % at 390 px")
    page.add_script_tag(path=AXE)
    hold(page, place, problems)


def hold(page, place, problems):
    """Checks the page in its current state, at two widths and in two schemes."""
    for width in [360, 1280]:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme, rules in [("light", {}), ("dark", COLOURS)]:
            page.emulate_media(color_scheme=scheme)
            problems += [f"{place} ({scheme}, {width} px): {found}" for found in page.evaluate(RUN, rules)]


def parties(page):
    page.locator(".picker summary").click()
    page.locator(".picker input").first.check()


def card(page):
    page.locator("td > .cite").first.click()
    page.locator(".cell-card button.copy").first.wait_for()


def citations(page):
    page.locator(".citations > summary").first.click()
    page.locator("button.copy").first.wait_for()


def note(page):
    page.locator(".footnote a").first.click()
    page.locator(".note[popover]").wait_for()


def results(page):
    page.locator(".search-open").click()
    page.locator(".search-field").fill("sanctions")
    page.locator(".search-results a").first.wait_for()


def look_at_opened(page, site, problems):
    opening = [("matrix", parties), ("report", card), ("report", citations), ("report", note)]
    # Without Pagefind, sites have no search.
    if 'class="search-open"' in (site.folder / "index.html").read_text(encoding="utf-8"):
        opening.append(("home", results))
    for kind, open_it in opening:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(site.at(site.kinds[kind]))
        open_it(page)
        page.add_script_tag(path=AXE)
        hold(page, f"{page.url}, opened", problems)


def control(opened, place, problems):
    """Makes sure that problems are found, by checking a page that has some."""
    page = opened.new_page(viewport={"width": 320, "height": 640})
    page.goto(place)
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"x.png\"><p><button></button></p>')")
    page.add_script_tag(path=AXE)
    found = " ".join(page.evaluate(RUN, {}))
    if "image-alt" not in found or "button-name" not in found:
        problems.append(f"axe did not find the problems: {found}")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<p>' + 'x'.repeat(20) + '</p>')")
    page.evaluate("document.querySelector('main').lastElementChild.style.width = '40rem'")
    if page.evaluate(SIDEWAYS) <= 0:
        problems.append("a page that is too wide was not detected")


def main():
    sites = [Site(folder) for folder in sys.argv[1:]]
    problems, seen = [], set()
    with browser() as opened:
        for site in sites:
            with site.served():
                paths = [path for kind, path in site.kinds.items() if kind not in seen]
                # Pages with a group menu and matrices of symbols have layouts of their own.
                for mark in MARKS - seen:
                    marked = [path for path in site.pages if mark in (site.folder / path).read_text(encoding="utf-8")]
                    if marked:
                        paths.append(min(marked, key=lambda path: (site.folder / path).stat().st_size))
                        seen.add(mark)
                if 'dir="rtl"' in (site.folder / "index.html").read_text(encoding="utf-8"):
                    paths += [site.kinds[kind] for kind in ["home", "report", "issue", "matrix"]]
                seen.update(site.kinds)
                page = opened.new_page()
                for path in dict.fromkeys(paths):
                    look(page, site.at(path), problems)
                page.close()
        with sites[0].served():
            look_at_opened(opened.new_page(), sites[0], problems)
            control(opened, sites[0].at("index.html"), problems)
    missing = (all_kinds() | MARKS) - seen
    if missing:
        problems.append(f"missing kinds of pages: {', '.join(sorted(missing))}")
    end(problems)


if __name__ == "__main__":
    main()
