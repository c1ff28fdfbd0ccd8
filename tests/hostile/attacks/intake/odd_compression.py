# /// attack
# tries = "uses methods, passwords and flags that a few bytes turn into gigabytes"
# total = 2
# [parts]
# 2d = "right"
# ///

"""LZMA, BZip2, encryption, unknown methods."""

import zipfile
from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook

BOOK = notebook([code_cell(HONEST)]).encode()


def hand_in(target: Path) -> None:
    path = target.with_name(f"{target.name}.zip")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.ipynb", BOOK)
        for kind in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
            archive.writestr(f"{kind}.csv", bytes(50 << 20), compress_type=kind)
        archive.writestr("secret.csv", b"1")
    data = bytearray(path.read_bytes())
    at = data.rindex(b"secret.csv")
    data[at - 38] |= 1
    path.write_bytes(bytes(data))
