# /// attack
# tries = "hands in names of every kind that a shell, a disk or a page minds"
# total = 2
# [parts]
# 2d = "right"
# ///

"""Control characters, options, wildcards, quotes, enormous length."""

from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook, zipped

BOOK = notebook([code_cell(HONEST)]).encode()


def hand_in(target: Path) -> None:
    names = ["-rf", "*", "$(id)", "`id`", "a;id", "|id", "\n", "\r", "\t", "\x1b[2J", " ", "'", '"']
    names += ["b" * 5000, "c" * 255 + "/" + "d" * 255, "e/" * 300 + "f", "\u202egpj.exe", "%00", "\ufeff"]
    zipped(target.with_name(f"{target.name}.zip"), {"a.ipynb": BOOK, **dict.fromkeys(names, b"1")})
