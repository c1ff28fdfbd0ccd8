"""``marks.xlsx``: marks out to a spreadsheet, filled in, and in again as decisions.

A second, hidden sheet remembers what stood in each cell when it left. So a cell that nobody
touched changes nothing, and what others decided meanwhile is never overwritten.
"""

import io
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from autograder.desk.marking import By
from autograder.errors import UsageFault
from autograder.out.folder import OutFolder
from autograder.records.ledger import Decision, Kind, as_was
from autograder.render import safe

FILE_MIB = 32
ROWS = 20_000
MARKS, MEMORY = "marks", "memory"
_FIRST = ("submission", "people")
_LAST = "reason"
_OPEN = PatternFill("solid", fgColor="FFF2CC")
_OTHER_FILE = (
    "{name} is no marks.xlsx. Make one with --export and fill it; of another program's table "
    "save a copy as Excel (.xlsx)."
)
_Grid = Mapping[tuple[str, str], float | None]


@dataclass(frozen=True)
class Conflict:
    """A cell that was changed here and in the store since it left; the store's value stays."""

    submission: str
    task: str
    left: float | None
    filled: float | None
    now: float | None


@dataclass(frozen=True)
class Taken:
    """What an import did."""

    decisions: tuple[Decision, ...]
    conflicts: tuple[Conflict, ...]


def export(out: OutFolder) -> bytes:
    """One row per submission, one column per part; cells without a mark are coloured."""
    tasks = [task.id for task in out.sheet_in_force.tasks]
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = MARKS
    memory = book.create_sheet(MEMORY)
    memory.sheet_state = "hidden"
    _row(page, 1, [*_FIRST, *tasks, _LAST], bold=True)
    _row(memory, 1, [out.store.book, *tasks])
    people = {one.submission: one.students for one in out.store.gradings.newest_versions()}
    for number, result in enumerate(out.results(), 2):
        points = {part.task: part.points for part in result.parts}
        cells = [points.get(task) for task in tasks]
        names = ", ".join(people.get(result.submission, ()))
        _row(page, number, [result.submission, names, *cells, ""])
        _row(memory, number, [result.submission, *cells])
    page.freeze_panes = "C2"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def take_in(out: OutFolder, content: bytes, name: str, by: By) -> Taken:
    """Keep what was filled in, as marks by hand; the reason is the row's own, else ``by``'s.

    Raises :class:`UsageFault`, and keeps nothing, for another run's table, a formula, or what
    is no number within a part's points.
    """
    marks, memory = _opened(content, name)
    tasks = [task.id for task in out.sheet_in_force.tasks]
    if _values(memory, 1)[: len(tasks) + 1] != [out.store.book, *tasks]:
        raise UsageFault(f"{name} belongs to another run, or to other parts. Export it again.")
    left = dict(_grid(memory, tasks, 2, name))
    filled = dict(_grid(marks, tasks, 1 + len(_FIRST), name))
    reasons = _reasons(marks, len(tasks))
    automatic = {one.result.submission: one.result for one in out.store.gradings.latest()}
    counted = {one.submission: one for one in out.results()}
    decisions: list[Decision] = []
    conflicts: list[Conflict] = []
    for (submission, task), value in filled.items():
        before = left.get((submission, task))
        if value == before or (submission, task) not in left or submission not in counted:
            continue
        (now,) = (part for part in counted[submission].parts if part.task == task)
        (own,) = (part for part in automatic[submission].parts if part.task == task)
        if value is not None and not 0 <= value <= now.maximum:
            raise UsageFault(
                f"{name}: {submission} {task} is {value:g}, expected 0 to {now.maximum:g}."
            )
        if now.points not in (before, value):
            conflicts.append(Conflict(submission, task, before, value, now.points))
        elif now.points != value:
            why = reasons.get(submission) or by.reason
            decisions.append(
                Decision(
                    *(Kind.MARK, by.author, why, task, submission),
                    points=value,
                    was=as_was(own.outcome.value, own.points),
                )
            )
    _refuse_lower(out, decisions, name)
    return Taken(tuple(out.store.decisions.add(decisions)), tuple(conflicts))


def _refuse_lower(out: OutFolder, decisions: list[Decision], name: str) -> None:
    floors = out.store.rulings().floors.values()
    told = {(one.submission, one.task): one.points for one in floors}
    for one in decisions:
        least = told.get((one.submission, one.task))
        if least is not None and (one.points is None or one.points < least):
            raise UsageFault(
                f"{name}: {least:g} points for {one.task} of {one.submission} went out already. "
                "Marks only rise; a single one sinks with: autograder mark … --allow-lower."
            )


def _opened(content: bytes, name: str) -> tuple[Worksheet, Worksheet]:
    if len(content) > FILE_MIB << 20:
        raise UsageFault(f"{name} is larger than {FILE_MIB} MiB: that is no table of marks.")
    try:
        book = load_workbook(io.BytesIO(content))
        marks, memory = book[MARKS], book[MEMORY]
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError, TypeError) as error:
        raise UsageFault(_OTHER_FILE.format(name=name)) from error
    if not isinstance(marks, Worksheet) or not isinstance(memory, Worksheet):
        raise UsageFault(_OTHER_FILE.format(name=name))
    if max(marks.max_row, memory.max_row) > ROWS:
        raise UsageFault(f"{name} has more than {ROWS} rows.")
    return marks, memory


def _grid(
    page: Worksheet, tasks: list[str], first: int, name: str
) -> Iterator[tuple[tuple[str, str], float | None]]:
    for number in range(2, page.max_row + 1):
        submission = page.cell(number, 1).value
        if isinstance(submission, str) and submission:
            for column, task in enumerate(tasks, first):
                cell = page.cell(number, column)
                yield (submission, task), _points(cell.value, f"{name}, {cell.coordinate}")


def _points(value: object, where: str) -> float | None:
    """None for an empty cell; German decimals are understood."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, str):
        if value.lstrip().startswith("="):
            raise UsageFault(f"{where} is a formula. Put the number there.")
        try:
            value = float(value.replace(",", "."))
        except ValueError as error:
            raise UsageFault(
                f"{where} is {safe.line(str(value), 40)!r}, expected points."
            ) from error
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise UsageFault(f"{where} is {safe.line(str(value), 40)!r}, expected points.")
    return float(value)


def _reasons(page: Worksheet, tasks: int) -> dict[str, str]:
    found = {}
    for number in range(2, page.max_row + 1):
        submission, reason = page.cell(number, 1).value, page.cell(number, tasks + 3).value
        if isinstance(submission, str) and isinstance(reason, str) and reason.strip():
            found[submission] = reason.strip()
    return found


def _values(page: Worksheet, number: int) -> list[object]:
    return [page.cell(number, column).value for column in range(1, page.max_column + 1)]


def _row(
    page: Worksheet, number: int, values: list[str | float | None], bold: bool = False
) -> None:
    for column, value in enumerate(values, 1):
        cell = page.cell(number, column)
        assert isinstance(cell, Cell)
        if isinstance(value, str):
            cell.value = safe.line(value, safe.LINE_CHARS)
            cell.data_type = "s"  # else a leading = makes a formula of it
            cell.quotePrefix = True
        elif value is None:
            cell.fill = _OPEN
        else:
            cell.value = value
        if bold:
            cell.font = Font(bold=True)
