"""Grades one submission after another: one zygote (P1), one check process (P3) per worker.

A cluster's worker holds an engine of its own; everything that distributes work stands above it.
"""

import queue
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, TypeVar

from autograder.checks.process import Border, CheckProcess
from autograder.course.sheet import Course, Sheet
from autograder.errors import GraderFault
from autograder.export.rerun import rerun_notebook
from autograder.i18n import Text, text
from autograder.inside.confinement import WallConfig
from autograder.records.model import (
    CheckResult,
    Evidence,
    Handed,
    Outcome,
    PartResult,
    Status,
    SubmissionResult,
    TestResult,
    Usage,
)
from autograder.sandbox.run import Alive, NotebookRun, Program
from autograder.sandbox.zygote import Zygote
from autograder.scoring.points import score, status_of

_Started = TypeVar("_Started")

CHECKS_SHARE = 0.25
"""Share of a submission's time that its calls get even when its cells have used up all of it."""

MAX_CAUSE_CHARACTERS = 2_000
"""Kept of what a fault of ours says."""

_UNRUN = {
    Status.WAITING: Outcome.WAITING,
    Status.LOOK: Outcome.AMBIGUOUS,
    Status.OTHER_SHEET: Outcome.NOT_FOUND,
}
"""What a submission that was not run means for each of its parts."""


@dataclass(frozen=True)
class Assignment:
    """One submission, read and located: what is run and what its text shows."""

    id: str
    students: tuple[str, ...]
    program: Program | None
    handed: Mapping[str, Handed]
    problem: tuple[Status, Text] | None = None
    cells: tuple[tuple[str, str], ...] = ()
    """Kind and source of every cell, for people to read."""
    notes: tuple[Text, ...] = ()
    files: tuple[str, ...] = ()
    digest: str = ""


@dataclass(frozen=True)
class Graded:
    """A result, the re-run as a notebook, and whether a limit or an early end of its process has
    to be confirmed alone."""

    result: SubmissionResult
    rerun: bytes | None = None
    limited: bool = False


class Crew(Protocol):
    """Who grades: an engine on this machine, or a cluster of them."""

    sheet: Sheet
    workers: int
    """How many threads may call ``grade`` at a time."""

    def grade(
        self, assignment: Assignment, seed: str, parts: Sequence[str] | None = None
    ) -> Graded: ...

    def close_now(self) -> None:
        """Give up what is under way."""


class Stopped(Exception):
    """The engine was closed while a submission was under way; nothing is known about it."""


class Engine:
    """Running processes for one sheet. Use as a context manager; methods may be called from
    as many threads as there are workers."""

    def __init__(
        self, course: Course, sheet: Sheet, wall: WallConfig, workers: int, *, warm: bool = True
    ) -> None:
        """``warm``: see :class:`Zygote`."""
        self.course = course
        self.sheet = sheet
        self.wall = wall
        self.workers = workers
        self._warm = warm
        self._free: queue.SimpleQueue[CheckProcess] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._stack = ExitStack()
        self._closed = False

    def __enter__(self) -> "Engine":
        with self._stack:
            # the zygote imports while the checks are collected
            checks = [self._check_process() for _ in range(self.workers)]
            starting = [threading.Thread(target=self._start, args=(one,)) for one in checks]
            self._failed: list[GraderFault] = []
            for thread in starting:
                thread.start()
            try:
                self.zygote = _twice(self._new_zygote)
            finally:
                for thread in starting:
                    thread.join()
            self._stack.callback(self._close_zygote)
            if self._failed:
                raise self._failed[0]
            self.chances = checks[0].chances
            """(part, check) → bound on the probability that it turns away a right answer."""
            self._stack = self._stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closed = True
        self._stack.close()

    def _check_process(self) -> CheckProcess:
        folder = self.course.assignment(self.sheet.id)
        return CheckProcess(folder / "sheet.toml", self.course.checks(self.sheet.id), self.sheet)

    def _start(self, process: CheckProcess) -> None:
        try:
            _twice(process.__enter__)
        except GraderFault as fault:
            self._failed.append(fault)
        else:
            self._stack.push(process)
            self._free.put(process)

    def _new_zygote(self) -> Zygote:
        limits = self.sheet.limits
        zygote = Zygote(self.wall, self.sheet.preload, limits.frame_mib, warm=self._warm)
        return zygote.__enter__()

    def _close_zygote(self) -> None:
        self.zygote.close()

    def close_now(self) -> None:
        """End every process at once; submissions under way raise :class:`Stopped`."""
        self._closed = True
        self.zygote.close()

    def grade(
        self, assignment: Assignment, seed: str, parts: Sequence[str] | None = None
    ) -> Graded:
        """One submission; a fault of ours is tried once more, then is "not graded".

        ``parts``: only the checks of these are run; of the others nothing is known then.
        """
        wanted = tuple(task.id for task in self.sheet.tasks) if parts is None else tuple(parts)
        if assignment.problem or assignment.program is None:
            return Graded(self._unrun(assignment))
        for last in (False, True):
            try:
                return self._grade(assignment, assignment.program, seed, wanted)
            except Exception as fault:  # also a bug of ours costs this submission only
                if self._closed:
                    raise Stopped from fault
                if last:
                    return Graded(not_graded(self.sheet, assignment.id, assignment.students, fault))
        raise AssertionError

    def _grade(
        self, assignment: Assignment, program: Program, seed: str, wanted: Sequence[str]
    ) -> Graded:
        start = time.monotonic()
        run = NotebookRun(self._living_zygote(), self.sheet.limits, program)
        try:
            alive = run.start()
            results = (
                self._check(run, alive, assignment, seed, wanted) if alive else self._dead(run)
            )
        finally:
            run.end()
        if self._closed:
            raise Stopped
        parts = score(self.sheet, results, assignment.handed, run.reports)
        result = SubmissionResult(
            submission=assignment.id,
            students=assignment.students,
            status=status_of(parts),
            parts=parts,
            notes=(*assignment.notes, *_not_laid_out(run.missing)),
            cells=tuple(run.reports),
            files=assignment.files,
            digest=assignment.digest,
            usage=Usage(
                seconds=round(time.monotonic() - start, 3),
                cpu_seconds=round(run.cpu_seconds, 3),
                memory_mib=round(run.peak_mib, 1),
                runs=run.runs,
            ),
        )
        limits = (Outcome.TIME_LIMIT, Outcome.MEMORY_LIMIT, Outcome.OTHER_LIMIT)
        # several runs: a process ended early, perhaps by the machine's out-of-memory killer
        limited = run.limited or run.runs > 1 or any(result.outcome in limits for result in results)
        return Graded(result, rerun_notebook(assignment.cells, run.outputs), limited)

    def _check(
        self,
        run: NotebookRun,
        alive: Alive,
        assignment: Assignment,
        seed: str,
        wanted: Sequence[str],
    ) -> list[TestResult]:
        process = self._free.get()

        def revive(cause: str) -> tuple[Border | None, str]:
            fresh, why = run.revive(cause)
            return (border_of(fresh) if fresh else None), why

        try:
            results = process.grade(
                border_of(alive),
                revive,
                seed=seed,
                parts=wanted,
                handed=assignment.handed,
                seconds=max(run.seconds_left, self.sheet.limits.submission_seconds * CHECKS_SHARE),
            )
        except Exception:
            # what it still had to say would count for the next submission
            process = self._replaced(process)
            raise
        finally:
            self._free.put(process)
        return results

    def _replaced(self, process: CheckProcess) -> CheckProcess:
        """A new check process for one that died or hung; the old one if none starts."""
        if self._closed:
            return process
        fresh = self._check_process()
        process.__exit__(None, None, None)
        try:
            fresh.__enter__()
        except GraderFault:
            return process
        self._stack.push(fresh)
        return fresh

    def _living_zygote(self) -> Zygote:
        with self._lock:
            if not self.zygote.alive and not self._closed:
                self.zygote.close()
                self.zygote = self._new_zygote()
            return self.zygote

    def _dead(self, run: NotebookRun) -> list[TestResult]:
        """Outcomes for a notebook that left no living process in any run."""
        if run.seconds_left <= 0:
            outcome = Outcome.TIME_LIMIT
            message = text("Das Notebook wird in der erlaubten Zeit nicht bis zum Ende ausgeführt.")
        elif run.ended == "memory":
            outcome = Outcome.MEMORY_LIMIT
            message = text("Das Notebook braucht zu viel Speicher.")
        else:
            outcome = Outcome.OTHER_LIMIT
            message = text("Das Notebook bricht jedes Mal ab, bevor es ganz ausgeführt ist.")
        return [
            TestResult(task.id, check, "", task.title.text, outcome, message)
            for task in self.sheet.tasks
            for check in task.maxima()
        ]

    def _unrun(self, assignment: Assignment) -> SubmissionResult:
        """Nothing could be run: every part waits for a human, none is 0."""
        status, why = assignment.problem or (Status.LOOK, text("Kein Notebook gefunden."))
        outcome = _UNRUN.get(status, Outcome.UNREADABLE)
        parts = tuple(
            PartResult(task.id, outcome, None, task.points, message=why)
            for task in self.sheet.tasks
        )
        return self._result(assignment, status, parts, (why,))

    def _result(
        self,
        assignment: Assignment,
        status: Status,
        parts: tuple[PartResult, ...],
        notes: tuple[Text, ...] = (),
    ) -> SubmissionResult:
        return SubmissionResult(
            submission=assignment.id,
            students=assignment.students,
            status=status,
            parts=parts,
            notes=(*notes, *assignment.notes),
            files=assignment.files,
            digest=assignment.digest,
        )


def _twice(start: Callable[[], _Started]) -> _Started:
    """A process of ours that does not start gets a second try."""
    try:
        return start()
    except GraderFault:
        return start()


def border_of(alive: Alive) -> Border:
    """The trusted end of a student process, as another process takes it over."""
    return Border((alive.child.border.fileno(), alive.child.pidfd), alive.peer.number)


def _not_laid_out(names: Sequence[str]) -> tuple[Text, ...]:
    if not names:
        return ()
    return (
        text(
            "Neben das Notebook passten nicht alle Dateien; es fehlten {count}, zuerst „{name}“. "
            "Bitte geben Sie weniger oder kleinere Dateien ab.",
            count=len(names),
            name=names[0],
        ),
    )


def not_graded(
    sheet: Sheet, submission: str, students: tuple[str, ...], fault: Exception
) -> SubmissionResult:
    """We failed: no part has a mark, and a later run does it again.

    The cause may quote hidden checks, so it stands where only tutors look: as evidence.
    """
    trace = f"{type(fault).__name__}: {fault}"[-MAX_CAUSE_CHARACTERS:]
    cause = CheckResult(
        "cause", Outcome.NOT_GRADED, 0.0, 0.0, text("Bewertung"), evidence=Evidence(traceback=trace)
    )
    return SubmissionResult(
        submission=submission,
        students=students,
        status=Status.NOT_GRADED,
        parts=tuple(
            PartResult(
                *(task.id, Outcome.NOT_GRADED, None, task.points),
                checks=() if number else (cause,),
            )
            for number, task in enumerate(sheet.tasks)
        ),
        notes=(text("Die Bewertung ist durch einen Fehler unseres Programms abgebrochen."),),
    )
