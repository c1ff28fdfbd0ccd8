"""What each learning management system packs into its archives.

One module per system gives ``recognise(level)``: one draft per submission, or None where the
level is not from there. Recognised is what most names follow: one file that a student called
like an LMS would must not change how everybody else's are read.
"""

from collections.abc import Callable, Sequence

from autograder.intake.nodes import Node, below
from autograder.intake.systems import canvas, gradescope, ilias, moodle, openolat
from autograder.intake.systems.recognised import Recognised

SYSTEMS: tuple[Callable[[Sequence[Node]], Recognised | None], ...] = (
    moodle.recognise,
    gradescope.recognise,
    openolat.recognise,
    ilias.recognise,
    canvas.recognise,
)
DEPTH = 4
"""Folders within folders that may wrap an archive's content."""


def recognise(level: Sequence[Node]) -> Recognised | None:
    """The submissions of a level, or of the only folder in it, by the first system that fits."""
    for _ in range(DEPTH):
        for system in SYSTEMS:
            found = system(level)
            if found is not None:
                return found
        folders = [node for node in level if node.folder]
        if len(folders) != 1:
            return None
        level = below(folders[0])
    return None
