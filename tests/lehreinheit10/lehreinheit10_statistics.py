"""1c: mean and variance of the pre-activations per layer, and what people measure instead."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from autograder.checks import text
from autograder.checks.arrays import ArrayQuestion, single_precision
from autograder.checks.networks import Network, draw_network
from autograder.checks.training import points
from autograder.wire.values import TensorValue

POINTS = 30


@dataclass(frozen=True)
class Case:
    """A network and the points that it is asked about, (N, n_0)."""

    network: Network
    x: np.ndarray

    @property
    def tensor(self) -> TensorValue:
        return points(self.x)

    @property
    def z(self) -> list[np.ndarray]:
        return self.network.pre_activations(self.x)


def draw(rng: np.random.Generator) -> list[Case]:
    """Depths, widths and biases differ; inputs are not centred; no two widths are equal."""
    cases = []
    for layers in (2, 3, 5):
        widths = rng.permutation(np.arange(3, 11))[: layers + 1]
        network = draw_network(rng, [int(n) for n in widths], bias_deviation=0.7)
        x = rng.normal(0.6, 1.3, size=(POINTS, widths[0]))
        cases.append(Case(network, x.astype(np.float32).astype(float)))
    return cases


Moments = Callable[[np.ndarray], tuple[float, float]]


def _rows(arrays: list[np.ndarray], moments: Moments) -> np.ndarray:
    return np.array([moments(array) for array in arrays])


def _both(z: np.ndarray) -> tuple[float, float]:
    return z.mean(), z.var()


def _unbiased(z: np.ndarray) -> tuple[float, float]:
    return z.mean(), z.var(ddof=1)


def _deviation(z: np.ndarray) -> tuple[float, float]:
    return z.mean(), z.std()


def _after(z: list[np.ndarray]) -> list[np.ndarray]:
    return [np.maximum(one, 0) for one in z]


def _linear(case: Case) -> list[np.ndarray]:
    """Outputs of the layers where somebody left the ReLU out."""
    found = [case.x]
    for weight, bias in zip(case.network.weights, case.network.biases, strict=True):
        found.append(found[-1] @ weight.T + bias)
    return found[1:]


def _without_bias(case: Case) -> list[np.ndarray]:
    zeros = tuple(np.zeros_like(bias) for bias in case.network.biases)
    return Network(case.network.weights, zeros).pre_activations(case.x)


_AFTER = text("Das sind Mittelwert und Varianz nach der ReLU, gefragt sind die davor.")
_LAST = text("Das ist nur ein Layer. Gefragt ist eine Zeile für jeden Layer.")
_INPUT = text(
    "Eine Zeile gehört zur Eingabe des Netzes. Gefragt sind nur die Ausgaben der linearen Layer."
)
_INPUTS_OF_LAYERS = text(
    "Das sind die Werte, die in die Layer hineingehen; gefragt ist, was herauskommt."
)
_POOLED = text(
    "Mittelwert und Varianz gehen über Punkte und Einheiten zusammen, nicht nur über eines von "
    "beiden."
)
_DEVIATIONS = text("In der zweiten Spalte steht die Standardabweichung statt der Varianz.")
_SQUARES = text("In der zweiten Spalte steht der Mittelwert der Quadrate statt der Varianz.")
_SWAPPED = text("Die Spalten sind vertauscht: zuerst der Mittelwert, dann die Varianz.")
_NO_RELU = text("Zwischen den Layern fehlt die ReLU.")
_NO_BIAS = text("Der Bias der Layer fehlt.")
_LAST_MISSING = text("Der letzte Layer fehlt.")
_ORDER = text("Die Layer stehen in umgekehrter Reihenfolge.")


def _inputs(case: Case) -> list[np.ndarray]:
    return [case.x, *_after(case.z[:-1])]


LAYER_STATISTICS: ArrayQuestion[Case] = ArrayQuestion(
    right=(lambda c: _rows(c.z, _both), lambda c: _rows(c.z, _unbiased)),
    mistakes=(
        (_LAST, lambda c: np.array(_both(c.z[-1]))),
        (_LAST, lambda c: np.array(_unbiased(c.z[-1]))),
        (_LAST, lambda c: _rows(c.z[-1:], _both)),
        (_LAST, lambda c: _rows(c.z[-1:], _unbiased)),
        (_DEVIATIONS, lambda c: _rows(c.z, _deviation)),
        (_DEVIATIONS, lambda c: _rows(c.z, lambda z: (z.mean(), z.std(ddof=1)))),
        (_SQUARES, lambda c: _rows(c.z, lambda z: (z.mean(), np.mean(z**2)))),
        (_SWAPPED, lambda c: _rows(c.z, _both)[:, ::-1]),
        (_SWAPPED, lambda c: _rows(c.z, _unbiased)[:, ::-1]),
        (_AFTER, lambda c: _rows([*_after(c.z[:-1]), c.z[-1]], _both)),
        (_AFTER, lambda c: _rows([*_after(c.z[:-1]), c.z[-1]], _unbiased)),
        (_AFTER, lambda c: _rows(_after(c.z), _both)),
        (_AFTER, lambda c: _rows(_after(c.z), _unbiased)),
        (_AFTER, lambda c: _rows(_after(c.z[:-1]), _both)),
        (_AFTER, lambda c: _rows(_after(c.z[:-1]), _unbiased)),
        (_INPUTS_OF_LAYERS, lambda c: _rows(_inputs(c), _both)),
        (_INPUTS_OF_LAYERS, lambda c: _rows(_inputs(c), _unbiased)),
        (_INPUT, lambda c: _rows([c.x, *c.z], _both)),
        (_INPUT, lambda c: _rows([c.x, *c.z], _unbiased)),
        (_LAST_MISSING, lambda c: _rows(c.z[:-1], _both)),
        (_LAST_MISSING, lambda c: _rows(c.z[:-1], _unbiased)),
        *(
            (_POOLED, lambda c, a=axis, d=ddof: _rows(
                c.z, lambda z: (z.mean(), z.var(axis=a, ddof=d).mean())
            ))
            for axis in (0, 1)
            for ddof in (0, 1)
        ),
        *(
            (_POOLED, lambda c, a=axis, d=ddof: _rows(
                c.z, lambda z: (z.mean(), z.mean(axis=a).var(ddof=d))
            ))
            for axis in (0, 1)
            for ddof in (0, 1)
        ),
        (_NO_RELU, lambda c: _rows(_linear(c), _both)),
        (_NO_RELU, lambda c: _rows(_linear(c), _unbiased)),
        (_NO_BIAS, lambda c: _rows(_without_bias(c), _both)),
        (_NO_BIAS, lambda c: _rows(_without_bias(c), _unbiased)),
        (_ORDER, lambda c: _rows(c.z[::-1], _both)),
        (_ORDER, lambda c: _rows(c.z[::-1], _unbiased)),
    ),
    otherwise=text(
        "Die Werte passen nicht zu den Ausgaben der linearen Layer. Rechnen Sie ein Netz mit zwei "
        "Layern von Hand nach."
    ),
    read=single_precision,
)  # fmt: skip
