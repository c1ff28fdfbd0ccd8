"""Grades and feedback into an LMS by its web service: plan, write, read back.

Whatever somebody else entered there is not overwritten unless asked; what the LMS did not store
although it said nothing is found by reading back.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from autograder.export.order import (
    ExportOrder,
    Grade,
    grades,
    left_open,
    number,
    owned,
)
from autograder.i18n import Text, text
from autograder.lms.client import LmsFault
from autograder.records.people import Person

SAME = 5e-6
"""Moodle keeps five decimals, and so does :func:`autograder.export.order.number`."""


@dataclass(frozen=True, slots=True)
class Change:
    """One grade to be written."""

    user: int
    """The LMS's own id."""
    grade: Grade
    old: float | None
    new: float


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be written, and what not, with the reasons."""

    changes: tuple[Change, ...]
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Pushed:
    """What was written and found again."""

    written: int
    lines: tuple[Text, ...]
    """What failed; empty if all is well."""
    said: Mapping[str, str] = field(default_factory=dict)
    """As :attr:`autograder.export.order.Exported.said`."""


class Gradebook(Protocol):
    """One assignment of an LMS; every method may raise ``LmsFault``."""

    @property
    def system(self) -> str:
        """Its name, for messages."""

    @property
    def maximum(self) -> float:
        """In points."""

    def user_of(self, person: Person) -> int | None:
        """Its own id of somebody; nobody is guessed."""

    def stored(self) -> Mapping[int, float]:
        """User → grade that is there now."""

    def kept_out(self, changes: Sequence[Change]) -> tuple[Mapping[int, Change], tuple[Text, ...]]:
        """By user, the changes that it would refuse or misunderstand, and why."""

    def write(self, change: Change, order: ExportOrder) -> None:
        """Store one grade with its comment and page."""

    def remarks(self, changes: Sequence[Change]) -> tuple[Text, ...]:
        """What whoever sends these should know."""


def plan(order: ExportOrder, book: Gradebook, overwrite: bool = False) -> Plan:
    """Compare with what the LMS has now; nothing is written.

    Raises :class:`UsageFault` for another maximum, ``LmsFault`` without answer.
    """
    stored = book.stored()
    found = grades(replace(order, before={}), book.maximum)
    accounts = owned(found, book.user_of)
    changes: list[Change] = []
    foreign: list[str] = []
    for user, one in accounts.pairs:
        if one.points is None:
            continue
        person = one.marks.person
        old = stored.get(user)
        there = old is not None and abs(old - one.points) <= SAME
        if there and order.before.get(person.id) == one.said:
            continue
        if _entered_by_others(old, one, order) and not overwrite:
            foreign.append(f"{person.name or person.id} ({number(old or 0)})")
            continue
        changes.append(Change(user, one, old, one.points))
    out, reasons = book.kept_out(changes)
    kept = tuple(one for one in changes if one.user not in out)
    lines = (*left_open(found), *reasons, *accounts.lines)
    return Plan(kept, (*lines, *_foreign(foreign, book.system), *book.remarks(kept)))


def push(
    changes: Sequence[Change],
    order: ExportOrder,
    book: Gradebook,
    progress: Callable[[int, int], None] = lambda *_: None,
) -> Pushed:
    """Write every change and read all grades back. One failure stops nothing but itself."""
    lines: list[Text] = []
    failed: set[int] = set()
    for done, change in enumerate(changes, 1):
        try:
            book.write(change, order)
        except LmsFault as fault:
            lines.append(_failed(change, str(fault)))
            failed.add(change.user)
        progress(done, len(changes))
    stored = book.stored()
    kept = [
        one
        for one in changes
        if one.user not in failed and abs(stored.get(one.user, -1.0) - one.new) <= SAME
    ]
    users = {one.user for one in kept}
    lost = [one for one in changes if one.user not in users | failed]
    dropped = text("von {system} verworfen", system=book.system).de
    lines += [_failed(one, dropped) for one in lost]
    said = {**order.before, **{one.grade.marks.person.id: one.grade.said for one in kept}}
    return Pushed(len(kept), tuple(lines), said)


def _entered_by_others(old: float | None, one: Grade, order: ExportOrder) -> bool:
    if old is None or (one.points is not None and abs(old - one.points) <= SAME):
        return False
    last = order.before.get(one.marks.person.id, "|").partition("|")[0]
    return last == "" or abs(float(last) - old) > SAME


def _foreign(names: Sequence[str], system: str) -> tuple[Text, ...]:
    if not names:
        return ()
    return (
        text(
            "{n} haben in {system} schon eine Note, die nicht von hier stammt, und bleiben "
            "unverändert (--overwrite überschreibt): {names}.",
            n=len(names),
            system=system,
            names=", ".join(names[:10]),
        ),
    )


def _failed(change: Change, reason: str) -> Text:
    person = change.grade.marks.person
    return text(
        "Nicht gespeichert: {name} ({reason}).", name=person.name or person.id, reason=reason
    )
