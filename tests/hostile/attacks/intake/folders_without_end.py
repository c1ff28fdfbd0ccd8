# /// attack
# tries = "needs more folders than its disk has room for"
# total = 2
# [parts]
# 2d = "right"
# ///

"""Each file lies in a dozen folders of its own."""

from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook, zipped

BOOK = notebook([code_cell(HONEST)]).encode()


def hand_in(target: Path) -> None:
    files = {f"{number}/" + "d/" * 13 + "f": b"x" for number in range(1_900)}
    zipped(target.with_name(f"{target.name}.zip"), {"a.ipynb": BOOK, **files})
