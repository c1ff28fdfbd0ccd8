"""What a command costs: wall time and CPU of all its processes."""

import os
import resource
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.watch import Watch

_DO_NOT_COMPILE = "PYTHONDONTWRITEBYTECODE"


@dataclass(frozen=True)
class Cost:
    """Seconds that one run of a command took."""

    wall: float
    cpu: float


def run(command: Sequence[str], cwd: Path, watch: Watch | None = None) -> Cost:
    """Run a command to its end, and ``watch`` it meanwhile; raises on a non-zero exit."""
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
    if watch:
        watch.begin(process.pid)
    output, _ = process.communicate()
    wall = time.perf_counter() - start
    if watch:
        watch.end()
    if process.returncode:
        raise RuntimeError(f"{command[:3]} ended with {process.returncode}:\n{output[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def environment() -> dict[str, str]:
    """Ours, but compiled modules are kept, as on a tutor's machine."""
    return {name: value for name, value in os.environ.items() if name != _DO_NOT_COMPILE}
