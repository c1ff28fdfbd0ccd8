"""Which processes of a run use the CPU, read from /proc while it runs."""

import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import below, command_line

SAMPLE_SECONDS = 0.2
COORDINATOR, CHECKS, ZYGOTE, STUDENTS = "coordinator", "hidden checks", "zygote", "notebooks"
ROLES = (COORDINATOR, CHECKS, ZYGOTE, STUDENTS)
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Seconds:
    """CPU time of some processes."""

    user: float = 0.0
    system: float = 0.0

    def __add__(self, other: "Seconds") -> "Seconds":
        return Seconds(self.user + other.user, self.system + other.system)

    def __sub__(self, other: "Seconds") -> "Seconds":
        return Seconds(self.user - other.user, self.system - other.system)


class RoleWatch(threading.Thread):
    """Samples the processes of a run until ``done`` is set; :meth:`used` tells of them then.

    A student's process counts from when it has been reaped: the kernel then adds its time to
    that of its parent, the zygote, so that none is missed between two samples.
    """

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self.root = root
        self.done = threading.Event()
        self._parent: dict[int, int] = {}
        self._role: dict[int, str] = {}
        self._own: dict[int, Seconds] = {}
        self._reaped: dict[int, Seconds] = {}

    def run(self) -> None:
        while not self.done.wait(SAMPLE_SECONDS):
            started = command_line(self.root)
            for pid in sorted(below(self.root)):
                self._sample(pid, started)

    def _sample(self, pid: int, started: str) -> None:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return
        if pid not in self._role:
            line = command_line(pid)
            if line == started and pid != self.root:  # forked, and not yet what it will be
                return
            self._parent[pid] = int(fields[1])
            self._role[pid] = self._role_of(pid, line)
        user, system, reaped_user, reaped_system = (int(tick) / _TICKS for tick in fields[11:15])
        self._own[pid] = Seconds(user, system)
        self._reaped[pid] = Seconds(reaped_user, reaped_system)

    def _role_of(self, pid: int, line: str) -> str:
        if pid == self.root:
            return COORDINATOR
        if "autograder.checks.worker" in line:
            return CHECKS
        if "autograder.inside.zygote" not in line:
            return STUDENTS
        # one waits outside, one forks; a student's process has their command line at first
        above = self._parent[pid]
        both = self._role.get(above) == self._role.get(self._parent.get(above, 0)) == ZYGOTE
        return STUDENTS if both else ZYGOTE

    def used(self) -> Mapping[str, Seconds]:
        """CPU seconds by role."""
        found = dict.fromkeys(ROLES, Seconds())
        for pid, role in self._role.items():
            if role != STUDENTS:
                found[role] += self._own[pid]
            if role == ZYGOTE:
                found[STUDENTS] += self._reaped[pid]
        return found
