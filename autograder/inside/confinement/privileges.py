"""What a process may do by its credentials: user id, capabilities, ties to its parent."""

import os
import struct

from autograder.inside.confinement.faults import ConfinementError
from autograder.inside.confinement.syscalls import attempt, call

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_SET_KEEPCAPS = 8
_PR_CAPBSET_DROP = 24
_PR_SET_CHILD_SUBREAPER = 36
_PR_SET_NO_NEW_PRIVS = 38
_PR_CAP_AMBIENT = 47
_PR_CAP_AMBIENT_CLEAR_ALL = 4
_CAP_SETPCAP = 8
_MAX_CAPABILITIES = 64
_CAPABILITY_HEADER = struct.pack("=II", 0x20080522, 0)
_SIGKILL = 9
_NONE_AT_ALL = {"CapInh": 0, "CapPrm": 0, "CapEff": 0, "CapAmb": 0}
_MAX_STATUS_BYTES = 1 << 16


def die_with_parent() -> None:
    """SIGKILL when the parent ends. A change of credentials forgets this, so it comes after."""
    call("prctl", _PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0, step="die with the parent")


def adopt_orphans() -> None:
    """Descendants whose parent ends become children of this process, not of init."""
    call("prctl", _PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0, step="become subreaper")


def own_proc_entries() -> None:
    """After a change of user, ``/proc/self`` belongs to root until this is said."""
    call("prctl", _PR_SET_DUMPABLE, 1, 0, 0, 0, step="own /proc/self")


def no_new_privileges() -> None:
    """No program started from here gains anything by its file mode or its owner."""
    call("prctl", _PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0, step="no new privileges")


def become(uid: int, *, keep_capabilities: bool = False) -> None:
    """Take another user and group id for good; needs root."""
    try:
        call("prctl", _PR_SET_KEEPCAPS, int(keep_capabilities), 0, 0, 0)
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
    except OSError as error:
        raise ConfinementError(f"become user {uid}", str(error), error.errno or 0) from error
    if keep_capabilities:
        _set_capabilities(status_numbers()["CapPrm"])
    own_proc_entries()


def drop_capability_bounds() -> None:
    """Nothing started later can have a capability; without CAP_SETPCAP there is none to drop."""
    if not status_numbers()["CapEff"] >> _CAP_SETPCAP & 1:
        return
    for capability in range(_MAX_CAPABILITIES):
        if attempt("prctl", _PR_CAPBSET_DROP, capability, 0, 0, 0) < 0:
            break
    if status_numbers()["CapBnd"]:
        raise ConfinementError("drop capabilities", "the bounding set is not empty")


def drop_capabilities() -> None:
    """Give up every capability of this process."""
    attempt("prctl", _PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0)
    _set_capabilities(0)


def _set_capabilities(permitted: int) -> None:
    low, high = permitted & 0xFFFFFFFF, permitted >> 32
    data = struct.pack("=6I", low, low, 0, high, high, 0)
    call("capset", _CAPABILITY_HEADER, data, step="set capabilities")


def status_numbers() -> dict[str, int]:
    """Capability sets, ``NoNewPrivs``, ``Seccomp`` and ``Threads`` of this process."""
    with open("/proc/self/status", "rb", buffering=0) as file:
        lines = (file.read(_MAX_STATUS_BYTES) or b"").decode("ascii", "replace").splitlines()
    fields = dict(line.split(":", 1) for line in lines if ":" in line)
    numbers = {name: int(fields[name], 16) for name in fields if name.startswith("Cap")}
    return numbers | {name: int(fields[name]) for name in ("NoNewPrivs", "Seccomp", "Threads")}


def verify() -> None:
    """Look with the kernel's eyes: no capability, no way to gain one, a filter in force."""
    found = status_numbers()
    wanted = _NONE_AT_ALL | {"NoNewPrivs": 1, "Seccomp": 2}
    for name, number in wanted.items():
        if found[name] != number:
            raise ConfinementError("verify", f"{name} is {found[name]:#x}, expected {number:#x}")
