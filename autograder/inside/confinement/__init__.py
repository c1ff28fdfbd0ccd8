"""Puts student code behind walls that it cannot pass. Standard library and ctypes only.

Theory of operation
===================

**Processes.** The coordinator (P0) execs the zygote (P1) with a scrubbed environment and one
control socket. P1 calls :func:`enter_wall` before the large imports. For every submission it
calls :func:`spawn`; the fork (P2) calls :func:`confine`, and only then reads the first byte of a
student. Nothing of one student passes through P1: the next fork would find it in its memory.

**Levels.** There are two, and none replaces the other unasked; :mod:`autograder.sandbox.probe`
says which this machine offers.

``namespaces``: P1 lives in user, mount, process id, network, IPC and host name namespaces of
its own. Its root is a tmpfs that holds read-only binds of the listed paths and nothing else. The
process that P0 started stays outside and waits; it ends as P1 ends and takes P1 with it. Every
child is the first process of a process id namespace of its own and gets its own mounts, network,
IPC and users. As root, the tree is built with root's rights (the interpreter may live in a
folder that only root can pass), then root is given up for ``slot_uid``, then the user namespace
is made; so nothing behind the wall ever was the machine's root.

``kernel``: no namespaces, for machines that do not allow them (containers, some distributions).
P1 stays where it is and only adopts orphans. As root, every child takes a user id of its own.

**Steps of a child**, in this order; any failure raises :class:`ConfinementError`:

1. new session, default signal handlers, empty input, all descriptors closed but the named ones,
   first choice of the kernel's out-of-memory killer;
2. *namespaces*: fresh mount, IPC and network namespaces; private ``/tmp``, ``/dev/shm`` and
   ``/proc``; then a user namespace, which ends the right to change any of this.
   *kernel*: a scratch folder of its own; as root, its own user id; it adopts its own orphans, so
   that :func:`sweep` can tell what an ended child has left behind;
3. death together with the zygote; clean environment, wiped command line, working directory;
4. resource limits; memory comes on top of what the fork inherited;
5. no capabilities, no new privileges;
6. Landlock: only listed files can be opened, no TCP, no signals or abstract sockets out;
7. the call filter, last because it would refuse the steps before it;
8. a look with the kernel's eyes (``/proc/self/status``) that 5 and 7 are in force.

**Descriptors.** P1 keeps its control socket and, at level ``namespaces``, a descriptor of its own
process id namespace: after ``unshare(CLONE_NEWPID)`` and the fork it returns through it, so that
a child costs one fork and not two. P2 keeps the standard streams and what ``keep`` names.

**What each wall stops** stands in ``docs/confinement.md``, and what is left: at level ``kernel``
the metadata of files can be read, the total size of a scratch folder has no limit, and on kernels
whose Landlock cannot scope signals (before version 6) the call filter alone keeps them in.
"""

from autograder.inside.confinement.config import ChildLimits, Level, WallConfig
from autograder.inside.confinement.confine import confine
from autograder.inside.confinement.faults import ConfinementError
from autograder.inside.confinement.sweep import sweep
from autograder.inside.confinement.view import standard_view
from autograder.inside.confinement.wall import Wall, enter_wall, spawn

__all__ = [
    "ChildLimits",
    "ConfinementError",
    "Level",
    "Wall",
    "WallConfig",
    "confine",
    "enter_wall",
    "spawn",
    "standard_view",
    "sweep",
]
