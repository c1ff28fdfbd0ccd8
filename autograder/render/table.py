"""The cohort as plain strings, for a terminal. Nothing here prints.

Names go through :mod:`autograder.render.safe`, so no cell carries a terminal sequence; who
prints with a markup language still has to switch the markup off.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from autograder.course.sheet import Sheet
from autograder.i18n import Language, Text, text
from autograder.records.model import SubmissionResult
from autograder.render import safe, words
from autograder.render.standing import Standing, standings
from autograder.render.todo import Reason, reasons

MAX_EXAMPLES = 3
"""Submissions named per line of the to-do list."""


@dataclass(frozen=True, slots=True)
class Table:
    """A header and rows of the same width."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class TodoLine:
    """So many submissions wait for this reason, for example these."""

    count: int
    reason: Text
    examples: tuple[str, ...]


def table(sheet: Sheet, results: Iterable[SubmissionResult], language: Language = "de") -> Table:
    """Submission, points per part, total and status; an open part shows its symbol."""
    columns = (
        text("Abgabe")[language],
        *(task.id for task in sheet.tasks),
        text("Punkte")[language],
        text("Stand")[language],
    )
    stands = standings(sheet, results)
    return Table(columns, tuple(_row(stand, language) for stand in stands))


def todo(sheet: Sheet, results: Iterable[SubmissionResult]) -> tuple[TodoLine, ...]:
    """What is left for people to do, most urgent first; empty when everything is done."""
    return tuple(
        TodoLine(
            count=reason.count,
            reason=_reason_text(reason),
            examples=tuple(safe.line(one.submission) for one in reason.entries[:MAX_EXAMPLES]),
        )
        for reason in reasons(standings(sheet, results))
    )


def _row(stand: Standing, language: Language) -> tuple[str, ...]:
    total = words.number(stand.total, language)
    maximum = words.number(stand.maximum, language)
    cells = (
        words.tone_of(mark).symbol if mark.points is None else words.number(mark.points, language)
        for mark in stand.marks
    )
    result = stand.result
    return (
        safe.line(result.submission),
        *cells,
        f"{total}/{maximum}",
        f"{words.tone_of_status(result.status).symbol} {result.status.label[language]}",
    )


def _reason_text(reason: Reason) -> Text:
    if not reason.parts:
        return reason.label
    parts = ", ".join(task for task, _ in reason.parts)
    return Text(f"{reason.label.de} ({parts})", f"{reason.label.en} ({parts})")
