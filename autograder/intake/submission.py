"""One :class:`Found` → one :class:`Submission`: everything read, in memory and under caps.

Whatever is wrong with a file becomes a line on this submission; what is readable beside it is
graded. Nothing is written to disk.
"""

import hashlib

from autograder.course.sheet import Limits
from autograder.i18n import Text, text
from autograder.intake.contract import Found, Notebook, Refused, Submission
from autograder.intake.entry import MIB, Entry, TooBig, beyond_allowance
from autograder.intake.gather import gather
from autograder.intake.kinds import Kind, kind_of
from autograder.intake.names import Paths, display
from autograder.intake.notebook import read_notebook, read_script
from autograder.records.model import Status

NOTES = 20
"""Lines about single files of one submission."""


def open(found: Found, limits: Limits) -> Submission:
    """Read everything that was handed in, at most ``limits.upload_mib`` unpacked.

    Never raises for what a submission contains: see :attr:`Submission.problem` and ``notes``.
    """
    return _Reading(found, limits).result()


class _Reading:
    """The state of reading one submission."""

    def __init__(self, found: Found, limits: Limits) -> None:
        self._found = found
        self._allowance_mib = limits.upload_mib
        self._left_bytes = limits.upload_mib * MIB
        self._paths = Paths()
        self._notebooks: list[Notebook] = []
        self._files: dict[str, bytes] = {}
        self._documents: list[str] = []
        self._notes: list[Text] = []
        self._unread: list[Text] = []
        self._digests: list[bytes] = []
        entries = sorted(gather(found.sources, self._left_bytes), key=reading_order)
        self._scripts_only = all(kind_of(one.name) is not Kind.NOTEBOOK for one in entries)
        for one in entries:
            self._take(one)

    def _take(self, one: Entry) -> None:
        if one.superseded:
            self._notes.append(_superseded(one.name))
            return
        name = one.name if one.refused else self._paths.claim(one.name)
        if name != one.name:
            self._notes.append(_renamed(one.name, name))
        try:
            content = one.read(self._left_bytes)
            self._left_bytes -= len(content)
            self._sort(one, name, content)
        except Refused as error:
            self._digest(b"unread", name.encode())
            too_big = isinstance(error, TooBig)
            why = beyond_allowance(name, self._allowance_mib) if too_big else error.text
            if one.shared:
                self._notes.append(why)
            else:
                self._unread.append(why)
                self._documents.append(display(name))

    def _sort(self, one: Entry, name: str, content: bytes) -> None:
        kind = kind_of(one.name)
        is_notebook = kind is Kind.NOTEBOOK or (kind is Kind.SCRIPT and self._scripts_only)
        self._digest(b"notebook" if is_notebook else name.encode(), content)
        if kind is Kind.NOTEBOOK:
            self._notebooks.append(read_notebook(content, name))
            return
        self._files[name] = content
        if is_notebook:
            self._notebooks.append(read_script(content, name))
        elif kind in (Kind.LINK, Kind.PACKED):
            raise _not_opened(kind, name)
        elif kind in (Kind.SCRIPT, Kind.DOCUMENT, Kind.TEXT) and not one.shared:
            self._documents.append(display(name))

    def _digest(self, label: bytes, content: bytes) -> None:
        inner = hashlib.sha256(content).digest()
        self._digests.append(hashlib.sha256(inner + label).digest())

    def result(self) -> Submission:
        """What was read, as a record."""
        problem = self._problem()
        lines = [line for line in self._unread if problem is None or line != problem[1]]
        notes = list(dict.fromkeys(self._notes + lines))
        if len(notes) > NOTES:
            more = text("… und {n} weitere Hinweise dieser Art.", n=len(notes) - NOTES)
            notes = [*notes[:NOTES], more]
        return Submission(
            id=self._found.id,
            students=self._found.students,
            notebooks=tuple(self._notebooks),
            files=self._files,
            documents=tuple(self._documents),
            notes=tuple(notes),
            problem=problem,
            digest=hashlib.sha256(b"".join(sorted(self._digests))).hexdigest(),
        )

    def _problem(self) -> tuple[Status, Text] | None:
        if self._notebooks:
            return None
        if self._unread:
            return Status.UNREADABLE, self._unread[0]
        if self._documents:
            return Status.WAITING, text(
                "Kein Notebook abgegeben, sondern: {names}. Das liest eine Tutorin oder ein Tutor.",
                names=", ".join(self._documents[:5]) + (" …" if self._documents[5:] else ""),
            )
        return Status.LOOK, text(
            "Die Abgabe enthält kein Notebook und kein Dokument. Erwartet wird das ausgefüllte "
            "Notebook (.ipynb). Bitte prüfen Sie, ob Sie die richtige Datei abgegeben haben."
        )


def reading_order(one: Entry) -> tuple[int, bool, int, str]:
    """Notebooks first, so that big data beside them cannot use up the allowance; shared last."""
    first = {Kind.NOTEBOOK: 0, Kind.SCRIPT: 1}.get(kind_of(one.name), 2)
    return first, one.shared, one.name.count("/"), one.name


def _superseded(name: str) -> Text:
    return text(
        "„{name}“ ist ein früherer Export; bewertet wird der letzte in diesem Ordner.",
        name=display(name),
    )


def _renamed(name: str, free: str) -> Text:
    return text(
        "„{name}“ kommt in der Abgabe mehrmals vor; das weitere Exemplar heißt hier „{free}“.",
        name=display(name),
        free=display(free),
    )


def _not_opened(kind: Kind, name: str) -> Refused:
    if kind is Kind.LINK:
        return Refused(
            text(
                "„{name}“ ist nur ein Link; Links werden nicht geöffnet. Bitte geben Sie die "
                "Datei selbst ab.",
                name=display(name),
            )
        )
    return Refused(
        text(
            "„{name}“ wird nicht ausgepackt; erwartet wird ein ZIP-Archiv. Bitte packen Sie Ihre "
            "Dateien als .zip und geben Sie sie noch einmal ab.",
            name=display(name),
        )
    )
