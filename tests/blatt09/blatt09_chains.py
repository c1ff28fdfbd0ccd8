"""Chains of scalar layers: the random inputs of Blatt 9, exercise 1, and the derivative of 1a.

All sequences have length N+1 and are indexed as on the sheet; index 0 is NaN (``o[0]`` is x).
"""

from dataclasses import dataclass

import numpy as np

from autograder.wire.activations import Activation

LEAST_BRACKET = 0.1
"""Least absolute value of 1 + (…) in 1d: closer to 0, single precision would lose too much."""


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
        """σ'(s_i)"""
        return float(self.sigma.derivative(float(self.s[i])))

    def factors(self, first: int, last: int) -> list[float]:
        """w_i·σ'(s_i) for ``first`` ≤ i ≤ ``last``"""
        return [float(self.w[i]) * self.ds(i) for i in range(first, last + 1)]


def draw(rng: np.random.Generator, n: int) -> Chain:
    """A well-conditioned chain whose s and o are drawn freely: they belong to no forward pass."""
    while True:
        chain = _draw(rng, n)
        if _smallest_bracket(chain) >= LEAST_BRACKET:
            return chain


def _draw(rng: np.random.Generator, n: int) -> Chain:
    def sequence(low: float, high: float, first: float = np.nan) -> np.ndarray:
        return np.concatenate([[first], rng.uniform(low, high, size=n)])

    x = float(rng.choice([-1, 1]) * rng.uniform(0.5, 1.5))
    w = sequence(0.5, 1.5)
    w[1:] *= rng.choice([-1, 1], size=n)
    return Chain(
        x, w, sequence(-1, 1), sequence(-1.5, 1.5), sequence(-1.5, 1.5, x), smooth_activation(rng)
    )


def _smallest_bracket(c: Chain) -> float:
    """Of both readings of 1d, over all pairs."""
    brackets = [1.0]
    for i in range(3, c.n, 2):
        inner = float(c.w[i] * c.w[i - 1]) * c.ds(i - 1)
        brackets += [abs(1 + inner), abs(1 + inner * c.ds(i))]
    return min(brackets)


def smooth_activation(rng: np.random.Generator) -> Activation:
    """A smooth function that is nobody's special case, with a derivative away from 0."""
    low = {"a": 0.5, "b": 0.6, "c": -0.5, "d": 0.1, "e": 0.5, "f": -1.0, "g": 0.3}
    high = {"a": 1.2, "b": 1.3, "c": 0.5, "d": 0.25, "e": 1.1, "f": 1.0, "g": 0.5}
    return Activation("mix", {k: float(rng.uniform(low[k], high[k])) for k in low})


def plain_derivative(c: Chain) -> float:
    """1a: x·σ'(s_1)·∏_{i=2..N} w_i·σ'(s_i)."""
    return c.x * c.ds(1) * product(c.factors(2, c.n))


def product(factors: list[float]) -> float:
    return float(np.prod(factors))
