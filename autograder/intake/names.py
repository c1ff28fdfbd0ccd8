"""Names that students chose, made safe: as an id, as a path inside a submission, for display."""

import hashlib
import re
import unicodedata
from pathlib import PurePosixPath

from autograder.i18n import text
from autograder.intake.contract import Refused
from autograder.render.safe import line

ID_CHARS = 80
PIECE_BYTES = 200
"""Longest file or folder name kept (file systems end at 255)."""
PATH_PIECES = 16
PATH_CHARS = 600

_LETTERS = str.maketrans(
    {
        "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS",
        "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "oe", "Ø": "Oe", "å": "aa", "Å": "Aa",
        "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i",
    }
)  # fmt: skip
_DEVICES = frozenset(
    (
        *("con", "prn", "aux", "nul", "conin$", "conout$", "clock$"),
        *(f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789"),
    )
)
_DRIVE = re.compile(r"[A-Za-z]:")
_NO_NAME = "abgabe"


def display(raw: str) -> str:
    """A student's name as it may be shown: its own characters, but no control or bidi ones."""
    return line(unicodedata.normalize("NFC", raw)) or _NO_NAME


def slug(raw: str) -> str:
    """A submission id from a file or folder name: ``[A-Za-z0-9._-]``, at most 80 characters.

    Umlauts are transliterated. Where letters get lost (other scripts, sheer length), a digest
    of the full name keeps different names apart, whatever else is graded beside them.
    """
    name = unicodedata.normalize("NFC", raw).strip()
    spelled = unicodedata.normalize("NFKD", name[: 4 * ID_CHARS].translate(_LETTERS))
    bare = "".join(char for char in spelled if not unicodedata.combining(char))
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", bare).strip(".-_")
    lost = any(char.isalnum() and not char.isascii() for char in bare)
    if lost or len(plain) > ID_CHARS or len(name) > 4 * ID_CHARS:
        digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        plain = f"{plain[: ID_CHARS - 20] or _NO_NAME}-{digest}"
    if not plain:
        return _NO_NAME
    if plain.split(".")[0].casefold() in _DEVICES:
        return f"{_NO_NAME}-{plain}"[:ID_CHARS]
    return plain


def unique_slug(raw: str, taken: set[str]) -> str:
    """Like :func:`slug`, with ``-2``, ``-3``… where needed; adds to ``taken`` (case-folded)."""
    base = candidate = slug(raw)
    number = 1
    while candidate.casefold() in taken:
        number += 1
        suffix = f"-{number}"
        candidate = f"{base[: ID_CHARS - len(suffix)]}{suffix}"
    taken.add(candidate.casefold())
    return candidate


def relative_path(raw: str) -> str:
    """A path inside a submission as a safe relative POSIX path.

    Raises :class:`Refused` where it would lead out of the submission: absolute, with a drive
    letter, or climbing. Backslashes count as separators, as old Windows tools mean them.
    """
    path = unicodedata.normalize("NFC", raw[: 2 * PATH_CHARS]).replace("\\", "/")
    pieces = [_clean(piece) for piece in path.split("/") if piece not in ("", ".")]
    if path.startswith("/") or _DRIVE.match(path) or any(_climbs(piece) for piece in pieces):
        raise Refused(
            text(
                "„{name}“ wurde nicht gelesen: Der Pfad führt aus der Abgabe hinaus. Erlaubt sind "
                "nur Pfade innerhalb der Abgabe. Bitte packen Sie Ihre Dateien neu ein und geben "
                "Sie sie noch einmal ab.",
                name=display(raw),
            )
        )
    safe = "/".join(pieces)
    if not pieces or len(pieces) > PATH_PIECES or len(raw) > PATH_CHARS:
        raise Refused(
            text(
                "„{name}“ wurde nicht gelesen: Der Pfad ist leer, länger als {chars} Zeichen oder "
                "tiefer als {depth} Ordner. Bitte benennen Sie die Datei um und geben Sie sie noch "
                "einmal ab.",
                name=display(raw),
                chars=PATH_CHARS,
                depth=PATH_PIECES,
            )
        )
    return safe


class Paths:
    """The paths of one submission, no two of which get in each other's way on a disk."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()

    def claim(self, path: str) -> str:
        """``path``, or ``name (2).ext`` where that is taken; now it is taken.

        A name is also taken where it would be a file and a folder at once.
        """
        if any(str(parent) in self._files for parent in PurePosixPath(path).parents):
            path = path.replace("/", "_")
        file = PurePosixPath(path)
        candidate, number = file, 1
        while str(candidate) in self._files or str(candidate) in self._folders:
            number += 1
            candidate = file.with_name(f"{file.stem} ({number}){file.suffix}")
        self._files.add(str(candidate))
        self._folders.update(str(parent) for parent in candidate.parents)
        return str(candidate)


def _clean(piece: str) -> str:
    """One path piece without control, bidi and undecodable characters, and not too long."""
    kept = "".join("_" if unicodedata.category(char) in _UNSAFE else char for char in piece)
    coded = kept.encode("utf-8")
    if len(coded) <= PIECE_BYTES:
        return kept
    stem, _, suffix = kept.rpartition(".")
    ending = f".{suffix}" if stem and len(suffix) <= 12 else ""
    digest = hashlib.sha256(coded).hexdigest()[:8]
    room = PIECE_BYTES - len(ending.encode()) - len(digest) - 1
    return f"{coded[:room].decode('utf-8', 'ignore')}~{digest}{ending}"


_UNSAFE = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


def _climbs(piece: str) -> bool:
    return piece.startswith(".") and not piece.strip(". ")
