# /// attack
# tries = "names members so that they land outside"
# total = 2
# [parts]
# 2d = "right"
# ///

"""Absolute, climbing and drive paths."""

from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook, zipped

BOOK = notebook([code_cell(HONEST)]).encode()


def hand_in(target: Path) -> None:
    names = ["../@x", "/etc/@x", "C:\\x", "..\\..\\x", "a/../../../x", "~/.bashrc", "./../x", "....//x"]
    zipped(
        target.with_name(f"{target.name}.zip"),
        {"a.ipynb": BOOK, **dict.fromkeys(names, b"hostile-was-here")},
    )
