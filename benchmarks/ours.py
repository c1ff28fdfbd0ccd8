"""Our side: whole runs of ``grade.py``, and the cells alone in a warm interpreter."""

import contextlib
import json
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measure import Cost, run
from benchmarks.notebooks import with_work
from benchmarks.watch import Watch

ROOT = Path(__file__).resolve().parent.parent
WARM_RUNS = 5


def grade_batch(
    notebook: Path, seconds: float, count: int, jobs: int, work: Path, watch: Watch | None = None
) -> Cost:
    """Grade ``count`` different copies of a right notebook with ``seconds`` of own work each."""
    cohort, out = work / "cohort", work / "out"
    for folder in (cohort, out):
        shutil.rmtree(folder, ignore_errors=True)
    cohort.mkdir()
    for number in range(count):
        person = f"probe-{number:05d}"
        (cohort / f"{person}.ipynb").write_bytes(with_work(notebook, seconds, person))
    command = [sys.executable, str(ROOT / "grade.py"), "blatt09", str(cohort), "--out", str(out)]
    cost = run([*command, "--jobs", str(jobs)], ROOT, watch=watch)
    results = json.loads((out / "results.json").read_text("utf-8"))["submissions"]
    assert len(results) == count
    assert all(entry["total"] == 18 for entry in results), "a right notebook lost points"
    return cost


def warm_loop(notebook: bytes) -> float:
    """CPU seconds of a notebook's cells in an interpreter that has imported everything."""
    from autograder.inside.preload import preload
    from autograder.inside.shell import CellRunner, make_shell

    cells = [
        "".join(cell["source"])
        for cell in json.loads(notebook)["cells"]
        if cell["cell_type"] == "code"
    ]
    preload(("numpy", "torch", "sympy", "matplotlib.pyplot"), warm=True)
    keep = sys.stdout, sys.stderr, sys.displayhook, sys.modules["__main__"]
    costs = []
    for _ in range(WARM_RUNS):
        with tempfile.TemporaryDirectory() as scratch, contextlib.chdir(scratch):
            runner = CellRunner(make_shell())
            start = time.process_time()
            for source in cells:
                runner.run(source)
            costs.append(time.process_time() - start)
            runner.loop.close()
    sys.stdout, sys.stderr, sys.displayhook, sys.modules["__main__"] = keep
    return statistics.median(costs)
