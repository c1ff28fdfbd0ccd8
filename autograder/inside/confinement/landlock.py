"""Landlock: the kernel's own list of files that a process may open, whatever its user id.

Rights and sizes follow ``include/uapi/linux/landlock.h``. Beyond files, newer kernels also bind
TCP, abstract sockets and signals to the domain; what a kernel lacks, the call filter covers.
"""

import os
import stat
import struct
from collections.abc import Iterable, Iterator, Sequence

from autograder.inside.confinement.faults import ConfinementError
from autograder.inside.confinement.paths import Region, is_within
from autograder.inside.confinement.syscalls import attempt, call

NEWEST_ABI = 7
ABI_WITH_TRUNCATE = 3
ABI_WITH_SIGNALS = 6
_ABI_WITH_TCP = 4

_EXECUTE = 1 << 0
_WRITE_FILE = 1 << 1
_READ_FILE = 1 << 2
_READ_DIR = 1 << 3
_MAKE_CHAR = 1 << 6
_MAKE_BLOCK = 1 << 11
_TRUNCATE = 1 << 14
_IOCTL_DEV = 1 << 15
_OF_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL_DEV
_HANDLED_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}
"""How many of the rights above an ABI knows; 16 from the fifth on."""
_ALL_TCP = 0b11
_ALL_SCOPES = 0b11
_RULE_PATH_BENEATH = 1
_CREATE_RULESET_VERSION = 1

LIST = _READ_DIR
READ = _READ_FILE | _READ_DIR
RUN = READ | _EXECUTE
USE_DEVICE = _READ_FILE | _WRITE_FILE
WRITE = 0xFFFF & ~(_EXECUTE | _MAKE_CHAR | _MAKE_BLOCK | _IOCTL_DEV)

Rule = tuple[str, int]


def kernel_abi() -> int:
    """Version of Landlock in this kernel; 0 where there is none."""
    return max(0, attempt("landlock_create_ruleset", None, 0, _CREATE_RULESET_VERSION))


def restrict(rules: Iterable[Rule], abi: int) -> None:
    """From now on this process and its descendants open only what a rule names.

    Paths that do not exist are left out. ``abi`` must not be above :func:`kernel_abi`.
    """
    if abi < 1:
        raise ConfinementError("Landlock", "this kernel has none")
    files = (1 << _HANDLED_RIGHTS.get(abi, 16)) - 1
    tcp = _ALL_TCP if abi >= _ABI_WITH_TCP else 0
    scopes = _ALL_SCOPES if abi >= ABI_WITH_SIGNALS else 0
    size = 24 if scopes else 16 if tcp else 8
    attributes = struct.pack("=QQQ", files, tcp, scopes)[:size]
    ruleset = call("landlock_create_ruleset", attributes, size, 0)
    try:
        for path, rights in rules:
            _add(ruleset, path, rights & files)
        call("landlock_restrict_self", ruleset, 0)
    finally:
        os.close(ruleset)


def _add(ruleset: int, path: str, rights: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except (FileNotFoundError, PermissionError):
        return
    try:
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            rights &= _OF_FILES
        rule = struct.pack("=Qi", rights, descriptor)
        step = f"Landlock rule for {path}"
        call("landlock_add_rule", ruleset, _RULE_PATH_BENEATH, rule, 0, step=step)
    finally:
        os.close(descriptor)


def readable(parts: Sequence[Region]) -> Iterator[Rule]:
    """Rules for what is visible. A rule covers everything below it and none can take away,
    so around a hidden path the neighbours are named one by one."""
    hidden = [part.path for part in parts if not part.visible]
    for part in parts:
        if part.visible:
            yield from _around(part.path, hidden)


def _around(path: str, hidden: Sequence[str]) -> Iterator[Rule]:
    if path in hidden:
        return
    if not any(is_within(secret, path) for secret in hidden):
        yield path, RUN
        return
    yield path, LIST
    with os.scandir(path) as entries:
        for entry in entries:
            if not entry.is_symlink():
                yield from _around(entry.path, hidden)
