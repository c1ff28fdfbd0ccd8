# /// attack
# tries = "has a name that grows beyond what a disk takes when it is written in plain letters"
# total = 2
# [parts]
# 2d = "right"
# ///

"""One character of three bytes that stands for eighteen letters, as often as a name has room."""

from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook


def hand_in(target: Path) -> None:
    room = 255 - len(f"{target.name}.ipynb")
    name = f"{target.name}{chr(0xFDFA) * (room // 3)}.ipynb"
    target.with_name(name).write_text(notebook([code_cell(HONEST)]), "utf-8")
