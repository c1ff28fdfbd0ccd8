"""The processes below a running grader: who is who, and what is left when it has ended."""

import os
import signal
import time
from pathlib import Path

from autograder.inside.confinement.privileges import adopt_orphans
from autograder.inside.confinement.processes import children, descendants, stat_fields

ROLES = ("P0", "P1", "P2", "P3")
LEFTOVER_SECONDS = 30
"""Until a grader that was killed must have taken everything with it: P1 may be importing."""
_POLL_SECONDS = 0.05
_ZYGOTE = b"autograder.inside.zygote"
_WORKER = b"autograder.checks.worker"


class Tree:
    """The grader that this process started: a coordinator and what it started."""

    def __init__(self, coordinator: int, level: str) -> None:
        self.coordinator = coordinator
        self.namespaces = level == "namespaces"

    def find(self, role: str) -> list[int]:
        """Processes that play a role at the moment; P1 are two at level ``namespaces``."""
        if role == "P0":
            return [self.coordinator]
        own = children(self.coordinator)
        if role == "P3":
            return [pid for pid in own if _WORKER in _command(pid)]
        outer = [pid for pid in own if _ZYGOTE in _command(pid)]
        inner = [below for pid in outer for below in children(pid)] if self.namespaces else outer
        if role == "P1":
            return [*outer, *inner] if self.namespaces else outer
        return [student for pid in inner for student in children(pid)]


def adopt_everything() -> None:
    """From now on, what a dead grader leaves behind becomes a child of this process."""
    adopt_orphans()


def leftovers() -> list[str]:
    """What still runs below this process after a grace time; it is killed."""
    deadline = time.monotonic() + LEFTOVER_SECONDS
    while (left := _running()) and time.monotonic() < deadline:
        time.sleep(_POLL_SECONDS)
    named = [f"{pid} {_command(pid).replace(chr(0).encode(), b' ')[:60]!r}" for pid in left]
    while left:
        for pid in left:
            _kill(pid)
        left = _running()
    return named


def _running() -> list[int]:
    _reap()
    return [pid for pid in descendants(os.getpid()) if stat_fields(pid)[:1] not in ([b"Z"], [])]


def _reap() -> None:
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
