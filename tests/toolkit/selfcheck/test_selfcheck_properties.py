"""Every kind of property: what has the form, what has not, and what the student reads."""

import math

import numpy as np
import pytest

from autograder.selfcheck.properties import problem, size

NUMBER = {"kind": "number"}
PAIR = {"kind": "items", "each": [NUMBER, NUMBER]}
CHAIN = {"kind": "array", "shape": ["len(w)"], "first": 1}
W = {"w": np.zeros(3), "n_in": 3, "n_out": 5}


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (1, NUMBER),
        (np.array([2.0]), NUMBER),
        ((1, 2.0), PAIR),
        (np.array([1.0, 2.0]), PAIR),
        ({"m": 0, "s^2": 1}, PAIR),
        ([math.nan, 1, 2], CHAIN),
        ([None, 1, 2], CHAIN),
        (np.array([[math.nan], [1], [2]]), CHAIN),
        ([math.nan, math.inf], {"kind": "array", "shape": [2], "finite": False}),
        (np.ones((5, 3)), {"kind": "array", "shape": ["n_out", "n_in"]}),
        (np.ones((1, 4)), {"kind": "array", "shape": [4]}),
        ([1, 2], {"kind": "list", "of": NUMBER, "count": "len(w)-1"}),
        ([], {"kind": "list", "of": NUMBER}),
        (["a", "b"], {"kind": "texts", "count": 2, "distinct": True}),
        ({"a": 1, "b": 2, "c": 3}, {"kind": "record", "keys": {"a": NUMBER, "b": NUMBER}}),
        ({}, {"kind": "object", "methods": ["keys", "items"]}),
    ],
)
def test_what_has_the_form_passes(value, wanted):
    assert problem(value, wanted, W) is None


@pytest.mark.parametrize(
    ("value", "wanted", "words"),
    [
        ("1", NUMBER, "Erwartet wird eine Zahl, gefunden: str."),
        (math.nan, NUMBER, "NaN"),
        (math.inf, NUMBER, "unendlich"),
        (1, PAIR, "2 Werte"),
        ((1, 2, 3), PAIR, "gefunden: tuple (3)"),
        ((1, "b"), PAIR, "2. Wert: Erwartet wird eine Zahl"),
        ([1, math.nan, 2], CHAIN, "NaN"),
        ([1, 2], CHAIN, "der Form (3,), gefunden: list (2)"),
        (None, CHAIN, "NoneType"),
        (np.ones((3, 5)), {"kind": "array", "shape": ["n_out", "n_in"]}, "(5, 3)"),
        ([[1], [1, 2]], {"kind": "array", "shape": [2]}, "list (2)"),
        ([1], {"kind": "list", "of": NUMBER, "count": 2}, "2 Einträgen"),
        (3, {"kind": "list", "of": NUMBER}, "eine Liste"),
        ([1, "x"], {"kind": "list", "of": NUMBER}, "2. Eintrag"),
        (["a", " "], {"kind": "texts", "count": 2}, "nicht leer"),
        (["a", "A "], {"kind": "texts", "count": 2, "distinct": True}, "gleich"),
        ({"a": 1}, {"kind": "record", "keys": {"a": NUMBER, "b": NUMBER}}, "gefunden: a"),
        ([1], {"kind": "record", "keys": {"a": NUMBER}}, "list"),
        ({"a": "x"}, {"kind": "record", "keys": {"a": NUMBER}}, "a: Erwartet"),
        (3, {"kind": "object", "methods": ["parameters"]}, "parameters()"),
    ],
)
def test_what_has_not_is_told_with_what_was_found(value, wanted, words):
    found = problem(value, wanted, W)
    assert found is not None
    assert words in found.de
    assert found.en != found.de


@pytest.mark.parametrize(
    ("written", "expected"), [(4, 4), ("n_out", 5), ("len(w)", 3), ("len(w)+1", 4), ("n_in-1", 2)]
)
def test_sizes_speak_of_the_arguments(written, expected):
    assert size(written, W) == expected
