"""Which system calls a student process may make: an allow list with judged arguments.

A call that is not listed ends with EPERM; one that our table does not know, with ENOSYS, so
that C libraries newer than this table take their older way. ``pretended`` calls do nothing and
report success, because honest libraries give up when they fail.
"""

import errno
import socket
from dataclasses import dataclass
from functools import lru_cache

from autograder.inside.confinement import bpf
from autograder.inside.confinement.config import Level
from autograder.inside.confinement.faults import ConfinementError
from autograder.inside.confinement.landlock import ABI_WITH_SIGNALS, ABI_WITH_TRUNCATE
from autograder.inside.confinement.tables import AUDIT_ARCH, MACHINE, NUMBERS, names

_EVERYWHERE = names(
    """
    read write open close stat fstat lstat poll lseek mmap mprotect munmap brk rt_sigaction
    rt_sigprocmask rt_sigreturn rt_sigpending rt_sigtimedwait rt_sigsuspend sigaltstack pread64
    pwrite64 readv writev preadv pwritev preadv2 pwritev2 access faccessat faccessat2 pipe pipe2
    select pselect6 ppoll sched_yield mremap msync madvise mlock mlock2 munlock dup dup2 dup3
    pause nanosleep clock_nanosleep getitimer setitimer alarm getpid getppid gettid getpgrp
    getpgid getsid setpgid setsid getuid geteuid getgid getegid getgroups getresuid getresgid
    sendfile copy_file_range splice tee sendto recvfrom sendmsg recvmsg sendmmsg recvmmsg
    shutdown getsockname getpeername setsockopt getsockopt exit exit_group wait4 waitid uname
    fcntl flock fsync fdatasync sync_file_range truncate ftruncate fallocate fadvise64 readahead
    getdents getdents64 getcwd chdir fchdir rename renameat renameat2 mkdir mkdirat rmdir creat
    link linkat unlink unlinkat symlink symlinkat readlink readlinkat umask gettimeofday time
    times getrlimit getrusage sysinfo capget statfs fstatfs statx newfstatat getpriority
    sched_getparam sched_getscheduler sched_getattr sched_get_priority_max
    sched_get_priority_min sched_rr_get_interval sched_getaffinity arch_prctl futex futex_waitv
    futex_wake futex_wait futex_requeue set_robust_list get_robust_list set_tid_address rseq
    membarrier getcpu get_mempolicy epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait
    epoll_pwait2 timer_create timer_settime timer_gettime timer_getoverrun timer_delete
    timerfd_create timerfd_settime timerfd_gettime signalfd signalfd4 eventfd eventfd2
    clock_gettime clock_getres openat getrandom execve execveat fork vfork close_range
    pkey_mprotect pkey_alloc pkey_free cachestat map_shadow_stack mseal restart_syscall kill
    tkill tgkill pidfd_open pidfd_send_signal
    """
)

_IN_NAMESPACES = names(
    """
    connect bind listen accept accept4 socketpair openat2 chmod fchmod fchmodat fchmodat2 utime
    utimes utimensat futimesat getxattr lgetxattr fgetxattr listxattr llistxattr flistxattr
    inotify_init inotify_init1 inotify_add_watch inotify_rm_watch
    """
)
"""What names files or sockets by path: harmless only where the host's are not in the tree."""

_PRETENDED_ON_HOST = names("chmod fchmod fchmodat fchmodat2 utime utimes utimensat futimesat")
_UNSUPPORTED_ON_HOST = names("getxattr lgetxattr fgetxattr listxattr llistxattr flistxattr")
_REFUSED_ON_HOST = names("socket connect bind listen accept accept4")
_SCHEDULING = names("sched_setaffinity sched_setscheduler sched_setparam sched_setattr")

_CLONE_NEW_NAMESPACES = 0x7E020000
_CLONE_PARENT = 0x00008000
_SOCKET_TYPE = 0xF
_FD_OWNER_COMMANDS = (8, 10, 15)
"""F_SETOWN, F_SETSIG, F_SETOWN_EX: they send signals to a process of one's choice."""
_OPEN_MODE_AND_TRUNCATE = 0o1003
_READ_AND_TRUNCATE = 0o1000
_QUERY_PERSONALITY = 0xFFFFFFFF
_PR_SET_PDEATHSIG = 1
_PRCTL = (2, 3, 15, 16, 21, 23, 27, 30, 38, 39, 40, 42, 0x53564D41)
"""Reading one's own state, thread names, no_new_privs, names of memory areas."""
_IOCTL = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
"""Is it a terminal, its size, bytes waiting, non-blocking, close-on-exec on and off."""

_EPERM = bpf.answer(errno.EPERM)
_EACCES = bpf.answer(errno.EACCES)
_ENOSYS = bpf.answer(errno.ENOSYS)
_SUCCESS = bpf.answer(0)


@dataclass(frozen=True, slots=True)
class Policy:
    """What the other walls leave to this one."""

    level: Level
    landlock_abi: int
    separate_user: bool
    """Whether the user id differs from the coordinator's."""

    @property
    def signals_are_ours(self) -> bool:
        """Nothing but this filter keeps signals from processes of the same user."""
        unscoped = self.landlock_abi < ABI_WITH_SIGNALS
        return self.level == "kernel" and unscoped and not self.separate_user

    @property
    def truncation_is_ours(self) -> bool:
        """Nothing but this filter keeps readable files of the same user from being emptied."""
        unhandled = self.landlock_abi < ABI_WITH_TRUNCATE
        return self.level == "kernel" and unhandled and not self.separate_user


def program(policy: Policy, pid: int) -> bpf.Program:
    """The filter for a process; ``pid`` matters only if ``policy.signals_are_ours``."""
    return _program(policy, pid if policy.signals_are_ours else 0)


@lru_cache(maxsize=1)
def _program(policy: Policy, pid: int) -> bpf.Program:
    if not NUMBERS:
        raise ConfinementError("call filter", f"no table of system calls for {MACHINE}")
    judged = _judged(policy)
    if policy.signals_are_ours:
        judged |= _own_signals_only(pid)
    allowed = set(_EVERYWHERE)
    if policy.level == "namespaces":
        allowed.update(_IN_NAMESPACES)
    last = max(NUMBERS.values())
    parts = [bpf.when_machine_is_not(AUDIT_ARCH[MACHINE], bpf.KILL), bpf.load_number()]
    parts.append(bpf.when_number_above(last, _ENOSYS))
    for name, then in judged.items():
        if name in NUMBERS:
            parts.append(bpf.when_number(NUMBERS[name], then))
    for name in sorted(allowed - judged.keys()):
        if name in NUMBERS:
            parts.append(bpf.when_number(NUMBERS[name], bpf.ALLOW))
    return b"".join([*parts, _EPERM])


def _judged(policy: Policy) -> dict[str, bpf.Program]:
    """Calls that are neither simply allowed nor simply refused."""
    oneself = bpf.only(0, (0,), _EPERM)
    judged = {
        "clone3": _ENOSYS,
        "clone": bpf.without_bits(0, _CLONE_NEW_NAMESPACES | _CLONE_PARENT, _EPERM),
        "socket": bpf.only(0, (socket.AF_UNIX,), _EACCES),
        "prctl": bpf.when_argument(0, _PR_SET_PDEATHSIG, _SUCCESS) + bpf.only(0, _PRCTL, _EPERM),
        "ioctl": bpf.only(1, _IOCTL, bpf.answer(errno.ENOTTY)),
        "personality": bpf.only(0, (_QUERY_PERSONALITY,), _EPERM),
        "prlimit64": oneself,
        "fcntl": bpf.all_but(1, _FD_OWNER_COMMANDS, _EPERM),
    }
    judged |= dict.fromkeys(_SCHEDULING, bpf.only(0, (0,), _SUCCESS))
    if policy.level == "namespaces":
        return judged
    judged |= dict.fromkeys(_PRETENDED_ON_HOST, _SUCCESS)
    judged |= dict.fromkeys(_UNSUPPORTED_ON_HOST, bpf.answer(errno.ENOTSUP))
    judged |= dict.fromkeys(_REFUSED_ON_HOST, _EACCES)
    connected = (socket.SOCK_STREAM, socket.SOCK_SEQPACKET)
    judged["socketpair"] = bpf.only(1, connected, _EACCES, mask=_SOCKET_TYPE)
    if policy.truncation_is_ours:
        judged |= _no_truncation()
    return judged


def _no_truncation() -> dict[str, bpf.Program]:
    refuse = (_READ_AND_TRUNCATE,)
    return {
        "truncate": _EACCES,
        "open": bpf.all_but(1, refuse, _EACCES, mask=_OPEN_MODE_AND_TRUNCATE),
        "openat": bpf.all_but(2, refuse, _EACCES, mask=_OPEN_MODE_AND_TRUNCATE),
    }


def _own_signals_only(pid: int) -> dict[str, bpf.Program]:
    return {
        "kill": bpf.only(0, (0, pid), _EPERM),
        "tgkill": bpf.only(0, (pid,), _EPERM),
        "tkill": _EPERM,
        "pidfd_send_signal": _EPERM,
    }
