"""What a recogniser hands on, and what several of them need."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from autograder.i18n import Text, text
from autograder.intake import archive
from autograder.intake.contract import Refused, Source
from autograder.intake.grouping import Draft
from autograder.intake.names import display
from autograder.intake.nodes import Node


@dataclass(frozen=True, slots=True)
class Recognised:
    """The submissions of one archive."""

    system: str
    """Its name, for people."""
    drafts: tuple[Draft, ...]
    left_out: tuple[Text, ...] = ()
    """What is not graded, each with the reason."""


def most(fitting: int, all_of_them: int) -> bool:
    """Whether so many of them fit that the rest are strays."""
    return 0 < all_of_them < 2 * fitting


def stray(node: Node, system: str) -> Text:
    """Why a node of a recognised archive is nobody's submission."""
    return text(
        "„{name}“ ist nicht wie eine Abgabe aus {system} benannt und wurde niemandem zugeordnet.",
        name=display(node.name),
        system=system,
    )


def empty(name: str) -> Text:
    return text("„{name}“: nichts abgegeben.", name=display(name))


def strays(nodes: Iterable[Node], system: str) -> tuple[Text, ...]:
    return tuple(stray(node, system) for node in nodes)


def packed_at(sources: Sequence[Source]) -> datetime | None:
    """The latest time in the zip of what was handed in (local time of the LMS)."""
    times = []
    for source in sources:
        if source.member is None or source.refused is not None:
            continue
        try:
            at = archive.on_disk(source.path).time(source.member)
        except Refused:
            continue
        if at is not None:
            times.append(at)
    return max(times, default=None)
