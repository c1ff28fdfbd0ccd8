"""Marked solutions: taken out for students, kept for the reference.

A solution stands between a line ``BEGIN LÖSUNG`` and a line ``END LÖSUNG``, written as a comment of
the cell's kind: ``# …`` in code, ``<!-- … -->`` in markdown. A cell tagged ``loesung`` is a
solution as a whole.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from autograder.build.master import MasterCell
from autograder.errors import UsageFault
from autograder.i18n import Language, Text

SOLUTION_TAG = "loesung"
CODE_PLACEHOLDER = Text("...  # Ihre Lösung", "...  # your solution")
MARKDOWN_PLACEHOLDER = Text("*Ihre Antwort*", "*Your answer*")

_MARKERS = {
    "code": ("# BEGIN LÖSUNG", "# END LÖSUNG"),
    "markdown": ("<!-- BEGIN LÖSUNG -->", "<!-- END LÖSUNG -->"),
}
# A misspelt marker would publish the solution; otter and nbgrader write SOLUTION.
_LOOKALIKE = re.compile(r"\b(begin|end)\W+(lösung|loesung|solution)", re.IGNORECASE)

_Role = Literal["text", "begin", "solution", "end"]


def without_solutions(cells: Iterable[MasterCell], language: Language) -> list[MasterCell]:
    """The cells as students get them: every solution is replaced by a placeholder."""
    return [
        replace(cell, source=_with_placeholders(cell, language))
        for cell in cells
        if SOLUTION_TAG not in cell.tags
    ]


def with_solutions(cells: Iterable[MasterCell]) -> list[MasterCell]:
    """The cells of the reference: the solutions stay, the marker lines go."""
    return [
        cell if SOLUTION_TAG in cell.tags else replace(cell, source=_without_markers(cell))
        for cell in cells
    ]


def _with_placeholders(cell: MasterCell, language: Language) -> str:
    placeholder = CODE_PLACEHOLDER if cell.kind == "code" else MARKDOWN_PLACEHOLDER
    kept = []
    for role, line in _roles(cell):
        if role == "text":
            kept.append(line)
        elif role == "begin":
            indent = line[: len(line) - len(line.lstrip())]
            kept.append(indent + placeholder[language])
    return "\n".join(kept)


def _without_markers(cell: MasterCell) -> str:
    return "\n".join(line for role, line in _roles(cell) if role in ("text", "solution"))


def _roles(cell: MasterCell) -> Iterator[tuple[_Role, str]]:
    begin, end = _MARKERS[cell.kind]
    inside = False
    for number, line in enumerate(cell.source.split("\n"), 1):
        stripped = line.strip()
        where = f"Cell {cell.key!r}, line {number}: {stripped!r}"
        if stripped in (begin, end):
            if (stripped == begin) is inside:
                raise UsageFault(f"{where} comes without its partner. Solutions are not nested.")
            inside = not inside
            yield "begin" if inside else "end", line
        elif _LOOKALIKE.search(line):
            raise UsageFault(
                f"{where} looks like a solution marker but is none. In a {cell.kind} cell it "
                f"stands alone on its line and reads {begin!r} or {end!r}."
            )
        else:
            yield "solution" if inside else "text", line
    if inside:
        raise UsageFault(f"Cell {cell.key!r}: a solution begins, but {end!r} is missing.")
