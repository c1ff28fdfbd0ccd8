"""What the store keeps beside results: versions of a hand-in and decisions of people.

All of it is append-only: a later record supersedes an earlier one and never changes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from autograder.i18n import Text
from autograder.records.model import SubmissionResult
from autograder.records.people import HandIn, Person


class Kind(StrEnum):
    """What somebody decided; the fields of :class:`Decision` that each uses stand behind it."""

    MARK = "mark"
    """``points`` for ``task`` of ``submission``; None gives the automatic result back."""
    COMMENT = "comment"
    """``words`` to the student, on ``task`` or on the whole (``task`` empty)."""
    VOID = "void"
    """``task`` is a bad question; ``words`` is ``full``, ``remove`` or ``back``."""
    ALIAS = "alias"
    """``words`` is the student's name for the answer to ``task``."""
    RELEASE = "release"
    """The marks went out; from here on they only rise."""
    ALLOW_LOWER = "allow_lower"
    """Marks that went out may sink: of ``task`` for everybody, or of one ``submission``."""
    LATE_DAYS = "late_days"
    """``points`` days that ``person`` may be late without a deduction."""
    DEADLINE = "deadline"
    """``person`` may hand in until ``words`` (ISO 8601); ``exempt``: lateness does not count."""
    BONUS = "bonus"
    """``points`` added to the total of ``person`` (negative: taken away)."""
    EXEMPT = "exempt"
    """``person`` need not do ``task``; ``words`` is ``back`` to end it."""
    TAKE = "take"
    """Of what a group's members handed in, ``submission`` counts for all of them."""
    ACCESS = "access"
    """Somebody came to the review page, or was refused; ``words`` says which."""
    FORGET = "forget"
    """Everything about one person was deleted."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of a person: who, when, why, and what it superseded."""

    kind: Kind
    author: str
    reason: str
    task: str = ""
    submission: str = ""
    person: str = ""
    """The one member it is for; empty: all people of the submission."""
    points: float | None = None
    words: str = ""
    was: str = ""
    """For a mark: outcome and points of the automatic result it replaced, see :func:`as_was`."""
    at: datetime | None = None
    """None before it is kept; UTC."""
    id: int = 0


def as_was(outcome: str, points: float | None) -> str:
    """An automatic result in one short string that can be compared."""
    return outcome if points is None else f"{outcome} {points:g}"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One file as it was handed in; its bytes lie in OUT/handed-in under their hash."""

    name: str
    """Relative POSIX path inside the submission, made safe."""
    sha256: str = ""
    """Empty: it was not read, and ``refused`` says why."""
    shared: bool = False
    refused: Text | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """One state of a submission as it was handed in."""

    submission: str
    students: tuple[str, ...]
    """Names as found on files or folders, fit to be shown."""
    people: tuple[Person, ...]
    content: str
    """SHA-256 over names and contents of all files: the same content is the same version."""
    files: tuple[KeptFile, ...] = ()
    handed_in: HandIn = field(default_factory=HandIn)
    number: int = 0
    """1, 2, …; 0 before it is kept."""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Grading:
    """What one run found about one version; the newest of a submission is in force."""

    result: SubmissionResult
    base: str = ""
    """Key of everything that all parts depend on; empty: never to be used again."""
    parts: Mapping[str, str] = field(default_factory=dict)
    """Part → key of what this part alone depends on."""
    version: int = 0
    at: datetime | None = None
    run: int = 0
    id: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """Under what conditions the result in force of a submission came about."""

    submission: str
    content: str
    people: tuple[str, ...]
    handed_in: HandIn
    base: str
    parts: Mapping[str, str]
    grading: int


@dataclass(frozen=True, slots=True)
class Released:
    """One mark as it went out."""

    person: str
    submission: str
    task: str
    points: float
    at: datetime | None = None
    """None before it is kept."""
