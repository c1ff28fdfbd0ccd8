"""The published notebooks of a sheet: what students got, to tell their own cells from ours."""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from autograder.course.sheet import HELPER_TAG, Course, Sheet, load_sheet
from autograder.errors import UsageFault
from autograder.intake.contract import Cell, Notebook, Refused
from autograder.intake.notebook import read_notebook
from autograder.intake.places import Place, template_places

Lines = tuple[str, ...]


def key(source: str) -> str:
    """A cell's source without what editors and formatters change: spaces and line ends."""
    return "".join(unicodedata.normalize("NFC", source).split())


def lines(source: str) -> Lines:
    """The lines of a cell that say something, each as its :func:`key`."""
    return tuple(squeezed for line in source.splitlines() if (squeezed := key(line)))


@dataclass(frozen=True)
class Template:
    """All published versions of a sheet's notebook, in all languages, as one."""

    sheet: Sheet
    cells: Mapping[str, Cell] = field(default_factory=dict)
    """:func:`key` → cell."""
    places: Mapping[str, Place] = field(default_factory=dict)
    """:func:`key` → place below this cell, where all versions agree on it."""
    texts: Mapping[str, frozenset[Lines]] = field(default_factory=dict)
    """First line → the lines of the Markdown cells that begin with it."""
    stubs: Sequence[Mapping[str, frozenset[str]]] = ()
    """Per version: part id → keys of the cells that wait for its answer or working."""

    @classmethod
    def load(cls, assignment: Path) -> "Template":
        """Read ``SHEET.ipynb``, ``SHEET.*.ipynb`` and ``published/*.ipynb`` of a sheet's folder.

        Raises :class:`UsageFault` where there is none: without them an untouched cell could
        not be told from an answer.
        """
        template = cls.load_if_published(assignment)
        if not template.cells:
            raise UsageFault(
                f"{assignment} has no published notebook. Expected {template.sheet.id}.ipynb; "
                f"write it with: autograder build {template.sheet.id}"
            )
        return template

    @classmethod
    def load_if_published(cls, assignment: Path) -> "Template":
        """The same for a sheet that may have no notebook yet; it is known by its marker only."""
        sheet = load_sheet(assignment / "sheet.toml")
        return cls.of(sheet, [_published(path) for path in _paths(assignment, sheet.id)])

    @classmethod
    def of(cls, sheet: Sheet, notebooks: Sequence[Notebook]) -> "Template":
        """From published notebooks that were already read."""
        cells: dict[str, Cell] = {}
        places: dict[str, set[Place]] = {}
        texts: dict[str, set[Lines]] = {}
        stubs: list[dict[str, frozenset[str]]] = []
        for notebook in notebooks:
            stubs.append({})
            for cell, place in template_places(notebook.cells, sheet.by_id):
                if not (name := key(cell.source)):
                    continue
                cells[name] = cell
                places.setdefault(name, set()).add(replace(place, role="task"))
                waits = cell.kind == "code" or place.role != "task"
                if place.precise and waits and HELPER_TAG not in cell.tags:
                    for part in place.parts:
                        stubs[-1][part] = stubs[-1].get(part, frozenset()) | {name}
                if cell.kind != "code":
                    told = lines(cell.source)
                    texts.setdefault(told[0], set()).add(told)
        agreed = {name: next(iter(found)) for name, found in places.items() if len(found) == 1}
        begun = {name: frozenset(told) for name, told in texts.items()}
        return cls(sheet, cells, agreed, begun, stubs)

    def has(self, cell: Cell) -> bool:
        """Whether a student's cell is as published (whatever its type, tags and outputs)."""
        mine = self.cells.get(key(cell.source))
        return mine is not None and mine.has_attachments >= cell.has_attachments

    def beginning(self, told: Lines) -> list[Lines]:
        """The Markdown cells that begin with exactly these lines."""
        begun = self.texts.get(told[0] if told else "", ())
        return sorted(lines for lines in begun if lines[: len(told)] == told)

    def has_stubs(self, part: str, seen: Collection[str]) -> bool:
        """Whether all cells that wait for this part are among those seen, as published."""
        return any(version.get(part) and version[part] <= frozenset(seen) for version in self.stubs)

    def boilerplate(self, first_line: str) -> frozenset[str]:
        """All lines (squeezed) of the published Markdown cells that begin with this one."""
        return frozenset(line for told in self.texts.get(key(first_line), ()) for line in told)


def templates(course: Course) -> dict[str, Template]:
    """Every sheet of a course, by id: what a notebook may turn out to belong to."""
    return {
        sheet: Template.load_if_published(course.assignment(sheet)) for sheet in course.sheets()
    }


def _paths(assignment: Path, sheet: str) -> list[Path]:
    return [
        *sorted(assignment.glob(f"{sheet}.ipynb")),
        *sorted(assignment.glob(f"{sheet}.*.ipynb")),
        *sorted(assignment.glob("published/*.ipynb")),
    ]


def _published(path: Path) -> Notebook:
    try:
        return read_notebook(path.read_bytes(), path.name)
    except Refused as error:
        raise UsageFault(f"{path}: {error.text.en}") from error
