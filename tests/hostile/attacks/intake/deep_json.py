# /// attack
# tries = "nests the JSON of a notebook a million deep"
# total = 0
# [parts]
# ///

"""In its metadata, its cells and its outputs."""

from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook


def hand_in(target: Path) -> None:
    deep = "[" * 200_000 + "]" * 200_000
    book = notebook([code_cell(HONEST)])
    path = target.with_name(f"{target.name}.ipynb")
    path.write_text(book.replace('"metadata": {}', f'"metadata": {{"x": {deep}}}', 1))
