import contextlib
import functools
import os
import select
import socket
import subprocess
import tempfile
import threading

import pytest
from confinement_zygote import IS_ROOT, ORDINARY_UID, Place, Zygote

from autograder.sandbox.probe import probe

PLACES = (
    Place("namespaces", root=True),
    Place("namespaces", root=False),
    Place("kernel", root=True, container=True),
    Place("kernel", root=False),
    Place("kernel", root=False, container=True),
    Place("kernel", root=False, abi=1),
)


@functools.cache
def levels_here():
    return probe().levels


def zygote_at(place, **more):
    """A running zygote; skips where this machine does not offer the place."""
    if place.root and not IS_ROOT:
        pytest.skip("needs root: student processes get a user id of their own")
    if place.level == "namespaces" and place.level not in levels_here():
        pytest.skip("this machine offers no namespaces; `autograder doctor` says why")
    return Zygote(place, **more)


@pytest.fixture(scope="session")
def outside():
    """What belongs to the grader: a file, a process, sockets; all open to everybody by mode."""
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="grader-", dir="/var/tmp"))
        os.chmod(folder, 0o777)
        secret = os.path.join(folder, "secret.txt")
        with open(secret, "w") as file:
            file.write("the hidden check")
        os.chmod(secret, 0o666)
        drop = {"user": ORDINARY_UID, "group": ORDINARY_UID, "extra_groups": ()} if IS_ROOT else {}
        if IS_ROOT:
            os.chown(secret, ORDINARY_UID, ORDINARY_UID)
            os.chown(folder, ORDINARY_UID, ORDINARY_UID)
        victim = subprocess.Popen(["sleep", "600"], **drop)
        stack.callback(victim.wait)
        stack.callback(victim.kill)
        sockets = {
            "tcp": (socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0)),
            "udp": (socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0)),
            "unix": (socket.AF_UNIX, socket.SOCK_STREAM, folder + "/stream"),
            "datagram": (socket.AF_UNIX, socket.SOCK_DGRAM, folder + "/datagram"),
            "abstract": (socket.AF_UNIX, socket.SOCK_STREAM, f"\0grader-{os.getpid()}"),
        }
        listeners = []
        know = {"folder": folder, "secret": secret, "victim": victim.pid, "grader": os.getpid()}
        for name, (family, kind, address) in sockets.items():
            listener = stack.enter_context(socket.socket(family, kind))
            listener.bind(address)
            listeners.append(listener)
            if kind == socket.SOCK_STREAM:
                listener.listen()
            where = listener.getsockname()
            know[name] = where.decode("latin-1") if isinstance(where, bytes) else where
            if family == socket.AF_UNIX and name != "abstract":
                os.chmod(address, 0o777)
        stop = threading.Event()
        server = threading.Thread(target=take_everything, args=(listeners, stop))
        server.start()
        stack.callback(server.join)
        stack.callback(stop.set)
        yield know


def take_everything(listeners, stop):
    """Queues that are full would look like sockets that cannot be reached."""
    while not stop.is_set():
        for listener in select.select(listeners, [], [], 0.05)[0]:
            if listener.type == socket.SOCK_STREAM:
                listener.accept()[0].close()
            else:
                listener.recv(10)


@pytest.fixture(scope="session", params=PLACES, ids=str)
def zygote(request, outside):
    with zygote_at(request.param) as zygote:
        zygote.know = outside
        yield zygote


@pytest.fixture(scope="session", params=PLACES[:2], ids=str)
def in_namespaces(request, outside):
    with zygote_at(request.param) as zygote:
        zygote.know = outside
        yield zygote


@pytest.fixture(scope="session", params=PLACES[2:], ids=str)
def on_kernel_level(request, outside):
    with zygote_at(request.param) as zygote:
        zygote.know = outside
        yield zygote
