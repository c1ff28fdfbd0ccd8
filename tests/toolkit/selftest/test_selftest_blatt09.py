"""The bank of Blatt 9 is as large as it must be."""

import pytest
from selftest_course import COURSE, SHEET

from autograder.selftest.bank import read_bank
from autograder.selftest.survivors import approved

AUTOMATIC = [task.id for task in SHEET.tasks if task.kind != "text"]
LEAST_RIGHT, LEAST_WRONG = 8, 10
WHOLE = [
    "defined_twice_right_last",
    "exception_before_answer",
    "exception_after_answer",
    "split_cells",
    "overwritten_by_a_number",
    "copied_cells",
    "deleted_headings",
    "prints_and_plots",
    "magics",
    "installs_packages",
    "two_notebooks",
    "latex_without_r",
]


@pytest.fixture(scope="module")
def bank():
    return read_bank(COURSE, SHEET)


@pytest.mark.parametrize("part", AUTOMATIC)
def test_every_automatic_part_has_enough_right_variants_and_wrong_forms(bank, part):
    assert len(bank.of("variants", part)) >= LEAST_RIGHT
    assert len(bank.of("wrong", part)) >= LEAST_WRONG


@pytest.mark.parametrize("part", AUTOMATIC)
def test_no_two_files_of_a_part_hold_the_same_answer(bank, part):
    files = [
        file
        for kind in ("variants", "wrong")
        for file in bank.of(kind, part)
        if not file.header.beside
    ]
    sources = [file.source for file in files]
    assert len(set(sources)) == len(sources)


def test_every_case_of_whole_notebooks_is_there(bank):
    names = {file.name.removeprefix("whole/") for file in bank.of("whole")}
    assert names >= set(WHOLE)


def test_consequences_are_marked_right_and_wrong(bank):
    outcomes = [
        file.header.parts["1d"].outcome
        for file in bank.of("wrong", "1c")
        if "1d" in file.header.parts
    ]
    assert outcomes.count("consistent") >= 4
    assert outcomes.count("wrong") >= 3


def test_every_survivor_has_a_reason():
    assert all(one.reason.strip() for one in approved(COURSE, SHEET).values())
