# /// attack
# tries = "packs archives into archives"
# total = 2
# [parts]
# 2d = "right"
# ///

"""Ten archives in each of ten archives, four deep."""

import io
import zipfile
from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook, zipped

BOOK = notebook([code_cell(HONEST)]).encode()


def hand_in(target: Path) -> None:
    content = bytes(1 << 20)
    for depth in range(6):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(10):
                archive.writestr(f"{number}.zip" if depth else f"{number}.bin", content)
        content = packed.getvalue()
    zipped(target.with_name(f"{target.name}.zip"), {"a.ipynb": BOOK, "b.zip": content})
