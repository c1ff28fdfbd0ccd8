"""``python -m benchmarks.overhead``: what the walls cost; writes docs/benchmarks-confinement.md.

Confined children and plain forks of an equally warm process take turns, so that whatever else
the machine does hits both.
"""

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.course.sheet import Course, Sheet
from autograder.grading.reading import NOTEBOOK_SEED
from autograder.grading.walls import wall_for
from autograder.sandbox.probe import probe, require
from autograder.sandbox.run import CONFINE_SECONDS, child_limits
from autograder.sandbox.zygote import Zygote
from autograder.wire.frames import Channel
from autograder.wire.peer import Peer
from benchmarks.plain_fork import CELL

ROOT = Path(__file__).resolve().parent.parent
SHEET = "blatt09"
BATCH = 200
WARM_UP = 10
READY_GOAL_MS, FIRST_LINE_GOAL_MS = 20, 40
_SECONDS = 20


@dataclass(frozen=True)
class Times:
    """Milliseconds from the request for a child."""

    ready: float
    first_line: float
    gone: float | None = None
    """From the order to end until it has been reaped."""


def main() -> None:
    course = Course(ROOT)
    sheet = course.load(SHEET)
    level = require(sheet.confinement, probe())
    plain_command = [sys.executable, "-m", "benchmarks.plain_fork", SHEET]
    with (
        tempfile.TemporaryDirectory() as out,
        Zygote(wall_for(course, level, Path(out)), sheet.preload, sheet.limits.frame_mib) as zygote,
        subprocess.Popen(
            plain_command,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")},
        ) as plain,
    ):
        assert plain.stdout is not None
        json.loads(plain.stdout.readline())
        walled, bare = [], []
        for number in range(WARM_UP + BATCH):
            pair = _walled(zygote, sheet), _plain(plain)
            if number >= WARM_UP:
                walled.append(pair[0])
                bare.append(pair[1])
        assert plain.stdin is not None
        plain.stdin.close()
    report = _report(level, walled, bare)
    (ROOT / "docs" / "benchmarks-confinement.md").write_text(report, "utf-8")
    print(report)


def _walled(zygote: Zygote, sheet: Sheet) -> Times:
    """One child, started and asked exactly as for a submission."""
    start = time.monotonic()
    child = zygote.fork(child_limits(sheet.limits))
    peer = Peer(Channel(child.border, sheet.limits.frame_mib << 20), child.interrupt)
    try:
        peer.await_confined(CONFINE_SECONDS)
        ready = time.monotonic()
        peer.start(
            _SECONDS,
            files={},
            folder="",
            seed=NOTEBOOK_SEED,
            watch=("begun",),
            output_bytes=1 << 20,
        )
        reply = peer.request("cell", _SECONDS, source=CELL, stop_before=None)
        if reply.get("ok") is not True:
            raise RuntimeError(f"the cell failed: {reply}")
        begun = peer.get("begun", _SECONDS)["value"]["number"]
    finally:
        ending = time.monotonic()
        child.end()
    gone = time.monotonic() - ending
    return Times(1e3 * (ready - start), 1e3 * (begun - start), 1e3 * gone)


def _plain(process: "subprocess.Popen[str]") -> Times:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    ready, begun = json.loads(process.stdout.readline())
    return Times(1e3 * ready, 1e3 * begun)


def _report(level: str, walled: Sequence[Times], bare: Sequence[Times]) -> str:
    rows = [
        ("child ready", [t.ready for t in bare], [t.ready for t in walled], READY_GOAL_MS),
        (
            "first line of the notebook",
            [t.first_line for t in bare],
            [t.first_line for t in walled],
            FIRST_LINE_GOAL_MS,
        ),
        ("killed and reaped", None, [t.gone for t in walled if t.gone is not None], None),
    ]
    lines = [
        "# What the walls cost",
        "",
        "Written by `python -m benchmarks.overhead`. Milliseconds from the request for a child of "
        f"the warm process (numpy, torch, SymPy, matplotlib, IPython), {BATCH} of each kind in "
        "turns. The walled child is confined as for a submission and then asked over its border; "
        "the plain one is `os.fork()` of an equally warm process and runs the same cell at once.",
        "",
        f"Machine: {platform.machine()}, {os.cpu_count()} cores, Linux {platform.release()}, "
        f"CPython {platform.python_version()}; level `{level}`, "
        f"{'as root' if os.geteuid() == 0 else 'as an ordinary user'}; load average "
        f"{os.getloadavg()[0]:.1f} at the end.",
        "",
        "| ms | plain fork, median | walled, p10 | **walled, median** | walled, p90 | goal |",
        "|---|---|---|---|---|---|",
    ]
    for label, plain, confined, goal in rows:
        deciles = statistics.quantiles(confined, n=10)
        lines.append(
            f"| {label} | {f'{statistics.median(plain):.1f}' if plain else '–'} "
            f"| {deciles[0]:.1f} | **{statistics.median(confined):.1f}** | {deciles[-1]:.1f} "
            f"| {f'≤ {goal}' if goal else '–'} |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
