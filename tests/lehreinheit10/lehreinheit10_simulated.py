"""Claims of 1e and 1f beside a simulated network: for the feedback, never for the verdict.

The networks are nobody's secret: a student may repeat them.
"""

import math
from functools import cache
from itertools import pairwise

import numpy as np

from autograder.checks import Verdict, text
from autograder.checks.student import Student
from autograder.checks.values import numbers
from autograder.i18n import Text

_NETWORKS = 20
_POINTS = 200
_SEED = 10
DEPTH_WIDTHS = [2, *[64] * 10, 5]
RELU_INPUTS, RELU_OUTPUTS = 400, 50
RELU_VARIANCES = (0.01, 2.0)
"""Var(W) and Var(z)."""
STABLE_WIDTH, STABLE_LAYERS = 100, 20


@cache
def deep_linear() -> float:
    """Variance of the last pre-activation for 𝒩(0, 1) weights and data of variance 1."""
    rng = np.random.default_rng(_SEED)
    found = []
    for _ in range(_NETWORKS):
        z = rng.normal(size=(_POINTS, DEPTH_WIDTHS[0]))
        for n_in, n_out in pairwise(DEPTH_WIDTHS):
            z = z @ rng.normal(size=(n_in, n_out))
        found.append(float(np.mean(z**2)))
    return float(np.mean(found))


@cache
def behind_relu() -> tuple[float, float]:
    """E[a(z)²] and the variance of the next pre-activation for normal z."""
    var_w, var_z = RELU_VARIANCES
    rng = np.random.default_rng(_SEED)
    a = np.maximum(rng.normal(scale=math.sqrt(var_z), size=(_POINTS, RELU_INPUTS)), 0)
    found = [
        np.var(a @ rng.normal(scale=math.sqrt(var_w), size=(RELU_INPUTS, RELU_OUTPUTS)), axis=1)
        for _ in range(_NETWORKS)
    ]
    return float(np.mean(a**2)), float(np.mean(found))


def growth(var_w: float) -> float:
    """Variance of the last pre-activations over the first one's in a deep ReLU network."""
    rng = np.random.default_rng(_SEED)
    z = rng.normal(size=(_POINTS, STABLE_WIDTH))
    with np.errstate(all="ignore"):
        for _ in range(STABLE_LAYERS):
            weights = rng.normal(scale=math.sqrt(var_w), size=(STABLE_WIDTH, STABLE_WIDTH))
            z = np.maximum(z, 0) @ weights
        return float(np.mean(z**2))


def claimed(student: Student, name: str, *arguments: object) -> list[float] | None:
    """What the student's function says to these arguments; None where it is no function."""
    outer = student.last_inputs, student.last_value
    try:
        value = numbers(student.call(name, *arguments)).array.ravel()
    except Verdict:
        return None
    finally:
        student.last_inputs, student.last_value = outer
    return [float(one) for one in value]


def remark(student: Student, measured: Text, claim: list[float] | None) -> None:
    """Note what was measured and what the student's function says."""
    student.remarks.append(measured)
    if claim:
        shown = "; ".join(f"{one:.2g}" for one in claim[:2])
        student.remarks.append(text("Ihre Funktion sagt dafür: {claim}.", claim=shown))


def remark_depth(student: Student, name: str) -> None:
    measured = text(
        "Nachgemessen in {count} zufälligen linearen Netzen mit {layers} Layern (Breiten 2, 64, …, "
        "64, 5; Gewichte und Daten mit Varianz 1): Die letzte Voraktivierung hat im Mittel die "
        "Varianz {value}.",
        count=_NETWORKS,
        layers=len(DEPTH_WIDTHS) - 1,
        value=f"{deep_linear():.2g}",
    )
    remark(student, measured, claimed(student, name, DEPTH_WIDTHS, 1.0, 1.0))


def remark_relu(student: Student, name: str) -> None:
    second, following = behind_relu()
    var_w, var_z = RELU_VARIANCES
    measured = text(
        "Nachgemessen mit normalverteiltem z (Varianz {var_z}), {n_in} Eingängen und Gewichten der "
        "Varianz {var_w}: E[a(z)²] ≈ {second}, Varianz der nächsten Voraktivierung ≈ {following}.",
        var_z=f"{var_z:g}",
        n_in=RELU_INPUTS,
        var_w=f"{var_w:g}",
        second=f"{second:.2g}",
        following=f"{following:.2g}",
    )
    arguments = (RELU_INPUTS, RELU_OUTPUTS, *RELU_VARIANCES)
    remark(student, measured, claimed(student, name, *arguments))


def remark_stable(student: Student, name: str) -> None:
    """How a network behaves whose weights have the variance that the student chose."""
    claim = claimed(student, name, STABLE_WIDTH, STABLE_WIDTH, 1.0, 1.0)
    if not claim or not 0 < claim[0] < math.inf:
        return
    student.remarks.append(
        text(
            "Ausprobiert: Mit Ihrer Varianz ändert sich die der Voraktivierungen über {layers} "
            "ReLU-Layer der Breite {width} hinweg um den Faktor {factor}.",
            layers=STABLE_LAYERS,
            width=STABLE_WIDTH,
            factor=f"{growth(claim[0]):.2g}",
        )
    )
