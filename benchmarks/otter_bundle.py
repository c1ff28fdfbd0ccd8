"""``python -m benchmarks.otter_bundle``: ``otter run`` with our bundle beside the classic way.

The classic bundle has as many checks, in otter's own tests, which only ask whether the function
exists; ours runs the real ones behind the border. Runs alternate, so that what else the machine
does falls on both.
"""

import json
import platform
import statistics
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from autograder.course.sheet import Course
from autograder.otter_bridge.bundle import gradescope_bundle
from benchmarks import otter
from benchmarks.measure import Cost, run
from benchmarks.notebooks import COHORT, FUNCTIONS, NOTEBOOKS, with_work

ROOT = Path(__file__).resolve().parent.parent
WORK_SECONDS = (0.0, 2.0)
"""Own work of the notebook."""
RUNS = 5
POINTS = 18


def section(runs: int = RUNS) -> str:
    """The part of docs/benchmarks.md."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        course = Course(ROOT)
        (work / "ours.zip").write_bytes(gradescope_bundle(course, course.load("blatt09")))
        rows = [_row(kind, seconds, runs, work) for kind in NOTEBOOKS for seconds in WORK_SECONDS]
    head: tuple[str, ...] = ("", "own work")
    head += ("classic, wall", "ours, wall", "ours ÷ classic")
    head += ("classic, CPU", "ours, CPU", "ours ÷ classic")
    lines = [head, ("---",) * len(head), *rows]
    return f"""## `otter run` with our bundle

`otter run` (otter-grader {version("otter-grader")}, CPython {platform.python_version()}) on one
right notebook of Blatt 9, medians of {runs} alternating runs. Classic: {len(FUNCTIONS)} checks in
otter's own tests that only ask whether the function exists. Ours: the bundle, with the real
checks behind the border.

{chr(10).join(f"| {' | '.join(line)} |" for line in lines)}
"""


def _row(kind: str, seconds: float, runs: int, work: Path) -> tuple[str, ...]:
    notebook = with_work(COHORT / NOTEBOOKS[kind], seconds, "probe")
    pairs = [
        (otter.run_classic(notebook, FUNCTIONS, work), _ours(notebook, work)) for _ in range(runs)
    ]
    cells = [kind, f"{seconds:g} s"]
    for take in (lambda cost: cost.wall, lambda cost: cost.cpu):
        classic, ours = (statistics.median(map(take, costs)) for costs in zip(*pairs, strict=True))
        cells += [f"{classic:.1f} s", f"{ours:.1f} s", f"**{ours / classic:.2f}**"]
    return tuple(cells)


def _ours(notebook: bytes, work: Path) -> Cost:
    submission = work / "submission.ipynb"
    submission.write_bytes(notebook)
    command = [sys.executable, "-m", "otter", "run", "-a", str(work / "ours.zip"), "-o", str(work)]
    cost = run([*command, "--no-logo", str(submission)], work)
    tests = json.loads((work / "results.json").read_text("utf-8"))["tests"]
    assert sum(test["score"] for test in tests) == POINTS, "a right notebook lost points"
    return cost


if __name__ == "__main__":
    print(section(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS))
