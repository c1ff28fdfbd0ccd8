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
PIXELS = 40_000_000
"""That a picture may claim: each takes four bytes in the browser, in the file hardly any."""
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
    fits = 0 < len(found.content) <= PICTURE_KIB * 1024 and found.content.startswith(signature)
    return found if fits and _is_moderate(found) else None


def _is_moderate(found: Picture) -> bool:
    """Whether it does not claim to be, or unpack to, much more than its bytes."""
    if found.mime == SVG:
        return b"<!ENTITY" not in found.content
    width, height = _SIZES[found.mime](found.content)
    return width * height <= PIXELS


def _png_size(content: bytes) -> tuple[int, int]:
    """Columns and rows of the header; 0 where there is none: no browser shows that."""
    if content[12:16] != b"IHDR":
        return 0, 0
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def _gif_size(content: bytes) -> tuple[int, int]:
    return int.from_bytes(content[6:8], "little"), int.from_bytes(content[8:10], "little")


def _jpeg_size(content: bytes) -> tuple[int, int]:
    """Of the first frame, whose marker is one of SOF0 to SOF15 (ITU T.81, B.1.1.3)."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = content[at + 5 : at + 7], content[at + 7 : at + 9]
            return int.from_bytes(width, "big"), int.from_bytes(height, "big")
        # fill bytes and markers without a length are skipped one by one
        alone = marker == 0xFF or marker == 0x01 or 0xD0 <= marker <= 0xD8
        length = int.from_bytes(content[at + 2 : at + 4], "big") + 2
        at += (1 if marker == 0xFF else 2) if alone else length
    return 0, 0


_SIZES = {"image/png": _png_size, "image/gif": _gif_size, "image/jpeg": _jpeg_size}
