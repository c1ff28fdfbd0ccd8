"""Stands in for the zygote: ``python -I confinement_driver.py CONTROL_FD CONFIG_JSON``.

Answers one request after the other: runs code in a confined child and says what it reported and
how it ended. ``only`` puts single walls in force in place of all of them.
"""

import importlib
import json
import os
import select
import signal
import socket
import struct
import sys
import time
import traceback
import types
from dataclasses import asdict, replace

from autograder.inside.confinement import (
    ChildLimits,
    WallConfig,
    bpf,
    confine,
    enter_wall,
    landlock,
    mounts,
    namespaces,
    rlimits,
    seccomp,
    spawn,
    sweep,
)
from autograder.inside.confinement.privileges import become, no_new_privileges
from autograder.inside.confinement.processes import children
from autograder.inside.confinement.syscalls import call
from autograder.inside.confinement.tables import AUDIT_ARCH, MACHINE, NUMBERS, names
from autograder.inside.confinement.tree import cover_private
from autograder.sandbox.probe import probe

SECONDS = 60
DENIED_IN_CONTAINERS = names(
    """
    unshare setns mount umount2 pivot_root chroot move_mount open_tree mount_setattr fsopen
    bpf perf_event_open add_key keyctl request_key userfaultfd io_uring_setup
    """
)


CAPABILITIES_IN_CONTAINERS = (0, 1, 3, 4, 5, 6, 7, 8, 10, 13, 18, 27, 29, 31)


def make_reachable(folder):
    """A private view of a closed folder in which the way to this Python is open to everybody."""
    namespaces.unshare(namespaces.NEWNS, "test: private mounts")
    mounts.keep_changes_private()
    python = os.path.realpath(sys.base_prefix)
    tree = mounts.clone(python)
    mounts.mount_tmpfs(folder, 1024, 1000, 0o755)
    os.makedirs(python, mode=0o755)
    mounts.attach(tree, python)


def act_like_a_container():
    """What Docker takes away by default: most of root's capabilities, and some calls."""
    if os.geteuid() == 0:
        low, high = sum(1 << number for number in CAPABILITIES_IN_CONTAINERS), 0
        data = struct.pack("=6I", low, low, 0, high, high, 0)
        call("capset", struct.pack("=II", 0x20080522, 0), data)
    refuse = bpf.answer(1)
    parts = [bpf.when_machine_is_not(AUDIT_ARCH[MACHINE], bpf.KILL), bpf.load_number()]
    parts += [bpf.when_number(NUMBERS[name], refuse) for name in DENIED_IN_CONTAINERS]
    parts.append(bpf.when_number(NUMBERS["clone3"], bpf.answer(38)))
    parts.append(bpf.when_number(NUMBERS["clone"], bpf.without_bits(0, 0x7E020000, refuse)))
    no_new_privileges()
    bpf.install(b"".join([*parts, bpf.ALLOW]))


class Driver:
    def __init__(self, control, config):
        self.control = control
        self.wall = enter_wall(WallConfig(**config["wall"]), keep={control.fileno()})
        if config.get("abi"):
            self.wall = replace(self.wall, landlock_abi=config["abi"])
        self.scratch_root = config["wall"].get("scratch_root")
        self.number = 0
        for name in config.get("preload", ()):
            importlib.import_module(name)
        if "torch" in sys.modules:
            sys.modules["torch"].set_num_threads(1)

    def loop(self):
        self.say({"ready": os.getpid(), "abi": self.wall.landlock_abi})
        while request := self.control.recv(1 << 20):
            self.say(self.run(json.loads(request)))

    def say(self, message):
        self.control.send(json.dumps(message).encode())

    def run(self, request):
        beside = request.get("beside")
        other = self.start({**request, "code": beside}) if beside else None
        pid, reading = self.start(request)
        answer, status = self.listen(reading, pid, request.get("seconds", SECONDS))
        swept = sweep(self.wall)
        answer += drain(reading)
        said = []
        if other is not None:
            said, _ = self.listen(other[1], other[0], SECONDS)
            said += drain(other[1])
            swept += sweep(self.wall)
        return {
            "said": parsed(answer),
            "status": status,
            "swept": swept,
            "below": children(os.getpid()),
            "beside": parsed(said) if other else [],
            "scratch": os.listdir(self.scratch_root) if self.scratch_root else [],
        }

    def start(self, request):
        self.number += 1
        reading, writing = os.pipe()
        started = time.perf_counter()
        pid = spawn(self.wall)
        if pid == 0:
            self.child(request, writing, started)
        os.close(writing)
        return pid, reading

    def listen(self, reading, pid, seconds):
        pidfd = os.pidfd_open(pid)
        os.set_blocking(reading, False)
        deadline = time.monotonic() + seconds
        answer = b""
        while True:
            ready = select.select([reading, pidfd], [], [], max(0, deadline - time.monotonic()))[0]
            if reading in ready:
                part = os.read(reading, 1 << 16)
                answer += part
                if not part:
                    ready = [pidfd] if select.select([pidfd], [], [], seconds)[0] else []
            if pidfd in ready:
                break
            if not ready:
                signal.pidfd_send_signal(pidfd, signal.SIGKILL)
                break
        os.close(pidfd)
        _, status, _ = os.wait4(pid, 0)
        return answer + drain(reading, close=False), os.waitstatus_to_exitcode(status)

    def child(self, request, writing, started):
        def report(value):
            os.write(writing, (json.dumps(value) + "\n").encode())

        try:
            limits = ChildLimits(**request["limits"])
            if request.get("only"):
                for name in request["only"]:
                    self.put_in_force(name, limits)
            else:
                work = confine(self.wall, limits, keep={writing}, number=self.number)
                assert os.getcwd() == work
            if request.get("timing"):
                report(time.perf_counter() - started)
            student = sys.modules["__main__"] = types.ModuleType("__main__")
            vars(student).update(report=report, **request.get("know", {}))
            exec(compile(request["code"], "<student>", "exec"), vars(student))
            sys.stdout.flush()
        except BaseException as error:
            report({"raised": type(error).__name__, "text": str(error)[:2000]})
            if request.get("trace"):
                report(traceback.format_exc())
            os._exit(98)
        os._exit(0)

    def put_in_force(self, name, limits):
        wall = self.wall
        if name == "landlock":
            no_new_privileges()
            landlock.restrict(wall.rules, wall.landlock_abi)
        elif name.startswith("landlock abi "):
            no_new_privileges()
            landlock.restrict(wall.rules, int(name.split()[-1]))
        elif name.startswith("seccomp"):
            abi = int(name.split()[-1]) if "abi" in name else wall.landlock_abi
            policy = seccomp.Policy(wall.config.level, abi, wall.config.slot_uid is not None)
            no_new_privileges()
            bpf.install(seccomp.program(policy, os.getpid()))
        elif name == "namespaces":
            namespaces.unshare(
                namespaces.NEWNS | namespaces.NEWIPC | namespaces.NEWNET, "test: namespaces"
            )
            cover_private(wall.parts, wall.config.tmp_mib)
        elif name == "user":
            become(wall.slot_uid(self.number))
        elif name == "rlimits":
            rlimits.apply(limits, limits.processes)
        elif name != "none":
            raise ValueError(name)


def parsed(answer):
    return [json.loads(line) for line in answer.decode("utf-8", "replace").splitlines()]


def drain(reading, close=True):
    answer = b""
    try:
        while part := os.read(reading, 1 << 16):
            answer += part
    except BlockingIOError:
        pass
    if close:
        os.close(reading)
    return answer


def main():
    control = socket.socket(fileno=int(sys.argv[1]))
    config = json.loads(sys.argv[2])
    if config.get("reach"):
        make_reachable(config["reach"])
    if config.get("become"):
        become(config["become"])
    if config.get("container"):
        act_like_a_container()
    if config.get("probe"):
        control.send(json.dumps(asdict(probe())).encode())
        return
    Driver(control, config).loop()


if __name__ == "__main__":
    main()
