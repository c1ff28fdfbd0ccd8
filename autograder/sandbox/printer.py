"""A page → PDF, by WeasyPrint behind the walls; needs the extra ``[pdf]``.

Pictures in the page are a student's: they are decoded there and not in this process.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

from autograder.course.sheet import Limits
from autograder.errors import GraderFault, UsageFault
from autograder.inside.confinement import Level
from autograder.sandbox.chore import ChoreFault, Workshop, plain_wall
from autograder.sandbox.probe import best_level, probe

MODULE = "autograder.inside.printing"
PDF_MIB = 64
LIMITS = Limits(
    call_seconds=120,
    submission_seconds=150,
    cpu_seconds=100,
    memory_mib=2_048,
    processes=8,
    file_mib=64,
    frame_mib=PDF_MIB,
    output_mib=1,
)
_NEEDED = ("weasyprint", "ziamath")


class PrintFault(GraderFault):
    """A page could not be printed; the HTML page is still there."""


class Printer:
    """Prints pages; thread-safe."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop

    def pdf(self, html: str) -> bytes:
        """The page on A4. Nothing is fetched. Raises :class:`PrintFault`."""
        try:
            with self._workshop.open({"page.html": html.encode("utf-8", "replace")}) as bench:
                made = bench.call("printed")
        except ChoreFault as fault:
            raise PrintFault(f"A page could not be printed ({fault.reason}).") from fault
        if not isinstance(made, bytes) or not made.startswith(b"%PDF"):
            raise PrintFault("A page could not be printed (no PDF came back).")
        return made


def require_printer() -> Level:
    """The level it works behind; raises :class:`UsageFault` with the remedy where something is
    missing."""
    if any(find_spec(name) is None for name in _NEEDED):
        raise UsageFault(
            "PDF needs WeasyPrint and Pango: pip install 'notebook-autograder[pdf]', and on "
            "Debian apt-get install libpango-1.0-0 libpangoft2-1.0-0."
        )
    level = best_level(probe())
    if level is None:
        raise UsageFault(
            "PDF is made behind the walls that notebooks have, and this machine offers none. "
            "Try: autograder doctor. The HTML pages need no walls."
        )
    return level


@contextmanager
def printer() -> Iterator[Printer]:
    """Raises :class:`UsageFault` where something is missing, :class:`GraderFault` for ours."""
    with Workshop(plain_wall(require_printer()), MODULE, ("printed",), LIMITS) as workshop:
        yield Printer(workshop)
