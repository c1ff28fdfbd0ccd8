"""People and the marks in force for them: what the store gives to exports, pages and tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from autograder.i18n import Text
from autograder.records.model import Status


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the course. Personal data: never logged, never in a file name we choose."""

    id: str
    """Unique within a run and stable between runs."""
    name: str = ""
    email: str = ""
    group: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)
    """What other systems call this person: system → identifier, e.g. ``{"moodle": "17"}``."""


@dataclass(frozen=True, slots=True)
class HandIn:
    """When something was handed in, and where that is known from."""

    at: datetime | None = None
    """None is "unknown", which is never "on time"."""
    source: str = ""
    """``worksheet``, ``archive``, ``metadata``; empty while unknown."""
    attempt: int | None = None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One rule applied to a total, in points: late deduction, cap, bonus, rounding."""

    reason: Text
    points: float


@dataclass(frozen=True, slots=True)
class PersonMarks:
    """The marks in force for one person, manual ones and adjustments included."""

    person: Person
    submission: str | None
    """None: nothing was handed in."""
    status: Status
    parts: Mapping[str, float | None]
    """Part → points in sheet order; None while nobody has decided."""
    maximum: float
    adjustments: tuple[Adjustment, ...] = ()
    handed_in: HandIn = HandIn()
    comment: str = ""
    """What the tutor says to the student about the whole."""

    @property
    def open(self) -> int:
        """Parts without a mark."""
        return sum(points is None for points in self.parts.values())

    @property
    def certain(self) -> float:
        """What is certain so far, adjusted; never below 0."""
        earned = sum(points for points in self.parts.values() if points is not None)
        return max(0.0, earned + sum(one.points for one in self.adjustments))

    @property
    def total(self) -> float | None:
        """What may leave the toolkit: None while a part has no mark."""
        return None if self.open or self.submission is None else self.certain
