"""``autograder categories``: from an OUT folder to the list for the vote."""

import csv
from pathlib import Path

import pytest

from autograder.cli import main
from autograder.commands.shared import DONE, WRONG_USE
from autograder.course.sheet import Course
from autograder.out.folder import OutFolder
from autograder.records.ledger import Grading, Version
from autograder.records.model import Outcome, PartResult, RunInfo, Status, SubmissionResult
from autograder.records.people import Person
from autograder.store import Conditions

COURSE = Course(Path(__file__).parents[3])
SHEET = COURSE.load("lehreinheit10")
RUN = RunInfo("lehreinheit10", SHEET.version, "5f3c", "0", "kernel", "2026-11-21T14:03:12", "3.11")


def save(out, name, answer, outcome=Outcome.RIGHT):
    parts = tuple(
        PartResult(task.id, outcome, task.points, task.points, answer=answer)
        for task in SHEET.tasks
    )
    result = SubmissionResult(name, (name,), Status.DONE, parts)
    out.save(Version(name, (name,), (Person(name),), name), Grading(result))


@pytest.fixture
def graded(tmp_path):
    with OutFolder(tmp_path / "out") as out:
        out.begin(Conditions(RUN, SHEET, str(COURSE.root)))
        save(out, "muster-anna", "### Antwort 0\n\n- Uhren\n- Vulkane\n- =1+1")
        save(out, "muster-bela", "### Antwort 0\n\n1. uhr\n2. Gärten")
        save(out, "muster-cem", None)
        save(out, "muster-dana", "import numpy as np\n\nBREITE = 32", Outcome.NOT_FOUND)
    return tmp_path / "out"


def categories(*arguments):
    return main(["categories", "lehreinheit10", "--course", str(COURSE.root), *arguments])


def test_the_list_for_the_vote_is_written_beside_the_results(graded, capsys):
    assert categories(str(graded)) == DONE
    written = capsys.readouterr().out.split()
    assert written == [str(graded / f"categories.{kind}") for kind in ("csv", "html")]
    rows = list(csv.reader((graded / "categories.csv").read_text("utf-8-sig").splitlines()))
    assert rows[1] == ["Uhren", "2", "Uhren | uhr"]
    assert [row[0] for row in rows[2:]] == ["'=1+1", "Gärten", "Vulkane"]
    page = (graded / "categories.html").read_text("utf-8")
    assert "Gärten" in page
    assert "muster-" not in page


def test_it_may_be_read_in_english(graded):
    assert categories(str(graded), "--lang", "en") == DONE
    assert "Proposals for the vote" in (graded / "categories.html").read_text("utf-8")


def test_a_folder_without_results_is_refused(tmp_path, capsys):
    assert categories(str(tmp_path / "leer")) == WRONG_USE
    assert "holds no results" in " ".join(capsys.readouterr().err.split())
    assert not (tmp_path / "leer").exists()


def test_a_sheet_without_a_written_list_is_refused(graded, capsys):
    assert main(["categories", "blatt09", "--course", str(COURSE.root), str(graded)]) == WRONG_USE
    assert "written = true" in " ".join(capsys.readouterr().err.split())
