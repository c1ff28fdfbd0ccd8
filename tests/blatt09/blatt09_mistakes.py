"""Known wrong forms of 1a and 1d, as functions of a chain's s, o, w, b."""

from collections.abc import Callable, Iterable, Iterator

import blatt09_phrases as say
import numpy as np
from blatt09_chains import Chain, plain_derivative, product
from blatt09_skips import (
    CONVENTIONS,
    MISREADINGS,
    NO_SKIPS,
    RIGHT,
    Convention,
    forward,
    skip_derivative,
)

from autograder.checks.gradients import derivative
from autograder.checks.matching import WrongForm
from autograder.i18n import Text

Form = Callable[[Chain], float]

DIFFERENCES = 1e-3
"""Relative deviation of a student's difference quotient from the derivative."""


def forms_of_plain_chain(cases: list[Chain]) -> Iterator[WrongForm]:
    """What people write for 1a; computed only as far as they are looked at."""
    yield from _evaluated(_PLAIN, cases)
    own = [_slope_of_forward_pass(c) for c in cases]
    yield WrongForm(say.OWN_FORWARD_PASS, own, tolerance=DIFFERENCES)


def forms_of_skip_chain(cases: list[Chain]) -> Iterator[WrongForm]:
    """What people write for 1d, in either convention."""
    yield from _evaluated(_SKIPPED, cases)
    for convention in CONVENTIONS:
        yield from _evaluated(_of_convention(convention), cases)
    for _, several in MISREADINGS:
        for skips in several:
            yield WrongForm(say.OTHER_ARCHITECTURE, [skip_derivative(c, skips) for c in cases])


def _evaluated(forms: Iterable[tuple[Text, Form]], cases: list[Chain]) -> Iterator[WrongForm]:
    for message, form in forms:
        yield WrongForm(message, [form(c) for c in cases])


def _slope_of_forward_pass(c: Chain) -> float:
    def output(w1: float) -> float:
        w = c.w.copy()
        w[1] = w1
        moved = Chain(c.x, w, c.b, c.s, c.o, c.sigma)
        return float(forward(moved, NO_SKIPS)[1][-1])

    return derivative(output, float(c.w[1]))


def _sigma(c: Chain, i: int) -> float:
    return float(c.sigma(float(c.s[i])))


def _at_output(c: Chain, i: int) -> float:
    return float(c.sigma.derivative(float(c.o[i])))


def _layers(c: Chain) -> range:
    return range(2, c.n + 1)


_PLAIN: tuple[tuple[Text, Form], ...] = (
    (say.WITHOUT_X, lambda c: plain_derivative(c) / c.x),
    (say.WITHOUT_FIRST_DERIVATIVE, lambda c: plain_derivative(c) / c.ds(1)),
    (say.WITH_W1, lambda c: plain_derivative(c) * c.w[1]),
    (say.AFTER_X, lambda c: plain_derivative(c) * c.w[1] / c.x),
    (say.WITHOUT_LAST_LAYER, lambda c: c.x * c.ds(1) * product(c.factors(2, c.n - 1))),
    (
        say.SIGMA_ITSELF,
        lambda c: c.x * _sigma(c, 1) * product([c.w[i] * _sigma(c, i) for i in _layers(c)]),
    ),
    (say.SUM, lambda c: c.x * c.ds(1) * sum(c.factors(2, c.n))),
    (say.SUM, lambda c: c.x * c.ds(1) + sum(c.factors(2, c.n))),
    (
        say.AT_OUTPUTS,
        lambda c: c.x * _at_output(c, 1) * product([c.w[i] * _at_output(c, i) for i in _layers(c)]),
    ),
    (say.WITHOUT_WEIGHTS, lambda c: c.x * product([c.ds(i) for i in range(1, c.n + 1)])),
    (say.WITHOUT_DERIVATIVES, lambda c: c.x * product(list(c.w[2:]))),
    (
        say.SHIFTED,
        lambda c: c.x * c.ds(1) * product([c.w[i - 1] * c.ds(i) for i in _layers(c)]),
    ),
    (
        say.SHIFTED,
        lambda c: c.x * c.ds(1) * product([c.w[i] * c.ds(i - 1) for i in _layers(c)]),
    ),
    (
        say.BIAS_FOR_WEIGHT,
        lambda c: c.x * c.ds(1) * product([c.b[i] * c.ds(i) for i in _layers(c)]),
    ),
    (say.OUTPUT_FOR_INPUT, lambda c: plain_derivative(c) / c.x * float(c.o[1])),
    (
        say.EVERY_OUTPUT,
        lambda c: product([c.o[i - 1] * c.ds(i) for i in range(1, c.n + 1)]),
    ),
)


def _first_and_last(c: Chain) -> float:
    return c.x * c.ds(1) * float(c.w[c.n]) * c.ds(c.n)


def _pairs(c: Chain, factor: Callable[[int], float]) -> float:
    """x·σ'(s_1)·∏ factor(2j+1) · w_N·σ'(s_N)"""
    return _first_and_last(c) * product([factor(i) for i in range(3, c.n, 2)])


def _inner(c: Chain, i: int) -> float:
    return float(c.w[i] * c.w[i - 1]) * c.ds(i - 1)


def _one_inside(c: Chain) -> float:
    return _pairs(c, lambda i: _inner(c, i) * float(c.sigma.derivative(c.s[i] + 1.0)))


_SKIPPED: tuple[tuple[Text, Form], ...] = (
    (say.PLAIN_CHAIN_AGAIN, plain_derivative),
    (say.ONE_ONCE, lambda c: _first_and_last(c) * (1 + product(c.factors(2, c.n - 1)))),
    (say.ONE_TO_ALL, lambda c: 1 + plain_derivative(c)),
    (say.ONE_PER_LAYER, lambda c: _first_and_last(c) * product(_plus_one(c.factors(2, c.n - 1)))),
    (say.ONE_PER_LAYER, lambda c: c.x * c.ds(1) * product(_plus_one(c.factors(2, c.n)))),
    (say.SHORTCUT_IN_ARGUMENT, _one_inside),
    (say.OUTER_DERIVATIVE_MISSING, lambda c: _pairs(c, lambda i: 1 + _inner(c, i))),
    (
        say.WEIGHT_IN_PAIR_MISSING,
        lambda c: _pairs(c, lambda i: c.ds(i) * (1 + c.w[i] * c.ds(i - 1))),
    ),
    (
        say.WEIGHT_IN_PAIR_MISSING,
        lambda c: _pairs(c, lambda i: c.ds(i) * (1 + c.w[i - 1] * c.ds(i - 1))),
    ),
    (
        say.WEIGHT_IN_PAIR_MISSING,
        lambda c: _pairs(c, lambda i: 1 + c.w[i] * c.ds(i - 1) * c.ds(i)),
    ),
    (
        say.WEIGHT_IN_PAIR_MISSING,
        lambda c: _pairs(c, lambda i: 1 + c.w[i - 1] * c.ds(i - 1) * c.ds(i)),
    ),
    (say.SHORTCUT_SIGN, lambda c: _pairs(c, lambda i: c.ds(i) * (_inner(c, i) - 1))),
    (say.SHORTCUT_SIGN, lambda c: _pairs(c, lambda i: c.ds(i) * (1 - _inner(c, i)))),
    (say.SHORTCUT_SIGN, lambda c: _pairs(c, lambda i: _inner(c, i) * c.ds(i) - 1)),
    (say.SHORTCUT_SIGN, lambda c: _pairs(c, lambda i: 1 - _inner(c, i) * c.ds(i))),
)


def _plus_one(factors: list[float]) -> list[float]:
    return [1 + factor for factor in factors]


def _of_convention(convention: Convention) -> tuple[tuple[Text, Form], ...]:
    def right(c: Chain) -> float:
        return skip_derivative(c, RIGHT[convention])

    def with_sigma(c: Chain) -> float:
        values = {i: _sigma(c, i) for i in range(1, c.n + 1)}
        total = c.x * values[1] * c.w[c.n] * values[c.n]
        for i in range(3, c.n, 2):
            inner = c.w[i] * c.w[i - 1] * values[i - 1]
            total *= values[i] * (1 + inner) if convention == "pre" else 1 + inner * values[i]
        return float(total)

    return (
        (say.WITHOUT_X, lambda c: right(c) / c.x),
        (say.WITHOUT_FIRST_DERIVATIVE, lambda c: right(c) / c.ds(1)),
        (say.WITH_W1, lambda c: right(c) * c.w[1]),
        (say.AFTER_X, lambda c: right(c) * c.w[1] / c.x),
        (say.LAST_LAYER_MISSING, lambda c: right(c) / (c.w[c.n] * c.ds(c.n))),
        (say.LAST_WEIGHT_MISSING, lambda c: right(c) / c.w[c.n]),
        (say.LAST_DERIVATIVE_MISSING, lambda c: right(c) / c.ds(c.n)),
        (say.SIGMA_ITSELF, with_sigma),
        (say.OUTPUT_FOR_INPUT, lambda c: right(c) / c.x * np.float64(c.o[1])),
    )
