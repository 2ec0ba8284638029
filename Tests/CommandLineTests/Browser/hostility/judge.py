"""What is wrong with an output, according to independent parsers."""

import csv
import io
import json
import re
import subprocess
from xml.parsers import expat

import html5lib

from .texts import MARK


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
