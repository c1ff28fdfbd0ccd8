"""Lateness, bonus, rounding and passing: lines that a student can add up."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.course.rules import Rules, problems_of
from autograder.records.model import Status
from autograder.records.people import HandIn, Person, PersonMarks
from autograder.scoring.rules import (
    Override,
    adjustments,
    days_late,
    feedback_from,
    passed,
    with_rules,
)

DEADLINE = datetime(2026, 11, 21, 23, 59)
TEN_PERCENT = Rules(deadline=DEADLINE, late_per_day=10.0, grace_minutes=10)
points = st.floats(0, 24, allow_nan=False)
rules_ = st.builds(
    Rules,
    deadline=st.just(DEADLINE),
    grace_minutes=st.sampled_from([0.0, 10.0, 90.0]),
    late_per_day=st.floats(0, 60),
    late_unit=st.sampled_from(["points", "percent"]),
    late_cap_percent=st.floats(0, 100),
    late_days=st.none() | st.integers(0, 5),
    above_maximum=st.booleans(),
    rounding=st.sampled_from([0.0, 0.1, 0.25, 0.5, 1.0, 3.0]),
    rounding_mode=st.sampled_from(["nearest", "up", "down"]),
)
overrides = st.builds(Override, bonus=st.floats(-30, 30), exempt=st.booleans())


def handed_in(**late):
    return HandIn(DEADLINE + timedelta(**late), "worksheet")


def total(rules, earned, when, override=None):
    lines = adjustments(rules, earned, 24.0, when, override or Override())
    return earned + sum(line.points for line in lines)


def test_each_day_begun_costs_its_share_of_the_maximum():
    assert total(TEN_PERCENT, 20, handed_in(minutes=-1)) == 20
    assert total(TEN_PERCENT, 20, handed_in(minutes=10)) == 20
    assert total(TEN_PERCENT, 20, handed_in(minutes=11)) == pytest.approx(17.6)
    assert total(TEN_PERCENT, 20, handed_in(days=1, minutes=1)) == pytest.approx(15.2)
    assert total(TEN_PERCENT, 1, handed_in(days=9)) == 0


def test_points_a_cap_and_an_end_can_be_chosen():
    by_points = Rules(deadline=DEADLINE, late_per_day=3, late_unit="points", late_days=2)
    assert total(by_points, 20, handed_in(hours=30)) == 14
    assert total(by_points, 20, handed_in(days=3)) == 0
    capped = Rules(deadline=DEADLINE, late_cap_percent=50)
    assert total(capped, 20, handed_in(hours=1)) == 12
    assert total(capped, 9, handed_in(hours=1)) == 9


def test_an_unknown_time_is_never_on_time_and_a_line_says_so():
    assert days_late(TEN_PERCENT, HandIn()) is None
    (line,) = adjustments(TEN_PERCENT, 20, 24, HandIn())
    assert (line.points, line.reason.de) == (
        0.0,
        "Abgabezeit unbekannt: nichts abgezogen, bitte prüfen.",
    )
    assert adjustments(Rules(), 20, 24, HandIn()) == ()


def test_an_extension_an_exemption_and_a_bonus_hold_for_one_person():
    late = handed_in(days=2)
    extended = Override(deadline=DEADLINE + timedelta(days=3))
    assert total(TEN_PERCENT, 20, late, extended) == 20
    assert total(TEN_PERCENT, 20, late, Override(exempt=True)) == 20
    bonus = Override(bonus=2, reason="Tafelaufgabe")
    assert total(TEN_PERCENT, 20, handed_in(), bonus) == 22
    assert total(TEN_PERCENT, 23, handed_in(), bonus) == 24
    above = msgspec.structs.replace(TEN_PERCENT, above_maximum=True)
    assert total(above, 23, handed_in(), bonus) == 25
    assert adjustments(TEN_PERCENT, 20, 24, handed_in(), bonus)[0].reason.de == "Tafelaufgabe"


def test_rounding_is_half_up_and_shown_as_a_line():
    half = Rules(rounding=0.5)
    assert [total(half, earned, HandIn()) for earned in (7.25, 7.2, 7.75, 0.0)] == [7.5, 7, 8, 0]
    assert [line.reason.de for line in adjustments(half, 7.2, 24, HandIn())] == ["Rundung auf 0,5."]
    assert total(Rules(rounding=0.1), 0.3, HandIn()) == pytest.approx(0.3)


def test_times_of_different_zones_are_compared_as_moments():
    utc = HandIn(datetime(2026, 11, 21, 22, 59, 30, tzinfo=UTC))
    assert days_late(msgspec.structs.replace(TEN_PERCENT, grace_minutes=0), utc) == 1
    assert days_late(TEN_PERCENT, utc) == 0


def test_the_hour_that_occurs_twice_counts_for_the_student():
    rules = Rules(deadline=datetime(2026, 10, 25, 2, 15), late_per_day=10)
    assert days_late(rules, HandIn(datetime(2026, 10, 25, 2, 45))) == 0


def test_feedback_waits_for_the_last_extension():
    later = Override(deadline=datetime(2026, 11, 30, 12, 0))
    assert feedback_from(TEN_PERCENT, [later]) == datetime(2026, 11, 30, 11, 0, tzinfo=UTC)
    assert feedback_from(Rules(), []) is None
    after = msgspec.structs.replace(TEN_PERCENT, release_after=datetime(2026, 12, 24, 18, 0))
    assert feedback_from(after, [later]) == datetime(2026, 12, 24, 17, 0, tzinfo=UTC)
    before = msgspec.structs.replace(after, release_after=datetime(2026, 1, 1, tzinfo=UTC))
    assert feedback_from(before, [later]) == feedback_from(TEN_PERCENT, [later])


def test_whoever_has_an_open_part_has_neither_passed_nor_failed():
    def person(points):
        return PersonMarks(Person("p"), "s", Status.DONE, {"1a": points}, 24.0)

    rules = Rules(pass_percent=50)
    assert [passed(person(n), rules) for n in (12, 11.99, None)] == [True, False, None]


def test_somebody_without_a_hand_in_gets_no_lines():
    nobody = PersonMarks(Person("p"), None, Status.DONE, {"1a": None}, 24.0)
    assert with_rules(nobody, TEN_PERCENT) == nobody


@given(rules_, points, st.integers(0, 10_000), overrides)
def test_no_rule_takes_more_than_there_is(rules, earned, minutes, override):
    assert total(rules, earned, handed_in(minutes=minutes - 100), override) >= -1e-9


@given(rules_, points, st.integers(-200, 10_000), st.integers(0, 10_000), overrides)
def test_nobody_gains_by_handing_in_later(rules, earned, minutes, more, override):
    early = total(rules, earned, handed_in(minutes=minutes), override)
    late = total(rules, earned, handed_in(minutes=minutes + more), override)
    assert late <= early + 1e-6


@given(rules_, points, points, st.integers(-200, 10_000), overrides)
def test_more_points_never_make_a_smaller_total(rules, one, more, minutes, override):
    when = handed_in(minutes=minutes)
    low, high = sorted((one, more))
    assert total(rules, low, when, override) <= total(rules, high, when, override) + 1e-6


@given(rules_, points, st.integers(-200, 10_000))
def test_only_a_bonus_lifts_a_total_and_rounding_by_less_than_a_step(rules, earned, minutes):
    assert total(rules, earned, handed_in(minutes=minutes)) <= earned + rules.rounding + 1e-6


def test_rules_that_cannot_be_meant_are_refused_in_words():
    wrong = Rules(timezone="Mars/Olympus", late_per_day=-1, pass_percent=200, late_days=-1)
    assert len(problems_of(wrong)) == 4
    assert problems_of(TEN_PERCENT) == []
