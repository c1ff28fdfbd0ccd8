"""What a command costs: wall time, CPU of all its processes, memory of its process tree."""

import os
import resource
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Watch = Literal["tree", "coordinator"]
SAMPLE_SECONDS: dict[Watch, float] = {"tree": 1.0, "coordinator": 0.1}
_DO_NOT_COMPILE = "PYTHONDONTWRITEBYTECODE"


@dataclass(frozen=True)
class Cost:
    """One run of a command."""

    wall: float
    cpu: float
    peak_pss_mib: float
    """Peak of the tree's proportional memory, students' own private memory excluded."""
    coordinator_mib: float = 0.0
    """Peak resident memory of the process that was started."""


def run(command: Sequence[str], cwd: Path, watch: Watch | None = None) -> Cost:
    """Run a command to its end; raises on a non-zero exit.

    ``watch``: whose memory is sampled; that of a tree costs much to ask for.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment(),
    )
    memory = _MemoryWatch(process.pid, watch) if watch else None
    if memory:
        memory.start()
    output, _ = process.communicate()
    wall = time.perf_counter() - start
    if memory:
        memory.done.set()
        memory.join()
    if process.returncode:
        raise RuntimeError(f"{command[:3]} ended with {process.returncode}:\n{output[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if not memory:
        return Cost(wall, cpu, 0.0)
    return Cost(wall, cpu, memory.peak_kib / 1024, memory.coordinator_kib / 1024)


def environment() -> dict[str, str]:
    """Ours, but compiled modules are kept, as on a tutor's machine."""
    return {name: value for name, value in os.environ.items() if name != _DO_NOT_COMPILE}


class _MemoryWatch(threading.Thread):
    def __init__(self, pid: int, watch: Watch) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.watch = watch
        self.peak_kib = 0
        self.coordinator_kib = 0
        self.done = threading.Event()

    def run(self) -> None:
        while not self.done.wait(SAMPLE_SECONDS[self.watch]):
            if self.watch == "tree":
                self.peak_kib = max(self.peak_kib, _tree_kib(self.pid))
            self.coordinator_kib = max(self.coordinator_kib, _peak_kib(self.pid))


def _peak_kib(pid: int) -> int:
    """The most that was ever resident; 0 when the process is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


def _tree_kib(root: int) -> int:
    """Proportional memory of a tree, minus what its student processes hold alone."""
    parents = _parents()
    zygotes = {pid for pid in parents if "autograder.inside.zygote" in command_line(pid)}
    total = 0
    for pid in below(root, parents):
        pss, private = _rollup(pid)
        # a student process is a fork of the zygote below the zygote itself
        depth = 0
        parent = parents.get(pid, 0)
        while parent in zygotes:
            depth, parent = depth + 1, parents.get(parent, 0)
        total += pss - (private if depth >= 2 else 0)
    return total


def _parents() -> dict[int, int]:
    found = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                stat = Path(f"/proc/{name}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            found[int(name)] = int(stat[1])
    return found


def below(root: int, parents: dict[int, int] | None = None) -> set[int]:
    """A process and everything that descends from it."""
    parents = parents or _parents()
    tree = {root}
    grown = True
    while grown:
        more = {pid for pid, parent in parents.items() if parent in tree} - tree
        tree |= more
        grown = bool(more)
    return tree


def command_line(pid: int) -> str:
    """Of a process; empty when it is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


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
