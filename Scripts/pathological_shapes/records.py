"""The record and what it grows from: lists and headings as comparisons, sheets, editions, sources, embeds, copies."""

import json

from .shape import SITE, of_site, one_report, repeated

HEAD = "| Aspect | North | South |\n|---|---|---|\n"
COPIES = SITE + "markdown-copies: true\nembeds: true\n"
DATED = "---\ntitle: A\ndate: 2024-03-01\n---\n"


def numbered(make, width, least=1):
    """A text of what `make` gives for each number, about `width` bytes each, up to a size."""
    return lambda size: "".join(make(number) for number in range(max(least, size // width)))


def after(start, text):
    """A comparison: its beginning, and whole repetitions of a text, because one with a part that is cut is none."""
    return lambda size: start + (text(size) if callable(text) else text * max(1, size // len(text.encode())))


LIST = "<!-- standpoint: positions list -->\n"
HEADINGS = "<!-- standpoint: positions by heading -->\n"

COMPARISONS = {
    "list comparison of issues": after(LIST, numbered(lambda n: f"- Issue {n}\n  - North: [+] yes\n  - South: no\n", 44)),
    "list comparison of one issue": after(LIST + "- Water\n", numbered(lambda n: f"  - P{n}: yes\n", 14)),
    "list comparison with one long position": after(
        LIST + "- Water\n  - North: yes\n", "\n    A paragraph of the position.\n"),
    "list comparison of the same issue": after(LIST, "- Water\n  - North: yes\n  - South: no\n"),
    "list comparison without parties": after(LIST, numbered(lambda n: f"- Issue {n}\n", 14)),
    "list comparisons": numbered(lambda n: f"{LIST}- Issue {n}\n  - North: yes\n  - South: no\n\n", 76),
    "heading comparison of issues": after(HEADINGS, numbered(
        lambda n: f"### Issue {n}\n\n- North: [+] yes\n- South: no\n\n", 46)),
    "heading comparison of one issue": after(HEADINGS + "### Water\n\n", numbered(lambda n: f"#### P{n}\n\nyes\n\n", 18)),
    "heading comparison with one long position": after(
        HEADINGS + "### Water\n\n#### North\n\n", "A paragraph of the position.\n\n"),
    "heading comparison of the same issue": after(HEADINGS, "### Water\n\n- North: yes\n- South: no\n\n"),
    "a row for each position": after(
        "| Issue | Party | Position |\n|---|---|---|\n",
        numbered(lambda n: f"| Issue {n % 97} | Party {n // 97} | yes |\n", 30)),
    "a row for each position of one pair": after(
        "| Issue | Party | Position | Date |\n|---|---|---|---|\n",
        numbered(lambda n: f"| Water | North | yes {n} | {2000 + n % 24}-01-{n % 28 + 1:02} |\n", 42)),
    "a row for each position, each with a new issue and a new party": after(
        "| Issue | Party | Position |\n|---|---|---|\n", numbered(lambda n: f"| Issue {n} | Party {n} | yes |\n", 28)),
    "columns with sources and notes of their own": lambda size: columns(
        size // 56, lambda n: [f"P{n} Position", f"P{n} source", f"P{n} notes"]),
    "columns with a source each": lambda size: columns(size // 28, lambda n: [f"P{n}", "Source"]),
    "columns with one source": lambda size: columns(
        max(2, size // 14), lambda n: [f"P{n}"] + ["Source"] * (n + 1 == max(2, size // 14))),
    "options of many issues": lambda size: HEAD + "".join(
        f"| Issue {n} | yes | no |\n" for n in range(max(1, size // 90))) + "\n" + '<!-- standpoint: options issues="' + ", ".join(
        f"Issue {n}" for n in range(max(1, size // 90))) + '" -->\n| Strategy | Purpose |\n|---|---|\n' + (
        "| Talk | Calm |\n" * max(1, size // 90)),
    "links to cells": lambda size: HEAD + "".join(
        f"| Issue {n} | yes | no |\n" for n in range(max(1, size // 46))) + "\n" + "".join(
        f"[[Issue {n}#North]]\n" for n in range(max(1, size // 46))),
    "mentions of many names in one paragraph": lambda size: HEAD + "".join(
        f"| Issue {n} | yes | no |\n" for n in range(max(1, size // 42))) + "\n" + "".join(
        f"About Issue {n}\n" for n in range(max(1, size // 42))),
    "mentions of many names in one line": lambda size: HEAD + "".join(
        f"| Issue {n} | yes | no |\n" for n in range(max(1, size // 42))) + "\n" + "".join(
        f"About Issue {n}, " for n in range(max(1, size // 42))) + "\n",
    "links to one cell of many positions": lambda size: HEAD + "".join(
        f"| Water | yes {n} | no |\n" for n in range(max(1, size // 46))) + "\n" + "[[Water#North]]\n" * max(1, size // 46),
    "corrections of cells": lambda size: corrected(size // 110, "Issue {}", "yes"),
    "corrections of silent cells": lambda size: corrected(size // 110, "Issue {}", "—"),
    "corrections of unknown cells": lambda size: corrected(size // 110, "Isue {}", "yes"),
    "old addresses of cells": lambda size: "---\nredirects:\n" + "".join(
        f"  - /old/plan/#issue-{n}--north: issue-{n}--north\n" for n in range(max(1, size // 84))) + "---\n" + HEAD + "".join(
        f"| Issue {n} | yes | no |\n" for n in range(max(1, size // 84))),
    "unknown old addresses of cells": lambda size: "---\nredirects:\n" + "".join(
        f"  - /old/plan/#issue-{n}--north: isue-{n}--north\n" for n in range(max(1, size // 84))) + "---\n" + HEAD + "".join(
        f"| Issue {n} | yes | no |\n" for n in range(max(1, size // 84))),
    "silent cells": after(HEAD, numbered(lambda n: f"| Issue {n} | — | [+] yes |\n", 28)),
    "tables with a silent cell each": numbered(lambda n: HEAD + f"| Issue {n} | — | no |\n\n", 76),
    "dated cells": after(HEAD, numbered(lambda n: f"| Issue {n} | yes {{as-of=2024-02 evidence=vote}} | no |\n", 58)),
    "dated cells of one pair": after(DATED + HEAD, numbered(
        lambda n: f"| Water | [+] yes {{as-of={1000 + n % 1000}-{n // 1000 % 12 + 1:02}}} | no |\n", 44)),
    "cells with a footnote each": lambda size: HEAD + "".join(
        f"| Issue {n} | yes[^{n}] | no |\n" for n in range(max(1, size // 64))) + "\n" + "".join(
        f"[^{n}]: https://a.example/{n}\n" for n in range(max(1, size // 64))),
    "cells with one footnote": lambda size: HEAD + "".join(
        f"| Issue {n} | yes[^1] | no |\n" for n in range(max(1, size // 30))) + "\n[^1]: https://a.example/\n",
    "links in one cell": lambda size: HEAD + "| Water | " + "".join(
        f"[a](https://a.example/{n}) " for n in range(max(1, size // 28))) + "| no |\n",
    "links in one footnote": lambda size: HEAD + "| Water | yes[^1] | no |\n\n[^1]: " + "".join(
        f"[a](https://a.example/{n}) " for n in range(max(1, size // 28))) + "\n",
    "corrections": lambda size: "---\ntitle: A\ndate: 2024-03-01\ncorrections:\n" + "".join(
        '  - {date: 2024-04-01, position: "[[Water#North]]", note: "n"}\n' for _ in range(
            max(1, size // 62))) + "---\n" + HEAD + "| Water | yes | no |\n",
    "tables of one pair": HEAD + "| Water | yes | no |\n\n",
    "plain tables": "| a | b |\n|---|---|\n| c | d |\n\n",
    "options": after("| Strategy | Purpose |\n|---|---|\n", numbered(lambda n: f"| Plan {n} | about Water |\n", 28)),
}


def columns(count, names):
    """A table with one row; `names` gives the headers of each of many parties."""
    headers = [name for number in range(max(1, count)) for name in names(number)]
    return "| Aspect |" + "".join(f" {name} |" for name in headers) + "\n|" + "--|" * (
        len(headers) + 1) + "\n| Water |" + " yes |" * len(headers) + "\n"


def corrected(count, name, cell):
    """A report with a correction of each row."""
    numbers = range(max(1, count))
    return "---\ntitle: A\ndate: 2024-03-01\ncorrections:\n" + "".join(
        f'  - {{date: 2024-04-{n % 28 + 1:02}, position: "[[{name.format(n)}#North]]", note: "n {n}"}}\n' for n in numbers
    ) + "---\n" + HEAD + "".join(f"| Issue {n} | {cell} | no |\n" for n in numbers)


def sheet_of_positions(size):
    rows = numbered(lambda n: f"Issue {n % 97},Party {n // 97},yes\n", 24)(size)
    return sheet("Issue,Party,Position\n" + rows)


def sheet_of_one_pair(size):
    rows = numbered(lambda n: f"Water,North,yes {n},{2000 + n % 24}-01-{n % 28 + 1:02}\n", 32)(size)
    return sheet("Issue,Party,Position,Date\n" + rows)


def sheet(text):
    return {"reports/a.md": "# A\n\n<!-- standpoint: positions from=grid.csv -->\n", "reports/grid.csv": text}


def sheets(size):
    """Many tables of one sheet in one report."""
    count = max(1, size // 90)
    return {"reports/a.md": "# A\n\n" + "<!-- standpoint: positions from=grid.csv -->\n\n" * count,
            "reports/grid.csv": "Issue,North,South\nWater,yes,no\n"}


def quoted_sheet(size):
    return sheet('Issue,North,South\nWater,"' + repeated("a ""b"" ", size) + '",no\n')


# Editions -------------------------------------------------------------------------------------------------------------


def edition(positions, issues=(), parties=("North", "South"), reports=("a",), version=1):
    """An edition as the tool writes it."""
    def slug(name):
        return name.lower().replace(" ", "-")

    def lines(records):
        return ",\n".join(json.dumps(record, ensure_ascii=False, separators=(",", ":")) for record in records)

    return (
        '{\n"standpoint":"edition",\n' f'"version":{version},\n' '"name":"one",\n"date":"2025-03-10",\n"reports":[\n'
        + lines({"slug": r, "path": f"reports/{r}.md", "title": r.upper(), "date": "2024-03-01"} for r in reports)
        + '\n],\n"issues":[\n'
        + lines({"slug": slug(i), "name": i, "aliases": [], "proposition": None} for i in issues)
        + '\n],\n"parties":[\n'
        + lines({"slug": slug(p), "name": p, "aliases": [], "acts-for": None} for p in parties)
        + '\n],\n"positions":[\n'
        + lines({
            "issue": slug(i), "party": slug(p), "report": "a", "ordinal": o, "stance": "+", "date": "2024-03-01",
            "origin": "front-matter", "anchor": f"{slug(i)}--{slug(p)}" + (f"--{o}" if o > 1 else ""), "quote": quote}
            for i, p, o, quote in positions)
        + "\n]\n}\n")


def edited(now):
    """A report of many issues, each cell edited since the edition; `now` is a cell."""
    def files(size):
        issues = [f"Issue {n}" for n in range(max(1, size // 350))]
        return {
            "reports/a.md": DATED.replace("---\n", "---\nupdated: 2025-06-01\n", 1) + HEAD + "".join(
                f"| {issue} | {now} | [+] old |\n" for issue in issues),
            "editions/one.json": edition([(i, p, 1, "old") for i in issues for p in ("North", "South")], issues)}

    return files


def gone(size):
    """The report of an edition has no cells any more."""
    issues = [f"Issue {n}" for n in range(max(1, size // 400))]
    return {"reports/a.md": DATED + "Text\n",
            "editions/one.json": edition([(i, p, 1, "old") for i in issues for p in ("North", "South")], issues)}


def one_pair(size):
    """Many positions of one pair in an edition and in its report."""
    count = max(1, size // 250)
    return {"reports/a.md": DATED + HEAD + "".join(f"| Water | [+] new {n} | no |\n" for n in range(count)),
            "editions/one.json": edition([("Water", "North", n + 1, f"old {n}") for n in range(count)], ["Water"])}


def editions(size):
    """Many small editions."""
    files = {"reports/a.md": DATED + HEAD + "| Water | [+] new | [+] old |\n"}
    for number in range(max(1, size // 900)):
        text = edition([("Water", p, 1, f"old {number}") for p in ("North", "South")], ["Water"])
        files[f"editions/e{number}.json"] = text.replace('"name":"one"', f'"name":"e{number}"').replace(
            "2025-03-10", f"{2024 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}")
    return files


def withdrawn(size):
    issues = [f"Issue {n}" for n in range(max(1, size // 500))]
    lines = "".join(f'  - {{address: "/reports/a/#issue-{n}--north", date: 2025-05-01, reason: r}}\n' for n in range(
        min(len(issues), 2000)))
    return {"site.yml": SITE + "withdrawn:\n" + lines, "reports/a.md": DATED + "Text\n",
            "editions/one.json": edition([(i, p, 1, "old") for i in issues for p in ("North", "South")], issues)}


# Sources ----------------------------------------------------------------------------------------------------------------


def sources_json(size):
    count = max(1, size // 110)
    entries = [{"id": f"key{n}", "type": "webpage", "title": f"Title {n}", "URL": f"https://a.example/{n}"} for n in range(count)]
    return {"sources.json": json.dumps(entries), "reports/a.md": HEAD + "".join(
        f"| Issue {n} | yes[@key{n}] | no |\n" for n in range(count))}


def source_files(size):
    count = max(1, size // 90)
    return {f"sources/key{n}.md": f"---\ntitle: Title {n}\nurl: https://a.example/{n}\n---\n" for n in range(count)} | {
        "reports/a.md": HEAD + "".join(f"| Issue {n} | yes[@key{n}] | no |\n" for n in range(count))}


def one_source(size):
    return {"sources/key.md": "---\ntitle: Title\nurl: https://a.example/\n---\n",
            "reports/a.md": HEAD + numbered(lambda n: f"| Issue {n} | yes[@key] | no |\n", 32)(size)}


def described_sources(size):
    """One address, described in another way by each report."""
    return {f"reports/r{n}.md": HEAD + f"| Water | yes[^1] {{evidence=vote}} | no |\n\n[^1]: [Law {n} on tolls](https://a.example/), p. {n}\n"
            for n in range(max(1, size // 110))}


def alike_addresses(size):
    """Addresses whose keys are the same, each on three positions."""
    return {"reports/a.md": HEAD + "".join(
        f"| Issue {n} | [yes](https://a.example/a?x={n // 3}) | no |\n" for n in range(max(3, size // 58)))}


# Embeds -----------------------------------------------------------------------------------------------------------------


def embedded(size):
    """One note, embedded by many."""
    count = max(2, size // 90)
    return {f"pages/p{n}.md": f"# P{n}\n\n![[Note]]\n\nA text of the page.\n" for n in range(count)} | {
        "pages/note.md": "# Note\n\nA text.\n"}


def embeds_of_one(size):
    return {"pages/a.md": "# A\n\n" + repeated("![[Note]]\n\n", size), "pages/note.md": "# Note\n\nA text.\n"}


def embeds_of_a_large_note(size):
    """Many pages that embed one large note: the limit of a page’s embeds bounds each."""
    return {f"pages/p{n}.md": f"# P{n}\n\n![[Note]]\n" for n in range(8)} | {
        "pages/note.md": "# Note\n\n" + repeated("A paragraph of text.\n\n", size)}


def embedded_cycle(size):
    count = max(2, size // 24)
    return {f"pages/p{n}.md": f"# P{n}\n\n![[P{(n + 1) % count}]]\n" for n in range(count)}


# Parties ----------------------------------------------------------------------------------------------------------------


def chain_in_a_table(size):
    """Each party acts for the next, and all hold a position."""
    count = max(2, size // 56)
    files = {f"parties/p{n}.md": f"---\ntitle: P{n}\nacts-for: P{n + 1}\n---\n" for n in range(count)}
    return files | {"reports/a.md": "| Aspect |" + "".join(f" P{n} |" for n in range(count)) + "\n|" + "--|" * (
        count + 1) + "\n| Water |" + " yes |" * count + "\n"}


def successors(size):
    """Each party succeeds the one before; all act for one."""
    count = max(2, size // 80)
    files = {f"parties/p{n}.md": f"---\ntitle: P{n}\nacts-for: Hub\nfrom: {1000 + n // 12}-{n % 12 + 1:02}\n" + (
        f"succeeds: P{n - 1}\n" if n else "") + "---\n" for n in range(count)}
    return files | {"parties/hub.md": "---\ntitle: Hub\n---\n", "reports/a.md": "| Aspect |" + "".join(
        f" P{n} |" for n in range(count)) + "\n|" + "--|" * (count + 1) + "\n| Water |" + " yes |" * count + "\n"}


def members(size):
    count = max(2, size // 46)
    return {f"parties/p{n}.md": f"---\ntitle: P{n}\nmember-of: [Bloc]\n---\n" for n in range(count)} | {
        "parties/bloc.md": "---\ntitle: Bloc\n---\n", "reports/a.md": "| Aspect | P0 | Bloc |\n|--|--|--|\n| Water | yes | no |\n"}


def pairs(size):
    count = max(2, size // 24)
    lines = "".join(f"  - [P{n}, P{n + 1}]\n" for n in range(count))
    return {"site.yml": SITE + "pairs:\n" + lines, "reports/a.md": "| Aspect |" + "".join(
        f" P{n} |" for n in range(count + 1)) + "\n|" + "--|" * (count + 2) + "\n| Water |" + " yes |" * (count + 1) + "\n"}


def moves(size):
    """One pair, whose stance moves in every report."""
    count = max(1, size // 100)
    return {f"reports/r{n}.md": f"---\ntitle: R{n}\ndate: {1000 + n // 300}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}\n---\n{HEAD}"
            f"| Water | [{'+-'[n % 2]}] text {n} | [+] same |\n" for n in range(count)}


SITES = {
    "chain of acts-for in a table": chain_in_a_table,
    "successors": successors,
    "members of one bloc": members,
    "pairs of settings": pairs,
    "moves of one pair": moves,
    "sheet of positions": sheet_of_positions,
    "sheet of one pair": sheet_of_one_pair,
    "one sheet, read often": sheets,
    "sheet with a quoted cell": quoted_sheet,
    "sources.json": sources_json,
    "files of sources": source_files,
    "one source, cited often": one_source,
    "alike addresses of sources": alike_addresses,
    "one source, described in many ways": described_sources,
    "one note, embedded by many": embedded,
    "embeds of one note": embeds_of_one,
    "embeds of a large note": embeds_of_a_large_note,
    "embeds in a circle": embedded_cycle,
    "cells edited since an edition": edited("[-] new"),
    "cells moved since an edition": edited("[-] new {as-of=2025-05}"),
    "cells silent since an edition": edited("—"),
    "cells gone since an edition": gone,
    "one pair in an edition": one_pair,
    "editions": editions,
    "withdrawn addresses": withdrawn,
}
LARGE = 120_000
# Above 200 positions, each year has a page, so that inputs around that number seem to grow faster.
# An option has each issue up to the hundredth, so its cost grows with both numbers until there are as many.
SIZES = {"dated cells of one pair": 480_000, "a row for each position of one pair": 480_000, "sheet of one pair": 480_000,
         "options of many issues": 480_000}
COMPARED = ["cells edited since an edition", "cells moved since an edition", "cells silent since an edition",
            "cells gone since an edition", "one pair in an edition"]


def shapes():
    result = []
    for name, text in COMPARISONS.items():
        result.append(one_report(name, text, size=SIZES.get(name, LARGE), command="build"))
    result += [of_site(name, files, size=SIZES.get(name, LARGE), command="build") for name, files in SITES.items()]
    result += [of_site(name, SITES[name], size=LARGE, command=command) for command in ("diff", "digest") for name in COMPARED]
    result += [
        of_site(f"{name}, with copies", files, size=60_000, command="build", site=COPIES) for name, files in {
            "one large cell": lambda size: {"reports/a.md": HEAD + "| Water | " + repeated("*a* [b](c.org) ", size) + " | d |\n"},
            "paragraphs": lambda size: {"reports/a.md": repeated("A paragraph of *text* & more.\n\n", size)},
            "nested list": lambda size: {"reports/a.md": "- " * 190 + "a\n\n" + repeated("  b\n\n", size)},
            "code": lambda size: {"reports/a.md": "`" + repeated("a ", size) + "`\n"},
            "issues in one table": lambda size: {"reports/a.md": HEAD + numbered(lambda n: f"| Issue {n} | yes | no |\n", 28)(size)},
            "parties in one table": lambda size: {"reports/a.md": "| Aspect |" + "".join(
                f" P{n} |" for n in range(max(2, size // 16))) + "\n|" + "--|" * (max(2, size // 16) + 1) + "\n| Water |"
                + " yes |" * max(2, size // 16) + "\n"},
            "footnotes": lambda size: {"reports/a.md": "".join(f"text[^d{n}]\n" for n in range(size // 32)) + "\n" + "".join(
                f"[^d{n}]: note\n" for n in range(size // 32))},
            "embeds of one note": embeds_of_one,
        }.items()]
    return result
