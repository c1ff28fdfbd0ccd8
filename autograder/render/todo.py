"""What is left for people to do, grouped by reason: the machine's fault first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from autograder.i18n import Text
from autograder.records.model import Family, Status, SubmissionResult
from autograder.render import words
from autograder.render.standing import Mark, Standing
from autograder.render.words import Tone

MAX_ENTRIES = 200
"""Submissions named per reason; all of them are counted."""
_WHOLE = (Status.OTHER_SHEET, Status.UNREADABLE)
"""States in which the submission itself is the reason, not its parts."""
_FAMILY_OF_STATUS = {
    Status.DONE: Family.VERDICT,
    Status.WAITING: Family.WAITING,
    Status.LOOK: Family.LOOK,
    Status.OTHER_SHEET: Family.LOOK,
    Status.UNREADABLE: Family.LOOK,
    Status.NOT_GRADED: Family.OURS,
}
_URGENCY = (Family.OURS, Family.LOOK, Family.WAITING)


@dataclass(frozen=True, slots=True)
class Entry:
    """One submission that waits for a reason, in these parts."""

    submission: str
    tasks: tuple[str, ...]
    why: Text | None
    """The message of the first such part; where there is no part, the submission's first note."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why submissions wait; ``parts`` counts submissions per part."""

    family: Family
    tone: Tone
    label: Text
    entries: tuple[Entry, ...]
    """The first :data:`MAX_ENTRIES`."""
    parts: tuple[tuple[str, int], ...]
    count: int
    """Submissions that wait for this reason; one may wait for several."""


class _Group:
    """What is known of one reason while submissions are counted."""

    def __init__(self) -> None:
        self.count = 0
        self.entries: list[Entry] = []
        self.parts: Counter[str] = Counter()

    def add(self, entry: Entry) -> None:
        self.count += 1
        self.parts.update(entry.tasks)
        if len(self.entries) < MAX_ENTRIES:
            self.entries.append(entry)


def reasons(stands: Iterable[Standing]) -> tuple[Reason, ...]:
    """Every reason why something is open: most urgent family first, then by count."""
    groups: dict[tuple[Family, Text], _Group] = {}
    order: dict[str, int] = {}
    for stand in stands:
        order = order or {mark.task.id: place for place, mark in enumerate(stand.marks)}
        for key, entry in _entries(stand):
            groups.setdefault(key, _Group()).add(entry)
    made = [
        Reason(
            *(family, Tone(family), label, tuple(group.entries)),
            parts=tuple(sorted(group.parts.items(), key=lambda item: order[item[0]])),
            count=group.count,
        )
        for (family, label), group in groups.items()
    ]
    return tuple(sorted(made, key=lambda one: (_URGENCY.index(one.family), -one.count)))


def _entries(stand: Standing) -> Iterable[tuple[tuple[Family, Text], Entry]]:
    result = stand.result
    open_marks = [mark for mark in stand.marks if mark.points is None]
    family = _FAMILY_OF_STATUS[result.status]
    first_note = result.notes[0] if result.notes else None
    if result.status in _WHOLE or (result.status is not Status.DONE and not open_marks):
        yield (family, result.status.label), Entry(result.submission, (), first_note)
        return
    by_reason: dict[tuple[Family, Text], list[Mark]] = {}
    for mark in open_marks:
        by_reason.setdefault((mark.family, words.label_of(mark)), []).append(mark)
    for key, marks in by_reason.items():
        messages = (mark.part.message for mark in marks if mark.part and mark.part.message)
        why = next(messages, None if all(mark.part for mark in marks) else first_note)
        yield key, Entry(result.submission, tuple(mark.task.id for mark in marks), why)


def status_counts(results: Iterable[SubmissionResult]) -> dict[Status, int]:
    """How many submissions are in each state, in the order of :class:`Status`, zeros included."""
    counted = Counter(result.status for result in results)
    return {status: counted[status] for status in Status}
