"""A term with one OUT folder: graded again, corrected, released, explained, forgotten."""

import io
import json
import shutil
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from autograder.cli import main

ROOT = Path(__file__).resolve().parents[2]
COHORT = ROOT / "reference" / "blatt09" / "cohort"
BY = ("--by", "Tutorin", "--reason", "Grund")


def autograder(*arguments: object, code: int = 0) -> str:
    """What the command printed; in this process, because each start costs a second."""
    shown = io.StringIO()
    with redirect_stdout(shown), redirect_stderr(shown):
        assert main([*map(str, arguments)]) == code, shown.getvalue()
    return " ".join(shown.getvalue().split())


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("kurs")
    for part in ("assignments/blatt09", "tests/blatt09", "reference/blatt09"):
        ignored = shutil.ignore_patterns("__pycache__", ".*", "cohort*", "bank")
        shutil.copytree(ROOT / part, folder / part, ignore=ignored)
    return folder


@pytest.fixture(scope="module")
def out(tmp_path_factory, course) -> Path:
    """Two submissions; the files that were handed in are gone afterwards."""
    folder = tmp_path_factory.mktemp("term")
    cohort = folder / "abgaben"
    cohort.mkdir()
    for name in ("muster-anna", "muster-zoe"):
        shutil.copy(COHORT / f"{name}.ipynb", cohort)
    command = ("grade", "blatt09", cohort, "--course", course, "--out", folder / "out")
    assert "Bewertet: 2, in" in autograder(*command)
    again = autograder(*command)
    assert "Bewertet: 0, in" in again
    assert "Unverändert übernommen: 2." in again
    shutil.rmtree(cohort)
    return folder / "out"


def parts(out: Path, name: str) -> dict[str, object]:
    entries = json.loads((out / "results.json").read_text("utf-8"))["submissions"]
    (entry,) = (one for one in entries if one["submission"] == name)
    return {part["task"]: part["points"] for part in entry["parts"]}


def test_a_changed_check_runs_its_part_again_and_tells_old_and_new(out, course):
    before = parts(out, "muster-anna")
    checks = course / "tests" / "blatt09" / "test_blatt09_exercise2.py"
    source = checks.read_text("utf-8")
    at = source.index('@task("2d"')
    start = source.index('"""', source.index('"""', at) + 3) + 3
    broken = f"{source[:start]}\n    raise AssertionError\n{source[start:]}"
    checks.write_text(broken, "utf-8")
    shown = autograder(
        *("grade", "blatt09", "--regrade", "2d", "--course", course, "--out", out, "--jobs", "1")
    )
    assert "muster-anna 2d: 2 (richtig) → 0 (falsch)" in shown
    after = parts(out, "muster-anna")
    assert {task for task in before if before[task] != after[task]} == {"2d"}
    checks.write_text(source, "utf-8")


def test_a_tutors_work_from_the_first_mark_to_the_release(out):
    assert "wartet auf Korrektur" in autograder("todo", out)
    shown = autograder("mark", out, "muster-anna", "1b", "0,5", *BY)
    assert "muster-anna, 1b: 0,5 von 1" in shown
    assert parts(out, "muster-anna")["1b"] == 0.5
    autograder("comment", out, "muster-anna", "Schön!", *BY)
    assert "24 Punkte" in autograder("void", out, "1e", "--full", *BY)
    assert parts(out, "muster-zoe")["1e"] == 1
    assert "Mitgeteilt" in autograder("release", out, "--by", "Tutorin")
    assert "only rise" in autograder("mark", out, "muster-anna", "1b", "0", *BY, code=2)
    autograder("mark", out, "muster-anna", "1b", "0", *BY, "--allow-lower")
    assert parts(out, "muster-anna")["1b"] == 0
    table = out.parent / "marks.xlsx"
    assert "marks.xlsx" in autograder("marks", out, "--export", table)
    assert "Bewertungen übernommen: 0." in autograder(
        "marks", out, "--import", table, "--by", "Tutorin"
    )


def test_a_name_that_the_tutor_found_counts_as_the_answer(out):
    shown = autograder("alias", out, "muster-zoe", "2d", "aufgabe_2b", *BY)
    assert "muster-zoe 2d: " in shown
    assert "aufgabe_2b" in (out / "feedback" / "muster-zoe.html").read_text("utf-8")


def test_an_appeal_shows_answer_evidence_rubric_and_every_change(out):
    shown = autograder("explain", out, "muster-anna", "1a")
    for words in ("sha256", "def aufgabe_1a", "Startwert des Laufs", "Versionen damals"):
        assert words in shown
    assert shown.count("2 (richtig)") >= 2
    assert "Tutorin: release" in shown


def test_somebody_gets_all_that_is_held_and_is_forgotten(out, tmp_path):
    into = tmp_path / "auskunft"
    autograder("person", out, "muster-zoe", "--into", into)
    held = json.loads((into / "person.json").read_text("utf-8"))
    assert held["person"]["id"] == "muster-zoe"
    handed_in = [path for path in into.iterdir() if path.name.startswith("handed-in")]
    assert [path.read_bytes() for path in handed_in] == [(COHORT / "muster-zoe.ipynb").read_bytes()]
    autograder("forget", out, "muster-zoe", *BY)
    left = [path for path in out.rglob("*") if path.is_file()]
    assert not [path for path in left if "zoe" in path.name or b"muster-zoe" in path.read_bytes()]
    assert parts(out, "muster-anna")["1a"] == 2
    assert "muster-zoe" in autograder("person", out, "muster-zoe", code=2)
