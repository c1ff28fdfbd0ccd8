"""Everybody's marks as a table of our own: CSV for programs, XLSX for people.

In XLSX text is text and a number is a number, so no spreadsheet takes a name for a formula or
a group for a date. CSV has no types: formulas are defused, and whoever opens it in Excel should
take the XLSX.
"""

import csv
import io
from collections.abc import Iterator
from datetime import datetime

from autograder.export.marks import defused
from autograder.export.order import Exported, ExportOrder, Grade, grades, left_open, number, said
from autograder.i18n import text
from autograder.lms.matching import NUMBER
from autograder.render import safe

Value = str | float | datetime | None
_BEFORE = ("name", "email", "number", "group", "submission", "handed_in", "time_source", "status")
_AFTER = ("open", "adjustments", "total", "max", "comment")


def csv_table(order: ExportOrder, _table: bytes, _name: str) -> Exported:
    """UTF-8 with byte order mark, commas, dots; one row per person."""
    found = grades(order, None)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_header(order))
    for one in found:
        writer.writerow([_cell(value) for value in _row(one, order)])
    content = out.getvalue().encode("utf-8-sig")
    file = f"{order.sheet.id}-marks.csv"
    return Exported({file: content}, tuple(left_open(found)), said(found, order))


def xlsx_table(order: ExportOrder, _table: bytes, _name: str) -> Exported:
    """One sheet, header frozen; needs openpyxl."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Font
    from openpyxl.worksheet.worksheet import Worksheet

    found = grades(order, None)
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = safe.line(order.sheet.id, 31)
    rows: list[list[Value]] = [list(_header(order)), *(_row(one, order) for one in found)]
    for at, row in enumerate(rows, 1):
        for place, value in enumerate(row, 1):
            cell = page.cell(at, place)
            assert isinstance(cell, Cell)
            if isinstance(value, str):
                cell.value = safe.line(value, safe.LINE_CHARS)
                cell.data_type = "s"  # else a leading = makes a formula of it
            else:
                cell.value = value
            cell.font = Font(bold=at == 1)
    page.freeze_panes = "B2"
    out = io.BytesIO()
    book.save(out)
    file = f"{order.sheet.id}-marks.xlsx"
    return Exported({file: out.getvalue()}, tuple(left_open(found)), said(found, order))


def _header(order: ExportOrder) -> Iterator[str]:
    yield from _BEFORE
    yield from (task.id for task in order.sheet.tasks)
    yield from _AFTER


def _row(one: Grade, order: ExportOrder) -> list[Value]:
    marks, person = one.marks, one.marks.person
    at = marks.handed_in.at
    status = marks.status.label if marks.submission is not None else text("keine Abgabe")
    return [
        person.name,
        person.email,
        person.keys.get(NUMBER, ""),
        person.group,
        marks.submission or "",
        at.astimezone().replace(tzinfo=None) if at and at.tzinfo else at,
        marks.handed_in.source,
        status.de,
        *(marks.parts.get(task.id) for task in order.sheet.tasks),
        float(marks.open),
        sum(adjustment.points for adjustment in marks.adjustments),
        one.points,
        marks.maximum,
        marks.comment,
    ]


def _cell(value: Value) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, str):
        return defused(value)
    return "" if value is None else number(value)
