"""Pictures of a hostile notebook: only those whose bytes begin as their type says, and not large.

They become ``data:`` images, which run nothing and load nothing, also as SVG. The one way for
the feedback page and for the tutor's.
"""

import base64
import binascii
from dataclasses import dataclass

PICTURE_KIB = 3 * 1024
"""Largest picture, decoded."""
SVG = "image/svg+xml"
SIGNATURES = {
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff",
    "image/gif": b"GIF8",
}
_CODED_CHARS = PICTURE_KIB * 1024 * 3 // 2


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture whose bytes begin as its type says."""

    mime: str
    content: bytes

    @property
    def coded(self) -> str:
        return base64.b64encode(self.content).decode()

    @property
    def uri(self) -> str:
        return f"data:{self.mime};base64,{self.coded}"


def picture(mime: str, words: str) -> Picture | None:
    """A picture of a bundle (base64, or the SVG itself); None for what is none or too large."""
    if mime == SVG:
        return _checked(Picture(mime, words.encode("utf-8", "replace")), b"")
    signature = SIGNATURES.get(mime)
    if signature is None or len(words) > _CODED_CHARS:
        return None
    try:
        content = base64.b64decode("".join(words.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    return _checked(Picture(mime, content), signature)


def picture_file(mime: str, content: bytes) -> Picture | None:
    """The same of a file's bytes."""
    signature = SIGNATURES.get(mime)
    return _checked(Picture(mime, content), signature) if signature is not None else None


def _checked(found: Picture, signature: bytes) -> Picture | None:
    fits = 0 < len(found.content) <= PICTURE_KIB * 1024
    return found if fits and found.content.startswith(signature) else None
