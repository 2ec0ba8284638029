"""The report of a bench: one table, and whether the targets are met."""

import os
import platform
import re
import statistics
import subprocess
import time

# The targets: the largest share of Hugo's figure, and megabytes by number of reports.
RATIO_BARS = {"wall s": 1 / 5, "cpu s": 1 / 5}
MEMORY_BARS = {10_000: 400}
LINEAR_BAR = 1.2


def spread(values):
    digits = 3 if max(values) < 100 else 1
    median, least, most = (f"{value:.{digits}f}" for value in (statistics.median(values), min(values), max(values)))
    return f"{median:>8} ({least} – {most})"


def table(results, hugo):
    """The lines of the table: both programs and their ratio, for each size and figure."""
    lines = [f"{'reports':>8}  {'':8}{'Standpoint':<30}{'Hugo ' + hugo:<30}Standpoint / Hugo"]
    lines.append((f"{'':18}" + "  median (min – max)       " * 3).rstrip())
    for corpus, rows in results:
        label = f"{corpus.reports:,}"
        for figure in rows[0][0].figures:
            columns = [[run.figures[figure] for run in row] for row in rows]
            if len(columns) == 2:
                columns.append([ours / theirs for ours, theirs in zip(*columns)])
            lines.append((f"{label:>8}  {figure:8}" + "".join(f"{spread(column):<30}" for column in columns)).rstrip())
            label = ""
    return lines


def verdicts(results):
    """Whether the figures meet each target: pairs of (sentence, met)."""
    found = []
    for corpus, rows in results:
        if len(rows) == 2:
            for figure, bar in RATIO_BARS.items():
                ratio = statistics.median(a.figures[figure] / b.figures[figure] for a, b in zip(*rows))
                sentence = f"{corpus.reports:,} reports: {figure} {ratio:.3f} of Hugo's, at most {bar:.3f}"
                found.append((sentence, ratio <= bar))
        if corpus.reports in MEMORY_BARS:
            peak, bar = statistics.median(run.peak for run in rows[0]), MEMORY_BARS[corpus.reports]
            found.append((f"{corpus.reports:,} reports: {peak:.0f} MB at the peak, at most {bar}", peak <= bar))
    if len(results) > 1:
        small, large = results[-2][0], results[-1][0]
        each = [statistics.median(run.cpu for run in row[0]) / corpus.reports for corpus, row in results[-2:]]
        growth = each[1] / each[0]
        sentence = (
            f"{large.reports:,} reports: each costs {growth:.2f} times what one of {small.reports:,} does, "
            f"at most {LINEAR_BAR}"
        )
        found.append((sentence, growth <= LINEAR_BAR))
    return found


def defaults_table(defaults, results):
    """The lines of the table of Standpoint with the settings of a new site."""
    lines = ["With the settings of a new site (without the search index):", ""]
    head = ("reports", "wall s", "cpu s", "of Hugo's", "peak MB", "output MB", "× content", "files", "largest page KB")
    lines.append("".join(f"{title:>12}" for title in head[:-1]) + f"{head[-1]:>17}")
    for row in defaults_rows(defaults, results):
        lines.append("".join(f"{cell:>12}" for cell in row[:-1]) + f"{row[-1]:>17}")
    return lines


def defaults_rows(defaults, results):
    """The cells of that table, as text."""
    hugo = {corpus.reports: statistics.median(run.cpu for run in rows[1]) for corpus, rows in results if len(rows) == 2}
    for corpus, runs, output in defaults:
        wall, cpu, peak = (statistics.median(getattr(run, name) for run in runs) for name in ("wall", "cpu", "peak"))
        share = f"{cpu / hugo[corpus.reports]:.2f}" if corpus.reports in hugo else ""
        yield (
            f"{corpus.reports:,}", f"{wall:.2f}", f"{cpu:.2f}", share, f"{peak:.0f}", f"{output.bytes / 1e6:.1f}",
            f"{output.bytes / corpus.bytes:.1f}", f"{output.files:,}", f"{output.largest / 1000:.0f}",
        )


def instructions_sentence(counted):
    reports, millions = counted
    if millions is None:
        return f"The instructions of {reports} reports were not counted: perf cannot count here, and valgrind is not installed."
    return f"A build of {reports} reports takes {millions:,.0f} million instructions."


START, END = "<!-- make bench-record: start -->", "<!-- make bench-record: end -->"


def record(file, results, defaults, counted, runs, hugo, root):
    """Writes the figures between the marks in a chapter of the guide, with the machine, the date and the commit."""
    ratios = []
    for corpus, rows in results:
        if len(rows) != 2:
            continue
        cells = [f"{corpus.reports:,}"]
        for figure, unit in (("wall s", " s"), ("cpu s", " s"), ("peak MB", " MB")):
            ours, theirs = ([run.figures[figure] for run in row] for row in rows)
            ratio = statistics.median(one / other for one, other in zip(ours, theirs))
            digits = 0 if unit == " MB" else 2
            values = [f"{statistics.median(some):.{digits}f}{unit}" for some in (ours, theirs)]
            cells.append(f"{values[0]} : {values[1]} = {ratio:.2f}")
        ratios.append(cells)
    head = subprocess.run(["git", "-C", root, "describe", "--always", "--dirty"], capture_output=True, text=True)
    text = "\n".join([
        START, "",
        f"Measured on {time.strftime('%Y-%m-%d')} at {head.stdout.strip() or 'an unknown commit'}: {machine()}; "
        f"the median of {runs} runs each.", "",
        markdown(["Reports", f"Time, Standpoint : Hugo {hugo}", "CPU time", "Memory"], ratios), "",
        "With the settings of a new site, which also writes what the Hugo site does not have, and without the search index:", "",
        markdown(
            ["Reports", "Time (s)", "CPU (s)", "of Hugo’s", "Memory (MB)", "Output (MB)", "× content", "Files", "Largest page (KB)"],
            list(defaults_rows(defaults, results))), "",
        instructions_sentence(counted), "", END,
    ])
    chapter = file.read_text(encoding="utf-8")
    if START not in chapter or END not in chapter:
        raise SystemExit(f"bench: {file} has no lines {START} and {END}")
    before, after = chapter.split(START)[0], chapter.split(END)[1]
    file.write_text(before + text + after, encoding="utf-8")


def markdown(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def machine():
    """The processor and the number of cores."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            name = re.search(r"^model name\s*: (.*)$", file.read(), re.MULTILINE)
    except OSError:
        name = None
    return f"{name[1].strip() if name else platform.machine()}, {os.cpu_count()} cores"


def report(results, defaults, counted, runs, hugo):
    """Prints everything. Returns true if every target is met. `results` has the runs of both programs for each corpus."""
    print(f"\nMedian of {runs} runs each, in turn, on a RAM disk; {os.cpu_count()} cores.")
    for corpus, _ in results:
        print(f"{corpus.reports:,} reports: {corpus.positions:,} positions, the same for both programs.")
    print("\n" + "\n".join(table(results, hugo)) + "\n")
    print("\n".join(defaults_table(defaults, results)) + "\n")
    print(instructions_sentence(counted) + "\n")
    judged = verdicts(results)
    for sentence, met in judged:
        print(f"{'met   ' if met else 'MISSED'}  {sentence}")
    return all(met for _, met in judged)
