"""Hashes of what results and pages depend on: files, this package, what is installed."""

import hashlib
import platform
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from autograder import __version__

_PACKAGE = Path(__file__).resolve().parent


@cache
def toolkit() -> str:
    """Version and source of this package."""
    return fingerprint([__version__, *content_of(_PACKAGE)])


@cache
def environment() -> tuple[str, ...]:
    """Python, the machine, and every installed package with its version."""
    installed = {
        found.name for place in sys.path if place for found in Path(place).glob("*.dist-info")
    }
    return (platform.python_version(), platform.machine(), *sorted(installed))


def content_of(folder: Path, without: str = "") -> list[bytes | str]:
    """Names and bytes of all files below a folder, hidden and compiled ones left out."""
    pieces: list[bytes | str] = []
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder).as_posix()
        hidden = "__pycache__" in path.parts or path.name.startswith(".")
        if path.is_file() and not hidden and place != without:
            pieces += [place, path.read_bytes()]
    return pieces


def fingerprint(pieces: Iterable[bytes | str]) -> str:
    """SHA-256 (hex) over pieces and where each ends."""
    digest = hashlib.sha256()
    for piece in pieces:
        coded = piece if isinstance(piece, bytes) else piece.encode("utf-8", "surrogatepass")
        digest.update(len(coded).to_bytes(8, "big") + coded)
    return digest.hexdigest()
