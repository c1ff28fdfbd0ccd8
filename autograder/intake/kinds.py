"""What a file is, judged by its name alone."""

from enum import Enum
from pathlib import PurePosixPath


class Kind(Enum):
    """What intake does with a file."""

    NOTEBOOK = "notebook"
    SCRIPT = "script"
    """One code cell, unless it lies beside a notebook that may import it."""
    ARCHIVE = "archive"
    DOCUMENT = "document"
    """For people to read; alone it is a submission that waits for a tutor."""
    TEXT = "text"
    """Data for cells, or an answer: both are possible."""
    LINK = "link"
    """Points elsewhere; never fetched."""
    PACKED = "packed"
    """An archive of a kind that is not opened."""
    DATA = "data"


_NOTEBOOKS = (".ipynb", ".ipynb.txt", ".ipynb.json")  # the latter two: as some browsers save it
_PACKED = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz", ".rar", ".7z")
_BY_SUFFIX = {
    Kind.SCRIPT: (".py",),
    Kind.ARCHIVE: (".zip",),
    Kind.DOCUMENT: (
        *(".pdf", ".png", ".jpg", ".jpeg", ".heic", ".heif", ".webp", ".gif", ".bmp", ".tif"),
        *(".tiff", ".svg", ".doc", ".docx", ".odt", ".rtf", ".pages", ".tex", ".html", ".htm"),
        *(".ppt", ".pptx", ".odp", ".xoj", ".xopp", ".goodnotes"),
    ),
    Kind.TEXT: (".txt", ".md"),
    Kind.LINK: (".url", ".webloc", ".lnk", ".desktop"),
}
_KINDS = {suffix: kind for kind, suffixes in _BY_SUFFIX.items() for suffix in suffixes}
_IGNORED = frozenset(
    (
        *("__MACOSX", "__pycache__", "node_modules", "site-packages", "__zip_filename__"),
        *("Thumbs.db", "desktop.ini", "Icon\r"),
    )
)


ANSWERS = frozenset(
    (Kind.NOTEBOOK, Kind.SCRIPT, Kind.ARCHIVE, Kind.DOCUMENT, Kind.LINK, Kind.PACKED)
)
"""What is handed in for its own sake; texts and data serve the others."""


def kind_of(name: str) -> Kind:
    """The kind of a file by the end of its name."""
    lower = name.lower()
    if lower.endswith(_NOTEBOOKS):
        return Kind.NOTEBOOK
    if lower.endswith(_PACKED):
        return Kind.PACKED
    return _KINDS.get(PurePosixPath(lower).suffix, Kind.DATA)


def stem_of(name: str) -> str:
    """A file's name without its ending: ``anna.ipynb.txt`` → ``anna``."""
    lower = name.lower()
    for ending in (*_NOTEBOOKS, *_PACKED):
        if lower.endswith(ending) and len(lower) > len(ending):
            return name[: -len(ending)]
    return PurePosixPath(name).stem


def ignored(path: str) -> bool:
    """Whether a path holds nothing that was handed in: hidden files, checkpoints, leftovers."""
    pieces = path.replace("\\", "/").split("/")
    return any(
        piece in _IGNORED or piece.startswith("~$") or (piece[:1] == "." and piece.strip(". "))
        for piece in pieces
    )
