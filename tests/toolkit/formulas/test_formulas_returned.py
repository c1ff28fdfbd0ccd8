"""Answers given as Python functions: the points and the returned numbers."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from formulas_sheets import B9_2A, B9_2B, B9_3B, B9_3C, L10_1F, QUESTIONS

from autograder.errors import UsageFault
from autograder.formulas import (
    Generic,
    Integers,
    Positive,
    Question,
    Real,
    Unreadable,
    Verdict,
    judge_values,
    sample_points,
)

SEED = 11
POINTS = sample_points(B9_2B, SEED, 12)


def judged(function: Callable[..., object], question: Question = B9_2B, **more: object) -> object:
    points = sample_points(question, SEED, 12)
    return judge_values(points, [function(**p) for p in points], question, SEED, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", QUESTIONS)
def test_points_have_no_accidental_coincidences(name: str) -> None:
    points = sample_points(QUESTIONS[name], SEED, 24)
    assert points == sample_points(QUESTIONS[name], SEED, 24)
    assert points != sample_points(QUESTIONS[name], SEED + 1, 24)
    for point in points:
        assert type(point["n_in"]) is int
        assert point["n_in"] != point["n_out"]
        values = list(point.values())
        assert all(abs(abs(value) - 1) > 0.1 and abs(value) > 0.1 for value in values)
        assert all(not math.isclose(a, b, rel_tol=0.04) for k, a in enumerate(values)
                   for b in values[:k])  # fmt: skip


@pytest.mark.parametrize(
    "function",
    [
        lambda n_in, sigma, gamma, **_: n_in * sigma**2 * gamma**2,
        lambda n_in, sigma, gamma, **_: sum(sigma**2 * gamma**2 for _ in range(n_in)),
        lambda n_in, sigma, gamma, **_: np.float64(n_in) * np.square(sigma * gamma),
        lambda n_in, sigma, gamma, **_: [n_in * (sigma * gamma) ** 2],
        lambda n_in, sigma, gamma, **_: np.array([n_in * (sigma * gamma) ** 2]),
        lambda n_in, sigma, gamma, **_: complex(n_in * (sigma * gamma) ** 2, 0.0),
        lambda n_in, sigma, gamma, **_: math.exp(math.log(n_in) + 2 * math.log(sigma * gamma)),
    ],
)
def test_right_functions_are_right(function: Callable[..., object]) -> None:
    assert judged(function).verdict is Verdict.EQUAL  # type: ignore[attr-defined]


def test_functions_that_return_integers_and_zeros_are_right() -> None:
    assert judged(lambda **_: 0, B9_2A).verdict is Verdict.EQUAL  # type: ignore[attr-defined]
    assert judged(lambda **_: 1e-17, B9_2A).verdict is Verdict.EQUAL  # type: ignore[attr-defined]
    assert judged(lambda **_: 1e-3, B9_2A).verdict is Verdict.DIFFERENT  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("function", "question", "tag"),
    [
        (lambda sigma, gamma, **_: (sigma * gamma) ** 2, B9_2B, "one-summand"),
        (lambda n_out, sigma, gamma, **_: n_out * (sigma * gamma) ** 2, B9_2B, "other-side"),
        (lambda n_in, sigma, gamma, **_: math.sqrt(n_in) * sigma * gamma, B9_2B, "deviation"),
        (lambda n_in, n_out, **_: (0, math.sqrt(2 / (n_in + n_out))), B9_3B, "deviation"),
        (lambda n_in, n_out, **_: np.array([0, 1.0]) / (n_in + n_out), B9_3B, "half"),
        (lambda n_in, n_out, **_: [0, math.sqrt(6 / (n_in + n_out))], B9_3C, "from-zero"),
        (lambda n_in, **_: math.sqrt(2 / n_in), L10_1F, "deviation"),
    ],
)
def test_a_known_mistake_in_a_function_is_named(
    function: Callable[..., object], question: Question, tag: str
) -> None:
    judgement = judged(function, question)
    assert judgement.wrong_form is not None  # type: ignore[attr-defined]
    assert judgement.wrong_form.tag == tag  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("function", "hint"),
    [
        (lambda n_in, sigma, gamma, **_: 7 * n_in * (sigma * gamma) ** 2, "konstanten Faktor"),
        (lambda n_in, sigma, gamma, **_: -n_in * (sigma * gamma) ** 2, "Vorzeichen"),
        (lambda n_in, sigma, gamma, **_: 1 / (n_in * (sigma * gamma) ** 2), "im Nenner"),
    ],
)
def test_other_mistakes_in_a_function_get_a_hint(
    function: Callable[..., object], hint: str
) -> None:
    assert hint in judged(function).hints[0].de  # type: ignore[attr-defined]


def test_a_function_that_is_right_for_one_depth_only_is_told_so() -> None:
    asked = Question("x**N", {"x": Real(), "N": Integers(2, 5)})
    judgement = judged(lambda x, N: x * x, asked)
    assert judgement.hints[0].de.startswith("Das Ergebnis stimmt nur für N = 2.")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("precision", "kind", "verdict"),
    [
        ("float32", np.float32, Verdict.EQUAL),
        ("float16", np.float16, Verdict.EQUAL),
        ("float64", np.float16, Verdict.DIFFERENT),
    ],
)
def test_the_tolerance_follows_the_declared_precision(
    precision: str, kind: type, verdict: Verdict
) -> None:
    def low(n_in: int, sigma: float, gamma: float, **_: float) -> object:
        return kind(n_in) * kind(sigma) ** 2 * kind(gamma) ** 2

    assert judged(low, precision=precision).verdict is verdict  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (None, "return"),
        (float("nan"), "NaN"),
        (float("inf"), "NaN"),
        (complex("nan"), "NaN"),
        (10**2000, "NaN"),
        ((1.0, 2.0), "gefunden wurden 2"),
        ([], "gefunden wurden 0"),
    ],
)
def test_what_is_wrong_with_a_returned_value_is_said(value: object, message: str) -> None:
    values: list[object] = [1.0] * 11 + [value]
    judgement = judge_values(POINTS, values, B9_2B, SEED)
    assert judgement.verdict is Verdict.DIFFERENT
    assert message in judgement.message.de


def test_one_bound_instead_of_two_is_said() -> None:
    judgement = judged(lambda **_: 1.0, B9_3C)
    assert "Rückgabe von 2" in judgement.message.de  # type: ignore[attr-defined]


@pytest.mark.parametrize("value", ["0", True, object(), {"a": 1}, [[1.0]], np.array([[1.0]]), b"1"])
def test_values_of_other_types_are_left_to_a_human(value: object) -> None:
    with pytest.raises(Unreadable, match="Zahl zurückgeben"):
        judge_values(POINTS, [value] * 12, B9_2B, SEED)


def test_a_complex_value_is_a_difference() -> None:
    assert judge_values(POINTS, [1j] * 12, B9_2B, SEED).verdict is Verdict.DIFFERENT


def test_too_few_points_and_unsuitable_questions_are_the_authors_fault() -> None:
    with pytest.raises(UsageFault):
        judge_values(POINTS[:4], [1.0] * 4, B9_2B, SEED)
    with pytest.raises(UsageFault):
        judge_values(POINTS, [1.0], B9_2B, SEED)
    with pytest.raises(UsageFault):
        sample_points(Question("f(x)", {"x": Positive()}, functions={"f": Generic()}), SEED)
