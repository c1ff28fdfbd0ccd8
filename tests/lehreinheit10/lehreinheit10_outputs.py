"""1g: what a student's network puts out, beside the plain network of its weights."""

from collections.abc import Callable

import numpy as np

from autograder.checks import text, wrong
from autograder.checks.networks import Network
from autograder.checks.showing import shown
from autograder.checks.values import numbers
from autograder.i18n import Text
from autograder.records.model import Evidence

TOLERANCE = 2e-3
"""Relative to the largest output: eleven layers in single precision stay far below."""


def _log_softmax(z: np.ndarray) -> np.ndarray:
    shifted = z - z.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


RIGHT: tuple[Callable[[np.ndarray], np.ndarray], ...] = (
    lambda z: z,
    _log_softmax,
    lambda z: np.exp(_log_softmax(z)),
)
"""Logits and what is the same prediction: log-softmax and softmax of them."""


def _linear(network: Network, x: np.ndarray) -> np.ndarray:
    for weight, bias in zip(network.weights, network.biases, strict=True):
        x = x @ weight.T + bias
    return x


def _with(activation: Callable[[np.ndarray], np.ndarray]) -> Callable[..., np.ndarray]:
    def outputs(network: Network, x: np.ndarray) -> np.ndarray:
        last = len(network.weights) - 1
        for number, (weight, bias) in enumerate(zip(network.weights, network.biases, strict=True)):
            x = x @ weight.T + bias
            x = activation(x) if number < last else x
        return x

    return outputs


def _relu_last(network: Network, x: np.ndarray) -> np.ndarray:
    return np.maximum(network(x), 0)


_OTHER = text("Zwischen den Layern steht eine andere Aktivierung als die ReLU.")
MISTAKES: tuple[tuple[Text, Callable[[Network, np.ndarray], np.ndarray]], ...] = (
    (text("Zwischen den Layern fehlt die ReLU."), _linear),
    (text("Hinter dem letzten Layer gehört keine ReLU."), _relu_last),
    (_OTHER, _with(np.tanh)),
    (_OTHER, _with(lambda z: 0.5 * (1 + np.tanh(z / 2)))),
    (_OTHER, _with(lambda z: np.where(z > 0, z, 0.01 * z))),
    (_OTHER, _with(lambda z: np.where(z > 0, z, np.expm1(np.minimum(z, 0))))),
)


def judge_outputs(network: Network, x: np.ndarray, value: object) -> None:
    """End the check unless the student's network is the plain one of its weights."""
    found = numbers(value).array
    expected = network(x)
    evidence = Evidence(
        inputs={"widths": str(network.widths)},
        found=shown(found),
        expected=shown(expected),
        tolerance=TOLERANCE,
    )
    if found.shape != expected.shape:
        wrong(
            text(
                "Die Ausgaben haben die Form {found}, erwartet wird eine Zeile pro Punkt und eine "
                "Spalte pro Klasse: {expected}.",
                found=found.shape,
                expected=expected.shape,
            ),
            evidence,
        )
    if any(_same(found, form(expected)) for form in RIGHT):
        return
    for message, form in MISTAKES:
        if any(_same(found, after(form(network, x))) for after in RIGHT):
            wrong(message, evidence)
    wrong(
        text(
            "Ein Netz nur aus den Gewichten, Biases und ReLUs gibt etwas anderes aus als Ihres: "
            "Weitere Bausteine wie Normierung oder Abkürzungen sind hier nicht erlaubt."
        ),
        evidence,
    )


def _same(found: np.ndarray, expected: np.ndarray) -> bool:
    with np.errstate(all="ignore"):
        bound = TOLERANCE * np.abs(expected).max()
        return bool(np.all(np.abs(found - expected) <= bound))
