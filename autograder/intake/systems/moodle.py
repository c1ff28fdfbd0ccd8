"""Moodle's “Download all submissions”: folders or flat, German or English, blind, teams.

``<name>_<number>_assignsubmission_<plugin>`` is a folder, or, flat, the beginning of a file's
name. The number belongs to this assignment: a participant's, or a group's where groups hand in.
Those in no group share one submission without a number. Up to Moodle 4.0 the folder's name ends
in ``_``. Files carry the time of the hand-in; the online text that of the download.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from autograder.intake.contract import Refused, Source
from autograder.intake.grouping import Draft
from autograder.intake.kinds import ignored
from autograder.intake.names import relative_path, slug
from autograder.intake.nodes import Node, stripped
from autograder.intake.systems.recognised import Recognised, most, packed_at, strays
from autograder.lms.matching import NAME, SYSTEM
from autograder.lms.names import ANONYMOUS, NO_GROUP
from autograder.records.people import HandIn, Person

LABEL = "Moodle"
_NUMBERED = re.compile(
    r"(?P<name>[^_/]*)_(?P<number>\d{1,12})_assignsubmission_(?P<plugin>[a-z]+)(?:_(?P<rest>.*))?",
    re.DOTALL,
)
_NO_GROUP = re.compile(
    rf"(?P<name>{'|'.join(map(re.escape, sorted(NO_GROUP)))})"
    r"_assignsubmission_(?P<plugin>[a-z]+)(?:_(?P<rest>.*))?",
    re.DOTALL,
)


@dataclass
class _Collected:
    """The entries of one participant or group."""

    name: str
    sources: list[Source] = field(default_factory=list)
    files: list[Source] = field(default_factory=list)
    """Those whose time is that of the hand-in."""


def recognise(level: Sequence[Node]) -> Recognised | None:
    """One draft per participant or group; see the module."""
    found = [(node, match) for node in level if (match := _match(node.name.split("/")[0]))]
    if not most(len(found), len(level)):
        return None
    collected: dict[str, _Collected] = {}
    for node, match in found:
        number = match.groupdict().get("number") or ""
        one = collected.setdefault(number, _Collected(match["name"]))
        sources = _sources(node, match["rest"] or "")
        one.sources += sources
        if match["plugin"] == "file":
            one.files += sources
    others = [node for node in level if not _match(node.name.split("/")[0])]
    drafts = tuple(_draft(number, one) for number, one in collected.items())
    return Recognised(LABEL, drafts, strays(others, LABEL))


def person_id(name: str, number: str) -> str:
    """The same for a folder of the archive and a row of the worksheet, in any language."""
    if name in NO_GROUP:
        return "ohne-gruppe"
    bare = "" if name in ANONYMOUS else name[:50]
    return slug(f"{bare or 'teilnehmer'}-{number}")


def _match(name: str) -> re.Match[str] | None:
    return _NUMBERED.fullmatch(name) or _NO_GROUP.fullmatch(name)


def _sources(node: Node, rest: str) -> tuple[Source, ...]:
    if node.folder or any(source.refused for source in node.sources):
        return stripped(node)
    try:
        name = relative_path(rest)
    except Refused as error:
        return tuple(replace(one, refused=error.text) for one in node.sources)
    return () if ignored(name) else tuple(replace(one, name=name) for one in node.sources)


def _draft(number: str, one: _Collected) -> Draft:
    anonymous = one.name in ANONYMOUS
    name = f"Teilnehmer/in {number}" if anonymous else one.name
    keys = {SYSTEM: number} | ({} if anonymous else {NAME: one.name})
    person = Person(person_id(one.name, number), name, keys=keys)
    at = packed_at(one.files)
    handed_in = HandIn(at, "archive") if at is not None else HandIn()
    return Draft(person.id, tuple(one.sources), (person,), handed_in)
