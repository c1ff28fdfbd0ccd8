"""1g: which initialisation did a network get? By the mean squares of its weights, per layer."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from autograder.checks import text
from autograder.checks.networks import Network
from autograder.checks.sampling import LEVEL, mean_slack, mean_square_slack
from autograder.i18n import Text

NARROW, WIDE = (48, 64, 80), (160, 200, 240)
LAYERS = 2 * len(NARROW) - 1
"""Narrow and wide layers alternate, so that n_in and n_out differ by a factor of at least two."""
CHANCE = 2 * LAYERS * LEVEL
"""Two tests per layer: mean and mean square."""

Variance = Callable[[int, int], float]
"""(n_in, n_out) → variance of the weights."""


@dataclass(frozen=True)
class Scheme:
    """A way to choose the variance, as a number and as the formula that 1f would have given.

    Without a formula it is nothing that an own wrong 1f could excuse.
    """

    variance: Variance
    message: Text | None = None
    formula: str | None = None


RIGHT = Scheme(lambda n_in, _: 2 / n_in)
_ROOT = text(
    "Die Standardabweichung ist die Wurzel der Varianz. Prüfen Sie, welche von beiden Ihre "
    "Funktion zum Ziehen erwartet."
)
_WRONG_FAN = text(
    "Die Varianz der Gewichte richtet sich nach der falschen Breite des Layers: Eingänge und "
    "Ausgänge sind vertauscht."
)
MISTAKES: tuple[Scheme, ...] = (
    Scheme(lambda _, n_out: 2 / n_out, _WRONG_FAN, "2/n_out"),
    Scheme(
        lambda n_in, _: 1 / n_in,
        text("Die Varianz der Gewichte passt zu linearen Netzen; die ReLU fehlt darin."),
        "1/n_in",
    ),
    Scheme(lambda _, n_out: 1 / n_out, _WRONG_FAN, "1/n_out"),
    Scheme(
        lambda n_in, n_out: 2 / (n_in + n_out),
        text("Das ist die Xavier-Initialisierung; gefragt ist Ihre Varianz aus 1f."),
        "2/(n_in+n_out)",
    ),
    Scheme(
        lambda n_in, _: 1 / (3 * n_in),
        text("Die Gewichte sind noch die, die torch von sich aus zieht."),
    ),
    Scheme(
        lambda *_: 1.0,
        text("Die Gewichte sind noch standardnormalverteilt, in jedem Layer gleich breit."),
    ),
    Scheme(lambda n_in, _: 4 / n_in**2, _ROOT),
    Scheme(lambda n_in, _: math.sqrt(2 / n_in), _ROOT, "sqrt(2/n_in)"),
    Scheme(lambda n_in, _: 2 / math.sqrt(n_in), _ROOT, "2/sqrt(n_in)"),
    Scheme(
        lambda n_in, _: 1 / (n_in * (0.5 - 0.5 / math.pi)),
        text("Die Varianz der Gewichte hält die von ReLU(z) gleich, nicht die von z."),
        "1/(n_in*(1/2-1/(2*pi)))",
    ),
    Scheme(
        lambda n_in, _: 4 / n_in,
        text("Die Varianz der Gewichte ist doppelt so groß wie nötig."),
        "4/n_in",
    ),
    Scheme(
        lambda n_in, _: 1 / (2 * n_in),
        text("Die Varianz der Gewichte ist zu klein: Die ReLU verkleinert selbst schon."),
        "1/(2*n_in)",
    ),
    Scheme(
        lambda n_in, _: 6 / n_in,
        text("Bei einer Gleichverteilung ist die Grenze nicht die Standardabweichung."),
    ),
    Scheme(
        lambda n_in, _: 2 / (3 * n_in),
        text("Bei einer Gleichverteilung ist die Grenze nicht die Standardabweichung."),
    ),
)


def draw_widths(rng: np.random.Generator) -> list[int]:
    """Widths of a network with ``LAYERS`` layers, all different."""
    pairs = zip(rng.permutation(NARROW), rng.permutation(WIDE), strict=True)
    return [int(n) for pair in pairs for n in pair]


def follows(network: Network, scheme: Scheme) -> list[bool]:
    """Per layer, whether the mean square of the weights is that of the scheme."""
    found = []
    for weight in network.weights:
        n_out, n_in = weight.shape
        ratio = float(np.mean(weight**2)) / scheme.variance(n_in, n_out)
        found.append(abs(ratio - 1) <= mean_square_slack(weight.size))
    return found


def centred(network: Network) -> bool:
    """Whether the weights of every layer have mean 0."""
    return all(
        abs(weight.mean()) <= mean_slack(weight.size) * math.sqrt(np.mean(weight**2))
        for weight in network.weights
    )


def ratios(network: Network) -> str:
    """Mean squares relative to the right variance, for evidence."""
    return ", ".join(f"{np.mean(w**2) * w.shape[1] / 2:.3g}" for w in network.weights)
