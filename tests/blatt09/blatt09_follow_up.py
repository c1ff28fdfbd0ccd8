"""Consequential marking of 1d: is it the derivative of the student's own, wrong forward pass?"""

from dataclasses import replace
from typing import Any

import numpy as np
from blatt09_chains import Chain, draw, plain_derivative
from blatt09_skips import CONVENTIONS, NO_SKIPS, RIGHT, Convention, forward

from autograder.checks import Number, Vector, Verdict, close, number, vector
from autograder.checks.gradients import derivative
from autograder.checks.student import Student
from autograder.checks.values import pair, unwrapped
from autograder.wire.activations import Activation

Forward = tuple[np.ndarray, np.ndarray, float]
"""(s, o, tolerance) of a student's forward pass; index 0 is NaN in both."""


def call_derivative(
    student: Student, name: str, cases: list[Chain], derivatives: list[Activation] | None = None
) -> list[Any]:
    """What 1a or 1d returns for the common argument list, by default with the right dsigma."""
    derivatives = derivatives or [c.sigma.derivative for c in cases]
    rows = [(c.x, c.w, c.b, c.s, c.o, c.sigma, d) for c, d in zip(cases, derivatives, strict=True)]
    return student.call_each(name, rows)


def ask_forward(student: Student, c: Chain) -> Forward:
    first, second = pair(student.call("aufgabe_1c", c.x, c.w, c.b, c.sigma))
    s, o = (_indexed(value, c.n) for value in (first, second))
    return s.array, o.array, max(s.tolerance, o.tolerance)


def _indexed(value: object, n: int) -> Vector:
    """A sequence of length N+1 as stated, or of length N without index 0."""
    value = unwrapped(value)
    plain = vector(value, nan_at=(0,))
    if len(plain.array) == n:
        whole = vector(value)
        return replace(whole, array=np.concatenate([[np.nan], whole.array]))
    return vector(value, length=n + 1, nan_at=(0,))


def agrees(values: np.ndarray, expected: np.ndarray, tolerance: float) -> bool:
    """Equal but for index 0."""
    return close(Vector(values, tolerance), np.concatenate([[np.nan], expected[1:]]))


def forward_agrees(found: Forward, expected: tuple[np.ndarray, np.ndarray]) -> bool:
    s, o, tolerance = found
    return agrees(s, expected[0], tolerance) and agrees(o, expected[1], tolerance)


def forward_cases(rng: np.random.Generator) -> list[Chain]:
    return [draw(rng, n) for n in (2, 4, 6, 8)]


def own_conventions(student: Student, rng: np.random.Generator) -> set[Convention] | None:
    """What 1c follows; None where it is missing, raises or gives NaN: then either is right."""
    outer = student.last_inputs, student.last_value
    cases = forward_cases(rng)
    try:
        found = [ask_forward(student, c) for c in cases]
    except Verdict:
        return None
    finally:
        student.last_inputs, student.last_value = outer
    return {
        convention
        for convention in CONVENTIONS
        if all(
            forward_agrees(f, forward(c, RIGHT[convention]))
            for f, c in zip(found, cases, strict=True)
        )
    }


def is_own_derivative(student: Student, rng: np.random.Generator) -> bool:
    """Whether 1d is the derivative of the student's own, wrong forward pass.

    That pass must have a skip, depend on every weight and on x, and its derivative must differ
    from the plain chain's: otherwise copying 1a would pay. 1d must use the derivative that it is
    given, or differences of the own forward pass would do.
    """
    has_skip = False
    for n in (4, 6, 8):
        try:
            case, slope, tolerance = _own_case(student, rng, n)
        except Verdict:
            return False
        if case is None or missing_dependence(student, case, tolerance):
            return False
        found = number(call_derivative(student, "aufgabe_1d", [case])[0])
        if not close(found, slope, tolerance) or not _uses_given_derivative(student, case, slope):
            return False
        plain = float(forward(case, NO_SKIPS)[1][-1])
        same_output = close(Number(float(case.o[-1]), 10 * tolerance), plain)
        same_slope = close(Number(slope, 10 * tolerance), plain_derivative(case))
        has_skip = has_skip or not (same_output or same_slope)
    return has_skip


def slope_of_own(student: Student, c: Chain, single: bool = False) -> float:
    """∂o_N/∂w_1 of the student's own forward pass at x, w, b, by differences."""

    def output(w1: float) -> float:
        w = c.w.copy()
        w[1] = w1
        return float(ask_forward(student, replace(c, w=w))[1][-1])

    return derivative(output, float(c.w[1]), 3e-2 if single else 1e-2)


def _own_case(
    student: Student, rng: np.random.Generator, n: int
) -> tuple[Chain | None, float, float]:
    """A chain with the student's own (s, o), the slope of its output in w_1, a tolerance."""
    for _ in range(30):
        case = draw(rng, n)
        s, o, precision = ask_forward(student, case)
        own = replace(case, s=s, o=np.concatenate([[case.x], o[1:]]))
        single = precision > 1e-5
        slope = slope_of_own(student, own, single)
        if 0.05 <= abs(slope) <= 20:
            return own, slope, 2e-2 if single else 1e-5
    return None, 0.0, 0.0


def missing_dependence(student: Student, c: Chain, tolerance: float) -> list[str]:
    """Names of what the output of the student's forward pass does not depend on."""

    def last(chain: Chain) -> float:
        return float(ask_forward(student, chain)[1][-1])

    def with_weight(i: int) -> Chain:
        w = c.w.copy()
        w[i] *= 1.3
        return replace(c, w=w)

    base = last(c)
    changed = {"x": replace(c, x=c.x * 1.3)}
    changed |= {f"w_{i}": with_weight(i) for i in range(1, c.n + 1)}
    least = tolerance * max(1.0, abs(base)) * 1e-2
    return [name for name, chain in changed.items() if abs(last(chain) - base) <= least]


def _uses_given_derivative(student: Student, c: Chain, slope: float) -> bool:
    other = Activation("identity", {})
    changed = number(student.call("aufgabe_1d", c.x, c.w, c.b, c.s, c.o, c.sigma, other))
    return not close(changed, slope, 1e-3)
