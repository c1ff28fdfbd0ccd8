"""Sample points: where formulas are compared, drawn from a secret seed.

Everything at a point is a keyed hash of ``(seed, number of the point, name)``, so that elements
of sequences and unknown functions can be drawn only when a formula asks for them.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from autograder.formulas.domains import Domain, Integers
from autograder.formulas.question import Question

Seed = int | str
_TRIES = 64
_GAP = 0.05
"""Least relative distance between two quantities at the same point."""


@dataclass(frozen=True, slots=True)
class Point:
    """Values of the scalar quantities, and the key of everything else."""

    values: Mapping[str, int | float]
    key: tuple[object, ...]


def draw(*key: object) -> float:
    """A number in [0, 1) that depends on the key and on nothing else."""
    digest = hashlib.blake2b(repr(key).encode(), digest_size=8).digest()
    return (int.from_bytes(digest) >> 11) / 2**53


@lru_cache(maxsize=4096)
def point(question: Question, seed: Seed, number: int) -> Point:
    """The ``number``-th point of a seed, as well-conditioned as the domains allow."""
    key = (seed, number)
    values: dict[str, int | float] = {}
    for place, (name, domain) in enumerate(question.variables.items()):
        for attempt in range(_TRIES):
            value = _value(domain, key, name, place, attempt)
            if not any(_close(value, other) for other in values.values()):
                break
        values[name] = value
    return Point(values, key)


def _value(
    domain: Domain, key: tuple[Seed, int], name: str, place: int, attempt: int
) -> int | float:
    seed, number = key
    if isinstance(domain, Integers) and attempt == 0:
        # Going round in a secret order meets every value of a short range, the least included.
        choices = _shuffled(domain, seed, name)
        return choices[number % len(choices)]
    return domain.at(draw(seed, number, name, place, attempt))


@lru_cache(maxsize=1024)
def _shuffled(domain: Integers, seed: Seed, name: str) -> tuple[int, ...]:
    return tuple(sorted(domain.choices, key=lambda choice: draw(seed, name, choice)))


def _close(value: float, other: float) -> bool:
    return abs(value - other) <= _GAP * max(abs(value), abs(other))
