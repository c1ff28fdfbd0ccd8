"""Tries, in processes that are thrown away, what this machine allows; prints JSON.

``python -I -m autograder.inside.confinement.trial SCRATCH_ROOT``. Every attempt runs in a fork of
its own, so that none spoils the next.
The answer maps names to ``{"ok": bool, "reason": str}``; see :data:`ATTEMPTS`.
"""

import json
import os
import sys
from collections.abc import Callable, Mapping
from functools import partial

from autograder.inside.confinement import bpf, landlock, mounts, namespaces
from autograder.inside.confinement.config import SLOT_UID, ChildLimits, Level, WallConfig
from autograder.inside.confinement.confine import confine
from autograder.inside.confinement.faults import ConfinementError
from autograder.inside.confinement.privileges import become, no_new_privileges
from autograder.inside.confinement.view import standard_view
from autograder.inside.confinement.wall import enter_wall, spawn

_LIMITS = ChildLimits(memory_mib=256, cpu_seconds=10, processes=16, file_mib=1, open_files=64)
_MAX_ANSWER_BYTES = 4096
_CONFINED = b"confined"


def _user_namespaces() -> None:
    if os.geteuid() == 0:
        become(SLOT_UID, keep_capabilities=True)
    namespaces.unshare_user(0, 0, "user namespaces")


def _mounts() -> None:
    if os.geteuid() == 0:
        namespaces.unshare(namespaces.NEWNS, "mount namespaces")
    else:
        namespaces.unshare_user(namespaces.NEWNS, 0, "mount namespaces")
    mounts.keep_changes_private()
    tree = mounts.clone("/usr")
    mounts.make_read_only(tree)
    mounts.mount_tmpfs("/tmp", 1024, 100, 0o755)
    os.mkdir("/tmp/usr")
    mounts.attach(tree, "/tmp/usr")


def _processes() -> None:
    if os.geteuid() == 0:
        become(SLOT_UID, keep_capabilities=True)
    namespaces.unshare_user(namespaces.NEWNS | namespaces.NEWPID, 0, "process id namespaces")
    mounts.keep_changes_private()
    _in_fork(lambda: mounts.mount_proc("/proc"))


def _network() -> None:
    if os.geteuid() == 0:
        become(SLOT_UID, keep_capabilities=True)
    namespaces.unshare_user(namespaces.NEWNET | namespaces.NEWIPC, 0, "network namespaces")


def _landlock() -> None:
    if landlock.kernel_abi() < 1:
        raise ConfinementError("Landlock", "this kernel has none")
    no_new_privileges()
    landlock.restrict([("/usr", landlock.RUN)], min(landlock.kernel_abi(), landlock.NEWEST_ABI))
    if os.access("/usr", os.R_OK) and _can_list("/"):
        raise ConfinementError("Landlock", "it is there but does not hold")


def _can_list(path: str) -> bool:
    try:
        os.listdir(path)
    except PermissionError:
        return False
    return True


def _call_filter() -> None:
    no_new_privileges()
    bpf.install(bpf.load_number() + bpf.ALLOW)


ATTEMPTS: Mapping[str, Callable[[], None]] = {
    "call filter": _call_filter,
    "Landlock": _landlock,
    "user namespaces": _user_namespaces,
    "mounts": _mounts,
    "processes": _processes,
    "network": _network,
}
LEVELS: tuple[Level, ...] = ("namespaces", "kernel")


def _level(level: Level, scratch_root: str, answer: int) -> None:
    """The whole way: wall, fork, confinement; says so on ``answer`` from the far end."""
    readable, hidden = standard_view()
    slot_uid = SLOT_UID if os.geteuid() == 0 else None
    config = WallConfig(level, readable, slot_uid, scratch_root, tmp_mib=1, hidden=hidden)
    wall = enter_wall(config, keep={answer})
    pid = spawn(wall)
    if pid:
        os._exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
    confine(wall, _LIMITS, keep={answer}, number=0)


def _in_fork(attempt: Callable[[], None]) -> None:
    """Run an attempt in a fork; its failure becomes ours."""
    answer = _answer(partial(_alone, attempt))
    if answer != _CONFINED:
        raise ConfinementError(answer.decode("utf-8", "replace") or "it ended without an answer")


def _alone(attempt: Callable[[], None], _answer: int) -> None:
    attempt()


def _answer(attempt: Callable[[int], None]) -> bytes:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            attempt(writing)
            os.write(writing, _CONFINED)
        except BaseException as error:  # the process ends here whatever happens
            os.write(writing, str(error).encode()[:_MAX_ANSWER_BYTES])
        os._exit(0)
    os.close(writing)
    answer = b""
    while part := os.read(reading, _MAX_ANSWER_BYTES):
        answer += part
    os.close(reading)
    os.waitpid(pid, 0)
    return answer


def _entry(answer: bytes) -> dict[str, object]:
    ok = answer == _CONFINED
    reason = "" if ok else answer.decode("utf-8", "replace") or "it ended without an answer"
    return {"ok": ok, "reason": reason}


def run(scratch_root: str) -> dict[str, object]:
    """All attempts by name, the levels as a whole, and the version of Landlock."""
    found: dict[str, object] = {"landlock_abi": landlock.kernel_abi()}
    for name, attempt in ATTEMPTS.items():
        found[name] = _entry(_answer(partial(_alone, attempt)))
    for level in LEVELS:
        found[level] = _entry(_answer(partial(_level, level, scratch_root)))
    return found


if __name__ == "__main__":
    os.write(1, json.dumps(run(sys.argv[1])).encode())
