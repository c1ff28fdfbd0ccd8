"""What was handed in as PDF or picture, as pages that can be shown: made once, kept by hash.

``OUT/pictures/`` beside ``OUT/handed-in/``, with the same places. The pages are JPEGs that we
encoded from pixels; no byte in them is the student's.
"""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

import msgspec

from autograder.export.atomic import write_atomically
from autograder.i18n import Text
from autograder.intake.snapshot import place_of
from autograder.records.ledger import KeptFile

_SUFFIXES = frozenset(
    (
        *(".pdf", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff"),
        *(".heic", ".heif"),
    )
)
_ABOUT = "about.json"


class About(msgspec.Struct, frozen=True):
    """What is known of one file's pages."""

    shown: int
    """Pages that are kept, from the first."""
    count: int
    """Pages that it has; 0 where nobody could open it."""
    fault: tuple[str, str] | None = None
    """Why pages are missing, German and English."""
    certain: bool = True
    """Whether another try would end the same; else a busy machine may have a share in it."""

    @property
    def why(self) -> Text | None:
        return Text(*self.fault) if self.fault else None


def is_drawable(file: KeptFile) -> bool:
    """Whether a kept file is a page or picture that somebody handed in, by its name."""
    suffix = PurePosixPath(file.name.lower()).suffix
    return bool(file.sha256) and not file.shared and suffix in _SUFFIXES


class Pictures:
    """The pages of everything in one OUT."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def about(self, sha256: str) -> About | None:
        """None while nobody has drawn this file."""
        try:
            content = (self._place(sha256) / _ABOUT).read_bytes()
            return msgspec.json.decode(content, type=About)
        except (OSError, msgspec.DecodeError):
            return None

    def undrawn(self, files: Iterable[KeptFile]) -> list[str]:
        """Hashes of those that nobody has drawn yet, each once."""
        hashes = dict.fromkeys(one.sha256 for one in files if is_drawable(one))
        known = {one: self.about(one) for one in hashes}
        return [one for one, about in known.items() if about is None or not about.certain]

    def keep(self, sha256: str, pages: Sequence[bytes], about: About) -> None:
        """Raises :class:`OSError`."""
        place = self._place(sha256)
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        for number, page in enumerate(pages):
            write_atomically(place / f"{number}.jpg", page)
        write_atomically(place / _ABOUT, msgspec.json.encode(about))

    def page(self, sha256: str, number: int) -> bytes | None:
        """A JPEG, from 0."""
        try:
            return (self._place(sha256) / f"{number}.jpg").read_bytes()
        except OSError:
            return None

    def forget(self, sha256: str) -> None:
        shutil.rmtree(self._place(sha256), ignore_errors=True)

    def _place(self, sha256: str) -> Path:
        return self._folder / place_of(sha256)
