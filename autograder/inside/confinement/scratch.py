"""Level ``kernel``: one folder per child, made for it and removed after it.

What a student leaves behind is hostile: folders without permissions, or nested so deeply that
walking down them fails. Removal therefore never goes deeper than two levels: what lies below is
moved up first. No link is followed.
"""

import itertools
import os
import secrets
import stat
from collections.abc import Iterator

from autograder.inside.confinement.faults import ConfinementError

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_MAX_NAMES = 10_000


def check_root(path: str) -> None:
    """The folder above the scratch folders must belong to us and be writable by us only."""
    try:
        found = os.lstat(path)
    except OSError as error:
        raise ConfinementError("scratch", str(error), error.errno or 0) from error
    writable_by_others = found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or writable_by_others:
        raise ConfinementError("scratch", f"{path} must be a folder that only we can write to")


def create(root: str, uid: int | None) -> str:
    """A fresh folder for this process, given to ``uid``; fails if there is one already."""
    path = folder_of(root, os.getpid())
    try:
        os.mkdir(path, stat.S_IRWXU)
        if uid is not None:
            os.chown(path, uid, uid, follow_symlinks=False)
    except OSError as error:
        raise ConfinementError("scratch", str(error), error.errno or 0) from error
    return path


def folder_of(root: str, pid: int) -> str:
    return os.path.join(root, str(pid))


def remove(path: str) -> None:
    """Remove a scratch folder and all that is in it; nothing may run in it any more."""
    try:
        top = os.open(path, _FOLDER)
    except FileNotFoundError:
        return
    except OSError as error:
        raise ConfinementError("remove scratch", str(error), error.errno or 0) from error
    fresh = (f"{secrets.token_hex(8)}-{number}" for number in itertools.count())
    try:
        while names := _some_names(top):
            for name in names:
                if not _unlinked(name, top):
                    _empty(name, top, fresh)
                    os.rmdir(name, dir_fd=top)
        os.rmdir(path)
    except OSError as error:
        raise ConfinementError("remove scratch", str(error), error.errno or 0) from error
    finally:
        os.close(top)


def _empty(name: str, top: int, fresh: Iterator[str]) -> None:
    """Remove the files in a folder and move its folders up to ``top``."""
    os.chmod(name, stat.S_IRWXU, dir_fd=top)
    folder = os.open(name, _FOLDER, dir_fd=top)
    try:
        while entries := _some_names(folder):
            for entry in entries:
                if not _unlinked(entry, folder):
                    os.chmod(entry, stat.S_IRWXU, dir_fd=folder)
                    os.rename(entry, next(fresh), src_dir_fd=folder, dst_dir_fd=top)
    finally:
        os.close(folder)


def _some_names(folder: int) -> list[str]:
    """Not all at once: there may be millions."""
    with os.scandir(folder) as entries:
        return [entry.name for entry in itertools.islice(entries, _MAX_NAMES)]


def _unlinked(name: str, folder: int) -> bool:
    try:
        os.unlink(name, dir_fd=folder)
    except IsADirectoryError:
        return False
    return True
