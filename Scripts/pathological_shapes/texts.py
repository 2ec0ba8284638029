"""What `import` reads: pasted text, CSV, HTML, and the files of offices."""

import io
import zipfile

from .shape import imported, repeated


def lines(make, width):
    return lambda size: "\n".join(make(number) for number in range(max(1, size // width))) + "\n"


def wide_csv(size):
    parties = max(2, size // 14)
    return "Issue," + ",".join(f"Party {n}" for n in range(parties)) + "\nA" + ",yes" * parties + "\n"


def square_csv(size):
    side = max(2, int((size / 4) ** 0.5))
    return "Issue," + ",".join(f"P{n}" for n in range(side)) + "\n" + "".join(
        f"Issue {n}" + ",yes" * side + "\n" for n in range(side))


def position_rows(size):
    return "issue,party,position\n" + lines(lambda n: f"Issue {n % 997},Party {n // 997},text {n}", 30)(size)


def rows(row):
    """Whole rows: pandoc reads a table with half a tag as paragraphs, which is other work."""
    return lambda size: row * (size // len(row))


def html_table(cells):
    return lambda size: f"<html><body><table>{cells(size)}</table></body></html>"


def deep_html(size):
    depth = max(1, size // 11)
    return "<html><body>" + "<div>" * depth + "a" + "</div>" * depth + "</body></html>"


def docx(size):
    body = repeated("<w:p><w:r><w:t>Some text of a report.</w:t></w:r></w:p>", size)
    body = body[: body.rfind("</w:p>") + 6] if "</w:p>" in body else ""
    return packed({
        "[Content_Types].xml": TYPES.format(part="/word/document.xml", kind="wordprocessingml.document.main"),
        "_rels/.rels": RELATION.format(target="word/document.xml"),
        "word/document.xml": '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/'
        f'wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>',
    })


TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="{part}" ContentType='
    '"application/vnd.openxmlformats-officedocument.{kind}+xml"/></Types>')
RELATION = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="{target}"/></Relationships>')
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def xlsx(rows):
    def write(size):
        return packed({
            "[Content_Types].xml": TYPES.format(part="/xl/workbook.xml", kind="spreadsheetml.sheet.main"),
            "_rels/.rels": RELATION.format(target="xl/workbook.xml"),
            "xl/workbook.xml": f'<?xml version="1.0"?><workbook xmlns="{SHEET}" xmlns:r="http://schemas.openxmlformats'
            '.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets>'
            "</workbook>",
            "xl/_rels/workbook.xml.rels": RELATION.format(target="worksheets/sheet1.xml").replace(
                "officeDocument\"", "worksheet\""),
            "xl/worksheets/sheet1.xml": f'<?xml version="1.0"?><worksheet xmlns="{SHEET}"><sheetData>{rows(size)}'
            "</sheetData></worksheet>",
        })

    return write


def packed(files):
    """The files in a ZIP archive, not compressed, so that its size is that of its content."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return output.getvalue()


def cell(text):
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def sheet_rows(size):
    head = "<row>" + cell("Issue") + cell("North") + cell("South") + "</row>"
    return head + "".join(
        f"<row>{cell(f'Issue {n}')}{cell('yes')}{cell('no')}</row>" for n in range(max(1, size // 150)))


def sheet_columns(size):
    count = max(2, size // 90)
    return "<row>" + cell("Issue") + "".join(cell(f"P{n}") for n in range(count)) + "</row><row>" + cell(
        "A") + cell("yes") * count + "</row>"


PASTED = {
    "plain lines": lines(lambda n: f"This is line number {n} of the text.", 38),
    "the same line": "A line of text that was pasted.\n",
    "numbers": lines(lambda n: str(n), 6),
    "numbered lines": lines(lambda n: f"{n}. An entry of the list", 28),
    "nested bullets": "• A\no B\n▪ C\n",
    "bullets of the letter o": "o A bullet\n",
    "hyphens": "- a\n",
    "short lines": "a\n",
    "blank lines": "\n",
    "headings": "Key Points\n\nSome text about it.\n\n",
    "tabs": "a\tb\tc\n",
    "one line of tabs": "a\t",
    "tables": "Aspect\tNorth\tSouth\nWater\tyes\tno\n\n",
    "pipe rows": "| a | b |\n",
    "spaced columns": "Aspect    North    South\nWater     yes      no\n",
    "one long line": "word ",
    "one long word": "a",
    "strategy lines": "Strategy: Talk\nPurpose: Keep talking\nExpected outcome: Peace\n",
    "colons": "A: b\n",
    "brackets": "[",
}

CSV = {
    "wide": wide_csv,
    "square": square_csv,
    "rows of positions": position_rows,
    "rows": lambda size: "Issue,North,South\n" + lines(lambda n: f"Issue {n},yes,no", 18)(size),
    "one quoted cell": lambda size: 'Issue,North,South\nA,"' + repeated("word\n", size) + '",b\n',
    "open quotation mark": lambda size: "Issue,North,South\n" + repeated('"a,', size),
    "commas": lambda size: "Issue,North\n" + "," * size,
    "quotation marks": '"',
    "the same issue": "Issue,North,South\n" + "Water,yes,no\n",
}

HTML = {
    "cells": html_table(rows("<tr><td>a</td><td>b</td></tr>")),
    "wide cells": html_table(rows("<tr><td colspan=50>a</td></tr>")),
    "cells over many columns": html_table(lambda size: f"<tr><td colspan={size * 10}>a</td></tr>"),
    "cells over many rows": html_table(lambda size: f"<tr><td rowspan={size * 10}>a</td></tr>"),
    "open tables": "<table><tr><td>",
    "deep elements": deep_html,
    "paragraphs": "<p>Some text of a page.</p>",
    "open elements": "<b><i>a",
}


def shapes():
    result = [imported(name, "a.txt", text, size=500_000) for name, text in PASTED.items()]
    result += [imported(name, "a.csv", text, size=500_000) for name, text in CSV.items()]
    result += [imported(name, "a.html", text, size=40_000, needs="pandoc") for name, text in HTML.items()]
    result += [
        imported("paragraphs", "a.docx", docx, size=100_000, needs="pandoc"),
        imported("rows", "a.xlsx", xlsx(sheet_rows), size=500_000),
        imported("columns", "a.xlsx", xlsx(sheet_columns), size=200_000),
        imported("references", "a.ris", "TY  - JOUR\nTI  - A title\nER  - \n", size=200_000),
        imported("front matter", "a.md", lambda size: "---\n" + "".join(
            f"key{n}: value\n" for n in range(max(1, size // 16))) + "---\nText\n", size=200_000),
    ]
    return result
