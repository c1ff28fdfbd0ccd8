"""Moodle's offline grading worksheet: what it says about people and their assignment.

Columns are found by their German or English headers (language packs of Moodle 4.5); which
exist depends on the assignment. Only three are always needed: identifier, grade, and when the
grade was last modified.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from autograder.errors import UsageFault
from autograder.i18n import LANGUAGES, Language
from autograder.lms.dates import moodle_date
from autograder.lms.names import NO_GROUP
from autograder.lms.tables import Table, load, read_table


class Field(Enum):
    """A column by its headers, German and English."""

    IDENTIFIER = ("ID", "Identifier")
    NAME = ("Vollständiger Name", "Full name")
    EMAIL = ("E-Mail-Adresse", "Email address")
    NUMBER = ("ID-Nummer", "ID number")
    STATUS = ("Status", "Status")
    GROUP = ("Gruppe", "Group")
    GRADE = ("Bewertung", "Grade")
    MAXIMUM = ("Bestwertung", "Maximum grade")
    SCALE = ("Skala", "Scale")
    CHANGEABLE = ("Bewertung kann geändert werden", "Grade can be changed")
    SUBMITTED = ("Zuletzt geändert (Abgabe)", "Last modified (submission)")
    GRADED = ("Zuletzt geändert (Bewertung)", "Last modified (grade)")
    COMMENT = ("Feedback als Kommentar", "Feedback comments")

    def header(self, language: Language) -> str:
        return self.value[LANGUAGES.index(language)]


REQUIRED = (Field.IDENTIFIER, Field.GRADE, Field.GRADED)
_IDENTIFIER = re.compile(r"(?:Participant|Teilnehmer/in|Teilnehmerin)\s*(\d{1,12})")
_NOTHING = ("No submission", "Keine Abgabe")
_DRAFT = ("Draft (not submitted)", "Entwurf (nicht abgegeben)")
_LOCKED = ("No", "Nein")


@dataclass(frozen=True, slots=True)
class WorksheetRow:
    """One participant of the assignment."""

    participant: str
    """The number after „Teilnehmer/in“; it belongs to this assignment only."""
    identifier: str
    """The cell itself, which has to come back unchanged."""
    name: str
    email: str
    number: str
    """ID number: mostly the matriculation number."""
    group: str
    """Empty unless groups hand in; ``Standard-Gruppe`` for those in none."""
    grade: str
    """The stored grade as written, empty if there is none."""
    graded: str
    """When it was stored, as written."""
    submitted: datetime | None
    handed_in: bool
    draft: bool
    """Whether they have not said yet that it is handed in; it is in the archive all the same."""
    changeable: bool

    @property
    def in_no_group(self) -> bool:
        return self.group in NO_GROUP


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One downloaded worksheet."""

    name: str
    """Of the file, for messages."""
    language: Language
    rows: tuple[WorksheetRow, ...]
    maximum: float | None
    """Points of the assignment; None where it is graded by a scale."""
    fields: frozenset[Field]
    """Columns that it has."""

    @property
    def teams(self) -> bool:
        """Whether groups hand in together."""
        return Field.GROUP in self.fields


def read_worksheet(content: bytes, name: str) -> Worksheet:
    """Read what Moodle wrote or a spreadsheet saved again.

    Raises :class:`UsageFault` for another file, another language, a repeated or damaged
    identifier, and rows of different maxima.
    """
    table = read_table(content, name, _is_worksheet)
    if table is None:
        needed = " / ".join(
            ", ".join(field.header(language) for field in REQUIRED) for language in LANGUAGES
        )
        raise UsageFault(
            f"{name} is no grading worksheet of a Moodle assignment: no first row with {needed}. "
            "Set Moodle's language to German or English and download it again: assignment → "
            "„Alle Abgaben anzeigen“ → „Bewertungstabelle herunterladen“."
        )
    columns = _columns(table.header)
    rows = tuple(_row(row, columns, name) for row in table.rows)
    _refuse_repeated(rows, name)
    language: Language = "de" if Field.GRADED.header("de") in table.header else "en"
    return Worksheet(name, language, rows, _maximum(table, columns, name), frozenset(columns))


def load_worksheet(path: Path) -> Worksheet:
    """:func:`read_worksheet` of a file; raises :class:`UsageFault`."""
    return read_worksheet(load(path), path.name)


def moodle_number(cell: str) -> float | None:
    """``87,50`` and ``87.50`` as a number, None for anything else."""
    plain = cell.strip().replace(",", ".")
    return float(plain) if re.fullmatch(r"\d{1,9}(\.\d{1,9})?", plain) else None


def _is_worksheet(header: Sequence[str]) -> bool:
    return any(
        all(field.header(language) in header for field in REQUIRED) for language in LANGUAGES
    )


def _columns(header: Sequence[str]) -> dict[Field, int]:
    places = {name: place for place, name in reversed(list(enumerate(header)))}
    return {
        field: places[title]
        for field in Field
        for language in LANGUAGES
        if (title := field.header(language)) in places
    }


def _row(row: Sequence[str], columns: dict[Field, int], name: str) -> WorksheetRow:
    def cell(field: Field) -> str:
        return row[columns[field]].strip() if field in columns else ""

    identifier = cell(Field.IDENTIFIER)
    number = _IDENTIFIER.fullmatch(identifier)
    if number is None:
        raise UsageFault(
            f"{name}: {identifier!r} is no identifier of Moodle (expected „Teilnehmer/in123“ or "
            "“Participant 123”). One such cell makes Moodle drop the whole file: download it again."
        )
    return WorksheetRow(
        participant=number[1],
        identifier=identifier,
        name=cell(Field.NAME),
        email=cell(Field.EMAIL),
        number=cell(Field.NUMBER),
        group=cell(Field.GROUP),
        grade=cell(Field.GRADE),
        graded=cell(Field.GRADED),
        submitted=moodle_date(cell(Field.SUBMITTED)),
        handed_in=not cell(Field.STATUS).startswith(_NOTHING),
        draft=cell(Field.STATUS).startswith(_DRAFT),
        changeable=cell(Field.CHANGEABLE) not in _LOCKED,
    )


def _refuse_repeated(rows: Sequence[WorksheetRow], name: str) -> None:
    seen: set[str] = set()
    for row in rows:
        if row.participant in seen:
            raise UsageFault(f"{name}: {row.identifier} stands there twice. Download it again.")
        seen.add(row.participant)


def _maximum(table: Table, columns: dict[Field, int], name: str) -> float | None:
    if Field.MAXIMUM not in columns:
        return None
    cells = {row[columns[Field.MAXIMUM]].strip() for row in table.rows} - {""}
    numbers = {moodle_number(cell) for cell in cells}
    if len(numbers) != 1 or None in numbers:
        raise UsageFault(
            f"{name}: the maximum grade is {' and '.join(sorted(cells)) or 'missing'}, expected "
            "one number for all rows. Download the worksheet again."
        )
    return numbers.pop()
