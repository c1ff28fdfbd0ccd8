"""Hidden checks of Blatt 9, exercise 2: variances and gradients at initialisation."""

from typing import Any

import numpy as np
from blatt09_layers import MATRICES, SHAPES, VALUES, VECTORS, WRONG_INDEX, Layer, draw
from blatt09_questions import (
    EXPECTATION,
    GRADIENT_EXPECTATION,
    GRADIENT_VARIANCE,
    OUTPUT_VARIANCE,
)

from autograder.checks import Vector, Verdict, close, task, text, vector, wrong
from autograder.checks.formula import check_formula
from autograder.checks.showing import shown
from autograder.checks.student import Student
from autograder.checks.values import unwrapped
from autograder.i18n import Text
from autograder.records.model import Evidence, Outcome


@task("2a")
def test_expectation_of_the_output(student, seed):
    """Der Erwartungswert der Ausgabe stimmt."""
    check_formula(student, "2a", "aufgabe_2a", EXPECTATION, seed)


@task("2b")
def test_variance_of_the_output(student, seed):
    """Die Varianz der Ausgabe stimmt."""
    check_formula(student, "2b", "aufgabe_2b", OUTPUT_VARIANCE, seed)


@task("2d")
def test_gradient_through_a_linear_layer(student, rng):
    """Der Gradient nach x folgt aus W und dem Gradienten nach y."""
    for shape in SHAPES:
        layer = draw(rng, shape)
        judge_gradient(layer, ask(student, layer, rng))


def ask(student: Student, layer: Layer, rng: np.random.Generator) -> Any:
    try:
        return student.aufgabe_2d(layer.W, layer.x, layer.g)
    except Verdict as verdict:
        if verdict.outcome is Outcome.RAISED and sums_over_wrong_index(student, rng):
            raise Verdict(Outcome.RAISED, WRONG_INDEX, verdict.evidence) from verdict
        raise


def sums_over_wrong_index(student: Student, rng: np.random.Generator) -> bool:
    """Whether an answer that raises gives W·∇_y for a square W."""
    layer = draw(rng, (3, 3))
    try:
        found = vector(unwrapped(student.aufgabe_2d(layer.W, layer.x, layer.g)), length=3)
    except Verdict:
        return False
    return close(found, layer.W @ layer.g)


def judge_gradient(layer: Layer, value: Any) -> None:
    message = next((m for m, wrong_value in MATRICES if is_matrix(value, wrong_value(layer))), None)
    if message:
        wrong(message)
    found = vector(unwrapped(value), length=len(layer.x))
    expected = layer.W.T @ layer.g
    if close(found, expected):
        return
    message = next((m for m, form in VECTORS if close(found, form(layer))), None)
    wrong(
        message or multiple(found.array, expected) or VALUES,
        Evidence(found=shown(found.array), expected=shown(expected)),
    )


def is_matrix(value: Any, expected: np.ndarray) -> bool:
    """Whether a value has more than one row and column and these numbers."""
    array = getattr(value, "array", value)
    numeric = isinstance(array, np.ndarray) and array.dtype.kind in "iuf"
    if not numeric or array.shape != expected.shape or 1 in array.shape:
        return False
    return close(Vector(array.astype(float), 2e-4), expected)


def multiple(found: np.ndarray, expected: np.ndarray) -> Text | None:
    """A hint for a right answer times a number."""
    ratio = found / expected
    if np.allclose(ratio, -1, rtol=1e-4):
        return text("Das Vorzeichen stimmt nicht.")
    if np.allclose(ratio, ratio[0], rtol=1e-4):
        return text("Das Ergebnis unterscheidet sich um einen konstanten Faktor.")
    return None


@task("2e")
def test_expectation_of_the_gradient(student, seed):
    """Der Erwartungswert der partiellen Ableitungen stimmt."""
    check_formula(student, "2e", "aufgabe_2e", GRADIENT_EXPECTATION, seed)


@task("2f")
def test_variance_of_the_gradient(student, seed):
    """Die Varianz der partiellen Ableitungen stimmt."""
    check_formula(student, "2f", "aufgabe_2f", GRADIENT_VARIANCE, seed)
