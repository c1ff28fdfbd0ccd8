"""``python -m benchmarks.scale``: many submissions, twice, on a cluster, with deaths in between.

Writes docs/benchmarks-scale.md. ``--most 10000`` takes about half an hour on two idle cores.
"""

import argparse
import os
import platform
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from autograder.inside.confinement.processes import descendants
from benchmarks.measure import Cost, environment, run
from benchmarks.notebooks import with_work
from benchmarks.processes import command_line
from benchmarks.watch import CoordinatorMemory

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOK = ROOT / "reference" / "blatt09" / "cohort" / "muster-anna.ipynb"
OWN_WORK_SECONDS = 0.02
POINTS = 18
"""What the notebook is worth without its written answers."""
SIZES = (10, 100, 1_000, 10_000)
MOST_WITH_DEATHS = 1_000
STEADY = (100, 400)
"""Two runs on a cluster; their difference is free of its start."""
TURNS = 4
"""How often local workers and a cluster take turns: what else the machine does hits both."""
JOBS = 2
SHARE_DONE = 0.4
"""How much of a run is done when something is killed."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--most", type=int, default=1_000, help="submissions in the largest run")
    most = parser.parse_args().most
    lines = _head()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        sizes = [size for size in SIZES if size < most] + [most]
        for section in (
            bench.growth(sizes),
            bench.cluster(),
            bench.deaths(min(most, MOST_WITH_DEATHS)),
        ):
            for line in section:
                print(line, flush=True)
                lines.append(line)
    report = "\n".join(lines) + "\n"
    (ROOT / "docs" / "benchmarks-scale.md").write_text(report, "utf-8")


def _head() -> list[str]:
    machine = f"{platform.machine()}, {os.cpu_count()} cores, CPython {platform.python_version()}"
    return [
        "# Many submissions",
        "",
        "Written by `make scale`; absolute times depend on the machine.",
        "",
        f"Machine: {machine}. One right numpy notebook of Blatt 9 with {OWN_WORK_SECONDS} s of own "
        f"work, different for every person, `--jobs {JOBS}`.",
        "",
    ]


class Bench:
    """Runs of ``grade.py`` over cohorts of equal notebooks in one scratch folder."""

    def __init__(self, work: Path) -> None:
        self.work = work
        self.out = work / "out"

    def growth(self, sizes: Sequence[int]) -> Iterator[str]:
        """CPU per further submission, and memory of the coordinator, as cohorts grow."""
        yield "| submissions | wall | CPU per further submission | coordinator, peak | once more |"
        yield "|---|---|---|---|---|"
        self._fresh(1)  # compiles what was never run here
        costs: list[Cost] = []
        peaks: list[float] = []
        further: list[float] = []
        for number, size in enumerate(sizes):
            memory = CoordinatorMemory()
            costs.append(self._fresh(size, watch=memory))
            peaks.append(memory.mib)
            again = run(self._command(), ROOT)
            now = costs[-1]
            shown = "–"
            if number:
                added = size - sizes[number - 1]
                further.append((now.cpu - costs[-2].cpu) / added)
                shown = f"{1000 * further[-1]:.0f} ms"
            yield (
                f"| {size:,} | {now.wall:.1f} s | {shown} | {peaks[-1]:.0f} MiB "
                f"| {again.wall:.1f} s |"
            )
        yield ""
        if len(further) > 1:
            change = 100 * (further[-1] / further[-2] - 1)
            grown = peaks[-1] - peaks[-2]
            each = 1024 * grown / (sizes[-1] - sizes[-2])
            yield (
                f"*Once more*: the same command again, nothing has changed. From {sizes[-2]:,} to "
                f"{sizes[-1]:,} submissions a further one costs **{change:+.0f} %** of CPU, and "
                f"the coordinator holds {each:.1f} KiB more for it: "
                "its paths, keys and points."
            )
            yield ""

    def cluster(self) -> Iterator[str]:
        """Dask with as many worker processes, in steady state."""
        few, many = STEADY
        places: tuple[tuple[str, ...], ...] = ((), ("--cluster", "local"))
        walls = dict.fromkeys(places, 0.0)
        for where in places * TURNS:
            costs = [self._fresh(size, where) for size in STEADY]
            walls[where] += (costs[1].wall - costs[0].wall) / (many - few) / TURNS
        local, dask = walls.values()
        yield (
            f"A further submission on this machine's workers: {1000 * local:.0f} ms, on as many "
            f"workers of Dask: {1000 * dask:.0f} ms (**{100 * (dask / local - 1):+.0f} %**)."
        )
        yield ""

    def deaths(self, size: int) -> Iterator[str]:
        """A worker killed in the middle; the coordinator killed in the middle and run again."""
        self._cohort(size)
        self._kill_midway(size, ("--cluster", "local"))
        self._check(size)
        yield (
            f"A worker of Dask killed at {100 * SHARE_DONE:.0f} % of {size:,}: all have their "
            "marks."
        )
        self._cohort(size)
        self._kill_midway(size)
        kept = self._records()
        output = subprocess.run(
            self._command(),
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
            env=environment(),
        ).stdout
        self._check(size)
        assert f"\nBewertet: {size - kept}, in" in output, "something was graded twice"
        yield (
            f"The coordinator killed at {100 * SHARE_DONE:.0f} %: {kept:,} were kept, the same "
            f"command graded the other {size - kept:,}; none lost, none twice."
        )

    def _fresh(
        self, size: int, options: Sequence[str] = (), watch: CoordinatorMemory | None = None
    ) -> Cost:
        where = " ".join(options) or f"--jobs {JOBS}"
        print(f"… {time.strftime('%H:%M:%S')} {size:,} submissions, {where}", file=sys.stderr)
        self._cohort(size)
        cost = run(self._command(options), ROOT, watch)
        self._check(size)
        return cost

    def _cohort(self, size: int) -> None:
        for folder in (self.work / "cohort", self.out):
            shutil.rmtree(folder, ignore_errors=True)
        (self.work / "cohort").mkdir()
        for number in range(size):
            person = f"probe-{number:05d}"
            notebook = with_work(NOTEBOOK, OWN_WORK_SECONDS, person)
            (self.work / "cohort" / f"{person}.ipynb").write_bytes(notebook)

    def _command(self, options: Sequence[str] = ()) -> list[str]:
        program = [sys.executable, str(ROOT / "grade.py"), "blatt09", str(self.work / "cohort")]
        return [*program, "--out", str(self.out), "--jobs", str(JOBS), *options]

    def _check(self, size: int) -> None:
        """Everybody is there, once, with all points; a lost mark is told."""
        with (self.out / "results.json").open(encoding="utf-8") as file:
            lines = [line for line in file if line.startswith(_FIELDS)]
        names = {line for line in lines if line.startswith(_FIELDS[0])}
        assert len(names) == size == len(lines) / 2, f"{len(names)} of {size} are there"
        assert all(line in names or line.endswith(f" {POINTS}.0,\n") for line in lines), (
            "a right notebook lost points"
        )

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
        print(f"… {time.strftime('%H:%M:%S')} {size:,} submissions, a death", file=sys.stderr)
        process = subprocess.Popen(
            self._command(options),
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            env=environment(),
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
            pid for pid in descendants(process.pid) if "multiprocessing.spawn" in command_line(pid)
        ]
        os.kill(workers[-1], signal.SIGKILL)
        assert process.wait() == 0


_FIELDS = ('      "submission": ', '      "total": ')
"""Of every submission in ``results.json``, at their depth."""

if __name__ == "__main__":
    main()
