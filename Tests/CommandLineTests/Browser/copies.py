"""Checks the Markdown beside pages: pandoc reads each table with the rows, columns and words that the page has."""

import html.parser
import json
import re
import shutil
import subprocess
from pathlib import Path

# What belongs to a page and not to what it says.
LEFT_OUT = {"permalink", "cite", "back", "legend", "citations", "report-error", "table-end", "contents", "footnote"}
LEFT_OUT_TAGS = {"nav", "form", "button", "script", "style", "svg", "template"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
# The largest number of pages of a site that pandoc reads.
MOST = 60


class Tables(html.parser.HTMLParser):
    """The tables of a page's main part: their rows of cells, each with its words, and how many rows and columns it spans."""

    def __init__(self):
        super().__init__()
        self.tables, self.open, self.skipped, self.inside = [], [], 0, False

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag in VOID:
            self.words(" ")
            return
        self.words(" ")
        leaves = tag in LEFT_OUT_TAGS or "hidden" in attributes or LEFT_OUT & set((attributes.get("class") or "").split())
        self.open.append((tag, bool(leaves)))
        self.skipped += bool(leaves)
        self.inside = self.inside or tag == "main"
        if self.skipped or not self.inside:
            return
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append({"text": "", "columns": int(attributes.get("colspan", 1)), "rows": int(attributes.get("rowspan", 1))})

    def handle_endtag(self, tag):
        while self.open:
            name, leaves = self.open.pop()
            self.skipped -= leaves
            if name == tag:
                break
        self.inside = self.inside and tag != "main"
        self.words(" ")

    def handle_data(self, text):
        self.words(text)

    def words(self, text):
        if not self.skipped and self.inside and any(name in ("td", "th") for name, _ in self.open):
            self.tables[-1][-1][-1]["text"] += text


def rows_of(table):
    """The words of each row, and the number of columns."""
    above, rows, width = {}, [], 0
    for row in table:
        words, column = [], 0
        for cell in row:
            while above.get(column, 0):
                column += 1
            for place in range(column, column + cell["columns"]):
                above[place] = cell["rows"]
            column += cell["columns"]
            words += re.findall(r"\w+", cell["text"])
        width = max(width, column, *(place + 1 for place, left in above.items() if left)) if row else width
        above = {place: left - 1 for place, left in above.items() if left > 1}
        rows.append(set(words))
    return rows, width


def text_of(part):
    """The text of a part of what pandoc has read."""
    if isinstance(part, list):
        return " ".join(map(text_of, part)) if part and isinstance(part[0], (dict, list)) else ""
    kind, content = part.get("t"), part.get("c")
    if kind == "Str":
        return content
    if kind in ("Code", "Math"):
        return content[1]
    if kind in ("Link", "Image", "Span", "Quoted"):
        return joined(content[1])
    return joined(content) if isinstance(content, list) else " "


def joined(parts):
    """Words that no space parts are one."""
    return "".join(text_of(part) if isinstance(part, dict) and part.get("t") in ("Str", "Code") else f" {text_of(part)} " if not isinstance(part, dict) or part.get("t") not in ("Emph", "Strong", "Strikeout") else text_of(part) for part in parts if isinstance(part, (dict, list)))


def read_back(table):
    """The words of each row of a table that pandoc has read, and the number of its columns."""
    _, _, columns, head, bodies, _ = table["c"]
    rows = head[1] + [row for body in bodies for row in body[2] + body[3]]
    return [set(re.findall(r"\w+", " ".join(text_of(cell[4]) for cell in row[1]))) for row in rows], len(columns)


def tables_in(blocks):
    for block in blocks:
        if isinstance(block, dict) and block.get("t") == "Table":
            yield block
        elif isinstance(block, dict):
            yield from tables_in(block.get("c") if isinstance(block.get("c"), list) else [])
        elif isinstance(block, list):
            yield from tables_in(block)


def check(page, copy, problems):
    parser = Tables()
    parser.feed(page.read_text(encoding="utf-8"))
    run = subprocess.run(["pandoc", "-f", "gfm+footnotes", "-t", "json", str(copy)], capture_output=True, text=True, check=True)
    known = [rows_of(table) for table in parser.tables if any(table)]
    read = [read_back(table) for table in tables_in(json.loads(run.stdout)["blocks"])]
    if len(known) != len(read):
        problems.append(f"{copy}: {len(read)} tables, on the page {len(known)}")
        return 0
    for number, ((rows, width), (others, columns)) in enumerate(zip(known, read)):
        # Without a head, GFM has an empty one.
        if len(others) == len(rows) + 1 and not others[0]:
            others = others[1:]
        if (len(rows), width) != (len(others), columns):
            problems.append(f"{copy}: table {number + 1} has {len(others)} rows and {columns} columns, on the page {len(rows)} and {width}")
            continue
        for place, (words, kept) in enumerate(zip(rows, others)):
            if words - kept:
                problems.append(f"{copy}: table {number + 1}, row {place + 1} lacks {sorted(words - kept)[:8]}")
    return len(known)


def copies(site, problems):
    """Checks the copies of a site, if it has any."""
    pages = [page for page in sorted(site.rglob("*.html")) if 'type="text/markdown"' in page.read_text(encoding="utf-8")]
    if not pages or not shutil.which("pandoc"):
        return
    step = max(1, len(pages) // MOST)
    count = 0
    for page in pages[::step]:
        copy = Path(page).with_suffix(".md")
        if not copy.exists():
            problems.append(f"{page} names a copy that does not exist")
        else:
            count += check(page, copy, problems)
    if count < 20:
        problems.append(f"{site}: only {count} tables in the copies of {len(pages)} pages")
