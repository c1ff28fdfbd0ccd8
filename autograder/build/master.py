"""Read the master source: keyed cells out of a jupytext percent script.

Conventions: the title behind ``# %%`` is the cell's key (``# %% antwort-1a tags=["antwort-1a"]``).
The key is the cell's id in every notebook built from it, and the address of its translation.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from autograder.errors import UsageFault

Kind = Literal["code", "markdown"]

KEY = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What nbformat allows as the id of a cell."""


@dataclass(frozen=True, slots=True)
class MasterCell:
    """One cell of the master, solutions included."""

    key: str
    kind: Kind
    source: str
    tags: tuple[str, ...] = ()


def read_master(path: Path) -> tuple[MasterCell, ...]:
    """The cells of a master in their order.

    Raises :class:`UsageFault` when the file is missing or unreadable, when jupytext is not
    installed, and when a cell has no key of its own.
    """
    try:
        import jupytext
    except ModuleNotFoundError as error:
        raise UsageFault(
            "Building a sheet needs jupytext, which is not installed. "
            'Install it with: pip install "notebook-autograder[author]"'
        ) from error
    try:
        script = path.read_text("utf-8").lstrip()  # else leading blank lines become a cell
    except (OSError, UnicodeDecodeError) as error:
        raise UsageFault(
            f"{path}: the master source cannot be read ({error}). Expected is a jupytext percent "
            "script in UTF-8."
        ) from error
    cells = tuple(
        _cell(path, number, cell)
        for number, cell in enumerate(jupytext.reads(script, fmt="py:percent").cells, 1)
    )
    keys = [cell.key for cell in cells]
    for key in keys:
        if keys.count(key) > 1:
            raise UsageFault(f"{path}: two cells have the key {key!r}. Give each its own.")
    return cells


def _cell(path: Path, number: int, cell: Any) -> MasterCell:
    kind, source, key = cell.cell_type, cell.source, cell.metadata.get("title", "")
    where = f"{path}: cell {number}, beginning {source[:40]!r},"
    if kind not in ("code", "markdown"):
        raise UsageFault(f"{where} is of type {kind!r}. A sheet has code and markdown cells only.")
    if not KEY.fullmatch(key):
        raise UsageFault(
            f"{where} has the key {key!r}. Write one behind '# %%': letters, digits, '-' or '_', "
            "at most 64 characters, such as '# %% antwort-1a'."
        )
    return MasterCell(key, kind, source, tuple(cell.metadata.get("tags", ())))
