"""Which answers stand together, and which never do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.review.difference import difference
from autograder.review.grouping import SIMILAR_PERCENT, group, normalised

LONG = "Weil jeder Layer einen Faktor kleiner als 1 beiträgt, wird das Produkt exponentiell klein."


@pytest.mark.parametrize(
    "other",
    [
        LONG.upper().lower(),
        LONG.replace(" ", "  \n"),
        LONG.rstrip("."),
        "### Antwort 1b\n" + LONG,
        f"„{LONG}“",
        LONG.replace("Weil", "weil"),
    ],
)
def test_answers_that_differ_in_form_alone_are_the_same(other):
    assert normalised(other) == normalised(LONG)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10²", "102"),
        ("1.5", "15"),
        ("σ'(s)", "σ(s)"),
        ("Σ a", "σ a"),
        ("W x", "w x"),
        ("n!", "n"),
        ("a - b", "a b"),
        ("x ≤ 1", "x ≥ 1"),
        ("f(x)", "f x"),
    ],
)
def test_formulas_that_mean_something_else_stay_apart(one, other):
    assert normalised(one) != normalised(other)


def test_a_near_copy_joins_with_its_similarity_and_a_different_answer_does_not():
    groups = group({"a": LONG, "b": LONG, "c": LONG + " So.", "d": "Es liegt an der Lernrate."})
    assert groups[0].same == ("a", "b")
    ((name, percent),) = groups[0].near
    assert name == "c"
    assert SIMILAR_PERCENT <= percent < 100
    assert groups[1].members == ("d",)


def test_small_steps_do_not_chain_opposites_together():
    words = LONG.split()
    steps = {f"{n:02d}": " ".join(["anders"] * n + words[n:]) for n in range(len(words) + 1)}
    for one in group(steps):
        for _, percent in one.near:
            assert percent >= SIMILAR_PERCENT
    assert len(group(steps)) > 2


def test_empty_answers_are_one_group_and_alone():
    groups = group({"a": "", "b": " \n", "c": "etwas"})
    assert {one.members for one in groups} == {("a", "b"), ("c",)}


@given(st.dictionaries(st.text(max_size=3), st.text(max_size=30), max_size=12))
def test_every_answer_is_in_exactly_one_group_whatever_the_order(answers):
    groups = group(answers)
    assert sorted(name for one in groups for name in one.members) == sorted(answers)
    assert group(dict(reversed(answers.items()))) == groups


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_difference_tells_both_texts(leader, answer):
    pieces = difference(leader, answer)
    assert "".join(one.words for one in pieces if one.kind != "gone") == answer
    if leader == answer:
        assert all(one.kind == "same" for one in pieces)
