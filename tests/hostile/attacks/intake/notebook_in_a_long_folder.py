# /// attack
# tries = "lies in a folder whose name no disk takes, so that it cannot be set up"
# total = 2
# [parts]
# 2d = "right"
# ///

"""What cannot be laid out beside the notebook must not look like a fault of the grader."""

from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook, zipped

BOOK = notebook([code_cell(HONEST)]).encode()


def hand_in(target: Path) -> None:
    folder = "d" * 300
    zipped(
        target.with_name(f"{target.name}.zip"),
        {f"{folder}/a.ipynb": BOOK, f"{folder}/b.csv": b"1", "f" * 300: b"1"},
    )
