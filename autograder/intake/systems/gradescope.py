"""Gradescope's export: ``submission_metadata.yml`` and one folder ``submission_<id>`` each.

The metadata's keys are Ruby symbols (``:submitters``). It is YAML and holds everything that the
students' programs printed: of each submission only the lines about people and times are read, by
the loader in Python (deep nesting crashes the one in C) that constructs plain values only.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import yaml

from autograder.i18n import text
from autograder.intake.contract import Refused
from autograder.intake.entry import MIB
from autograder.intake.gather import gather
from autograder.intake.grouping import Draft
from autograder.intake.names import display, slug
from autograder.intake.nodes import Node, stripped
from autograder.intake.systems.recognised import Recognised, empty, most, strays
from autograder.lms.matching import NUMBER
from autograder.records.people import HandIn, Person

SYSTEM = "gradescope"
LABEL = "Gradescope"
METADATA = ("submission_metadata.yml", "submission_metadata.yaml")
METADATA_MIB = 64
PEOPLE = 50
"""Submitters of one submission."""
TEXT_CHARS = 200
_FOLDER = re.compile(r"submission_(\d{1,18})")


_WANTED = re.compile(rb" {2}:?(submitters|created_at|history):")


class _Plain(yaml.SafeLoader):
    """Safe loader that takes a tagged node for what it holds."""


def _untagged(loader: Any, _suffix: str, node: yaml.Node) -> object:
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return loader.construct_scalar(node)


_Plain.add_multi_constructor("!", _untagged)


def recognise(level: Sequence[Node]) -> Recognised | None:
    """One draft per submission folder; people and times from the metadata."""
    metadata = next((node for node in level if node.name in METADATA and not node.folder), None)
    folders = [node for node in level if node.folder and _FOLDER.fullmatch(node.name)]
    others = [node for node in level if node is not metadata and node not in folders]
    if metadata is None or not most(len(folders), len(level) - 1):
        return None
    try:
        known = _metadata(metadata)
        left_out = strays(others, LABEL)
    except Refused as error:
        known, left_out = {}, (error.text, *strays(others, LABEL))
    here = {node.name for node in folders}
    missing = tuple(empty(name) for name in known if name not in here)
    drafts = tuple(_draft(node, _mapping(known.get(node.name))) for node in folders)
    return Recognised(LABEL, drafts, (*left_out, *missing))


def _metadata(node: Node) -> Mapping[str, object]:
    (entry,) = gather(node.sources, METADATA_MIB * MIB)
    return read_metadata(entry.read(METADATA_MIB * MIB), node.name)


def read_metadata(content: bytes, name: str) -> Mapping[str, object]:
    """Submission's folder → its metadata; raises :class:`Refused`."""
    try:
        found = yaml.load(_wanted(content), Loader=_Plain)  # noqa: S506  (a safe loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise Refused(
            text(
                "„{name}“ ist beschädigt: Von keiner Abgabe ist bekannt, wem sie gehört. Bitte "
                "laden Sie die Abgaben noch einmal aus Gradescope herunter.",
                name=display(name),
            )
        ) from error
    return {str(key): value for key, value in _mapping(found).items()}


def _wanted(content: bytes) -> bytes:
    """The lines of the submissions and of :data:`_WANTED`; deeper ones belong to those above."""
    kept, wanted = [], True
    for line in content.splitlines(keepends=True):
        indent = len(line) - len(line.lstrip(b" "))
        if line.strip() and (indent < 2 or (indent == 2 and line[2:3] != b"-")):
            wanted = indent < 2 or _WANTED.match(line) is not None
        if wanted:
            kept.append(line)
    return b"".join(kept)


def _draft(node: Node, known: Mapping[str, object]) -> Draft:
    listed = known.get("submitters")
    submitters = [_mapping(one) for one in listed[:PEOPLE]] if isinstance(listed, list) else []
    people = tuple(_person(one, node.name) for one in submitters if one)
    at = known.get("created_at")
    history = known.get("history")
    attempt = len(history) if isinstance(history, list) and history else None
    handed_in = HandIn(_aware(at), "metadata", attempt) if isinstance(at, datetime) else HandIn()
    unknown = (Person(node.name, node.name, keys={SYSTEM: _number(node.name)}),)
    return Draft(node.name, stripped(node), people or unknown, handed_in)


def _person(one: Mapping[str, object], folder: str) -> Person:
    name, number, email = (_text(one.get(key)) for key in ("name", "sid", "email"))
    keys = {SYSTEM: _number(folder)} | ({NUMBER: number} if number else {})
    shown = name or email or number or folder
    return Person(slug(number or email or name or folder), shown, email, keys=keys)


def _number(folder: str) -> str:
    return folder.removeprefix("submission_")


def _mapping(value: object) -> dict[str, object]:
    """A mapping with its symbols as plain names: ``:name`` → ``name``."""
    if not isinstance(value, dict):
        return {}
    return {str(key).removeprefix(":"): one for key, one in value.items()}


def _text(value: object) -> str:
    return display(str(value)[:TEXT_CHARS]) if isinstance(value, str | int) and value else ""


def _aware(at: datetime) -> datetime:
    return at if at.tzinfo else at.replace(tzinfo=UTC)
