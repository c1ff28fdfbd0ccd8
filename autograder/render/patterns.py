"""What many submissions have in common: mistakes, wrong values, unusual cost, equal answers.

Everybody gets the same inputs in a run, so equal wrong values mean the same mistake, also one
that no check knows by name.
"""

import re
import statistics
from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from autograder.i18n import Text
from autograder.records.model import Family, Outcome, PartResult, SubmissionResult

LINES = 15
"""Mistakes and values listed."""
LINKS = 5
MIN_EQUAL_CHARS = 120
"""Shorter answers are alike by chance; white space and comments do not count."""
MAX_SHARING = 6
"""What more people or groups share is the obvious answer."""
_MAX_OWNERS = 50
"""Remembered of one answer."""
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
class Surroundings:
    """What says that equal answers mean nothing."""

    circles: Mapping[str, Collection[str]] = field(default_factory=dict)
    """Submission → its people and their groups: what shares one of these belongs together."""
    reference: str = ""
    """Source of the reference solution; an answer that stands in it is the expected one."""


UNKNOWN = Surroundings()
"""Everybody is alone."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Two submissions of different groups with equal answers: a hint, no proof."""

    first: str
    second: str
    tasks: tuple[str, ...]


class Patterns:
    """Takes one result after the other; keeps counts and a few names, no answers."""

    def __init__(self, around: Surroundings = UNKNOWN) -> None:
        self._circles = around.circles
        self._reference = _squeezed(around.reference)
        self._mistakes = _Shared()
        self._values = _Shared()
        self._names: list[str] = []
        self._seconds = array("d")
        self._mebibytes = array("d")
        self._owners: dict[int, str | list[str]] = {}
        self._task_of: dict[int, str] = {}
        """Hash of a part and its answer → who has it, and for shared ones the part."""

    def add(self, result: SubmissionResult) -> None:
        """One more submission, each only once."""
        name = result.submission
        self._names.append(name)
        self._seconds.append(result.usage.seconds)
        self._mebibytes.append(result.usage.memory_mib)
        for part in result.parts:
            for message in _messages(part):
                self._mistakes.add(part.task, message, name)
            for value in _values(part):
                self._values.add(part.task, value, name)
            self._own(part, name)

    def mistakes(self) -> tuple[Pattern, ...]:
        """The most frequent messages on lost points."""
        return self._mistakes.most()

    def wrong_values(self) -> tuple[Pattern, ...]:
        """Equal wrong values of checks whose mistake has no message that others share."""
        return self._values.most()

    def slowest(self) -> tuple[Outlier, ...]:
        """Submissions that ran far longer than most, in seconds."""
        return _outliers(self._names, self._seconds)

    def largest(self) -> tuple[Outlier, ...]:
        """Submissions that used far more memory than most, in MiB."""
        return _outliers(self._names, self._mebibytes)

    def alike(self) -> tuple[Alike, ...]:
        """Pairs of submissions with equal answers, most parts first; of a group one is named."""
        pairs: dict[tuple[str, str], list[str]] = {}
        for key, task in self._task_of.items():
            names = self._apart(sorted(self._owners[key]))
            if len(names) <= MAX_SHARING:
                for pair in pairwise(names):
                    pairs.setdefault(pair, []).append(task)
        made = [Alike(*pair, tuple(sorted(tasks))) for pair, tasks in pairs.items()]
        return tuple(sorted(made, key=lambda one: (-len(one.tasks), one.first, one.second))[:LINES])

    def _apart(self, names: Sequence[str]) -> list[str]:
        """The first of those who belong together, by person or group."""
        kept: list[str] = []
        seen: set[str] = set()
        for name in names:
            circle = self._circles.get(name, ())
            if not seen.intersection(circle):
                kept.append(name)
            seen.update(circle)
        return kept

    def _own(self, part: PartResult, name: str) -> None:
        if part.outcome is Outcome.UNTOUCHED:
            return
        plain = _squeezed(part.answer or "")
        if len(plain) < MIN_EQUAL_CHARS or plain in self._reference:
            return
        key = hash((part.task, plain))
        owners = self._owners.setdefault(key, name)
        if owners is name:
            return
        if isinstance(owners, str):
            self._owners[key] = [owners, name]
            self._task_of[key] = part.task
        elif len(owners) < _MAX_OWNERS:
            owners.append(name)


class _Shared:
    """What several submissions have in common; of what only one has, a hash is kept."""

    def __init__(self) -> None:
        self._once: dict[int, str] = {}
        self._several: dict[tuple[str, Text], _Sharers] = {}

    def add(self, task: str, what: Text, name: str) -> None:
        """Of one submission all at a time."""
        several = self._several.get((task, what))
        if several is not None:
            several.add(name)
            return
        first = self._once.setdefault(hash((task, what)), name)
        if first != name:
            self._several[task, what] = _Sharers(first, name)

    def most(self) -> tuple[Pattern, ...]:
        found = [
            Pattern(task, what, one.count, tuple(one.names))
            for (task, what), one in self._several.items()
        ]
        return tuple(sorted(found, key=lambda one: (-one.count, one.task, one.what.de))[:LINES])


class _Sharers:
    """How many, and the first few by name."""

    def __init__(self, first: str, second: str) -> None:
        self.names = sorted((first, second))
        self.count = 2
        self._last = second

    def add(self, name: str) -> None:
        if name == self._last:
            return
        self._last = name
        self.count += 1
        self.names = sorted((*self.names, name))[:LINKS]


def _squeezed(source: str) -> str:
    return _NOT_CODE.sub("", source)


def _values(part: PartResult) -> Iterable[Text]:
    """Wrong values that no message explains."""
    for check in part.checks:
        value = check.evidence.found if check.evidence else None
        if check.outcome is Outcome.WRONG and value and not check.message:
            yield Text(value, value)


def _messages(part: PartResult) -> Iterable[Text]:
    lost = [
        check.message
        for check in part.checks
        if check.message and not check.outcome.earns and check.outcome.family is Family.VERDICT
    ]
    return dict.fromkeys(lost)


def _outliers(names: Sequence[str], values: Sequence[float]) -> tuple[Outlier, ...]:
    """Above the third quartile by more than three times the quartiles' distance, and by far."""
    if len(values) < 4:
        return ()
    low, median, high = statistics.quantiles(values, n=4)
    limit = max(high + _OUTLIER_FACTOR * (high - low), 2 * median)
    found = [
        Outlier(name, value, median)
        for name, value in zip(names, values, strict=True)
        if value > limit > 0
    ]
    return tuple(sorted(found, key=lambda one: -one.value)[:LINES])
