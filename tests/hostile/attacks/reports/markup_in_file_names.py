# /// attack
# tries = "names its files with markup, escapes and reversed text"
# total = 2
# [parts]
# 2d = "right"
# ///

"""File names that a page or a terminal would obey."""

from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook, zipped


def hand_in(target: Path) -> None:
    evil = "<img src=x onerror=alert('VERRAETER')>\x1b[2J\u202etxt.gnp\r\n{{7331*7333}}"
    files = {
        f"{evil}/a.ipynb": notebook([code_cell(HONEST)]).encode(),
        f"{evil}.pdf": b"%PDF",
        "<script>alert('VERRAETER')<script>.png": b"",
    }
    zipped(target.with_name(f"{target.name}-<b>VERRAETER.zip"), files)
