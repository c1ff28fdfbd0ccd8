"""What to import before one submission is run: only what it imports itself.

In a cohort the warm interpreter is paid once for all. ``otter run`` pays it for each submission,
and torch alone costs more than everything else. What is overlooked here can still be imported
by the notebook or for a check, as in any Python.
"""

import re
from collections.abc import Sequence
from pathlib import Path

MAX_READ_MIB = 64
"""Of a submission's files; where there is more, nothing is left out."""

_IMPORT = re.compile(rb"\b(?:import|from)[ \t]+([\w., \t]+)")
_NAME = re.compile(rb"[A-Za-z_]\w*")


def imported(modules: Sequence[str], folder: Path) -> tuple[str, ...]:
    """Those whose package some regular file below ``folder`` imports, in the same order."""
    content, left = [], MAX_READ_MIB << 20
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        with path.open("rb") as file:
            content.append(file.read(left + 1))
        left -= len(content[-1])
        if left < 0:
            return tuple(modules)
    whole = b"\n".join(content).replace(rb"\n", b"\n")  # line ends within a notebook's JSON
    packages = {found.decode() for line in _IMPORT.findall(whole) for found in _NAME.findall(line)}
    return tuple(one for one in modules if one.partition(".")[0] in packages)
