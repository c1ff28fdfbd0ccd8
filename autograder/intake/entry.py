"""One file of a submission, wherever it lies: on disk, or in a zip in a zip."""

from collections.abc import Callable
from dataclasses import dataclass

from autograder.i18n import Text, text
from autograder.intake.contract import Refused
from autograder.intake.names import display

MIB = 1 << 20
FILES = 2_000
"""Files that one submission may have, over all its folders and archives."""

Reader = Callable[[int], bytes]
"""Reads all content, at most the given number of bytes; raises :class:`Refused`."""


class TooBig(Refused):
    """There are more bytes than may still be read; who counts them knows how many may."""

    def __init__(self, name: str) -> None:
        super().__init__(text("„{name}“ ist zu groß und wurde nicht gelesen.", name=display(name)))


def beyond_allowance(name: str, mib: int) -> Text:
    """What is said of a file that did not fit into what one submission may have."""
    return text(
        "„{name}“ wurde nicht gelesen: Damit wäre die Abgabe (ausgepackt) größer als {mib} "
        "MiB. Bitte löschen Sie große Ausgaben, Bilder oder Daten und geben Sie sie noch "
        "einmal ab.",
        name=display(name),
        mib=mib,
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """A file that can be read, or the reason why it is not."""

    name: str
    """Relative POSIX path, made safe (for a refused file: fit to be shown)."""
    read: Reader
    shared: bool = False
    refused: bool = False
    superseded: bool = False
    """Whether a later attempt lies beside it."""


def refused(name: str, why: Refused) -> Entry:
    """An entry that only gives its reason."""

    def read(_max_bytes: int) -> bytes:
        raise why

    return Entry(name, read, refused=True)


def not_openable(name: str) -> Refused:
    return Refused(
        text(
            "„{name}“ lässt sich nicht öffnen (fehlende Leserechte oder ein Fehler des "
            "Datenträgers). Bitte prüfen Sie die Datei, oder geben Sie sie noch einmal ab.",
            name=display(name),
        )
    )


def is_link(name: str) -> Refused:
    return Refused(
        text(
            "„{name}“ ist eine Verknüpfung und wurde nicht verfolgt. Bitte geben Sie die Datei "
            "selbst ab.",
            name=display(name),
        )
    )


def is_special(name: str) -> Refused:
    return Refused(
        text(
            "„{name}“ ist keine gewöhnliche Datei (sondern etwa ein Gerät) und wurde nicht "
            "gelesen. Bitte geben Sie eine gewöhnliche Datei ab.",
            name=display(name),
        )
    )
