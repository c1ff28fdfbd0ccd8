import array
import contextlib
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.wire.frames import Channel
from autograder.wire.peer import Peer
from autograder.wire.values import decode

DRIVER = Path(__file__).with_name("inside_driver.py")
SECONDS = 20


class Notebook:
    """A server in a process of its own, spoken to as the trusted side does."""

    def __init__(self, pid, border):
        self.pid = pid
        self.peer = Peer(Channel(border, 1 << 20), self.interrupt)

    def interrupt(self):
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGINT)

    def start(self, **changed):
        given = {"files": {}, "folder": "", "seed": 1, "watch": (), "output_bytes": 100_000}
        self.peer.start(SECONDS, **given | changed)
        return self

    def cell(self, source, stop_before=None, seconds=SECONDS):
        reply = dict(self.peer.request("cell", seconds, source=source, stop_before=stop_before))
        assert reply["k"] == "ran", reply
        reply["outputs"] = decode(reply["outputs"])
        return reply

    def says(self, source):
        """Everything a cell prints."""
        return "".join(one.get("text", "") for one in self.cell(source)["outputs"])

    def call(self, name, *values, names=None, seconds=SECONDS):
        names = names or [f"a{n}" for n in range(len(values))]
        reply = self.peer.call(name, names, [values], seconds)
        return reply | {"value": reply["value"][0]} if "value" in reply else reply


@pytest.fixture(scope="session")
def driver(tmp_path_factory):
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    process = subprocess.Popen(
        [sys.executable, str(DRIVER), str(theirs.fileno()), str(tmp_path_factory.mktemp("inside"))],
        pass_fds=[theirs.fileno()],
        env={"PATH": os.defpath, "OPENBLAS_NUM_THREADS": "1"},
        stdin=subprocess.DEVNULL,
    )
    theirs.close()
    yield ours
    ours.close()
    process.wait(SECONDS)


@pytest.fixture
def fresh(driver):
    """A notebook that was not started yet."""
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            rights = array.array("i", [theirs.fileno()])
            driver.sendmsg([b"fork"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)])
        pid = int(driver.recv(16))
        yield Notebook(pid, ours)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


@pytest.fixture
def notebook(fresh):
    return fresh.start()
