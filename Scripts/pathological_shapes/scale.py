"""Inputs as large as somebody may have them: tables of tens of thousands of rows or columns, and texts of a megabyte."""

from .archives import REPORTS, chain, ignored, live_blocks
from .markdown import PLAIN, link_definitions
from .shape import imported, of_site, one_report, rendered
from .texts import CSV

MEGABYTE = 1_000_000


def shapes():
    return [
        one_report("600 issues by 600 parties", REPORTS["matrix"], size=2_200_000),
        one_report("600 issues by 600 parties", REPORTS["matrix"], size=2_200_000, command="build"),
        one_report("50,000 issues in one table", REPORTS["issues in one table"], size=1_400_000, command="build"),
        one_report("50,000 parties in one table", REPORTS["parties in one table"], size=800_000, command="build"),
        of_site("5,000 parties in a chain of acts-for", chain("acts-for"), size=200_000, command="build"),
        of_site("1,000 live blocks over a large graph", live_blocks("view: matrix"), size=80_000, command="build"),
        of_site("4,000 patterns of ignore", ignored, size=80_000, command="build"),
        rendered("100,000 link definitions and uses", link_definitions, size=4_000_000),
        rendered("a cell of a megabyte", PLAIN["one large cell"], size=MEGABYTE),
        one_report("a cell of a megabyte", PLAIN["one large cell"], size=MEGABYTE, command="build"),
        rendered("the same unknown wikilink, a megabyte", "[[a]] ", size=MEGABYTE, site=True),
        rendered("footnote references, a megabyte", "[^1]", size=MEGABYTE),
        rendered("image brackets, a megabyte", "![[", size=MEGABYTE, site=True),
        imported("100,000 positions", "a.csv", CSV["rows of positions"], size=3_000_000),
    ]
