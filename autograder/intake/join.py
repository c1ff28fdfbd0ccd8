"""Several notebooks of one person → one, where they do not contradict each other."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from autograder.course.sheet import Sheet
from autograder.i18n import text
from autograder.intake.contract import Cell, Notebook, Submission
from autograder.intake.identifiers import defined
from autograder.intake.names import display
from autograder.intake.parts import Part, locate
from autograder.intake.template import Template
from autograder.records.model import Status

NOTEBOOKS = 20
"""Different notebooks of one submission that are compared."""

Answered = Mapping[str, Part]
"""Part id → part, for the parts that a notebook answers in cells of its own."""


def join(submission: Submission, sheet: Sheet, template: Template) -> Submission:
    """At most one notebook, or a problem for the tutor (:attr:`Status.LOOK`).

    Identical copies count once, copies without any answer not at all. Notebooks that answer
    different parts, or the same parts alike, are joined in the order of their names; where
    they answer a part differently, a person has to say which one counts.
    """
    notebooks = _distinct(sorted(submission.notebooks, key=lambda one: one.name))
    if submission.problem is not None or len(notebooks) < 2:
        return replace(submission, notebooks=tuple(notebooks))
    if len(notebooks) > NOTEBOOKS:
        many = text(
            "Die Abgabe enthält {n} verschiedene Notebooks. Welches gilt, entscheidet eine Tutorin "
            "oder ein Tutor.",
            n=len(notebooks),
        )
        return replace(submission, notebooks=tuple(notebooks), problem=(Status.LOOK, many))
    answered = [_answered(notebook, sheet, template) for notebook in notebooks]
    filled = [pair for pair in zip(notebooks, answered, strict=True) if pair[1]]
    if len(filled) < 2:
        kept = filled[0][0] if filled else notebooks[0]
        return replace(submission, notebooks=(kept,))
    notebooks = [notebook for notebook, _ in filled]
    clashing = _clashing([parts for _, parts in filled])
    names = ", ".join(f"„{display(one.name)}“" for one in notebooks)
    if clashing:
        problem = text(
            "{names} beantworten dieselben Teile verschieden ({parts}). Welche Fassung gilt, "
            "entscheidet eine Tutorin oder ein Tutor.",
            names=names,
            parts=", ".join(part for part in sheet.by_id if part in clashing),
        )
        return replace(submission, notebooks=tuple(notebooks), problem=(Status.LOOK, problem))
    note = text("{names} wurden in dieser Reihenfolge zu einer Abgabe verbunden.", names=names)
    return replace(
        submission,
        notebooks=(_concatenated(notebooks, sheet, template),),
        notes=(*submission.notes, note),
    )


def _distinct(notebooks: Sequence[Notebook]) -> list[Notebook]:
    seen: dict[tuple[tuple[str, str], ...], Notebook] = {}
    for notebook in notebooks:
        seen.setdefault(tuple((cell.kind, cell.source) for cell in notebook.cells), notebook)
    return list(seen.values())


def _answered(notebook: Notebook, sheet: Sheet, template: Template) -> Answered:
    parts = locate(notebook, sheet, template)
    return {name: part for name, part in parts.items() if part.cells}


def _clashing(answered: Sequence[Answered]) -> set[str]:
    return {
        name
        for one, other in combinations(answered, 2)
        for name in one.keys() & other.keys()
        if one[name].answer != other[name].answer
    }


def _concatenated(notebooks: Sequence[Notebook], sheet: Sheet, template: Template) -> Notebook:
    """All cells, but no empty stub beside its answer and no published code twice."""
    own = {name for one in notebooks for name in _made(one, template, own=True)}
    replaced = {
        name
        for task in sheet.tasks
        for answer in task.answers
        if own.intersection(answer.names)
        for name in answer.names
    }
    cells: list[Cell] = []
    above: set[str] = set()
    for notebook in notebooks:
        for cell in notebook.cells:
            makes = defined(cell.source)
            published = cell.kind == "code" and template.has(cell)
            if not published or not (makes & replaced or makes <= above):
                cells.append(cell)
        above |= _made(notebook, template, own=False)
    return replace(notebooks[0], cells=tuple(cells))


def _made(notebook: Notebook, template: Template, own: bool) -> set[str]:
    """Names that the student's own, or the published, code cells define."""
    return {
        name
        for cell in notebook.cells
        if cell.kind == "code" and template.has(cell) is not own
        for name in defined(cell.source)
    }
