"""Which sheet a notebook belongs to, by what is left of the published one.

Evidence: the version stamp, the sheet's marker near the top, published cells that no other
sheet has. Answer names are none, because the sheets share them. A student may have retyped
everything: only clear evidence for another sheet turns a notebook away.
"""

from collections.abc import Mapping
from dataclasses import replace

from autograder.i18n import Text, text
from autograder.intake.contract import Notebook, Submission
from autograder.intake.names import display
from autograder.intake.template import Template, key
from autograder.records.model import Status

PUBLISHED_CELLS = 3
"""Published cells of one sheet that tell without its stamp or marker."""
HEAD_CELLS = 3
"""Where the marker is looked for: further below it may be a remark."""


def recognise(notebook: Notebook, known: Mapping[str, Template]) -> str | None:
    """The id of the sheet that this notebook descends from, or None where nothing tells.

    A stamp may name a sheet that is not ``known``; that is still another sheet. Cells of one
    sheet moved into the notebook of another one count more than its stamp.
    """
    counts = _published_cells(notebook, known)
    strong = {sheet for sheet, count in counts.items() if count >= PUBLISHED_CELLS}
    if notebook.stamp is not None:
        stamped = notebook.stamp.sheet
        moved = len(strong) == 1 and not counts.get(stamped, 0)
        return next(iter(strong)) if moved else stamped
    told = strong | _marked(notebook, known)
    ranked = sorted(told, key=lambda sheet: (-counts[sheet], sheet))
    if len(ranked) > 1 and counts[ranked[0]] < 2 * counts[ranked[1]] + 1:
        return None
    return ranked[0] if ranked else None


def only_sheet(submission: Submission, asked: str, known: Mapping[str, Template]) -> Submission:
    """Without the notebooks of other sheets; where no other is left, that is the problem.

    ``known`` holds the templates of all sheets of the course, ``asked`` among them.
    """
    if submission.problem is not None:
        return submission
    sheets = [recognise(notebook, known) for notebook in submission.notebooks]
    pairs = list(zip(submission.notebooks, sheets, strict=True))
    mine = tuple(notebook for notebook, sheet in pairs if sheet in (None, asked))
    others = [_other(one.name, sheet, asked) for one, sheet in pairs if sheet and sheet != asked]
    if not mine:
        return replace(
            submission,
            problem=(Status.OTHER_SHEET, others[0]),
            notes=(*submission.notes, *others[1:]),
        )
    return replace(submission, notebooks=mine, notes=(*submission.notes, *others))


def _published_cells(notebook: Notebook, known: Mapping[str, Template]) -> dict[str, int]:
    """Sheet → how many of its published cells are here that no other sheet has."""
    mine = {name for cell in notebook.cells if (name := key(cell.source))}
    counts = dict.fromkeys(known, 0)
    for name in mine:
        owners = [sheet for sheet, template in known.items() if name in template.cells]
        if len(owners) == 1:
            counts[owners[0]] += 1
    return counts


def _marked(notebook: Notebook, known: Mapping[str, Template]) -> set[str]:
    head = [cell.source for cell in notebook.cells if cell.source.strip()][:HEAD_CELLS]
    return {
        sheet
        for sheet, template in known.items()
        if (marker := template.sheet.marker) and any(marker in source for source in head)
    }


def _other(name: str, sheet: str, asked: str) -> Text:
    return text(
        "„{name}“ gehört zu einem anderen Blatt ({sheet}); bewertet wird {asked}. Bitte geben Sie "
        "das Notebook zu {asked} ab.",
        name=display(name),
        sheet=display(sheet),
        asked=asked,
    )
