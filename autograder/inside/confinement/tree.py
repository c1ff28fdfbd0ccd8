"""The file tree of level ``namespaces``: a tmpfs that holds read-only binds and nothing else."""

import os
import stat
from collections.abc import Mapping, Sequence

from autograder.inside.confinement import mounts
from autograder.inside.confinement.paths import Region, is_within

_STAGE = "/tmp"
"""Where the new root is put together; sources are cloned before it is covered."""
DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/urandom", "/dev/random")
WRITABLE = ("/tmp", "/dev/shm")
_LINKS = {
    "/dev/fd": "/proc/self/fd",
    "/dev/stdin": "/proc/self/fd/0",
    "/dev/stdout": "/proc/self/fd/1",
    "/dev/stderr": "/proc/self/fd/2",
}
_FILES = {
    "/etc/passwd": "student:x:1000:1000:student:/tmp/home:/bin/sh\n",
    "/etc/group": "student:x:1000:\n",
    "/etc/nsswitch.conf": "passwd: files\ngroup: files\nhosts: files\n",
    "/etc/hosts": "127.0.0.1 localhost notebook\n",
}
INODES = 20_000
_ROOT_KIB = 1024
_ZYGOTE_TMP_KIB = 64 * 1024
"""For caches that libraries write while they are imported."""


def enter_tree(parts: Sequence[Region], links: Mapping[str, str]) -> None:
    """Build the tree and make it the root; needs a mount namespace of its own.

    The host's ``/proc`` stays attached under ``/proc``: the kernel mounts a new one only where
    an old one is fully visible. The new one covers it.
    """
    mounts.keep_changes_private()
    sources = {part.path: mounts.clone(part.path) for part in parts}
    devices = {path: mounts.clone(path) for path in DEVICES if os.path.exists(path)}
    processes = mounts.clone("/proc")
    old_mask = os.umask(0o022)
    mounts.mount_tmpfs(_STAGE, _ROOT_KIB, INODES, 0o755)
    for path in WRITABLE:
        os.makedirs(_STAGE + path)
        mounts.mount_tmpfs(_STAGE + path, _ZYGOTE_TMP_KIB, INODES, 0o1777)
    covers = [_STAGE + part.path for part in parts if _place(part, sources[part.path])]
    for path, tree in devices.items():
        mounts.make_read_only(tree, devices=True, programs=False)
        _attach(tree, _STAGE + path)
    _attach(processes, _STAGE + "/proc")
    _fill({**_LINKS, **links})
    for path in covers:
        mounts.freeze(path)
    mounts.pivot_into(_STAGE)
    mounts.freeze("/")
    os.umask(old_mask)


def _place(part: Region, source: int) -> bool:
    """Attach one region; True where an empty folder now hides what is on the host."""
    target = _STAGE + part.path
    if part.visible:
        mounts.make_read_only(source)
        _attach(source, target)
        return False
    folder = _is_folder(source)
    os.close(source)
    if folder:
        mounts.mount_tmpfs(target, _ROOT_KIB, INODES, 0o755)
    else:
        mounts.attach(mounts.clone("/dev/null"), target)
    return folder


def _attach(tree: int, path: str) -> None:
    """Attach a clone, making the folders or the empty file that it needs to stand on."""
    if not os.path.lexists(path):
        folder = _is_folder(tree)
        os.makedirs(path if folder else os.path.dirname(path), exist_ok=True)
        if not folder:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o444))
    mounts.attach(tree, path)


def _is_folder(tree: int) -> bool:
    return stat.S_ISDIR(os.fstat(tree).st_mode)


def _fill(links: Mapping[str, str]) -> None:
    for path, target in links.items():
        if not os.path.lexists(_STAGE + path):
            os.makedirs(os.path.dirname(_STAGE + path), exist_ok=True)
            os.symlink(target, _STAGE + path)
    for path, content in _FILES.items():
        if not os.path.lexists(_STAGE + path):
            os.makedirs(os.path.dirname(_STAGE + path), exist_ok=True)
            with open(_STAGE + path, "x") as file:
                file.write(content)


def cover_private(parts: Sequence[Region], tmp_mib: int) -> None:
    """In the child's own mount namespace: fresh ``/tmp``, ``/dev/shm`` and ``/proc``.

    An environment that lives below one of them is attached again on top.
    """
    kept = {
        part.path: mounts.clone(part.path)
        for part in parts
        if part.outermost and any(is_within(part.path, top) for top in WRITABLE)
    }
    for path in WRITABLE:
        mounts.mount_tmpfs(path, tmp_mib * 1024, INODES, 0o1777)
    for path, tree in kept.items():
        _attach(tree, path)
    mounts.mount_proc("/proc")
