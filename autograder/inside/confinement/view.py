"""What a notebook needs to see of this machine: the standard list of paths for a wall."""

import os
import sys
from collections.abc import Iterable

_SYSTEM = (
    "/usr",
    "/bin",
    "/sbin",
    "/lib",
    "/lib32",
    "/lib64",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/etc/fonts",
    "/etc/alternatives",
    "/etc/mime.types",
    "/sys/devices/system/cpu",
)
_PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
_OURS_BESIDE_STUDENTS = ("__init__.py", "inside", "wire")


def standard_view(secrets: Iterable[str] = ()) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """``(readable, hidden)`` for :class:`WallConfig`: programs, this Python, our two rooms.

    ``secrets`` are absolute paths that must stay out of sight even if this Python lives around
    them, such as a course's ``tests`` and ``reference``.
    """
    ours = (os.path.join(_PACKAGE, name) for name in _OURS_BESIDE_STUDENTS)
    readable = dict.fromkeys((*_SYSTEM, sys.prefix, sys.base_prefix, *ours))
    return tuple(readable), (_PACKAGE, *secrets)
