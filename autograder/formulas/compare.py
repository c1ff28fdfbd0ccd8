"""Whether an answer has the same values as a formula: at many points, by relative difference."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Protocol

from autograder.formulas.definitions import Trees, definitions_of
from autograder.formulas.evaluate import Meter, Undefined, Value, context, evaluate
from autograder.formulas.points import Point
from autograder.formulas.question import Question

POINTS = 24
"""How many points decide that two formulas are equal."""
ENOUGH_POINTS = 5
"""With fewer points at which both have a value, nothing is decided."""
DIGITS, MORE_DIGITS = 40, 90
_SAME, _CLEAR = 25, 6
"""Relative differences below 10^-25 count as none and above 10^-6 as clear, at 40 digits."""
_SHRINK = 30
"""A difference that is only rounding shrinks by 10^30 when 50 more digits are kept."""


class Verdict(StrEnum):
    EQUAL = "equal"
    DIFFERENT = "different"
    UNDECIDED = "undecided"


class Series(Protocol):
    """Something with values at points: one per component."""

    def at(self, point: Point, digits: int) -> tuple[Value, ...]:
        """Raises :class:`Undefined` where there is no value."""


class Formula:
    """The values of trees, computed when asked for and kept."""

    def __init__(self, trees: Trees, question: Question, meter: Meter) -> None:
        self.trees = trees
        self._definitions = definitions_of(question)
        self._meter = meter
        self._known: dict[tuple[object, ...], tuple[Value, ...] | Undefined] = {}

    def at(self, point: Point, digits: int) -> tuple[Value, ...]:
        key = (point.key, digits)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._compute(point, digits)
        if isinstance(known, Undefined):
            raise known
        return known

    def _compute(self, point: Point, digits: int) -> tuple[Value, ...] | Undefined:
        try:
            return tuple(
                evaluate(tree, self._definitions, point, digits, self._meter) for tree in self.trees
            )
        except Undefined as undefined:
            return undefined


@dataclass(frozen=True, slots=True)
class Tolerance:
    """Relative deviation that still counts as equal; 0 asks for equality of the formulas.

    ``absolute`` applies where the expected value is 0; without it, 0 must be met exactly.
    """

    relative: float = 0.0
    absolute: float = 0.0


EXACT = Tolerance()


@dataclass(frozen=True, slots=True)
class Comparison:
    """``at`` is the point where the two clearly differ, ``reason`` why a value is missing."""

    verdict: Verdict
    at: Point | None = None
    reason: Undefined | None = None


def compare(
    answer: Series, target: Series, points: Iterable[Point], tolerance: Tolerance = EXACT
) -> Comparison:
    """Compare at up to 24 points where ``target`` has a real value.

    One clear difference decides. Undecided if the answer has no value at more than half of the
    points or too few points are left. May raise :class:`OutOfBudget`.
    """
    same = undefined = 0
    reason: Undefined | None = None
    for point in points:
        if same + undefined >= POINTS or undefined > POINTS // 2:
            break
        try:
            if not all(map(_real, target.at(point, DIGITS))):
                continue
        except Undefined:
            continue
        try:
            if not agree(answer, target, point, tolerance):
                return Comparison(Verdict.DIFFERENT, point)
            same += 1
        except Undefined as error:
            undefined += 1
            reason = error
    decided = same >= ENOUGH_POINTS and undefined <= same
    return Comparison(Verdict.EQUAL) if decided else Comparison(Verdict.UNDECIDED, None, reason)


def agree(answer: Series, target: Series, point: Point, tolerance: Tolerance = EXACT) -> bool:
    """Whether all components are the same at this point."""
    return all(components_agree(answer, target, point, tolerance))


def components_agree(
    answer: Series, target: Series, point: Point, tolerance: Tolerance
) -> list[bool]:
    found, expected = answer.at(point, DIGITS), target.at(point, DIGITS)

    def finer(place: int) -> tuple[Value, Value]:
        return answer.at(point, MORE_DIGITS)[place], target.at(point, MORE_DIGITS)[place]

    return [
        _near(a, b, tolerance)
        if tolerance.relative and (b or tolerance.absolute)
        else _same(a, b, partial(finer, place))
        for place, (a, b) in enumerate(zip(found, expected, strict=True))
    ]


def _near(found: Value, expected: Value, tolerance: Tolerance) -> bool:
    if not expected:
        return bool(abs(found) <= tolerance.absolute)
    return bool(abs(found - expected) <= tolerance.relative * max(abs(found), abs(expected)))


def _same(found: Value, expected: Value, finer: Callable[[], tuple[Value, Value]]) -> bool:
    """Equal up to rounding; what 40 digits cannot tell, 90 digits do."""
    difference = abs(found - expected)
    if not difference:
        return True
    ten, scale = context(DIGITS).mpf(10), max(abs(found), abs(expected))
    if scale > ten**-_SAME:
        if difference < scale * ten**-_SAME:
            return True
        if difference > scale * ten**-_CLEAR:
            return False
    more_found, more_expected = finer()
    shrunk = abs(more_found - more_expected)
    return bool(shrunk < difference * ten**-_SHRINK)


def _real(value: Value) -> bool:
    mp = context(DIGITS)
    return bool(abs(mp.im(value)) <= mp.mpf(10) ** -_SAME * (1 + abs(value)))
