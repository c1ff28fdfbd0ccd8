# /// attack
# tries = "NaN, lone surrogates, huge numbers and doubled keys in a notebook"
# total = 2
# [parts]
# 2d = "right"
# ///

"""What some programs write and others refuse."""

from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook


def hand_in(target: Path) -> None:
    book = notebook([code_cell(HONEST)])
    odd = '"metadata": {"a": NaN, "b": -Infinity, "c": "\\ud800", "d": 1e999999, "e": %s}'
    path = target.with_name(f"{target.name}.ipynb")
    path.write_text(book.replace('"metadata": {}', odd % ("9" * 5000), 1))
