# /// attack
# tries = "packs a hundred thousand empty files"
# total = 0
# [parts]
# ///

"""More members than a submission may have."""

from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook, zipped

BOOK = notebook([code_cell(HONEST)]).encode()


def hand_in(target: Path) -> None:
    zipped(
        target.with_name(f"{target.name}.zip"),
        {"a.ipynb": BOOK, **{f"{number}": b"" for number in range(20_000)}},
    )
