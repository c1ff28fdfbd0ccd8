"""Canvas: its gradebook CSV with one assignment's column, only the rows that have a grade.

A blank cell over an existing score counts as a change there, so people without a grade are
left out. Rows are matched by Canvas's own user id, else by SIS id, login or e-mail address.
"""

import csv
import io
from collections.abc import Iterator, Sequence

from autograder.errors import UsageFault
from autograder.export.marks import defused
from autograder.export.order import (
    Exported,
    ExportOrder,
    Grade,
    grades,
    left_open,
    number,
    owned,
    said,
)
from autograder.i18n import Text, text
from autograder.lms.matching import NUMBER
from autograder.lms.tables import Table, read_table
from autograder.records.people import Person

SYSTEM = "canvas"
_POINTS = "Points Possible"
_IDENTIFIERS = ("ID", "SIS User ID", "SIS Login ID", "Integration ID")


def canvas(order: ExportOrder, table: bytes, name: str) -> Exported:
    """The gradebook export ``table`` cut to one assignment and filled in.

    Raises :class:`UsageFault` where it is no gradebook, the column is not clear, or the maxima
    differ.
    """
    gradebook = read_table(table, name, _is_gradebook)
    if gradebook is None:
        raise UsageFault(
            f"{name} is no gradebook of Canvas (expected the columns Student, ID, Section). "
            "Export it: Grades → Export → Export Entire Gradebook."
        )
    column = _column(gradebook, order, name)
    possible = next((row for row in gradebook.rows if _POINTS in row[0]), None)
    found = grades(order, _float(possible[column]) if possible is not None else None)
    of_rows = owned(found, lambda person: _row_of(person, gradebook))
    written = [(row, one) for row, one in of_rows.pairs if one.points is not None]
    content = _csv(gradebook, column, possible, written)
    lines = (*_what_to_do(), *left_open(found), *of_rows.lines)
    file = f"canvas-{order.sheet.id}.csv"
    return Exported({file: content}, lines, said([one for _, one in written], order))


def _is_gradebook(header: Sequence[str]) -> bool:
    return len(header) >= 4 and "Student" in header[0] and "ID" in header and "Section" in header


def _column(gradebook: Table, order: ExportOrder, name: str) -> int:
    """The assignment's column: by name or id where given, else the only one with our title."""
    first = gradebook.header.index("Section") + 1
    candidates = list(enumerate(gradebook.header))[first:]
    wanted = order.assignment
    if wanted:
        fits = [n for n, title in candidates if title == wanted or title.endswith(f"({wanted})")]
    else:
        titles = (order.sheet.title.de, order.sheet.title.en, order.sheet.id)
        fits = [n for n, title in candidates if title.startswith(titles)]
    if len(fits) != 1:
        listed = "; ".join(title for _, title in candidates[:20]) or "none"
        raise UsageFault(
            f"{name} has {len(fits)} columns for this sheet. Name one with --assignment. "
            f"Found: {listed}."
        )
    return fits[0]


def _row_of(person: Person, gradebook: Table) -> tuple[str, ...] | None:
    columns = [gradebook.header.index(one) for one in _IDENTIFIERS if one in gradebook.header]
    if own := person.keys.get(SYSTEM):
        place = gradebook.header.index("ID")
        return next((row for row in gradebook.rows if row[place] == own), None)
    wanted = {one for one in (person.keys.get(NUMBER), person.email) if one}
    rows = [row for row in gradebook.rows if wanted & {row[place] for place in columns[1:]}]
    return rows[0] if len(rows) == 1 else None


def _csv(
    gradebook: Table,
    column: int,
    possible: tuple[str, ...] | None,
    written: Sequence[tuple[tuple[str, ...], Grade]],
) -> bytes:
    width = gradebook.header.index("Section") + 1
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([*gradebook.header[:width], gradebook.header[column]])
    if possible is not None:
        writer.writerow([*possible[:width], possible[column]])
    for row, one in written:
        student, *others = row[:width]
        writer.writerow([defused(student), *others, number(one.points or 0.0)])
    return out.getvalue().encode("utf-8-sig")


def _float(cell: str) -> float | None:
    try:
        return float(cell.strip())
    except ValueError:
        return None


def _what_to_do() -> Iterator[Text]:
    yield text("CSV hochladen: Grades → Import in Canvas; die Vorschau zeigt jede Änderung.")
