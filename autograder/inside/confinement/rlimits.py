"""Resource limits of one process, set for good (soft and hard)."""

import os
import resource

from autograder.inside.confinement.config import ChildLimits
from autograder.inside.confinement.faults import ConfinementError

_MIB = 1 << 20
_MAPPINGS_MIB = 4096
"""Room for files that are mapped later: libraries take address space but no memory of their own,
those of torch for CUDA some 2,500 MiB. What is shared without a file the watch counts."""
_STACK_MIB = (8, 64)
_CPU_GRACE_SECONDS = 1
"""Between SIGXCPU, which the first process of a namespace may never see, and SIGKILL."""
_NO_CORE = 1
"""Byte. Nothing fits into it, and unlike 0 it also keeps the kernel from starting the machine's
crash handler, which would read the student's memory with root's rights."""
_MAX_STATM_BYTES = 256
_SIZE_FIELD, _DATA_FIELD = 0, 5


def apply(limits: ChildLimits, tasks: int) -> None:
    """Put limits in force; ``tasks`` is what the kernel's count of the user's tasks may reach.

    Memory comes on top of what a fork has inherited: the kernel counts that as well.
    """
    size, data = _inherited_bytes()
    own = (limits.memory_mib + limits.threads * _STACK_MIB[0]) * _MIB
    wanted = {
        resource.RLIMIT_DATA: 2 * (data + own,),
        resource.RLIMIT_AS: 2 * (size + own + _MAPPINGS_MIB * _MIB,),
        resource.RLIMIT_CPU: (limits.cpu_seconds, limits.cpu_seconds + _CPU_GRACE_SECONDS),
        resource.RLIMIT_NPROC: 2 * (tasks,),
        resource.RLIMIT_FSIZE: 2 * (limits.file_mib * _MIB,),
        resource.RLIMIT_NOFILE: 2 * (limits.open_files,),
        resource.RLIMIT_STACK: (_STACK_MIB[0] * _MIB, _STACK_MIB[1] * _MIB),
        resource.RLIMIT_MEMLOCK: 2 * (_MIB,),
        resource.RLIMIT_CORE: (_NO_CORE, _NO_CORE),
        resource.RLIMIT_MSGQUEUE: (0, 0),
        resource.RLIMIT_NICE: (0, 0),
        resource.RLIMIT_RTPRIO: (0, 0),
    }
    for kind, (soft, hard) in wanted.items():
        _lower(kind, soft, hard)


def _lower(kind: int, soft: int, hard: int) -> None:
    """A stricter limit that is already in force stays."""
    ceiling = resource.getrlimit(kind)[1]
    if ceiling != resource.RLIM_INFINITY:
        hard = min(hard, ceiling)
    try:
        resource.setrlimit(kind, (min(soft, hard), hard))
    except (OSError, ValueError) as error:
        raise ConfinementError(f"resource limit {kind}", str(error)) from error


def _inherited_bytes() -> tuple[int, int]:
    """What ``RLIMIT_AS`` and ``RLIMIT_DATA`` count already."""
    with open("/proc/self/statm", "rb", buffering=0) as file:
        fields = (file.read(_MAX_STATM_BYTES) or b"").split()
    page = os.sysconf("SC_PAGE_SIZE")
    return int(fields[_SIZE_FIELD]) * page, int(fields[_DATA_FIELD]) * page


def tasks_of_user(uid: int) -> int:
    """Threads that a user has at the moment, over all processes of this machine."""
    total = 0
    with os.scandir("/proc") as entries:
        for entry in entries:
            if not entry.name.isdecimal():
                continue
            try:
                if entry.stat().st_uid == uid:
                    total += len(os.listdir(f"{entry.path}/task"))
            except OSError:
                continue
    return total
