"""Stands in for otter's ``Notebook`` where otter is not installed: same checks, same calls."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from autograder.i18n import Language, text
from autograder.selfcheck.check import Report, check_all
from autograder.selfcheck.finding import saved_answers
from autograder.selfcheck.table import read_table
from autograder.selfcheck.words import lines, summary


class Grader:
    """``check("1d")``, ``check_all()`` and ``export()`` in a notebook without otter."""

    def __init__(self, folder: Path, language: Language) -> None:
        self.table = read_table(folder)
        self.language = language

    def check(self, question: str) -> None:
        """Print the report on one part."""
        reports = self._reports(sys._getframe(1).f_globals)
        known = {report.task: report for report in reports}
        if question not in known:
            said = text(
                "Zu „{task}“ gibt es keinen Formtest. Es gibt: {known}.",
                task=question,
                known=", ".join(known),
            )
            self._print([said[self.language]])
            return
        self._print(lines(known[question], self.language))

    def check_all(self) -> None:
        """Print the reports on all parts and how many answers were found."""
        reports = self._reports(sys._getframe(1).f_globals)
        for report in reports:
            self._print(lines(report, self.language))
        self._print([summary(reports, self.language)])

    def export(self, *_: object, **__: object) -> None:
        """Say how to hand in: a zip is not needed."""
        said = text("Speichern Sie das Notebook, und geben Sie die .ipynb-Datei ab.")
        self._print([said[self.language]])

    def _reports(self, namespace: Mapping[str, object]) -> list[Report]:
        written = saved_answers(self.table["sheet"])
        return check_all(self.table["parts"], namespace, written)

    def _print(self, told: Sequence[str]) -> None:
        print("\n".join(told))
