"""Reports in words. No sentence here says that an answer is right or wrong."""

from collections.abc import Sequence

from autograder.i18n import Language, Text, text
from autograder.selfcheck.check import Report


def lines(report: Report, language: Language) -> list[str]:
    """The report on one part, its head first."""
    told = (*report.problems, *report.notes, *report.hints)
    return [f"{report.task}: {_head(report)[language]}", *(f"   {one[language]}" for one in told)]


def summary(reports: Sequence[Report], language: Language) -> str:
    """The last line: how many answers were found, and that this is no mark."""
    return text(
        "Formtest: {found} von {all} Antworten gefunden. Das ist keine Bewertung.",
        found=sum(report.found for report in reports),
        all=len(reports),
    )[language]


def in_form(language: Language) -> str:
    """What otter shows where a form test passes."""
    return text("Die Antwort hat die verlangte Form. Das ist keine Bewertung.")[language]


def agrees(language: Language) -> str:
    """What otter shows where a comparison raised no hint."""
    return text(
        "Der Vergleich mit Ihren eigenen Werten gibt keinen Hinweis. Das ist keine Bewertung."
    )[language]


def _head(report: Report) -> Text:
    if report.problems:
        return text("Form nicht vollständig")
    return text("gefunden, mit Hinweis") if report.hints else text("gefunden")
