"""Which files a sheet is published as, and whether those on disk are fresh."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from autograder.build.complete import demand_complete
from autograder.build.master import MasterCell, read_master
from autograder.build.notebook import notebook_text
from autograder.build.solutions import with_solutions, without_solutions
from autograder.build.texts import translated
from autograder.build.values import filled
from autograder.course.sheet import Course, Sheet
from autograder.i18n import Language
from autograder.public.cell import first_cell, last_cell
from autograder.public.table import has_table, public_table


def build_notebooks(course: Course, sheet: Sheet) -> dict[Path, str]:
    """Path → text of every notebook for students; writes nothing.

    ``assignments/SHEET/SHEET.ipynb`` in German, and ``SHEET.en.ipynb`` when
    ``reference/SHEET/texts.en.md`` exists. Raises :class:`UsageFault` when the master, its
    translation and ``sheet.toml`` do not fit together.
    """
    cells = read_master(_master(course, sheet))
    folder = course.assignment(sheet.id)
    table = public_table(course, sheet) if has_table(course, sheet) else None
    german = folder / f"{sheet.id}.ipynb"
    built = {german: _for_students(cells, sheet, "de", _our_cells(table, "de", german))}
    texts = course.reference(sheet.id) / "texts.en.md"
    if texts.is_file():
        path = folder / f"{sheet.id}.en.ipynb"
        ours = _our_cells(table, "en", path)
        built[path] = _for_students(translated(cells, texts), sheet, "en", ours)
    return built


def stale(course: Course, sheet: Sheet) -> list[Path]:
    """The generated files that are missing or differ from what :func:`build_notebooks` gives."""
    return [
        path
        for path, text in build_notebooks(course, sheet).items()
        if not path.is_file() or path.read_bytes() != text.encode()
    ]


def reference_notebook(course: Course, sheet: Sheet) -> str:
    """The master with its solutions as the text of a notebook (German), ready to be graded."""
    cells = with_solutions(read_master(_master(course, sheet)))
    table = public_table(course, sheet) if has_table(course, sheet) else None
    path = course.assignment(sheet.id) / f"{sheet.id}.ipynb"
    return notebook_text(filled(cells, sheet, "de", _our_cells(table, "de", path)), sheet)


def _our_cells(
    table: Mapping[str, Any] | None, language: Language, path: Path
) -> Mapping[str, str]:
    """The cells of the self-check, by the name that stands for them in the master."""
    if table is None:
        return {}
    published = path.read_text("utf-8", "replace") if path.is_file() else ""
    return {
        "self_check": first_cell(table, language, published),
        "hand_in": last_cell(table, language),
    }


def _for_students(
    cells: Iterable[MasterCell], sheet: Sheet, language: Language, ours: Mapping[str, str]
) -> str:
    published = filled(without_solutions(cells, language), sheet, language, ours)
    demand_complete(published, sheet)
    return notebook_text(published, sheet)


def _master(course: Course, sheet: Sheet) -> Path:
    return course.reference(sheet.id) / "master.py"
