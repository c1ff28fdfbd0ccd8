"""The steps that a forked child takes before it reads the first byte of a student."""

import os
import signal
import sys
import tempfile
from collections.abc import Collection

from autograder.inside.confinement import bpf, landlock, namespaces, rlimits, scratch, seccomp
from autograder.inside.confinement.config import ChildLimits
from autograder.inside.confinement.descriptors import keep_only, settle_standard_streams
from autograder.inside.confinement.faults import ConfinementError
from autograder.inside.confinement.forget import forget_command_line
from autograder.inside.confinement.privileges import (
    adopt_orphans,
    become,
    die_with_parent,
    drop_capabilities,
    drop_capability_bounds,
    no_new_privileges,
    verify,
)
from autograder.inside.confinement.tree import cover_private
from autograder.inside.confinement.wall import Wall

_INNER = namespaces.NEWNS | namespaces.NEWIPC | namespaces.NEWNET
_STUDENT_UID = 1000
_SHARED_TASKS_FACTOR = 8
_KILL_ME_FIRST = b"1000"
_ONE_THREAD_EACH = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_LEFT_AS_THEY_ARE = (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ)
"""Python's own settings: KeyboardInterrupt, and errors in place of silent ends."""


def confine(wall: Wall, limits: ChildLimits, keep: Collection[int], number: int) -> str:
    """Give up, for good, everything a student must not have; returns the working directory.

    ``keep`` are descriptors that stay open beside the standard streams (input is emptied).
    ``number`` chooses the user id where root grades on level ``kernel``: children that run at
    the same time need different ones.
    Returns only when everything is in force. Raises :class:`ConfinementError`; the caller must
    then end the process.
    """
    try:
        return _confine(wall, limits, keep, number)
    except OSError as error:
        raise ConfinementError("confine", str(error), error.errno or 0) from error


def _confine(wall: Wall, limits: ChildLimits, keep: Collection[int], number: int) -> str:
    os.setsid()
    _default_signals()
    settle_standard_streams()
    keep_only(keep)
    _volunteer_for_the_oom_killer()
    if wall.config.level == "namespaces":
        base = _enter_namespaces(wall)
    else:
        base = _enter_scratch(wall, number)
    die_with_parent()
    if wall.config.level == "kernel" and os.getppid() != wall.zygote:
        raise ConfinementError("confine", "the zygote has ended")
    os.umask(0o077)
    work = _settle(base, limits)
    rlimits.apply(limits, _tasks(wall, limits, os.geteuid()))
    drop_capability_bounds()
    drop_capabilities()
    no_new_privileges()
    writable = () if wall.config.level == "namespaces" else ((base, landlock.WRITE),)
    landlock.restrict((*wall.rules, *writable), wall.landlock_abi)
    bpf.install(seccomp.program(wall.policy, os.getpid()))
    verify()
    return work


def _default_signals() -> None:
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    signal.set_wakeup_fd(-1)
    for number in signal.valid_signals():
        handler = signal.getsignal(number)
        if number not in _LEFT_AS_THEY_ARE and handler not in (signal.SIG_DFL, None):
            signal.signal(number, signal.SIG_DFL)
    # whoever starts the grader in the background of a shell has it ignored
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _volunteer_for_the_oom_killer() -> None:
    descriptor = os.open("/proc/self/oom_score_adj", os.O_WRONLY | os.O_CLOEXEC)
    try:
        os.write(descriptor, _KILL_ME_FIRST)
    finally:
        os.close(descriptor)


def _enter_namespaces(wall: Wall) -> str:
    """Private mounts need the zygote's rights; the user namespace that ends them comes last."""
    namespaces.unshare(_INNER, "leave the zygote's namespaces")
    cover_private(wall.parts, wall.config.tmp_mib)
    namespaces.unshare_user(0, _STUDENT_UID, "leave the zygote's users")
    return "/tmp"


def _enter_scratch(wall: Wall, number: int) -> str:
    """A folder of its own, and for root a user id of its own."""
    if wall.config.scratch_root is None:
        raise ConfinementError("scratch", "no folder was given")
    uid = wall.slot_uid(number)
    base = scratch.create(wall.config.scratch_root, uid)
    if uid is not None:
        drop_capability_bounds()
        become(uid)
        _check_interpreter(uid)
    adopt_orphans()
    return base


def _check_interpreter(uid: int) -> None:
    """Imports would fail one by one, as if packages were missing."""
    if not os.access(os.__file__, os.R_OK):
        reason = f"user {uid} may not read the Python installation ({os.__file__})"
        raise ConfinementError("scratch", reason)


def _tasks(wall: Wall, limits: ChildLimits, uid: int) -> int:
    """How many tasks the kernel may count before it refuses another one.

    It counts per user and user namespace. Where a child shares both with others, the count is
    generous, so that none starves the rest; the coordinator watches the exact number.
    """
    if wall.config.level == "namespaces" or wall.config.slot_uid is not None:
        return limits.processes
    return rlimits.tasks_of_user(uid) + _SHARED_TASKS_FACTOR * limits.processes


def _settle(base: str, limits: ChildLimits) -> str:
    """Make the folders, clear the environment, go to work."""
    folders = {name: os.path.join(base, name) for name in ("work", "home")}
    temporary = base if base == "/tmp" else os.path.join(base, "tmp")
    for path in {*folders.values(), temporary}:
        os.makedirs(path, exist_ok=True)
    os.environ.clear()
    os.environ.update(_environment(folders["home"], temporary, limits.threads))
    forget_command_line()
    tempfile.tempdir = None
    os.chdir(folders["work"])
    return folders["work"]


def _environment(home: str, temporary: str, threads: int) -> dict[str, str]:
    return {
        "HOME": home,
        "TMPDIR": temporary,
        "USER": "student",
        "LOGNAME": "student",
        "PATH": f"{sys.prefix}/bin:/usr/local/bin:/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "MPLBACKEND": "agg",
        "MPLCONFIGDIR": os.path.join(home, "matplotlib"),
        "IPYTHONDIR": os.path.join(home, "ipython"),
        "PIP_RETRIES": "0",
        "PIP_DEFAULT_TIMEOUT": "1",
        "PIP_NO_INPUT": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        **dict.fromkeys(_ONE_THREAD_EACH, str(threads)),
    }
