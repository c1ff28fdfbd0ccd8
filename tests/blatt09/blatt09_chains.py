"""Chains of scalar layers: random inputs, forward passes and derivatives of Blatt 9, exercise 1.

All sequences have length N+1 and are indexed as on the sheet; index 0 is NaN (``o[0]`` is x).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from autograder.wire.activations import Activation

Convention = Literal["pre", "post"]
Source = Callable[[int, int], int | None]
"""(layer i, number of layers N) → index of the output that skips into layer i, or None."""


@dataclass(frozen=True)
class Chain:
    """Weights, biases and activation of a chain; ``s`` and ``o`` need not belong to them."""

    x: float
    w: np.ndarray
    b: np.ndarray
    s: np.ndarray
    o: np.ndarray
    sigma: Activation

    @property
    def n(self) -> int:
        return len(self.w) - 1

    @property
    def label(self) -> str:
        return f"N = {self.n}"

    def ds(self, i: int) -> float:
        return float(self.sigma.derivative(float(self.s[i])))


def draw(rng: np.random.Generator, n: int) -> Chain:
    """A chain whose s and o are drawn freely: they belong to no forward pass."""

    def sequence(low: float, high: float, first: float = np.nan) -> np.ndarray:
        return np.concatenate([[first], rng.uniform(low, high, size=n)])

    x = float(rng.choice([-1, 1]) * rng.uniform(0.5, 1.5))
    w = sequence(0.5, 1.5)
    w[1:] *= rng.choice([-1, 1], size=n)
    return Chain(
        x, w, sequence(-1, 1), sequence(-1.5, 1.5), sequence(-1.5, 1.5, x), smooth_activation(rng)
    )


def smooth_activation(rng: np.random.Generator) -> Activation:
    """A smooth function that is nobody's special case, with a derivative away from 0."""
    low = {"a": 0.5, "b": 0.6, "c": -0.5, "d": 0.1, "e": 0.5, "f": -1.0, "g": 0.3}
    high = {"a": 1.2, "b": 1.3, "c": 0.5, "d": 0.25, "e": 1.1, "f": 1.0, "g": 0.5}
    return Activation("mix", {k: float(rng.uniform(low[k], high[k])) for k in low})


def plain_derivative(c: Chain) -> float:
    """1a: x·σ'(s_1)·∏_{i=2..N} w_i·σ'(s_i)."""
    return c.x * c.ds(1) * float(np.prod([c.w[i] * c.ds(i) for i in range(2, c.n + 1)]))


def skip_derivative(c: Chain, convention: Convention) -> float:
    """1d: the derivative of the chain with skips over the pairs (2j, 2j+1)."""
    product = c.x * c.ds(1)
    for i in range(3, c.n, 2):
        inner = c.w[i] * c.w[i - 1] * c.ds(i - 1)
        product *= c.ds(i) * (1 + inner) if convention == "pre" else 1 + inner * c.ds(i)
    return float(product * c.w[c.n] * c.ds(c.n))


def no_source(i: int, n: int) -> int | None:
    return None


def right_source(i: int, n: int) -> int | None:
    """Skips end in the odd layers 3, 5, …, N-1."""
    return i - 2 if i % 2 == 1 and 3 <= i <= n - 1 else None


def forward(
    c: Chain, convention: Convention, source: Source = right_source, multiply: bool = False
) -> tuple[np.ndarray, np.ndarray]:
    """(s, o) with skips from ``source`` added (or multiplied) before or after the activation."""
    s, o = np.full(c.n + 1, np.nan), np.full(c.n + 1, np.nan)
    o[0] = c.x
    for i in range(1, c.n + 1):
        s[i] = c.w[i] * o[i - 1] + c.b[i]
        start = source(i, c.n)
        skip = None if start is None else o[start]
        if skip is not None and convention == "pre":
            s[i] = s[i] * skip if multiply else s[i] + skip
        o[i] = c.sigma(float(s[i]))
        if skip is not None and convention == "post":
            o[i] = o[i] * skip if multiply else o[i] + skip
    return s, o
