"""What a notebook can do to other processes, and what it leaves behind."""

import os
import signal
import subprocess
import sys
import time

import pytest
from confinement_zygote import IS_ROOT, Place, Zygote

from autograder.inside.confinement.processes import children, descendants

ATTACKS = """
import ctypes, errno, os, resource, signal
libc = ctypes.CDLL(None, use_errno=True)

def call(function, *arguments):
    return 0 if function(*arguments) >= 0 else ctypes.get_errno()

def outcome(act):
    try:
        return act()
    except OSError as error:
        return error.errno

def read_memory(pid):
    class Area(ctypes.Structure):
        _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]
    buffer = ctypes.create_string_buffer(8)
    local = Area(ctypes.addressof(buffer), 8)
    remote = Area(0x1000, 8)
    return call(libc.process_vm_readv, pid, ctypes.byref(local), 1, ctypes.byref(remote), 1, 0)

def steal(pid):
    return call(libc.syscall, 438, os.pidfd_open(pid), 0, 0)

PTRACE_SEIZE = 0x4206
found = {}
for name, pid in targets.items():
    found[name] = [
        outcome(lambda: os.kill(pid, signal.SIGTERM)),
        outcome(lambda: signal.pidfd_send_signal(os.pidfd_open(pid), signal.SIGTERM)),
        call(libc.ptrace, PTRACE_SEIZE, pid, None, None),
        read_memory(pid),
        outcome(lambda: steal(pid)),
        outcome(lambda: resource.prlimit(pid, resource.RLIMIT_CPU, (1, 1))),
        outcome(lambda: os.setpriority(os.PRIO_PROCESS, pid, 19)),
        outcome(lambda: open(f"/proc/{pid}/mem", "rb").read(1)),
    ]
report(found)
"""
HARMLESS = {1, 3, 13, 2}
"""EPERM, ESRCH, EACCES, ENOENT"""


def test_grader_and_zygote_cannot_be_signalled_traced_or_read(zygote, outside):
    targets = {"victim": outside["victim"], "grader": outside["grader"]}
    if zygote.place.level == "kernel":
        targets["zygote"] = zygote.ready["ready"]
    found = zygote.run(ATTACKS, know={"targets": targets}).value
    for name, errors in found.items():
        assert set(errors) <= HARMLESS, (name, errors)
    os.kill(outside["victim"], 0)


def test_landlock_alone_keeps_signals_in(on_kernel_level, outside):
    code = """
import os, signal
try:
    os.kill(victim, signal.SIGTERM)
except PermissionError:
    report("refused")
"""
    if on_kernel_level.ready["abi"] >= 6:
        assert on_kernel_level.run(code, only=["landlock"]).value == "refused"


def test_the_call_filter_keeps_signals_in_where_landlock_is_too_old(on_kernel_level, outside):
    code = """
import ctypes, fcntl, os, signal
libc = ctypes.CDLL(None, use_errno=True)
failed = []
reading, writing = os.pipe()
for act in (lambda: os.kill(victim, signal.SIGTERM), lambda: os.kill(-1, signal.SIGTERM),
            lambda: signal.pidfd_send_signal(os.pidfd_open(victim), signal.SIGTERM),
            lambda: fcntl.fcntl(reading, fcntl.F_SETOWN, victim)):
    try:
        act()
    except PermissionError:
        failed.append(1)
os.kill(os.getpid(), 0)
report(failed)
"""
    if on_kernel_level.place.root:
        pytest.skip("a user id of its own is the wall here")
    assert on_kernel_level.run(code, only=["seccomp abi 1"]).value == [1, 1, 1, 1]


def test_a_daemon_in_a_new_session_does_not_outlive_its_notebook(zygote):
    code = """
import os, time
reading, writing = os.pipe()
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.write(writing, b"up")
        time.sleep(100)
    os._exit(0)
os.read(reading, 2)
report("done")
"""
    answer = zygote.run(code)
    assert answer.value == "done"
    assert answer.below == []
    assert (answer.swept > 0) == (zygote.place.level == "kernel")


def test_a_fork_bomb_is_stopped_and_leaves_nothing(zygote):
    code = """
import os, time
report("start")
while True:
    try:
        os.fork()
    except OSError:
        time.sleep(0.01)
"""
    answer = zygote.run(code, seconds=1)
    assert answer.status == -9
    assert answer.below == []


def test_every_child_of_a_crowd_is_seen():
    crowd = (
        "import os, time\n"
        "for _ in range(900):\n"  # the kernel tells some 600 at a time
        "    if not os.fork():\n"
        "        time.sleep(60)\n"
        "        os._exit(0)\n"
        "print('all', flush=True)\n"
        "input()\n"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    command = [sys.executable, "-I", "-S", "-c", crowd]
    with subprocess.Popen(command, start_new_session=True, **pipes) as parent:
        parent.stdout.readline()
        found = len(set(children(parent.pid)))
        os.killpg(parent.pid, signal.SIGKILL)
    assert found == 900


def test_a_notebook_beside_the_one_that_ended_keeps_its_processes(zygote):
    daemon = """
import os, time
reading, writing = os.pipe()
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.write(writing, str(os.getpid()).encode())
        time.sleep(100)
    os._exit(0)
pid = int(os.read(reading, 20))
"""
    beside = (
        daemon
        + """
time.sleep(0.5)
with open(f"/proc/{os.getpid()}/task/{os.getpid()}/children") as file:
    report(str(pid) in file.read().split())
"""
    )
    answer = zygote.run(daemon + "report('left one')", beside=beside)
    assert answer.value == "left one"
    assert answer.beside == [True]
    assert answer.below == []


def test_nothing_of_the_grader_is_inherited(zygote):
    code = """
import os, sys
descriptors = {int(name) for name in os.listdir("/proc/self/fd")}
def start(name):
    with open(f"/proc/self/{name}") as file:
        return file.read().strip("\\0")
report([len(descriptors - {0, 1, 2}) - 1, dict(os.environ), start("environ"), start("cmdline"),
        os.read(0, 1).decode(), os.umask(0)])
"""
    descriptors, environment, old_environment, command, typed, umask = zygote.run(code).value
    assert descriptors == 1
    assert "SECRET_OF_THE_GRADER" not in environment
    assert environment["USER"] == "student"
    assert old_environment == ""
    assert command == "autograder-student"
    assert typed == ""
    assert umask == 0o077


def test_the_secret_of_the_grader_is_nowhere_in_memory(zygote):
    code = """
import re
wanted = bytes(reversed(b"t3rc3s"))
hits = 0
with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
    for line in maps:
        start, end = (int(x, 16) for x in line.split()[0].split("-"))
        if "r" in line.split()[1] and "[v" not in line:
            memory.seek(start)
            try:
                hits += memory.read(end - start).count(b"SECRET_OF_THE_GR" + b"ADER=" + wanted)
            except OSError:
                pass
report(hits)
"""
    assert zygote.run(code).value <= 1  # the constant that was put together to look for it


def test_a_notebook_that_ends_early_is_seen_as_such(zygote):
    assert zygote.run("import os; os._exit(7)").status == 7
    assert zygote.run("import os; os.abort()").status < 0
    answer = zygote.run("import ctypes; ctypes.string_at(0)")
    assert answer.status < 0


def test_an_interrupt_from_the_coordinator_arrives_as_keyboard_interrupt(zygote):
    code = """
import os, signal, threading
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    report("interrupted")
"""
    assert zygote.run(code).value == "interrupted"


def test_everything_ends_when_the_coordinator_is_gone():
    for level in ("namespaces", "kernel"):
        with Zygote(Place(level, root=IS_ROOT)) as zygote:
            process = zygote.process
        assert process.returncode == 0, (level, process.returncode)


def test_the_waiting_process_takes_the_zygote_with_it_when_it_is_killed():
    with Zygote(Place("namespaces", root=IS_ROOT)) as zygote:
        below = list(descendants(zygote.process.pid))
        assert len(below) == 1
        zygote.process.kill()
        deadline = time.monotonic() + 10
        while os.path.exists(f"/proc/{below[0]}") and time.monotonic() < deadline:
            time.sleep(0.01)
        assert not os.path.exists(f"/proc/{below[0]}")
