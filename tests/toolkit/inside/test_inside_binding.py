"""A function gets the arguments it asks for, however its author wrote them down."""

import functools

import numpy as np
import pytest

from autograder.inside.binding import CannotBind, bind

NAMES = ("x", "w", "b", "sigma")
VALUES = (1, 2, 3, 4)


def bound(function, names=NAMES, values=VALUES):
    positional, keywords = bind(function, names, values)
    return function(*positional, **keywords)


class Callable:
    def __call__(self, w, x):
        return w, x


class Method:
    def of(self, b, x):
        return b, x

    @classmethod
    def made(cls, w):
        return w

    @staticmethod
    def free(sigma):
        return sigma


class Made:
    def __init__(self, w, x):
        self.got = w, x


@functools.wraps(lambda w, x: None)
def wrapped(*args, **kwargs):
    return args, kwargs


@pytest.mark.parametrize(
    ("function", "result"),
    [
        (lambda x, w, b, sigma: (x, w, b, sigma), (1, 2, 3, 4)),
        (lambda sigma, x: (sigma, x), (4, 1)),
        (lambda w: w, 2),
        (lambda: "nothing", "nothing"),
        (lambda p, q, r, s: (p, q, r, s), (1, 2, 3, 4)),
        (lambda p, q, r, s=9: (p, q, r, s), (1, 2, 3, 4)),
        (lambda p, q, r, s, t=9: (p, q, r, s, t), (1, 2, 3, 4, 9)),
        (lambda x, w, extra=7: (x, w, extra), (1, 2, 7)),
        (lambda x=0, sigma=0: (x, sigma), (1, 4)),
        (lambda p=0, q=0, r=0, s=0: (p, q, r, s), (1, 2, 3, 4)),
        (lambda *all: all, (1, 2, 3, 4)),
        (lambda x, *rest: (x, rest), (1, (2, 3, 4))),
        (lambda x, w, *rest: (x, w, rest), (1, 2, (3, 4))),
        (lambda w, *rest: (w, rest), (2, ())),
        (lambda p, *rest: (p, rest), (1, (2, 3, 4))),
        (lambda *rest, w: (rest, w), ((), 2)),
        (lambda **named: named, {"x": 1, "w": 2, "b": 3, "sigma": 4}),
        (lambda w, **named: (w, named), (2, {"x": 1, "b": 3, "sigma": 4})),
        (lambda *all, **named: (all, named), ((1, 2, 3, 4), {})),
        (lambda x, *, w: (x, w), (1, 2)),
        (lambda x, /, w: (x, w), (1, 2)),
        (lambda w, x, /: (w, x), (2, 1)),
        (lambda x, gap=9, w=9, /: (x, gap, w), (1, 9, 2)),
        (lambda p, q, r, s, /: (p, q, r, s), (1, 2, 3, 4)),
        (Callable(), (2, 1)),
        (Method().of, (3, 1)),
        (Method.made, 2),
        (Method.free, 4),
        (functools.partial(lambda w, b, x: (w, b, x), b=7), (2, 3, 1)),
        (functools.partial(lambda first, x: (first, x), 8), (8, 1)),
        (functools.lru_cache(lambda b, x: (b, x)), (3, 1)),
        (wrapped, ((), {"x": 1, "w": 2})),
    ],
)
def test_arguments_come_by_name_else_in_the_order_of_the_sheet(function, result):
    assert bound(function) == result


def test_a_class_and_functions_of_numpy_can_be_answers():
    assert bound(Made).got == (2, 1)
    assert bound(np.add, ("p", "q"), (1, 2)) == 3
    assert bound(np.hypot, ("p", "q"), (3.0, 4.0)) == 5.0
    assert bound(max, ("p", "q"), (1, 2)) == 2
    assert bound(np.vectorize(lambda p, q: p + q), ("p", "q"), (1, 2)) == 3


@pytest.mark.parametrize(
    "function",
    [
        lambda p: p,
        lambda p, q, r: p,
        lambda p, q, r, s, t: p,
        lambda x, w, unknown: x,
        lambda p, *, q: p,
        lambda p=1: p,
    ],
)
def test_a_signature_that_fits_neither_way_is_shown(function):
    with pytest.raises(CannotBind, match=r"\((p|x).*\)"):
        bind(function, NAMES, VALUES)


def test_an_object_that_lies_about_its_signature_is_called_in_order():
    class Liar:
        __signature__ = "nonsense"

        def __call__(self, *all):
            return all

    assert bound(Liar()) == VALUES
