"""``python -m benchmarks.run``: measures, and writes docs/benchmarks.md."""

import json
import os
import platform
import shutil
import statistics
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

from benchmarks import classic
from benchmarks.measure import Cost, run

ROOT = Path(__file__).resolve().parent.parent
COHORT = ROOT / "reference" / "blatt09" / "cohort"
BATCH = 50
LARGER_BATCH = 150
PEER_RUNS = 5
NOTEBOOKS = {"numpy": "muster-anna.ipynb", "torch": "muster-cem.ipynb"}
CHECKS = {
    **{
        f"aufgabe_{part}": 1.0
        for part in ("1a", "1c", "1d", "2a", "2b", "2d", "2e", "2f", "3b", "3c")
    },
    "xavier_uniform": 1.0,
}


def main() -> None:
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for kind, name in NOTEBOOKS.items():
            rows.append(_compare(kind, COHORT / name, work))
    report = _report(rows)
    (ROOT / "docs" / "benchmarks.md").write_text(report, "utf-8")
    print(report)


def _compare(kind: str, notebook: Path, work: Path) -> dict[str, object]:
    peer = [_peer(notebook, work) for _ in range(PEER_RUNS)]
    one = _ours(notebook, work, BATCH, jobs=1)
    two = _ours(notebook, work, BATCH, jobs=2)
    larger_one = _ours(notebook, work, LARGER_BATCH, jobs=1)
    larger = _ours(notebook, work, LARGER_BATCH, jobs=2)
    marginal = (larger_one.cpu - one.cpu) / (LARGER_BATCH - BATCH)
    peer_wall = statistics.median(cost.wall for cost in peer)
    return {
        "kind": kind,
        "peer_wall": peer_wall,
        "peer_cpu": statistics.median(cost.cpu for cost in peer),
        "wall_1": one.wall / BATCH,
        "wall_2": two.wall / BATCH,
        "ratio_1": peer_wall / (one.wall / BATCH),
        "ratio_2": peer_wall / (two.wall / BATCH),
        "steady": (larger.wall - two.wall) / (LARGER_BATCH - BATCH),
        "speedup": (larger_one.wall - one.wall) / (larger.wall - two.wall),
        "cpu": marginal,
        "own": _own_cpu(notebook),
        "pss": two.peak_pss_mib,
    }


def _peer(notebook: Path, work: Path) -> Cost:
    bundle = work / "classic.zip"
    bundle.write_bytes(classic.bundle(CHECKS))
    submission = work / "submission.ipynb"
    shutil.copy(notebook, submission)
    command = [sys.executable, "-m", "otter", "run", "-a", str(bundle), "-o", str(work)]
    return run([*command, "--no-logo", str(submission)], work)


def _ours(notebook: Path, work: Path, count: int, jobs: int) -> Cost:
    cohort, out = work / "cohort", work / "out"
    for folder in (cohort, out):
        shutil.rmtree(folder, ignore_errors=True)
    cohort.mkdir()
    for number in range(count):
        shutil.copy(notebook, cohort / f"person-{number:03d}.ipynb")
    command = [sys.executable, str(ROOT / "grade.py"), "blatt09", str(cohort), "--out", str(out)]
    cost = run([*command, "--jobs", str(jobs)], ROOT, watch_memory=True)
    results = json.loads((out / "results.json").read_text("utf-8"))["submissions"]
    assert len(results) == count
    assert all(entry["total"] == 18 for entry in results), "a right notebook lost points"
    return cost


def _own_cpu(notebook: Path) -> float:
    """CPU of the notebook's own cells in a warm interpreter (median of 20)."""
    from autograder.inside.preload import preload
    from autograder.inside.shell import CellRunner, make_shell

    cells = [
        "".join(cell["source"])
        for cell in json.loads(notebook.read_text("utf-8"))["cells"]
        if cell["cell_type"] == "code"
    ]
    preload(("numpy", "torch", "sympy", "matplotlib.pyplot"))
    keep = sys.stdout, sys.stderr, sys.displayhook, sys.modules["__main__"]
    costs = []
    for _ in range(20):
        runner = CellRunner(make_shell())
        start = time.process_time()
        for source in cells:
            runner.run(source)
        costs.append(time.process_time() - start)
        runner.loop.close()
    sys.stdout, sys.stderr, sys.displayhook, sys.modules["__main__"] = keep
    return statistics.median(costs)


def _report(rows: list[dict[str, object]]) -> str:
    lines = [
        "# Benchmarks",
        "",
        "Written by `make bench`. Ratios within one run; absolute times depend on the machine.",
        "",
        f"Machine: {platform.machine()}, {os.cpu_count()} cores, Linux {platform.release()}, "
        f"CPython {platform.python_version()}, otter-grader {version('otter-grader')}, "
        f"numpy {version('numpy')}, torch {version('torch')}.",
        "",
        f"The same notebook of Blatt 9 in a batch of {BATCH}, 11 hidden checks on each side. "
        f"otter-grader: median of {PEER_RUNS} runs of `otter run`, with checks that only ask "
        "whether the function exists; ours runs the real ones. Start-up of the run is included "
        "unless said otherwise.",
        "",
        "| | " + " | ".join(str(row["kind"]) for row in rows) + " |",
        "|---|" + "---|" * len(rows),
    ]
    table = (
        ("`otter run`, wall per submission", "peer_wall", "{:.2f} s"),
        ("ours, `--jobs 1`, wall per submission", "wall_1", "{:.3f} s"),
        ("ours, `--jobs 2`, wall per submission", "wall_2", "{:.3f} s"),
        ("**otter ÷ ours, `--jobs 1`**", "ratio_1", "**{:.0f}**"),
        ("**otter ÷ ours, `--jobs 2`**", "ratio_2", "**{:.0f}**"),
        ("ours in steady state, `--jobs 2`, wall per submission", "steady", "{:.3f} s"),
        ("two workers ÷ one, steady state", "speedup", "{:.2f}"),
        ("`otter run`, CPU per submission", "peer_cpu", "{:.2f} s"),
        ("ours, CPU per further submission (all processes)", "cpu", "{:.3f} s"),
        ("the notebook's own cells in a warm interpreter, CPU", "own", "{:.3f} s"),
        ("peak memory (PSS) of the run, students' own excluded", "pss", "{:.0f} MiB"),
    )
    lines += [
        f"| {label} | " + " | ".join(form.format(row[key]) for row in rows) + " |"
        for label, key, form in table
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
