"""1e: the variance behind many linear layers, and what a simulated network says to it."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from lehreinheit10_questions import MESSAGES_OF_DEPTH as SAY

from autograder.i18n import Text


@dataclass(frozen=True)
class Depth:
    """Widths n_0, …, n_L and the variances of every weight and of the data."""

    widths: list[int]
    var_w: float
    var_x: float

    @property
    def label(self) -> str:
        return f"L = {len(self.widths) - 1}"


def draw_depths(rng: np.random.Generator) -> list[Depth]:
    return [
        Depth(
            [int(n) for n in rng.choice(np.arange(2, 15), size=layers + 1, replace=False)],
            *(float(v) for v in rng.uniform(1.2, 2.4, size=2)),
        )
        for layers in (1, 2, 3, 5, 8)
    ]


def variance_of_last(c: Depth) -> float:
    """∏_{l=0}^{L-1} n_l·Var(W) · Var(x)"""
    return math.prod(n * c.var_w for n in c.widths[:-1]) * c.var_x


def _power(c: Depth, position: int) -> float:
    return (c.widths[position] * c.var_w) ** (len(c.widths) - 1) * c.var_x


MISTAKES_OF_DEPTH: tuple[tuple[Text, Callable[[Depth], float]], ...] = (
    (SAY["too many"], lambda c: variance_of_last(c) * c.widths[-1]),
    (SAY["too many"], lambda c: variance_of_last(c) * c.widths[-1] * c.var_w),
    (SAY["too few"], lambda c: variance_of_last(c) / c.widths[0]),
    (SAY["too few"], lambda c: variance_of_last(c) / (c.widths[0] * c.var_w)),
    (SAY["too few"], lambda c: variance_of_last(c) / c.widths[-2]),
    (SAY["too few"], lambda c: variance_of_last(c) / (c.widths[-2] * c.var_w)),
    (SAY["outputs"], lambda c: variance_of_last(c) * c.widths[-1] / c.widths[0]),
    (SAY["equal"], lambda c: _power(c, 0)),
    (SAY["equal"], lambda c: _power(c, 1)),
    (SAY["equal"], lambda c: _power(c, -1)),
    (SAY["equal"], lambda c: _power(c, 1) / c.widths[1] * c.widths[0]),
    (SAY["sum"], lambda c: sum(n * c.var_w for n in c.widths[:-1]) * c.var_x),
    (SAY["sum"], lambda c: sum(c.widths[:-1]) * c.var_w * c.var_x),
    (SAY["weights"], lambda c: math.prod(c.widths[:-1]) * c.var_w * c.var_x),
    (SAY["weights"], lambda c: variance_of_last(c) * c.var_w),
    (SAY["weights"], lambda c: variance_of_last(c) / c.var_w),
    (SAY["without w"], lambda c: math.prod(c.widths[:-1]) * c.var_x),
    (SAY["without x"], lambda c: variance_of_last(c) / c.var_x),
    (SAY["x each"], lambda c: variance_of_last(c) * c.var_x ** (len(c.widths) - 2)),
    (SAY["ReLU"], lambda c: variance_of_last(c) / 2 ** (len(c.widths) - 1)),
    (SAY["ReLU"], lambda c: variance_of_last(c) / 2 ** (len(c.widths) - 2)),
    (SAY["root"], lambda c: math.sqrt(variance_of_last(c))),
    (SAY["one layer"], lambda c: c.widths[0] * c.var_w * c.var_x),
)
