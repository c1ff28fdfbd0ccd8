"""What was handed in, cell by cell, with the outputs and pictures that came with it.

Read from the kept copies when somebody looks at it; nothing of it is run, and no path in it is
followed: files are found by the hash of their content.
"""

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from autograder.errors import AutograderError
from autograder.grading.engine import Assignment
from autograder.grading.reading import Reader
from autograder.intake import snapshot
from autograder.intake.identifiers import defined
from autograder.out.pictures import Pictures
from autograder.records.ledger import KeptFile, Version

KEPT = 256
"""Submissions that stay in memory once they were looked at."""
MAX_NAMES = 200
"""Names of a notebook that are offered as the answer to a part."""


class _RawCell(msgspec.Struct, gc=False):
    cell_type: str = ""
    source: msgspec.Raw = msgspec.Raw(b'""')
    outputs: msgspec.Raw = msgspec.Raw()
    attachments: msgspec.Raw = msgspec.Raw()


class _RawNotebook(msgspec.Struct):
    cells: list[_RawCell] = []


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; outputs and attachments are raw JSON, hostile."""

    kind: str
    source: str
    outputs: bytes = b""
    attachments: bytes = b""


@dataclass(frozen=True, slots=True)
class Contents:
    """One version of a submission."""

    cells: tuple[Cell, ...]
    parts: Mapping[str, tuple[int, ...]]
    """Part → indices of the student's own cells for it."""
    files: tuple[KeptFile, ...]
    names: tuple[str, ...]
    """Names that the notebook's code defines."""

    def of_part(self, task: str) -> list[Cell]:
        found = self.parts.get(task, ())
        return [self.cells[index] for index in found if index < len(self.cells)]


class Shelves:
    """The kept copies of one OUT."""

    def __init__(self, reader: Reader, folder: Path, pictures: Pictures) -> None:
        """``folder``: of the kept copies."""
        self._reader = reader
        self._folder = folder
        self.pictures = pictures
        self._lock = threading.Lock()
        self._known: OrderedDict[str, Contents] = OrderedDict()

    def contents(self, version: Version) -> Contents:
        """What this version holds; no cells where nothing of it can be read."""
        with self._lock:
            known = self._known.get(version.content)
            if known is not None:
                self._known.move_to_end(version.content)
                return known
        fresh = self._read(version)
        with self._lock:
            self._known[version.content] = fresh
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
        return fresh

    def file(self, kept: KeptFile) -> bytes | None:
        """The bytes of a kept file; None where it was not kept."""
        if not kept.sha256:
            return None
        try:
            return (self._folder / snapshot.place_of(kept.sha256)).read_bytes()
        except OSError:
            return None

    def _read(self, version: Version) -> Contents:
        try:
            assignment = self._reader.read(snapshot.again(version, self._folder))
        except AutograderError:
            return Contents((), {}, version.files, ())
        raw = self._raw_cells(version)
        cells = tuple(
            Cell(kind, source, *raw.get((kind, source), (b"", b"")))
            for kind, source in assignment.cells
        )
        parts = {task: handed.cells for task, handed in assignment.handed.items()}
        return Contents(cells, parts, version.files, _names(assignment))

    def _raw_cells(self, version: Version) -> dict[tuple[str, str], tuple[bytes, bytes]]:
        """(kind, source) → outputs and attachments; intake drops them, as grading needs none."""
        found: dict[tuple[str, str], tuple[bytes, bytes]] = {}
        for kept in version.files:
            content = self.file(kept) if kept.name.endswith(".ipynb") else None
            for cell in _cells(content or b"{}"):
                found.setdefault(
                    (cell.cell_type, _source(cell.source)),
                    (bytes(cell.outputs), bytes(cell.attachments)),
                )
        return found


def _cells(content: bytes) -> list[_RawCell]:
    try:
        return msgspec.json.decode(content, type=_RawNotebook).cells
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return []


def _source(raw: msgspec.Raw) -> str:
    try:
        source = msgspec.json.decode(raw, type=str | list[str])
    except (msgspec.DecodeError, RecursionError):
        return ""
    return source if isinstance(source, str) else "".join(source)


def _names(assignment: Assignment) -> tuple[str, ...]:
    names: set[str] = set()
    for kind, source in assignment.cells:
        if kind == "code":
            names |= defined(source)
    return tuple(sorted(names)[:MAX_NAMES])
