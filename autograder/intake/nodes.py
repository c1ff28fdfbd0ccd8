"""One level of a folder or a zip as a list of nodes, whichever of the two it is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from stat import S_ISDIR

from autograder.intake import archive, folder
from autograder.intake.contract import Refused, Source
from autograder.intake.kinds import ANSWERS, Kind, ignored, kind_of, stem_of
from autograder.intake.names import display, relative_path

_LOOKS = 500
"""Files of a subfolder that are looked at to see what it is."""


@dataclass(frozen=True, slots=True)
class Node:
    """A file or folder that lies directly in PATH; its sources' names begin with its name."""

    name: str
    folder: bool
    sources: tuple[Source, ...]
    may_stand_alone: Callable[[], bool] = bool
    """Whether a folder may be a submission of its own, and is not only data beside a notebook."""

    @property
    def kind(self) -> Kind | None:
        """None for a folder, and for what is not read at all."""
        if self.folder or any(source.refused for source in self.sources):
            return None
        return kind_of(self.name)

    @property
    def stem(self) -> str:
        return self.name if self.folder else stem_of(self.name)


def node_of(path: Path) -> Node:
    """The node of one path on disk; what cannot be read becomes a refused source."""
    raw = path.name or path.absolute().name
    if raw == "..":
        raw = path.resolve().name
    try:
        name, mode = relative_path(raw or "abgabe"), folder.mode_of(path)
        why = folder.refusal(name, mode)
        if why is not None:
            raise why
    except Refused as error:
        shown = display(raw)
        return _refused(shown, Source(path, shown, refused=error.text))
    if S_ISDIR(mode):
        return Node(name, True, (Source(path, name),), partial(_folder_stands_alone, path))
    return Node(name, False, (Source(path, name),))


def folder_nodes(path: Path) -> list[Node]:
    """What lies directly in a folder; raises :class:`Refused` where that is not allowed."""
    return [node_of(path / one.name) for one in folder.listing(path)]


def zip_nodes(path: Path, unwrap: bool = True) -> list[Node]:
    """What lies directly in a zip, or (``unwrap``) in the one folder that it wraps.

    Raises :class:`Refused` for what is no readable zip.
    """
    opened = archive.on_disk(path)
    files: list[tuple[tuple[str, ...], int]] = []
    refused: list[Node] = []
    for member in range(len(opened.members)):
        try:
            name = opened.path(member)
        except Refused as error:
            shown = display(opened.raw_path(member))
            refused.append(_refused(shown, Source(path, shown, member, refused=error.text)))
            continue
        if not ignored(name):
            files.append((tuple(name.split("/")), member))
    level = _level(path, files)
    while unwrap and not refused and len(level) == 1 and _wraps(level[0], path):
        files = [(pieces[1:], member) for pieces, member in files]
        level = _level(path, files)
    return level + refused


def below(node: Node) -> list[Node]:
    """What lies directly in a folder, on disk or in a zip; empty where it cannot be read."""
    if not node.folder:
        return []
    if all(source.member is None for source in node.sources):
        try:
            return [one for source in node.sources for one in folder_nodes(source.path)]
        except Refused:
            return []
    files = [
        (tuple(source.name.split("/")[1:]), source.member)
        for source in node.sources
        if source.member is not None
    ]
    return _level(node.sources[0].path, files)


def stripped(node: Node) -> tuple[Source, ...]:
    """A node's sources, named relative to it: a folder's name stays outside the submission."""
    if not node.folder:
        return node.sources
    return tuple(replace(one, name="/".join(one.name.split("/")[1:])) for one in node.sources)


def _refused(name: str, source: Source) -> Node:
    return Node(name, False, (source,), partial(_stands_alone, [name]))


def _level(path: Path, files: Iterable[tuple[tuple[str, ...], int]]) -> list[Node]:
    loose: list[Node] = []
    folders: dict[str, list[Source]] = {}
    for pieces, member in files:
        source = Source(path, "/".join(pieces), member)
        if len(pieces) == 1:
            loose.append(Node(pieces[0], False, (source,)))
        else:
            folders.setdefault(pieces[0], []).append(source)
    below = [
        Node(name, True, tuple(sources), partial(_stands_alone, [one.name for one in sources]))
        for name, sources in folders.items()
    ]
    return sorted(loose + below, key=lambda node: node.name)


def _wraps(node: Node, zip_path: Path) -> bool:
    """Whether the only folder in a zip is the cohort's, not a person's."""
    if not node.folder:
        return False
    if node.name.casefold() == stem_of(zip_path.name).casefold():
        return True
    units = set()
    for source in node.sources:
        pieces = source.name.split("/")
        if kind_of(source.name) in (Kind.NOTEBOOK, Kind.ARCHIVE):
            units.add(pieces[1])
    return len(units) > 1


def _folder_stands_alone(path: Path) -> bool:
    inside = list(islice(folder.walk(path), _LOOKS))
    unread = any(one.refused for one in inside)
    return unread or not inside or _stands_alone([one.name for one in inside])


def _stands_alone(names: Iterable[str]) -> bool:
    return any(kind_of(name) in ANSWERS for name in names)
