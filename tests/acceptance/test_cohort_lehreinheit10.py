"""Lehreinheit 10 by the real command: the reference and some of the cohort get their marks."""

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from autograder.course.sheet import Course
from autograder.selftest.assemble import workshop

ROOT = Path(__file__).resolve().parents[2]
SHEET = Course(ROOT).load("lehreinheit10")
REFERENCE = ROOT / "reference" / "lehreinheit10"
EXPECTED = {
    entry["path"]: entry
    for entry in tomllib.loads((REFERENCE / "cohort.toml").read_text("utf-8"))["submissions"]
}
CHOSEN = ("muster-dario.ipynb", "probe-ines.ipynb")
LIMITS = {"cell_seconds": 120, "call_seconds": 120, "submission_seconds": 800, "cpu_seconds": 800}
"""Two threads wait for each other actively: on a busy machine that takes many times as long."""
ONE_THREAD = "torch.set_num_threads(1)"


@pytest.fixture(scope="module")
def results(tmp_path_factory) -> dict[str, dict]:
    folder = tmp_path_factory.mktemp("lehreinheit10")
    handed_in = folder / "abgaben"
    handed_in.mkdir()
    for name in CHOSEN:
        shutil.copy(REFERENCE / "cohort" / name, handed_in)
    (notebook,) = workshop(Course(ROOT), SHEET).notebooks(())  # without what only shows something
    assert notebook.count(ONE_THREAD) == 1
    (handed_in / "probe-eins.ipynb").write_text(notebook, "utf-8")
    two = notebook.replace(ONE_THREAD, "torch.set_num_threads(2)")
    (handed_in / "probe-zwei.ipynb").write_text(two, "utf-8")
    out = folder / "out"
    limits = [word for name, value in LIMITS.items() for word in ("--limit", f"{name}={value}")]
    run = subprocess.run(
        [sys.executable, "grade.py", SHEET.id, str(handed_in), "--out", str(out), *limits],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    submissions = json.loads((out / "results.json").read_text("utf-8"))["submissions"]
    return {entry["submission"]: entry for entry in submissions}


def checks_of(found: dict) -> dict[tuple[str, str], str]:
    return {
        (part["task"], check["name"]): check["outcome"]
        for part in found["parts"]
        for check in part["checks"]
    }


def test_the_reference_passes_every_check(results):
    found = checks_of(results["probe-eins"])
    wanted = {(task.id, check) for task in SHEET.tasks for check in task.maxima()}
    assert found == dict.fromkeys(wanted, "right")


def test_verdicts_do_not_depend_on_the_number_of_threads(results):
    one, two = results["probe-eins"], results["probe-zwei"]
    assert checks_of(two) == checks_of(one)
    assert (two["total"], two["open"]) == (one["total"], one["open"])


@pytest.mark.parametrize("path", CHOSEN)
def test_some_of_the_cohort_get_their_marks(results, path):
    found, expected = results[Path(path).stem], EXPECTED[path]
    assert (found["status"], found["total"], found["open"]) == (
        expected["status"],
        expected["total"],
        expected["open"],
    )
    parts = {part["task"]: part["outcome"] for part in found["parts"]}
    wanted = {name: part["outcome"] for name, part in expected.get("parts", {}).items()}
    assert {name: parts[name] for name in wanted} == wanted


def test_claims_stand_beside_a_simulated_network(results):
    notes = {
        part["task"]: part["note"]["de"] for part in results["probe-eins"]["parts"] if part["note"]
    }
    assert "Nachgemessen" in notes["1e"]
    assert "Ihre Funktion sagt dafür" in notes["1e"]
    assert "Ausprobiert" in notes["1f"]
