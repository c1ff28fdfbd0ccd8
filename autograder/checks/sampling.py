"""Tests of random answers with a stated level: no right sampler fails by chance.

Every test here has a false-failure probability of at most :data:`LEVEL`, by inequalities that
hold for every sample size, not by approximation. With n = 19,200 entries the distance test
finds any law whose distribution function is more than 0.042 away, with probability above
1 - 1e-4 (by the same inequality).
"""

import math
from collections.abc import Callable

import numpy as np

from autograder.checks.values import FloatArray

LEVEL = 1e-11
"""Probability that one test turns away a right answer."""


def distance_to(sample: FloatArray, cdf: Callable[[FloatArray], FloatArray]) -> float:
    """Kolmogorov's distance between a sample of any shape and a distribution function."""
    ordered = np.sort(sample.ravel())
    law = cdf(ordered)
    ranks = np.arange(len(ordered) + 1) / len(ordered)
    return float(max(np.max(ranks[1:] - law), np.max(law - ranks[:-1])))


def distance_bound(size: int, level: float = LEVEL) -> float:
    """What the distance exceeds with at most this probability under the right law.

    Dvoretzky, Kiefer, Wolfowitz 1956 with Massart's constant (1990): 2·exp(-2nε²).
    """
    return math.sqrt(math.log(2 / level) / (2 * size))


def uniform_cdf(low: float, high: float) -> Callable[[FloatArray], FloatArray]:
    return lambda x: np.clip((x - low) / (high - low), 0.0, 1.0)


def mean_product(first: FloatArray, second: FloatArray) -> float:
    """Mean of products of paired entries: 0 in expectation where they are independent."""
    return float(np.mean(first.ravel() * second.ravel()))


def product_bound(size: int, largest: float, level: float = LEVEL) -> float:
    """What |mean product| of ``size`` independent pairs within ±``largest`` exceeds.

    Hoeffding 1963: 2·exp(-nt²/(2b⁴)) for summands within ±b².
    """
    return largest**2 * math.sqrt(2 * math.log(2 / level) / size)


def dependent_neighbours(matrix: FloatArray, largest: float) -> bool:
    """Whether entries beside or below each other are correlated (disjoint pairs)."""
    rows, columns = (size // 2 * 2 for size in matrix.shape)
    even = matrix[:rows, :columns]
    pairs = ((even[:, ::2], even[:, 1::2]), (even[::2], even[1::2]))
    return any(abs(mean_product(a, b)) > product_bound(a.size, largest) for a, b in pairs if a.size)


def mean_square_slack(size: int, level: float = LEVEL) -> float:
    """What the mean square of ``size`` normal numbers deviates by, relative to their variance,
    with at most this probability.

    Laurent and Massart 2000, lemma 1: 2√(x/n) + 2x/n above and 2√(x/n) below with e^-x each.
    Numbers with lighter tails, such as uniform ones, deviate less.
    """
    x = math.log(2 / level)
    return 2 * math.sqrt(x / size) + 2 * x / size


def mean_slack(size: int, level: float = LEVEL) -> float:
    """What |mean| of ``size`` normal or uniform numbers exceeds, in standard deviations.

    Hoeffding's bound 2·exp(-nt²/2) for sub-Gaussian numbers; a uniform one has three times the
    proxy of its variance, which the factor √3 covers.
    """
    return math.sqrt(3 * 2 * math.log(2 / level) / size)
