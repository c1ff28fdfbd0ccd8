"""All files of one submission as entries: folders walked, archives opened, wrappers removed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from stat import S_ISDIR

from autograder.i18n import text
from autograder.intake import archive, entry, folder
from autograder.intake.attempts import latest_exports
from autograder.intake.contract import Refused, Source
from autograder.intake.entry import Entry
from autograder.intake.kinds import Kind, kind_of
from autograder.intake.names import display


def gather(sources: Sequence[Source], packed_bytes: int) -> list[Entry]:
    """Entries of a submission, at most :data:`entry.FILES` of them.

    Archives in it are opened up to :data:`archive.DEPTH` deep, as folders of their names;
    together they may have ``packed_bytes``. Never raises: what cannot be opened is an entry
    that gives the reason.
    """
    found = [one for source in sources for one in _entries(source)]
    found = latest_exports(found)
    inside_zip = any(source.member is not None for source in sources)
    found = _unpacked(found, archive.DEPTH - inside_zip, packed_bytes)
    if len(found) > entry.FILES:
        found = [*found[: entry.FILES], entry.refused(found[entry.FILES].name, _too_many())]
    return _unwrapped(found)


def _entries(source: Source) -> list[Entry]:
    if source.refused is not None:
        return [entry.refused(source.name, Refused(source.refused))]
    try:
        if source.member is not None:
            opened = archive.on_disk(source.path)
            return [Entry(source.name, partial(opened.read, source.member), source.shared)]
        if S_ISDIR(folder.mode_of(source.path)):
            inside = folder.entries(source.path)
            return [replace(one, name=f"{source.name}/{one.name}".lstrip("/")) for one in inside]
    except Refused as error:
        return [entry.refused(source.name, error)]
    return [Entry(source.name, partial(folder.read_file, source.path, source.name), source.shared)]


def _unpacked(found: Iterable[Entry], depth: int, left_bytes: int) -> list[Entry]:
    """With the members of archives in their place, breadth first under one allowance."""
    done: list[Entry] = []
    level = list(found)
    while level:
        inner: list[Entry] = []
        for one in level:
            if one.refused or one.shared or one.superseded or kind_of(one.name) is not Kind.ARCHIVE:
                done.append(one)
                continue
            try:
                if depth <= 0 or len(done) + len(inner) > entry.FILES:
                    raise _too_deep(one.name)
                content = one.read(left_bytes)
                left_bytes -= len(content)
                opened = archive.in_memory(content, one.name)
                inner += opened.entries(f"{one.name[: -len('.zip')]}/")
            except Refused as error:
                done.append(entry.refused(one.name, error))
        level, depth = inner, depth - 1
    return done


def _unwrapped(found: list[Entry]) -> list[Entry]:
    """Without the folders that everything lies in, so that paths begin where the files do."""
    folders = [one.name.split("/")[:-1] for one in found if not one.refused and not one.shared]
    if not folders:
        return found
    common = 0
    for pieces in zip(*folders, strict=False):
        if len(set(pieces)) > 1:
            break
        common += 1
    prefix = "/".join(folders[0][:common]) + "/" if common else ""
    return [replace(one, name=one.name.removeprefix(prefix)) for one in found]


def _too_many() -> Refused:
    return Refused(
        text(
            "Die Abgabe enthält mehr als {files} Dateien; der Rest wurde nicht gelesen. Bitte "
            "geben Sie nur ab, was zur Lösung gehört.",
            files=entry.FILES,
        )
    )


def _too_deep(name: str) -> Refused:
    return Refused(
        text(
            "„{name}“ wurde nicht geöffnet: Archive dürfen höchstens {depth}-fach ineinander "
            "liegen und zusammen höchstens {files} Dateien enthalten. Bitte packen Sie Ihre "
            "Dateien in ein einziges ZIP-Archiv.",
            name=display(name),
            depth=archive.DEPTH,
            files=entry.FILES,
        )
    )
