"""What the coordinator asks for: plain values that travel as JSON."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["namespaces", "kernel"]

SLOT_UID = 61001
"""First of the user ids that student processes get when the coordinator is root."""
SLOT_UIDS = 128
"""How many there are: below the range from which systemd hands out dynamic users."""


@dataclass(frozen=True, slots=True)
class WallConfig:
    """What the zygote and its children may see.

    ``readable`` and ``hidden`` are absolute paths; of two that contain a file, the longer one
    decides. ``slot_uid`` is needed, and only allowed, when the coordinator is root.
    """

    level: Level
    readable: tuple[str, ...]
    slot_uid: int | None = None
    scratch_root: str | None = None
    """Level ``kernel``: where every child gets a folder of its own. Only the coordinator may
    write to it, and students' user ids must be able to pass it (mode 0711)."""
    tmp_mib: int = 64
    """Level ``namespaces``: size of each of a child's private ``/tmp`` and ``/dev/shm``."""
    hidden: tuple[str, ...] = ()
    """Paths below readable ones that stay out of sight."""


@dataclass(frozen=True, slots=True)
class ChildLimits:
    """What one student process and its descendants may use."""

    memory_mib: int
    """Private memory on top of what the zygote already held."""
    cpu_seconds: int
    """CPU time per process, over all its threads."""
    processes: int
    """Processes and threads alive at the same time."""
    file_mib: int
    """Size of one file."""
    open_files: int
    """Descriptors per process."""
    threads: int = 1
    """Threads that numerical libraries may start."""
