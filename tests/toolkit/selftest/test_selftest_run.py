"""The short set of Blatt 9 through real processes: each part, two right and two wrong answers."""

import json

import pytest
from selftest_course import COURSE, SHEET

from autograder.errors import UsageFault
from autograder.selftest import selftest

AUTOMATIC = [task.id for task in SHEET.tasks if task.kind != "text"]


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    return tmp_path_factory.mktemp("selftest")


@pytest.fixture(scope="module")
def progress():
    return []


@pytest.fixture(scope="module")
def report(out, progress):
    return selftest(
        COURSE,
        SHEET,
        jobs=2,
        seeds=3,
        full=False,
        out=out,
        progress=lambda *counts: progress.append(counts),
    )


def test_right_answers_are_accepted_and_wrong_ones_caught_and_named(report):
    assert report.misses == ()


@pytest.mark.parametrize("part", AUTOMATIC)
def test_every_part_is_measured(report, part):
    (row,) = (row for row in report.parts if row.part == part)
    assert row.right.all >= 2
    assert row.caught.all >= 2
    assert row.named.all >= 2
    assert row.gradings == row.right.all + 3


def test_only_what_is_random_has_a_chance_to_fail_a_right_answer(report):
    chances = {row.part: row.false_failure for row in report.parts}
    assert 0 < chances.pop("3c") < 1e-9
    assert set(chances.values()) == {0.0}


def test_the_reference_gets_the_same_marks_under_every_seed(report):
    (row,) = report.stability
    assert (row.name, row.seeds, row.deviations) == ("reference", 3, ())


def test_the_report_is_written_as_json_and_as_a_page(report, out):
    written = json.loads((out / "selftest.json").read_text("utf-8"))
    assert (written["sheet"], written["ok"]) == ("blatt09", True)
    assert "Güte der Prüfungen" in (out / "selftest.html").read_text("utf-8")


def test_nothing_of_the_run_is_left_behind(report, out):
    left = {path.name for path in out.iterdir()} - {"scratch"}
    assert left == {"selftest.json", "selftest.html"}


def test_progress_is_told_up_to_the_end(report, progress):
    done, total = progress[-1]
    assert done == total == len(progress)


def test_a_folder_that_cannot_be_written_is_told_before_anything_runs(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    with pytest.raises(UsageFault, match="cannot be written"):
        selftest(COURSE, SHEET, jobs=1, seeds=1, full=False, out=blocked / "out")
