"""Where a quantity lives, and how a well-conditioned value is drawn there.

A draw is a number ``u`` in [0, 1). Every domain keeps clear of the values at which different
formulas coincide by accident: 0 and, where possible, 1 and -1.
"""

from dataclasses import dataclass
from typing import TypeAlias

INTEGER_SPREAD = 24
"""How far above its minimum an integer without a maximum is drawn."""
DECIMALS = 6
"""Drawn reals are rounded to this many decimals, so that evidence is short and exact."""


@dataclass(frozen=True, slots=True)
class Positive:
    """A positive real number."""

    def at(self, u: float) -> float:
        low, high, v = (0.35, 0.85, 2 * u) if u < 0.5 else (1.2, 2.6, 2 * u - 1)
        return round(low + (high - low) * v, DECIMALS)


@dataclass(frozen=True, slots=True)
class Real:
    """A real number of either sign."""

    def at(self, u: float) -> float:
        return -Positive().at(2 * u) if u < 0.5 else Positive().at(2 * u - 1)


@dataclass(frozen=True, slots=True)
class Interval:
    """A real number strictly between ``low`` and ``high``."""

    low: float
    high: float

    def at(self, u: float) -> float:
        return self.low + (self.high - self.low) * (0.01 + 0.98 * u)


@dataclass(frozen=True, slots=True)
class Integers:
    """An integer ``minimum``, ``minimum + step``, … up to ``maximum`` (None: no end)."""

    minimum: int
    maximum: int | None = None
    step: int = 1

    @property
    def choices(self) -> range:
        """The values that are drawn: all of a short range, else its beginning without 0 and 1."""
        if self.maximum is not None and self.maximum - self.minimum <= INTEGER_SPREAD * self.step:
            return range(self.minimum, self.maximum + 1, self.step)
        first = self.minimum
        while first in (-1, 0, 1):
            first += self.step
        return range(first, first + INTEGER_SPREAD * self.step, self.step)

    def at(self, u: float) -> int:
        choices = self.choices
        return choices[int(u * len(choices))]


Domain: TypeAlias = Positive | Real | Interval | Integers
