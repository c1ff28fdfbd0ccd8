"""Where in the sheet a cell stands: the headings in it, and those above it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from autograder.intake.contract import Cell
from autograder.intake.headings import Heading, Role, heading, lettered

_TAGS: dict[str, Role] = {
    **dict.fromkeys(("aufgabe", "task"), "task"),
    **dict.fromkeys(("antwort", "answer"), "answer"),
    **dict.fromkeys(("rechenweg", "working"), "working"),
}
_SECTION = re.compile(r"[ ]{0,3}#{1,3}[ \t]")


@dataclass(frozen=True, slots=True)
class Place:
    """The parts that what stands here belongs to; none: no recognisable section."""

    parts: tuple[str, ...] = ()
    role: Role = "task"
    precise: bool = False
    """Whether the parts themselves are named, not only their exercise."""
    exercise: str | None = None
    """Below „Aufgabe 1“ a line „b)“ is understood as 1b."""


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Fragment:
    """Lines of a cell up to the next heading of a part."""

    place: Place
    lines: tuple[str, ...]
    titled: bool
    """Whether it begins with its own heading."""

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip("\n")


def fragments(cell: Cell, before: Place, known: Collection[str]) -> list[Fragment]:
    """A cell cut at its headings; the last fragment's place holds for the cells below."""
    code = cell.kind == "code"
    found: list[Fragment] = []
    place, lines, titled = before, list[str](), False
    for line in cell.source.splitlines():
        title = heading(line, known, code)
        if title is None and place.exercise is not None and not code:
            title = lettered(line, place.exercise, known)
            if title is not None:
                title = replace(title, exercise=place.exercise)
        if title is None:
            lines.append(line)
            continue
        if titled or any(one.strip() for one in lines):
            found.append(Fragment(place, tuple(lines), titled))
        place, lines, titled = _place(title), [line], True
    found.append(Fragment(place, tuple(lines), titled))
    return found


def tagged(cell: Cell, known: Collection[str]) -> Place | None:
    """What tags like ``antwort-1b`` say: often right, but copied along with the cell."""
    for tag in cell.tags:
        word, _, part = tag.casefold().partition("-")
        if word in _TAGS and part in known:
            return Place((part,), _TAGS[word], precise=True)
    return None


def template_places(cells: Sequence[Cell], known: Collection[str]) -> Iterator[tuple[Cell, Place]]:
    """The cells of a published notebook with the place that each of them ends in."""
    place = NOWHERE
    for cell in cells:
        cut = fragments(cell, place, known)
        if cell.kind != "code" and not cut[0].titled and _SECTION.match(cell.source):
            cut = fragments(cell, NOWHERE, known)
        place = tagged(cell, known) or cut[-1].place
        yield cell, place
        place = replace(place, role="task")


def _place(title: Heading) -> Place:
    if title.exercise is None:
        return Place(title.parts, title.role, precise=True)
    return Place(title.parts, title.role, len(title.parts) == 1, title.exercise)
