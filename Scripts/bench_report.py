"""The report of a bench: one table, and whether the targets are met."""

import os
import statistics

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


def report(results, runs, hugo):
    """Prints everything. Returns true if every target is met. `results` has the runs of both programs for each corpus."""
    print(f"\nMedian of {runs} runs each, in turn, on a RAM disk; {os.cpu_count()} cores.")
    for corpus, _ in results:
        print(f"{corpus.reports:,} reports: {corpus.positions:,} positions, the same for both programs.")
    print("\n" + "\n".join(table(results, hugo)) + "\n")
    judged = verdicts(results)
    for sentence, met in judged:
        print(f"{'met   ' if met else 'MISSED'}  {sentence}")
    return all(met for _, met in judged)
