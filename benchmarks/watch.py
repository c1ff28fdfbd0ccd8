"""What can be seen of a running grader from outside: memory, and which process uses the CPU."""

import os
import threading
from collections.abc import Mapping
from pathlib import Path

from autograder.inside.confinement.processes import descendants, stat_fields
from benchmarks.processes import ROLES, Tree

_TICKS = os.sysconf("SC_CLK_TCK")
_TIMES = slice(11, 15)
"""User and system time of a process, then of its children that were waited for."""
_FAULTS_WAITED = 8
"""Pages that the children touched for the first time."""


class Watch:
    """Samples a process and those below it, from :meth:`begin` to :meth:`end`."""

    seconds = 0.1
    """Between two samples."""

    def begin(self, pid: int) -> None:
        self.pid = pid
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def end(self) -> None:
        self._done.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._done.wait(self.seconds):
            self.sample()

    def sample(self) -> None:
        raise NotImplementedError


class CoordinatorMemory(Watch):
    """Peak resident memory of the process that was started."""

    mib = 0.0

    def sample(self) -> None:
        try:
            lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        except OSError:
            return
        peaks = [int(line.split()[1]) for line in lines if line.startswith("VmHWM:")]
        self.mib = max([self.mib, *(kib / 1024 for kib in peaks)])


class TreeMemory(Watch):
    """Peak of the tree's proportional memory, what students hold alone excluded."""

    seconds = 1.0  # it costs much to ask for

    def __init__(self, level: str) -> None:
        self.level = level
        self.mib = 0.0

    def sample(self) -> None:
        students = set(Tree(self.pid, self.level).find("P2"))
        kib = 0
        for pid in (self.pid, *descendants(self.pid)):
            proportional, private = _rollup(pid)
            kib += proportional - (private if pid in students else 0)
        self.mib = max(self.mib, kib / 1024)


class RoleTimes(Watch):
    """CPU by role; students' processes count from when they have been waited for.

    The kernel then adds their time to that of the zygote, so that none is missed between two
    samples.
    """

    seconds = 0.2

    def __init__(self, level: str) -> None:
        self.level = level
        self._times: dict[tuple[str, int], tuple[float, float]] = {}
        self._faults: dict[int, int] = {}

    def sample(self) -> None:
        tree = Tree(self.pid, self.level)
        zygotes = tree.zygotes()
        for role in ("P0", "P1", "P3"):
            for pid in tree.find(role):
                if fields := stat_fields(pid):
                    user, system, *waited = (int(ticks) / _TICKS for ticks in fields[_TIMES])
                    self._times[role, pid] = user + system, sum(waited)
                    if pid in zygotes:
                        self._faults[pid] = int(fields[_FAULTS_WAITED])

    def used(self) -> Mapping[str, float]:
        """Role → seconds."""
        found = dict.fromkeys(ROLES, 0.0)
        for (role, pid), (own, waited) in self._times.items():
            found[role] += own
            if pid in self._faults:
                found["P2"] += waited
        return found

    @property
    def faults(self) -> int:
        """Pages that students' processes touched for the first time: mapped or copied for them."""
        return sum(self._faults.values())


def _rollup(pid: int) -> tuple[int, int]:
    """(Pss, private) in KiB."""
    pss = private = 0
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                pss = int(line.split()[1])
            elif line.startswith(("Private_Clean:", "Private_Dirty:")):
                private += int(line.split()[1])
    except OSError:
        return 0, 0
    return pss, private
