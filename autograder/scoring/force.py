"""What is in force: automatic results, and over them what people decided. Pure functions.

Order, each step over the one before: the automatic result; the newest mark given by hand (one
for a single member before one for all); a part that was taken out of the marking; a mark that
went out, below which nothing sinks unless that was allowed later.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from autograder.course.sheet import Sheet, exercise_of
from autograder.i18n import Text, text
from autograder.records.ledger import Decision, Kind, Released
from autograder.records.model import Outcome, PartResult, Status, SubmissionResult
from autograder.scoring.points import status_of

FULL, REMOVE, BACK = "full", "remove", "back"
"""What a void or an exemption may say."""

NEVER_LATE = "exempt"
"""In place of a person's deadline."""

_NEVER_LOOKED_AT = (Status.OTHER_SHEET, Status.UNREADABLE)


@dataclass(frozen=True)
class Rulings:
    """All decisions of a book, folded: of several on the same thing the newest counts."""

    marks: Mapping[tuple[str, str, str], Decision] = field(default_factory=dict)
    """(submission, person or empty, part) → the mark given by hand."""
    voids: Mapping[str, str] = field(default_factory=dict)
    """Part → ``full`` or ``remove``."""
    floors: Mapping[tuple[str, str], Released] = field(default_factory=dict)
    """(person, part) → the mark that went out and may not sink."""
    exempt: frozenset[tuple[str, str]] = frozenset()
    """(person, part)."""
    late_days: Mapping[str, float] = field(default_factory=dict)
    """Person → days without a deduction."""
    deadlines: Mapping[str, str] = field(default_factory=dict)
    """Person → own deadline (ISO 8601), or :data:`NEVER_LATE`."""
    bonuses: Mapping[str, Decision] = field(default_factory=dict)
    """Person → points beside the parts."""
    aliases: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Submission → part → the student's name for the answer."""
    taken: Sequence[str] = ()
    """Submissions that were chosen for their group, oldest choice first."""
    comments: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(submission, part or empty) → what the tutor says."""

    @classmethod
    def of(cls, decisions: Iterable[Decision], released: Iterable[Released] = ()) -> "Rulings":
        """Fold decisions, oldest first."""
        kinds: dict[Kind, list[Decision]] = {kind: [] for kind in Kind}
        for one in decisions:
            kinds[one.kind].append(one)
        marks = {(one.submission, one.person, one.task): one for one in kinds[Kind.MARK]}
        voids = {one.task: one.words for one in kinds[Kind.VOID]}
        exempt = {(one.person, one.task): one.words for one in kinds[Kind.EXEMPT]}
        aliases: dict[str, dict[str, str]] = {}
        for one in kinds[Kind.ALIAS]:
            aliases.setdefault(one.submission, {})[one.task] = one.words
        return cls(
            marks={key: one for key, one in marks.items() if one.points is not None},
            voids={task: words for task, words in voids.items() if words != BACK},
            floors=_floors(released, kinds[Kind.ALLOW_LOWER]),
            exempt=frozenset(key for key, words in exempt.items() if words != BACK),
            late_days={one.person: one.points or 0.0 for one in kinds[Kind.LATE_DAYS]},
            deadlines={one.person: one.words for one in kinds[Kind.DEADLINE]},
            bonuses={one.person: one for one in kinds[Kind.BONUS]},
            aliases=aliases,
            taken=[one.submission for one in kinds[Kind.TAKE]],
            comments={(one.submission, one.task): one.words for one in kinds[Kind.COMMENT]},
        )

    def mark(self, submission: str, task: str, person: str = "") -> Decision | None:
        """The mark by hand: the person's own one before the one for all."""
        own = self.marks.get((submission, person, task)) if person else None
        return own or self.marks.get((submission, "", task))

    def floor(self, people: Iterable[str], task: str) -> float | None:
        """What everybody of these was told at least; None where somebody was told nothing."""
        told = [self.floors.get((person, task)) for person in people]
        points = [one.points for one in told if one is not None]
        return min(points) if points and len(points) == len(told) else None


def sheet_in_force(sheet: Sheet, rulings: Rulings) -> Sheet:
    """The sheet without the parts that were taken out for everybody."""
    return without(sheet, {task for task, words in rulings.voids.items() if words == REMOVE})


def without(sheet: Sheet, tasks: Collection[str]) -> Sheet:
    """The sheet without these parts and their points."""
    gone = {task.id: task.points for task in sheet.tasks if task.id in tasks}
    if not gone:
        return sheet
    lost: dict[str, float] = {}
    for task, points in gone.items():
        lost[exercise_of(task)] = lost.get(exercise_of(task), 0.0) + points
    return msgspec.structs.replace(
        sheet,
        points=sheet.points - sum(gone.values()),
        exercises=tuple(
            msgspec.structs.replace(one, points=one.points - lost.get(one.id, 0.0))
            for one in sheet.exercises
        ),
        tasks=tuple(task for task in sheet.tasks if task.id not in gone),
    )


def in_force(
    result: SubmissionResult, rulings: Rulings, people: Sequence[str], person: str = ""
) -> SubmissionResult:
    """A result as it counts now: for one ``person``, or for all ``people`` of the submission."""
    if not (rulings.marks or rulings.voids or rulings.floors):
        return result
    told = (person,) if person else people
    parts = tuple(
        _part(
            part,
            rulings.mark(result.submission, part.task, person),
            rulings.voids.get(part.task) == FULL,
            rulings.floor(told, part.task),
        )
        for part in result.parts
        if rulings.voids.get(part.task) != REMOVE
    )
    if parts == result.parts:
        return result
    return replace(result, parts=parts, status=_status(result.status, parts))


def _part(part: PartResult, mark: Decision | None, full: bool, floor: float | None) -> PartResult:
    if mark is not None:
        part = replace(part, outcome=Outcome.MARKED, points=mark.points, message=None)
    if full:
        reason = text("Dieser Teil zählt für alle mit voller Punktzahl.")
        part = replace(part, outcome=Outcome.VOID, points=part.maximum, message=reason)
    if floor is not None and (part.points is None or part.points < floor):
        kept = text("Ihnen wurden schon mehr Punkte mitgeteilt; dabei bleibt es.")
        part = replace(part, outcome=Outcome.MARKED, points=floor, note=_joined(part.note, kept))
    return part


def _joined(first: Text | None, second: Text) -> Text:
    return second if first is None else Text(f"{first.de} {second.de}", f"{first.en} {second.en}")


def _status(before: Status, parts: Sequence[PartResult]) -> Status:
    if all(part.points is not None for part in parts):
        return Status.DONE
    return before if before in _NEVER_LOOKED_AT else status_of(parts)


def _floors(
    released: Iterable[Released], allowed: Sequence[Decision]
) -> dict[tuple[str, str], Released]:
    floors = {(one.person, one.task): one for one in released}
    return {
        key: one
        for key, one in floors.items()
        if not any(
            allowance.at is not None
            and (one.at is None or allowance.at >= one.at)
            and allowance.task in ("", one.task)
            and allowance.submission in ("", one.submission)
            for allowance in allowed
        )
    }
