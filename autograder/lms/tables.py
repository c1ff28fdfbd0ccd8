"""A table that an LMS wrote and perhaps a spreadsheet saved again → rows of text."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import UsageFault

TABLE_MIB = 16
ROWS = 100_000
HEADER_CHARS = 20_000
CELL_CHARS = 1_000_000
_SEPARATORS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Table:
    """A header and rows that all have its width."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    separator: str
    encoding: str


def read_table(content: bytes, name: str, fits: Callable[[Sequence[str]], bool]) -> Table | None:
    """The table whose first row ``fits``, whichever separator and encoding it has.

    UTF-8, UTF-16 with its mark, or Windows-1252 (German Excel); comma, semicolon or tab. None
    where no header fits. Raises :class:`UsageFault` for a table too big, or with a row of
    another width: Moodle would refuse such a file without saying why.
    """
    if len(content) > TABLE_MIB << 20:
        raise UsageFault(f"{name} is larger than {TABLE_MIB} MiB: that is no table of marks.")
    text, encoding = _decoded(content)
    for separator in _SEPARATORS:
        if fits(_header(text, separator)):
            return _table(text, name, separator, encoding)
    return None


def load(path: Path) -> bytes:
    """The content of a table's file; raises :class:`UsageFault` where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read((TABLE_MIB << 20) + 1)
    except OSError as error:
        raise UsageFault(f"{path} cannot be read: {error.strerror}.") from error


def _header(text: str, separator: str) -> list[str]:
    first = text[:HEADER_CHARS].split("\n", 1)[0].rstrip("\r")
    try:
        return [cell.strip() for cell in next(csv.reader([first], delimiter=separator), [])]
    except csv.Error:
        return []


def _decoded(content: bytes) -> tuple[str, str]:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace"), "utf-16"
    try:
        return content.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace"), "cp1252"


def _table(text: str, name: str, separator: str, encoding: str) -> Table:
    before = csv.field_size_limit(CELL_CHARS)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        header = tuple(cell.strip() for cell in next(reader))
        rows = []
        for row in reader:
            if any(row):
                rows.append(_as_wide(row, len(header), name, reader.line_num))
            if len(rows) > ROWS:
                raise UsageFault(f"{name} has more than {ROWS} rows: that is no table of marks.")
    except csv.Error as error:
        raise UsageFault(f"{name} is no readable table: {error}.") from error
    finally:
        csv.field_size_limit(before)
    return Table(header, tuple(rows), separator, encoding)


def _as_wide(row: list[str], width: int, name: str, line: int) -> tuple[str, ...]:
    """Excel leaves out or adds empty cells at the end of a row."""
    if any(row[width:]):
        raise UsageFault(
            f"{name}, line {line}: {len(row)} cells, the header has {width}. Download the table "
            "again; a separator inside a name or comment needs quotes around the cell."
        )
    return tuple(row[:width] + [""] * (width - len(row)))
