"""What a submission could leave on this machine, or reach: looked for before and after."""

import contextlib
import ctypes
import os
import select
import site
import socket
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy
from open_descriptors import open_descriptors

from autograder.inside.confinement.processes import descendants

MARK = "hostile-was-here"
KEY = 0x486F7374
_PR_SET_CHILD_SUBREAPER = 36
_PLACES = (
    "/",
    "/tmp",
    "/dev/shm",
    "/var/tmp",
    "/run",
    "/dev",
    "/dev/mqueue",
    os.path.expanduser("~"),
)
_PACKAGES = (*site.getsitepackages(), os.path.dirname(numpy.__file__), os.path.dirname(os.__file__))
_PROGRAMS = (sys.executable, numpy.__file__, os.__file__)


def snapshot(*folders: Path) -> dict[str, object]:
    """Everything about this machine that a batch must leave as it was."""
    return {
        "files": {str(path): _state(path) for folder in folders for path in _below(folder)},
        "programs": {path: _state(Path(path)) for path in _PROGRAMS},
        "marks": sorted(_marks((*_PLACES, *_PACKAGES))),
        "processes": sorted(descendants(os.getpid())),
        "mounts": _lines("/proc/self/mountinfo"),
        "queues": [_queues(name) for name in ("shm", "msg", "sem")],
        "abstract": [line for line in _lines("/proc/net/unix") if MARK in line],
        "descriptors": open_descriptors(),
    }


@contextlib.contextmanager
def orphans_adopted() -> Iterator[None]:
    """Whatever outlives the grader's processes becomes a child of this one, and is seen."""
    _set_subreaper(True)
    try:
        yield
    finally:
        _set_subreaper(False)


def _set_subreaper(on: bool) -> None:
    if ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, int(on), 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")


def _below(folder: Path) -> Iterator[Path]:
    yield folder
    yield from (path for path in sorted(folder.rglob("*")) if "__pycache__" not in str(path))


def _state(path: Path) -> tuple[int, int, int]:
    found = path.lstat()
    return found.st_size if path.is_file() else 0, found.st_mtime_ns, found.st_mode


def _marks(folders: tuple[str, ...]) -> Iterator[str]:
    for folder in folders:
        with contextlib.suppress(OSError):
            yield from (f"{folder}/{name}" for name in os.listdir(folder) if MARK in name)


def _lines(path: str) -> list[str]:
    with contextlib.suppress(OSError):
        return Path(path).read_text().splitlines()
    return []


def _queues(kind: str) -> list[str]:
    """System V objects with the key that attacks use; others may belong to anybody."""
    return [line for line in _lines(f"/proc/sysvipc/{kind}") if line.split()[0] == str(KEY)]


class Listeners:
    """Servers that a submission might reach; :attr:`heard` tells which one heard anything."""

    def __init__(self, folder: Path) -> None:
        self.heard: list[str] = []
        path = folder / "socket"
        self._ends = {
            "tcp": (socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0)),
            "udp": (socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0)),
            "unix": (socket.AF_UNIX, socket.SOCK_STREAM, str(path)),
            "abstract": (socket.AF_UNIX, socket.SOCK_STREAM, f"\0{MARK}-not-{os.getpid()}"),
        }
        self._sockets: dict[str, socket.socket] = {}
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="listeners")

    def __enter__(self) -> "Listeners":
        for name, (family, kind, address) in self._ends.items():
            end = self._sockets[name] = socket.socket(family, kind)
            end.bind(address)
            if kind == socket.SOCK_STREAM:
                end.listen()
            if name == "unix":
                os.chmod(str(address), 0o777)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._thread.join()
        for end in self._sockets.values():
            end.close()

    @property
    def addresses(self) -> Mapping[str, str]:
        return {
            "TCP_PORT": str(self._sockets["tcp"].getsockname()[1]),
            "UDP_PORT": str(self._sockets["udp"].getsockname()[1]),
            "UNIX_SOCKET": str(self._ends["unix"][2]),
            "ABSTRACT_SOCKET": str(self._ends["abstract"][2]).lstrip("\0"),
        }

    def _listen(self) -> None:
        while not self._stopped.is_set():
            ready, _, _ = select.select(list(self._sockets.values()), [], [], 0.1)
            for name, end in self._sockets.items():
                if end in ready:
                    self.heard.append(name)
                    if end.type == socket.SOCK_STREAM:
                        end.accept()[0].close()
                    else:
                        end.recv(1000)
