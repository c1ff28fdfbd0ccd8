"""Files and folders on disk: listed without following links, read with a cap."""

import os
import stat
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from autograder.i18n import text
from autograder.intake import entry
from autograder.intake.contract import Refused
from autograder.intake.entry import Entry
from autograder.intake.kinds import ignored
from autograder.intake.names import display, relative_path

FOLDERS = 1_000
"""Folders of one submission that are looked into."""


def listing(folder: Path) -> list[os.DirEntry[str]]:
    """What lies directly in a folder, by name; raises :class:`Refused` where that is forbidden."""
    try:
        with os.scandir(folder) as found:
            return sorted((one for one in found if not ignored(one.name)), key=lambda e: e.name)
    except OSError as error:
        raise entry.not_openable(folder.name) from error


def refusal(name: str, mode: int) -> Refused | None:
    """Why something with this ``st_mode`` is neither read nor entered."""
    if stat.S_ISLNK(mode):
        return entry.is_link(name)
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return entry.is_special(name)
    return None


def mode_of(path: Path) -> int:
    """``st_mode`` without following a link; raises :class:`Refused`."""
    try:
        return path.lstat().st_mode
    except (OSError, ValueError) as error:
        raise entry.not_openable(path.name) from error


def read_file(path: Path, name: str, max_bytes: int) -> bytes:
    """All bytes of a regular file.

    Raises :class:`Refused` for links, devices, unreadable files and files over ``max_bytes``.
    """
    why = refusal(name, mode_of(path))
    if why is not None:
        raise why
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise entry.is_special(name)
            content = file.read(max_bytes + 1)
    except OSError as error:
        raise entry.not_openable(name) from error
    if len(content) > max_bytes:
        raise entry.TooBig(name)
    return content


def entries(root: Path) -> list[Entry]:
    """The files below a folder, those nearest to it first, at most :data:`entry.FILES`."""
    found: list[Entry] = []
    for one in walk(root):
        found.append(one)
        if len(found) >= entry.FILES:
            found.append(entry.refused(display(root.name), _too_many(root)))
            break
    return found


def walk(root: Path) -> Iterator[Entry]:
    """The files below a folder one by one, level by level."""
    waiting = [(root, "")]
    for folder, prefix in waiting:
        try:
            inside = listing(folder)
        except Refused as error:
            yield entry.refused(display(prefix or root.name), error)
            continue
        for one in inside:
            path, name = folder / one.name, f"{prefix}{one.name}"
            try:
                safe, mode = relative_path(name), mode_of(path)
            except Refused as error:
                yield entry.refused(display(name), error)
                continue
            why = refusal(safe, mode)
            if why is not None:
                yield entry.refused(safe, why)
            elif not stat.S_ISDIR(mode):
                yield Entry(safe, partial(read_file, path, safe))
            elif len(waiting) < FOLDERS:
                waiting.append((path, f"{name}/"))
            else:
                yield entry.refused(safe, _too_many(root))


def _too_many(root: Path) -> Refused:
    return Refused(
        text(
            "„{name}“ enthält mehr als {files} Dateien oder {folders} Ordner; der Rest wurde nicht "
            "gelesen. Bitte geben Sie nur ab, was zur Lösung gehört.",
            name=display(root.name),
            files=entry.FILES,
            folders=FOLDERS,
        )
    )
