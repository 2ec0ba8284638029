"""Sites with a text in every field of every input."""

import csv
import html as entities
import io
import json
import re
from urllib.parse import quote

from .texts import HARMLESS, PAYLOADS


class Writer:
    """Gives each field of a site its text."""

    def __init__(self, number):
        self.number, self.place = number, 0

    def text(self):
        self.place += 1
        if self.number is None:
            return f"{HARMLESS} {self.place}"
        # Each field begins elsewhere; numbers keep names apart.
        return f"{PAYLOADS[(self.number + self.place * 7) % len(PAYLOADS)]} {self.place}"

    def yaml(self):
        text = json.dumps(self.text(), ensure_ascii=False)
        return re.sub(r"[\x7f-\x9f\u2000-\u206f\ufdd0-\ufdef\ufeff\u061c]", lambda m: f"\\u{ord(m[0]):04x}", text)

    def line(self):
        """Text on a line of Markdown, whose brackets do not end before the line does."""
        return re.sub(r"[\r\n\x00]+", " ", self.text()).strip()

    def cell(self):
        return self.line().replace("\\|", "|").replace("|", "\\|")

    def escaped(self):
        """A line of Markdown in which every mark is text."""
        return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", self.line())

    def title(self):
        """The title of a link."""
        return entities.escape(self.line()).replace("\\", "&#92;")

    def code(self):
        return self.line().replace("`", "'")

    def word(self):
        return re.sub(r"[\s`~]", "", self.line())

    def name(self):
        text = re.sub(r"[/\x00-\x1f]", "_", self.text()).strip(". ")
        return text.encode()[:90].decode(errors="ignore")


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8", "replace"))


def records(rows):
    output = io.StringIO()
    csv.writer(output).writerows(rows)
    return output.getvalue()


def table(w, issues, parties, mark):
    lines = ["| Issue | " + " | ".join(parties) + " |", "|---" * (len(parties) + 1) + "|"]
    for issue in issues:
        cells = [f"[{mark}] {w.escaped()}[^s] (as of 2025-0{number + 1})" for number, _ in enumerate(parties)]
        lines.append(f"| {issue} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def make_site(site, number, host):
    w = Writer(number)
    write(site / "site.yml", f"""title: {w.yaml()}
description: {w.yaml()}
licence: {w.yaml()}
footer: {w.yaml()}
base-url: https://example.org/base/
host: {host}
embeds: true
markdown-copies: true
share-pictures: false
search: off
unresolved-links: warning
automatic-links: true
review-after: 6 months
feeds: [Tolls, North]
repository: https://github.com/owner/name
stance-names: {{supports: {w.yaml()}, opposes: {w.yaml()}}}
axis-words: [Issue, {w.yaml()}]
option-words: [Option, {w.yaml()}]
not-a-party: [{w.yaml()}]
silence-words: [{w.yaml()}]
nav:
  - {w.yaml()}: /issues/
  - {w.yaml()}: /reports/
  - {w.yaml()}: [{w.yaml()}: /matrix/, {w.yaml()}: /moves/]
links:
  - {w.yaml()}: https://example.org/imprint
withdrawn:
  - {{address: /reports/gone/, date: 2026-01-10, reason: {w.yaml()}}}
""")
    issues, parties = ["Tolls", "Water"], ["North", "South"]
    for place, name in enumerate(issues):
        write(site / f"issues/{name.lower()}.md", f"""---
title: {w.yaml()}
aliases: [{name}, {w.yaml()}]
summary: {w.yaml()}
proposition: {w.yaml()}
proposition-history: [{{until: 2024-01-01, text: {w.yaml()}}}]
group: {w.yaml()}
related: [{issues[1 - place]}]
redirects: [/old/issue-{place}/]
---

{w.escaped()}
""")
    for place, name in enumerate(parties):
        write(site / f"parties/{name.lower()}.md", f"""---
title: {w.yaml()}
aliases: [{name}, {w.yaml()}]
abbreviation: {w.yaml()}
summary: {w.yaml()}
kind: {w.yaml()}
---

{w.escaped()}
""")
    write(site / "sources/speech.md", f"""---
title: {w.yaml()}
authors: [{w.yaml()}, {w.yaml()}]
publisher: {w.yaml()}
date: 2024-12-01
url: https://example.org/speech
archive: https://archive.example.org/speech
---

{w.escaped()}
""")
    write(site / "sources.json", json.dumps([{
        "id": "item", "type": "report", "title": w.text(), "publisher": w.text(), "author": [{"literal": w.text()}],
        "URL": "https://example.org/item", "note": w.text()}]))
    for place, mark in enumerate(["+", "-", "~"]):
        file = w.name() if place == 2 else f"report-{place}"
        picture = w.name() + ".png"
        write(site / f"reports/{picture}", "not a picture")
        rows = [(issue, party, w.text(), "supports") for issue in issues for party in parties]
        write(site / f"reports/sheet-{place}.csv", records([("Issue", "Party", "Position", "Stance"), *rows]))
        write(site / f"reports/{file}.md", f"""---
title: {w.yaml()}
date: 2025-0{place + 1}-02
summary: {w.yaml()}
authors: [{w.yaml()}, {w.yaml()}]
tags: [{w.yaml()}, {w.yaml()}]
aliases: [{w.yaml()}]
redirects: [/old/report-{place}/]
corrections:
  - {{date: 2025-06-01, note: {w.yaml()}}}
---

# {w.escaped()}

{w.escaped()} [link](https://example.org/{quote(w.line())} "{w.title()}") and
![{w.escaped()}](<{quote(picture)}>), `{w.code()}`.

> [!note] {w.escaped()}
> {w.escaped()}

## {w.escaped()}

{table(w, issues, parties, mark)}

| Option | For | Against |
|---|---|---|
| {w.escaped()} | {w.escaped()} | {w.escaped()} |

| Plain | {w.escaped()} |
|---|---|
| {w.escaped()} | {w.escaped()} |

<!-- standpoint: positions from=sheet-{place}.csv -->

```{w.word()}
{w.code()}
```

- [ ] {w.escaped()}
- {w.escaped()}[^n]

> [!tension] [[Tolls#North]]
> {w.escaped()}

> [!{w.word()}]- {w.escaped()}
> {w.escaped()}

[^s]: {w.escaped()} https://example.org/statement-{place} [@speech] [@item]
[^n]: {w.escaped()}
""")
    write(site / "pages/about.md", f"---\ntitle: {w.yaml()}\nsummary: {w.yaml()}\n---\n\n{w.escaped()}\n\n"
          + "![[report-0]]\n\n" + "".join(f"```standpoint\nview: {view}\n```\n\n" for view in ("matrix", "history", "positions")))
    # Text as it is, whose marks are read.
    raw = Writer(number)
    raw.place = 500
    lines = [raw.line() for _ in range(len(PAYLOADS) // 4)]
    if number is None:
        lines = ["<kbd>a</kbd> *b* **c** ~~d~~ `e` <br> <sub>f</sub> <sup>g</sup> <mark>h</mark>", "> q", "1. x", "- y",
                 "# h", "```\ncode\n```", "| a | b |\n|---|---|\n| c | d |", "---", "<details><summary>s</summary>",
                 "==m== https://example.org/ <https://example.org/>", "    code", "- [ ] task", "a[^f]\n\n[^f]: g"]
    write(site / "pages/raw.md", "# Raw\n\n" + "\n\n".join(line for line in lines if not unsafe_link(line)) + "\n")


def unsafe_link(line):
    """Whether a text has a link that stops the build; `render` shows what becomes of these."""
    return re.search(r"\]\(|\]:|<[a-z]+:|\[\[|\[@|\[\^", line, re.I) is not None


def change_site(site):
    """What was recorded in an edition is corrected, moved and withdrawn."""
    for place, (old, new) in enumerate([("[+]", "[--]"), ("[-]", "[+]")]):
        path = site / f"reports/report-{place}.md"
        text = path.read_text(encoding="utf-8").replace(old, new)
        path.write_bytes(text.replace("[^s] (as of", " and more[^s] (as of", 1).encode())
    for path in sorted(site.glob("reports/*.md")):
        if not path.name.startswith("report-"):
            path.unlink()
