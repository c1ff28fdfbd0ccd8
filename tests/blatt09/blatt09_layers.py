"""Linear layers for 2d of Blatt 9: random inputs, and what people return instead."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from autograder.checks import text
from autograder.i18n import Text

SHAPES = ((3, 5), (4, 2), (1, 3))
"""(n_out, n_in): never square, because then W and its transpose could be taken for each other."""


@dataclass(frozen=True)
class Layer:
    """A linear layer, its input and the gradient that arrives at its output."""

    W: np.ndarray
    x: np.ndarray
    g: np.ndarray


def draw(rng: np.random.Generator, shape: tuple[int, int]) -> Layer:
    return Layer(rng.normal(size=shape), rng.normal(size=shape[1]), rng.normal(size=shape[0]))


WRONG_INDEX = text("Die Formen passen nicht: Summiert wird über den falschen Index.")
_NOT_SUMMED = text("Die Komponenten des Gradienten nach y werden nicht über W summiert.")
_JACOBIAN = text(
    "Das ist die Jacobi-Matrix des Layers; die Verkettung mit dem Gradienten nach y fehlt."
)
MATRICES: tuple[tuple[Text, Callable[[Layer], np.ndarray]], ...] = (
    (_NOT_SUMMED, lambda c: c.W * c.g[:, None]),
    (_NOT_SUMMED, lambda c: c.W.T * c.g),
    (
        text("Das ist der Gradient nach W, gefragt ist der nach x."),
        lambda c: np.outer(c.g, c.x),
    ),
    (
        text("Das ist der Gradient nach W (transponiert), gefragt ist der nach x."),
        lambda c: np.outer(c.x, c.g),
    ),
    (_JACOBIAN, lambda c: c.W),
    (_JACOBIAN, lambda c: c.W.T),
)
VECTORS: tuple[tuple[Text, Callable[[Layer], np.ndarray]], ...] = (
    (text("Der Gradient nach y kommt im Ergebnis nicht vor."), lambda c: c.W.sum(axis=0)),
    (
        text("Die Kettenregel braucht keine Inverse von W."),
        lambda c: np.linalg.pinv(c.W) @ c.g,
    ),
    (
        text("Die Beiträge der Ausgaben werden gemittelt statt addiert."),
        lambda c: c.W.T @ c.g / len(c.g),
    ),
    (
        text(
            "Das Ergebnis ist mit x multipliziert; der Gradient nach x hängt hier nicht von x ab."
        ),
        lambda c: (c.W.T @ c.g) * c.x,
    ),
)
VALUES = text(
    "Die Form stimmt, die Werte stimmen nicht. Schreiben Sie einen Eintrag der Kettenregel als "
    "Summe auf und vergleichen Sie."
)
