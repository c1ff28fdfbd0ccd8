"""How well the parts of a sheet tell apart who knows more: classical item statistics."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.course.sheet import Sheet, Task
from autograder.render.standing import Standing

MIN_SUBMISSIONS = 10
"""Fewer say nothing about a part."""


@dataclass(frozen=True, slots=True)
class ItemQuality:
    """One part; None where too few submissions are decided or all are alike."""

    task: Task
    solved: float | None
    """Mean share of its points: small is difficult."""
    discrimination: float | None
    """Correlation of its points with the share of points in all other decided parts."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Submissions with a total from ``low`` up to, not including, ``high`` (the last: with)."""

    low: float
    high: float
    count: int


def qualities(sheet: Sheet, stands: Sequence[Standing]) -> tuple[ItemQuality, ...]:
    """Item statistics per part in the order of the sheet."""
    return tuple(_quality(task, place, stands) for place, task in enumerate(sheet.tasks))


def histogram(stands: Sequence[Standing], maximum: float, bins: int = 12) -> tuple[Bin, ...]:
    """Totals of the submissions that have no open part, in bins of whole points."""
    totals = [stand.total for stand in stands if stand.open == 0]
    if not totals or maximum <= 0:
        return ()
    width = max(1.0, math.ceil(maximum / bins))
    number = max(1, math.ceil(maximum / width))
    counts = [0] * number
    for total in totals:
        counts[min(number - 1, max(0, int(total / width)))] += 1
    edges = [min(maximum, place * width) for place in range(number + 1)]
    return tuple(Bin(edges[n], edges[n + 1], count) for n, count in enumerate(counts))


def _quality(task: Task, place: int, stands: Sequence[Standing]) -> ItemQuality:
    pairs = [
        (points, rest)
        for stand in stands
        if (points := stand.marks[place].points) is not None
        and (rest := _share_of_others(stand, place)) is not None
    ]
    if len(pairs) < MIN_SUBMISSIONS or not task.points:
        return ItemQuality(task, None, None)
    solved = sum(points for points, _ in pairs) / len(pairs) / task.points
    return ItemQuality(task, solved, _correlation(pairs))


def _share_of_others(stand: Standing, place: int) -> float | None:
    others = [mark for number, mark in enumerate(stand.marks) if number != place]
    decided = [mark for mark in others if mark.points is not None]
    possible = sum(mark.task.points for mark in decided)
    return sum(mark.points or 0.0 for mark in decided) / possible if possible else None


def _correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Pearson's r; None where one of the two does not vary."""
    n = len(pairs)
    means = [sum(pair[side] for pair in pairs) / n for side in (0, 1)]
    spread = [math.fsum((pair[side] - means[side]) ** 2 for pair in pairs) for side in (0, 1)]
    if min(spread) < 1e-12:
        return None
    common = math.fsum((one - means[0]) * (other - means[1]) for one, other in pairs)
    return common / math.sqrt(spread[0] * spread[1])
