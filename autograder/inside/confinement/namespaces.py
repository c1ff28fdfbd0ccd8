"""Namespaces: leave the host's, map user ids, move between process id namespaces."""

import os

from autograder.inside.confinement.faults import ConfinementError
from autograder.inside.confinement.privileges import own_proc_entries
from autograder.inside.confinement.syscalls import call

NEWNS = 0x00020000
NEWUTS = 0x04000000
NEWIPC = 0x08000000
NEWUSER = 0x10000000
NEWPID = 0x20000000
NEWNET = 0x40000000


def unshare(flags: int, step: str) -> None:
    """Leave the namespaces named by ``flags`` for fresh ones (pid: for the next fork)."""
    call("unshare", flags, step=step)


def join_pids(namespace: int) -> None:
    """Let the next fork happen in the process id namespace behind a descriptor."""
    call("setns", namespace, NEWPID, step="return to the own process id namespace")


def unshare_user(flags: int, inner_uid: int, step: str) -> None:
    """A fresh user namespace (and others) in which this user is ``inner_uid`` with all rights."""
    uid, gid = os.geteuid(), os.getegid()
    unshare(NEWUSER | flags, step)
    own_proc_entries()
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{inner_uid} {uid} 1")
    _write("/proc/self/gid_map", f"{inner_uid} {gid} 1")


def set_host_name(name: str) -> None:
    call("sethostname", name.encode(), len(name), step="set the host name")


def _write(path: str, content: str) -> None:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CLOEXEC)
        try:
            os.write(descriptor, content.encode())
        finally:
            os.close(descriptor)
    except OSError as error:
        raise ConfinementError(f"write {path}", str(error), error.errno or 0) from error
