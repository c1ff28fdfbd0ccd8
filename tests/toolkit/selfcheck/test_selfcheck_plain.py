"""Whatever library a number comes from, the form test sees a number."""

import decimal
import fractions
import math

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from autograder.selfcheck.plain import described, entries, number_of, plain, shape_of

torch = pytest.importorskip("torch")


@pytest.mark.parametrize(
    "value",
    [
        1.5,
        np.float32(1.5),
        np.array(1.5),
        np.array([[1.5]]),
        [1.5],
        (1.5,),
        torch.tensor(1.5, requires_grad=True),
        fractions.Fraction(3, 2),
        decimal.Decimal("1.5"),
        sympy.Rational(3, 2),
        sympy.Float("1.5"),
    ],
)
def test_a_number_of_any_library_is_a_number(value):
    assert number_of(value) == 1.5


@pytest.mark.parametrize(
    "value", [None, "1.5", True, [1, 2], {}, 1j, len, sympy.Symbol("x"), object(), 10**400]
)
def test_what_is_no_real_number_is_none(value):
    assert number_of(value) is None


@given(st.lists(st.integers(1, 4), max_size=4))
def test_the_shape_is_that_of_the_array(shape):
    array = np.zeros(shape)
    assert shape_of(plain(array)) == tuple(shape)
    assert len(entries(plain(array))) == array.size


def test_ragged_lists_and_texts_have_no_shape():
    assert shape_of([[1], [1, 2]]) is None
    assert shape_of(["a"]) is None
    assert shape_of([]) == (0,)


def test_an_entry_left_empty_is_a_missing_number():
    assert shape_of([None, 1.0]) == (2,)
    assert math.isnan(entries([None, 1.0])[0])


def test_lists_that_contain_themselves_come_to_an_end():
    circle: list = []
    circle.append(circle)
    assert described(circle) == "list (1)"


@pytest.mark.parametrize(
    ("value", "words"),
    [(np.zeros((3, 2)), "ndarray (3, 2)"), (None, "NoneType"), ([1, "a"], "list (2)"), (1, "int")],
)
def test_a_value_is_described_by_type_and_shape(value, words):
    assert described(value) == words
