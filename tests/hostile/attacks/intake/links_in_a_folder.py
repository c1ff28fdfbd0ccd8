# /// attack
# tries = "hands in a folder with links, pipes and a socket"
# total = 2
# [parts]
# 2d = "right"
# ///

"""What lies in a folder need not be a file."""

import os
import socket
from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook

BOOK = notebook([code_cell(HONEST)]).encode()


def hand_in(target: Path) -> None:
    target.mkdir()
    (target / "a.ipynb").write_bytes(BOOK)
    (target / "b.ipynb").symlink_to("/etc/shadow")
    (target / "c.csv").symlink_to("/dev/zero")
    (target / "loop").symlink_to(target)
    os.mkfifo(target / "d.ipynb")
    os.mkfifo(target / "e.csv")
    here = os.getcwd()
    os.chdir(target)
    with socket.socket(socket.AF_UNIX) as end:
        end.bind("f.ipynb")
    os.chdir(here)
