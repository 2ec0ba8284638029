"""Inputs as large as somebody may have them: tables of tens of thousands of rows or columns, and texts of a megabyte."""

from .archives import REPORTS, chain, ignored, rows
from .markdown import PLAIN, link_definitions
from .shape import imported, of_site, one_report, rendered
from .texts import CSV

MEGABYTE = 1_000_000

# Texts that are nearly all markup, and some with as much as a file may have.
DENSE = {
    "emphasis": "*a* ",
    "emphasis in words": "*ab* cdefgh",
    "strong emphasis": "**a** ",
    "code": "`a` ",
    "lines": "a\n",
    "longer lines": "abcde\n",
    "line breaks": "a\\\n",
    "exclamation marks": "!a",
    "brackets": "[a] ",
    "brackets in words": "[ab] cdefgh",
    "paragraphs": "a\n\n",
    "list items": "- a\n",
    "nested list items": "- a\n  - b\n",
    "tasks": "- [ ] a\n",
    "headings": "## a\n",
    "headings without text": "#\n",
    "quotes": "> a\n\n",
    "definitions": "a\n: b\n\n",
    # Complete tables, because an incomplete one is parsed differently.
    "tables": lambda size: "\n| Aspect | A |\n|---|---|\n| b | c |\n" * (size // 38),
}
# Problems that are in a text as often as possible.
PROBLEMS = {
    "tags": "<b> ",
    "different tags": lambda size: "".join(f"<b{n}> " for n in range(size // 9)),
    "blocks of HTML": "<p>\n\n",
    "missing images": "![a](a) ",
    "different missing images": lambda size: "".join(f"![a](a{n}) " for n in range(size // 14)),
    "unsafe links": "[a](javascript:b) ",
    "missing anchors": "[a](#b) ",
    "different unknown names": lambda size: "".join(f"[[name {n}]] " for n in range(size // 16)),
}


def live_blocks_on_pages(size):
    """As many live blocks as a page may have, on each of several pages."""
    count = max(1, size // 40)
    block = "```standpoint\nview: matrix\n```\n\n"
    pages = {f"pages/p{n}.md": f"# P{n}\n\n" + block * min(100, count - 100 * n) for n in range((count + 99) // 100)}
    return {"reports/a.md": rows(lambda n: f"| Issue {n} | [+] yes | [-] no |\n", 30)(300), **pages}


def shapes():
    return [
        one_report("600 issues by 600 parties", REPORTS["matrix"], size=2_200_000),
        one_report("600 issues by 600 parties", REPORTS["matrix"], size=2_200_000, command="build"),
        one_report("50,000 issues in one table", REPORTS["issues in one table"], size=1_400_000, command="build"),
        one_report("50,000 parties in one table", REPORTS["parties in one table"], size=800_000, command="build"),
        of_site("5,000 parties in a chain of acts-for", chain("acts-for"), size=200_000, command="build"),
        of_site("1,000 live blocks on ten pages", live_blocks_on_pages, size=40_000, command="build"),
        of_site("4,000 patterns of ignore", ignored, size=80_000, command="build"),
        rendered("100,000 link definitions and uses", link_definitions, size=4_000_000),
        rendered("a cell of a megabyte", PLAIN["one large cell"], size=MEGABYTE),
        one_report("a cell of a megabyte", PLAIN["one large cell"], size=MEGABYTE, command="build"),
        rendered("the same unknown wikilink, a megabyte", "[[a]] ", size=MEGABYTE, site=True),
        rendered("footnote references, a megabyte", "[^1]", size=MEGABYTE),
        rendered("image brackets, a megabyte", "![[", size=MEGABYTE, site=True),
        *[rendered(f"{name}, a megabyte", text, size=MEGABYTE) for name, text in DENSE.items()],
        *[one_report(f"{name}, a megabyte", text, size=MEGABYTE, command="build") for name, text in DENSE.items()],
        *[one_report(f"{name} everywhere", text, command="build") for name, text in PROBLEMS.items()],
        imported("100,000 positions", "a.csv", CSV["rows of positions"], size=3_000_000),
    ]
