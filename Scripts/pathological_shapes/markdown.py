"""Markdown texts: brackets, emphasis, nesting, HTML, tables, footnotes, wikilinks."""

from .shape import one_report, rendered, repeated


def lines(make, width):
    """Lines that `make` numbers, about `width` bytes each, up to a size."""
    return lambda size: "\n".join(make(number) for number in range(max(1, size // width))) + "\n"


def nested_list(size):
    """A deep list whose deepest item has many blank lines."""
    deep = "".join(f"{'  ' * depth}- a\n" for depth in range(60))
    return deep + repeated(f"\n{'  ' * 60}b\n", max(0, size - len(deep)))


def deepest_list(size):
    deep = "- " * 199 + "a\n"
    return deep + "\n" * max(0, size - len(deep))


def link_definitions(size):
    count = max(1, size // 40)
    return "\n".join(f"[name {n}]: /page/{n}" for n in range(count)) + "\n\n" + " ".join(
        f"[name {n}]" for n in range(count)) + "\n"


def undefined_among_many(size):
    count = max(1, size // 32)
    return "".join(f"text[^u{n}]\n" for n in range(count)) + "\n" + "".join(
        f"[^d{n}]: note\n" for n in range(count))


def defined_and_used(size):
    count = max(1, size // 32)
    return "".join(f"text[^d{n}]\n" for n in range(count)) + "\n" + "".join(
        f"[^d{n}]: note\n" for n in range(count))


def one_footnote(size):
    return repeated("a[^1] ", size) + "\n\n[^1]: note\n"


def wide_table(size):
    columns = max(2, size // 12)
    return "|" + "|".join(f"p{n}" for n in range(columns)) + "|\n|" + "-|" * columns + "\n|" + "a|" * columns + "\n"


def square_table(size):
    side = max(2, int((size / 3) ** 0.5))
    row = "|" + "a|" * side + "\n"
    return row + "|" + "-|" * side + "\n" + row * side


def short_rows(size):
    """Many columns in the header, and rows of one cell."""
    columns = min(3000, max(2, size // 24))
    return "|" + "a|" * columns + "\n|" + "-|" * columns + "\n" + "|a|\n" * max(1, (size - 4 * columns) // 4)


TABLE = "| a | b |\n|---|---|\n| c | d |\n\n"


def tables(size):
    # Whole tables: one that is cut off would make all of them be read with more care.
    return TABLE * (size // len(TABLE))


def tables_and_half_a_table(size):
    return tables(size) + "| a | b |\n|--"


PLAIN = {
    "image brackets": "![",
    "image brackets that open wikilinks": "![[",
    "image brackets with a bar": "![[a|",
    "image brackets with a space": "![[a ",
    "image brackets and an empty link": "![[]()",
    "brackets": "[",
    "closing brackets": "]",
    "brackets and text": "[a",
    "bracket pairs": "[a]",
    "links in links": "[a](",
    "link openings": "[a](<b",
    "stars": "*",
    "stars and text": "*a ",
    "left and right stars": "*a_ ",
    "strong openings": "**a ",
    "underscores and text": "a_",
    "tildes": "~~a ",
    "nested strong": "*a **a ",
    "backticks of growing length": lambda size: "".join("e" + "`" * n for n in range(int((2 * size) ** 0.5))),
    "code openings": "`a ",
    "autolinks": "<http:",
    "bare addresses": "http://a.example/ ",
    "colons and slashes": "://",
    "e-mail signs": "a@",
    "dots and w": "www.",
    "entities": "&#65534;",
    "open entities": "&",
    "escapes": "\\",
    "comment openings": "<!--",
    "comment openings in lines": "<!--\n",
    "comment openings in paragraphs": "a <!-- b\n\n",
    "CDATA openings": "a <![CDATA[ ",
    "processing instructions": "a <? ",
    "declarations": "a <!A ",
    "tags": "<a ",
    "attributes": lambda size: "<a" + repeated(" a=b", size) + ">",
    "open attributes": '<a href="',
    "quotes": lambda size: "> " * 190 + "a\n" + repeated("> a\n", size),
    "nested quotes": lambda size: "> " * size,
    "deep list with blank lines": deepest_list,
    "deep list with text": nested_list,
    "list items": "- a\n",
    "empty list items": "-\n",
    "numbered items": lines(lambda n: f"{n}. a", 8),
    "headings": "# a\n\n",
    "underlined headings": "a\n=\n",
    "rules": "---\n",
    "hard breaks": "a  \n",
    "blank lines": "\n",
    "tabs": "\t",
    "link definitions and uses": link_definitions,
    "the same link definition": "[a]: /b\n",
    "fences": "```\na\n",
    "long words": "a",
    "letters above ASCII": "ü𝒳",
    "null characters": "a\0",
    "pipes": "|",
    "table rows without a delimiter": "| a | b |\n",
    "delimiter rows": "|-|-|\n",
    "many small tables": tables,
    "many small tables and half a table": tables_and_half_a_table,
    "wide table": wide_table,
    "square table": square_table,
    "short rows below a wide header": short_rows,
    "one large cell": lambda size: "| a | b |\n|---|---|\n| " + repeated("*a* [b](c) ", size) + " | d |\n",
    "escaped pipes": lambda size: "| a | b |\n|---|---|\n| " + repeated("\\|", size) + " | d |\n",
    "footnote references without definitions": "[^1]",
    "footnote references in lines": "a[^1]\n",
    "undefined footnotes among defined ones": undefined_among_many,
    "footnotes": defined_and_used,
    "one footnote, used often": one_footnote,
    "footnotes in footnotes": lines(lambda n: f"[^{n}]: see[^{n + 1}]", 16),
    "the same footnote, defined often": lambda size: "a[^1]\n\n" + repeated("[^1]: b\n", size),
    "task marks": "- [ ] a\n",
}

SITE_ONLY = {
    "wikilinks": "[[a]] ",
    "wikilinks in lines": "[[a]]\n",
    "open wikilinks": "[[a ",
    "wikilinks with bars": "[[a|b",
    "wikilinks over lines": "[[a\nb",
    "embeds": "![[a]]\n\n",
    "citations": "[@a] ",
    "open citations": "[@a; ",
    "highlights": "==a ",
    "comments of Obsidian": "%%a ",
    "open comments": "%%",
    "attribute lists": "a {.b",
    "identifiers of blocks": "a ^b\n\n",
    "callouts": "> [!note]\n> a\n\n",
    "nested callouts": lambda size: "".join("> " * n + "[!note]\n" for n in range(1, 180)) + repeated("> a\n", size),
    "captions": "| a | b |\n|---|---|\n| c | d |\n\n: Text {#id .b}\n\n",
    "tags of other programs": "{{< a >}} ",
    "template tags": "{% a %}\n",
    "tags of other programs without an end": "{{< a ",
    "commands of other programs without an end": "<% ",
    "directive lines of other programs": ":::\n",
    "hashtags": "#a ",
    "long directive": lambda size: "<!-- standpoint: positions " + repeated("id=a ", size) + "-->\n| a | b |\n|--|--|\n",
    "many directives": "<!-- standpoint: positions -->\n",
    "list comparison": "- **A**: b\n  - **C**: d\n",
}


# Nearly all markup: more of it than this is shown as plain text, which says nothing about how markup is read.
DENSE = {
    "image brackets", "image brackets that open wikilinks", "brackets", "closing brackets", "left and right stars",
    "underscores and text", "open entities", "escapes", "empty list items", "underlined headings", "fences",
    "wikilinks in lines",
}


def sized(name, text, site=False):
    return rendered(name, text, 120_000 if name in DENSE else 300_000, site)


def shapes():
    both = [sized(name, text) for name, text in PLAIN.items()]
    site_too = ["image brackets that open wikilinks", "image brackets with a bar", "footnotes", "one large cell",
                "footnote references without definitions", "one footnote, used often", "comment openings",
                "undefined footnotes among defined ones", "CDATA openings", "processing instructions",
                "comment openings in paragraphs", "wide table", "link definitions and uses",
                "deep list with blank lines", "brackets", "tags", "open attributes"]
    both += [sized(name, PLAIN[name], site=True) for name in site_too]
    both += [sized(name, text, site=True) for name, text in SITE_ONLY.items()]
    built = ["image brackets that open wikilinks", "footnote references without definitions", "footnotes",
             "one footnote, used often", "headings", "wide table", "one large cell", "entities",
             "comment openings", "undefined footnotes among defined ones"]
    both += [one_report(name, PLAIN[name], size=250_000, command="build") for name in built]
    return both
