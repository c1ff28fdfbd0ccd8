"""Cells to the text of an ``.ipynb`` file: same input, same bytes."""

from collections.abc import Sequence

from autograder.build.master import MasterCell
from autograder.course.sheet import Sheet

HIDDEN_TAG = "hide-input"
"""Cells whose source JupyterLab, Jupyter Book and Colab fold away."""


def notebook_text(cells: Sequence[MasterCell], sheet: Sheet) -> str:
    """A notebook in nbformat 4.5, stamped with sheet and version; keys become cell ids."""
    import nbformat

    notebook = nbformat.v4.new_notebook(
        metadata={
            "autograder": {"sheet": sheet.id, "version": sheet.version},
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        cells=[_notebook_cell(cell) for cell in cells],
    )
    nbformat.validate(notebook)
    text: str = nbformat.writes(notebook)
    return text + "\n"


def _notebook_cell(cell: MasterCell) -> object:
    import nbformat

    new_cell = nbformat.v4.new_code_cell if cell.kind == "code" else nbformat.v4.new_markdown_cell
    metadata: dict[str, object] = {"tags": list(cell.tags)} if cell.tags else {}
    if HIDDEN_TAG in cell.tags:
        metadata |= {"jupyter": {"source_hidden": True}, "cellView": "form"}
    return new_cell(cell.source, id=cell.key, metadata=metadata)
