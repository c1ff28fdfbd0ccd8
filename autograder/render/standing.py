"""One submission against the sheet's table: every part has a place, found or not."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from autograder.course.sheet import Sheet, Task
from autograder.records.model import Family, Outcome, PartResult, Status, SubmissionResult

_NEVER_LOOKED_AT = (Status.OTHER_SHEET, Status.UNREADABLE)


@dataclass(frozen=True, slots=True)
class Mark:
    """One part of one submission; ``points`` is None (open) also where they are no number."""

    task: Task
    outcome: Outcome
    points: float | None
    part: PartResult | None

    @property
    def family(self) -> Family:
        """What the part asks of people; a verdict without points waits for a tutor."""
        if self.points is None and self.outcome.family is Family.VERDICT:
            return Family.WAITING
        return self.outcome.family


@dataclass(frozen=True, slots=True)
class Standing:
    """A submission's marks in the order of the sheet, and their sums."""

    result: SubmissionResult
    marks: tuple[Mark, ...]
    open: int
    """Parts without a mark."""
    open_points: float
    """Points that are not decided yet."""
    total: float
    """Points that are certain so far."""
    maximum: float


def standing(sheet: Sheet, result: SubmissionResult) -> Standing:
    """Put a result beside the sheet; a part that the result does not have is open, never 0."""
    by_task = {part.task: part for part in result.parts}
    absent = Outcome.NOT_FOUND if result.status in _NEVER_LOOKED_AT else Outcome.NOT_GRADED
    marks = tuple(_mark(task, by_task.get(task.id), absent) for task in sheet.tasks)
    return Standing(
        result=result,
        marks=marks,
        open=sum(mark.points is None for mark in marks),
        open_points=sum(mark.task.points for mark in marks if mark.points is None),
        total=sum(mark.points for mark in marks if mark.points is not None),
        maximum=sheet.points,
    )


def standings(sheet: Sheet, results: Iterable[SubmissionResult]) -> tuple[Standing, ...]:
    return tuple(standing(sheet, result) for result in results)


def _mark(task: Task, part: PartResult | None, absent: Outcome) -> Mark:
    if part is None:
        return Mark(task, absent, None, None)
    points = part.points
    if points is not None and not math.isfinite(points):
        return Mark(task, Outcome.NOT_GRADED, None, part)
    return Mark(task, part.outcome, points, part)
