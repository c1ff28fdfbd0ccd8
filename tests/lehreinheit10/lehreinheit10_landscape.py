"""2e: normalised pre-activations, activation patterns and regions, and the slips in them."""

from dataclasses import dataclass

import numpy as np

from autograder.checks import text
from autograder.checks.arrays import ArrayQuestion, single_precision
from autograder.checks.networks import Network, draw_network
from autograder.checks.regions import (
    clear_of_ties,
    count_regions,
    hidden_values,
    normalised,
    patterns,
)
from autograder.checks.training import SIDE, points
from autograder.checks.values import bits, single
from autograder.wire.values import TensorValue

MARGIN = 1e-3
"""Least |z| at every point: single precision stays below 1e-5."""
BATCH = 40
"""Points of a normalised case; all must be clear of ties, for each belongs to the batch."""
GRID = 9
"""Points per side of an ordinary case; those near a tie are left out."""


@dataclass(frozen=True)
class Landscape:
    """A network with biases, and points that are clear of ties."""

    network: Network
    x: np.ndarray
    normalise: bool

    @property
    def tensor(self) -> TensorValue:
        return points(self.x)

    def values(self, normalise: bool | None = None) -> list[np.ndarray]:
        return hidden_values(
            self.network, self.x, self.normalise if normalise is None else normalise
        )


def draw(rng: np.random.Generator, normalise: bool) -> list[Landscape]:
    """One, two and three hidden layers of unequal widths."""
    return [_draw(rng, widths, normalise) for widths in ((2, 7, 5), (2, 6, 4, 3), (2, 5, 6, 4, 3))]


def _draw(rng: np.random.Generator, widths: tuple[int, ...], normalise: bool) -> Landscape:
    while True:
        case = Landscape(
            draw_network(rng, widths, bias_deviation=0.6), _points(rng, normalise), normalise
        )
        clear = clear_of_ties(case.values(), MARGIN)
        if not normalise:
            return Landscape(case.network, case.x[clear], normalise)
        if clear.all() and _distinguishes(case):
            return case


def _distinguishes(case: Landscape) -> bool:
    """Whether normalising changes some pattern in every layer."""
    pairs = zip(case.values(True), case.values(False), strict=True)
    return all(((a > 0) != (b > 0)).any() for a, b in pairs)


def _points(rng: np.random.Generator, normalise: bool) -> np.ndarray:
    if normalise:
        x = rng.uniform(-SIDE, SIDE, size=(BATCH, 2))
    else:
        axis = np.linspace(-SIDE, SIDE, GRID) + rng.uniform(-0.01, 0.01)
        x = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
    return x.astype(np.float32).astype(float)


def draw_batches(rng: np.random.Generator) -> list[np.ndarray]:
    """(N, k) arrays whose columns differ in mean and spread."""
    shapes = ((12, 5), (30, 3), (9, 9))
    return [
        (rng.normal(size=shape) * rng.uniform(0.6, 3, size=shape[1]) + rng.normal(size=shape[1]))
        .astype(np.float32)
        .astype(float)
        for shape in shapes
    ]


_PER_POINT = text(
    "Normiert wird jede Einheit über die Punkte, nicht jeder Punkt über die Einheiten."
)
_WHOLE = text("Normiert wird jede Einheit für sich, nicht das ganze Feld auf einmal.")
_VARIANCE = text("Geteilt wird durch die Varianz statt durch die Standardabweichung.")
NORMALISE: ArrayQuestion[np.ndarray] = ArrayQuestion(
    right=(normalised, lambda z: normalised(z, 1)),
    read=single_precision,
    mistakes=(
        (_PER_POINT, lambda z: normalised(z.T).T),
        (_PER_POINT, lambda z: normalised(z.T, 1).T),
        (_WHOLE, lambda z: (z - z.mean()) / z.std()),
        (_WHOLE, lambda z: (z - z.mean()) / z.std(ddof=1)),
        (_VARIANCE, lambda z: (z - z.mean(axis=0)) / z.var(axis=0)),
        (_VARIANCE, lambda z: (z - z.mean(axis=0)) / z.var(axis=0, ddof=1)),
        (text("Durch die Standardabweichung wird nicht geteilt."), lambda z: z - z.mean(axis=0)),
        (text("Der Mittelwert wird nicht abgezogen."), lambda z: z / z.std(axis=0)),
        (text("Der Mittelwert wird nicht abgezogen."), lambda z: z / z.std(axis=0, ddof=1)),
        (text("Die Werte kommen unverändert zurück."), lambda z: z),
        (
            text("Die Reihenfolge stimmt nicht: Erst wird abgezogen, dann geteilt."),
            lambda z: z / z.std(axis=0) - z.mean(axis=0),
        ),
        (
            text("Das ist eine Skalierung zwischen kleinstem und größtem Wert, keine Normierung."),
            lambda z: (z - z.min(axis=0)) / np.ptp(z, axis=0),
        ),
        (
            text("Hier ist noch keine ReLU gefragt."),
            lambda z: np.maximum(normalised(z), 0),
        ),
        (
            text("Hier ist noch keine ReLU gefragt."),
            lambda z: np.maximum(normalised(z, 1), 0),
        ),
    ),
    otherwise=text(
        "Die Spalten sind nicht richtig normiert. Prüfen Sie Mittelwert und Standardabweichung "
        "jeder Spalte."
    ),
)


def _bits(case: Landscape) -> np.ndarray:
    return patterns(case.values())


def _with_last(case: Landscape) -> np.ndarray:
    """As if the output layer had a ReLU, too."""
    longer = Network(
        (*case.network.weights, np.zeros((1, len(case.network.weights[-1])))),
        (*case.network.biases, np.zeros(1)),
    )
    return patterns(hidden_values(longer, case.x, case.normalise))


def _flipped_batch(case: Landscape) -> np.ndarray:
    """Normalised once, but the ReLU goes on with the plain values."""
    return patterns([normalised(z) for z in hidden_values(case.network, case.x)])


def _without_bias(case: Landscape) -> np.ndarray:
    zeros = tuple(np.zeros_like(bias) for bias in case.network.biases)
    network = Network(case.network.weights, zeros)
    return patterns(hidden_values(network, case.x, case.normalise))


def _first_only(case: Landscape) -> np.ndarray:
    """Only the first layer normalised."""
    first = normalised(hidden_values(case.network, case.x)[0])
    rest = Network(case.network.weights[1:], case.network.biases[1:])
    return patterns([first, *hidden_values(rest, np.maximum(first, 0))])


_FIRST_LAYER = text("Nur der erste versteckte Layer ist dabei; gefragt sind alle.")
_LAST_LAYER = text("Nur der letzte versteckte Layer ist dabei; gefragt sind alle.")
_OUTPUTS = text("Der letzte Layer hat keine ReLU und gehört nicht zum Muster.")
_IGNORED = text("Das Argument normiert wird nicht beachtet.")
_BIAS = text("Der Bias der Layer fehlt.")
_GO_ON = text("Die ReLU muss mit den normierten Werten weiterrechnen.")
_ONLY_FIRST_NORMALISED = text("Normiert wird nur im ersten Layer; gefragt ist es in jedem.")

PATTERNS: ArrayQuestion[Landscape] = ArrayQuestion(
    right=(_bits,),
    mistakes=(
        (text("0 und 1 sind vertauscht: 1 heißt, dass die ReLU offen ist."), lambda c: ~_bits(c)),
        (_OUTPUTS, _with_last),
        (_IGNORED, lambda c: patterns(c.values(not c.normalise))),
        (_GO_ON, _flipped_batch),
        (_ONLY_FIRST_NORMALISED, _first_only),
        (_FIRST_LAYER, lambda c: patterns(c.values()[:1])),
        (_LAST_LAYER, lambda c: patterns(c.values()[-1:])),
        (_BIAS, _without_bias),
        (
            text("Das sind die Voraktivierungen selbst; gefragt sind Bits."),
            lambda c: np.concatenate(c.values(), axis=1),
        ),
        (
            text("Das sind die Ausgaben der ReLU; gefragt sind Bits."),
            lambda c: np.maximum(np.concatenate(c.values(), axis=1), 0),
        ),
        (
            text("Das sind Vorzeichen (−1 und 1); gefragt sind Bits (0 und 1)."),
            lambda c: np.sign(np.concatenate(c.values(), axis=1)),
        ),
        (
            text("Die Layer stehen in umgekehrter Reihenfolge."),
            lambda c: patterns(c.values()[::-1]),
        ),
    ),
    otherwise=text(
        "Die Bits passen nicht zu den versteckten Einheiten des Netzes. Prüfen Sie ein Netz mit "
        "zwei Einheiten von Hand."
    ),
    read=bits,
)


def _counted(bits: np.ndarray) -> np.ndarray:
    return np.array(count_regions(bits))


REGIONS: ArrayQuestion[Landscape] = ArrayQuestion(
    right=(lambda c: _counted(_bits(c)),),
    mistakes=(
        (_OUTPUTS, lambda c: _counted(_with_last(c))),
        (_IGNORED, lambda c: _counted(patterns(c.values(not c.normalise)))),
        (_GO_ON, lambda c: _counted(_flipped_batch(c))),
        (_ONLY_FIRST_NORMALISED, lambda c: _counted(_first_only(c))),
        (_FIRST_LAYER, lambda c: _counted(patterns(c.values()[:1]))),
        (_LAST_LAYER, lambda c: _counted(patterns(c.values()[-1:]))),
        (_BIAS, lambda c: _counted(_without_bias(c))),
        (
            text("Das ist die Anzahl der Punkte; gefragt ist die der verschiedenen Muster."),
            lambda c: np.array(len(c.x)),
        ),
        (
            text("Das ist die Anzahl aller denkbaren Muster; gezählt werden die, die vorkommen."),
            lambda c: np.array(2 ** _bits(c).shape[1]),
        ),
        (
            text("Das ist die Anzahl der Einheiten; gefragt ist die der verschiedenen Muster."),
            lambda c: np.array(_bits(c).shape[1]),
        ),
        (
            text(
                "Muster mit gleich vielen offenen ReLUs sind noch nicht gleich; verglichen werden "
                "alle Bits."
            ),
            lambda c: np.array(len(np.unique(_bits(c).sum(axis=1)))),
        ),
        (
            text("Die Layer werden einzeln gezählt; ein Muster besteht aus den Bits aller Layer."),
            lambda c: np.array(sum(count_regions(z > 0) for z in c.values())),
        ),
    ),
    otherwise=text("Die Anzahl der verschiedenen Muster stimmt nicht."),
    read=single,
)
