"""Which files a sheet is published as, and whether those on disk are fresh."""

from collections.abc import Iterable
from pathlib import Path

from autograder.build.complete import demand_complete
from autograder.build.master import MasterCell, read_master
from autograder.build.notebook import notebook_text
from autograder.build.solutions import with_solutions, without_solutions
from autograder.build.texts import translated
from autograder.build.values import filled
from autograder.i18n import Language
from autograder.sheet import Course, Sheet


def build_notebooks(course: Course, sheet: Sheet) -> dict[Path, str]:
    """Path → text of every notebook for students; writes nothing.

    ``assignments/SHEET/SHEET.ipynb`` in German, and ``SHEET.en.ipynb`` when
    ``reference/SHEET/texts.en.md`` exists. Raises :class:`UsageFault` when the master, its
    translation and ``sheet.toml`` do not fit together.
    """
    cells = read_master(_master(course, sheet))
    folder = course.assignment(sheet.id)
    built = {folder / f"{sheet.id}.ipynb": _for_students(cells, sheet, "de")}
    texts = course.reference(sheet.id) / "texts.en.md"
    if texts.is_file():
        english = _for_students(translated(cells, texts), sheet, "en")
        built[folder / f"{sheet.id}.en.ipynb"] = english
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
    return notebook_text(filled(cells, sheet, "de"), sheet)


def _for_students(cells: Iterable[MasterCell], sheet: Sheet, language: Language) -> str:
    published = filled(without_solutions(cells, language), sheet, language)
    demand_complete(published, sheet)
    return notebook_text(published, sheet)


def _master(course: Course, sheet: Sheet) -> Path:
    return course.reference(sheet.id) / "master.py"
