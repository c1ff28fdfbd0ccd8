"""What a tree of student processes uses at the moment, seen from outside through ``/proc``.

A forked process shares pages with the zygote, and forks of its own share pages with it. With one
such process the zygote's share (the baseline) is simply taken off. With several, resident sizes
would count shared pages again and again, so the kernel's proportional sizes are read: exact but
slow, and therefore kept while the quick sum stays about the same. Either way at most one
baseline in all can go unseen.
"""

import os
from typing import NamedTuple

from autograder.inside.confinement.processes import descendants, stat_fields

_MAX_FILE_BYTES = 1 << 14
_START_TIME = 19
_STACK_START = 25
"""Fields of ``stat`` from the state on. The stack's address is random and survives a fork but
not an exec: it tells who still shares memory with the zygote."""
_KEEP_EXACT_SAMPLES = 10
_KEEP_EXACT_GROWTH = 1.1


class Sample(NamedTuple):
    """One look at a tree."""

    private_kib: int
    tasks: int
    """Threads of all processes: what ``Limits.processes`` caps."""


class TreeWatch:
    """Looks at a process and all its descendants."""

    def __init__(self, pid: int, baseline_kib: int) -> None:
        self.pid = pid
        self.baseline_kib = baseline_kib
        fields = stat_fields(pid)
        self._started = _field(fields, _START_TIME)
        self._stack = _field(fields, _STACK_START)
        self._exact = _Exact(0, 0, 0)

    @classmethod
    def of(cls, pidfd: int, baseline_kib: int) -> "TreeWatch":
        """A watch on the process behind a pidfd; on nothing if it has been reaped."""
        return cls(pid_of(pidfd) or 0, baseline_kib)

    def is_stopped(self) -> bool:
        """Whether its first process has been stopped by a signal."""
        fields = stat_fields(self.pid)
        return _field(fields, _START_TIME) == self._started and _field(fields, 0) == b"T"

    def sample(self) -> Sample:
        """What the tree uses now; zero once its first process has ended."""
        if not self._started or _field(stat_fields(self.pid), _START_TIME) != self._started:
            return Sample(0, 0)
        forked: list[int] = []
        shared = alone = tasks = 0
        for pid in (self.pid, *descendants(self.pid)):
            numbers = _status_numbers(pid)
            if numbers is None:
                continue
            tasks += numbers[1]
            if _field(stat_fields(pid), _STACK_START) == self._stack:
                forked.append(pid)
                shared += numbers[0]
            else:
                alone += numbers[0]
        if len(forked) > 1:
            shared = self._proportional_kib(forked, shared)
        return Sample(alone + max(0, shared - self.baseline_kib), tasks)

    def _proportional_kib(self, pids: list[int], quick_kib: int) -> int:
        last = self._exact
        if last.uses_left and quick_kib <= _KEEP_EXACT_GROWTH * last.quick_kib:
            self._exact = last._replace(uses_left=last.uses_left - 1)
        else:
            kib = sum(map(_proportional_kib, pids))
            self._exact = _Exact(kib, quick_kib, _KEEP_EXACT_SAMPLES)
        return self._exact.kib


class _Exact(NamedTuple):
    kib: int
    quick_kib: int
    uses_left: int


def _field(fields: list[bytes], index: int) -> bytes:
    return fields[index] if index < len(fields) else b""


def pid_of(pidfd: int) -> int | None:
    """The process behind a pidfd as this process numbers it; None when it has been reaped."""
    number = _named_numbers(f"/proc/self/fdinfo/{pidfd}", (b"Pid",)).get(b"Pid", -1)
    return number if number > 0 else None


def resident_kib(pid: int) -> int:
    """Anonymous and shared memory in use by one process: the baseline, read from the zygote."""
    numbers = _status_numbers(pid)
    return numbers[0] if numbers else 0


def _status_numbers(pid: int) -> tuple[int, int] | None:
    """Memory in KiB and number of threads; None for a process that has ended."""
    found = _named_numbers(f"/proc/{pid}/status", (b"RssAnon", b"RssShmem", b"Threads"))
    if b"RssAnon" not in found:
        return None
    return found[b"RssAnon"] + found.get(b"RssShmem", 0), found.get(b"Threads", 1)


def _proportional_kib(pid: int) -> int:
    """Each page divided by the number of its users; all of them if the kernel does not say."""
    sizes = _named_numbers(f"/proc/{pid}/smaps_rollup", (b"Pss_Anon", b"Pss_Shmem"))
    return sum(sizes.values()) if sizes else resident_kib(pid)


def _named_numbers(path: str, wanted: tuple[bytes, ...]) -> dict[bytes, int]:
    """First number of each wanted ``Name: number`` line; nothing when the file is gone."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            content = os.read(descriptor, _MAX_FILE_BYTES)
        finally:
            os.close(descriptor)
    except OSError:
        return {}
    found = {}
    for line in content.splitlines():
        name, _, rest = line.partition(b":")
        if name in wanted:
            found[name] = int(rest.split()[0])
    return found
