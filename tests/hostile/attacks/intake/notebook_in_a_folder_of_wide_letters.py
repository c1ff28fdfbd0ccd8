# /// attack
# tries = "lies in a folder whose name is short in letters and too long in bytes"
# total = 2
# [parts]
# 2d = "right"
# ///

"""A disk counts bytes: 100 letters of four bytes are more than a name may have."""

from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook, zipped

BOOK = notebook([code_cell(HONEST)]).encode()


def hand_in(target: Path) -> None:
    folder = chr(0x1F600) * 100
    zipped(target.with_name(f"{target.name}.zip"), {f"{folder}/a.ipynb": BOOK, "b.csv": b"1"})
