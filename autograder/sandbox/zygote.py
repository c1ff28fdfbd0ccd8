"""P0's handle on P1: starts it by exec, asks it for children, hears of their ends.

One zygote serves all workers of a run. Its environment is scrubbed, its working directory is
``/``, and the only descriptor it inherits is its end of the control socket.
"""

import array
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any

from autograder.errors import GraderFault
from autograder.inside.confinement import ChildLimits, WallConfig

MAX_CONTROL_BYTES = 1 << 16
MAX_COMPLAINT_BYTES = 1 << 16
START_SECONDS = 300
FORK_SECONDS = 20
EXIT_SECONDS = 15
"""A fork takes milliseconds, clearing up behind a student process at most ten seconds: a P1 that
needs longer hangs."""


@dataclass(frozen=True, slots=True)
class Exit:
    """How a student process ended, by the kernel's own accounting."""

    status: int
    """Exit status; negative: the number of the signal."""
    cpu_seconds: float
    peak_mib: float


class Child:
    """One confined student process: its end of the border, its pidfd, its end."""

    def __init__(self, slot: int, border: socket.socket, hangs: Callable[[], None]) -> None:
        self.slot = slot
        self.border = border
        self._hangs = hangs
        self.pidfd = -1
        self.exit: Exit | None = None
        self.given_up = False
        """Nobody waits for it any more; it ends by itself as its border closes."""
        self._forked = threading.Event()
        self._exited = threading.Event()

    def interrupt(self) -> None:
        self._signal(signal.SIGINT)

    def kill(self) -> None:
        self._signal(signal.SIGKILL)

    def _signal(self, number: int) -> None:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.pidfd, number)

    def end(self) -> Exit | None:
        """Kill it, wait for its end, close its descriptors; None when nobody saw it end."""
        self.kill()
        self.border.close()
        if not self._exited.wait(EXIT_SECONDS):
            self._hangs()
        if self.pidfd >= 0:
            os.close(self.pidfd)
            self.pidfd = -1
        return self.exit


class Zygote:
    """A running P1. Use as a context manager; leaving it ends every student process."""

    def __init__(
        self, wall: WallConfig, preload: Sequence[str], frame_mib: int, *, warm: bool = True
    ) -> None:
        """``warm``: exercise what is preloaded, which pays from the second process on."""
        self.wall = wall
        self.frame_bytes = frame_mib << 20
        self.missing: list[str] = []
        self.baseline_kib = 0
        self._start = {"preload": list(preload), "warm": warm}
        self._scratch: tempfile.TemporaryDirectory[str] | None = None
        self._slots = 0
        self._children: dict[int, Child] = {}
        self._lock = threading.Lock()
        self._ready = threading.Event()
        self._gone = threading.Event()
        self._suspected = False

    def __enter__(self) -> "Zygote":
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        config = {"wall": asdict(self._wall_with_scratch()), **self._start}
        self._errors = tempfile.TemporaryFile()  # a pipe could fill up and stop it
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-I", "-B", "-X", "utf8", "-m", "autograder.inside.zygote"),
                *(str(theirs.fileno()), json.dumps(config)),
            ],
            pass_fds=[theirs.fileno()],
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            cwd="/",
            start_new_session=True,
        )
        theirs.close()
        self._control = ours
        self._listener = threading.Thread(target=self._listen, daemon=True, name="zygote")
        self._listener.start()
        in_time = self._ready.wait(START_SECONDS)
        if not in_time or self._gone.is_set():
            self._end_process()
            complaint = self.complaint()
            self.close()
            late = "" if in_time else f" within {START_SECONDS} seconds. The last it said"
            raise GraderFault(f"The process that runs notebooks did not start{late}: {complaint}")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End P1 and with it every student process."""
        self._end_process()
        self._errors.close()
        if self._scratch is not None:
            self._scratch.cleanup()

    def _end_process(self) -> None:
        # the listening thread holds the socket open until its call returns
        with contextlib.suppress(OSError):
            self._control.shutdown(socket.SHUT_RDWR)
        try:
            self._process.wait(0 if self._suspected else EXIT_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._listener.join()
        self._control.close()

    def _wall_with_scratch(self) -> WallConfig:
        """At level ``kernel`` every child needs a folder that its user id can reach."""
        if self.wall.level != "kernel" or self.wall.scratch_root is not None:
            return self.wall
        self._scratch = tempfile.TemporaryDirectory(
            prefix="autograder-", ignore_cleanup_errors=True
        )
        Path(self._scratch.name).chmod(0o711)
        return replace(self.wall, scratch_root=self._scratch.name)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it can be asked for children; one that did not answer once is not asked again."""
        return not (self._gone.is_set() or self._suspected)

    def fork(self, limits: ChildLimits) -> Child:
        """A new confined process; raises :class:`GraderFault` when P1 cannot make one."""
        ours, theirs = socket.socketpair()
        with self._lock:
            self._slots += 1
            child = Child(self._slots, ours, self._suspect)
            self._children[child.slot] = child
        message = {
            "op": "fork",
            "slot": child.slot,
            "limits": asdict(limits),
            "frame_bytes": self.frame_bytes,
        }
        rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [theirs.fileno()]))]
        try:
            self._control.sendmsg([json.dumps(message).encode()], rights)
        except OSError as error:
            self._give_up(child)
            self._suspect()
            raise GraderFault(f"The process that runs notebooks ended: {error}") from error
        finally:
            theirs.close()
        if not child._forked.wait(FORK_SECONDS) or child.pidfd < 0:
            self._give_up(child)
            self._suspect()
            raise GraderFault("The process that runs notebooks makes no new ones")
        return child

    def _give_up(self, child: Child) -> None:
        with self._lock:
            child.given_up = True
            child.border.close()
            if child.pidfd >= 0:
                os.close(child.pidfd)

    def _suspect(self) -> None:
        """It is stopped, hangs or dies: nobody shall wait for it a second time."""
        self._suspected = True

    def _listen(self) -> None:
        try:
            while self._hear():
                pass
        except OSError:
            pass
        finally:
            self._gone.set()
            self._ready.set()
            for child in list(self._children.values()):
                child._forked.set()
                child._exited.set()

    def _hear(self) -> bool:
        descriptors = array.array("i")
        data, ancillary, _, _ = self._control.recvmsg(MAX_CONTROL_BYTES, socket.CMSG_SPACE(64))
        if not data:
            return False
        for _, _, part in ancillary:
            descriptors.frombytes(part[: len(part) // 4 * 4])
        message: dict[str, Any] = json.loads(data)
        match message["op"]:
            case "ready":
                self.missing = message["missing"]
                self.baseline_kib = message["kib"]
                self._ready.set()
            case "forked":
                child = self._children[message["slot"]]
                with self._lock:
                    if child.given_up:
                        os.close(descriptors[0])
                    else:
                        child.pidfd = descriptors[0]
                child._forked.set()
            case "exited":
                child = self._children.pop(message["slot"])
                child.exit = Exit(message["status"], message["cpu"], message["peak_kib"] / 1024)
                child._exited.set()
        return True

    def complaint(self) -> str:
        """The last line that P1, or a child before it was confined, wrote to its errors."""
        if self._errors.closed:
            return "no message"
        descriptor = self._errors.fileno()
        start = max(0, os.fstat(descriptor).st_size - MAX_COMPLAINT_BYTES)
        # not by seek: the position is shared with the process that writes
        text = os.pread(descriptor, MAX_COMPLAINT_BYTES, start).decode("utf-8", "replace").strip()
        return text.splitlines()[-1] if text else "no message"


def _environment() -> dict[str, str]:
    """What P1 gets of ours: nothing but a language and one thread per library."""
    one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    return {
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "HOME": "/dev/null",  # nothing may be kept there
        "PYTHONDONTWRITEBYTECODE": "1",
        "MPLBACKEND": "agg",
        **one,
    }
