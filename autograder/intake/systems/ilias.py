"""ILIAS: ``<exercise>/<submissions>/<last>_<first>_<login>_<user id>/<files>``, all ASCII.

Names may contain underscores themselves; only the user id at the end is certain.
"""

import re
from collections.abc import Sequence

from autograder.intake.grouping import Draft
from autograder.intake.nodes import Node, stripped
from autograder.intake.systems.recognised import Recognised, most, strays
from autograder.records.people import Person

SYSTEM = "ilias"
LABEL = "ILIAS"
_PERSON = re.compile(r"(?P<names>[!-/:-~ ]+_[!-/:-~ ]+)_(?P<login>[!-~]+?)_(?P<user>[1-9]\d{2,11})")
"""Names without digits and ids of three digits and more: ``Blatt_9_anna_1`` is no ILIAS folder."""
_MIN_PIECES = 4


def recognise(level: Sequence[Node]) -> Recognised | None:
    """One draft per person's folder; None where user ids repeat."""
    folders = [node for node in level if node.folder]
    found = [(node, match) for node in folders if (match := _match(node.name))]
    users = {match["user"] for _, match in found}
    if len(users) != len(found) or not most(len(found), len(level)):
        return None
    others = [node for node in level if not (node.folder and _match(node.name))]
    return Recognised(
        LABEL, tuple(_draft(node, match) for node, match in found), strays(others, LABEL)
    )


def _match(name: str) -> re.Match[str] | None:
    return _PERSON.fullmatch(name) if name.count("_") >= _MIN_PIECES - 1 else None


def _draft(node: Node, match: re.Match[str]) -> Draft:
    pieces = node.name.split("_")
    name = " ".join(pieces[:-2])
    keys = {SYSTEM: match["user"], "ilias-folder": node.name}
    person = Person(node.name, name, keys=keys)
    return Draft(node.name, stripped(node), (person,))
