"""The coordinator's look at a tree of processes."""

import os
import signal
import subprocess
import sys
import time

import pytest

from autograder.sandbox.watch import Sample, TreeWatch, pid_of, resident_kib

MIB = 1 << 20
SLACK_KIB = 12 << 10


@pytest.fixture
def forked():
    """Fork a child that acts, says that it is ready and waits; all end with the test."""
    pids = []

    def start(act):
        reading, writing = os.pipe()
        pid = os.fork()
        if pid == 0:
            try:
                os.setsid()
                kept = act()
                os.write(writing, b"x")
                time.sleep(60)
                del kept
            finally:
                os._exit(0)
        pids.append(pid)
        os.close(writing)
        assert os.read(reading, 1) == b"x"
        os.close(reading)
        return pid

    yield start
    for pid in pids:
        os.killpg(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def touched(mib):
    return bytearray(b"x") * (mib * MIB)


def test_memory_shared_with_the_zygote_does_not_count(forked):
    block = touched(100)
    pid = forked(lambda: touched(40))
    sample = TreeWatch(pid, resident_kib(os.getpid())).sample()
    assert abs(sample.private_kib - (40 << 10)) < SLACK_KIB
    assert sample.tasks == 1
    del block


def test_a_started_program_counts_in_full(forked):
    block = touched(100)
    code = "x = bytearray(b'x') * (60 << 20); print(1, flush=True); import time; time.sleep(60)"

    def act():
        program = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
        assert program.stdout.readline() == b"1\n"
        return program

    pid = forked(act)
    sample = TreeWatch(pid, resident_kib(os.getpid())).sample()
    assert sample.private_kib > (60 << 10)
    assert sample.private_kib < (60 << 10) + 3 * SLACK_KIB
    assert sample.tasks == 2
    del block


def test_pages_shared_by_workers_are_counted_once(forked):
    def act():
        block = touched(200)
        for _ in range(3):
            if os.fork() == 0:
                time.sleep(60)
        return block

    pid = forked(act)
    sample = TreeWatch(pid, 0).sample()
    assert sample.tasks == 4
    assert sample.private_kib < 2 * (200 << 10) + resident_kib(os.getpid())


def test_workers_that_write_to_inherited_memory_are_seen(forked):
    block = touched(100)

    def act():
        reading, writing = os.pipe()
        for _ in range(4):
            if os.fork() == 0:
                block[:] = bytes(len(block))
                os.write(writing, b"x")
                time.sleep(60)
        for _ in range(4):
            os.read(reading, 1)

    pid = forked(act)
    baseline = resident_kib(os.getpid())
    sample = TreeWatch(pid, baseline).sample()
    # this process, outside the tree, counts as one of six that share what was not written to
    assert sample.private_kib > (336 << 10) - baseline // 6


def test_an_ended_process_uses_nothing(forked):
    assert TreeWatch(2**22 + 1, 0).sample() == Sample(0, 0)
    pid = os.fork()
    if pid == 0:
        time.sleep(60)
    pidfd = os.pidfd_open(pid)
    watch = TreeWatch.of(pidfd, 0)
    assert pid_of(pidfd) == pid
    assert watch.sample().tasks == 1
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    assert watch.sample() == Sample(0, 0)
    assert pid_of(pidfd) is None
    assert TreeWatch.of(pidfd, 0).sample() == Sample(0, 0)
    os.close(pidfd)


def test_something_else_than_a_pidfd_is_nobody():
    with open("/dev/null") as file:
        assert pid_of(file.fileno()) is None
    assert pid_of(10**6) is None


def test_processes_that_come_and_go_do_not_disturb_the_look(forked):
    def act():
        if os.fork() == 0:
            while True:
                if os.fork() == 0:
                    os._exit(0)
                os.wait()

    watch = TreeWatch(forked(act), 0)
    for _ in range(200):
        assert watch.sample().tasks in (1, 2, 3, 4)
