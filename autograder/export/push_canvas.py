"""A Canvas assignment as a gradebook that grades are pushed into.

One request per person and not the bulk one, which tells no single failure. Comments cannot be
replaced in Canvas, so what is there is not sent again; a page's name carries its fingerprint.
"""

import hashlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import PurePosixPath

from autograder.errors import UsageFault
from autograder.export.order import ExportOrder, feedback_name, number
from autograder.export.push import SAME, Change
from autograder.i18n import Text, text
from autograder.lms.canvas.assignment import IN_POINTS, Assignment, HandedIn, Student
from autograder.lms.canvas.fetch import SYSTEM
from autograder.lms.matching import NUMBER
from autograder.records.people import Person


class CanvasGradebook:
    """Implements :class:`autograder.export.push.Gradebook`."""

    system = "Canvas"

    def __init__(self, assignment: Assignment) -> None:
        """Raises :class:`UsageFault` where grades are no points, or not open to us."""
        details = assignment.details
        if details.grading_type not in IN_POINTS or not details.points_possible:
            raise UsageFault(
                f"„{details.name}“ is not graded in points ({details.grading_type}). Choose "
                "„Display Grade as: Points“ in the assignment's settings."
            )
        if details.moderated_grading and not details.grades_published:
            raise UsageFault(
                f"„{details.name}“ is moderated and its grades are not released: Canvas takes "
                "no grades from outside before."
            )
        self._assignment = assignment
        self.maximum = details.points_possible
        self._there: Mapping[int, HandedIn] = {}

    @cached_property
    def _students(self) -> Mapping[int, Student]:
        return self._assignment.students()

    def user_of(self, person: Person) -> int | None:
        own = person.keys.get(SYSTEM, "")
        if own:
            return int(own) if own.isdecimal() and int(own) in self._students else None
        wanted = {one for one in (person.keys.get(NUMBER), person.email) if one}
        found = [
            one.id
            for one in self._students.values()
            if wanted & {one.sis_user_id, one.login_id, one.email}
        ]
        return found[0] if len(found) == 1 else None

    def stored(self) -> Mapping[int, float]:
        self._there = {one.user_id: one for one in self._assignment.submissions()}
        return {user: one.grade for user, one in self._there.items() if one.grade is not None}

    def kept_out(self, changes: Sequence[Change]) -> tuple[Mapping[int, Change], tuple[Text, ...]]:
        excused = [one for one in changes if (there := self._at(one)) and there.excused]
        split = self._split_groups([one for one in changes if one not in excused])
        lines = []
        if excused:
            lines.append(
                text("In Canvas entschuldigt und unverändert: {names}.", names=_names(excused))
            )
        if split:
            lines.append(
                text(
                    "Canvas gäbe allen einer Gruppe dieselbe Note, hier haben sie nicht alle "
                    "dieselbe: {names}. Wählen Sie in der Aufgabe „Noten einzeln vergeben“ "
                    "(Assign Grades to Each Student Individually).",
                    names=_names(split),
                )
            )
        return {one.user: one for one in (*excused, *split)}, tuple(lines)

    def remarks(self, changes: Sequence[Change]) -> tuple[Text, ...]:
        lines = []
        if changes and not self._assignment.details.post_manually:
            lines.append(
                text(
                    "Die Studierenden sehen Noten und Kommentare sofort. Soll das erst nach dem "
                    "Veröffentlichen so sein: Noten → ⋮ → Grade Posting Policy → Manually."
                )
            )
        elif changes:
            lines.append(
                text(
                    "Die Studierenden sehen Noten und Kommentare erst, wenn Sie sie in Canvas "
                    "veröffentlichen (Noten → ⋮ → Post grades)."
                )
            )
        late = [one for one in changes if (there := self._at(one)) and there.points_deducted]
        if late:
            lines.append(
                text(
                    "Canvas zieht von sich aus wegen Verspätung noch etwas ab (Late Policy): "
                    "{names}.",
                    names=_names(late),
                )
            )
        return tuple(lines)

    def write(self, change: Change, order: ExportOrder) -> None:
        there = self._there.get(change.user)
        comments = there.submission_comments if there else ()
        file, page = None, change.grade.page
        if page is not None:
            name = _file_name(order, page)
            if not any(one.display_name == name for some in comments for one in some.attachments):
                file = self._assignment.upload(change.user, name, page)
        comment = change.grade.marks.comment.strip()
        if any((one.comment or "").strip() == comment for one in comments):
            comment = ""
        if file is not None and not comment:
            comment = text("Rückmeldung im Anhang.")[order.language]
        self._assignment.save(change.user, number(change.new), comment, file)

    def _at(self, change: Change) -> HandedIn | None:
        return self._there.get(change.user)

    def _split_groups(self, changes: Sequence[Change]) -> list[Change]:
        """Of groups that Canvas grades as one: those whose members would not all get the same."""
        if not self._assignment.details.graded_by_group:
            return []
        members: dict[int, set[int]] = {}
        for user, one in self._there.items():
            if one.group.id is not None:
                members.setdefault(one.group.id, set()).add(user)
        wanted = {one.user: one.new for one in changes}
        now = {user: one.grade for user, one in self._there.items()} | wanted
        split = set()
        for users in members.values():
            values = [now[user] for user in users]
            if any(value is None or abs(value - (values[0] or 0.0)) > SAME for value in values):
                split |= users
        return [one for one in changes if one.user in split]


def _file_name(order: ExportOrder, page: bytes) -> str:
    name = PurePosixPath(feedback_name(order.sheet, page))
    return f"{name.stem}_{hashlib.sha256(page).hexdigest()[:8]}{name.suffix}"


def _names(changes: Sequence[Change]) -> str:
    people = [one.grade.marks.person for one in changes]
    return ", ".join(one.name or one.id for one in people[:10])
