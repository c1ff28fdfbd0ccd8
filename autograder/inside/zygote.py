"""P1: a warm interpreter that forks one confined process per submission.

Started by exec with a scrubbed environment, it has never seen a check, a solution or a mark.
It reads small JSON messages on a control socket. Only numbers and descriptors pass through it:
what one submission sent would be found in the memory of the next.

    → {"op": "fork", "slot": 3, "limits": {…}} + descriptor of the student's end of the border
    ← {"op": "forked", "slot": 3, "pid": 17} + pidfd
    ← {"op": "exited", "slot": 3, "status": 0, "cpu": 0.12, "peak_kib": 300000}

The control socket closes when the coordinator dies; then everything here ends too.
"""

import array
import json
import os
import select
import socket
import sys
import traceback
from typing import Any

from autograder.inside.confinement import (
    ChildLimits,
    Wall,
    WallConfig,
    confine,
    enter_wall,
    spawn,
    sweep,
)

MAX_CONTROL_BYTES = 1 << 16
SETUP_FAILED = 97
"""Exit status of a child that could not be confined: our fault, nothing was run."""


class Zygote:
    """The control loop."""

    def __init__(self, control: socket.socket, wall: Wall, shell: Any) -> None:
        self.control = control
        self.wall = wall
        self.shell = shell
        self.children: dict[int, tuple[int, int]] = {}
        """pidfd → (pid, slot)"""

    def loop(self) -> None:
        while True:
            sources: list[Any] = [self.control, *self.children]
            ready, _, _ = select.select(sources, [], [])
            for descriptor in ready:
                if descriptor is self.control:
                    if not self.obey():
                        return
                else:
                    self.reap(descriptor)

    def obey(self) -> bool:
        """One message from the coordinator; False when it is gone."""
        descriptors = array.array("i")
        try:
            data, ancillary, _, _ = self.control.recvmsg(MAX_CONTROL_BYTES, socket.CMSG_SPACE(64))
        except ConnectionResetError:
            return False
        for _, _, part in ancillary:
            descriptors.frombytes(part[: len(part) // 4 * 4])
        if not data:
            return False
        message = json.loads(data)
        self.fork(message["slot"], ChildLimits(**message["limits"]), descriptors[0], message)
        return True

    def fork(self, slot: int, limits: ChildLimits, border: int, message: dict[str, Any]) -> None:
        pid = spawn(self.wall)
        if pid == 0:
            self.control.close()
            run_child(self.wall, limits, border, slot, message["frame_bytes"], self.shell)
        os.close(border)
        pidfd = os.pidfd_open(pid)
        self.children[pidfd] = (pid, slot)
        self.tell({"op": "forked", "slot": slot, "pid": pid}, pidfd)

    def reap(self, pidfd: int) -> None:
        pid, slot = self.children.pop(pidfd)
        os.close(pidfd)
        _, status, usage = os.wait4(pid, 0)
        sweep(self.wall)
        self.tell(
            {
                "op": "exited",
                "slot": slot,
                "status": os.waitstatus_to_exitcode(status),
                "cpu": usage.ru_utime + usage.ru_stime,
                "peak_kib": usage.ru_maxrss,
            }
        )

    def tell(self, message: dict[str, Any], descriptor: int | None = None) -> None:
        ancillary = []
        if descriptor is not None:
            ancillary = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [descriptor]))]
        self.control.sendmsg([json.dumps(message).encode()], ancillary)


def resident_kib() -> int:
    """Memory that every child shares at first: to be taken off what it uses."""
    with open("/proc/self/status", "rb") as file:
        lines = [line.split() for line in file]
    return sum(int(line[1]) for line in lines if line[0] in (b"RssAnon:", b"RssShmem:"))


def run_child(
    wall: Wall, limits: ChildLimits, border: int, slot: int, frame_bytes: int, shell: Any
) -> None:
    """P2: confine, say so, serve; never returns."""
    status = SETUP_FAILED
    try:
        scratch = confine(wall, limits, keep={border}, number=slot)
        status = 0
        from autograder.inside.serve import Server
        from autograder.wire.frames import MAX_REQUEST_BYTES, Channel

        channel = Channel(socket.socket(fileno=border), MAX_REQUEST_BYTES, frame_bytes)
        server = Server(channel, shell, scratch)
        server.channel.hooks = server.hooks
        channel.send({"n": 0, "k": "confined"})
        server.loop()
    except BaseException:
        if status == SETUP_FAILED:
            os.write(2, traceback.format_exc().encode())
    os._exit(status)


def main() -> None:
    """``python -I -m autograder.inside.zygote CONTROL_FD CONFIG_JSON``"""
    control = socket.socket(fileno=int(sys.argv[1]))
    config = json.loads(sys.argv[2])
    wall = enter_wall(WallConfig(**config["wall"]), keep={control.fileno()})
    from autograder.inside import serve  # noqa: F401  (everything is imported before the fork)
    from autograder.inside.preload import preload, shell_for_children

    warm = config["warm"]
    missing = preload(config["preload"], warm=warm)
    zygote = Zygote(control, wall, shell_for_children(warm=warm))
    zygote.tell({"op": "ready", "missing": missing, "kib": resident_kib()})
    zygote.loop()
    sweep(wall)


if __name__ == "__main__":
    main()
