"""What to import before one submission is run: only what it or its checks speak of.

In a cohort the warm interpreter is paid once for all. ``otter run`` pays it for each submission,
and torch alone costs more than everything else. What is not spoken of and yet imported is
imported as in any Python, only later.
"""

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

MAX_READ_MIB = 64
"""Of a submission's files; where there is more, nothing is left out."""

_IMPORT = re.compile(rb"\b(?:import|from)[ \t]+([\w., \t]+)")
_QUOTED = re.compile(rb"[\"']([A-Za-z_][\w.]*)")
_NAME = re.compile(rb"[A-Za-z_]\w*")
_OPTIMISER = re.compile(rb"\boptim\b")


@dataclass(frozen=True, slots=True)
class Start:
    """How the interpreter that runs one submission starts."""

    preload: tuple[str, ...]
    warm: bool
    """Whether it is exercised too: an optimiser imports so much at its first step that a call
    could run out of time."""


def start_for(modules: Sequence[str], submission: Path, by_checks: Sequence[str]) -> Start:
    """Those of ``modules`` of which some file in the folder ``submission`` speaks, or which the
    hidden checks need, in the same order.

    Notebooks speak by imports and by names in quotes; their texts do not count, because every
    task may mention a library.
    """
    read = _read(submission)
    if read is None:
        return Start(tuple(modules), warm=True)
    spoken = {found.decode() for line in _IMPORT.findall(read) for found in _NAME.findall(line)}
    spoken |= {found.decode().partition(".")[0] for found in _QUOTED.findall(read)}
    return Start(
        tuple(one for one in modules if one in by_checks or _package(one) in spoken),
        warm=_OPTIMISER.search(read) is not None,
    )


def named_in(modules: Sequence[str], checks: Path) -> tuple[str, ...]:
    """Those of which some hidden check below ``checks`` speaks, in the same order."""
    pieces = {piece for word in _words_of(checks) for piece in re.split(r"[._]", word)}
    return tuple(one for one in modules if _package(one) in pieces)


def _package(module: str) -> str:
    return module.partition(".")[0]


def _read(folder: Path) -> bytes | None:
    """All regular files, one after the other; None when there is too much."""
    content, left = [], MAX_READ_MIB << 20
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        with path.open("rb") as file:
            content.append(file.read(left + 1))
        left -= len(content[-1])
        if left < 0:
            return None
    return b"\n".join(content).replace(rb"\n", b"\n")  # line ends within a notebook's JSON


def _words_of(folder: Path) -> Iterator[str]:
    """Names, and strings that could be names, in the hidden checks."""
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            match node:
                case ast.Name(id=word) | ast.Attribute(attr=word) | ast.alias(name=word):
                    yield word
                case ast.ImportFrom(module=str(word)):
                    yield word
                case ast.Constant(value=str(word)) if word.replace(".", "_").isidentifier():
                    yield word
