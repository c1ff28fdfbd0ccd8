"""A CSV of what holds for single people: extensions, exemptions, bonus points.

Columns (German or English, in any order): person, deadline, exempt, bonus, reason. The person
is named by id, e-mail address or ID number.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from autograder.errors import UsageFault
from autograder.lms.dates import moodle_date
from autograder.lms.tables import Table, read_table
from autograder.records.ledger import Decision, Kind
from autograder.records.people import Person
from autograder.scoring.force import NEVER_LATE, Rulings
from autograder.scoring.rules import Override

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "person": ("person",),
    "deadline": ("frist", "deadline"),
    "exempt": ("befreit", "exempt"),
    "bonus": ("bonus", "zusatzpunkte"),
    "reason": ("grund", "reason"),
}
_YES = ("ja", "yes", "x", "1", "true")
_NO = ("", "nein", "no", "0", "false")
MAX_BONUS = 1_000


def read_overrides(content: bytes, name: str, people: Sequence[Person]) -> Mapping[str, Override]:
    """Person's id → what holds for them.

    Raises :class:`UsageFault` with the line for anybody unknown or named twice, and for a cell
    that cannot be read: an extension must not get lost without a word.
    """
    table = read_table(content, name, lambda header: "person" in map(str.casefold, header))
    if table is None:
        raise UsageFault(
            f"{name} has no column “person”. Expected: person, frist, befreit, bonus, grund."
        )
    columns = _columns(table, name)
    found: dict[str, Override] = {}
    for line, row in enumerate(table.rows, 2):
        cells = {field: row[place].strip() for field, place in columns.items()}
        person = _person(cells["person"], people, f"{name}, line {line}")
        if person.id in found:
            raise UsageFault(f"{name}, line {line}: {cells['person']} stands there twice.")
        found[person.id] = _override(cells, f"{name}, line {line}")
    return found


def decisions(
    overrides: Mapping[str, Override], rulings: Rulings, author: str, reason: str
) -> list[Decision]:
    """What differs from what was decided so far, as decisions to be kept."""
    made = []
    for person, one in overrides.items():
        why = one.reason or reason
        until = NEVER_LATE if one.exempt else one.deadline.isoformat() if one.deadline else ""
        if until != rulings.deadlines.get(person, ""):
            made.append(Decision(Kind.DEADLINE, author, why, person=person, words=until))
        before = rulings.bonuses.get(person)
        if one.bonus != (before.points if before else 0.0):
            made.append(Decision(Kind.BONUS, author, why, person=person, points=one.bonus))
    return made


def _columns(table: Table, name: str) -> dict[str, int]:
    known = {title: field for field, titles in COLUMNS.items() for title in titles}
    columns = {}
    for place, title in enumerate(table.header):
        if title.casefold() not in known:
            raise UsageFault(
                f"{name} has a column {title!r}. Known: person, frist, befreit, bonus, grund."
            )
        columns[known[title.casefold()]] = place
    return columns


def _person(cell: str, people: Sequence[Person], where: str) -> Person:
    wanted = cell.casefold()
    fits = [
        one
        for one in people
        if wanted and wanted in map(str.casefold, (one.id, one.email, one.keys.get("number", "")))
    ]
    if len(fits) != 1:
        raise UsageFault(
            f"{where}: {cell!r} is {'nobody' if not fits else 'more than one person'} here. Name "
            "an id (as in the table of marks), an e-mail address or an ID number."
        )
    return fits[0]


def _override(cells: Mapping[str, str], where: str) -> Override:
    exempt = cells.get("exempt", "").casefold()
    if exempt not in (*_YES, *_NO):
        raise UsageFault(f"{where}: {cells['exempt']!r}, expected ja or nein.")
    return Override(
        deadline=_deadline(cells.get("deadline", ""), where),
        exempt=exempt in _YES,
        bonus=_bonus(cells.get("bonus", ""), where),
        reason=cells.get("reason", ""),
    )


def _deadline(cell: str, where: str) -> datetime | None:
    if not cell:
        return None
    at = moodle_date(cell)
    if at is None:
        raise UsageFault(f"{where}: {cell!r} is no time, expected 2026-11-30 23:59.")
    return at


def _bonus(cell: str, where: str) -> float:
    if not cell:
        return 0.0
    try:
        points = float(cell.replace(",", "."))
    except ValueError:
        points = float("nan")
    if not abs(points) <= MAX_BONUS:
        raise UsageFault(f"{where}: {cell!r} are no points, expected a number like 1.5.")
    return points
