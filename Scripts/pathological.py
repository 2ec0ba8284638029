#!/usr/bin/env python3
"""Runs the tool on inputs that cost too much in many programs, and fails if a cost grows faster than its input.

Each shape is generated at three sizes, each four times the one before. Two things are measured, both of the tool's own
process without the programs that it runs: the growth of instructions and the peak of its memory. A shape fails if its
instructions grow faster than size^1.25, if its memory is above 40 times the input and 100 MB, if it does not end within
60 seconds of CPU time and 8 GB of addresses, if what it prints is not UTF-8, or if a signal ends it.

  Scripts/pathological.py                    all shapes, with instructions counted (slow)
  Scripts/pathological.py --short            for every change, in two minutes: smaller sizes, and instructions are
                                             counted only if CPU time seems to grow too fast; CPU time alone fails nothing
  Scripts/pathological.py --only footnote    the shapes whose names contain a word

Instructions are counted by perf, or by Valgrind where perf cannot count them. Without both, the least CPU time of three
runs is judged, and the line says so. Valgrind needs the tool as the Makefile builds it, with the runtime of Swift linked
statically. Uses the standard library only.
"""

import argparse
import math
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
from pathological_shapes import all_shapes  # noqa: E402  (the lines above must come first)
from pathological_shapes.session import converse, frames  # noqa: E402

STEP = 4
MAXIMUM_GROWTH = 1.25
MINIMUM_GROWTH = 0.5
MEMORY_FACTOR = 40
MEMORY_BASE = 100_000_000
CPU_LIMIT = 60
ADDRESS_LIMIT = 8 << 30
# Valgrind is slow: it counts at sizes that the tool alone reads within so many seconds of CPU time, or, if its CPU time
# seems to grow too fast, within the second number.
COUNTED_SECONDS = 0.3
DOUBTFUL_SECONDS = 1.5
COUNTING_LIMIT = 600
# Differences below these are start-up and chance: 50 ms of CPU time, and 30 million instructions.
CPU_FLOOR = 0.05
INSTRUCTION_FLOOR = 30e6


@dataclass
class Run:
    """What one run of the tool cost."""

    status: int
    cpu: float
    memory: int
    # What it printed, diagnostics included.
    text: str = ""
    is_utf8: bool = True


@dataclass
class Verdict:
    """The figures of a shape, and what is wrong with them."""

    name: str
    size: int = 0
    cpu: list = field(default_factory=list)
    memory: int = 0
    growth: float = 0.0
    counted: bool = False
    faults: list = field(default_factory=list)

    def line(self):
        growth = f"{self.growth:5.2f}" if self.growth else "    –"
        how = "instructions" if self.counted else "CPU time" if self.growth else ""
        return (
            f"{'FAIL' if self.faults else 'ok  '}  {self.name:44} {self.size / 1000:8.0f} kB  "
            f"{self.cpu[-1] if self.cpu else 0:6.2f} s  {self.memory / 1e6:6.0f} MB  {growth} {how}"
        )


class Bench:
    def __init__(self, tool, short, place):
        self.tool, self.short, self.place = tool, short, Path(place)
        self.counter = find_counter()
        self.counted_tool = tool
        self.base = {}
        self.folders = 0

    def judge(self, shape):
        verdict = Verdict(shape.name)
        largest = shape.size // STEP if self.short else shape.size
        weights = []
        for power in (1, 0) if self.short else (2, 1, 0):
            with self.input(shape, largest // STEP**power) as (folder, arguments):
                weights.append(weight(folder))
                run = self.run(shape, folder, arguments)
            verdict.cpu.append(run.cpu)
            verdict.memory, verdict.size = run.memory, weights[-1]
            self.check(run, shape, verdict)
            if verdict.faults:
                return verdict
        base = self.base_cost(shape, counted=False)
        # In short, what costs less is left to the full form: a busy machine lets it seem to grow.
        floor = 2 * CPU_FLOOR if self.short else CPU_FLOOR
        verdict.growth = growth(weights, [cpu - base for cpu in verdict.cpu], floor)
        if not self.short or verdict.growth > MAXIMUM_GROWTH:
            self.judge_growth(shape, largest, verdict)
        return verdict

    def check(self, run, shape, verdict):
        if run.status < 0:
            verdict.faults.append(f"signal {-run.status} at {verdict.size / 1000:.0f} kB after {run.cpu:.1f} s")
        elif run.status not in (0, 1) and run.status not in shape.statuses:
            verdict.faults.append(f"exit code {run.status}: {run.text.strip().splitlines()[-1:]}")
        limit = MEMORY_FACTOR * verdict.size + MEMORY_BASE
        if run.memory > limit:
            verdict.faults.append(f"memory {run.memory / 1e6:.0f} MB; {limit / 1e6:.0f} MB would do")
        if not run.is_utf8:
            verdict.faults.append("the output is not UTF-8")
        if run.status >= 0 and shape.expects and shape.expects not in run.text:
            verdict.faults.append(f"the output does not contain “{shape.expects}”")

    def judge_growth(self, shape, largest, verdict):
        """Judges by instructions; where they cannot be counted, by the least CPU time of three runs."""
        seconds = DOUBTFUL_SECONDS if verdict.growth > MAXIMUM_GROWTH and not self.short else COUNTED_SECONDS
        size, cost = largest, verdict.cpu[-1]
        while cost > seconds and size > 2_000:
            size, cost = size // STEP, cost / STEP ** max(1, verdict.growth)
        verdict.counted = self.judge_by(self.count, INSTRUCTION_FLOOR, shape, sizes_up_to(size), verdict)
        # What grows fast only while it is small, such as from no pairs of parties to some, is harmless.
        while verdict.counted and verdict.growth > MAXIMUM_GROWTH and STEP * size <= largest and cost < DOUBTFUL_SECONDS:
            size, cost = STEP * size, STEP * cost
            smaller = verdict.growth
            self.judge_by(self.count, INSTRUCTION_FLOOR, shape, sizes_up_to(size), verdict)
            # Beyond a limit, the cost of what is refused says nothing about the rest.
            if verdict.growth < MINIMUM_GROWTH:
                verdict.growth = smaller
                break
        if not verdict.counted and not self.short:
            self.judge_by(self.least_cpu, CPU_FLOOR, shape, sizes_up_to(largest), verdict)
        if verdict.growth > MAXIMUM_GROWTH and (verdict.counted or not self.short):
            what = "instructions grow" if verdict.counted else "CPU time grows"
            verdict.faults.append(f"{what} like size^{verdict.growth:.2f}")

    def judge_by(self, measure, floor, shape, sizes, verdict):
        """Takes the growth of what `measure` tells; False if it cannot tell."""
        base = self.base_cost(shape, counted=measure == self.count)
        weights, costs = [], []
        for size in sizes:
            with self.input(shape, size) as (folder, arguments):
                weights.append(weight(folder))
                cost = measure(shape, folder, arguments) if base is not None else None
            if cost is None:
                return False
            costs.append(cost - base)
        verdict.growth = growth(weights, costs, floor)
        return True

    def least_cpu(self, shape, folder, arguments):
        # A copy each, because some commands do less when they run again.
        copies = [self.folder() / "copy" for _ in range(2)]
        for copy in copies:
            shutil.copytree(folder, copy)
        costs = [self.run(shape, place, arguments).cpu for place in (folder, *copies)]
        for copy in copies:
            shutil.rmtree(copy.parent, ignore_errors=True)
        return min(costs)

    def base_cost(self, shape, counted):
        """The cost of the command for next to no input; None if it cannot be counted.

        Counts are exact, so that the cost of other words would make a difference; CPU time is not.
        """
        key = (shape.command, shape.name if counted else None)
        if key not in self.base:
            with self.input(shape, 1) as (folder, arguments):
                measure = self.count if counted else lambda *run: self.run(*run).cpu
                self.base[key] = measure(shape, folder, arguments)
        return self.base[key]

    @contextmanager
    def input(self, shape, size):
        """A folder with the input of a shape, and the arguments of the tool."""
        folder = self.folder()
        try:
            yield folder, shape.write(folder, max(1, size))
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def folder(self):
        self.folders += 1
        folder = self.place / f"{self.folders}-{time.monotonic_ns()}"
        folder.mkdir()
        return folder

    def run(self, shape, folder, arguments):
        """Runs the tool and reads the costs of its own process from /proc."""
        with tempfile.TemporaryFile(dir=self.place) as output:
            started = time.monotonic()
            process, editor = self.start([self.tool, *arguments], shape, folder, output, preexec_fn=limit_process)
            memory = 0
            pause = 0.002
            while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
                memory = max(memory, peak(process.pid))
                if time.monotonic() - started > 5 * CPU_LIMIT:
                    process.kill()
                time.sleep(pause)
                pause = min(pause * 1.5, 0.05)
            cpu = own_cpu(process.pid)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if editor:
                editor.join()
            # The figure of the system includes the programs that the tool ran.
            if usage.ru_maxrss * 1024 < 60_000_000 or not memory:
                memory = max(memory, usage.ru_maxrss * 1024)
            output.seek(0)
            text = output.read()
        return Run(process.returncode, cpu, memory, text.decode(errors="replace"), is_utf8(text))

    @staticmethod
    def start(command, shape, folder, output, **options):
        """Starts a command, and the thread that is its editor if the shape has a session; None otherwise."""
        with open(folder / shape.stdin if shape.stdin else os.devnull, "rb") as source:
            options |= {"cwd": folder, "env": environment(), "stderr": output}
            if not shape.is_session:
                return subprocess.Popen(command, stdin=source, stdout=output, **options), None
            messages = list(frames(source))
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **options)
        editor = threading.Thread(target=converse, args=(process, messages, output))
        editor.start()
        return process, editor

    def count(self, shape, folder, arguments):
        """The instructions of a run; None if they could not be counted."""
        if not self.counter:
            return None
        report = folder.parent / f"{folder.name}.count"
        command = self.counter(report) + [self.counted_tool, *arguments]
        try:
            with tempfile.TemporaryFile(dir=self.place) as output:
                process, editor = self.start(command, shape, folder, output)
                try:
                    process.wait(COUNTING_LIMIT)
                finally:
                    process.kill()
                    process.wait()
                    if editor:
                        editor.join()
            if process.returncode < 0:
                return None
            text = report.read_text(errors="replace")
            report.unlink()
        except (OSError, subprocess.TimeoutExpired):
            return None
        for line in text.splitlines():
            if line.startswith("summary:"):
                return float(line.split()[1])
            if "instructions" in line:
                return float(line.split(",")[0])
        return None


def sizes_up_to(size):
    """Three sizes, the given one last."""
    return [max(1, size // STEP**power) for power in (2, 1, 0)]


def growth(sizes, costs, floor):
    """The exponent of the growth: the larger of a fit over all sizes and the slope of the last two; 0 if too small."""
    if costs[-1] < floor:
        return 0.0
    points = [(math.log(size), math.log(cost)) for size, cost in zip(sizes, costs) if cost > floor / STEP]
    if len(points) < 2 or points[-1][0] - points[0][0] < 0.1:
        return 0.0
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    fit = sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)
    (x1, y1), (x2, y2) = points[-2:]
    return max(fit, (y2 - y1) / (x2 - x1), 0.01)


def is_utf8(data):
    try:
        data.decode()
        return True
    except UnicodeDecodeError:
        return False


def limit_process():
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_LIMIT, ADDRESS_LIMIT))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_LIMIT, CPU_LIMIT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def environment():
    return {**os.environ, "SWIFT_BACKTRACE": "enable=no", "NO_COLOR": "1", "TZ": "UTC"}


def peak(process):
    try:
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    except (OSError, ValueError):
        pass
    return 0


def own_cpu(process):
    """The CPU time of the process itself, in seconds, without the programs that it ran."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) / os.sysconf("SC_CLK_TCK")


def weight(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def find_counter():
    """What to put before a command so that its instructions are counted in a file; None if nothing can count them."""
    if shutil.which("perf"):
        trial = subprocess.run(
            ["perf", "stat", "-x,", "-e", "instructions:u", "true"], capture_output=True, text=True, check=False)
        if trial.returncode == 0 and trial.stderr.split(",")[0].isdigit():
            return lambda report: ["perf", "stat", "-x,", "-i", "-e", "instructions:u", "-o", str(report)]
    if shutil.which("valgrind"):
        return lambda report: [
            "valgrind", "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={report}", "-q"]
    return None


def without_debug_information(tool, place):
    """A copy that Valgrind loads quickly."""
    copy = Path(place) / "standpoint"
    stripped = subprocess.run(["strip", "-g", "-o", copy, tool], capture_output=True, check=False)
    return str(copy) if stripped.returncode == 0 else tool


def main():
    parser = argparse.ArgumentParser(description="Check that no input costs far more than its size.")
    parser.add_argument("--tool", default=".build/release/standpoint")
    parser.add_argument("--short", action="store_true", help="smaller sizes; count only what seems to grow too fast")
    parser.add_argument("--only", default="", help="only shapes whose names match this expression")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--list", action="store_true", help="list the shapes")
    options = parser.parse_args()
    shapes = [shape for shape in all_shapes() if re.search(options.only, shape.name)]
    missing = [shape for shape in shapes if shape.needs and not shutil.which(shape.needs)]
    shapes = [shape for shape in shapes if shape not in missing]
    if options.list:
        print("\n".join(shape.name for shape in shapes))
        return
    ram = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="pathological-", dir=ram) as place:
        bench = Bench(str(Path(options.tool).resolve()), options.short, place)
        bench.counted_tool = without_debug_information(bench.tool, place)
        if not bench.counter:
            print("Neither perf nor Valgrind can count instructions here, so CPU time is judged"
                  if not options.short else "Neither perf nor Valgrind can count instructions here: only limits are judged")
        for shape in missing:
            print(f"SKIPPED: {shape.name} needs {shape.needs}, which is not installed")
        started = time.monotonic()
        with ThreadPoolExecutor(options.jobs) as pool:
            verdicts = []
            for done in as_completed([pool.submit(bench.judge, shape) for shape in shapes]):
                verdict = done.result()
                verdicts.append(verdict)
                print(verdict.line(), flush=True)
                for fault in verdict.faults:
                    print(f"        {fault}", flush=True)
    failed = [verdict for verdict in verdicts if verdict.faults]
    counted = sum(verdict.counted for verdict in verdicts)
    print(f"\n{len(verdicts)} shapes, {counted} counted, {len(failed)} failed, {time.monotonic() - started:.0f} s")
    sys.exit(1 if failed or not verdicts else 0)


if __name__ == "__main__":
    main()
