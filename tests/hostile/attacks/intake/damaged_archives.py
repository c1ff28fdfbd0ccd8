# /// attack
# tries = "cuts, scrambles and mislabels archives"
# total = 2
# [parts]
# 2d = "right"
# ///

"""A truncated archive, a lying directory, other formats."""

import random
from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook, zipped

BOOK = notebook([code_cell(HONEST)]).encode()


def hand_in(target: Path) -> None:
    whole = target.with_name(f"{target.name}-whole.zip")
    zipped(whole, {"a.ipynb": BOOK, "b.csv": bytes(1000)})
    data = whole.read_bytes()
    whole.unlink()
    target.mkdir()
    (target / "cut.zip").write_bytes(data[: len(data) // 2])
    noise = bytearray(data)
    for _ in range(50):
        noise[random.Random(1).randrange(len(noise))] ^= 255
    (target / "noise.zip").write_bytes(bytes(noise))
    (target / "empty.zip").write_bytes(b"")
    (target / "really.zip").write_bytes(b"Rar!\x1a\x07")
    (target / "lies.zip").write_bytes(data.replace(b"a.ipynb", b"../../x"))
    (target / "a.ipynb").write_bytes(BOOK)
