"""Our own code on a student's bytes, behind the walls: a PDF or picture in, raw pixels out.

It is run like a notebook, by name (:mod:`autograder.sandbox.chore`). The libraries parse hostile
formats in C; what they can be made to do happens in a process that has nothing and ends here.
"""

import io
import math
from typing import Any

import numpy
import pi_heif
import pypdfium2
from PIL import Image, ImageOps

FILE = "handed-in"
"""Where the bytes lie, in the working directory."""
_HEADER_BYTES = 1024
"""A PDF may begin a little later (ISO 32000-1, annex H, note 13)."""
_LARGEST_SCALE = 4.0
"""288 dots per inch: a stamp does not become a poster."""

_opened: list[Any] = []

pi_heif.options.DECODE_THREADS = 1
pi_heif.register_heif_opener()  # what iPhones save photographs as


def pages() -> int:
    """Open the file; how many pages it has, 1 for a picture.

    Raises :class:`PermissionError` for one behind a password.
    """
    with open(FILE, "rb") as file:
        content = file.read()
    _opened.clear()
    if b"%PDF-" not in content[:_HEADER_BYTES]:
        _opened.append(Image.open(io.BytesIO(content)))
        return 1
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise PermissionError from error
        raise
    _opened.append(document)
    return len(document)


def page(number: int, side_pixels: int) -> numpy.ndarray[Any, Any]:
    """One page, from 0: height × width × 3 bytes, the longer side at most ``side_pixels``."""
    (opened,) = _opened
    if isinstance(opened, Image.Image):
        return _picture(opened, side_pixels)
    sheet = opened[number]
    width, height = sheet.get_size()
    longest = max(width, height)
    if not (math.isfinite(longest) and min(width, height) > 0):
        raise ValueError("a page without an area")
    scale = min(side_pixels / (longest + 1), _LARGEST_SCALE)
    bitmap = sheet.render(scale=scale, rev_byteorder=True, force_bitmap_format=_RGB)
    return numpy.ascontiguousarray(bitmap.to_numpy()[:side_pixels, :side_pixels, :3])


_RGB = pypdfium2.raw.FPDFBitmap_BGR


def _picture(opened: Image.Image, side_pixels: int) -> numpy.ndarray[Any, Any]:
    """The way the camera was held, on white."""
    opened.draft("RGB", (side_pixels, side_pixels))
    upright = ImageOps.exif_transpose(opened).convert("RGBA")
    upright.thumbnail((side_pixels, side_pixels))
    white = Image.new("RGBA", upright.size, "white")
    return numpy.asarray(Image.alpha_composite(white, upright).convert("RGB"))
