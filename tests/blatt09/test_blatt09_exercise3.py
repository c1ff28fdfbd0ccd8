"""Hidden checks of Blatt 9, exercise 3: Xavier initialisation."""

import numpy as np
from blatt09_questions import NORMAL_PARAMETERS, UNIFORM_BOUNDS

from autograder.checks import Vector, matrix, task, text, wrong
from autograder.checks.formula import check_formula
from autograder.checks.sampling import (
    LEVEL,
    dependent_neighbours,
    distance_bound,
    distance_to,
    mean_product,
    product_bound,
    uniform_cdf,
)
from autograder.checks.student import Student
from autograder.records.model import Evidence

SHAPE = (160, 120)
"""(n_out, n_in) of the matrix whose distribution is tested: 19,200 entries."""


@task("3b")
def test_parameters_of_the_normal_distribution(student, seed):
    """Die Parameter m und s² entsprechen der Xavier-Initialisierung."""
    check_formula(student, "3b", "aufgabe_3b", NORMAL_PARAMETERS, seed)


@task("3c", check="bounds")
def test_bounds_of_the_uniform_distribution(student, seed):
    """Die Grenzen a und b entsprechen der Xavier-Initialisierung."""
    check_formula(student, "3c", "aufgabe_3c", UNIFORM_BOUNDS, seed)


def draw(student: Student, generator, shape: tuple[int, int]) -> Vector:
    n_out, n_in = shape
    value = student.xavier_uniform(n_in, n_out, generator)
    array = getattr(value, "array", value)
    if isinstance(array, np.ndarray) and array.shape == (n_in, n_out):
        wrong(text("Die Form der Matrix ist vertauscht: W hat n_out Zeilen und n_in Spalten."))
    return matrix(value, shape)


@task("3c", check="sampler", chance=4 * LEVEL)
def test_sampler(student, seed):
    """Die Stichprobe ist gleichverteilt, hat die richtige Form und benutzt den Generator."""
    first = student.construct("numpy_generator", seed)
    second = student.construct("numpy_generator", seed)
    small = [draw(student, generator, (3, 5)).array for generator in (first, second)]
    again = draw(student, first, (3, 5)).array
    if not np.array_equal(*small):
        wrong(
            text(
                "Derselbe Generator muss dieselben Zahlen geben: Der übergebene wird nicht benutzt."
            )
        )
    if np.array_equal(again, small[0]):
        wrong(text("Jeder Aufruf gibt dieselbe Matrix, obwohl der Generator weiterläuft."))
    other = draw(student, student.construct("numpy_generator", seed + 1), (3, 5)).array
    if np.array_equal(other, small[0]):
        wrong(
            text(
                "Verschiedene Generatoren geben dieselbe Matrix: Der übergebene wird nicht benutzt."
            )
        )
    sample, later = draw(student, first, SHAPE), draw(student, first, SHAPE)
    judge_distribution(sample.array, later.array, slack=max(1e-5, sample.tolerance))


def judge_distribution(sample: np.ndarray, later: np.ndarray, slack: float) -> None:
    """Every entry within the bounds, uniform, independent of its neighbours and of later calls.

    ``slack``: relative excess over the bounds that rounding may cause. Four tests of chance: two for neighbours, one for later calls, one for the distribution.
    """
    n_out, n_in = SHAPE
    bound = float(np.sqrt(6 / (n_in + n_out)))
    largest = float(np.abs(sample).max())
    distance = distance_to(sample, uniform_cdf(-bound, bound))
    evidence = Evidence(
        inputs={"n_in": str(n_in), "n_out": str(n_out)},
        found=f"largest |w| {largest:.6g}, variance {sample.var():.6g}, distance {distance:.4f}",
        expected=f"|w| ≤ {bound:.6g}, variance {bound**2 / 3:.6g}, distance ≤ "
        f"{distance_bound(sample.size):.4f}",
        tolerance=distance_bound(sample.size),
    )
    if np.ptp(sample) == 0:
        wrong(text("Alle Einträge der Matrix sind gleich."), evidence)
    if sample.min() >= 0:
        wrong(
            text("Alle gezogenen Gewichte sind positiv; ihr Erwartungswert muss 0 sein."), evidence
        )
    same_variance = abs(sample.var() / (bound**2 / 3) - 1) < 0.1
    not_uniform = text("Die Varianz stimmt, aber es ist keine Gleichverteilung in den Grenzen.")
    if largest > bound * (1 + slack):
        outside = text("Gezogene Gewichte liegen außerhalb der Grenzen.")
        wrong(not_uniform if same_variance else outside, evidence)
    correlated = abs(mean_product(sample, later)) > product_bound(sample.size, bound)
    if dependent_neighbours(sample, bound) or correlated:
        wrong(text("Die Einträge der Matrix sind nicht unabhängig voneinander."), evidence)
    if distance > distance_bound(sample.size):
        other = text("Die gezogenen Gewichte sind nicht gleichverteilt zwischen den Grenzen.")
        wrong(not_uniform if same_variance else other, evidence)
