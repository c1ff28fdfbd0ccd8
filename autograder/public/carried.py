"""What a notebook itself tells of its sheet: the stamp, and the table its first cell carries."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.course.sheet import Course
from autograder.errors import UsageFault
from autograder.public.cell import published_files
from autograder.public.table import has_table, public_table
from autograder.selfcheck.finding import NOTEBOOK_MIB
from autograder.selfcheck.table import NAME


@dataclass(frozen=True)
class Carried:
    """A notebook's own word; nobody has checked it."""

    path: Path
    sheet: str
    """Empty without a stamp."""
    table: Mapping[str, Any] | None


def carried(path: Path) -> Carried:
    """Read a notebook's stamp and table; raises :class:`UsageFault` for what is no notebook."""
    try:
        if path.stat().st_size > NOTEBOOK_MIB << 20:
            raise UsageFault(f"{path} is larger than {NOTEBOOK_MIB} MiB. Clear its outputs first.")
        whole = path.read_text("utf-8")
        stamp = json.loads(whole)["metadata"].get("autograder", {})
        sheet = str(stamp.get("sheet", ""))
        files = published_files(whole)
        table = json.loads(files[NAME]) if NAME in files else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise UsageFault(f"{path} cannot be read as a notebook ({error}).") from error
    return Carried(path, sheet, table)


def table_for(notebook: Carried, course: Course) -> Mapping[str, Any]:
    """The course's table of the notebook's sheet; without the course, the one it carries.

    Raises :class:`UsageFault` when there is neither.
    """
    if notebook.sheet in course.sheets():
        sheet = course.load(notebook.sheet)
        if has_table(course, sheet):
            return public_table(course, sheet)
    if notebook.table is not None:
        return notebook.table
    raise UsageFault(
        f"{notebook.path} carries no self-check, and the course knows none for its sheet "
        f"({notebook.sheet or 'no stamp'}). Copy your answers into the published notebook, or "
        "name the course's folder with --course DIR."
    )
