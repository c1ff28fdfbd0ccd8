"""The formulas of a Markdown cell, in their order; nothing is rendered or interpreted."""

import re

from autograder.formulas.unreadable import Unreadable
from autograder.i18n import text

CELL_CHARACTERS = 20_000
"""Longest cell that is searched."""

_IGNORED = re.compile(r"```(?!math).*?```|~~~.*?~~~|<!--.*?-->", re.DOTALL)
_DISPLAY = re.compile(
    r"(?<!\\)\$\$(?P<dollars>.{0,4000}?)(?<!\\)\$\$"
    r"|\\\[(?P<brackets>.{0,4000}?)\\\]"
    r"|```math(?P<fence>.*?)```"
    r"|(?P<environment>\\begin\{(?P<name>equation|align|gather|eqnarray|multline)(?P<star>\*?)\}"
    r".{0,4000}?\\end\{(?P=name)(?P=star)\})",
    re.DOTALL,
)
_LINE = re.compile(
    r"^[ \t>*+-]*(?:(?<!\\)\$(?!\$)(?P<dollar>[^$\n]+)\$|\\\((?P<bracket>[^\n]+?)\\\))[ \t.]*$",
    re.MULTILINE,
)


def formulas(cell: str) -> list[str]:
    """LaTeX of all display formulas; without any, of the inline ones with a line to themselves.

    Raises :class:`Unreadable` when there are none.
    """
    if len(cell) > CELL_CHARACTERS:
        raise Unreadable(
            text(
                "Die Antwortzelle ist länger als {limit} Zeichen. Bitte kürzen Sie sie.",
                limit=CELL_CHARACTERS,
            )
        )
    visible = _IGNORED.sub(" ", cell)
    found = [
        match["dollars"] or match["brackets"] or match["fence"] or match["environment"] or ""
        for match in _DISPLAY.finditer(visible)
    ]
    if not found:
        found = [match["dollar"] or match["bracket"] for match in _LINE.finditer(visible)]
    found = [formula for formula in found if formula.strip()]
    if not found:
        raise Unreadable(
            text(
                "In der Antwortzelle steht keine abgesetzte Formel. Bitte schreiben Sie das "
                "Ergebnis als letzte Formel zwischen $$ und $$."
            )
        )
    return found
