"""The zygote's own wall, and the fork that puts a child behind its own."""

import os
import signal
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NoReturn

from autograder.inside.confinement import landlock, mounts, namespaces, scratch, seccomp
from autograder.inside.confinement.config import SLOT_UIDS, WallConfig
from autograder.inside.confinement.descriptors import close_all_but, keep_only
from autograder.inside.confinement.faults import ConfinementError
from autograder.inside.confinement.paths import Region, regions, resolve
from autograder.inside.confinement.privileges import adopt_orphans, become, die_with_parent
from autograder.inside.confinement.processes import start_time
from autograder.inside.confinement.tree import DEVICES, WRITABLE, enter_tree

_OUTER = namespaces.NEWNS | namespaces.NEWPID | namespaces.NEWNET
_OUTER |= namespaces.NEWIPC | namespaces.NEWUTS
_FIRST_KERNEL_THAT_COUNTS_TASKS_PER_NAMESPACE = (5, 14)
_DEVICE_RIGHTS = dict.fromkeys(DEVICES, landlock.USE_DEVICE)
_HARMLESS_PROC = ("cpuinfo", "meminfo", "stat", "loadavg", "uptime", "version", "filesystems")


@dataclass(frozen=True, slots=True)
class Wall:
    """What a zygote knows about its wall; children inherit it by fork."""

    config: WallConfig
    parts: tuple[Region, ...]
    rules: tuple[landlock.Rule, ...]
    """Landlock rules that are the same for every child."""
    landlock_abi: int
    zygote: int
    own_pids: int = -1
    """Descriptor of the zygote's process id namespace."""
    spawned: dict[int, bytes] = field(default_factory=dict)
    """Level ``kernel``: children by pid with their start times, to tell them from orphans."""

    @property
    def policy(self) -> seccomp.Policy:
        separate = self.config.slot_uid is not None
        return seccomp.Policy(self.config.level, self.landlock_abi, separate)

    def slot_uid(self, number: int) -> int | None:
        """The user id of a child at level ``kernel``; None where it keeps the zygote's."""
        first = self.config.slot_uid
        return None if first is None else first + number % SLOT_UIDS


def enter_wall(config: WallConfig, keep: Iterable[int] = ()) -> Wall:
    """Put this process behind its wall; call it once, before the large imports.

    ``keep`` are the descriptors that stay open beside the standard streams. At level
    ``namespaces`` the call returns in a new process, the first of its namespace; the old one
    only waits and ends as that one ends. Raises :class:`ConfinementError`.
    """
    try:
        return _enter(config, keep)
    except OSError as error:
        raise ConfinementError("wall", str(error), error.errno or 0) from error


def _enter(config: WallConfig, keep: Iterable[int]) -> Wall:
    keep_only(keep)
    _check(config)
    links: dict[str, str] = {}
    for path in config.readable:
        links |= resolve(path)[0]
    parts = tuple(regions(config.readable, config.hidden))
    if config.level == "namespaces":
        _enter_namespaces(config, parts, links)
    else:
        adopt_orphans()
    wall = Wall(
        config,
        parts,
        rules=(*landlock.readable(parts), *_system_rules(config)),
        landlock_abi=min(landlock.kernel_abi(), landlock.NEWEST_ABI),
        zygote=os.getpid(),
        own_pids=_own_pids() if config.level == "namespaces" else -1,
    )
    seccomp.program(wall.policy, pid=0)
    return wall


def _check(config: WallConfig) -> None:
    root = os.geteuid() == 0
    if root and config.slot_uid is None:
        raise ConfinementError("wall", "root needs a separate user id for students (slot_uid)")
    if not root and config.slot_uid is not None:
        raise ConfinementError("wall", "only root can give students a separate user id")
    if config.level == "kernel":
        if config.scratch_root is None:
            raise ConfinementError("wall", "level kernel needs a folder for scratch directories")
        scratch.check_root(config.scratch_root)
    if landlock.kernel_abi() < 1:
        raise ConfinementError("wall", "this kernel has no Landlock (Linux 5.13 or newer)")
    if not os.path.exists(f"/proc/self/task/{os.getpid()}/children"):
        raise ConfinementError("wall", "this kernel does not list child processes in /proc")
    release = tuple(int(part) for part in os.uname().release.split("-")[0].split(".")[:2])
    if config.level == "namespaces" and release < _FIRST_KERNEL_THAT_COUNTS_TASKS_PER_NAMESPACE:
        raise ConfinementError("wall", "level namespaces needs Linux 5.14 or newer")


def _enter_namespaces(config: WallConfig, parts: tuple[Region, ...], links: dict[str, str]) -> None:
    """Only root's own rights reach below root's folders: its tree is built before they go."""
    if config.slot_uid is None:
        namespaces.unshare_user(_OUTER, 0, "leave the host's namespaces")
        enter_tree(parts, links)
    else:
        namespaces.unshare(namespaces.NEWNS, "leave the host's mounts")
        enter_tree(parts, links)
        become(config.slot_uid, keep_capabilities=True)
        namespaces.unshare_user(_OUTER, 0, "leave the host's namespaces")
    first = os.fork()
    if first:
        _mirror(first)
    die_with_parent()
    mounts.mount_proc("/proc")
    namespaces.set_host_name("notebook")
    for part in parts:
        if part.visible and part.outermost and not os.access(part.path, os.R_OK):
            raise ConfinementError("wall", f"user {config.slot_uid} may not read {part.path}")


def _mirror(pid: int) -> NoReturn:
    """Wait for a child and end exactly as it ends."""
    close_all_but(())
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if status < 0:
        signal.signal(-status, signal.SIG_DFL)
        os.kill(os.getpid(), -status)
    os._exit(status if status >= 0 else 128 - status)


def _own_pids() -> int:
    return os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)


def _system_rules(config: WallConfig) -> list[landlock.Rule]:
    rules = list(_DEVICE_RIGHTS.items())
    if config.level == "namespaces":
        rules += [("/proc", landlock.READ), ("/", landlock.LIST), ("/etc", landlock.READ)]
        rules += [(path, landlock.WRITE) for path in WRITABLE]
    else:
        rules += [(f"/proc/{name}", landlock.READ) for name in ("self", *_HARMLESS_PROC)]
    return rules


def spawn(wall: Wall) -> int:
    """Fork a child that :func:`confine` can be called in; 0 in the child.

    At level ``namespaces`` the child is the first process of a namespace of its own, and this
    process is back in its own one when the call returns. Raises :class:`ConfinementError`.
    """
    try:
        if len(os.listdir("/proc/self/task")) != 1:
            raise ConfinementError("spawn", "the zygote has several threads; a child could hang")
        if wall.config.level == "namespaces":
            return _fork_as_first(wall)
        pid = os.fork()
    except OSError as error:
        raise ConfinementError("spawn", str(error), error.errno or 0) from error
    if pid:
        wall.spawned[pid] = start_time(pid)
    return pid


def _fork_as_first(wall: Wall) -> int:
    """One fork: this process itself never leaves its process id namespace."""
    namespaces.unshare(namespaces.NEWPID, "new process id namespace")
    pid = -1
    try:
        pid = os.fork()
    finally:
        if pid:
            namespaces.join_pids(wall.own_pids)
    return pid
