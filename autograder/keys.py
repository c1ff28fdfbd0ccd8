"""Under which conditions a result came about, as hashes: equal keys, equal results.

A part depends on the submission, the toolkit, the environment, the run's seed and the sheet as
a whole (``base``), and on its own checks and those of the parts it builds on (``parts``).
"""

import hashlib
import platform
import sys
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from autograder import __version__
from autograder.checks.sources import sources_of_parts
from autograder.sheet import Course, Sheet

_PACKAGE = Path(__file__).resolve().parent
_OF_THE_SHEET = "sheet.toml"


class Keys:
    """Keys for one sheet under the conditions of this process."""

    def __init__(self, course: Course, sheet: Sheet, seed: str) -> None:
        self._course = course
        self._sheet = sheet
        self._seed = seed
        self._sources = sources_of_parts(course.checks(sheet.id))

    def base(self, content: str) -> str:
        """What every part of a submission with this content depends on."""
        return _hash([content, self._common])

    def parts(self, aliases: Mapping[str, str]) -> dict[str, str]:
        """Part → what it depends on beside that; ``aliases``: part → a tutor's name for it."""
        keys: dict[str, str] = {}
        for task in self._sheet.tasks:  # a part only builds on earlier ones
            below = [keys[other] for other in task.builds_on]
            own = (self._sources.get(task.id, ""), aliases.get(task.id, ""))
            keys[task.id] = _hash([msgspec.json.encode(task), *own, *below])
        return keys

    def dependents(self, parts: Iterable[str]) -> tuple[str, ...]:
        """These parts and all that build on them, in the order of the sheet."""
        wanted = set(parts)
        for task in self._sheet.tasks:
            if wanted.intersection(task.builds_on):
                wanted.add(task.id)
        return tuple(task.id for task in self._sheet.tasks if task.id in wanted)

    @cached_property
    def _common(self) -> str:
        whole = msgspec.structs.replace(self._sheet, tasks=())
        return _hash(
            [
                msgspec.json.encode(whole),
                *_files(self._course.assignment(self._sheet.id), without=_OF_THE_SHEET),
                toolkit(),
                *environment(),
                self._seed,
            ]
        )


def toolkit() -> str:
    """Version and source of this package."""
    return _hash([__version__, *_files(_PACKAGE)])


def environment() -> tuple[str, ...]:
    """Python, the machine, and every installed package with its version."""
    installed = {
        found.name for place in sys.path if place for found in Path(place).glob("*.dist-info")
    }
    return (platform.python_version(), platform.machine(), *sorted(installed))


def _files(folder: Path, without: str = "") -> list[bytes | str]:
    pieces: list[bytes | str] = []
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder).as_posix()
        hidden = "__pycache__" in path.parts or path.name.startswith(".")
        if path.is_file() and not hidden and place != without:
            pieces += [place, path.read_bytes()]
    return pieces


def _hash(pieces: Iterable[bytes | str]) -> str:
    digest = hashlib.sha256()
    for piece in pieces:
        coded = piece if isinstance(piece, bytes) else piece.encode("utf-8", "surrogatepass")
        digest.update(len(coded).to_bytes(8, "big") + coded)
    return digest.hexdigest()
