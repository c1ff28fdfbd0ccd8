"""Helpers for authors of checks: forms of a vector, known mistakes, stated chances."""

import numpy as np
import pytest

from autograder.checks import Number, Verdict, task, text
from autograder.checks.marking import chance_of
from autograder.checks.matching import WrongForm, match
from autograder.checks.values import unwrapped
from autograder.wire.values import TensorValue

COLUMN = np.array([[1.0], [2.0]])


@pytest.mark.parametrize(
    "value",
    [COLUMN, COLUMN.T, TensorValue(COLUMN), [[1.0], [2.0]], ((1.0,), (2.0,)), [[1.0, 2.0]]],
)
def test_a_column_or_a_row_is_a_vector(value):
    assert np.asarray(unwrapped(value)).tolist() == [1.0, 2.0]


@pytest.mark.parametrize(
    "value", [1.0, [1.0, 2.0], [], [[]], [[1.0, 2.0], [3.0]], np.eye(2), "ab", None, [["a"], 1]]
)
def test_everything_else_stays_as_it_is(value):
    found = unwrapped(value)
    assert found is value or found == []


def said(found: list[float], expected: list[float], *forms: WrongForm) -> str:
    numbers = [Number(value, 1e-7) for value in found]
    with pytest.raises(Verdict) as caught:
        match(numbers, expected, forms, ["N = 2", "N = 3"], text("Sonst."))
    assert caught.value.message is not None
    return caught.value.message.de


def test_a_known_mistake_may_be_met_roughly():
    rough = WrongForm(text("Grob."), [1.0, 2.0], tolerance=1e-2)
    exact = WrongForm(text("Genau."), [1.0, 2.0])
    assert said([1.001, 2.001], [3.0, 7.0], exact, rough) == "Grob."


def test_an_answer_that_is_always_zero_is_told_so():
    assert said([0.0, 0.0], [1.0, 2.0]) == "Das Ergebnis ist immer 0."


def test_a_general_hint_comes_before_what_is_said_otherwise():
    assert said([-1.0, -2.0], [1.0, 2.0]) == "Das Vorzeichen stimmt nicht."
    assert said([1.3, 2.9], [1.0, 2.0]) == "Sonst."


class Item:
    """As much of a collected test as a mark is read from."""

    def __init__(self, decorator: pytest.MarkDecorator | None) -> None:
        self.mark = decorator.mark if decorator else None

    def get_closest_marker(self, _: str):
        return self.mark


def test_a_check_of_chance_states_how_often_it_fails_the_right_answer():
    assert chance_of(Item(task("3c", check="sampler", chance=4e-11))) == 4e-11


def test_other_tests_never_fail_by_chance():
    assert chance_of(Item(task("1a"))) == 0.0
    assert chance_of(Item(None)) == 0.0
