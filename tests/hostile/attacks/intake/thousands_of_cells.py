# /// attack
# tries = "a notebook of many thousand cells and lines"
# total = 0
# [parts]
# ///

"""More than is read."""

from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook


def hand_in(target: Path) -> None:
    cells = [code_cell(HONEST)] + [code_cell(f"x{number} = 1") for number in range(20_000)]
    target.with_name(f"{target.name}.ipynb").write_text(notebook(cells))
