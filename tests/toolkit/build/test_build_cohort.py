"""The example cohort of Blatt 9: generated, complete, and its expectations add up."""

import runpy
import tomllib
from pathlib import Path

import pytest

from autograder.model import Family, Outcome, Status
from autograder.sheet import Course

COURSE = Course(Path(__file__).parents[3])
SHEET = COURSE.load("blatt09")
REFERENCE = COURSE.reference("blatt09")
EXPECTED = tomllib.loads((REFERENCE / "cohort.toml").read_text("utf-8"))["submissions"]
graded = pytest.mark.parametrize(
    "expected", [entry for entry in EXPECTED if "others" in entry], ids=lambda entry: entry["path"]
)


def test_the_cohort_on_disk_is_what_its_sources_give():
    built = runpy.run_path(str(REFERENCE / "make_cohort.py"))["cohort"]()
    folder = REFERENCE / "cohort"
    found = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert sorted(found) == sorted(built)
    assert [name for name in built if found[name] != built[name]] == []


def test_every_submission_has_one_expectation():
    assert sorted(entry["path"] for entry in EXPECTED) == sorted(
        path.name for path in (REFERENCE / "cohort").iterdir()
    )


def part_by_part(expected):
    """Task id → (points or None, outcome), filled up by the rules that cohort.toml states."""
    parts = {}
    for task in SHEET.tasks:
        standard = expected["text" if task.kind == "text" else "others"]
        entry = expected.get("parts", {}).get(task.id, {"outcome": standard})
        outcome = Outcome(entry["outcome"])
        decided = task.points if outcome.earns else 0
        points = entry.get("points", decided if outcome.family is Family.VERDICT else None)
        parts[task.id] = points, outcome
        assert ("open" in entry) <= (points is None)
    return parts


@graded
def test_points_and_open_parts_add_up(expected):
    parts = part_by_part(expected)
    assert set(expected.get("parts", {})) <= set(SHEET.by_id)
    assert sum(points or 0 for points, _ in parts.values()) == expected["total"]
    assert sum(points is None for points, _ in parts.values()) == expected["open"]


@graded
def test_the_status_follows_from_the_parts(expected):
    families = {outcome.family for _, outcome in part_by_part(expected).values()}
    if Family.LOOK in families:
        status = Status.LOOK
    else:
        status = Status.WAITING if Family.WAITING in families else Status.DONE
    assert Status(expected["status"]) is status


@graded
def test_named_checks_add_up_to_the_part(expected):
    for task_id, part in expected.get("parts", {}).items():
        if "checks" in part:
            maxima = SHEET.by_id[task_id].maxima()
            assert set(part["checks"]) == set(maxima)
            earned = sum(maxima[name] for name, word in part["checks"].items() if word == "right")
            assert earned == part["points"]
