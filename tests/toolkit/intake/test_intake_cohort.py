"""The example cohort, as far as it can be judged without running anything."""

import tomllib
from pathlib import Path

import pytest

from autograder import intake
from autograder.course.sheet import Course

ROOT = Path(__file__).parents[3]
EXPECTED = tomllib.loads((ROOT / "reference/blatt09/cohort.toml").read_text("utf-8"))
UNRUN = ("other_sheet", "unreadable")


@pytest.fixture(scope="module")
def sheet():
    return Course(ROOT).load("blatt09")


@pytest.fixture(scope="module")
def known():
    return intake.templates(Course(ROOT))


@pytest.fixture(scope="module")
def cohort(sheet, known):
    found = intake.discover([ROOT / "reference/blatt09/cohort"])
    read = {
        one.id: intake.only_sheet(intake.open(one, sheet.limits), "blatt09", known) for one in found
    }
    return {name: intake.join(one, sheet, known["blatt09"]) for name, one in read.items()}


def test_every_submission_is_found_once(cohort):
    assert set(cohort) == {Path(one["path"]).stem for one in EXPECTED["submissions"]}


@pytest.mark.parametrize("expected", EXPECTED["submissions"], ids=lambda one: one["path"])
def test_what_was_handed_in_is_located(cohort, sheet, known, expected):
    submission = cohort[Path(expected["path"]).stem]
    if expected["status"] in UNRUN:
        assert submission.problem[0].value == expected["status"]
        return
    if expected.get("others") == "waiting":  # a PDF alone
        assert submission.problem[0].value == "waiting"
        return
    (notebook,) = submission.notebooks
    parts = intake.locate(notebook, sheet, known["blatt09"], submission.documents)
    for task in sheet.tasks:
        general = expected["text" if task.kind == "text" else "others"]
        outcome = expected.get("parts", {}).get(task.id, {}).get("outcome", general)
        part = parts[task.id]
        assert part.touched == (outcome != "untouched"), task.id
        if task.working and outcome in ("right", "no_working"):
            assert part.working == (outcome == "right"), task.id
