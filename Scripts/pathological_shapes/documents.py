"""Markdown files that other commands read."""

from .markdown import PLAIN, square_table
from .shape import Shape, repeated


def formatted(name, text, size=500_000):
    def write(folder, count):
        (folder / "a.md").write_text(text(count) if callable(text) else repeated(text, count))
        return ["format", "a.md", "--check"]

    return Shape(f"format: {name}", "format", write, size)


def fixed(name, text, size=60_000):
    def write(folder, count):
        (folder / "Content/reports").mkdir(parents=True)
        (folder / "Content/reports/a.md").write_text(text(count) if callable(text) else repeated(text, count))
        return ["fix", "--dry-run", "--now", "2026-01-01"]

    return Shape(f"fix: {name}", "fix", write, size)


def one_wide_cell(size):
    return "| a | b |\n|---|---|\n| " + "a" * (size // 2) + " | b |\n" + "| c | d |\n" * min(20, size)


def shapes():
    return [
        formatted("square table", square_table),
        formatted("many small tables", PLAIN["many small tables"]),
        formatted("one large cell", one_wide_cell),
        fixed("misspelt footnotes", lambda size: repeated("text[^note1]\n\n", size) + "[^note]: a\n"),
        fixed("unknown wikilinks", "[[Watr]] "),
    ]
