"""What intake hands on: frozen records without a file handle, a path to follow or live code.

``discover`` gives cheap :class:`Found` records, one per submission and without content;
``open`` reads one of them into a :class:`Submission`, so that memory does not grow with the
cohort.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from autograder.errors import SubmissionFault
from autograder.i18n import Text
from autograder.records.model import Status
from autograder.records.people import HandIn, Person

CellKind = Literal["code", "markdown", "raw"]


class Refused(SubmissionFault):
    """Something that was handed in is not read; ``text`` says what, why and what to do now."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.de)
        self.text = text


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which published notebook this claims to descend from (``metadata.autograder``)."""

    sheet: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; outputs are dropped, because what a student's run printed means nothing."""

    kind: CellKind
    source: str
    tags: tuple[str, ...] = ()
    has_outputs: bool = False
    has_attachments: bool = False
    """Whether pictures were pasted into it."""


@dataclass(frozen=True, slots=True)
class Notebook:
    """One notebook, or a script as a notebook of one code cell."""

    name: str
    """Relative POSIX path inside the submission, made safe; its folder is where cells run."""
    cells: tuple[Cell, ...]
    stamp: Stamp | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where bytes of a submission lie; never read before ``open``."""

    path: Path
    """A file or folder on disk that was listed, never one that a student's text names."""
    name: str
    """Relative POSIX path inside the submission, made safe; ``""`` for a folder or zip."""
    member: int | None = None
    """Index in the central directory of the zip at ``path``."""
    shared: bool = False
    """A file beside several submissions: all of them may read it, none is answerable for it."""
    refused: Text | None = None
    """Why it is not read at all."""


@dataclass(frozen=True, slots=True)
class Found:
    """One submission that was found, without its content."""

    id: str
    """Unique in one call of ``discover``; ``[A-Za-z0-9._-]``, at most 80 characters."""
    students: tuple[str, ...]
    """Names as found on files or folders, fit to be shown."""
    sources: tuple[Source, ...]
    people: tuple[Person, ...] = ()
    """Whose it is; at least one person, with the identifiers of the LMS it came from."""
    handed_in: HandIn = HandIn()


@dataclass(frozen=True, slots=True)
class Submission:
    """Everything one submission consists of.

    ``problem`` is set exactly when no cell of it is run: nothing readable, only documents
    (:attr:`Status.WAITING`), another sheet, or contradicting notebooks.
    """

    id: str
    students: tuple[str, ...]
    notebooks: tuple[Notebook, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    """What cells may read: relative POSIX path, made safe → content. No notebooks."""
    documents: tuple[str, ...] = ()
    """Names of what only people can judge: PDFs, pictures, texts, and what was not readable."""
    notes: tuple[Text, ...] = ()
    problem: tuple[Status, Text] | None = None
    digest: str = ""
    """SHA-256 (hex) of the content; the notebooks' own names do not enter."""
