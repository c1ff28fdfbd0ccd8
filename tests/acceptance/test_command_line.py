"""The commands as a tutor types them: exit codes, messages, interruption, languages."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COHORT = ROOT / "reference" / "blatt09" / "cohort"


def grade(*arguments: object, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "grade.py"), *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=300)


@pytest.fixture
def course(tmp_path) -> Path:
    """A copy of the course that a test may damage."""
    folder = tmp_path / "kurs"
    for part in ("assignments/blatt09", "tests/blatt09"):
        shutil.copytree(
            ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", ".*")
        )
    return folder


def test_an_unknown_sheet_names_the_known_ones_and_ends_with_2(tmp_path):
    run = grade("blatt99", COHORT, "--out", tmp_path / "out")
    assert run.returncode == 2
    assert "blatt99" in run.stderr
    assert "blatt09" in run.stderr
    assert not (tmp_path / "out").exists()


def test_a_missing_path_is_wrong_use(tmp_path):
    run = grade("blatt09", tmp_path / "nirgends", "--out", tmp_path / "out")
    assert run.returncode == 2
    assert "nirgends" in run.stderr


def test_the_out_folder_of_another_sheet_is_refused(tmp_path):
    out = tmp_path / "out"
    assert grade("blatt09", COHORT / "muster-anna.ipynb", "--out", out).returncode == 0
    run = grade("lehreinheit10", COHORT / "muster-bela.ipynb", "--out", out)
    assert run.returncode == 2
    assert "blatt09, not of lehreinheit10" in run.stderr


def test_a_broken_check_is_our_fault_and_never_0_points(tmp_path, course):
    checks = course / "tests" / "blatt09" / "test_blatt09_exercise2.py"
    broken = '\n\n@task("2d")\ndef test_broken(student):\n    raise NameError("undefined")\n'
    checks.write_text(checks.read_text("utf-8") + broken, "utf-8")
    out = tmp_path / "out"
    run = grade("blatt09", COHORT / "muster-anna.ipynb", "--course", course, "--out", out)
    assert run.returncode == 3
    (entry,) = json.loads((out / "results.json").read_text("utf-8"))["submissions"]
    parts = {part["task"]: part for part in entry["parts"]}
    assert parts["2d"]["outcome"] == "not_graded"
    assert parts["2d"]["points"] is None
    assert parts["2b"]["points"] == 2


def test_checks_that_cannot_be_loaded_are_our_fault_before_anything_is_graded(tmp_path, course):
    (course / "tests" / "blatt09" / "test_blatt09_exercise3.py").write_text("import nirgends\n")
    run = grade(
        "blatt09", COHORT / "muster-anna.ipynb", "--course", course, "--out", tmp_path / "out"
    )
    assert run.returncode == 3
    assert "nirgends" in run.stderr


def test_a_late_submission_touches_no_other_row(tmp_path):
    out = tmp_path / "out"
    assert grade("blatt09", COHORT / "muster-anna.ipynb", "--out", out).returncode == 0
    before = json.loads((out / "results.json").read_text("utf-8"))["submissions"]
    page = (out / "feedback" / "muster-anna.html").stat().st_mtime_ns
    seed = (out / "seed").read_text()
    assert grade("blatt09", COHORT / "muster-zoe.ipynb", "--out", out).returncode == 0
    assert (out / "feedback" / "muster-anna.html").stat().st_mtime_ns == page
    assert (out / "seed").read_text() == seed
    entries = json.loads((out / "results.json").read_text("utf-8"))["submissions"]
    assert [entry["submission"] for entry in entries] == ["muster-anna", "muster-zoe"]
    assert entries[:1] == before


def test_an_interrupt_leaves_what_is_done_intact(tmp_path):
    cohort, out = tmp_path / "cohort", tmp_path / "out"
    cohort.mkdir()
    shutil.copy(COHORT / "muster-anna.ipynb", cohort / "a.ipynb")
    for number in range(5):
        shutil.copy(COHORT / "probe-dora.ipynb", cohort / f"b{number}.ipynb")
    process = subprocess.Popen(
        [
            *(sys.executable, str(ROOT / "grade.py"), "blatt09", str(cohort)),
            *("--out", str(out), "--jobs", "1"),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while not (out / "feedback" / "a.html").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    os.kill(process.pid, signal.SIGINT)
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 130, output
    entries = json.loads((out / "results.json").read_text("utf-8"))["submissions"]
    assert [entry["submission"] for entry in entries] == ["a"]
    assert entries[0]["total"] == 18
    assert (out / "feedback" / "a.html").exists()


def test_the_english_run_speaks_english(tmp_path):
    out = tmp_path / "out"
    run = grade("blatt09", COHORT / "muster-zoe.ipynb", "--out", out, "--lang", "en")
    assert "To do" in run.stdout
    page = (out / "feedback" / "muster-zoe.html").read_text("utf-8")
    assert '<html lang="en"' in page
    assert "Ihre Punkte" not in page


def test_a_limit_can_be_set_for_one_run(tmp_path):
    out = tmp_path / "out"
    notebook = COHORT / "probe-dora.ipynb"
    assert grade("blatt09", notebook, "--out", out, "--limit", "cell_seconds=1").returncode == 0
    (entry,) = json.loads((out / "results.json").read_text("utf-8"))["submissions"]
    (stopped,) = (cell for cell in entry["cells"] if cell["outcome"] == "interrupted")
    assert 1 <= stopped["seconds"] < 5
    run = grade("blatt09", notebook, "--out", out, "--limit", "cell_secs=1")
    assert run.returncode == 2
    assert "cell_seconds" in run.stderr


def test_doctor_says_which_level_this_machine_offers():
    run = subprocess.run(
        [sys.executable, "-m", "autograder.cli", "doctor"],
        cwd=ROOT, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout
    assert "Schutzstufe" in run.stdout


def test_the_reference_passes_its_own_checks_under_plain_pytest():
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "tests/blatt09", "-q", "-p", "no:cacheprovider"],
        cwd=ROOT, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout


def test_plain_pytest_shows_what_a_submission_gets_wrong():
    notebook = COHORT / "muster-zoe.ipynb"
    run = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "tests/blatt09", "-q", "-p", "no:cacheprovider"),
            *("--submission", str(notebook)),
        ],
        cwd=ROOT, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert run.returncode == 1
    assert "test_sampler" in run.stdout
