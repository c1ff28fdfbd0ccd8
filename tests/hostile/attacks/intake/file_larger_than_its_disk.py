# /// attack
# tries = "hands in a file that may be handed in but not written"
# total = 2
# [parts]
# 2d = "right"
# ///

"""Random bytes, so that they do not shrink."""

import random
from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook, zipped

BOOK = notebook([code_cell(HONEST)]).encode()


def hand_in(target: Path) -> None:
    zipped(
        target.with_name(f"{target.name}.zip"),
        {"a.ipynb": BOOK, "data.bin": random.Random(1).randbytes(17 << 20)},
    )
