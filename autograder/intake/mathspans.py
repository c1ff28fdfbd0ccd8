"""Formulas in Markdown, found in one pass whatever a student leaves unclosed."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"```|`"
    r"|\\{1,2}[\[\]()]|\\\\|\\[$`]"
    r"|\\(?:begin|end)\{(?:equation|align|gather|multline|displaymath)\*?\}"
    r"|\$\$|\$"
    r"|\n[ \t]*\n"
)
_BEGIN, _END = "\\begin{", "\\end{"
_CLOSING = {"$$": "$$", "$": "$", "\\[": "\\]", "\\\\[": "\\\\]", "\\(": "\\)", "\\\\(": "\\\\)"}
_CODE = ("```", "`")
_DISPLAY = ("$$", "\\[", "\\\\[")


@dataclass(frozen=True, slots=True)
class Span:
    """One formula: raw LaTeX without its delimiters, and where it stood in the text."""

    latex: str
    display: bool
    start: int
    end: int


def spans(markdown: str) -> list[Span]:
    """Display and inline formulas in order; code and escaped dollars are no formulas.

    As in Jupyter, a blank line ends a formula that was not closed (it is none).
    """
    found: list[Span] = []
    opened: re.Match[str] | None = None
    for token in _TOKEN.finditer(markdown):
        mark = token.group()
        if opened is None:
            if mark in _CODE or mark in _CLOSING or mark.startswith(_BEGIN):
                opened = token
            continue
        start = opened.group()
        if start in _CODE:
            if mark == start or (start == "`" and mark.startswith("\n")):
                opened = None
        elif mark == _closing(start):
            latex = markdown[opened.end() : token.start()].strip()
            display = start in _DISPLAY or start.startswith(_BEGIN)
            if latex:
                found.append(Span(latex, display, opened.start(), token.end()))
            opened = None
        elif mark.startswith("\n"):
            opened = None
        elif start == "$" and mark == "$$":
            opened = token
    return found


def last_formula(markdown: str) -> str | None:
    """The formula that counts as an answer: the last display one, else the last inline one."""
    found = spans(markdown)
    for wanted in (True, False):
        for span in reversed(found):
            if span.display is wanted:
                return span.latex
    return None


def _closing(start: str) -> str:
    if start.startswith(_BEGIN):
        return _END + start.removeprefix(_BEGIN)
    return _CLOSING[start]
