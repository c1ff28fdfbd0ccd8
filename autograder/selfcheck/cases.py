"""What otter's test files call: a report becomes printed notes and, where needed, a hint."""

from pathlib import Path

from autograder.i18n import Language, text
from autograder.selfcheck.check import Namespace, Report, check_all, check_part
from autograder.selfcheck.finding import saved_answers
from autograder.selfcheck.table import read_table
from autograder.selfcheck.words import summary


class Hinweis(Exception):  # otter shows this name to students
    """What to look at; nobody has judged the answer."""


class Tests:
    """The public tests that this package lies beside; otter's test files make one for each run.

    The notebook may have changed its folder since, so nothing here is relative to it.
    """

    def __init__(self, language: Language, folder: Path | None = None) -> None:
        self.table = read_table(folder or Path(__file__).resolve().parents[2])
        self.language = language

    def form(self, task: str, namespace: Namespace) -> None:
        """Print how the answers were read; raise :class:`Hinweis` unless all are in form."""
        report = self._report(task, namespace)
        for note in report.notes:
            print(f"{task}: {note[self.language]}")
        if report.problems:
            raise Hinweis(" ".join(one[self.language] for one in report.problems))

    def comparison(self, task: str, namespace: Namespace) -> None:
        """Raise :class:`Hinweis` where the student's own values do not fit together."""
        report = self._report(task, namespace)
        if report.problems:
            raise Hinweis(
                text("Verglichen wird erst, wenn die Form vollständig ist.")[self.language]
            )
        if report.hints:
            raise Hinweis(" ".join(one[self.language] for one in report.hints))

    def count(self, namespace: Namespace) -> None:
        """Print the last line; raise :class:`Hinweis` with it while an answer is missing."""
        reports = check_all(self.table["parts"], namespace, saved_answers(self.table["sheet"]))
        line = summary(reports, self.language)
        if not all(report.found for report in reports):
            raise Hinweis(line)
        print(line)

    def _report(self, task: str, namespace: Namespace) -> Report:
        part = next(one for one in self.table["parts"] if one["task"] == task)
        return check_part(part, namespace, saved_answers(self.table["sheet"]))
