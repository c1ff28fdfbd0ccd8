"""``python -m benchmarks.run``: measures, and writes docs/benchmarks.md."""

import os
import platform
import statistics
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from autograder.sandbox.probe import best_level, probe
from benchmarks import nbgrader, otter, otter_bundle, ours
from benchmarks.notebooks import COHORT, FUNCTIONS, NOTEBOOKS, with_work
from benchmarks.processes import ROLES
from benchmarks.watch import RoleTimes, TreeMemory

ROOT = Path(__file__).resolve().parent.parent
BATCH = {0.05: 50, 0.2: 50, 2.0: 16}
"""Seconds of own work → submissions in one run of ours."""
STEADY = (50, 250)
"""Two batches; their difference is the steady state, free of the start of a run."""
PEER_RUNS = 3
ROW = (
    *("", "own work", "otter", "nbgrader", "warm loop", "ours, 1 job", "ours, 2 jobs"),
    *("otter ÷ ours", "nbgrader ÷ ours"),
)
STEADY_ROW = (
    *("", "wall, 1 job", "wall, 2 jobs", "two ÷ one", "CPU", "own cells", "ours", "our share"),
    "peak memory (PSS), students' own excluded",
)

SHARE_ROW = (
    *("", "student's process", "hidden checks", "warm process", "coordinator"),
    "pages touched first",
)


@dataclass(frozen=True)
class Row:
    """Wall seconds per submission, for one kind of notebook with ``work`` seconds of its own."""

    kind: str
    work: float
    otter: float
    nbgrader: float | None
    warm: float
    one: float
    two: float

    def cells(self) -> list[str]:
        best = self.two
        return [
            self.kind,
            f"{self.work:g} s",
            f"{self.otter:.2f} s",
            f"{self.nbgrader:.2f} s" if self.nbgrader else "–",
            f"{self.warm:.3f} s",
            f"{self.one:.3f} s",
            f"{self.two:.3f} s",
            f"**{self.otter / best:.0f}**",
            f"**{self.nbgrader / best:.0f}**" if self.nbgrader else "–",
        ]


@dataclass(frozen=True)
class Steady:
    """A further submission of a run that has started, 0.2 s of own work; seconds."""

    kind: str
    one: float
    two: float
    cpu: float
    own_cpu: float
    roles: Mapping[str, float]
    faults: float
    pss_mib: float

    def cells(self) -> list[str]:
        return [
            self.kind,
            f"{self.one:.3f} s",
            f"{self.two:.3f} s",
            f"**{self.one / self.two:.2f}**",
            f"{self.cpu:.3f} s",
            f"{self.own_cpu:.3f} s",
            f"**{1000 * (self.cpu - self.own_cpu):.0f} ms**",
            f"**{100 * (1 - self.own_cpu / self.cpu):.0f} %**",
            f"{self.pss_mib:.0f} MiB",
        ]

    def share_cells(self) -> list[str]:
        """Where the CPU goes, the notebook's own cells taken off."""
        spent = {**self.roles, "P2": self.roles["P2"] - self.own_cpu}
        cells = (f"{1000 * spent[role]:.0f} ms" for role in ("P2", "P3", "P1", "P0"))
        return [self.kind, *cells, f"{self.faults:,.0f}"]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        course = nbgrader.Course(work / "nbgrader", FUNCTIONS)
        course.prepare()
        for notebook in NOTEBOOKS.values():  # compiles what was never run here
            ours.grade_batch(COHORT / notebook, 0.0, 2, 2, work)
        rows = [
            _row(kind, seconds, work, course if kind == "numpy" else None)
            for kind in NOTEBOOKS
            for seconds in BATCH
        ]
        steady = [_steady(kind, work) for kind in NOTEBOOKS]
    report = f"{_report(rows, steady)}\n{otter_bundle.section()}"
    (ROOT / "docs" / "benchmarks.md").write_text(report, "utf-8")
    print(report)


def _row(kind: str, seconds: float, work: Path, course: nbgrader.Course | None) -> Row:
    notebook = COHORT / NOTEBOOKS[kind]
    one = with_work(notebook, seconds, "probe")
    peers = [otter.run_classic(one, FUNCTIONS, work).wall for _ in range(PEER_RUNS)]
    others = [course.autograde(one, "probe").wall for _ in range(PEER_RUNS)] if course else []
    count = BATCH[seconds]
    return Row(
        kind=kind,
        work=seconds,
        otter=statistics.median(peers),
        nbgrader=statistics.median(others) if others else None,
        warm=ours.warm_loop(one),
        one=ours.grade_batch(notebook, seconds, count, 1, work).wall / count,
        two=ours.grade_batch(notebook, seconds, count, 2, work).wall / count,
    )


def _steady(kind: str, work: Path) -> Steady:
    notebook, seconds = COHORT / NOTEBOOKS[kind], 0.2
    few, many = STEADY
    level = best_level(probe()) or ""
    times, memory = [RoleTimes(level) for _ in STEADY], TreeMemory(level)
    one = [
        ours.grade_batch(notebook, seconds, count, 1, work, watch)
        for count, watch in zip(STEADY, times, strict=True)
    ]
    two = [ours.grade_batch(notebook, seconds, count, 2, work, memory) for count in STEADY]
    before, after = (watch.used() for watch in times)
    added = many - few
    return Steady(
        kind=kind,
        one=(one[1].wall - one[0].wall) / added,
        two=(two[1].wall - two[0].wall) / added,
        cpu=(one[1].cpu - one[0].cpu) / added,
        own_cpu=ours.warm_loop(with_work(notebook, seconds, "probe")),
        roles={role: (after[role] - before[role]) / added for role in ROLES},
        faults=(times[1].faults - times[0].faults) / added,
        pss_mib=memory.mib,
    )


def _report(rows: list[Row], steady: list[Steady]) -> str:
    few, many = STEADY
    machine = (
        f"{platform.machine()}, {os.cpu_count()} cores, Linux {platform.release()}, "
        f"CPython {platform.python_version()}, otter-grader {version('otter-grader')}, "
        f"{nbgrader.REQUIREMENTS[0]}, numpy {version('numpy')}, torch {version('torch')}"
    )
    batches = ", ".join(map(str, BATCH.values()))
    return f"""# Benchmarks

Written by `make bench`. Ratios within one run; absolute times depend on the machine.

Machine: {machine}.

## Beside the others

The same right notebook of Blatt 9, without its cells for self-checks and with a cell that does a
known amount of own work, and
{len(FUNCTIONS)} checks on each side. otter-grader (`otter run`) and nbgrader (`nbgrader
autograde`): median of {PEER_RUNS} runs, with checks that only ask whether the function exists; ours
runs the real ones, in batches of {batches} different notebooks, start-up of the run
included. *Warm loop*: CPU of the cells alone in one running interpreter without walls or
checks, which no grader can beat. Wall time per submission; the ratios are for `--jobs 2`.

{_table(ROW, [row.cells() for row in rows])}

## A further submission

Differences between runs of {few} and of {many} submissions with 0.2 s of own work. *Ours* is
the CPU of all processes above that of the notebook's own cells.

{_table(STEADY_ROW, [row.cells() for row in steady])}

Where it goes: the student's process beyond its own cells in a warm interpreter, the hidden checks,
the warm process that forks, the coordinator (reads the notebook, keeps the result, writes two
pages).

{_table(SHARE_ROW, [row.share_cells() for row in steady])}

What is left is a floor as long as every submission has a process of its own and every answer is
called. The student's process has to be confined and ended, its interpreter copies each page that
it touches for the first time (Python writes to every object that it reads), and the checks call
its functions about forty times. Checks and coordinator have no single large item any more:
sampling and comparing formulas, pytest's protocol, the store's transaction, two pages of HTML.
"""


def _table(head: tuple[str, ...], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


if __name__ == "__main__":
    main()
