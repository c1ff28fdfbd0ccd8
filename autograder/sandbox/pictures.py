"""A handed-in PDF or picture → pixels by value, from a process behind the walls.

The trusted side sees a number of pages and arrays of bytes whose shape it has checked; it never
reads the file itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy

from autograder.course.sheet import Limits
from autograder.i18n import Text, text
from autograder.inside.confinement import WallConfig
from autograder.sandbox.chore import ChoreFault, Workshop
from autograder.sandbox.run import LIMITS_REACHED

MODULE = "autograder.inside.pictures"
FILE_MIB = 50
PAGES = 12
"""Shown of one file."""
MAX_PAGES = 1_000_000
"""More are not believed."""
SIDE_PIXELS = 1_600
"""Longer side of a page: an A4 scan at about 140 dots per inch, legible handwriting."""
LIMITS = Limits(
    call_seconds=15,
    submission_seconds=60,
    cpu_seconds=45,
    memory_mib=768,
    processes=8,
    file_mib=64,
    frame_mib=16,
    output_mib=1,
)

Pixels = numpy.ndarray[Any, numpy.dtype[numpy.uint8]]
"""Height × width × 3."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What could be made visible of one file."""

    pages: tuple[Pixels, ...]
    """The first :data:`PAGES`."""
    count: int
    """How many it has, as it claims; 0 where it could not be opened."""
    fault: Text | None = None
    """Why pages are missing."""
    certain: bool = True
    """Whether another try would end the same; else a busy machine may have a share in it."""


class Rasteriser:
    """Draws files; thread-safe."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop

    def draw(self, content: bytes) -> Drawn:
        """Never raises for what the file contains; raises :class:`GraderFault` for our fault."""
        if len(content) > FILE_MIB << 20:
            return Drawn((), 0, _reason("size"))
        pages: list[Pixels] = []
        count = 0
        try:
            with self._workshop.open({"handed-in": content}) as bench:
                count = _count(bench.call("pages"))
                for number in range(min(count, PAGES)):
                    pages.append(
                        _pixels(bench.call("page", number=number, side_pixels=SIDE_PIXELS))
                    )
        except ChoreFault as fault:
            certain = fault.reason not in LIMITS_REACHED
            return Drawn(tuple(pages), count, _reason(fault.reason), certain)
        return Drawn(tuple(pages), count)


@contextmanager
def rasteriser(wall: WallConfig) -> Iterator[Rasteriser]:
    """Raises :class:`GraderFault` where it does not start."""
    with Workshop(wall, MODULE, ("pages", "page"), LIMITS) as workshop:
        yield Rasteriser(workshop)


def _count(value: Any) -> int:
    if type(value) is not int or not 0 < value <= MAX_PAGES:
        raise ChoreFault("nonsense")
    return value


def _pixels(value: Any) -> Pixels:
    if type(value) is not numpy.ndarray or value.dtype != numpy.uint8 or value.ndim != 3:
        raise ChoreFault("nonsense")
    height, width, colours = value.shape
    if colours != 3 or not (0 < height <= SIDE_PIXELS and 0 < width <= SIDE_PIXELS):
        raise ChoreFault("nonsense")
    return value


def _reason(reason: str) -> Text:
    if reason == "PermissionError":
        return text("mit einem Kennwort geschützt")
    if reason in ("time", "cpu", "stopped"):
        return text("braucht zu lange, um angezeigt zu werden")
    if reason in ("memory", "size", "processes"):
        return text("zu groß, um angezeigt zu werden")
    return text("beschädigt oder von einem Typ, der nicht angezeigt werden kann")
