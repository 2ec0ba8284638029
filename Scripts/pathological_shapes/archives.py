"""Whole sites: names, tables, relations, live blocks, editions, settings, templates."""

from .shape import SITE, of_site, one_report, repeated


def rows(make, width, head="| Aspect | North | South |\n|---|---|---|\n"):
    return lambda size: head + "".join(make(number) for number in range(max(1, size // width)))


def matrix(size):
    side = max(2, int((size / 6) ** 0.5))
    head = "| Aspect |" + "".join(f" P{n} |" for n in range(side)) + "\n|" + "--|" * (side + 1) + "\n"
    return head + "".join(f"| Issue {n} |" + " yes |" * side + "\n" for n in range(side))


def wide(size):
    parties = max(2, size // 16)
    return "| Aspect |" + "".join(f" P{n} |" for n in range(parties)) + "\n|" + "--|" * (
        parties + 1) + "\n| Water |" + " yes |" * parties + "\n"


def chain(key):
    def files(size):
        count = max(2, size // 40)
        return {f"parties/p{n}.md": f"---\ntitle: P{n}\n{key}: P{n + 1}\n---\n" for n in range(count)} | {
            f"parties/p{count}.md": f"---\ntitle: P{count}\n---\n",
            "reports/a.md": "| Aspect | P0 | P1 |\n|--|--|--|\n| Water | yes | no |\n"}

    return files


def star(size):
    count = max(2, size // 40)
    return {f"parties/p{n}.md": f"---\ntitle: P{n}\nacts-for: Hub\n---\n" for n in range(count)} | {
        "reports/a.md": "| Aspect | P0 | Hub |\n|--|--|--|\n| Water | yes | no |\n"}


def reports(make):
    def files(size):
        sample = len(make(1))
        return {f"reports/r{n}.md": make(n) for n in range(max(1, size // sample))}

    return files


def same_pair(number):
    return (f"---\ntitle: Report {number}\ndate: 2024-01-{number % 28 + 1:02}\n---\n"
            "| Aspect | North | South |\n|---|---|---|\n| Water | [+] wants more | [-] wants less |\n")


def one_title(number):
    return "---\ntitle: Weekly\n---\n[[Weekly]] [[report:Weekly]] [[issue:Weekly]]\n"


def live_blocks(block):
    def files(size):
        count = max(1, int((size / 2) / 40))
        table = "| Aspect | North | South |\n|---|---|---|\n" + "".join(
            f"| Issue {n} | [+] yes | [-] no |\n" for n in range(max(1, size // 2 // 30)))
        return {"reports/a.md": table, "pages/b.md": "# B\n\n" + f"```standpoint\n{block}\n```\n\n" * count}

    return files


def ignored(size):
    count = max(1, size // 20)
    patterns = "\n".join(f"  - drafts/x{n}*.md" for n in range(count))
    files = {f"reports/r{n}.md": f"# R{n}\n" for n in range(count // 2 + 1)}
    return {"site.yml": f"{SITE}ignore:\n{patterns}\n", **files}


def long_names(size):
    head = "| Aspect | North | South |\n|---|---|---|\n"
    name = lambda letter: letter + " " + repeated("word other third ", size // 4)  # noqa: E731
    return head + "".join(f"| {name(letter)} | yes | no |\n" for letter in "abcd")


def alike_names(size):
    return rows(lambda n: f"| Issue number {n} of the plan | yes | no |\n", 38)(size)


def embeds(size):
    """Each page embeds the next two."""
    count = max(2, size // 40)
    return {f"pages/p{n}.md": f"# P{n}\n\n![[P{n + 1}]]\n\n![[P{n + 2}]]\n" for n in range(count)}


def settings(make, width):
    def files(size):
        return {"site.yml": SITE + "".join(make(number) for number in range(max(1, size // width))),
                "reports/a.md": "# A\n"}

    return files


def front_matter(make, width):
    return lambda size: "---\n" + "".join(make(n) for n in range(max(1, size // width))) + "---\n# A\n\nText\n"


def yaml_line(text):
    return lambda size: "---\ntitle: " + repeated(text, size) + "\n---\n# A\n"


def template(text):
    def files(size):
        return {"reports/a.md": "# A\n", "../Templates/report.mustache": repeated(text, size)}

    return files


def edition(make):
    def files(size):
        return {"reports/a.md": "# A\n", "editions/one.json": make(size)}

    return files


def sheet(size):
    grid = "Aspect,North,South\n" + "".join(f"Issue {n},yes,no\n" for n in range(max(1, size // 18)))
    return {"reports/a.md": "# A\n\n<!-- standpoint: positions from=grid.csv -->\n", "reports/grid.csv": grid}


REPORTS = {
    "the same unknown wikilink": "[[unknown thing]] ",
    "unknown wikilinks": lambda size: " ".join(f"[[unknown {n}]]" for n in range(max(1, size // 16))),
    "issues in one table": rows(lambda n: f"| Issue {n} | yes | no |\n", 28),
    "alike names": alike_names,
    "the same row": rows(lambda n: "| Water | yes | no |\n", 22),
    "rows without cells": rows(lambda n: f"| Issue {n} |\n", 14),
    "ragged rows": rows(lambda n: f"| Issue {n} | a | b | c | d |\n", 30),
    "matrix": matrix,
    "parties in one table": wide,
    "a position of many words": lambda size: rows(lambda n: "", 1)(1) + "| Water | " + repeated("word North ", size) + " | no |\n",
    "stance marks in one cell": lambda size: rows(lambda n: "", 1)(1) + "| Water | " + repeated("[+] ", size) + " | n |\n",
    "quotation marks in one cell": lambda size: rows(lambda n: "", 1)(1) + "| Water | " + repeated("“a ", size) + "| n |\n",
    "long directive": lambda size: "<!-- standpoint: positions " + repeated("id=a ", size) + "-->\n"
    "| Aspect | B |\n|--|--|\n| c | d |\n",
    "tensions": lambda size: rows(lambda n: "| Water | yes | no |\n", 22)(1) + "\n"
    # Whole ones: a tension that is cut is an error, and then nothing is built.
    + "> [!tension] [[Water#North]] [[Water#South]]\n> Text.\n\n" * max(1, size // 54),
    "mentions of one name": lambda size: rows(lambda n: "| Water | yes | no |\n", 22)(1) + "\n" + repeated(
        "Water North South ", size),
    "headings": "## A heading\n\nText\n\n",
    "unknown front matter keys": front_matter(lambda n: f"key{n}: value\n", 16),
    "the same front matter key": front_matter(lambda n: "title: value\n", 13),
    "aliases of a list": lambda size: "---\ntags: [" + repeated("a, ", size) + "b]\n---\n# A\n",
    "redirects": lambda size: "---\nredirects: [" + ", ".join(
        f"/old/{n}/" for n in range(max(1, size // 14))) + "]\n---\n# A\n",
    "core issues that do not exist": lambda size: "---\ncore-issues: [" + ", ".join(
        f"Nothing {n}" for n in range(max(1, size // 14))) + "]\n---\n# A\n",
    "nested YAML": yaml_line("["),
    "nested YAML maps": yaml_line("{a: "),
    "YAML quotation marks": yaml_line('"'),
    "YAML aliases": lambda size: "---\na: &a [b]\n" + "".join(
        f"c{n}: *a\n" for n in range(max(1, size // 9))) + "---\n# A\n",
    "front matter without an end": lambda size: "---\n" + repeated("title: a\n", size),
    "long title": yaml_line("word "),
    "broken links": "[a](b.md) ",
    "one broken link in lines": "[a](missing.md)\n\n",
    "images that do not exist": "![a](b.png)\n\n",
}


def shapes():
    result = [one_report(name, text) for name, text in REPORTS.items()]
    result += [one_report(name, REPORTS[name], command="build") for name in (
        "issues in one table", "the same row", "mentions of one name", "tensions", "the same unknown wikilink",
        "a position of many words")]
    result += [one_report(name, REPORTS[name], command="build", size=60_000) for name in ("matrix", "parties in one table")]
    result += [one_report(name, REPORTS[name], command="suggest") for name in (
        "alike names", "a position of many words")]
    # Each name has up to forty neighbours to be compared with, so small inputs grow faster.
    result += [one_report(name, REPORTS[name], command="suggest", size=1_000_000) for name in (
        "issues in one table", "parties in one table")]
    result += [one_report("long names", long_names, command="suggest", size=400_000)]
    result += [one_report(name, REPORTS[name], command="edition") for name in ("issues in one table", "the same row")]
    result += [
        of_site("chain of acts-for", chain("acts-for"), size=120_000),
        of_site("chain of acts-for", chain("acts-for"), size=60_000, command="build"),
        of_site("many that act for one", star, size=120_000),
        of_site("many that act for one", star, size=60_000, command="build"),
        of_site("reports on one pair", reports(same_pair), size=120_000),
        of_site("reports on one pair", reports(same_pair), size=120_000, command="build"),
        of_site("reports with one title, linked by it", reports(one_title), size=120_000),
        of_site("reports with one title, linked by it", reports(one_title), size=120_000, command="build"),
        of_site("ignore patterns and files", ignored, size=80_000),
        of_site("embeds of embeds", embeds, size=60_000, command="build"),
        of_site("table in a sheet", sheet),
        of_site("settings that do not exist", settings(lambda n: f"key{n}: value\n", 14)),
        of_site("redirects of settings", settings(lambda n: "redirects:\n" * (n == 0) + f"  /old/{n}/: /new/{n}/\n", 26)),
        of_site("edition of no JSON", edition(lambda size: "[" * size)),
        of_site("edition of one text", edition(lambda size: '"' + "a" * size)),
        of_site("edition of objects", edition(lambda size: '{"a":' * (size // 5))),
        of_site("template of open tags", template("{{")),
        of_site("template of sections", template("{{#a}}")),
        of_site("template of values", template("{{title}} ")),
    ]
    result += [of_site(f"live blocks, {' '.join(block.split())}", live_blocks(block), size=40_000, command="build") for block in (
        "view: matrix", "view: positions", "view: history", "view: matrix\nissues: [Issue 1]")]
    return result
