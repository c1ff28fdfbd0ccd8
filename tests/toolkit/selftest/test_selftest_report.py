"""The sums of a self-test, and what makes it fail."""

from dataclasses import replace

import pytest

from autograder.selftest.findings import Finding
from autograder.selftest.leaks import Leak
from autograder.selftest.report import MutantRow, Report, Share, part_row, whole_rows
from autograder.selftest.stability import StabilityRow

RIGHT = Finding(
    file="variants/1a_loop",
    kind="variants",
    shows="A loop.",
    part="1a",
    role="subject",
    expected="right",
    expected_points=2.0,
    outcome="right",
    points=2.0,
    says="",
    message="",
    earned=True,
)
WRONG = replace(
    RIGHT,
    file="wrong/1a_bad",
    kind="wrong",
    expected="wrong",
    expected_points=0.0,
    outcome="wrong",
    points=0.0,
    says="x fehlt",
    message="Der Faktor x fehlt.",
    earned=False,
)
TURNED_AWAY = replace(RIGHT, outcome="wrong", points=0.0, earned=False)
SLIPPED = replace(WRONG, outcome="right", points=2.0, message="", earned=True)
UNNAMED = replace(WRONG, message="Das stimmt nicht.")
CONSEQUENCE = replace(WRONG, part="1d", role="consequence", says="")
KILLED = MutantRow("1a", "a → b", "wrong", killed=True, reason=None)
SURVIVOR = MutantRow("1a", "a → c", "right", killed=False, reason="equivalent")


def row(*findings, mutants=()):
    return part_row("1a", findings, mutants, 0.0, 5)


def report(**fields) -> Report:
    plain = Report(
        sheet="blatt09",
        version="1",
        toolkit="0",
        full=True,
        seed="s",
        seconds=1.0,
        parts=(),
        whole=(),
        findings=(RIGHT, WRONG),
        mutants=(KILLED,),
        stability=(),
        leaks=(),
        stale=(),
    )
    return replace(plain, **fields)


def test_right_and_wrong_are_counted_apart():
    counted = row(RIGHT, TURNED_AWAY, WRONG, SLIPPED, SLIPPED)
    assert (str(counted.right), str(counted.caught)) == ("1/2", "1/3")


def test_exact_counts_every_notebook_of_the_part():
    assert str(row(RIGHT, WRONG, SLIPPED, TURNED_AWAY).exact) == "2/4"


def test_only_messages_with_expected_words_count_as_named():
    assert str(row(RIGHT, WRONG, UNNAMED).named) == "1/2"


def test_a_consequence_counts_for_its_own_part_only():
    assert part_row("1d", [WRONG, CONSEQUENCE], [], 0.0, 0).exact == Share(1, 1)
    assert part_row("1d", [WRONG, CONSEQUENCE], [], 0.0, 0).caught == Share(0, 0)


def test_right_gradings_are_those_of_variants_and_of_the_stability_runs():
    assert row(RIGHT, RIGHT, WRONG).gradings == 7


def test_mutants_count_for_their_part():
    other = replace(KILLED, part="2b")
    assert row(mutants=[KILLED, SURVIVOR, other]).mutants == Share(1, 2)


def test_nothing_counted_is_whole():
    assert Share(0, 0).whole
    assert not Share(1, 2).whole


def test_a_whole_notebook_has_one_row():
    whole = [replace(RIGHT, file="whole/x", kind="whole", part=part) for part in ("1a", "1c")]
    (found,) = whole_rows([*whole, RIGHT])
    assert (found.file, str(found.parts)) == ("whole/x", "2/2")


def test_a_clean_run_is_ok():
    assert report().ok
    assert report(mutants=(KILLED,) * 40 + (SURVIVOR,)).ok


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"findings": (TURNED_AWAY,)}, "variants/1a_loop, 1a: expected right (2 P), got wrong"),
        ({"findings": (SLIPPED,)}, "expected wrong (0 P), got right (2 P)"),
        ({"findings": (UNNAMED,)}, "without the words 'x fehlt'"),
        ({"findings": (replace(WRONG, points=None),)}, "got wrong (open)"),
        ({"mutants": (KILLED,) * 40 + (replace(SURVIVOR, reason=None),)}, "without an approved"),
        ({"mutants": (KILLED, SURVIVOR)}, "1 of 2 mutants survive, at most 5 % may"),
        ({"stale": ("1a: a → d",)}, "approved survivor does not survive"),
        ({"leaks": (Leak("2b", "Es ist n_in.", "n_in"),)}, "a message of 2b gives away 'n_in'"),
        (
            {"stability": (StabilityRow("reference", (), 9, ("2× 1a: wrong, 0 P",)),)},
            "reference: 2× 1a: wrong, 0 P in 9 seeds",
        ),
    ],
)
def test_everything_that_is_not_as_it_must_be_is_a_miss_with_its_own_line(fields, told):
    failed = report(**fields)
    assert not failed.ok
    assert any(told in miss for miss in failed.misses), failed.misses
