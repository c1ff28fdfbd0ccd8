"""Our own code on a student's bytes, behind the walls that a notebook has.

What parses hostile formats (PDF, pictures, pages with pictures) never runs in this process. A
module of :mod:`autograder.inside` is loaded into a zygote of its own; each piece of work is a
fork that reads one set of files and answers calls by value, within limits.
"""

import os
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any

from autograder.course.sheet import Limits
from autograder.errors import AutograderError, GraderFault
from autograder.inside.confinement import Level, WallConfig, standard_view
from autograder.inside.confinement.config import SLOT_UID
from autograder.sandbox.run import NotebookRun, Program
from autograder.sandbox.zygote import Zygote
from autograder.wire.faults import WireFault
from autograder.wire.peer import cause_of


class ChoreFault(AutograderError):
    """What was handed in could not be worked on."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
        """``time``, ``memory``, ``crash`` …, as :meth:`NotebookRun.end` says; or the name of the
        exception that our code raised, as the process claims."""


class Workshop:
    """A zygote for one kind of work. Use as a context manager; ``open`` from any thread."""

    def __init__(
        self, wall: WallConfig, module: str, functions: Sequence[str], limits: Limits
    ) -> None:
        """``module``: in ``autograder.inside``; ``functions``: what may be called there."""
        self._zygote = Zygote(wall, [module], limits.frame_mib)
        self._limits = limits
        self._source = f"from {module} import {', '.join(functions)}"

    def __enter__(self) -> "Workshop":
        """Raises :class:`GraderFault` where it does not start or lacks a library."""
        self._zygote.__enter__()
        if self._zygote.missing:
            self._zygote.close()
            raise GraderFault(f"{self._zygote.missing[0]} cannot be loaded behind the walls")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zygote.close()

    def open(self, files: Mapping[str, bytes]) -> "Bench":
        """A fresh process that has these files and nothing else."""
        return Bench(NotebookRun(self._zygote, self._limits, Program([(0, self._source)], files)))


class Bench:
    """One piece of work. Use as a context manager."""

    def __init__(self, run: NotebookRun) -> None:
        self._run = run

    def __enter__(self) -> "Bench":
        """Raises :class:`ChoreFault` where the files do not fit, :class:`GraderFault` for ours."""
        self._alive = self._run.start()
        if self._alive is None:
            raise GraderFault(f"the process for this ended: {self._run.ended}")
        if self._run.missing:
            self._run.end()
            raise ChoreFault("size")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._run.end()

    def call(self, function: str, **values: Any) -> Any:
        """The function's result by value: hostile, of any type.

        Raises :class:`ChoreFault`; after the end of its process every further call does.
        """
        if self._alive is None:
            raise ChoreFault("crash")
        seconds = max(0.0, min(self._run.limits.call_seconds, self._run.seconds_left))
        try:
            reply = self._alive.peer.call(
                function, tuple(values), [tuple(values.values())], seconds
            )
        except WireFault as fault:
            self._alive = None
            raise ChoreFault(self._run.end(cause_of(fault))) from fault
        if reply["k"] == "value":
            return reply["value"][0]
        why = {"interrupted": "time", "memory": "memory", "oversized": "size"}.get(reply["k"])
        raise ChoreFault(why or str(reply.get("error"))[:100])


def plain_wall(level: Level, secrets: Sequence[str] = ()) -> WallConfig:
    """Programs, this Python and our two rooms beside students; ``secrets`` stay out of sight."""
    readable, hidden = standard_view(secrets)
    return WallConfig(
        level=level,
        readable=readable,
        slot_uid=SLOT_UID if os.geteuid() == 0 else None,
        hidden=hidden,
    )
