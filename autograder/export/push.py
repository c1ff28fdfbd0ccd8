"""Grades and feedback into Moodle by its web service: plan, write, read back.

Whatever somebody else entered there is not overwritten unless asked; what Moodle did not store
although it said nothing is found by reading back.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from autograder.errors import UsageFault
from autograder.export.moodle import comment_html
from autograder.export.order import (
    ExportOrder,
    Grade,
    feedback_name,
    grades,
    left_open,
    number,
    too_much,
    unknown,
)
from autograder.i18n import Text, text
from autograder.lms.assignment import Assignment
from autograder.lms.matching import NAME, SYSTEM
from autograder.lms.names import moodle_file_name
from autograder.lms.webservice import MoodleFault

_SAME = 5e-6
"""Moodle keeps five decimals."""


@dataclass(frozen=True, slots=True)
class Change:
    """One grade to be written."""

    user: int
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


def plan(order: ExportOrder, assignment: Assignment, overwrite: bool = False) -> Plan:
    """Compare with what Moodle has now; nothing is written.

    Raises :class:`UsageFault` for a scale or another maximum, ``MoodleFault`` without answer.
    """
    details = assignment.details
    if details.grade <= 0:
        raise UsageFault(f"„{details.name}“ is graded by a scale, not in points.")
    people = {str(one.recordid): one for one in assignment.participants()}
    stored = assignment.grades()
    changes: list[Change] = []
    strangers: list[Grade] = []
    foreign: list[str] = []
    above: list[Grade] = []
    found = grades(replace(order, before={}), details.grade)
    for one in found:
        person = one.marks.person
        known = people.get(person.keys.get(SYSTEM, ""))
        name = person.keys.get(NAME, "")
        if known is None or (name and moodle_file_name(known.fullname) != name):
            strangers += [one] if one.marks.submission is not None else []
            continue
        if one.points is None:
            continue
        if one.points > details.grade + _SAME:
            above.append(one)
            continue
        old = stored.get(known.id)
        there = old is not None and abs(old - one.points) <= _SAME
        if there and order.before.get(person.id) == one.said:
            continue
        if _entered_by_others(old, one, order) and not overwrite:
            foreign.append(f"{person.name or person.id} ({number(old or 0)})")
            continue
        changes.append(Change(known.id, one, old, one.points))
    lines = (*left_open(found), *too_much(above), *unknown(strangers), *_foreign(foreign))
    return Plan(tuple(changes), lines)


def push(
    changes: Sequence[Change],
    order: ExportOrder,
    assignment: Assignment,
    progress: Callable[[int, int], None] = lambda *_: None,
) -> Pushed:
    """Write every change and read all grades back. One failure stops nothing but itself."""
    details = assignment.details
    comments = details.enabled("assignfeedback", "comments")
    files = details.enabled("assignfeedback", "file")
    lines: list[Text] = []
    failed: set[int] = set()
    for done, change in enumerate(changes, 1):
        try:
            _write(change, order, assignment, comments, files)
        except MoodleFault as fault:
            lines.append(_failed(change, str(fault)))
            failed.add(change.user)
        progress(done, len(changes))
    if not files and any(change.grade.page is not None for change in changes):
        lines.append(
            text("Feedback-Dateien sind in dieser Aufgabe ausgeschaltet: nur Noten übertragen.")
        )
    stored = assignment.grades()
    kept = [one for one in changes if abs(stored.get(one.user, -1.0) - one.new) <= _SAME]
    users = {one.user for one in kept}
    lost = [one for one in changes if one.user not in users and one.user not in failed]
    lines += [_failed(one, text("von Moodle verworfen").de) for one in lost]
    said = {**order.before, **{one.grade.marks.person.id: one.grade.said for one in kept}}
    return Pushed(len(kept), tuple(lines), said)


def _write(
    change: Change, order: ExportOrder, assignment: Assignment, comments: bool, files: bool
) -> None:
    draft = None
    if files and change.grade.page is not None:
        page = change.grade.page
        draft = assignment.service.upload(feedback_name(order.sheet, page), page)
    comment = None
    if comments:  # left out, Moodle fails; empty, it deletes what is there
        own = change.grade.marks.comment.strip()
        comment = comment_html(own) if own else assignment.comment(change.user)
    assignment.save(change.user, round(change.new, 5), comment, draft)


def _entered_by_others(old: float | None, one: Grade, order: ExportOrder) -> bool:
    if old is None or (one.points is not None and abs(old - one.points) <= _SAME):
        return False
    last = order.before.get(one.marks.person.id, "|").partition("|")[0]
    return last == "" or abs(float(last) - old) > _SAME


def _foreign(names: Sequence[str]) -> tuple[Text, ...]:
    if not names:
        return ()
    return (
        text(
            "{n} haben in Moodle schon eine Note, die nicht von hier stammt, und bleiben "
            "unverändert (--overwrite überschreibt): {names}.",
            n=len(names),
            names=", ".join(names[:10]),
        ),
    )


def _failed(change: Change, reason: str) -> Text:
    person = change.grade.marks.person
    return text(
        "Nicht gespeichert: {name} ({reason}).", name=person.name or person.id, reason=reason
    )
