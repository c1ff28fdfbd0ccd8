"""The process tree as ``/proc`` shows it; every reader tolerates processes that just ended."""

import os
from collections.abc import Iterator

CHILDREN_BYTES = 1 << 13
"""Read at a time: the kernel gives whole numbers, at most a page of them."""
MAX_STAT_BYTES = 4096
_START_TIME = 19


def children(pid: int) -> list[int]:
    """Direct children of all threads of a process."""
    found: list[int] = []
    try:
        threads = os.listdir(f"/proc/{pid}/task")
    except OSError:
        return found
    for thread in threads:
        try:
            with open(f"/proc/{pid}/task/{thread}/children", "rb", buffering=0) as file:
                while piece := file.read(CHILDREN_BYTES):
                    found += map(int, piece.split())
        except OSError:
            continue
    return found


def descendants(pid: int) -> Iterator[int]:
    """Everything below a process, parents first, without the process itself."""
    waiting = children(pid)
    seen = set(waiting)
    while waiting:
        current = waiting.pop()
        yield current
        fresh = [child for child in children(current) if child not in seen]
        seen.update(fresh)
        waiting += fresh


def stat_fields(pid: int) -> list[bytes]:
    """Fields of ``/proc/PID/stat`` from the third one (state) on; empty when it is gone."""
    try:
        with open(f"/proc/{pid}/stat", "rb", buffering=0) as file:
            return (file.read(MAX_STAT_BYTES) or b"").rpartition(b")")[2].split()
    except OSError:
        return []


def start_time(pid: int) -> bytes:
    """Clock ticks since boot at which a process started; tells apart two with the same number."""
    fields = stat_fields(pid)
    return fields[_START_TIME] if fields else b""
