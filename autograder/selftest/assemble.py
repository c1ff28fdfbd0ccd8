"""Builds notebooks in memory: the reference with some of its cells changed."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from autograder.build.master import Kind, MasterCell
from autograder.build.notebook import notebook_text
from autograder.build.publish import build_notebooks, reference_notebook
from autograder.build.solutions import SOLUTION_TAG
from autograder.course.sheet import HELPER_TAG, Course, Sheet, exercise_of
from autograder.errors import UsageFault
from autograder.selftest.bank import BankFile

Cells = tuple[MasterCell, ...]

SHOWING_TAG = "versuch"
"""On cells of the master that only show something: no answer needs them, and they take time."""


@dataclass(frozen=True)
class Workshop:
    """The reference of a sheet as a student would hand it in, without the cells that only show
    something, and what students get."""

    sheet: Sheet
    reference: Cells
    published: Cells

    def text(self, cells: Iterable[MasterCell]) -> str:
        """A notebook as the text of a file."""
        return notebook_text(tuple(cells), self.sheet)

    def notebooks(self, files: Sequence[BankFile]) -> tuple[str, ...]:
        """The notebooks of one submission; raises :class:`UsageFault` for unknown cells."""
        cells = list(self.reference)
        for file in files:
            cells = (_whole if file.kind == "whole" else _answer)(cells, file)
        split = files[-1].header.split if files else ()
        if not split:
            return (self.text(cells),)
        return tuple(self.text(self._share(cells, exercises)) for exercises in split)

    def _share(self, cells: Sequence[MasterCell], exercises: str) -> Iterable[MasterCell]:
        """These cells, but as published where they answer other exercises."""
        published = {cell.key: cell for cell in self.published}
        for cell in cells:
            part = next((tag.split("-")[1] for tag in cell.tags if "-" in tag), "")
            elsewhere = part and exercise_of(part) not in exercises.split()
            yield published[cell.key] if elsewhere else cell


def workshop(course: Course, sheet: Sheet) -> Workshop:
    """Raises :class:`UsageFault` when the sheet cannot be built."""
    published = build_notebooks(course, sheet)[course.assignment(sheet.id) / f"{sheet.id}.ipynb"]
    reference = cells_of(reference_notebook(course, sheet))
    handed_in = tuple(
        cell for cell in reference if not {SOLUTION_TAG, SHOWING_TAG, HELPER_TAG} & set(cell.tags)
    )
    return Workshop(sheet, handed_in, cells_of(published))


def cells_of(notebook: str) -> Cells:
    """The cells of a built notebook, with the keys of the master."""
    return tuple(
        MasterCell(
            cell["id"],
            cell["cell_type"],
            "".join(cell["source"]),
            tuple(cell["metadata"].get("tags", ())),
        )
        for cell in json.loads(notebook)["cells"]
    )


def _answer(cells: list[MasterCell], file: BankFile) -> list[MasterCell]:
    """One answer in the place of the part's first cell; its other cells go."""
    tag = f"antwort-{file.part}"
    keys = file.header.cells or [cell.key for cell in cells if tag in cell.tags]
    first, *others = [_position(cells, key, file) for key in keys] or [_unknown(tag, file)]
    kind: Kind = "markdown" if file.markdown else "code"
    cells[first] = replace(cells[first], kind=kind, source=file.source)
    return [cell for place, cell in enumerate(cells) if place not in others]


def _whole(cells: list[MasterCell], file: BankFile) -> list[MasterCell]:
    """A percent script: cells replaced (``KEY``), put in (``after=…``) or ``deleted=true``."""
    import jupytext

    for change in jupytext.reads(file.source, fmt="py:percent").cells:
        key, after = change.metadata.get("title", ""), change.metadata.get("after")
        if after is not None:
            fresh = MasterCell(key, change.cell_type, change.source)
            cells.insert(_position(cells, after, file) + 1, fresh)
            continue
        place = _position(cells, key, file)
        if change.metadata.get("deleted"):
            del cells[place]
        else:
            cells[place] = replace(cells[place], kind=change.cell_type, source=change.source)
    return cells


def _position(cells: Sequence[MasterCell], key: str, file: BankFile) -> int:
    for place, cell in enumerate(cells):
        if cell.key == key:
            return place
    return _unknown(key, file)


def _unknown(key: str, file: BankFile) -> int:
    raise UsageFault(f"{file.name} changes the cell {key!r}, which the master does not have.")
