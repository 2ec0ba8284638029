#!/usr/bin/env python3
"""Loads every page of a built site in a browser, and checks what is loaded.

    loading.py SITE CHECK…

CHECK: `quiet` (no errors, no requests to other sites), `mounted` (the same below a path), `plain` (the same contents without
scripts), `strict` (no errors under a strict Content-Security-Policy), `light` (the size of reports), `files` (read from disk,
with plain addresses), `framed` (the code for frames of other sites works on a page of another origin).
"""

import contextlib
import functools
import http.server
import re
import sys
import tempfile
import threading
from pathlib import Path

from served import STRICT_POLICY, Site, browser, end, listen

# The maximum number of bytes that a report loads, by the browser's resource type; pictures and fonts do not count.
MOST = {"document": 40_000, "stylesheet": 25_000, "script": 10_000}
MOST_IN_ALL, MOST_REQUESTS = 75_000, 4

# Contents that must also be there without scripts; forms and buttons that scripts fill, and ages, do not count.
READ = """() => {
  const main = document.querySelector("main").cloneNode(true);
  for (const one of main.querySelectorAll(".filters, .copy, .age, script")) one.remove();
  const all = (what, name) => [...main.querySelectorAll(what)].map((one) => one[name]);
  return {
    text: main.textContent.replace(/\\s+/g, " ").trim(),
    tables: main.querySelectorAll("table").length,
    cells: all("td, th", "textContent").map((text) => text.trim()),
    links: all("a[href]", "href"),
    menu: [...document.querySelectorAll("header a, nav a, footer a")].map((one) => one.href),
  };
}"""
# Elements with invisible text, except closed details and text for screen readers.
HIDDEN = """() => [...document.querySelectorAll("main *")].filter((one) =>
  !one.closest(".filters, .unseen, script, details:not([open]), svg") && one.textContent.trim() &&
  [...one.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim()) && !one.checkVisibility()
).map((one) => one.outerHTML.slice(0, 100))"""


def quiet(opened, site, problems, mount="/", policy=None):
    with site.served(mount, policy) as address:
        page = opened.new_page()
        listen(page, problems, address)
        for path, kind in site.pages.items():
            # The 404 page only knows the address of the site from its settings.
            if kind != "not-found" or mount == "/":
                page.goto(site.at(path))
        page.wait_for_load_state("networkidle")


def mounted(opened, site, problems):
    quiet(opened, site, problems, mount="/some/where/")


def plain(opened, site, problems):
    with site.served():
        scripted, bare = opened.new_page(), opened.new_context(java_script_enabled=False).new_page()
        for path, kind in site.pages.items():
            scripted.goto(site.at(path))
            bare.goto(site.at(path))
            before, after = scripted.evaluate(READ), bare.evaluate(READ)
            for name in before:
                if before[name] != after[name]:
                    problems.append(f"{path}: {name} without scripts: {str(after[name])[:200]}, with: {str(before[name])[:200]}")
            if len(after["text"]) < 40 or not after["menu"]:
                problems.append(f"{path}: almost empty without scripts: {after}")
            problems += [f"{path}: hidden without scripts: {one}" for one in bare.evaluate(HIDDEN)]
            for name in [".filters", ".scheme", ".search-open"]:
                for one in bare.locator(name).all():
                    if one.is_visible():
                        problems.append(f"{path}: {name} is shown, but does nothing without scripts")
            if kind == "matrix" and after["tables"] == 0:
                problems.append(f"{path}: no table without scripts")


def strict(opened, site, problems):
    quiet(opened, site, problems, policy=STRICT_POLICY)
    with site.served(policy=STRICT_POLICY) as address:
        page = opened.new_page()
        listen(page, problems, address)
        page.goto(site.at(site.kinds["matrix"]))
        turn(page, problems)
        page.locator(".scheme").click()
        if page.locator("html").get_attribute("data-scheme") is None:
            problems.append("the colour scheme switch does nothing")
        answer = page.request.get(address)
        if answer.headers.get("content-security-policy") != STRICT_POLICY:
            problems.append("the policy was not sent")
        page.goto(site.at(site.kinds["report"]))
        page.locator("td > .cite").first.click()
        page.locator(".cell-card button.copy").first.wait_for(timeout=60_000)
        # Make sure that violations of the policy are detected.
        seen = []
        spoilt = opened.new_page()
        listen(spoilt, seen, address)
        spoilt.goto(address)
        spoilt.evaluate("document.body.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' }))")
        spoilt.wait_for_timeout(100)
        if not any("Content Security Policy" in one for one in seen):
            problems.append("a violation of the policy was not detected")


def turn(page, problems):
    """Filters the matrix, and swaps its rows and columns."""
    parties = page.locator(".matrix thead th:visible").count()
    page.locator(".picker summary").click()
    page.locator(".picker input").first.check()
    if page.locator(".matrix thead th:visible").count() != 1 or parties < 2:
        problems.append(f"{page.url}: one party of {parties} is selected, but the matrix has {page.locator('.matrix thead th:visible').count()}")
    page.locator("[name=swap]").check()
    if page.locator(".matrix.swapped tbody tr:visible").count() != 1:
        problems.append(f"{page.url}: the swapped matrix has {page.locator('.matrix tbody tr:visible').count()} rows")
    if "party=" not in page.url or "swap=1" not in page.url:
        problems.append(f"the choice is not in the URL: {page.url}")


def light(opened, site, problems):
    reports = [path for path, kind in site.pages.items() if kind == "report"]
    if len(reports) < 3:
        problems.append(f"only {len(reports)} reports")
    with site.served():
        for path in reports:
            # A new context has an empty cache.
            context = opened.new_context()
            page = context.new_page()
            answers = []
            page.on("response", lambda answer, kept=answers: kept.append(answer))
            page.goto(site.at(path), wait_until="networkidle")
            weights = {}
            loaded = [one for one in answers if not one.headers["content-type"].startswith(("image/", "font/"))]
            for one in loaded:
                kind = one.request.resource_type
                weights[kind] = weights.get(kind, 0) + len(one.body())
            told = f"{path}: {weights}, {len(loaded)} requests"
            print(told)
            if len(loaded) > MOST_REQUESTS or sum(weights.values()) > MOST_IN_ALL or "stylesheet" not in weights:
                problems.append(told)
            problems += [told for kind, most in MOST.items() if weights.get(kind, 0) > most]
            context.close()


# Whether the frames on a page are as high as the pages in them.
FITS = """(heights) => [...document.querySelectorAll("iframe")].every((frame, place) => frame.style.height === heights[place] + "px")"""


def code_of(page, problems):
    """The code for frames that a page offers, which its copy button copies, too."""
    page.locator(".frame-code > summary").click()
    page.locator(".frame-code .copy").click()
    page.locator(".frame-code .copy", has_text="Copied").wait_for(timeout=60_000)
    code = page.locator(".frame-code pre").text_content()
    if page.evaluate("navigator.clipboard.readText()") != code:
        problems.append(f"{page.url}: the button does not copy the code that is shown")
    return code


def framed(opened, site, problems):
    with site.served(policy=STRICT_POLICY) as address, tempfile.TemporaryDirectory() as folder:
        context = opened.new_context(viewport={"width": 1280, "height": 800})
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        listen(page, problems, address)
        page.goto(site.at(site.kinds["matrix"]))
        page.locator(".picker summary").click()
        page.locator(".picker input").first.check()
        codes = [code_of(page, problems)]
        if "#party=" not in codes[0]:
            problems.append(f"the code for the matrix does not name its filters: {codes[0]}")
        page.goto(site.at(site.kinds["issue"]))
        codes.append(code_of(page, problems))
        choice = page.locator(".frame-code select")
        choice.select_option(index=1)
        codes.append(page.locator(".frame-code pre").text_content())
        anchor = choice.input_value()
        page.goto(site.at(site.kinds["pair"]))
        codes.append(code_of(page, problems))
        around = "<!doctype html><title>Another site</title>" + "".join(codes)
        around = re.sub(r"https://[a-z.]+\.example/", address, around).replace('loading="lazy" ', "")
        (Path(folder) / "index.html").write_text(around, encoding="utf-8")
        with other_site(folder) as other:
            check_frames(context, other, anchor, len(codes), problems)
        context.close()


@contextlib.contextmanager
def other_site(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(QuietRequests, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


class QuietRequests(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def check_frames(context, address, anchor, count, problems):
    page = context.new_page()
    page.on("pageerror", lambda error: problems.append(f"{page.url}: script: {error}"))
    page.goto(address, wait_until="load")
    frames = [frame for frame in page.frames if frame.parent_frame]
    if len(frames) != count:
        problems.append(f"{len(frames)} frames of {count}")
    heights = [frame.evaluate("Math.ceil(document.body.getBoundingClientRect().height)") for frame in frames]
    try:
        page.wait_for_function(FITS, arg=heights, timeout=60_000)
    except Exception:
        shown = page.evaluate("[...document.querySelectorAll('iframe')].map((one) => one.style.height)")
        problems.append(f"pages in frames are {heights} pixels high, their frames {shown}")
    matrix, issue, position, _ = frames
    if matrix.locator(".matrix thead th:visible").count() != 1:
        problems.append("the matrix in a frame does not show the one party of its address")
    shown = position.locator(".standings > tbody:visible")
    if shown.count() != 1 or shown.get_attribute("id") != anchor or issue.locator(".standings > tbody:visible").count() < 2:
        problems.append(f"the frame of “{anchor}” does not show it alone")
    matrix.locator("footer a").first.click()
    page.wait_for_url("**/matrix/", timeout=60_000)
    page.close()


def files(opened, site, problems):
    page = opened.new_page()
    origin = site.folder.as_uri() + "/"
    listen(page, problems, origin)

    def follow(selector, kind):
        page.locator(selector).first.click()
        page.wait_for_load_state()
        if page.locator(f"body.page-{kind}").count() != 1 or not page.url.startswith(origin):
            problems.append(f"a link to a {kind} leads to {page.url}")

    page.goto(origin + "index.html")
    follow(".home-reports .reports a", "report")
    follow("main a[href*='issues/']", "issue")
    follow(".positions a[href*='parties/']", "party")
    follow(".site-menu a[href*='matrix']", "matrix")
    turn(page, problems)
    if page.locator(".search-open:visible").count():
        problems.append("search is shown, but cannot work from disk")
    for path in site.pages:
        # The 404 page has addresses from the root of the host.
        if path != "404.html":
            page.goto(origin + path)
            if page.evaluate("getComputedStyle(document.body).marginTop") != "0px":
                problems.append(f"{path}: the style sheet did not load")
    outside = re.compile(r'(?:href|src)="/[^/]')
    problems += [f"{path} has an address from the root of the host" for path in site.pages
                 if path != "404.html" and outside.search((site.folder / path).read_text(encoding="utf-8"))]


CHECKS = {"quiet": quiet, "mounted": mounted, "plain": plain, "strict": strict, "light": light, "framed": framed, "files": files}


def main():
    folder, *names = sys.argv[1:]
    problems = []
    with browser() as opened:
        for name in names:
            found = []
            CHECKS[name](opened, Site(folder), found)
            problems += [f"{name}: {one}" for one in found]
    end(problems)


if __name__ == "__main__":
    main()
