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
_ZYGOTE = "autograder.inside.zygote"
_WORKER = "autograder.checks.worker"


class Tree:
    """The grader that this process started: a coordinator and what it started."""

    def __init__(self, coordinator: int, level: str) -> None:
        self.coordinator = coordinator
        self.namespaces = level == "namespaces"

    def find(self, role: str) -> list[int]:
        """Processes that play a role at the moment; P1 are two at level ``namespaces``."""
        if role == "P0":
            return [self.coordinator]
        if role == "P3":
            return [pid for pid in children(self.coordinator) if _WORKER in command_line(pid)]
        if role == "P1":
            return [*self._started(), *self.zygotes()] if self.namespaces else self.zygotes()
        return [student for pid in self.zygotes() for student in children(pid)]

    def zygotes(self) -> list[int]:
        """Those of P1 that fork; at level ``namespaces`` another one waits outside for each."""
        if not self.namespaces:
            return self._started()
        return [inner for pid in self._started() for inner in children(pid)]

    def _started(self) -> list[int]:
        return [pid for pid in children(self.coordinator) if _ZYGOTE in command_line(pid)]


def adopt_everything() -> None:
    """From now on, what a dead grader leaves behind becomes a child of this process."""
    adopt_orphans()


def leftovers() -> list[str]:
    """What still runs below this process after a grace time; it is killed."""
    deadline = time.monotonic() + LEFTOVER_SECONDS
    while (left := _running()) and time.monotonic() < deadline:
        time.sleep(_POLL_SECONDS)
    named = [f"{pid} {command_line(pid)[:60]!r}" for pid in left]
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


def command_line(pid: int) -> str:
    """Of a process; empty when it is gone."""
    try:
        content = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return ""
    return content.replace(b"\0", b" ").decode(errors="replace")
