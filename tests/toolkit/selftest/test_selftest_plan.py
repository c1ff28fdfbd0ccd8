"""What a self-test grades of a part that a tutor decides, too."""

from selftest_course import COURSE

from autograder.course.sheet import load_sheet
from autograder.selftest.assemble import SHOWING_TAG, workshop
from autograder.selftest.plan import machine_share

BOTH = COURSE.load("lehreinheit10")


def test_only_the_points_of_the_machine_are_left():
    shared = machine_share(BOTH)
    for before, after in zip(BOTH.tasks, shared.tasks, strict=True):
        if before.kind == "both":
            assert after.kind == "auto"
            assert after.points == sum(before.maxima().values())
        else:
            assert after == before


def test_a_sheet_without_such_parts_stays_as_it_is():
    sheet = load_sheet(COURSE.assignment("blatt09") / "sheet.toml")
    assert machine_share(sheet) == sheet


def test_cells_that_only_show_something_are_left_out():
    shop = workshop(COURSE, BOTH)
    assert not any(SHOWING_TAG in cell.tags for cell in shop.reference)
    assert any(SHOWING_TAG in cell.tags for cell in shop.published)
