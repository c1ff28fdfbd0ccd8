# /// attack
# tries = "packs gigabytes of zeros into kilobytes"
# total = 2
# [parts]
# 2d = "right"
# ///

"""Ten files of 300 MB each."""

from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook, zipped

BOOK = notebook([code_cell(HONEST)]).encode()


def hand_in(target: Path) -> None:
    zipped(
        target.with_name(f"{target.name}.zip"),
        {"a.ipynb": BOOK, **{f"{number}.csv": bytes(30 << 20) for number in range(10)}},
    )
