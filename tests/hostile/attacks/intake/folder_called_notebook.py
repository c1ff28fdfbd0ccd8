# /// attack
# tries = "hands in a folder and a pipe with the names of notebooks"
# total = 0
# [parts]
# ///

"""Neither is a notebook."""

import os
from pathlib import Path

from hostile_attacks import code_cell, notebook


def hand_in(target: Path) -> None:
    target.with_name(f"{target.name}.ipynb").mkdir()
    os.mkfifo(target.with_name(f"{target.name}.ipynb") / "x.ipynb")
