"""Canvas: a flat zip, ``<name>[_LATE]_<user id>_<attachment id>_<file>``.

The name has only letters, digits and underscores; online texts end in ``_text.html``, links in
``_link.html``; anonymous ones begin with ``anon_``. The zip says nothing about times, but
marks what Canvas counts as late.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from autograder.i18n import Text, text
from autograder.intake.contract import Refused, Source
from autograder.intake.grouping import Draft
from autograder.intake.names import relative_path
from autograder.intake.nodes import Node
from autograder.intake.systems.recognised import Recognised, most, strays
from autograder.records.people import Person

SYSTEM = "canvas"
LABEL = "Canvas"
_NAMED = re.compile(
    r"(?P<name>\w+?)(?P<late>_LATE)?_(?P<user>[1-9]\d{0,18})_"
    r"(?:(?P<attachment>[1-9]\d{0,18})_(?P<file>.+)|(?P<entry>(?:text|link)\.html))",
    re.DOTALL,
)
_ANONYMOUS = re.compile(
    r"(?P<late>LATE_)?anon_(?P<user>[A-Za-z0-9]{2,20})_"
    r"(?:(?P<attachment>[1-9]\d{0,18})_(?P<file>.+)|(?P<entry>(?:text|link)\.html))",
    re.DOTALL,
)


def recognise(level: Sequence[Node]) -> Recognised | None:
    """One draft per user; None where names and ids do not belong together one to one."""
    if any(node.folder for node in level):
        return None
    found = [(node, match) for node in level if (match := _match(node.name))]
    if not most(len(found), len(level)) or not _one_to_one([match for _, match in found]):
        return None
    users: dict[str, list[tuple[Node, re.Match[str]]]] = {}
    for node, match in found:
        users.setdefault(match["user"], []).append((node, match))
    drafts = tuple(_draft(user, entries) for user, entries in users.items())
    others = [node for node in level if not _match(node.name)]
    late = [_name(entries[0][1]) for entries in users.values() if entries[0][1]["late"]]
    return Recognised(LABEL, drafts, (*_late(late), *strays(others, LABEL)))


def _match(name: str) -> re.Match[str] | None:
    return _ANONYMOUS.fullmatch(name) or _NAMED.fullmatch(name)


def _one_to_one(matches: Sequence[re.Match[str]]) -> bool:
    """Canvas gives each user one name and each file its own id; ``blatt_9_1_a`` does not."""
    attachments = [match["attachment"] for match in matches if match["attachment"]]
    pairs = {(_name(match), match["user"]) for match in matches}
    users = {user for _, user in pairs}
    return len(pairs) == len(users) and len(set(attachments)) == len(attachments)


def _name(match: re.Match[str]) -> str:
    return match.groupdict().get("name") or f"anon {match['user']}"


def _draft(user: str, entries: Sequence[tuple[Node, re.Match[str]]]) -> Draft:
    name = _name(entries[0][1])
    person = Person(f"{name[:50]}-{user}", name, keys={SYSTEM: user})
    sources = [source for node, match in entries for source in _sources(node, match)]
    return Draft(person.id, tuple(sources), (person,))


def _sources(node: Node, match: re.Match[str]) -> tuple[Source, ...]:
    try:
        name = relative_path(match["file"] or match["entry"])
    except Refused as error:
        return tuple(replace(one, refused=error.text) for one in node.sources)
    return tuple(replace(one, name=name) for one in node.sources)


def _late(names: Sequence[str]) -> tuple[Text, ...]:
    if not names:
        return ()
    return (text("Canvas nennt als verspätet: {names}.", names=", ".join(names)),)
