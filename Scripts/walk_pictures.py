#!/usr/bin/env python3
"""Takes the pictures of the guide's walk: the first page, the comment on a pull request, and an editor.

  Scripts/walk_pictures.py TOOL FOLDER

The editor is Neovim in a terminal of this program (pyte), with the settings of the guide. Chromium draws all pictures.
"""
import html
import os
import pathlib
import pty
import re
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time
import fcntl

import pyte

ROOT = pathlib.Path(__file__).resolve().parent.parent
COLUMNS, ROWS = 100, 20
DAY = "2025-03-20"
COLOURS = {
    "default": "#d8dee9", "black": "#3b4252", "red": "#ff7b72", "green": "#a3be8c", "brown": "#ebcb8b", "blue": "#8fb8ff",
    "magenta": "#d2a8d8", "cyan": "#88c0d0", "white": "#e5e9f0",
}
PAPER = "#1f242d"


def run(*words, folder, check=True):
    environment = {
        **os.environ, "NO_COLOR": "1", "GIT_AUTHOR_NAME": "A. Author", "GIT_AUTHOR_EMAIL": "author@example.org",
        "GIT_COMMITTER_NAME": "A. Author", "GIT_COMMITTER_EMAIL": "author@example.org",
    }
    return subprocess.run(words, cwd=folder, check=check, capture_output=True, text=True, env=environment).stdout


def picture(page, target, height, width=1000):
    """Draws an HTML file."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            ["chromium", "--headless=new", "--disable-gpu", "--no-sandbox", "--hide-scrollbars",
             "--force-device-scale-factor=1", f"--user-data-dir={profile}", f"--window-size={width},{height}",
             f"--screenshot={target}", pathlib.Path(page).as_uri()],
            check=True, capture_output=True)
    if not target.exists() or target.stat().st_size == 0:
        sys.exit(f"walk_pictures: Chromium did not take a picture of {page}")
    print(f"walk_pictures: wrote {target}")


class Editor:
    """Neovim in a terminal."""

    def __init__(self, site, file, settings):
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.screen)
        child, self.terminal = pty.fork()
        if child == 0:
            os.chdir(site)
            os.environ["TERM"] = "xterm-256color"
            os.execvp("nvim", ["nvim", "-n", "-i", "NONE", "-u", str(settings), file])
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def read(self, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if select.select([self.terminal], [], [], 0.1)[0]:
                try:
                    self.stream.feed(os.read(self.terminal, 65536))
                except OSError:
                    return

    def wait(self, pattern):
        """Reads until the screen shows a text."""
        for _ in range(300):
            self.read(0.2)
            if re.search(pattern, "\n".join(self.screen.display)):
                return self.read(0.5)
        sys.exit(f"walk_pictures: the editor does not show {pattern}:\n" + "\n".join(self.screen.display))

    def type(self, keys):
        os.write(self.terminal, keys.encode())
        self.read(0.4)

    def page(self):
        """The screen as HTML."""
        lines = []
        for row in range(ROWS):
            line, last = "", None
            for column in range(COLUMNS):
                cell = self.screen.buffer[row][column]
                front = COLOURS.get(cell.fg) or "#" + cell.fg
                back = PAPER if cell.bg == "default" else COLOURS.get(cell.bg) or "#" + cell.bg
                if cell.reverse:
                    front, back = back, front
                style = f"color:{front};background:{back}" + (";font-weight:bold" if cell.bold else "")
                if style != last:
                    line += ("</span>" if last else "") + f'<span style="{style}">'
                    last = style
                line += html.escape(cell.data)
            lines.append(line + "</span>")
        body = "\n".join(lines)
        return (
            f'<!doctype html><meta charset="utf-8"><body style="margin:0;background:{PAPER}">'
            f'<pre style="margin:12px;font:16px/22px monospace">{body}</pre>')

    def picture(self, folder, target):
        page = pathlib.Path(folder) / "screen.html"
        page.write_text(self.page(), encoding="utf-8")
        picture(page, target, ROWS * 22 + 24)


def comment(tool, site, scratch, target):
    """A change of two positions, as the pull request shows it."""
    run("git", "init", "--quiet", "--initial-branch=main", ".", folder=site)
    run("git", "add", ".", folder=site)
    run("git", "commit", "--quiet", "-m", "The first report", folder=site)
    run("git", "checkout", "--quiet", "-b", "april", folder=site)
    (site / "Content/reports/april.md").write_text(
        "---\ntitle: The councils meet again\ndate: 2025-04-10\n---\n\n"
        "| Issue        | Upper Valley Council         | Lower Valley Council             |\n"
        "|--------------|------------------------------|----------------------------------|\n"
        "| Summer water | [~] Would discuss a fixed share | [+] Asks for a third of the flow |\n"
        "| The new dam  | [++] Calls it overdue        | [-] Asks for a smaller one       |\n", encoding="utf-8")
    run("git", "add", ".", folder=site)
    run("git", "commit", "--quiet", "-m", "April", folder=site)
    text = run(tool, "diff", "main...HEAD", "--format", "markdown", "--for", "comment", folder=site)
    body = run("cmark-gfm", "--unsafe", str(write(scratch / "comment.md", text)), folder=site)
    page = write(
        scratch / "comment.html",
        '<!doctype html><meta charset="utf-8"><body style="margin:0;padding:16px;background:#fff;color:#1f2328;'
        'font:16px/1.5 sans-serif"><div style="border:1px solid #d1d9e0;border-radius:6px">'
        '<div style="padding:8px 16px;background:#f6f8fa;border-bottom:1px solid #d1d9e0"><b>github-actions</b> commented</div>'
        f'<div style="padding:0 16px 8px">{body}</div></div>')
    picture(page, target, 640)


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def settings(scratch, tool):
    """The settings for Neovim that the guide gives, and colours."""
    guide = (ROOT / "Guide/editor.md").read_text(encoding="utf-8")
    lua = re.search(r"```lua\n(.*?)```", guide, re.S)[1].replace("'standpoint', 'lsp'", f"'{tool}', 'lsp'")
    more = (
        "vim.o.laststatus = 2 vim.o.ruler = false vim.o.showmode = false vim.o.wrap = false vim.o.swapfile = false\n"
        "vim.o.statusline = ' %t %m' vim.o.completeopt = 'menu'\n"
        "vim.cmd('highlight Pmenu ctermfg=254 ctermbg=238')\n"
        "vim.cmd('highlight PmenuSel ctermfg=235 ctermbg=254')\n"
        "vim.cmd('highlight SignColumn ctermbg=NONE')\n")
    return write(scratch / "init.lua", more + lua)


def editor(tool, site, scratch, folder):
    file = "Content/reports/two-councils.md"
    session = Editor(site, file, settings(scratch, tool))
    session.wait("Summer water")
    session.type("Go\rSee [[Sumer water]].\x1b")
    session.wait("did you mean")
    session.picture(scratch, folder / "walk-message.png")
    session.type("ccSee [[\x18\x0f")
    session.wait("Summer water +.*issue")
    session.picture(scratch, folder / "walk-completion.png")
    session.type("\x1bccSee [[Summer water]].\x1b")
    session.type("0fS:lua vim.lsp.buf.rename('The river in summer')\r")
    session.wait(r"See \[\[The river in summer")
    session.type(":wa\r:vsplit Content/reports/april.md\r")
    session.wait("The councils meet again")
    session.picture(scratch, folder / "walk-rename.png")
    session.type(":qa!\r")


def main():
    tool, folder = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as temporary:
        scratch = pathlib.Path(temporary)
        run(tool, "init", "my-briefing", "--now", DAY, "--quiet", folder=scratch)
        site = scratch / "my-briefing"
        run("mv", "Content/reports/first.md", "Content/reports/two-councils.md", folder=site)
        run(tool, "build", "--now", DAY, "--quiet", folder=site)
        picture(site / "Public/reports/two-councils/index.html", folder / "walk-page.png", 860)
        comment(tool, site, scratch, folder / "walk-comment.png")
        editor(tool, site, scratch, folder)


if __name__ == "__main__":
    main()
