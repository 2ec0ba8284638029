"""What a shape is, and the commands that read it."""

from dataclasses import dataclass
from typing import Callable

SITE = "title: Briefing\nbase-url: https://example.org/\nsearch: off\npage-kinds: {map: false}\n"
NOW = ["--now", "2026-01-01"]
# The arguments of commands that have some.
NAMES = {"edition": ["one"], "diff": ["one", "now"], "digest": ["one", "now"], "rename": ["Water", "Ice"]}


@dataclass(frozen=True)
class Shape:
    """An input, made for any size in bytes, and the command that reads it."""

    name: str
    command: str
    # Writes the input of about so many bytes into a folder, and returns the arguments of the tool.
    write: Callable
    size: int
    needs: str = ""
    # Words that the diagnostics or the output must contain.
    expects: str = ""
    # Exit codes that are right, besides 0 and 1.
    statuses: tuple = ()
    # The file that the tool reads as its standard input.
    stdin: str = ""
    # Whether it holds the messages of an editor, which waits for answers.
    is_session: bool = False


def repeated(text, size):
    return (text * (size // max(1, len(text.encode())) + 1)).encode()[:size].decode(errors="ignore")


def rendered(name, text, size=300_000, site=False):
    """A Markdown text that `render` reads. `text` is repeated, or called with the size."""

    def write(folder, count):
        content = text(count) if callable(text) else repeated(text, count)
        (folder / "a.md").write_text(content)
        return ["render", "a.md"] + (["--site"] if site else [])

    return Shape(f"{'render --site' if site else 'render'}: {name}", "render", write, size)


def write_content(folder, files):
    """Writes {path: text} below the content of a site, and returns that folder."""
    content = folder / "Content"
    for path, text in files.items():
        target = content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
    return content


def of_site(name, files, size=250_000, command="check", arguments=(), expects="", site=SITE):
    """A site whose content is {path: text}, given the size. `command` reads it."""

    def write(folder, count):
        write_content(folder, {"site.yml": site, **files(count)})
        return [command] + NAMES.get(command, []) + NOW + list(arguments)

    return Shape(f"{command}: {name}", command, write, size, expects=expects)


def one_report(name, text, size=250_000, command="check", **others):
    def files(count):
        content = text(count) if callable(text) else repeated(text, count)
        return {"reports/a.md": content}

    return of_site(name, files, size, command, **others)


def imported(name, file, text, size=250_000, needs="", statuses=(2,)):
    """A file that `import` reads. `text` gives its bytes or its text."""

    def write(folder, count):
        content = text(count) if callable(text) else repeated(text, count)
        (folder / file).write_bytes(content if isinstance(content, bytes) else content.encode())
        return ["import", file, "--output", "-", "--quiet"]

    return Shape(f"import {file.rpartition('.')[2]}: {name}", f"import-{file}", write, size, needs=needs, statuses=statuses)
