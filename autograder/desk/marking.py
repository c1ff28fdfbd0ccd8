"""What people decide about marks, checked before it is kept: by hand, for everybody, going out.

Every function takes who decides and why, keeps a new row, and leaves older rows as they are.
Views are brought up to date by the caller (:meth:`OutFolder.renew`).
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from autograder.errors import UsageFault
from autograder.records.ledger import Decision, Kind, Released, Version, as_was
from autograder.records.model import PartResult, SubmissionResult
from autograder.records.people import Person
from autograder.scoring.force import BACK, FULL, REMOVE
from autograder.scoring.people import chosen_of, contradictions
from autograder.store import Store


@dataclass(frozen=True)
class By:
    """Who decides, and why."""

    author: str
    reason: str

    def __post_init__(self) -> None:
        if not self.author.strip() or not self.reason.strip():
            raise UsageFault("A decision needs --by NAME and --reason TEXT; both are kept.")

    def decision(
        self,
        kind: Kind,
        task: str = "",
        *,
        submission: str = "",
        person: str = "",
        points: float | None = None,
        words: str = "",
        was: str = "",
    ) -> Decision:
        return Decision(
            kind, self.author, self.reason, task, submission, person, points, words, was
        )


@dataclass(frozen=True)
class Held:
    """One person's hand-in and what was found in it."""

    person: Person
    version: Version
    result: SubmissionResult
    """The automatic result."""

    def part(self, task: str) -> PartResult:
        """Raises :class:`UsageFault` for a part that the sheet does not have."""
        for one in self.result.parts:
            if one.task == task:
                return one
        known = ", ".join(part.task for part in self.result.parts)
        raise UsageFault(f"There is no part {task!r}. The sheet has {known}.")


def held_by(store: Store, words: str) -> Held:
    """The hand-in that counts for somebody; raises :class:`UsageFault`."""
    person = store.people.find(words)
    versions = store.gradings.newest_versions()
    mates = [
        one
        for one in versions
        if any(
            member.id == person.id or (person.group and member.group == person.group)
            for member in one.people
        )
    ]
    version = chosen_of(mates, person.id, store.rulings())
    if version is None:
        raise UsageFault(f"{words} handed in nothing, so there is nothing to decide.")
    (grading,) = store.gradings.latest([version.submission])
    return Held(person, version, grading.result)


def mark(
    store: Store,
    held: Held,
    task: str,
    points: float | None,
    by: By,
    only: bool = False,
    allow_lower: bool = False,
) -> Decision:
    """Give points for one part; None gives the automatic result back.

    ``only``: for this person and not for the other members. Raises :class:`UsageFault` for
    points outside 0…maximum, and where marks went out that would sink.
    """
    part = held.part(task)
    if points is not None and not (math.isfinite(points) and 0 <= points <= part.maximum):
        raise UsageFault(f"{task} has 0 to {part.maximum:g} points, not {points:g}.")
    decisions = [
        by.decision(
            Kind.MARK,
            submission=held.result.submission,
            person=held.person.id if only else "",
            task=task,
            points=points,
            was=as_was(part.outcome.value, part.points),
        )
    ]
    people = [held.person.id] if only else [one.id for one in held.version.people]
    new = points if points is not None else part.points
    told = [one for person in people if (one := store.rulings().floors.get((person, task)))]
    if new is not None and any(one.points > new for one in told):
        if not allow_lower:
            raise UsageFault(
                f"{max(one.points for one in told):g} points for {task} went out already. After a "
                "release marks only rise, unless you say --allow-lower."
            )
        decisions.insert(0, _allowance(by, task, held.result.submission))
    return store.decisions.add(decisions)[-1]


def comment(store: Store, held: Held, words: str, by: By, task: str = "") -> Decision:
    """Say something to the students, on the whole or on one part."""
    if task:
        held.part(task)
    submission = held.result.submission
    one = by.decision(Kind.COMMENT, task, submission=submission, words=words)
    return store.decisions.add([one])[0]


def void(store: Store, task: str, words: str, by: By, allow_lower: bool = False) -> Decision:
    """Take a bad question out: ``full`` points for all, ``remove`` it, or ``back`` in again."""
    _known_part(store, task)
    if words not in (FULL, REMOVE, BACK):
        raise UsageFault(f"A part counts {FULL}, is to {REMOVE}, or comes {BACK}; not {words!r}.")
    decisions = [by.decision(Kind.VOID, task=task, words=words)]
    if words != FULL and any(part == task for _, part in store.rulings().floors):
        if not allow_lower:
            raise UsageFault(
                f"Points for {task} went out already, and some would sink. Give everybody the "
                "full points (--full), or say --allow-lower."
            )
        decisions.insert(0, _allowance(by, task))
    return store.decisions.add(decisions)[-1]


def allow_lower(store: Store, tasks: Iterable[str], by: By) -> None:
    """From now on marks of these parts (none named: of all) may sink below what went out."""
    store.decisions.add([_allowance(by, task) for task in list(tasks) or [""]])


def alias(store: Store, held: Held, task: str, name: str, by: By) -> Decision:
    """The student's own name for the answer to a part; the part has to be run again."""
    held.part(task)
    if not name.isidentifier() or not name.isascii() or len(name) > 100:
        raise UsageFault(f"{name!r} is no name of a function. Expected something like loesung_1d.")
    one = by.decision(Kind.ALIAS, task, submission=held.result.submission, words=name)
    return store.decisions.add([one])[0]


def take(store: Store, submission: str, by: By) -> Decision:
    """Of what a group's members handed in, this one counts for all of them."""
    return store.decisions.add([by.decision(Kind.TAKE, submission=submission)])[0]


def exempt(store: Store, person: Person, task: str, by: By, back: bool = False) -> Decision:
    """Somebody need not do a part; it neither earns nor costs them anything."""
    _known_part(store, task)
    one = by.decision(Kind.EXEMPT, task, person=person.id, words=BACK if back else "")
    return store.decisions.add([one])[0]


@dataclass(frozen=True)
class Release:
    """What went out."""

    people: int
    parts: int
    open: int
    """Parts that have no mark yet and did not go out."""


def release(store: Store, by: By) -> Release:
    """The marks go out as they are now; from here on they only rise."""
    marks = [one for one in store.marks_in_force() if one.submission is not None]
    gone = [
        Released(one.person.id, one.submission or "", task, points)
        for one in marks
        for task, points in one.parts.items()
        if points is not None
    ]
    store.decisions.release(by.decision(Kind.RELEASE), gone)
    return Release(len(marks), len(gone), sum(one.open for one in marks))


def differing_groups(store: Store) -> Mapping[str, tuple[str, ...]]:
    """Group → submissions of its members that differ, while nobody took one of them."""
    return contradictions(store.gradings.newest_versions(), store.rulings())


def contradicted(store: Store) -> list[tuple[Decision, PartResult]]:
    """Marks by hand that were given over another automatic result than today's."""
    marks: Sequence[Decision] = list(store.rulings().marks.values())
    names = sorted({one.submission for one in marks})
    results = {one.result.submission: one.result for one in store.gradings.latest(names)}
    found = []
    for one in marks:
        parts = {part.task: part for part in results[one.submission].parts}
        part = parts.get(one.task)
        if part is not None and as_was(part.outcome.value, part.points) != one.was:
            found.append((one, part))
    return found


def _allowance(by: By, task: str, submission: str = "") -> Decision:
    return by.decision(Kind.ALLOW_LOWER, task=task, submission=submission)


def _known_part(store: Store, task: str) -> None:
    conditions = store.conditions()
    if conditions is None or task not in conditions.sheet.by_id:
        known = ", ".join(conditions.sheet.by_id) if conditions else "none"
        raise UsageFault(f"There is no part {task!r}. The sheet has {known}.")
