from dataclasses import replace

import pytest
from render_sample import RICH, SHEET, submission

from autograder.records.model import Family, Outcome, Status
from autograder.render.standing import standing


def test_points_and_open_parts_are_counted_by_the_sheets_own_table():
    stand = standing(SHEET, RICH)
    assert [mark.task.id for mark in stand.marks] == [task.id for task in SHEET.tasks]
    assert (stand.total, stand.maximum) == (RICH.total, 24)
    assert (stand.open, stand.open_points) == (RICH.open, 9)


def test_a_part_without_a_record_is_open_and_never_zero():
    whole = submission("x", {})
    stand = standing(SHEET, replace(whole, parts=whole.parts[1:]))
    assert stand.marks[0].points is None
    assert stand.marks[0].outcome is Outcome.NOT_GRADED
    assert stand.open == standing(SHEET, whole).open + 1


@pytest.mark.parametrize("status", [Status.UNREADABLE, Status.OTHER_SHEET])
def test_nothing_of_an_unread_submission_counts_as_decided(status):
    stand = standing(SHEET, replace(RICH, status=status, parts=()))
    assert stand.open == len(SHEET.tasks)
    assert {mark.outcome for mark in stand.marks} == {Outcome.NOT_FOUND}


@pytest.mark.parametrize("points", [float("nan"), float("inf"), float("-inf")])
def test_points_that_are_no_number_are_open_and_our_fault(points):
    whole = submission("x", {})
    broken = replace(whole, parts=(replace(whole.parts[0], points=points), *whole.parts[1:]))
    stand = standing(SHEET, broken)
    assert stand.marks[0].points is None
    assert stand.marks[0].family is Family.OURS
    assert stand.total == whole.total - 2


def test_a_verdict_without_points_waits_for_a_tutor():
    whole = submission("x", {})
    half = replace(whole, parts=(replace(whole.parts[0], points=None), *whole.parts[1:]))
    assert standing(SHEET, half).marks[0].family is Family.WAITING


def test_parts_that_the_sheet_does_not_know_earn_nothing():
    whole = submission("x", {})
    more = replace(whole, parts=(*whole.parts, replace(whole.parts[0], task="9z", points=50.0)))
    assert standing(SHEET, more).total == whole.total
