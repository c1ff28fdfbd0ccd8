"""Handed-in PDFs and pictures become pages, once, while the walls stand anyway."""

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PIL import Image

from autograder.errors import GraderFault, UsageFault
from autograder.i18n import Text, text
from autograder.inside.confinement import WallConfig
from autograder.intake.contract import Refused
from autograder.intake.folder import read_file
from autograder.intake.snapshot import place_of
from autograder.out.folder import OutFolder
from autograder.out.pictures import About
from autograder.sandbox.pictures import FILE_MIB, Drawn, Pixels, Rasteriser, rasteriser

JPEG_QUALITY = 80
MAX_THREADS = 4
"""Each holds the pixels of one file, at most about 65 MB."""


def draw(out: OutFolder, wall: Callable[[], WallConfig], workers: int) -> tuple[Text, ...]:
    """Draw what nobody has drawn yet; says what failed on our side: grading does not need it.

    Raises :class:`UsageFault` where OUT cannot be written.
    """
    todo = out.undrawn()
    if not todo:
        return ()
    try:
        threads = min(workers, MAX_THREADS)
        with rasteriser(wall()) as drawer, ThreadPoolExecutor(threads) as pool:
            for _ in pool.map(partial(_one, out, drawer), todo):
                pass
    except GraderFault as fault:
        return (
            text("Abgegebene PDFs und Bilder sind nicht alle zu sehen: {reason}", reason=fault),
        )
    return ()


def _one(out: OutFolder, drawer: Rasteriser, sha256: str) -> None:
    drawn = _drawn(out.handed_in / place_of(sha256), drawer)
    pages = [jpeg(pixels) for pixels in drawn.pages]
    fault = (drawn.fault.de, drawn.fault.en) if drawn.fault else None
    about = About(len(pages), drawn.count, fault, drawn.certain)
    try:
        out.pictures.keep(sha256, pages, about)
    except OSError as error:
        raise UsageFault(f"{out.path} cannot be written: {error.strerror}.") from error


def _drawn(path: Path, drawer: Rasteriser) -> Drawn:
    try:
        content = read_file(path, path.name, FILE_MIB << 20)
    except Refused as refused:
        return Drawn((), 0, refused.text)
    return drawer.draw(content)


def jpeg(pixels: Pixels) -> bytes:
    """Pixels as a file that every browser shows."""
    target = io.BytesIO()
    Image.fromarray(pixels).save(target, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return target.getvalue()
