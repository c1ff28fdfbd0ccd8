"""Every kind of process of the grader is killed once; ``make chaos`` does it 200 times."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_whichever_process_is_killed_everybody_gets_their_marks_and_nothing_is_left_running():
    run = subprocess.run(
        [
            *(sys.executable, "-m", "benchmarks.chaos", "--rounds", "4", "--notebooks", "4"),
            *("--stops", "0", "--doubles", "0", "--seed", "acceptance"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    for role in ("P0", "P1", "P2", "P3"):
        assert f"{role} SIGKILL at" in run.stdout
    assert "4 rounds, 0 violations" in run.stdout
