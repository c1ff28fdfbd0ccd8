"""Which of the files that lie side by side make up one submission."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from autograder.intake.contract import Source
from autograder.intake.kinds import ANSWERS, Kind
from autograder.intake.nodes import Node
from autograder.records.people import HandIn, Person


@dataclass(frozen=True, slots=True)
class Draft:
    """A submission before it has an id."""

    name: str
    sources: tuple[Source, ...]
    people: tuple[Person, ...] = ()
    """Who handed it in, as far as an LMS says so."""
    handed_in: HandIn = HandIn()


def group(level: Sequence[Node], name: str, published: Collection[str], alone: bool) -> list[Draft]:
    """One draft per submission, in the order of the level (rules: see ``discover``).

    ``name`` is that of the folder or zip, ``alone`` whether it is the only path.
    """
    if _is_one_person(level):
        notebook = next(node for node in level if node.kind is Kind.NOTEBOOK)
        says_nothing = notebook.stem.casefold() in {one.casefold() for one in published}
        sources = tuple(source for node in level for source in node.sources)
        return [Draft(name if says_nothing or not alone else notebook.stem, sources)]
    shared = tuple(
        replace(source, shared=True)
        for node in level
        if node.kind in (Kind.TEXT, Kind.DATA)
        for source in node.sources
    )
    drafts: dict[tuple[str, str], Draft] = {}
    for place, node in enumerate(level):
        if node.kind in (None, Kind.ARCHIVE):
            drafts["node", str(place)] = Draft(node.stem, node.sources)
        elif node.kind in ANSWERS:
            key = ("file", node.stem.casefold())
            before = drafts.get(key, Draft(node.stem, shared))
            drafts[key] = replace(before, sources=node.sources + before.sources)
    return list(drafts.values())


def _is_one_person(level: Sequence[Node]) -> bool:
    notebooks = sum(node.kind is Kind.NOTEBOOK for node in level)
    return notebooks == 1 and not any(
        node.kind is Kind.ARCHIVE or node.may_stand_alone() for node in level
    )
