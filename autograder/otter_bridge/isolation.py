"""Takes a submission out of otter's hands before otter runs a kernel or reads a pickle.

otter starts its kernel in ``submission/``, where ``python -m ipykernel_launcher`` would find a
student's file of that name, and it unpickles ``.OTTER_LOG`` from there.
"""

import shutil
import stat
from pathlib import Path

import nbformat

_OURS = "tests"
"""otter put the bundle's own test files there, in place of whatever was handed in."""


def move_away(submission: Path, target: Path, *, unpacked: bool) -> Path:
    """Move all that lies beside the file ``submission`` to the new folder ``target``.

    A placeholder of the same name stays, because otter reads the file once more. ``unpacked``
    says that otter unpacked an archive and left it there too. Links are moved, never followed.
    """
    target.mkdir(mode=0o700)
    for path in sorted(submission.parent.iterdir()):
        if path.name == _OURS:
            continue
        if _left_by_otter(path) or (unpacked and path.suffix == ".zip"):
            path.unlink()
        else:
            shutil.move(path, target / path.name)
    placeholder = nbformat.writes(fresh_notebook("")) if submission.suffix == ".ipynb" else ""
    submission.write_text(placeholder, "utf-8")
    return target


def _left_by_otter(path: Path) -> bool:
    """The empty ``__init__.py`` that otter makes where there is none."""
    found = path.lstat()
    return path.name == "__init__.py" and stat.S_ISREG(found.st_mode) and found.st_size == 0


def fresh_notebook(source: str) -> nbformat.NotebookNode:
    """A notebook of one cell whose metadata choose no kernel but the standard one."""
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    cell = nbformat.v4.new_code_cell(source)
    return nbformat.v4.new_notebook(cells=[cell], metadata={"kernelspec": kernel})
