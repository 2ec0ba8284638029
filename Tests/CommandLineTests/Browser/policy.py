#!/usr/bin/env python3
"""Opens pages in a real browser and checks that their Content-Security-Policy blocks nothing in them.

    policy.py ADDRESS…

Exits with 0 if every page has a policy and nothing was blocked, else with 1 and a message for each problem.
"""

import sys

import chromium
from playwright.sync_api import sync_playwright

LISTEN = """
  window.stopped = [];
  document.addEventListener("securitypolicyviolation", (event) =>
    window.stopped.push(`${event.effectiveDirective} stopped ${event.blockedURI || "inline code"}`));
"""
# A page has a policy if it blocks an inline script.
TRY = """() => new Promise((done) => {
  const count = window.stopped.length;
  const script = document.createElement("script");
  script.textContent = "window.hasRun = true";
  document.body.append(script);
  setTimeout(() => done(window.hasRun !== true && window.stopped.length > count), 50);
})"""


def main():
    problems = []
    with sync_playwright() as playwright:
        browser = chromium.start(playwright)
        page = browser.new_page()
        page.add_init_script(LISTEN)
        page.on("pageerror", lambda error: problems.append(f"{page.url}: {error}"))
        for address in sys.argv[1:]:
            page.goto(address, wait_until="networkidle")
            problems += [f"{address}: {words}" for words in page.evaluate("window.stopped")]
            if not page.evaluate(TRY):
                problems.append(f"{address}: no policy")
        browser.close()
    if problems:
        sys.exit("\n".join(problems))


if __name__ == "__main__":
    main()
