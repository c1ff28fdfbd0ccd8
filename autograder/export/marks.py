"""``marks.csv``: one row per person, for spreadsheets and for an LMS.

Columns: submission, student, status, open, total, max, then one per part in the order of the
sheet; a part without a mark is an empty cell. ``total`` is provisional while ``open`` is not 0.

Both dialects are UTF-8 with a byte order mark, without which Excel reads UTF-8 as Windows-1252
and spoils every umlaut. A German Excel opens a file by double click correctly only with
semicolons and decimal commas: a comma does not separate there, and ``1.5`` becomes the first of
May. Programs (and Moodle, in every language) want the dot. So there is one dialect for each.
"""

import csv
import io
import math
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from autograder.course.sheet import Sheet
from autograder.export.atomic import atomic_file
from autograder.records.model import SubmissionResult
from autograder.render import safe
from autograder.render.standing import standing


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the cells are separated and how a number is written."""

    separator: str
    decimal: str


PROGRAMS = Dialect(",", ".")
"""``marks.csv``: comma and dot."""
GERMAN_EXCEL = Dialect(";", ",")
"""``marks-excel.csv``: semicolon and decimal comma."""

Add = Callable[[SubmissionResult], None]
"""Takes one submission after the other."""

_COLUMNS = ("submission", "student", "status", "open", "total", "max")
_FORMULA = re.compile(r'(^|[;,])(?=[\s"]*[=+\-@＝＋－＠])')


def marks_csv(
    sheet: Sheet, results: Iterable[SubmissionResult], dialect: Dialect = PROGRAMS
) -> str:
    """The table as text, without byte order mark, lines ended by CR LF (RFC 4180)."""
    out = io.StringIO(newline="")
    add = _into(out, sheet, dialect)
    for result in results:
        add(result)
    return out.getvalue()


@contextmanager
def marks_file(path: Path, sheet: Sheet, dialect: Dialect = PROGRAMS) -> Iterator[Add]:
    """Write the table in one step, one submission at a time, with byte order mark.

    Raises :class:`OSError`; then the file is as it was before.
    """
    with atomic_file(path) as file:
        out = io.TextIOWrapper(file, "utf-8-sig", newline="")
        yield _into(out, sheet, dialect)
        out.detach()


def _into(out: TextIO, sheet: Sheet, dialect: Dialect) -> Add:
    writer = csv.writer(out, delimiter=dialect.separator)
    writer.writerow([*_COLUMNS, *(task.id for task in sheet.tasks)])
    return lambda result: writer.writerows(_rows(sheet, result, dialect))


def write_marks(
    path: Path, sheet: Sheet, results: Iterable[SubmissionResult], dialect: Dialect = PROGRAMS
) -> None:
    """Write the table in one step, with byte order mark; raises :class:`OSError`."""
    with marks_file(path, sheet, dialect) as add:
        for result in results:
            add(result)


def _rows(sheet: Sheet, result: SubmissionResult, dialect: Dialect) -> Iterator[list[str]]:
    """A submission whose authors are unknown keeps one row with an empty student."""
    stand = standing(sheet, result)
    for student in result.students or ("",):
        yield [
            defused(result.submission),
            defused(student),
            result.status.german,
            str(stand.open),
            _number(stand.total, dialect),
            _number(stand.maximum, dialect),
            *(_number(mark.points, dialect) for mark in stand.marks),
        ]


def defused(hostile: str) -> str:
    """One line that no spreadsheet takes for a formula.

    An apostrophe is put before ``= + - @`` (and their full-width forms) at the start and after
    every character that another spreadsheet might take for a separator.
    """
    return _FORMULA.sub(r"\1'", safe.line(hostile))


def _number(value: float | None, dialect: Dialect) -> str:
    """At most four decimals; empty where there is no mark."""
    if value is None or not math.isfinite(value):
        return ""
    shown = f"{value:.4f}".rstrip("0").rstrip(".").replace(".", dialect.decimal)
    return "0" if shown == "-0" else shown
