"""Reads the bank of a sheet: answers that must be accepted and answers that must be caught.

``reference/SHEET/variants/`` and ``wrong/`` hold files named ``PART_what.py`` or ``.md``; each
replaces the answer to one part in the reference. ``whole/`` holds percent scripts that change
several cells. Every file begins with a comment: a sentence on what it shows, and, where the
defaults do not say it all, a TOML block between ``/// bank`` and ``///``:

==================  ===========================================================================
``outcome``         of the part; by default ``right`` (variants) or ``wrong``
``points``          by default what the outcome gives
``says``            German words that the student's message must contain
``beside``          other files of the bank that are in the same notebook
``cells``           keys of the cells that are replaced; by default those tagged with the part
``split``           whole notebooks: exercises of each notebook, where there are several
``[parts.PART]``    the same three for another part
==================  ===========================================================================

Of a part that a tutor decides, too, only the machine's share is meant.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from autograder.course.sheet import Course, Sheet
from autograder.errors import UsageFault

Kind = Literal["variants", "wrong", "whole"]
KINDS: tuple[Kind, ...] = ("variants", "wrong", "whole")


class Stated(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a file says that a part must get."""

    outcome: str | None = None
    points: float | None = None
    says: str = ""


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The TOML block of a bank file."""

    outcome: str | None = None
    points: float | None = None
    says: str = ""
    beside: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    split: tuple[str, ...] = ()
    parts: Mapping[str, Stated] = {}


@dataclass(frozen=True, slots=True)
class BankFile:
    """One file of the bank; ``part`` is empty for whole notebooks."""

    name: str
    """Folder and stem, such as ``wrong/1a_without_x``."""
    kind: Kind
    part: str
    shows: str
    header: Header
    source: str
    markdown: bool


@dataclass(frozen=True, slots=True)
class Bank:
    """All files of a sheet's bank, by name."""

    files: Mapping[str, BankFile]

    def of(self, kind: Kind, part: str | None = None) -> tuple[BankFile, ...]:
        """Files of one folder, in the order of their names."""
        return tuple(
            file for file in self.files.values() if file.kind == kind and part in (None, file.part)
        )

    def with_beside(self, file: BankFile) -> tuple[BankFile, ...]:
        """The files that share a notebook with ``file``, itself last."""
        return (*(self.files[name] for name in file.header.beside), file)


def read_bank(course: Course, sheet: Sheet) -> Bank:
    """Every file of the bank; raises :class:`UsageFault` with file and remedy."""
    root = course.reference(sheet.id)
    files = {
        file.name: file
        for kind in KINDS
        for path in sorted((root / kind).glob("*"))
        if path.suffix in (".py", ".md")
        for file in [read_file(path, kind)]
    }
    for problem in _problems(files, sheet):
        raise UsageFault(f"{root}: {problem}")
    return Bank(files)


def read_file(path: Path, kind: Kind) -> BankFile:
    """One file; raises :class:`UsageFault` where its header is missing or cannot be read."""
    markdown = path.suffix == ".md"
    comment, source = (_markdown if markdown else _python)(path.read_text("utf-8"))
    shows, _, block = comment.partition("/// bank\n")
    try:
        header = msgspec.convert(tomllib.loads(block.partition("///")[0]), Header)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UsageFault(f"{path}: the block '/// bank' of its first comment: {error}") from error
    if not shows.strip():
        raise UsageFault(f"{path}: the first comment must say what the file shows.")
    return BankFile(
        name=f"{kind}/{path.stem}",
        kind=kind,
        part="" if kind == "whole" else path.stem.split("_")[0],
        shows=" ".join(shows.split()),
        header=header,
        source=source.strip("\n"),
        markdown=markdown,
    )


def _python(text: str) -> tuple[str, str]:
    """The leading comment without its signs, and the rest."""
    lines = text.splitlines()
    end = next(
        (n for n, line in enumerate(lines) if not line.startswith("#") or line.startswith("# %%")),
        len(lines),
    )
    comment = "".join(f"{line.removeprefix('#').removeprefix(' ')}\n" for line in lines[:end])
    return comment, "\n".join(lines[end:])


def _markdown(text: str) -> tuple[str, str]:
    before, opened, rest = text.partition("<!--")
    comment, _, source = rest.partition("-->")
    return (comment, source) if opened and not before.strip() else ("", text)


def _problems(files: Mapping[str, BankFile], sheet: Sheet) -> Iterable[str]:
    automatic = {task.id for task in sheet.tasks if task.kind != "text"}
    for file in files.values():
        if file.kind != "whole" and file.part not in automatic:
            yield f"{file.name} belongs to part {file.part!r}, which has no hidden check."
        for name in file.header.beside:
            if name not in files:
                yield f"{file.name} wants {name!r} beside it, which is not in the bank."
        for part in file.header.parts:
            if part not in sheet.by_id:
                yield f"{file.name} expects something of {part!r}, which is no part of the sheet."
        if file.kind == "wrong" and not file.header.says:
            yield f"{file.name} does not state which words its message must contain (says)."
