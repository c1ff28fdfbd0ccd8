"""Notebooks that mix right variants, and what counts as stable."""

from selftest_course import COURSE, SHEET

from autograder.records.model import Outcome, PartResult
from autograder.selftest.bank import read_bank
from autograder.selftest.stability import mixtures, stability_row


def test_ten_notebooks_use_different_right_variants_in_every_part():
    mixed = mixtures(read_bank(COURSE, SHEET), SHEET)
    assert len(mixed) == 10
    assert all(file.kind == "variants" for files in mixed for file in files)
    for part in ("1a", "2b", "2d", "3b", "3c"):
        used = {file.name for files in mixed for file in files if file.part == part}
        assert len(used) >= 8, part


def test_1c_and_1d_always_fit_together():
    for files in mixtures(read_bank(COURSE, SHEET), SHEET):
        post = {file.part for file in files if file.part in ("1c", "1d") and "post" in file.name}
        assert post in (set(), {"1c", "1d"}), [file.name for file in files]


def test_a_notebook_is_stable_when_every_grading_gives_full_marks():
    full = {"1a": PartResult("1a", Outcome.RIGHT, 2.0, 2.0)}
    assert stability_row("reference", (), SHEET, [full] * 3).stable


def test_deviations_are_counted():
    full = {"1a": PartResult("1a", Outcome.RIGHT, 2.0, 2.0)}
    wrong = {"1a": PartResult("1a", Outcome.WRONG, 0.0, 2.0)}
    open_ = {"1a": PartResult("1a", Outcome.UNDECIDED, None, 2.0)}
    row = stability_row("reference", (), SHEET, [full, wrong, open_, wrong])
    assert not row.stable
    assert row.deviations == ("2× 1a: wrong, 0.0 P", "1× 1a: undecided, – P")
