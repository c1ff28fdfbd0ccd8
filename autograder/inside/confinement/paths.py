"""Which parts of the file system are visible: the rule shared by mount tree and Landlock."""

import os
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from autograder.inside.confinement.faults import ConfinementError

_MAX_LINKS = 40


@dataclass(frozen=True, slots=True)
class Region:
    """From ``path`` downwards everything is visible, or hidden, up to the next region."""

    path: str
    visible: bool
    outermost: bool


def resolve(path: str) -> tuple[dict[str, str], str]:
    """All symbolic links on the way (link → target) and the real path at the end."""
    links: dict[str, str] = {}
    followed = 0
    here = "/"
    waiting = deque(path.split("/"))
    while waiting:
        part = waiting.popleft()
        if part in ("", "."):
            continue
        if part == "..":
            here = os.path.dirname(here)
            continue
        candidate = os.path.join(here, part)
        try:
            target = os.readlink(candidate)
        except OSError:
            here = candidate
            continue
        links[candidate] = target
        followed += 1
        if followed > _MAX_LINKS:
            raise ConfinementError("resolve paths", f"too many links in {path}")
        if target.startswith("/"):
            here = "/"
        waiting.extendleft(reversed(target.split("/")))
    return links, here


def regions(readable: Iterable[str], hidden: Iterable[str]) -> list[Region]:
    """Existing real paths where visibility changes, parents first; the longer path decides."""
    wanted = {resolve(path)[1]: True for path in readable}
    wanted |= {resolve(path)[1]: False for path in hidden}
    found: dict[str, Region] = {}
    for path in sorted(wanted, key=lambda path: path.count("/")):
        around = enclosing(path, found)
        visible = around is not None and around.visible
        if wanted[path] != visible and os.path.lexists(path):
            found[path] = Region(path, wanted[path], outermost=around is None)
    return list(found.values())


def enclosing(path: str, found: dict[str, Region]) -> Region | None:
    """The innermost known region around a path."""
    while path != "/":
        path = os.path.dirname(path)
        if path in found:
            return found[path]
    return None


def is_within(path: str, folder: str) -> bool:
    """Whether a path lies in a folder or is that folder."""
    return path == folder or path.startswith(folder.rstrip("/") + "/")
