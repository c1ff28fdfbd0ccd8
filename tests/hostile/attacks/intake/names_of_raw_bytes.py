# /// attack
# tries = "has names that are no text in any encoding"
# total = 2
# [parts]
# 2d = "right"
# ///

"""A folder, a notebook and data named in bytes that UTF-8 does not have."""

import os
from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook


def hand_in(target: Path) -> None:
    folder = os.fsencode(f"{target}") + b"-\xff\xfe"
    os.mkdir(folder)
    for name, content in ((b"a\xff.ipynb", notebook([code_cell(HONEST)]).encode()), (b"\x80", b"1")):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)
