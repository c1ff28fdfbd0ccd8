# /// attack
# tries = "lies so deep that its path is longer than a path may be"
# total = 0
# [parts]
# 2d = "unreadable"
# ///

"""A thousand folders in each other, none of them long."""

from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook, zipped

BOOK = notebook([code_cell(HONEST)]).encode()


def hand_in(target: Path) -> None:
    folder = "/".join(["abcdef"] * 1_000)
    zipped(target.with_name(f"{target.name}.zip"), {f"{folder}/a.ipynb": BOOK})
