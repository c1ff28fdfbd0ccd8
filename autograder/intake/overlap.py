"""Archives of one LMS that were named together: what several of them say of the same people.

A student can pack a zip as an LMS does. So nothing here replaces anything: equal hand-ins are one,
different ones are shown to the tutor, and none of them is graded.
"""

from collections.abc import Iterable
from dataclasses import replace

from autograder.i18n import text
from autograder.intake.contract import Refused, Source
from autograder.intake.entry import MIB
from autograder.intake.gather import gather
from autograder.intake.grouping import Draft
from autograder.intake.names import display

COMPARED_MIB = 64
"""Of each hand-in; larger ones count as different."""


def settled(drafts: Iterable[Draft]) -> list[Draft]:
    """One draft per identifier of an LMS, in the order in which they first occur."""
    kept: dict[tuple[object, ...], Draft] = {}
    for place, draft in enumerate(drafts):
        key: tuple[object, ...] = (place,)
        if draft.people and draft.people[0].keys:
            key = tuple(sorted((*item,) for one in draft.people for item in one.keys.items()))
        before = kept.get(key)
        if before is None:
            kept[key] = draft
        elif _content(before) is None or _content(before) != _content(draft):
            kept[key] = _open_question(before, draft)
    return list(kept.values())


def _content(draft: Draft) -> list[tuple[str, bytes]] | None:
    """Names and bytes of all files; None where one cannot be read."""
    left_bytes = COMPARED_MIB * MIB
    found = []
    try:
        for one in gather(draft.sources, left_bytes):
            found.append((one.name, one.read(left_bytes)))
            left_bytes -= len(found[-1][1])
    except Refused:
        return None
    return sorted(found)


def _open_question(first: Draft, second: Draft) -> Draft:
    """A draft of which nothing is read, with the reason."""
    source, other = first.sources[0], second.sources[0]
    why = text(
        "„{name}“ steht in „{first}“ und in „{second}“ mit verschiedenem Inhalt; bewertet wurde "
        "nichts davon. Bitte bewerten Sie das Archiv, das gilt, noch einmal allein.",
        name=display(first.name),
        first=display(source.path.name),
        second=display(other.path.name),
    )
    return replace(first, sources=(Source(source.path, display(first.name), refused=why),))
