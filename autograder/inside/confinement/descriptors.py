"""Open files that cross a fork or an exec: only those that were named."""

import os
from collections.abc import Iterable

from autograder.inside.confinement.syscalls import call

_LAST_DESCRIPTOR = 0xFFFFFFFF
_STANDARD = (0, 1, 2)


def close_all_but(keep: Iterable[int]) -> None:
    """Close every other descriptor of this process."""
    first = 0
    for kept in sorted(set(keep)):
        if kept > first:
            call("close_range", first, kept - 1, 0, step="close descriptors")
        first = kept + 1
    call("close_range", first, _LAST_DESCRIPTOR, 0, step="close descriptors")


def settle_standard_streams() -> None:
    """Input is empty; outputs stay where they lead, and exist."""
    null = os.open("/dev/null", os.O_RDWR | os.O_CLOEXEC)
    os.dup2(null, 0)
    for descriptor in _STANDARD[1:]:
        try:
            os.fstat(descriptor)
        except OSError:
            os.dup2(null, descriptor)
    if null not in _STANDARD:
        os.close(null)


def keep_only(keep: Iterable[int]) -> None:
    """Close everything but the standard streams and ``keep``."""
    close_all_but({*_STANDARD, *keep})
