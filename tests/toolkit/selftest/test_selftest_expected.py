"""Which checks a file of the bank needs, and what they must say."""

import pytest
from selftest_course import SHEET, bank_file

from autograder.errors import UsageFault
from autograder.records.model import Outcome
from autograder.selftest.expected import dependents, expected_of


def headed(*lines: str) -> str:
    return "\n".join(["# Shows.", "# /// bank", *(f"# {line}" for line in lines), "# ///", "pass"])


def test_a_part_comes_with_the_automatic_parts_that_build_on_it():
    assert dependents(["1c"], SHEET) == ["1c", "1d"]
    assert dependents(["2b"], SHEET) == ["2b"]  # 2c builds on it, but a human reads that
    assert dependents(["3c", "1d"], SHEET) == ["1d", "3c"]


def test_a_right_variant_earns_everything_and_so_does_what_builds_on_it(tmp_path):
    file = bank_file(tmp_path, "variants", "1c_loop.py", "# Shows.\npass")
    expected = expected_of([file], SHEET)
    assert {part: (e.outcome, e.points) for part, e in expected.items()} == {
        "1c": (Outcome.RIGHT, 1.0),
        "1d": (Outcome.RIGHT, 2.0),
    }


def test_a_wrong_form_costs_its_own_part_unless_it_says_otherwise(tmp_path):
    lines = ('says = "falsch"', "[parts.1d]", 'outcome = "wrong"', 'says = "auch"')
    file = bank_file(tmp_path, "wrong", "1c_bad.py", headed(*lines))
    expected = expected_of([file], SHEET)
    assert (expected["1c"].outcome, expected["1c"].points) == (Outcome.WRONG, 0.0)
    assert (expected["1d"].outcome, expected["1d"].says) == (Outcome.WRONG, "auch")


def test_points_of_a_part_that_a_human_must_see_are_open(tmp_path):
    file = bank_file(
        tmp_path, "wrong", "2b_words.py", headed('says = "x"', 'outcome = "unreadable"')
    )
    assert expected_of([file], SHEET)["2b"].points is None


def test_a_share_of_the_points_is_stated_as_points(tmp_path):
    lines = ('says = "x"', 'outcome = "partly"', "points = 1")
    file = bank_file(tmp_path, "wrong", "3c_half.py", headed(*lines))
    assert expected_of([file], SHEET)["3c"].points == 1.0


def test_the_file_under_test_counts_more_than_what_stands_beside_it(tmp_path):
    lines = ('says = "x"', "[parts.1d]", 'outcome = "consistent"')
    subject = bank_file(tmp_path, "wrong", "1c_bad.py", headed(*lines))
    beside = bank_file(tmp_path, "wrong", "1d_of_bad.py", headed('says = "y"'))
    expected = expected_of([beside, subject], SHEET)
    assert (expected["1c"].outcome, expected["1d"].outcome) == (Outcome.WRONG, Outcome.CONSISTENT)


def test_a_whole_notebook_is_held_against_every_part(tmp_path):
    lines = ("[parts.2d]", 'outcome = "not_found"')
    file = bank_file(tmp_path, "whole", "case.py", headed(*lines))
    expected = expected_of([file], SHEET)
    assert list(expected) == [task.id for task in SHEET.tasks]
    assert (expected["1b"].outcome, expected["1b"].points) == (Outcome.WAITING, None)
    assert (expected["2d"].outcome, expected["2d"].points) == (Outcome.NOT_FOUND, None)


def test_an_unknown_outcome_is_refused_with_the_name_of_the_file(tmp_path):
    file = bank_file(tmp_path, "variants", "1a_loop.py", headed('outcome = "perfect"'))
    with pytest.raises(UsageFault, match=r"variants/1a_loop.*perfect"):
        expected_of([file], SHEET)
