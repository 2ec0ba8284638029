#!/usr/bin/env python3
"""Searches a built site in a browser, below a path and under a strict Content-Security-Policy.

    searching.py SITE SITE_WITHOUT_SEARCH

The index of the first site is created by the real Pagefind; the other site was built without Pagefind.
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import expect
from served import STRICT_POLICY, Site, browser, end, listen


class Search:
    def __init__(self, page):
        self.page = page
        self.dialog = page.locator("dialog.search")
        self.field = page.locator(".search-field")
        self.results = page.locator(".search-results > li")
        self.places = page.locator(".search-place")

    def open(self):
        self.page.keyboard.press("/")
        expect(self.dialog).to_be_visible()
        expect(self.field).to_be_focused()

    def ask(self, words):
        self.field.fill(words)
        expect(self.page.locator(".search-status")).not_to_be_empty()

    def choose(self, facet, value):
        self.page.locator(f".search-facets [name={facet}]").select_option(value)


def opening(search, home):
    """The dialog opens with its key and button, closes with Escape and its button, and returns the focus."""
    page = search.page
    page.goto(home)
    search.open()
    page.keyboard.press("Escape")
    expect(search.dialog).to_be_hidden()
    button = page.locator(".search-open")
    button.focus()
    page.keyboard.press("Enter")
    expect(search.dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(search.dialog).to_be_hidden()
    expect(button).to_be_focused()
    button.click()
    page.locator(".search-close").click()
    expect(search.dialog).to_be_hidden()


def asking(search, home):
    """Words find pages and places in them. Arrow keys move through the results, and Enter opens the first one."""
    page = search.page
    page.goto(home)
    search.open()
    search.ask("sanctions")
    expect(search.results.filter(has_text="Sanctions").first).to_be_visible()
    assert search.results.count() > 2, f"{search.results.count()} results"
    assert search.places.count() > search.results.count(), "results show no places"
    assert page.locator(".search-place mark").count() > 2, "matches are not marked"
    assert page.locator(".search-where").count() > 2, "places do not show their heading"
    address = page.locator(".search-results a").first.get_attribute("href")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search-results a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(search.field).to_be_focused()
    search.ask("zyxwvq")
    expect(search.results).to_have_count(0)
    search.ask("sanctions")
    expect(search.results.first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != home and not url.endswith("#"))
    assert address and page.url.startswith(home), f"Enter opened {page.url}, outside {home}"
    expect(page.locator("main")).to_contain_text("anctions")
    expect(search.dialog).to_be_hidden()


def places(search, home):
    """A place in the results links to the exact cell of a table."""
    page = search.page
    page.goto(home)
    search.open()
    search.ask("enlargement" if page.locator("main").get_by_text("enlargement").count() else "expansion")
    cells = page.locator(".search-place[href*='--']")
    expect(cells.first).to_be_visible()
    cells.first.click()
    page.wait_for_url("**/*#*")
    expect(page.locator(":target")).to_be_in_viewport()


def narrowing(search, home):
    """A party and a kind of page filter the results, even without search words."""
    page = search.page
    page.goto(home)
    search.open()
    search.ask("NATO")
    expect(search.results.first).to_be_visible()
    whole = search.results.count()
    status = page.locator(".search-status")
    search.choose("party", "Russian Government")
    search.choose("kind", "Report")
    expect(page.locator(".search-about").filter(has_text="Issue")).to_have_count(0)
    expect(search.results.first).to_be_visible()
    narrow = search.results.count()
    assert 0 < narrow < whole, f"{narrow} of {whole} results are left"
    about = page.locator(".search-about").all_text_contents()
    assert all(text.startswith("Report") for text in about), about
    search.field.fill("")
    expect(status).not_to_be_empty()
    expect(search.results.first).to_be_visible()
    assert search.results.count() >= narrow, "filters without words find less than with words"


def answering(search, home):
    """Words that name a party and an issue get what the party holds first, with its source; where nothing is found, issues and
    parties are offered. The heads of tables are not run together."""
    page = search.page
    page.goto(home)
    search.open()
    card = page.locator(".search-card")
    search.ask("Russia on NATO")
    expect(card).to_have_count(1)
    expect(card.locator(".search-title")).to_have_text("Russia on NATO expansion")
    expect(card.locator(".stance")).to_have_text("Opposes")
    expect(card).to_contain_text("Russian Government, Acts for Russia")
    expect(card).to_contain_text("Since (or earlier): February 2025")
    expect(card.locator("a[href*='/reports/'][href*='#nato-expansion--russian-government']")).to_have_count(1)
    first = card.locator("a").first
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    target = first.get_attribute("href")
    page.keyboard.press("ArrowUp")
    texts = " ".join(page.locator(".search-place").all_text_contents())
    for wrong in ["PartyStance", "IssueRussian", "AspectRussian", "#Acts"]:
        assert wrong not in texts, f"heads of a table are run together: {wrong}"
    search.ask("russian government sanctions")
    expect(card.locator(".search-title")).to_have_text("Russian Government on Sanctions")
    search.ask("Hungary and sanctions")
    expect(card).to_contain_text("No position reported")
    search.ask("sanctions")
    expect(search.results.first).to_be_visible()
    expect(card).to_have_count(0)
    search.ask("zyxwvq")
    expect(page.locator(".search-offer")).to_have_count(2)
    expect(page.locator(".search-offer a", has_text="NATO expansion")).to_have_count(1)
    search.ask("Russia on NATO")
    expect(card).to_have_count(1)
    page.keyboard.press("Enter")
    page.wait_for_url(target)
    expect(page.locator(":target")).to_contain_text("NATO expansion")


def resting(search, home):
    """A kind of evidence finds the pages with positions that rest on it, and leads to these positions."""
    page = search.page
    page.goto(home)
    search.open()
    expect(page.locator(".search-facets label", has=page.locator("[name=evidence]"))).to_contain_text("Evidence on the page")
    page.locator(".search-facets [name=evidence] option[value=vote]").wait_for(state="attached")
    search.choose("evidence", "vote")
    expect(search.results.first).to_be_visible()
    links = page.locator(".search-place")
    expect(links.first).to_be_visible()
    assert all("--" in link.get_attribute("href") for link in links.all()), "a place is no position"
    assert all("vote" in text for text in links.all_text_contents()), links.all_text_contents()
    texts = " ".join(links.all_text_contents())
    assert "Cite" not in texts and "undefined" not in texts, texts
    # With words, those of them that rest on it come first, and are marked.
    search.ask("votes")
    expect(page.locator(".search-place mark").first).to_be_visible()
    first = page.locator(".search-results > li .search-place").first
    expect(first.locator(".search-earlier")).to_have_text("vote")
    first.click()
    page.wait_for_url("**/*--*")
    expect(page.locator(":target")).to_contain_text("vote")


def parts(opened, site, problems):
    """An index of two parts is searched as a whole, also if words are there before it is loaded. Here the parts are the same,
    so that everything is found twice."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "site"
        shutil.copytree(site.folder, copy)
        index = copy / "assets/pagefind"
        shutil.copytree(index, Path(scratch) / "part", ignore=shutil.ignore_patterns("pagefind*.js", "wasm.*", "parts.json"))
        record = json.loads((index / "parts.json").read_text())
        assert len(record["digests"]) == 1, record
        counts = []
        # The third part has no pages, and no files.
        for digests in [record["digests"], ["a", "b", ""]]:
            (index / "parts.json").write_text(json.dumps({"digests": digests}))
            with Site(copy).served("/some/where/", STRICT_POLICY) as home:
                page = opened.new_page()
                listen(page, problems, home)
                page.goto(home)
                page.locator(".search-open").click()
                page.locator(".search-field").fill("sanctions")
                expect(page.locator(".search-results > li").first).to_be_visible()
                counts.append(int(page.locator(".search-status").text_content().split()[0]))
                kinds = page.locator(".search-facets [name=kind] option").all_text_contents()
                assert len(kinds) == len(set(kinds)) > 2, f"kinds are listed twice: {kinds}"
                page.close()
            shutil.copytree(Path(scratch) / "part", index / "part-1", dirs_exist_ok=True)
        assert counts[1] == 2 * counts[0] > 0, f"{counts[0]} results in one part, {counts[1]} in both"


def nothing(opened, site, problems):
    """Without an index, there is no search button and no key, and pages request no search files."""
    with site.served() as address:
        page = opened.new_page()
        listen(page, problems, address)
        asked = []
        page.on("request", lambda one: asked.append(one.url))
        page.goto(address)
        page.keyboard.press("/")
        page.wait_for_timeout(200)
        assert page.locator(".search-open, dialog").count() == 0, "search is shown without an index"
        assert not [one for one in asked if "search" in one or "pagefind" in one], asked
        page.close()


def from_disk(opened, site):
    """Pages read from disk show no search button."""
    page = opened.new_page()
    page.goto((site.folder / "index.html").as_uri())
    expect(page.locator(".search-open")).to_be_hidden()
    page.close()


def main():
    site, without = Site(sys.argv[1]), Site(sys.argv[2])
    problems = []
    with browser() as opened:
        with site.served("/some/where/", STRICT_POLICY) as home:
            page = opened.new_page(viewport={"width": 1280, "height": 800})
            page.set_default_timeout(20_000)
            listen(page, problems, home)
            loaded = []
            page.on("request", lambda one: loaded.append(one.url))
            page.goto(home, wait_until="networkidle")
            assert not [one for one in loaded if "search" in one or "pagefind" in one], f"loaded before the first use: {loaded}"
            search = Search(page)
            for part in [opening, asking, places, narrowing, answering, resting]:
                part(search, home)
            page.close()
        parts(opened, site, problems)
        nothing(opened, without, problems)
        from_disk(opened, site)
    end(problems)


if __name__ == "__main__":
    try:
        main()
    except AssertionError as error:
        sys.exit(f"search failed: {error}")
