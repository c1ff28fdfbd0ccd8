"""A student's own cells, each with the parts that it may belong to."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from autograder.course.sheet import Sheet
from autograder.intake.contract import Cell, Notebook
from autograder.intake.headings import Role
from autograder.intake.identifiers import NAMES, defined, meant, mentioned, squashed
from autograder.intake.places import NOWHERE, Place, fragments, tagged
from autograder.intake.template import Lines, Template, key, lines

_ROUTINE = re.compile(r"[ \t]*(?:$|#.{0,80}$|[%!]|import[ \t]|from[ \t]+[\w.]+[ \t]+import[ \t])")
_PERSONAL = re.compile(
    r"\W*(?:name|vorname|nachname|matrikel\w*|gruppe|team|abgabe von|student\w*|datum|date|group)"
    r"\b.{0,120}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A student's own cell, or the stretch of a Markdown cell below one heading."""

    cell: int
    """Index in the notebook."""
    code: bool
    text: str
    own: str
    """``text`` without heading and published lines."""
    home: frozenset[str]
    """Parts that it answers: by heading, by a defined name, by the heading above it."""
    near: frozenset[str]
    """Parts that it might have to do with."""
    role: Role = "task"
    titled: bool = False
    """Whether its role comes from a heading or tag of its own."""
    attachments: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """What is left of the published notebook, and what the student put there."""

    pieces: tuple[Piece, ...]
    """All own cells that may hold an answer; imports and one's name are none."""
    seen: frozenset[str]
    """Keys of the published cells that are there unchanged (texts: perhaps cut short)."""


def trace(notebook: Notebook, sheet: Sheet, template: Template) -> Trace:
    """Tell a student's own cells from the published ones, from top to bottom."""
    walk = _Walk(sheet, template)
    pieces = tuple(walk.pieces(notebook))
    return Trace(pieces, frozenset(walk.seen))


class _Walk:
    """Reads a notebook from top to bottom and keeps the place."""

    def __init__(self, sheet: Sheet, template: Template) -> None:
        self._known = sheet.by_id
        self._template = template
        self._names: Mapping[str, frozenset[str]] = {
            task.id: frozenset(squashed(one) for answer in task.answers for one in answer.names)
            for task in sheet.tasks
        }
        self._official = frozenset(name for names in self._names.values() for name in names)
        self._compared: dict[str, frozenset[str]] = {}
        self._place = NOWHERE
        self._split: list[tuple[Lines, int]] = []
        self.seen: set[str] = set()

    def pieces(self, notebook: Notebook) -> Iterator[Piece]:
        for index, cell in enumerate(notebook.cells):
            name = key(cell.source)
            if not name and not cell.has_attachments:
                continue
            if self._template.has(cell):
                self._saw(name)
                self._split = []
            elif cell.kind == "code":
                yield from self._code(index, cell)
            elif cell.has_attachments or not self._is_cut(lines(cell.source)):
                yield from self._text(index, cell)

    def _saw(self, name: str) -> None:
        self.seen.add(name)
        self._place = self._template.places.get(name, self._place)

    def _is_cut(self, told: Lines) -> bool:
        """Whether this is the beginning of a published text, or what followed such a beginning.

        Only texts may be cut short or split over several cells: code made of published lines
        can be an answer.
        """
        rest = [
            (whole, at + len(told))
            for whole, at in self._split
            if whole[at : at + len(told)] == told
        ]
        self._split = rest or [(whole, len(told)) for whole in self._template.beginning(told)]
        for whole, _ in self._split:
            self._saw("".join(whole))
        return bool(self._split)

    def _text(self, index: int, cell: Cell) -> Iterator[Piece]:
        cut = fragments(cell, self._place, self._known)
        tag = tagged(cell, self._known)
        words = mentioned(cell.source)
        near = {part for part, names in self._names.items() if names & words}
        for one in cut:
            place, titled = one.place, one.titled
            if tag is not None and not titled:
                together = tag.parts + (place.parts if place.precise else ())
                place, titled = replace(tag, parts=tuple(dict.fromkeys(together))), True
            own = self._own(one.lines, one.titled)
            home = frozenset(place.parts if place.precise else ())
            piece = Piece(
                *(index, False, one.text, own, home, frozenset(near.union(place.parts))),
                *(place.role, titled, cell.has_attachments),
            )
            if home or piece.near or not _is_personal(own) or cell.has_attachments:
                yield piece
        self._place = cut[-1].place

    def _code(self, index: int, cell: Cell) -> Iterator[Piece]:
        names = {squashed(name) for name in defined(cell.source)}
        makes = {part for part, official in self._names.items() if official.intersection(names)}
        cut = fragments(cell, self._place, self._known)
        titles = {part for one in cut if one.titled for part in one.place.parts}
        tag = tagged(cell, self._known)
        here = set(self._place.parts)
        home = makes | titles
        if not home:
            home = {*(tag.parts if tag else ()), *(here if self._place.precise else ())}
        near = here | home | {*(tag.parts if tag else ())}
        words = mentioned(cell.source)
        near |= {part for part, official in self._names.items() if official & words}
        near = near.union(*(self._misspelt(name) for name in sorted(names - self._official)))
        if cut[-1].titled:
            self._place = replace(cut[-1].place, role="task")
        elif len(makes) == 1 and not self._place.precise:
            self._place = Place(tuple(makes), precise=True)
        if near or not _is_routine(cell.source):
            own = cell.source
            yield Piece(index, True, own.strip("\n"), own, frozenset(home), frozenset(near))

    def _misspelt(self, name: str) -> frozenset[str]:
        """Parts that this name may have been meant for; all, where nobody can compare them."""
        if name not in self._compared:
            if len(self._compared) >= NAMES:
                return frozenset(self._known)
            near = meant(name, self._official)
            parts = [part for part, official in self._names.items() if official & near]
            self._compared[name] = frozenset(parts)
        return self._compared[name]

    def _own(self, told: tuple[str, ...], titled: bool) -> str:
        first = next((line for line in told if line.strip()), "")
        published = self._template.boilerplate(first)
        kept = [line for line in told if key(line) not in published]
        return "\n".join(kept[1:] if titled and kept[:1] == [first] else kept).strip()


def _is_routine(source: str) -> bool:
    """Imports and magics (with comments), which cannot be anybody's answer."""
    told = [line for line in source.splitlines() if line.strip()]
    only_comments = all(line.lstrip().startswith("#") for line in told)
    return not only_comments and all(_ROUTINE.match(line) and ";" not in line for line in told)


def _is_personal(own: str) -> bool:
    """Lines like „Name: …“ and „Matrikelnummer: …“."""
    return all(_PERSONAL.fullmatch(line) for line in own.splitlines() if line.strip())
