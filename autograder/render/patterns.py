"""What many submissions have in common: mistakes, wrong values, unusual cost, equal answers.

Everybody gets the same inputs in a run, so equal wrong values mean the same mistake, also one
that no check knows by name.
"""

import re
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from autograder.i18n import Text
from autograder.records.model import Family, Outcome, PartResult, SubmissionResult
from autograder.render.standing import Standing

LINES = 15
"""Mistakes and values listed."""
LINKS = 5
MIN_EQUAL_CHARS = 120
"""Shorter answers are alike by chance; white space and comments do not count."""
MAX_SHARING = 6
"""What more people share is the obvious answer."""
_NOT_CODE = re.compile(r"#.*|\s+")
_OUTLIER_FACTOR = 3.0


@dataclass(frozen=True, slots=True)
class Pattern:
    """Something that several submissions share."""

    task: str
    what: Text
    count: int
    submissions: tuple[str, ...]
    """The first few, by name."""


@dataclass(frozen=True, slots=True)
class Outlier:
    """A submission that cost far more than most."""

    submission: str
    value: float
    median: float


@dataclass(frozen=True, slots=True)
class Alike:
    """Two submissions with equal answers: a hint, no proof."""

    first: str
    second: str
    tasks: tuple[str, ...]


def mistakes(stands: Iterable[Standing]) -> tuple[Pattern, ...]:
    """The most frequent messages on lost points."""
    found: dict[tuple[str, Text], list[str]] = {}
    for stand in stands:
        for part in stand.result.parts:
            for message in _messages(part):
                found.setdefault((part.task, message), []).append(stand.result.submission)
    return _most([(task, what, names) for (task, what), names in found.items()])


def wrong_values(stands: Iterable[Standing]) -> tuple[Pattern, ...]:
    """Equal wrong values of checks whose mistake has no message that others share."""
    found: dict[tuple[str, str], list[str]] = {}
    for stand in stands:
        for part in stand.result.parts:
            for check in part.checks:
                value = check.evidence.found if check.evidence else None
                if check.outcome is Outcome.WRONG and value and not check.message:
                    found.setdefault((part.task, value), []).append(stand.result.submission)
    return _most([(task, Text(v, v), names) for (task, v), names in found.items()])


def slowest(stands: Sequence[Standing]) -> tuple[Outlier, ...]:
    """Submissions that ran far longer than most, in seconds."""
    return _outliers(stands, lambda result: result.usage.seconds)


def largest(stands: Sequence[Standing]) -> tuple[Outlier, ...]:
    """Submissions that used far more memory than most, in MiB."""
    return _outliers(stands, lambda result: result.usage.memory_mib)


def alike(stands: Iterable[Standing]) -> tuple[Alike, ...]:
    """Pairs of submissions with equal answers, most parts first."""
    owners: dict[tuple[str, str], list[str]] = {}
    for stand in stands:
        for part in stand.result.parts:
            plain = _NOT_CODE.sub("", part.answer or "")
            if len(plain) >= MIN_EQUAL_CHARS and part.outcome is not Outcome.UNTOUCHED:
                owners.setdefault((part.task, plain), []).append(stand.result.submission)
    pairs: dict[tuple[str, str], list[str]] = {}
    for (task, _), names in owners.items():
        if len(names) > MAX_SHARING:
            continue
        for first, second in zip(sorted(names)[:-1], sorted(names)[1:], strict=True):
            pairs.setdefault((first, second), []).append(task)
    made = [Alike(first, second, tuple(sorted(tasks))) for (first, second), tasks in pairs.items()]
    return tuple(sorted(made, key=lambda one: (-len(one.tasks), one.first, one.second))[:LINES])


def _messages(part: PartResult) -> Iterable[Text]:
    lost = [
        check.message
        for check in part.checks
        if check.message and not check.outcome.earns and check.outcome.family is Family.VERDICT
    ]
    return dict.fromkeys(lost)


def _most(found: Iterable[tuple[str, Text, list[str]]]) -> tuple[Pattern, ...]:
    several = [
        Pattern(task, what, len(set(names)), tuple(sorted(set(names))[:LINKS]))
        for task, what, names in found
        if len(set(names)) > 1
    ]
    return tuple(sorted(several, key=lambda one: (-one.count, one.task, one.what.de))[:LINES])


def _outliers(
    stands: Sequence[Standing], cost: Callable[[SubmissionResult], float]
) -> tuple[Outlier, ...]:
    """Above the third quartile by more than three times the quartiles' distance, and by far."""
    values = [cost(stand.result) for stand in stands]
    if len(values) < 4:
        return ()
    low, median, high = statistics.quantiles(values, n=4)
    limit = max(high + _OUTLIER_FACTOR * (high - low), 2 * median)
    found = [
        Outlier(stand.result.submission, value, median)
        for stand, value in zip(stands, values, strict=True)
        if value > limit > 0
    ]
    return tuple(sorted(found, key=lambda one: -one.value)[:LINES])
