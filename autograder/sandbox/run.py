"""Runs a notebook's cells in a confined process, so that as much as possible of it survives.

A cell over its time is interrupted first: what it had defined stays. If it ignores that, or kills
the process, the notebook is run again with that cell cut before the killing top-level statement.
The same holds for a call that kills. All runs have one time budget: when what is left of it is
needed for a last run, this one ends at the cell that killed.
"""

import signal
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from autograder.course.sheet import Limits
from autograder.errors import GraderFault
from autograder.inside.confinement import ChildLimits
from autograder.records.model import CellOutcome, CellReport
from autograder.sandbox.outputs import characters, clean
from autograder.sandbox.watch import TreeWatch
from autograder.sandbox.zygote import Child, Exit, Zygote
from autograder.wire.faults import WireFault
from autograder.wire.frames import Channel
from autograder.wire.peer import Peer, cause_of
from autograder.wire.values import decode

MAX_RERUNS = 30
"""Also where they take no time: each is a process of its own."""
MAX_LIMIT_RERUNS = 3
"""Of those after a limit that is not of one cell: threads and children of an earlier one may have
reached it, and would again."""
CONFINE_SECONDS = START_SECONDS = 20
"""For our own steps on a busy machine, before anything of the student's runs."""
WATCH_SECONDS = 0.05
OPEN_FILES = 256
KEPT_CELLS_OF_OUTPUT = 8
"""Outputs kept of a whole notebook, in multiples of what one cell may show."""
MAX_LINES = 1_000_000
LIMITS_REACHED = ("memory", "processes", "time", "cpu")
"""Reasons for the end of a process that a busy machine may have a share in."""


@dataclass(frozen=True)
class Program:
    """What is run: code cells with their index in the notebook, and what stands beside them."""

    cells: Sequence[tuple[int, str]]
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Relative path → content; safe names only."""
    folder: str = ""
    """Where among them the notebook lies."""
    watch: Sequence[str] = ()
    seed: int = 0


@dataclass
class Alive:
    """A process that has run the notebook and answers calls."""

    child: Child
    peer: Peer
    watch: "TreeGuard"


class TreeGuard(threading.Thread):
    """Kills the process tree when it has more private memory or tasks than allowed."""

    def __init__(self, child: Child, zygote: Zygote, limits: Limits) -> None:
        super().__init__(daemon=True, name="guard")
        self.child = child
        self.tree = TreeWatch.of(child.pidfd, zygote.baseline_kib)
        self.limit_kib = limits.memory_mib << 10
        self.max_tasks = limits.processes
        self.peak_kib = 0
        self.exceeded = ""
        """Which limit ended the tree: ``memory``, ``processes`` or none."""
        self._ended = threading.Event()

    def run(self) -> None:
        while not self._ended.wait(WATCH_SECONDS):
            now = self.tree.sample()
            self.peak_kib = max(self.peak_kib, now.private_kib)
            if now.private_kib > self.limit_kib:
                self.exceeded = "memory"
            elif now.tasks > self.max_tasks:
                self.exceeded = "processes"
            if self.exceeded:
                self.child.kill()
                return

    def stop(self) -> None:
        self._ended.set()
        self.join()


class NotebookRun:
    """All runs of one submission; :meth:`start` first, :meth:`revive` when the process died."""

    def __init__(self, zygote: Zygote, limits: Limits, program: Program) -> None:
        self.zygote = zygote
        self.limits = limits
        self.program = program
        self.deadline = time.monotonic() + limits.submission_seconds
        self.runs = 0
        self.cpu_seconds = 0.0
        self.peak_mib = 0.0
        self.reports: list[CellReport] = []
        self.outputs: dict[int, list[dict[str, Any]]] = {}
        self.missing: Sequence[str] = ()
        """Files that were handed in but did not fit beside the notebook."""
        self.limited = False
        """A limit was reached: to be confirmed alone."""
        self.ended = ""
        """Why the last process ended before its time."""
        self._causes: dict[int, str] = {}
        self._cuts: dict[int, int] = {}
        self._last_cell: int | None = None
        self._limit_reruns = 0
        self._alive: Alive | None = None

    def start(self) -> Alive | None:
        """Run the notebook; None when no run within the budget left a living process."""
        while self.runs <= MAX_RERUNS and self.seconds_left > 0:
            try:
                return self._run_once()
            except WireFault as fault:
                self._cut(fault)
        return None

    def revive(self, cause: str) -> tuple[Alive | None, str]:
        """Another process after a call killed the last one, and why that one ended.

        Raises :class:`GraderFault` when the last one ended through no doing of its own.
        """
        why = self._end_of_its_own(cause)
        return (self.start(), why)

    def _end_of_its_own(self, cause: str) -> str:
        self.ended = self.end(cause)
        if self.ended == "unknown":
            raise GraderFault("the process that runs notebooks is gone")
        return self.ended

    def end(self, cause: str = "") -> str:
        """End the process; says why it ended, if nobody knows ``unknown``.

        Else ``memory``, ``processes``, ``time`` (by the clock), ``cpu``, ``stopped``, ``nonsense``
        or ``crash``. ``cause`` is what its peer noticed (:func:`autograder.wire.peer.cause_of`).
        """
        alive, self._alive = self._alive, None
        if alive is None:
            return "crash"
        stopped = alive.watch.tree.is_stopped()
        alive.watch.stop()
        end = alive.child.end()
        if end is None:
            return "unknown"
        self.cpu_seconds += end.cpu_seconds
        self.peak_mib = max(self.peak_mib, alive.watch.peak_kib / 1024)
        why = alive.watch.exceeded or self._why(end, cause, stopped)
        self.limited = self.limited or why in LIMITS_REACHED
        return why

    def _why(self, end: Exit, cause: str, stopped: bool) -> str:
        if cause == "time":
            return "stopped" if stopped else "time"
        used_up = end.status == -signal.SIGKILL and end.cpu_seconds >= self.limits.cpu_seconds
        if used_up or end.status == -signal.SIGXCPU:
            return "cpu"
        return "nonsense" if cause == "nonsense" else "crash"

    @property
    def seconds_left(self) -> float:
        """Of the time for all runs of this submission."""
        return self.deadline - time.monotonic()

    def _run_once(self) -> Alive:
        self.runs += 1
        self._began = time.monotonic()
        self.reports, self.outputs = [], {}
        self._room = KEPT_CELLS_OF_OUTPUT * self._output_bytes
        alive = self._fork()
        self._begin(alive.peer)
        for index, source in self.program.cells:
            self._cell(alive.peer, index, source)
        return alive

    def _begin(self, peer: Peer) -> None:
        try:
            self.missing = peer.start(
                START_SECONDS,
                files=self.program.files,
                folder=self.program.folder,
                seed=self.program.seed,
                watch=self.program.watch,
                output_bytes=self._output_bytes,
            )
        except WireFault as fault:  # nothing of the student's has run yet
            raise GraderFault(f"a notebook could not be set up: {fault}") from fault

    @property
    def _output_bytes(self) -> int:
        return self.limits.output_mib << 20

    def _fork(self) -> Alive:
        child = self.zygote.fork(child_limits(self.limits))
        frame_bytes = self.limits.frame_mib << 20
        channel = Channel(child.border, frame_bytes, budget_bytes=64 * frame_bytes)
        peer = Peer(channel, child.interrupt)
        try:
            peer.await_confined(CONFINE_SECONDS)
        except WireFault as fault:
            end = child.end()
            why = self.zygote.complaint()
            raise GraderFault(f"a process could not be confined ({fault}, {end}): {why}") from fault
        watch = TreeGuard(child, self.zygote, self.limits)
        watch.start()
        self._alive = Alive(child, peer, watch)
        return self._alive

    def _cell(self, peer: Peer, index: int, source: str) -> None:
        seconds = min(self.limits.cell_seconds, self.seconds_left)
        gave_up = self._last_cell is not None and index >= self._last_cell
        if seconds <= 0 or gave_up:
            self.limited = self.limited or not gave_up
            self.reports.append(CellReport(index, CellOutcome.SKIPPED))
            return
        start = time.monotonic()
        self._index, self._replay_seconds = index, start - self._began
        reply = peer.request("cell", seconds, source=source, stop_before=self._cuts.get(index))
        if reply.get("k") != "ran":
            raise WireFault("a cell was not answered as a cell")
        self._report(index, reply, peer.statement, time.monotonic() - start)

    def _report(self, index: int, reply: Mapping[str, Any], statement: int, took: float) -> None:
        data, line, error = reply.get("outputs"), reply.get("line"), reply.get("error")
        outputs = decode(data) if isinstance(data, bytes) else []
        room = min(self._room, self._output_bytes)
        self.outputs[index] = clean(outputs, room)
        self._room -= characters(self.outputs[index])
        if reply.get("cut") is True:
            outcome, error = CellOutcome.CUT, self._causes.get(index)
        elif reply.get("late"):
            outcome = CellOutcome.INTERRUPTED
            self.limited = True
            self._cuts[index] = statement
        else:
            outcome = CellOutcome.OK if reply.get("ok") is True else CellOutcome.RAISED
        self.reports.append(
            CellReport(
                index,
                outcome,
                error=error[:100] if isinstance(error, str) else None,
                line=line if type(line) is int and 0 < line < MAX_LINES else None,
                seconds=round(took, 3),
            )
        )

    def _cut(self, fault: WireFault) -> None:
        """The running cell killed the process: leave out the statement that did it.

        All of the cell where that was not enough, and where the children that it started did it:
        they began earlier.
        """
        alive, index = self._alive, self._index
        assert alive is not None
        why = self._end_of_its_own(cause_of(fault))
        self._limit_reruns += why in ("memory", "processes", "cpu")
        whole = index in self._cuts or why in ("memory", "processes")
        self._cuts[index] = 0 if whole else alive.peer.statement
        self._causes[index] = why
        many = self.runs >= MAX_RERUNS or self._limit_reruns >= MAX_LIMIT_RERUNS
        if many or not self._may_fail_again:
            self._last_cell = index

    @property
    def _may_fail_again(self) -> bool:
        """Whether another cell that kills would still leave the time for a whole run."""
        return self.seconds_left > self.limits.cell_seconds + 2 * self._replay_seconds


def child_limits(limits: Limits) -> ChildLimits:
    """The kernel's share of a sheet's limits."""
    return ChildLimits(
        memory_mib=limits.memory_mib,
        cpu_seconds=limits.cpu_seconds,
        processes=limits.processes,
        file_mib=limits.file_mib,
        open_files=OPEN_FILES,
        threads=1,
    )
