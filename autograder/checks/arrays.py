"""Compares arrays of numbers that an answer returned with right forms and with misconceptions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, NoReturn, TypeVar

import numpy as np
import numpy.typing as npt

from autograder.checks.comparing import close
from autograder.checks.showing import shown
from autograder.checks.values import RELATIVE_TOLERANCE, Vector, numbers
from autograder.checks.verdicts import Verdict, wrong
from autograder.i18n import Text, text
from autograder.records.model import Evidence, Outcome

Case = TypeVar("Case")
Form = Callable[[Case], npt.NDArray[Any]]
"""What some reading of the task gives for a case, in whatever shape."""


def single_precision(value: Any) -> Vector:
    """Numbers that a float32 network gave, also where they come back as Python floats."""
    found = numbers(value)
    return replace(found, tolerance=max(found.tolerance, RELATIVE_TOLERANCE[4]))


@dataclass(frozen=True)
class ArrayQuestion(Generic[Case]):
    """All right readings (the first one gives the shape that messages state), and mistakes."""

    right: Sequence[Form[Case]]
    mistakes: Sequence[tuple[Text, Form[Case]]]
    otherwise: Text | None = None
    read: Callable[[Any], Vector] = numbers
    """How a returned value becomes numbers."""

    def judge(self, cases: Sequence[Case], values: Sequence[Any]) -> None:
        """End the check as wrong unless one right reading gives every value.

        The message is that of the first mistake that gives every value; else the shape, or NaN,
        or ``otherwise``.
        """
        found = [self.read(value) for value in values]
        if any(_fits(form, cases, found) for form in self.right):
            return
        evidence = _evidence(self.right, cases, found)
        for message, form in self.mistakes:
            if _fits(form, cases, found):
                wrong(message, evidence)
        for case, one in zip(cases, found, strict=True):
            _refuse_shape(one, np.shape(self.right[0](case)), evidence)
        if any(np.isnan(one.array).any() for one in found):
            raise Verdict(Outcome.NAN, text("Das Ergebnis enthält NaN (keine Zahl)."), evidence)
        wrong(self.otherwise, evidence)


def _fits(form: Form[Case], cases: Sequence[Case], found: Sequence[Vector]) -> bool:
    return all(close(one, form(case)) for case, one in zip(cases, found, strict=True))


def _evidence(
    right: Sequence[Form[Case]], cases: Sequence[Case], found: Sequence[Vector]
) -> Evidence:
    """The first case that fits no right reading."""
    places = [(n, case, one) for n, (case, one) in enumerate(zip(cases, found, strict=True))]
    number, case, one = next(
        (place for place in places if not any(close(place[2], form(place[1])) for form in right)),
        places[0],
    )
    return Evidence(
        inputs={"case": f"{number + 1} of {len(cases)}"},
        found=shown(one.array),
        expected=shown(np.asarray(right[0](case))),
        tolerance=one.tolerance,
    )


def _refuse_shape(found: Vector, shape: tuple[int, ...], evidence: Evidence) -> None:
    if found.array.shape == shape:
        return
    if len(shape) == 2 and found.array.shape == shape[::-1]:
        _transposed(shape, evidence)
    wrong(
        text(
            "Erwartet wird ein Feld der Form {expected}, zurückgegeben wurde eines der Form "
            "{shape}.",
            expected=shape,
            shape=found.array.shape,
        ),
        evidence,
    )


def _transposed(shape: tuple[int, ...], evidence: Evidence) -> NoReturn:
    wrong(
        text(
            "Zeilen und Spalten sind vertauscht: Erwartet wird die Form {expected}.", expected=shape
        ),
        evidence,
    )
