"""An answer is found under its name or one that is clearly meant, and never under another's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.checks.finding import distance, find, is_near, normalise
from autograder.course.sheet import Answer

FUNCTION = (True, "builtins.function", 0)
ANSWER = Answer(("aufgabe_1d", "ableitung_w1_skip"))


def found(*names, taken=()):
    listing = dict.fromkeys(names, FUNCTION)
    return [(one.name, one.exact) for one in find(ANSWER, listing, taken)]


def test_the_exact_name_wins_over_near_ones_and_the_official_over_the_alias():
    assert found("Aufgabe_1d", "aufgabe_1d") == [("aufgabe_1d", True)]
    assert found("ableitung_w1_skip", "aufgabe_1d") == [("aufgabe_1d", True)]
    assert found("ableitung_w1_skip", "Aufgabe_1d") == [("ableitung_w1_skip", True)]


NEAR = "Aufgabe_1d aufgabe1d AUFGABE_1D aufgbae_1d aufgabe_1_d aufgabe__1d afgbe_1d"
NEAR += " ableitung_w1_Skip Ableitung_w1skip ableitng_w1_skip"
OTHER = "aufgabe_1c aufgabe_2d aufgabe_1 aufgabe_1d2 aufgabe_1d_neu a_1d f loss"
OTHER += " ableitung_w2_skip ableitung_w1 Übung_1d"


@pytest.mark.parametrize("near", NEAR.split())
def test_near_names_are_found(near):
    assert found(near) == [(near, False)]


@pytest.mark.parametrize("other", OTHER.split())
def test_names_of_other_things_are_not_taken(other):
    assert found(other) == []


def test_several_near_names_are_all_candidates():
    assert found("Aufgabe_1d", "aufgabe1d") == [("Aufgabe_1d", False), ("aufgabe1d", False)]


def test_names_of_other_answers_are_never_near():
    assert found("Aufgabe_1d", taken={"Aufgabe_1d"}) == []


def test_umlauts_and_case_do_not_count():
    assert is_near("vorwärts_skip", "vorwaerts_skip")
    assert is_near("vorwa\u0308rts_skip", "vorwaerts_skip")
    assert is_near("Größe", "groesse")


@given(st.text("abcd", max_size=7), st.text("abcd", max_size=7))
def test_the_distance_is_symmetric_and_zero_only_for_equal_words(first, second):
    assert distance(first, second) == distance(second, first)
    assert (distance(first, second) == 0) == (first == second)


@pytest.mark.parametrize(
    ("first", "second", "typos"),
    [("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "xbc", 1), ("abc", "cab", 2)],
)
def test_typos_are_counted(first, second, typos):
    assert distance(first, second) == typos


@given(st.text(max_size=60))
def test_no_name_makes_the_search_fail(name):
    normalise(name)
    is_near(name, "aufgabe_1d")
