"""Level ``kernel``: end what an ended child has left behind."""

import os
import signal
import time

from autograder.inside.confinement import scratch
from autograder.inside.confinement.faults import ConfinementError
from autograder.inside.confinement.processes import children, descendants, start_time
from autograder.inside.confinement.wall import Wall

_GIVE_UP_SECONDS = 10
_SETTLED_ROUNDS = 2


def sweep(wall: Wall) -> int:
    """Kill every orphan below the zygote, then remove the folders of ended children.

    Returns how many processes were killed. Call it after a child has been reaped.

    Children adopt their own orphans, so what the zygote adopts belongs to a child that has
    ended: running children and their descendants are not touched. Stopping everything first
    keeps a fork bomb from outrunning the killing. At level ``namespaces`` there is nothing to
    do: the kernel ends a process id namespace together with its first process.
    """
    if wall.config.level == "namespaces":
        return 0
    ended = _forget_ended(wall)
    killed: set[int] = set()
    quiet = 0
    deadline = time.monotonic() + _GIVE_UP_SECONDS
    while quiet < _SETTLED_ROUNDS:
        if time.monotonic() > deadline:
            raise ConfinementError("sweep", "processes of an ended child keep coming back")
        orphans = _orphans(wall)
        found = [*orphans, *(below for orphan in orphans for below in descendants(orphan))]
        for number in (signal.SIGSTOP, signal.SIGKILL):
            for pid in found:
                _signal(pid, number)
        killed.update(found)
        _reap(orphans)
        quiet = 0 if found else quiet + 1
    for pid in ended:
        scratch.remove(scratch.folder_of(wall.config.scratch_root or "", pid))
    return len(killed)


def _forget_ended(wall: Wall) -> list[int]:
    """Children that have been reaped; an orphan may by now have the number of one of them."""
    ended = [pid for pid, started in wall.spawned.items() if start_time(pid) != started]
    for pid in ended:
        del wall.spawned[pid]
    return ended


def _orphans(wall: Wall) -> list[int]:
    """Children of the zygote that it has not forked itself."""
    return [pid for pid in children(wall.zygote) if wall.spawned.get(pid) != start_time(pid)]


def _signal(pid: int, number: signal.Signals) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return


def _reap(pids: list[int]) -> None:
    for pid in pids:
        try:
            os.waitpid(pid, os.WNOHANG)
        except ChildProcessError:
            continue
