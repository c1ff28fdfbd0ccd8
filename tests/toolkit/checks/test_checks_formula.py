"""A formula answer of any shape is judged or ends in a verdict, never in a failure of ours."""

from itertools import chain, repeat

import numpy as np
import pytest
from checks_sheet import FUNCTION, FakePeer, student, value
from checks_values import returned
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.checks.formula import as_written, check_formula
from autograder.checks.verdicts import Verdict
from autograder.formulas import Positive, Question
from autograder.records.model import Family, Outcome
from autograder.wire.values import Remote

QUESTION = Question("x*w**2", {"x": Positive(), "w": Positive()})
NAMES = {"aufgabe_1c": FUNCTION}


def judge(peer):
    """Outcome of the check on what the process replies."""
    try:
        check_formula(student(peer), "1c", "aufgabe_1c", QUESTION, 7)
    except Verdict as verdict:
        return verdict.outcome
    return Outcome.RIGHT


def formula(tag, given):
    return {"k": "formula", "value": {tag: given}}


CALLABLE = formula("callable", True)


def peer(first, function, then=None):
    """One whose answer is ``first``, and ``then`` is every object that ``function`` returns."""
    peer = FakePeer(names=NAMES)
    tagged = chain([first], repeat(then))
    peer.get = lambda target, seconds, version=None: next(tagged)
    peer.call = lambda target, names, rows, seconds, version=None, keep=False: value(
        *(function(**dict(zip(names, row, strict=True))) for row in rows)
    )
    return peer


def calls(function, then=None):
    """Outcome of the check on this function."""
    return judge(peer(CALLABLE, function, then))


@pytest.mark.parametrize(
    ("reply", "outcome"),
    [
        (formula("text", "x*w**2"), Outcome.RIGHT),
        (formula("text", r"$x \cdot w^2$"), Outcome.RIGHT),
        (formula("text", "x*w"), Outcome.WRONG),
        (formula("number", 3), Outcome.WRONG),
        (formula("number", np.float64(3)), Outcome.WRONG),
        (formula("sympy", ["Mul", ["Symbol", "x"], ["Pow", ["Symbol", "w"], ["Integer", 2]]]),
         Outcome.RIGHT),
        (formula("text", "x*w**"), Outcome.UNREADABLE),
        (formula("other", "builtins.dict"), Outcome.UNREADABLE),
        (formula("other", "builtins.NoneType"), Outcome.WRONG),
        (formula("other", np.array([1, 2])), Outcome.UNREADABLE),
        (formula("other", 2**17_000), Outcome.UNREADABLE),
        (formula("text", np.array(["x"])), Outcome.UNREADABLE),
        (formula("sympy", "x"), Outcome.UNREADABLE),
        (formula("number", "x*w**2"), Outcome.UNREADABLE),
        (formula("items", [{"text": "x"}, {"text": "w"}]), Outcome.WRONG),
        (formula("items", [{"items": [{"items": [{"items": [{"items": []}]}]}]}]),
         Outcome.UNREADABLE),
    ],
)  # fmt: skip
def test_a_written_answer_is_judged_by_what_it_says(reply, outcome):
    found = judge(FakePeer(reply, names=NAMES))
    assert found is outcome or (found.family is Family.LOOK and outcome is Outcome.WRONG)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(["text", "sympy", "number", "items", "other", "callable", ""]), returned)
def test_no_tagged_answer_is_a_failure_of_ours(tag, given):
    asked = peer(formula(tag, given), lambda x, w: given, formula(tag, given))
    assert judge(asked).family is not Family.OURS


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(returned)
def test_nothing_that_a_function_returns_is_a_failure_of_ours(given):
    assert calls(lambda x, w: given, formula("other", "a.b")).family is not Family.OURS


def test_a_function_may_return_any_kind_of_number():
    assert calls(lambda x, w: x * w**2) is Outcome.RIGHT
    assert calls(lambda x, w: np.float32(x * w**2)) is Outcome.RIGHT
    assert calls(lambda x, w: np.array([x * w**2])) is Outcome.RIGHT
    assert calls(lambda x, w: x * w) is Outcome.WRONG
    assert calls(lambda x, w: "x*w**2") is Outcome.RIGHT
    assert calls(lambda x, w: np.zeros(1_000_000)) is Outcome.UNREADABLE
    assert calls(lambda x, w: None) is Outcome.WRONG


def test_a_function_may_return_a_formula_that_stays_inside():
    tree = ["Mul", ["Symbol", "x"], ["Pow", ["Symbol", "w"], ["Integer", 2]]]
    assert calls(lambda x, w: Remote(3, "sympy.Mul"), formula("sympy", tree)) is Outcome.RIGHT


def test_an_answer_is_written_or_called():
    def written(reply):
        return as_written(student(FakePeer(reply, names=NAMES)), "1c", "aufgabe_1c")

    assert written(formula("text", "x"))
    assert not written(CALLABLE)
    assert not written(formula("other", "builtins.ellipsis"))
    assert written(formula("other", np.array([1, 2])))
