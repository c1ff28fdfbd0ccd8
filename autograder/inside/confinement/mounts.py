"""Mount calls by intent. Everything attached is at least nosuid."""

import os
import struct

from autograder.inside.confinement.syscalls import call

_AT_FDCWD = -100
_AT_EMPTY_PATH = 0x1000
_AT_RECURSIVE = 0x8000
_OPEN_TREE_CLONE = 1
_MOVE_FROM_EMPTY_PATH = 4
_ATTR_RDONLY = 1
_ATTR_NOSUID = 2
_ATTR_NODEV = 4
_ATTR_NOEXEC = 8
_MS_NOSUID = 2
_MS_NODEV = 4
_MS_NOEXEC = 8
_MS_REC = 0x4000
_MS_PRIVATE = 1 << 18
_MNT_DETACH = 2


def keep_changes_private() -> None:
    """No mount made here shows up in another namespace."""
    call("mount", None, b"/", None, _MS_REC | _MS_PRIVATE, None, step="make mounts private")


def clone(path: str) -> int:
    """A detached copy of the mounts at and below a path, as a descriptor."""
    flags = _OPEN_TREE_CLONE | os.O_CLOEXEC | _AT_RECURSIVE
    return call("open_tree", _AT_FDCWD, os.fsencode(path), flags, step=f"clone {path}")


def make_read_only(tree: int, *, devices: bool = False, programs: bool = True) -> None:
    """Nothing below a cloned tree can be written; device nodes work only if ``devices``."""
    attributes = _ATTR_RDONLY | _ATTR_NOSUID
    attributes |= 0 if devices else _ATTR_NODEV
    attributes |= 0 if programs else _ATTR_NOEXEC
    flags = _AT_EMPTY_PATH | _AT_RECURSIVE
    _set_attributes(tree, b"", flags, attributes, "make a tree read-only")


def freeze(path: str) -> None:
    """Make the one mount at ``path`` read-only, not those on top of it."""
    _set_attributes(_AT_FDCWD, os.fsencode(path), 0, _ATTR_RDONLY, f"freeze {path}")


def _set_attributes(at: int, path: bytes, flags: int, attributes: int, step: str) -> None:
    data = struct.pack("=QQQQ", attributes, 0, 0, 0)
    call("mount_setattr", at, path, flags, data, len(data), step=step)


def attach(tree: int, path: str) -> None:
    """Mount a cloned tree at an existing path and close its descriptor."""
    target = os.fsencode(path)
    flags = _MOVE_FROM_EMPTY_PATH
    call("move_mount", tree, b"", _AT_FDCWD, target, flags, step=f"attach {path}")
    os.close(tree)


def mount_tmpfs(path: str, size_kib: int, inodes: int, mode: int) -> None:
    """A fresh file system in memory with caps on bytes and on files."""
    options = f"size={size_kib}k,nr_inodes={inodes},mode={mode:o}".encode()
    flags = _MS_NOSUID | _MS_NODEV
    call("mount", b"none", os.fsencode(path), b"tmpfs", flags, options, step=f"tmpfs on {path}")


def mount_proc(path: str) -> None:
    """The processes of the current process id namespace."""
    flags = _MS_NOSUID | _MS_NODEV | _MS_NOEXEC
    call("mount", b"proc", os.fsencode(path), b"proc", flags, None, step=f"proc on {path}")


def pivot_into(path: str) -> None:
    """``path`` becomes the root; the old one is gone from this namespace."""
    os.chdir(path)
    call("pivot_root", b".", b".", step="change the root")
    call("umount2", b".", _MNT_DETACH, step="detach the old root")
    os.chdir("/")
