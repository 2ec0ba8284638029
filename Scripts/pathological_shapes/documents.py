"""What changes files: `format`, `fix`, `rename`, `suggest --write`; and the language server."""

from .archives import alike_names, chain
from .markdown import PLAIN, square_table
from .records import HEAD, numbered
from .session import packed
from .shape import SITE, Shape, of_site, repeated, write_content


def formatted(name, text, size=500_000):
    def write(folder, count):
        (folder / "a.md").write_text(text(count) if callable(text) else repeated(text, count))
        return ["format", "a.md", "--check"]

    return Shape(f"format: {name}", "format", write, size)


def fixed(name, files, size=60_000):
    return of_site(name, files, size, command="fix", arguments=["--dry-run"])


def renamed(name, files, size=120_000):
    return of_site(name, files, size, command="rename", arguments=["--dry-run", "--site", "."])


def report(text):
    return lambda size: {"reports/a.md": text(size) if callable(text) else repeated(text, size)}


def one_wide_cell(size):
    return "| a | b |\n|---|---|\n| " + "a" * (size // 2) + " | b |\n" + "| c | d |\n" * min(20, size)


def misspelt_keys(size):
    return {f"reports/r{n}.md": f"---\ntitel: R{n}\n---\nText\n" for n in range(max(1, size // 28))}


WATER = HEAD + "| Water | yes | no |\n\n"
RENAMED = {
    "links to one name": report(lambda size: WATER + repeated("[[Water]] ", size)),
    "tables of one name": report(WATER),
    "one row in one table": report(lambda size: HEAD + repeated("| Water | yes | no |\n", size)),
    "reports with one name": lambda size: {
        f"reports/r{n}.md": f"# R{n}\n\n{WATER}[[Water]]\n" for n in range(max(1, size // 80))},
}


# The language server ----------------------------------------------------------------------------------------------------


def session(name, files, size=120_000, edits=3):
    """An editor opens the report, types at its end, asks about the first row of a table, and leaves."""

    def write(folder, count):
        report = write_content(folder, {"site.yml": SITE, **files(count)}) / "reports/a.md"
        (folder / "session").write_bytes(b"".join(messages(folder, report, report.read_text(), edits)))
        return ["lsp", "."]

    return Shape(f"lsp: {name}", "lsp", write, size, stdin="session", is_session=True)


def messages(folder, path, text, edits):
    document = {"uri": path.as_uri()}
    lines = text.split("\n")
    line = next((n + 2 for n, row in enumerate(lines) if row.startswith("|")), 0)
    place = {"textDocument": document, "position": {"line": line, "character": 3}}
    yield request(1, "initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
    yield packed({"method": "initialized", "params": {}})
    yield packed({"method": "textDocument/didOpen", "params": {"textDocument": {
        **document, "languageId": "markdown", "version": 1, "text": text}}})
    end = {"line": len(lines) - 1, "character": 0}
    for number in range(edits):
        yield packed({"method": "textDocument/didChange", "params": {
            "textDocument": {**document, "version": number + 2},
            "contentChanges": [{"range": {"start": end, "end": end}, "text": "[[Wa"}]}})
        yield request(10 + number, "textDocument/completion", {
            "textDocument": document, "position": {"line": end["line"], "character": 4}})
    for number, (method, more) in enumerate({
        "hover": {}, "definition": {}, "references": {"context": {"includeDeclaration": True}},
        "documentHighlight": {}, "prepareRename": {}, "rename": {"newName": "Ice"}}.items()):
        yield request(20 + number, f"textDocument/{method}", {**place, **more})
    whole = {"start": {"line": 0, "character": 0}, "end": end}
    yield request(30, "textDocument/documentSymbol", {"textDocument": document})
    yield request(31, "textDocument/codeAction", {
        "textDocument": document, "range": whole, "context": {"diagnostics": []}})
    yield request(32, "textDocument/formatting", {
        "textDocument": document, "options": {"tabSize": 2, "insertSpaces": True}})
    yield request(33, "workspace/symbol", {"query": "Wa"})
    yield request(40, "shutdown", None)
    yield packed({"method": "exit"})


def request(number, method, params):
    return packed({"id": number, "method": method, "params": params})


def frames(name, make, size=500_000):
    """A stream that no editor sends."""

    def write(folder, count):
        (folder / "Content").mkdir()
        (folder / "Content/site.yml").write_text(SITE)
        (folder / "session").write_bytes(make(count))
        return ["lsp", "."]

    return Shape(f"lsp: {name}", "lsp", write, size, stdin="session", statuses=(2,))


SESSIONS = {
    "rows of a table": report(lambda size: numbered(lambda n: f"| Water {n} | yes | no |\n", 26)(size).join((HEAD, ""))),
    "the same row": report(lambda size: HEAD + repeated("| Water | yes | no |\n", size)),
    "paragraphs": report("A paragraph of text about Water.\n\n"),
    "one long line": report("word "),
    "headings": report("## A heading\n\nText\n\n"),
    "unknown wikilinks": report(lambda size: " ".join(f"[[unknown {n}]]" for n in range(max(1, size // 16)))),
    "chain of acts-for": chain("acts-for"),
}


def shapes():
    result = [
        formatted("square table", square_table),
        formatted("many small tables", PLAIN["many small tables"]),
        formatted("one large cell", one_wide_cell),
        formatted("wide characters", "| 漢字 | b |\n|---|---|\n| c | d |\n\n"),
        formatted("list comparison", "<!-- standpoint: positions list -->\n- Water\n  - North: yes\n\n"),
        fixed("misspelt footnotes", report(lambda size: repeated("text[^note1]\n\n", size) + "[^note]: a\n")),
        fixed("unknown wikilinks", report("[[Watr]] ")),
        fixed("misspelt keys", misspelt_keys),
        fixed("misspelt directives", report("<!-- standpoint: postions -->\n| Aspect | B |\n|--|--|\n| c | d |\n\n")),
        of_site("alike names, written", lambda size: {"reports/a.md": alike_names(size)}, size=60_000,
                command="suggest", arguments=["--write"]),
        frames("frames without content", lambda size: repeated("Content-Length: 0\r\n\r\n", size).encode()),
        frames("one large header", lambda size: b"A" * size),
        frames("nested JSON", lambda size: b"Content-Length: %d\r\n\r\n" % size + b"[" * size),
        frames("unknown methods", lambda size: packed({"method": "a/b"}) * (size // 60 + 1)),
        frames("requests before the first", lambda size: request(1, "textDocument/hover", {}) * (size // 100 + 1)),
    ]
    result += [renamed(name, files) for name, files in RENAMED.items()]
    result += [session(name, files) for name, files in SESSIONS.items()]
    return result
