"""2a: how much each layer has changed, and what people compute instead."""

from dataclasses import dataclass

import numpy as np

from autograder.checks import text
from autograder.checks.arrays import ArrayQuestion, single_precision
from autograder.checks.networks import Network, draw_network


@dataclass(frozen=True)
class Change:
    """Two networks of the same widths."""

    before: Network
    after: Network

    def norms(self, order: int | float | None = None) -> np.ndarray:
        """(L, 2): norm of the difference and of the weights before, per layer."""
        return np.array(
            [
                (np.linalg.norm((b - a).ravel(), order), np.linalg.norm(a.ravel(), order))
                for a, b in zip(self.before.weights, self.after.weights, strict=True)
            ]
        )


def draw(rng: np.random.Generator) -> list[Change]:
    """Layers change by different amounts, biases too; widths are unequal."""
    cases = []
    for layers in (2, 4):
        widths = [int(n) for n in rng.permutation(np.arange(3, 11))[: layers + 1]]
        before = draw_network(rng, widths, bias_deviation=0.5)
        step = draw_network(rng, widths, bias_deviation=0.5)
        rates = rng.uniform(0.1, 0.9, size=layers)
        after = Network(
            tuple(
                (a + r * d).astype(np.float32).astype(float)
                for a, d, r in zip(before.weights, step.weights, rates, strict=True)
            ),
            tuple((a + d) for a, d in zip(before.biases, step.biases, strict=True)),
        )
        cases.append(Change(before, after))
    return cases


def _ratio(norms: np.ndarray) -> np.ndarray:
    return norms[:, 0] / norms[:, 1]


def _relative(c: Change) -> np.ndarray:
    return _ratio(c.norms())


def _after_norms(c: Change) -> np.ndarray:
    return np.array([np.linalg.norm(w) for w in c.after.weights])


def _with_bias(c: Change) -> np.ndarray:
    def flat(network: Network, number: int) -> np.ndarray:
        return np.concatenate([network.weights[number].ravel(), network.biases[number]])

    return np.array(
        [
            np.linalg.norm(flat(c.after, n) - flat(c.before, n)) / np.linalg.norm(flat(c.before, n))
            for n in range(len(c.before.weights))
        ]
    )


def _entries(c: Change) -> np.ndarray:
    pairs = zip(c.before.weights, c.after.weights, strict=True)
    return np.array([np.mean(np.abs((b - a) / a)) for a, b in pairs])


def _biases_too(c: Change) -> np.ndarray:
    """What a loop over all parameters gives: weights and biases by turns."""
    rows = []
    for number in range(len(c.before.weights)):
        for a, b in (
            (c.before.weights[number], c.after.weights[number]),
            (c.before.biases[number], c.after.biases[number]),
        ):
            rows.append(np.linalg.norm(b - a) / np.linalg.norm(a))
    return np.array(rows)


_NOT_RELATIVE = text("Das ist die Änderung selbst; gefragt ist sie im Verhältnis zu den Gewichten.")
_OTHER_NORM = text("Das ist eine andere Norm als die Frobenius-Norm.")
_BIAS = text("Der Bias zählt hier nicht mit.")
RELATIVE_CHANGE: ArrayQuestion[Change] = ArrayQuestion(
    right=(_relative,),
    read=single_precision,
    mistakes=(
        (_NOT_RELATIVE, lambda c: c.norms()[:, 0]),
        (
            text("Geteilt wird durch die Norm der Gewichte vor dem Training, nicht danach."),
            lambda c: c.norms()[:, 0] / _after_norms(c),
        ),
        (text("Die Norm ist eine Wurzel aus der Summe der Quadrate."), lambda c: _relative(c) ** 2),
        (
            text("Die Norm der Differenz ist etwas anderes als die Differenz der Normen."),
            lambda c: np.abs(_after_norms(c) / c.norms()[:, 1] - 1),
        ),
        (
            text("Die Norm der Differenz ist etwas anderes als die Differenz der Normen."),
            lambda c: _after_norms(c) / c.norms()[:, 1] - 1,
        ),
        (
            text("Das ist die Norm der neuen Gewichte; gefragt ist die der Änderung."),
            lambda c: _after_norms(c) / c.norms()[:, 1],
        ),
        (_OTHER_NORM, lambda c: _ratio(c.norms(1))),
        (_OTHER_NORM, lambda c: _ratio(c.norms(np.inf))),
        (_OTHER_NORM, _entries),
        (_OTHER_NORM, lambda c: _ratio(_spectral(c))),
        (_BIAS, _with_bias),
        (_BIAS, _biases_too),
        (
            text("vorher und nachher sind vertauscht: Geteilt wird durch die alten Gewichte."),
            lambda c: 1 / _relative(c),
        ),
        (
            text("Gefragt ist ein Wert für jeden Layer, nicht einer für das ganze Netz."),
            lambda c: np.linalg.norm(c.norms()[:, 0]) / np.linalg.norm(c.norms()[:, 1]),
        ),
        (
            text("Gefragt ist ein Wert für jeden Layer, nicht einer für das ganze Netz."),
            lambda c: _relative(c).mean(),
        ),
        (text("Die Layer stehen in umgekehrter Reihenfolge."), lambda c: _relative(c)[::-1]),
        (text("Der letzte Layer fehlt."), lambda c: _relative(c)[:-1]),
        (text("Ändern soll sich hier etwas: Alle Werte sind 0."), lambda c: 0 * _relative(c)),
    ),
    otherwise=text(
        "Die Werte passen nicht zu den Gewichten der beiden Netze. Rechnen Sie einen Layer mit "
        "zwei Gewichten von Hand nach."
    ),
)


def _spectral(c: Change) -> np.ndarray:
    pairs = zip(c.before.weights, c.after.weights, strict=True)
    return np.array([(np.linalg.norm(b - a, 2), np.linalg.norm(a, 2)) for a, b in pairs])
