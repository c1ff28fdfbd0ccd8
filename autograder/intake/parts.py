"""What a student did for each part: is there anything at all, what is it, where is it.

False ``touched`` gives 0 points without a human, so it is claimed only where the cells that
wait for the part are there as published and nothing else could be an answer: no own cell in the
part's section, none that mentions or nearly spells its names, none outside all sections, no
document beside the notebook. Cells that only import packages or state the student's name are no
answers.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from autograder.course.sheet import Sheet, Task
from autograder.intake.contract import Notebook
from autograder.intake.mathspans import last_formula, spans
from autograder.intake.template import Template
from autograder.intake.trace import Piece, trace
from autograder.intake.working import in_code, in_text

ANSWER_CHARS = 60_000
"""Longest answer shown to a tutor; the rest stands in the notebook."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the sheet in one notebook."""

    task: str
    touched: bool
    """False only where its cells are as published and nothing else was handed in for it."""
    answer: str = ""
    """The student's own text and code for it, in order, for a tutor to read."""
    formula: str | None = None
    """Raw LaTeX of a Markdown answer („### Antwort 2b“): its last display formula, else its
    last inline one."""
    written: str | None = None
    """The whole Markdown cell that :attr:`formula` was taken from, or that is the answer."""
    working: bool = False
    """Whether more than the bare result was written."""
    cells: tuple[int, ...] = ()
    """Indices of the own cells that answer it (not of those that only might)."""


def locate(
    notebook: Notebook, sheet: Sheet, template: Template, beside: Collection[str] = ()
) -> dict[str, Part]:
    """Part id → what was handed in for it, in the order of the sheet.

    ``beside`` are the submission's documents: each of them may answer any part.
    """
    found = trace(notebook, sheet, template)
    return {
        task.id: _part(task, found.pieces, bool(beside), template.has_stubs(task.id, found.seen))
        for task in sheet.tasks
    }


def _part(task: Task, pieces: Sequence[Piece], beside: bool, as_published: bool) -> Part:
    home = [piece for piece in pieces if task.id in piece.home]
    near = [piece for piece in pieces if task.id in piece.near]
    loose = [piece for piece in pieces if not piece.home and not piece.near]
    written = None if task.kind == "text" else _written(task, home)
    return Part(
        task=task.id,
        touched=bool(beside or home or near or loose or not as_published),
        answer=_joined([piece.text for piece in home or near or loose]),
        formula=written and last_formula(written),
        written=written,
        working=any(_works(piece) for piece in home),
        cells=tuple(dict.fromkeys(piece.cell for piece in home)),
    )


def _joined(texts: Sequence[str]) -> str:
    joined = "\n\n".join(text for text in texts if text.strip())
    return joined if len(joined) <= ANSWER_CHARS else f"{joined[: ANSWER_CHARS - 1]}…"


def _written(task: Task, home: Sequence[Piece]) -> str | None:
    """The last answer cell with a display formula, else with any (in a written part the last one
    at all); a cell that names several parts answers none."""
    answers = [
        piece.text
        for titled in (True, False)
        for piece in reversed(home)
        if piece.titled is titled
        and not piece.code
        and piece.role == "answer"
        and piece.home == {task.id}
    ]
    if task.written:
        return next(iter(answers), None)
    formulas = [answer for answer in answers if last_formula(answer)]
    displayed = (one for one in formulas if any(span.display for span in spans(one)))
    return next(displayed, next(iter(formulas), None))


def _works(piece: Piece) -> bool:
    if piece.code:
        return in_code(piece.own)
    return piece.attachments or in_text(piece.own, piece.role)
