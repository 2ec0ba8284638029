#!/usr/bin/env python3
"""Kills the tool at many moments, and fails if something is half done, left behind or still running afterwards.

Each command is run once to its end, to learn how long it takes and what it changes. Then it is started again and again
on a copy of the same site, and killed (SIGKILL, the process alone): half of the times at a moment of its whole duration,
half of the times while it writes. After each kill:

  - each file is the old or the new one, and never half; a built or published site is the old or the new one as a whole;
  - the next command works; with it, all files are the old or all are the new ones, and if some were changed and others
    were not, it says so;
  - the command itself, run again, comes to its end;
  - nothing temporary is left in the site, beside it, beside outputs or in TMPDIR, and no program still runs.

  Scripts/kill_test.py                     300 kills, 60 of them with the search index
  Scripts/kill_test.py --short             60 kills
  Scripts/kill_test.py --only rename       the commands whose names contain a word
  Scripts/kill_test.py --seed 7            other moments

A command whose program is missing (Pagefind, rsync, git, pandoc) is skipped, and a line says so. Uses the standard
library only.
"""

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DAY = "2026-01-01"
PARTIES = ["North", "South", "East", "West", "Russian Federation", "Harbour Board"]
ISSUES = ["Tolls", "Summer water", "The new dam", "Fish quotas", "Joint monitoring", "Night flights"]
# Names that only what a command uses for the moment has.
TEMPORARY = (
    ".unfinished.standpoint-", ".standpoint-staging", ".standpoint-previous", ".standpoint-lock",
    ".standpoint-index", "change", "change-done", "change-lock",
)
# A picture of one pixel.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082")


# Sites


def report(number, changed=False):
    """A report with a table of positions, a footnote to a source, and two slips that `fix` can correct."""
    parties = [PARTIES[(number + step) % len(PARTIES)] for step in range(3)]
    if number % 3 == 0:
        parties[0] = "Russia"
    lines = ["---", f"title: Report {number}", f"date: 2025-{number % 12 + 1:02}-{number % 27 + 1:02}",
             "sumary: What was said" if number % 2 else "summary: What was said", "---", "",
             "Talks went on about the tolls and the new dam." + (" They ended later." if changed else ""), "",
             "| Issue | " + " | ".join(parties) + " |", "|---" * 4 + "|"]
    for row in range(4):
        issue = ISSUES[(number + row) % len(ISSUES)]
        cells = [f"{mark} Says {number} on {issue.lower()}[^s]" for mark in ("[+]", "[-]", "[~]")]
        lines.append(f"| {issue} | " + " | ".join(cells) + " |")
    lines += ["", "[[Tolls]] came first.", "", f"[^s]: https://example.org/statement-{number % 8}", ""]
    return "\n".join(lines)


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def make_site(site, reports=40, search=False):
    write(site / "Content/site.yml", "title: A site\nbase-url: https://example.org/\n"
          + ("" if search else "search: off\n"))
    for number in range(reports):
        write(site / f"Content/reports/report-{number}.md", report(number))
    write(site / "Content/issues/tolls.md", "---\ntitle: Tolls\n---\n\nWho pays for the bridge.\n")
    write(site / "Content/pages/old.md", "---\ntitle: Old\n---\n\nThis page is removed later.\n")


def change_site(site, reports=40):
    """Changes a third of the reports, and removes, adds and replaces others."""
    for number in range(0, reports, 3):
        write(site / f"Content/reports/report-{number}.md", report(number, changed=True))
    (site / "Content/pages/old.md").unlink()
    write(site / "Content/reports/new.md", report(500))
    write(site / "Content/pages/about.md", "---\ntitle: About\n---\n\nAbout this site.\n")


def make_vault(vault, notes=60):
    write(vault / ".obsidian/app.json", "{}")
    for number in range(notes):
        write(vault / f"Notes/Note {number}.md",
              f"# Note {number}\n\nSee [[Note {(number + 1) % notes}]].\n\n![[p{number % 8}.png]]\n\n" + "Words. " * 900)
    for number in range(8):
        write(vault / f"Files/p{number}.png", PICTURE + bytes([number]) * 200_000)


def make_page(page):
    """A page for pandoc, with pictures beside it."""
    body = "".join(f'<p>Paragraph {n}</p><img src="p{n}.png" alt="Picture {n}">' for n in range(12))
    write(page, f"<html><head><title>Page</title></head><body><h1>A page</h1>{body}</body></html>")
    for number in range(12):
        write(page.parent / f"p{number}.png", PICTURE + bytes([number]) * 100_000)


# Commands


@dataclass
class Command:
    """A command that is killed."""

    name: str
    kills: int
    # Arguments; {site} is the folder of the site, and {place} the one that contains it.
    arguments: list
    # Makes what the command needs in a folder.
    make: callable
    # The folders and files, below {place}, that the command changes.
    changes: list
    # What exists only while the command writes, below {place}, or in TMPDIR if it begins with TMP.
    writing: list = field(default_factory=list)
    # A command that completes what was interrupted; none: the command itself.
    following: list = field(default_factory=list)
    # Everything is old or new already before the next command.
    is_whole: bool = False
    needs: list = field(default_factory=list)
    # Names of files that differ from run to run.
    varying: tuple = ()


CHANGE = ["site/.standpoint/change"]
# It makes a temporary folder, and so removes those that others have left.
EXPORT = ["export", "{site}", "--format", "sqlite", "--output", "{place}/following.db"]


def built(place, run, search=False):
    make_site(place / "site", search=search)
    run(["build", str(place / "site"), "--now", DAY])
    change_site(place / "site")


def published(place, run, *target):
    make_site(place / "site")
    (place / "target").mkdir()
    git = {"branch": [["init", "--quiet", "--bare", "target"]]}
    for arguments in git.get(target[0], []):
        subprocess.run(["git", *arguments], cwd=place, check=True, env=quiet_git(), capture_output=True)
    run(["build", str(place / "site"), "--quiet"])
    run(["publish", str(place / "site"), *[part.format(place=place) for part in target[1:]]])
    change_site(place / "site")
    run(["build", str(place / "site"), "--quiet"])


def quiet_git():
    return dict(os.environ, GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_SYSTEM="/dev/null")


def all_commands():
    folder = ["--folder", "{place}/target"]
    rsync = ["--rsync", "{place}/target"]
    branch = ["--branch", "pages", "--remote", "{place}/target"]
    site = lambda place, run: make_site(place / "site")

    def edition(place, run):
        make_site(place / "site")
        run(["edition", "first", str(place / "site"), "--now", DAY])
        change_site(place / "site")

    def vault(place, run):
        make_site(place / "site", reports=2)
        (place / "site/Content/site.yml").unlink()
        make_vault(place / "vault")

    def page(place, run):
        make_site(place / "site", reports=2)
        make_page(place / "page.html")

    return [
        Command("build", 60, ["build", "{site}", "--now", DAY], built, ["site/Public"],
                ["site/.Public.standpoint-staging"], is_whole=True),
        Command("build with search", 60, ["build", "{site}", "--now", DAY],
                lambda place, run: built(place, run, search=True), ["site/Public"],
                ["site/.Public.standpoint-staging", "site/.Public.standpoint-staging/.standpoint-index"],
                is_whole=True, needs=["pagefind"], varying=("assets/pagefind/",)),
        Command("publish to a folder", 20, ["publish", "{site}", *folder],
                lambda place, run: published(place, run, "folder", *folder), ["target"],
                [".target.standpoint-staging"], is_whole=True),
        Command("publish to a branch", 20, ["publish", "{site}", *branch],
                lambda place, run: published(place, run, "branch", *branch), ["target/refs"],
                ["TMP/standpoint-tmp-*"], is_whole=True, needs=["git"], varying=("target/refs",)),
        Command("publish with rsync", 20, ["publish", "{site}", *rsync],
                lambda place, run: published(place, run, "rsync", *rsync), ["target"],
                ["TMP/standpoint-tmp-*"], needs=["rsync"], varying=(".standpoint-published", ".~tmp~")),
        Command("edition", 15, ["edition", "first", "{site}", "--now", DAY, "--force"],
                edition, ["site/Content"], following=EXPORT),
        Command("import a page", 15, ["import", "{place}/page.html", "--site", "{site}"], page, ["site/Content"],
                CHANGE, EXPORT, needs=["pandoc"]),
        Command("import a folder", 20, ["import", "{place}/vault", "--site", "{site}"], vault, ["site/Content"],
                CHANGE, EXPORT),
        Command("suggest --write", 20, ["suggest", "{site}", "--write"], site, ["site/Content"], CHANGE, EXPORT),
        Command("rename", 20, ["rename", "Tolls", "Bridge charges", "--site", "{site}"], site, ["site/Content"],
                CHANGE, EXPORT),
        Command("fix", 10, ["fix", "{site}"], site, ["site/Content"], CHANGE, EXPORT),
        Command("init", 10, ["init", "{place}/new", "--host", "github-pages", "--now", DAY],
                lambda place, run: None, ["new"], ["new/.standpoint/change"]),
        Command("export", 10, ["export", "{site}", "--output", "{place}/out.csv"],
                lambda place, run: (site(place, run), write(place / "out.csv", "old\n")), ["out.csv"]),
    ]


# Running


class Fault(Exception):
    pass


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def is_temporary(path, place):
    parts = path.relative_to(place).parts
    if any(part.startswith(TEMPORARY[0]) or part.endswith(TEMPORARY[1:5]) for part in parts):
        return True
    return ".standpoint" in parts and parts[-1] in TEMPORARY[5:]


class Trial:
    """One command with its old and its new files."""

    # How many kills left some files changed and others not.
    halves = 0

    def __init__(self, command, tool, scratch, random):
        self.command, self.tool, self.random = command, tool, random
        self.scratch = scratch
        self.temporary = scratch / "tmp"
        self.mark = f"standpoint-kill-{os.getpid()}-{command.name}"
        self.environment = dict(
            quiet_git(), HOME=str(scratch / "home"), XDG_CACHE_HOME=str(scratch / "cache"),
            TMPDIR=str(self.temporary), STANDPOINT_KILL_TEST=self.mark, SWIFT_BACKTRACE="enable=no")
        for name in ("tmp", "home", "cache"):
            (scratch / name).mkdir()
        self.pristine = scratch / "pristine"
        self.place = scratch / "place"
        self.pristine.mkdir()
        # Paths in a site must not change, so it is made where it will be killed.
        self.place.mkdir()
        command.make(self.place, self.run_whole)
        self.copy(self.place, self.pristine)

    def copy(self, source, target):
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target, symlinks=True)

    def arguments(self, given):
        return [part.format(site=self.place / "site", place=self.place) for part in given]

    def start(self, arguments):
        return subprocess.Popen(
            [self.tool, *arguments], env=self.environment, cwd=self.scratch, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=open(self.scratch / "errors", "w"))

    def run_whole(self, arguments):
        process = self.start(arguments)
        status = process.wait(timeout=600)
        errors = (self.scratch / "errors").read_text()
        if status != 0:
            raise Fault(f"“{' '.join(arguments)}” exited with {status}: {errors.strip()[:600]}")
        return errors

    def is_varying(self, name):
        return any(part in name for part in self.command.varying)

    def state(self):
        """The files that the command changes, as digests by path."""
        files = {}
        for change in self.command.changes:
            top = self.place / change
            paths = [top] if top.is_file() else sorted(top.rglob("*"))
            for path in paths:
                name = str(path.relative_to(self.place))
                if path.is_file() and not is_temporary(path, self.place) and "/.standpoint/" not in f"/{name}":
                    files[name] = "varies" if self.is_varying(name) else digest(path)
        return files

    def branch(self):
        result = subprocess.run(
            ["git", "rev-parse", "pages^{tree}"], cwd=self.place / "target", env=quiet_git(),
            capture_output=True, text=True)
        return result.stdout.strip()

    def whole_state(self):
        files = {name: mark for name, mark in self.state().items() if mark != "varies"}
        if "branch" in self.command.name:
            files["the branch"] = self.branch()
        return files

    def learn(self, runs):
        """Runs the command to its end some times, and sees how long it takes and what it changes."""
        self.old = self.whole_state()
        times = []
        for _ in range(runs):
            self.copy(self.pristine, self.place)
            self.remember_folders()
            start = time.monotonic()
            process = self.start(self.arguments(self.command.arguments))
            begin = None
            while process.poll() is None:
                if begin is None and self.is_writing():
                    begin = time.monotonic() - start
                time.sleep(0.0005)
            if process.returncode != 0:
                raise Fault(f"it failed: {(self.scratch / 'errors').read_text().strip()[:600]}")
            end = time.monotonic() - start
            times.append((end, end - begin if begin is not None else end * 0.1))
        self.duration = max(end for end, _ in times)
        self.window = max(window for _, window in times)
        self.new = self.whole_state()
        if self.new == self.old:
            raise Fault("it changes nothing, so that killing it shows nothing")

    def is_writing(self):
        for pattern in self.command.writing:
            top, pattern = (self.temporary, pattern[4:]) if pattern.startswith("TMP/") else (self.place, pattern)
            if "*" not in pattern and os.path.lexists(top / pattern) or "*" in pattern and any(top.glob(pattern)):
                return True
        return self.is_changing()

    def is_changing(self):
        return any(self.time(folder) != time for folder, time in self.folders.items())

    def remember_folders(self):
        """Takes down when the folders changed last in which the command changes files."""
        folders = set()
        for change in self.command.changes:
            top = self.place / change
            folders |= {top.parent} if not top.is_dir() else {top, *(p for p in top.rglob("*") if p.is_dir())}
        self.folders = {folder: self.time(folder) for folder in list(folders)[:40]}

    @staticmethod
    def time(folder):
        try:
            return os.stat(folder).st_mtime_ns
        except OSError:
            return 0

    # One kill

    def kill(self, number, count):
        """Kills the command once; returns where."""
        self.copy(self.pristine, self.place)
        self.remember_folders()
        process = self.start(self.arguments(self.command.arguments))
        start = time.monotonic()
        if number % 2:
            # Every other time at the moment when the first file changes: all others follow within milliseconds.
            is_now, what = (self.is_writing, "it began to write") if number % 4 == 1 else (
                self.is_changing, "the first file changed")
            while process.poll() is None and not is_now():
                time.sleep(0.0001)
            moment = (self.window if number % 4 == 1 else min(self.window, 0.004)) * self.random.random()
            where = f"{moment * 1000:.1f} ms after {what}"
            time.sleep(moment)
        else:
            moment = self.duration * (number + self.random.random()) / count
            where = f"{moment * 1000:.1f} ms after its start"
            time.sleep(max(0, moment - (time.monotonic() - start)))
        process.send_signal(signal.SIGKILL)
        status = process.wait()
        self.check(where + ("" if status < 0 else " (it had ended)"))
        return status < 0

    def check(self, where):
        try:
            self.check_files()
        except Fault as fault:
            raise Fault(f"killed {where}: {fault}") from None

    def check_files(self):
        if "rsync" in self.command.name:
            # It is told to end, and removes its own temporary files.
            self.require_no_program()
        state = self.whole_state()
        self.require_old_or_new(state)
        is_mixed = state not in (self.old, self.new)
        self.halves += is_mixed
        if is_mixed and self.command.is_whole:
            raise Fault(f"the whole is neither old nor new: {self.difference(state)}")
        if self.command.following:
            errors = self.run_whole(self.arguments(self.command.following))
            if is_mixed and "interrupted" not in errors:
                raise Fault(f"half of it was done, and the next command does not say so: {errors!r}")
            state = self.whole_state()
            if state not in (self.old, self.new):
                raise Fault(f"the next command leaves it half done: {self.difference(state)}")
            self.require_nothing_left("after the next command")
        if state != self.new or not self.command.following and self.command.name != "init":
            errors = self.run_whole(self.arguments(self.command.arguments))
            if is_mixed and self.command.name == "init" and "interrupted" not in errors:
                raise Fault(f"half of it was done, and the next run does not say so: {errors!r}")
            state = self.whole_state()
            if state != self.new:
                raise Fault(f"run again, it does not come to the same end: {self.difference(state)}")
        elif self.command.name == "init":
            # It would refuse a folder that has all files; any command that writes removes what it has left.
            self.run_whole(self.arguments(["fix", "{place}/new"]))
        self.require_nothing_left("after it was run again")
        self.require_no_program()

    def difference(self, state):
        names = sorted(set(state) | set(self.new))
        return ", ".join(name for name in names if state.get(name) != self.new.get(name))[:300]

    def require_old_or_new(self, state):
        for name in set(state) | set(self.old) | set(self.new):
            if state.get(name) not in (self.old.get(name), self.new.get(name)):
                raise Fault(f"“{name}” is neither the old nor the new file")

    def require_nothing_left(self, when):
        left = [path for path in self.place.rglob("*") if is_temporary(path, self.place)]
        if "rsync" in self.command.name:
            left += self.place.rglob(".~tmp~")
        left += list(self.temporary.iterdir())
        if left:
            raise Fault(f"{when}, something temporary is left: {', '.join(map(str, left[:4]))}")

    def require_no_program(self):
        end = time.monotonic() + 10
        while running := self.programs():
            if time.monotonic() > end:
                raise Fault(f"a program still runs: {', '.join(running)}")
            time.sleep(0.02)

    def programs(self):
        wanted = f"STANDPOINT_KILL_TEST={self.mark}".encode()
        found = []
        for folder in Path("/proc").iterdir():
            if not folder.name.isdigit():
                continue
            try:
                if wanted in (folder / "environ").read_bytes().split(b"\0"):
                    found.append((folder / "cmdline").read_bytes().replace(b"\0", b" ").decode().strip())
            except OSError:
                continue
        return [name for name in found if name]


def lacks(command):
    path = f"{ROOT}/.build-tools/bin:{os.environ.get('PATH', '')}"
    return [name for name in command.needs if not shutil.which(name, path=path)]


def run_command(command, count, tool, seed, keep):
    """Returns the number of kills that came in time, of those that left half of it done, and the faults."""
    scratch = Path(tempfile.mkdtemp(prefix="standpoint-kill-"))
    faults, hits, trial = [], 0, None
    try:
        trial = Trial(command, tool, scratch, random.Random(f"{seed} {command.name}"))
        trial.learn(runs=2 if count > 12 else 1)
        for number in range(count):
            try:
                hits += trial.kill(number, count)
            except Fault as fault:
                faults.append(f"kill {number + 1}: {fault}")
                if keep:
                    print(f"  kept: {scratch}", file=sys.stderr)
                    break
                shutil.rmtree(trial.temporary)
                trial.temporary.mkdir()
    except Fault as fault:
        faults.append(str(fault))
    finally:
        if not (keep and faults):
            shutil.rmtree(scratch, ignore_errors=True)
    return hits, trial.halves if trial else 0, faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", default=str(ROOT / ".build/release/standpoint"))
    parser.add_argument("--short", action="store_true", help="a fifth of the kills")
    parser.add_argument("--only", default="", help="only commands whose names contain this")
    parser.add_argument("--kills", type=int, help="how many times to kill each command")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1), help="commands at the same time")
    parser.add_argument("--keep", action="store_true", help="keep the folder of the first fault of each command")
    options = parser.parse_args()
    os.environ["PATH"] = f"{ROOT}/.build-tools/bin:{os.environ.get('PATH', '')}"
    tool = str(Path(options.tool).resolve())
    began = time.monotonic()
    total, faults = 0, 0

    def work(command):
        """Kills one command; returns it with the number of kills, what was found, and the seconds that it took."""
        count = options.kills or (command.kills // 5 if options.short else command.kills)
        start = time.monotonic()
        found = run_command(command, count, tool, options.seed, options.keep)
        return command, count, *found, time.monotonic() - start

    commands = []
    for command in all_commands():
        if options.only not in command.name:
            continue
        if missing := lacks(command):
            print(f"{command.name}: skipped, because {', '.join(missing)} is not installed", flush=True)
            continue
        commands.append(command)
    with ThreadPoolExecutor(options.jobs) as pool:
        for command, count, hits, halves, found, seconds in pool.map(work, commands):
            print(f"{command.name}: {count} kills, {hits} before its end, {halves} with half of it done,"
                  f" {len(found)} faults ({seconds:.0f} s)", flush=True)
            for fault in found:
                print(f"  {fault}", flush=True)
            total, faults = total + count, faults + len(found)
    print(f"{total} kills, {faults} faults, {time.monotonic() - began:.0f} s")
    sys.exit(1 if faults or not total else 0)


if __name__ == "__main__":
    main()
