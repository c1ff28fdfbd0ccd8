"""The tests' handle on the driver, and the places in which the walls are tried."""

import contextlib
import json
import os
import socket
import stat
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from autograder.inside.confinement import standard_view
from autograder.inside.confinement.config import SLOT_UID

DRIVER = Path(__file__).with_name("confinement_driver.py")
ORDINARY_UID = 65534
LIMITS = {
    "memory_mib": 512,
    "cpu_seconds": 20,
    "processes": 32,
    "file_mib": 16,
    "open_files": 128,
    "threads": 1,
}
IS_ROOT = os.geteuid() == 0


@dataclass(frozen=True)
class Place:
    """Who grades on which level, and in what surroundings."""

    level: str
    root: bool
    container: bool = False
    abi: int | None = None
    """An older version of Landlock than this kernel has."""

    def __str__(self):
        who = "root" if self.root else "user"
        where = "-container" if self.container else ""
        return f"{self.level}-{who}{where}" + (f"-landlock{self.abi}" if self.abi else "")


@dataclass
class Answer:
    said: list
    status: int
    swept: int
    below: list
    beside: list
    scratch: list

    @property
    def value(self):
        """The one thing that was reported by code that ran to its end."""
        assert self.status == 0, self
        assert len(self.said) == 1, self
        return self.said[0]


@dataclass
class Zygote:
    place: Place
    preload: tuple = ()
    readable: tuple = ()
    hidden: tuple = ()
    tmp_mib: int = 8
    probe: bool = False
    know: dict = field(default_factory=dict)

    def __enter__(self):
        with contextlib.ExitStack() as stack:
            self.errors = stack.enter_context(tempfile.TemporaryFile())
            self.start(stack)
            self.stack = stack.pop_all()
        return self

    def __exit__(self, *_):
        self.stack.close()

    def start(self, stack):
        folder = tempfile.TemporaryDirectory(prefix="confinement-", dir="/var/tmp")
        stack.enter_context(folder)
        os.chmod(folder.name, 0o711)
        scratch = os.path.join(folder.name, "scratch")
        os.mkdir(scratch)
        os.chmod(scratch, 0o711)
        readable, hidden = standard_view(self.hidden)
        config = {
            "wall": {
                "level": self.place.level,
                "readable": [*readable, *self.readable],
                "hidden": hidden,
                "slot_uid": SLOT_UID if self.place.root else None,
                "scratch_root": scratch if self.place.level == "kernel" else None,
                "tmp_mib": self.tmp_mib,
            },
            "preload": self.preload,
            "container": self.place.container,
            "abi": self.place.abi,
            "probe": self.probe,
        }
        if IS_ROOT and not self.place.root:
            os.chown(scratch, ORDINARY_UID, ORDINARY_UID)
            config["become"] = ORDINARY_UID
        if IS_ROOT and (not self.place.root or self.place.level == "kernel"):
            config["reach"] = closed_folder_around_python()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.process = subprocess.Popen(
            [sys.executable, "-I", DRIVER, str(theirs.fileno()), json.dumps(config)],
            pass_fds=[theirs.fileno()],
            env={"PATH": "/usr/bin:/bin", "OMP_NUM_THREADS": "1", "SECRET_OF_THE_GRADER": "s3cret"},
            stdin=subprocess.DEVNULL,
            stderr=self.errors,
            stdout=subprocess.DEVNULL,
            cwd="/",
        )
        stack.callback(self.process.wait, 20)
        theirs.close()
        self.control = stack.enter_context(ours)
        self.ready = self.hear()

    def hear(self):
        message = self.control.recv(1 << 20)
        if not message:
            self.errors.seek(0)
            raise RuntimeError(self.errors.read().decode("utf-8", "replace"))
        return json.loads(message)

    def run(self, code, *, know=None, only=(), limits=None, **more):
        request = {
            "code": code,
            "know": {**self.know, **(know or {})},
            "only": only,
            "limits": {**LIMITS, **(limits or {})},
            **more,
        }
        self.control.send(json.dumps(request).encode())
        self.errors.seek(0)
        self.errors.truncate()
        return Answer(**self.hear())


def closed_folder_around_python():
    """The outermost folder on the way to this Python that others may not pass; None: all open."""
    here = Path("/")
    for part in Path(os.path.realpath(sys.base_prefix)).parts[1:]:
        here /= part
        if not here.stat().st_mode & stat.S_IXOTH:
            return str(here)
    return None
