"""Whatever a student returns is a number or a verdict with a helpful word, never our failure."""

import contextlib
import math
import warnings

import numpy as np
import pytest
from checks_values import arrays, returned
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.checks.comparing import close, same
from autograder.checks.matching import WrongForm, match
from autograder.checks.showing import MAX_CHARACTERS, shown
from autograder.checks.values import (
    MAX_LIST_ITEMS,
    Number,
    Vector,
    kind_of,
    matrix,
    number,
    pair,
    vector,
)
from autograder.checks.verdicts import Verdict
from autograder.i18n import text
from autograder.records.model import Outcome
from autograder.wire.values import MAX_DEPTH, Remote, TensorValue, decode, encode

READERS = (
    number,
    lambda value: number(value, allow_nan=True),
    vector,
    lambda value: vector(value, length=3),
    lambda value: vector(value, nan_at=(0,)),
    lambda value: vector(value, length=2, nan_at=(0, 1)),
    lambda value: matrix(value, (2, 2)),
    lambda value: [number(one) for one in pair(value)],
)


def sensible(verdict):
    assert verdict.outcome in (Outcome.WRONG, Outcome.NAN)
    assert len(verdict.message.de) < 500
    assert verdict.evidence is None or len(verdict.evidence.found) <= MAX_CHARACTERS + 2


def deep(value, levels):
    for _ in range(levels):
        value = [value]
    return value


@settings(max_examples=300)
@given(returned)
def test_any_value_is_read_or_ends_in_a_verdict(value):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for read in READERS:
            try:
                read(value)
            except Verdict as verdict:
                sensible(verdict)
        assert len(shown(value)) <= MAX_CHARACTERS + 2
        assert len(kind_of(value)) <= 60


@pytest.mark.parametrize(
    "value",
    [
        10**5_000,
        [10**5_000, -(10**9_000)],
        [],
        [[], []],
        [[1, 2], [3]],
        [[1, [2]], 3],
        [None, "a"],
        [None] * 5,
        ["1.5"],
        {"s": 1},
        frozenset({1}),
        b"\0" * 1_000_000,
        "x" * 1_000_000,
        1j,
        [1j, 2],
        True,
        [True, False],
        np.bool_(True),
        np.array([True, False]),
        TensorValue(np.array([True])),
        TensorValue(np.array([1, 2, 3])),
        TensorValue(np.array(3)),
        np.array([]),
        np.zeros((0, 5)),
        np.zeros((2,) * 16, dtype=np.int8),
        np.zeros((6,) * 7, dtype=np.int8),
        np.array([np.inf, -np.inf, np.nan]),
        Remote(2**70, "__main__.Odd"),
        Remote(10**3_000, "x" * 200),
        deep(1.0, MAX_DEPTH - 1),
        deep(np.ones((1,) * 16), MAX_DEPTH - 1),
        deep(np.ones((1,) * 15 + (2,)), MAX_DEPTH - 1),
        [None] * 390_000,
        [1.5] * 390_000,
        [[0.0] * 1_000] * 390,
    ],
    ids=lambda value: shown(value)[:40],
)
def test_strange_values_that_can_cross_the_border_are_no_failure_of_ours(value):
    arrived = decode(encode(value))
    for read in READERS:
        try:
            read(arrived)
        except Verdict as verdict:
            sensible(verdict)


@pytest.mark.parametrize(
    ("value", "expected", "tolerance"),
    [
        (2, 2.0, 1e-7),
        (2.5, 2.5, 1e-7),
        (2**70, 2.0**70, 1e-7),
        (10**400, math.inf, 1e-7),
        (-(10**400), -math.inf, 1e-7),
        (np.float32(2.5), 2.5, 2e-4),
        (np.float16(2.5), 2.5, 3e-2),
        (np.int8(3), 3.0, 1e-7),
        (np.array(2.5), 2.5, 1e-7),
        (np.array([[2.5]]), 2.5, 1e-7),
        ([2.5], 2.5, 1e-7),
        ((np.float32(2.5),), 2.5, 2e-4),
        (TensorValue(np.array([2.5], dtype=np.float32)), 2.5, 2e-4),
        (2 + 0j, 2.0, 1e-7),
        (np.complex64(2), 2.0, 2e-4),
    ],
)
def test_a_number_keeps_the_tolerance_of_its_precision(value, expected, tolerance):
    assert number(value) == Number(expected, tolerance)


def test_a_vector_may_be_any_sequence_of_numbers():
    tensor = TensorValue(np.array(3.0, dtype=np.float32))
    for value in (np.array([1.0, 2.0, 3.0]), [1, 2.0, tensor], (np.float16(1), 2, [3][0])):
        assert vector(value, length=3).array.tolist() == [1, 2, 3]
    assert vector([1, tensor]).tolerance == 2e-4
    assert math.isnan(vector([None, 1.0], nan_at=(0,)).array[0])


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "Fehlt ein return"),
        (Remote(1, "builtins.ellipsis"), "hier fehlt Ihre Antwort"),
        ("1.5", "vom Typ str"),
        ([1.0, 2.0], "Form (2,)"),
        ([[1.0], [2.0, 3.0]], "verschiedener Form"),
        (math.nan, "NaN"),
        (Remote(1, "builtins.generator"), "generator"),
        (TensorValue(np.array([True])), "torch.Tensor"),
        ([None] * (MAX_LIST_ITEMS + 1), "mehr als"),
    ],
)
def test_what_is_no_number_is_named(value, words):
    with pytest.raises(Verdict) as caught:
        number(value)
    assert words in caught.value.message.de


def test_wrong_shapes_are_named():
    for value, words in (
        ([1.0], "Länge 2"),
        ([[1.0, 2.0]], "Matrix der Form (1, 2)"),
        (3.0, "Form ()"),
        ([], "Länge 2"),
    ):
        with pytest.raises(Verdict) as caught:
            vector(value, length=2)
        assert words in caught.value.message.de
    for empty in ([], np.array([]), ()):
        with pytest.raises(Verdict):
            vector(empty, nan_at=(0,))
    with pytest.raises(Verdict, match="zwei Werte"):
        pair(np.zeros(1_000_000))


def test_a_column_stays_a_matrix():
    assert matrix([[1.0], [2.0]], (2, 1)).array.shape == (2, 1)
    assert matrix(np.ones((1, 2)), (1, 2)).array.shape == (1, 2)


@given(arrays)
def test_two_values_of_an_array_are_a_pair(array):
    if array.ndim and len(array) == 2:
        assert len(pair(array)) == 2
        assert len(pair(TensorValue(array))) == 2


@given(st.floats(allow_nan=False), st.floats(allow_nan=False))
def test_comparing_never_fails_whatever_the_size_of_the_numbers(found, expected):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        equal = close(Number(found, 1e-7), expected)
        if found == expected and math.isfinite(found):
            assert equal
        with contextlib.suppress(Verdict):
            match([Number(found, 1e-7)] * 2, [expected, expected], [], ["N = 2", "N = 3"])


def test_entries_that_are_not_asked_for_do_not_count():
    assert close(Vector(np.array([9.0, 2.0]), 1e-7), [math.nan, 2.0])
    assert close(Vector(np.array([9.0]), 1e-7), [math.nan])
    assert not close(Vector(np.array([1.0, math.inf]), 1e-7), [1.0, 2.0])
    assert not close(Vector(np.array([1.0]), 1e-7), [1.0, 2.0])


def test_a_known_misconception_is_named_with_its_credit():
    form = WrongForm(text("Das ist der Umfang."), [6.0, 8.0], credit=0.5)
    with pytest.raises(Verdict) as caught:
        match([Number(6.0, 1e-7), Number(8.0, 1e-7)], [9.0, 16.0], [form], ["a", "b"])
    assert (caught.value.message.de, caught.value.credit) == ("Das ist der Umfang.", 0.5)
    assert caught.value.evidence.inputs == {"case": "a"}


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([2.0, 5.0], "nur für a"),
        ([-2.0, -4.0], "Vorzeichen"),
        ([2.0, -4.0], "nur für a"),
        ([4.0, 8.0], "konstanten Faktor"),
        ([0.0, 0.0], "immer 0"),
        ([0.0, 1.0], None),
        ([math.inf, 1.0], None),
        ([1e308, -1e308], None),
    ],
)
def test_a_general_hint_says_what_can_be_said(found, words):
    with pytest.raises(Verdict) as caught:
        match([Number(f, 1e-7) for f in found], [2.0, 4.0], [], ["a", "b"])
    message = caught.value.message
    assert (message is None) if words is None else words in message.de


def test_a_difference_is_kept_as_evidence():
    with pytest.raises(Verdict) as caught:
        same(number(2.0), 3.0, text("Zu klein."))
    evidence = caught.value.evidence
    assert (evidence.found, evidence.expected, evidence.tolerance) == ("2.0", "3.0", 1e-7)
    same(number(3.0), 3.0)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1.5, "1.5"),
        ([1.5, "a"], "[1.5, 'a']"),
        (np.arange(3.0), "[0., 1., 2.]"),
        (TensorValue(np.arange(2)), "tensor[0, 1]"),
        (2**300, "2**300…"),
        (-(2**300), "-2**300…"),
        ([2**40_000], "[2**40000…]"),
        (Remote(3, "a.b"), "Remote(number=3, type='a.b')"),
    ],
)
def test_values_are_shown_in_short(value, words):
    assert shown(value) == words


def test_a_large_array_is_shown_by_its_shape_and_start():
    assert shown(np.zeros((50, 50))).startswith("(50, 50): [0., 0.")
    assert len(shown(np.arange(10.0**5))) <= MAX_CHARACTERS + 2
