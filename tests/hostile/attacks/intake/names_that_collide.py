# /// attack
# tries = "hands in names that are equal on some disks"
# total = 2
# [parts]
# 2d = "right"
# ///

"""Twice the same, upper and lower case, composed and decomposed, file and folder."""

import warnings
from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook, zipped

BOOK = notebook([code_cell(HONEST)]).encode()


def hand_in(target: Path) -> None:
    names = ("x", "x/y", "x/y/z", "A", "a", "é", "e\u0301", "con", "nul.txt", ".descriptors", "work")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        zipped(target.with_name(f"{target.name}.zip"), {"a.ipynb": BOOK, **dict.fromkeys(names, b"1")})
