"""Hidden checks of Blatt 9, exercise 2: variances and gradients at initialisation."""

import numpy as np
from blatt09_questions import EXPECTATION, GRADIENT_VARIANCE, OUTPUT_VARIANCE

from autograder.checks import close, task, text, vector, wrong
from autograder.checks.formula import check_formula
from autograder.checks.values import shown
from autograder.model import Evidence


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
    for n_out, n_in in ((3, 5), (4, 2), (1, 3)):
        W, x, g = rng.normal(size=(n_out, n_in)), rng.normal(size=n_in), rng.normal(size=n_out)
        expected = W.T @ g
        value = student.aufgabe_2d(W, x, g)
        found = vector(_flat(value), length=n_in)
        if not close(found, expected):
            elementwise = n_out == n_in and close(found, W.diagonal() * g)
            message = text("Die Komponenten des Gradienten nach y werden nicht über W summiert.")
            evidence = Evidence(
                inputs=student.last_inputs, found=shown(found.array), expected=shown(expected)
            )
            wrong(message if elementwise or close(found, W.sum(axis=0)) else None, evidence)


def _flat(value):
    """A column or row that holds the vector is a reasonable form of it."""
    array = getattr(value, "array", value)
    if isinstance(array, np.ndarray) and array.ndim == 2 and 1 in array.shape:
        return array.reshape(-1)
    return value


@task("2e")
def test_expectation_of_the_gradient(student, seed):
    """Der Erwartungswert der partiellen Ableitungen stimmt."""
    check_formula(student, "2e", "aufgabe_2e", EXPECTATION, seed)


@task("2f")
def test_variance_of_the_gradient(student, seed):
    """Die Varianz der partiellen Ableitungen stimmt."""
    check_formula(student, "2f", "aufgabe_2f", GRADIENT_VARIANCE, seed)
