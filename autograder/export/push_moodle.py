"""A Moodle assignment as a gradebook that grades are pushed into."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from autograder.errors import UsageFault
from autograder.export.moodle import comment_html
from autograder.export.order import ExportOrder, feedback_name, too_much
from autograder.export.push import SAME, Change
from autograder.i18n import Text, text
from autograder.lms.assignment import Assignment, Participant
from autograder.lms.matching import account_of
from autograder.records.people import Person


class MoodleGradebook:
    """Implements :class:`autograder.export.push.Gradebook`."""

    system = "Moodle"

    def __init__(self, assignment: Assignment) -> None:
        """Raises :class:`UsageFault` for a scale."""
        details = assignment.details
        if details.grade <= 0:
            raise UsageFault(f"„{details.name}“ is graded by a scale, not in points.")
        self._assignment = assignment
        self.maximum = details.grade
        self._comments = details.enabled("assignfeedback", "comments")
        self._files = details.enabled("assignfeedback", "file")

    @cached_property
    def _people(self) -> Sequence[Participant]:
        return self._assignment.participants()

    def user_of(self, person: Person) -> int | None:
        return account_of(person, self._people, blind=self._assignment.details.blind)

    def stored(self) -> Mapping[int, float]:
        return self._assignment.grades()

    def kept_out(self, changes: Sequence[Change]) -> tuple[Mapping[int, Change], tuple[Text, ...]]:
        above = {one.user: one for one in changes if one.new > self.maximum + SAME}
        return above, tuple(too_much([one.grade for one in above.values()]))

    def remarks(self, changes: Sequence[Change]) -> tuple[Text, ...]:
        lines = []
        details = self._assignment.details
        if changes and not self._files and any(one.grade.page is not None for one in changes):
            lines.append(
                text("Feedback-Dateien sind in dieser Aufgabe ausgeschaltet: Es gehen nur Noten.")
            )
        if changes and details.markingworkflow:
            lines.append(
                text(
                    "Die Studierenden sehen Noten und Rückmeldungen erst, wenn Sie in Moodle den "
                    "Status des Bewertungsworkflows auf „Freigegeben“ setzen."
                )
            )
        if changes and details.blind:
            lines.append(
                text(
                    "Die Studierenden sehen Noten und Rückmeldungen erst, wenn Sie in Moodle die "
                    "Identität der Teilnehmer/innen aufdecken."
                )
            )
        return tuple(lines)

    def write(self, change: Change, order: ExportOrder) -> None:
        draft, page = None, change.grade.page
        if self._files and page is not None:
            draft = self._assignment.service.upload(feedback_name(order.sheet, page), page)
        comment = None
        if self._comments:  # left out, Moodle fails; empty, it deletes what is there
            own = change.grade.marks.comment.strip()
            comment = comment_html(own) if own else self._assignment.comment(change.user)
        self._assignment.save(change.user, round(change.new, 5), comment, draft)
