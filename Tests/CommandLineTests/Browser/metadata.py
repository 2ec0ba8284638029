#!/usr/bin/env python3
"""Checks that every feed, the sitemap and all JSON-LD of built sites have the required values, and that the Markdown beside pages
holds their tables.

    metadata.py SITE…
"""

import json
import re
import sys
import xml.etree.ElementTree as tree
from pathlib import Path

from copies import copies

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
JSON_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def feed(file, problems):
    root = tree.parse(file).getroot()
    if root.tag != ATOM + "feed":
        problems.append(f"{file} is not a feed")
        return
    for part in [root, *root.iter(ATOM + "entry")]:
        for name in ["id", "title", "updated"]:
            if not (part.findtext(ATOM + name) or "").strip():
                problems.append(f"{file}: {part.tag} without {name}")
        if not STAMP.fullmatch(part.findtext(ATOM + "updated") or ""):
            problems.append(f"{file}: updated “{part.findtext(ATOM + 'updated')}”")
        if part.find(ATOM + "link") is None:
            problems.append(f"{file}: {part.tag} without a link")
        if part is not root and part.find(ATOM + "author") is None and root.find(ATOM + "author") is None:
            problems.append(f"{file}: an entry without an author")


def sitemap(site, problems):
    urls = tree.parse(site / "sitemap.xml").getroot()
    places = [url.findtext(MAP + "loc") for url in urls.iter(MAP + "url")]
    base = places[0] if places else ""
    for place in places:
        path = (place or "").removeprefix(base)
        if not (place or "").startswith(base) or not (site / path / "index.html" if path.endswith("/") or not path else site / path).exists():
            problems.append(f"{site}: the sitemap lists {place}, which is not a page")
    if len(places) < 10 or len(places) != len(set(places)):
        problems.append(f"{site}: the sitemap lists {len(places)} pages, {len(set(places))} of them different")


def said(site, problems):
    kinds = set()
    for page in sorted(site.rglob("*.html")):
        for text in JSON_LD.findall(page.read_text(encoding="utf-8")):
            data = json.loads(text)
            things = data.get("@graph", [data])
            context = data.get("@context")
            # A report adds what stands for “cell:”, “issue:” and “party:” in identifiers, and that the values of “about” are such.
            if isinstance(context, list) and len(context) == 2 and list(context[1]) == ["cell", "issue", "party", "about"]:
                context = context[0]
            if context != "https://schema.org" or not things:
                problems.append(f"{page}: JSON-LD without a context or without objects")
            for thing in things:
                kinds.add(thing.get("@type"))
                if not thing.get("@type") or not (thing.get("@id") or thing.get("name") or thing.get("itemListElement")):
                    problems.append(f"{page}: no type, id or name in {str(thing)[:120]}")
    if "Report" not in kinds:
        problems.append(f"{site}: no JSON-LD of type Report, only {kinds}")


def main():
    problems = []
    for folder in map(Path, sys.argv[1:]):
        feeds = [file for file in folder.rglob("*.xml") if file.name != "sitemap.xml"]
        if not feeds:
            problems.append(f"{folder} has no feed")
        for file in feeds:
            feed(file, problems)
        sitemap(folder, problems)
        said(folder, problems)
        copies(folder, problems)
    if problems:
        sys.exit("\n".join(problems[:40]))


if __name__ == "__main__":
    main()
