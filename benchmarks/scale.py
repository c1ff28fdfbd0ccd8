"""``python -m benchmarks.scale``: many submissions, twice, on a cluster, with deaths in between.

Writes docs/benchmarks-scale.md. ``--most 10000`` takes about half an hour on two cores.
"""

import argparse
import json
import os
import platform
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from benchmarks.measure import Cost, below, command_line, run
from benchmarks.notebooks import with_work

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOK = ROOT / "reference" / "blatt09" / "cohort" / "muster-anna.ipynb"
SIZES = (10, 100, 1_000, 10_000)
JOBS = 2
SHARE_DONE = 0.4
"""How much of a run is done when something is killed."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--most", type=int, default=1_000, help="submissions in the largest run")
    most = parser.parse_args().most
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        sizes = [size for size in SIZES if size < most] + [most]
        sections = [
            *bench.growth(sizes),
            *bench.again(sizes[-1]),
            *bench.cluster(),
            *bench.deaths(sizes[-1]),
        ]
    report = "\n".join([*_head(), *sections]) + "\n"
    (ROOT / "docs" / "benchmarks-scale.md").write_text(report, "utf-8")
    print(report)


def _head() -> list[str]:
    machine = f"{platform.machine()}, {os.cpu_count()} cores, CPython {platform.python_version()}"
    return [
        "# Many submissions",
        "",
        "Written by `python -m benchmarks.scale`; absolute times depend on the machine.",
        "",
        f"Machine: {machine}. One right numpy notebook of Blatt 9, different for every person, "
        f"`--jobs {JOBS}`.",
        "",
    ]


class Bench:
    """Runs of ``grade.py`` over cohorts of equal notebooks in one scratch folder."""

    def __init__(self, work: Path) -> None:
        self.work = work
        self.out = work / "out"

    def growth(self, sizes: Sequence[int]) -> list[str]:
        """CPU per further submission, and memory of the coordinator, as cohorts grow."""
        costs = [self._fresh(size) for size in sizes]
        lines = [
            "| submissions | wall | CPU per further submission | coordinator, peak |",
            "|---|---|---|---|",
        ]
        for number, (size, cost) in enumerate(zip(sizes, costs, strict=True)):
            further = "–"
            if number:
                before = costs[number - 1]
                further = f"{(cost.cpu - before.cpu) / (size - sizes[number - 1]):.3f} s"
            lines.append(
                f"| {size:,} | {cost.wall:.1f} s | {further} | {cost.coordinator_mib:.0f} MiB |"
            )
        return [*lines, ""]

    def again(self, size: int) -> list[str]:
        """The same cohort a second time: nothing is run."""
        cost = run(self._command(), ROOT)
        return [f"{size:,} unchanged submissions again: **{cost.wall:.1f} s**.", ""]

    def cluster(self) -> list[str]:
        """Dask with as many worker processes, in steady state."""
        few, many = 50, 250
        walls = {}
        for where in ((), ("--cluster", "local")):
            costs = [self._fresh(size, where) for size in (few, many)]
            walls[where] = (costs[1].wall - costs[0].wall) / (many - few)
        local, dask = walls.values()
        return [
            f"A further submission on this machine's workers: {local:.3f} s, on as many workers "
            f"of Dask: {dask:.3f} s (**{100 * (dask / local - 1):+.0f} %**).",
            "",
        ]

    def deaths(self, size: int) -> list[str]:
        """A worker killed in the middle; the coordinator killed in the middle and run again."""
        self._cohort(size)
        self._kill_midway(size, ("--cluster", "local"))
        first = self._results()
        assert len(first) == size, f"{len(first)} of {size} after a worker's death"
        self._cohort(size)
        self._kill_midway(size)
        kept = self._records()
        output = subprocess.run(
            self._command(), cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        second = self._results()
        assert len(second) == size, f"{len(second)} of {size} after the coordinator's death"
        assert f"\n{size - kept} Abgaben in" in output, "something was graded twice"
        return [
            f"A worker of Dask killed at {100 * SHARE_DONE:.0f} % of {size:,}: all "
            f"{len(first):,} have their marks. The coordinator killed at "
            f"{100 * SHARE_DONE:.0f} %: {kept:,} were kept, the same command graded the other "
            f"{size - kept:,}; none lost, none twice.",
        ]

    def _fresh(self, size: int, options: Sequence[str] = ()) -> Cost:
        self._cohort(size)
        cost = run(self._command(options), ROOT, watch_memory=True)
        assert len(self._results()) == size
        return cost

    def _cohort(self, size: int) -> None:
        for folder in (self.work / "cohort", self.out):
            shutil.rmtree(folder, ignore_errors=True)
        (self.work / "cohort").mkdir()
        for number in range(size):
            person = f"probe-{number:05d}"
            notebook = with_work(NOTEBOOK, 0.0, person)
            (self.work / "cohort" / f"{person}.ipynb").write_bytes(notebook)

    def _command(self, options: Sequence[str] = ()) -> list[str]:
        program = [sys.executable, str(ROOT / "grade.py"), "blatt09", str(self.work / "cohort")]
        return [*program, "--out", str(self.out), "--jobs", str(JOBS), *options]

    def _results(self) -> list[object]:
        """Everybody's results; a lost mark is told."""
        found = json.loads((self.out / "results.json").read_text("utf-8"))["submissions"]
        assert all(entry["total"] == 18 for entry in found), "a right notebook lost points"
        return list(found)

    def _records(self) -> int:
        """How many results are in the store; 0 before there is one."""
        try:
            with closing(sqlite3.connect(f"file:{self.out}/store.sqlite?mode=ro", uri=True)) as db:
                count: int = db.execute(
                    "SELECT count(DISTINCT submission) FROM grading"
                ).fetchone()[0]
        except sqlite3.OperationalError:
            return 0
        return count

    def _kill_midway(self, size: int, options: Sequence[str] = ()) -> None:
        """SIGKILL for a worker of a cluster, without one for the coordinator."""
        process = subprocess.Popen(
            self._command(options), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT
        )
        while self._records() < SHARE_DONE * size:
            if process.poll() is not None:
                raise RuntimeError(f"the run ended early with {process.returncode}")
            time.sleep(0.2)
        if not options:
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
            return
        workers = [
            pid for pid in below(process.pid) if "multiprocessing.spawn" in command_line(pid)
        ]
        os.kill(workers[-1], signal.SIGKILL)
        assert process.wait() == 0


if __name__ == "__main__":
    main()
