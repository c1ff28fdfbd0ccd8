"""The one place that wires the rooms together: paths in, an OUT folder out."""

import os
import platform
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from autograder import __version__
from autograder.engine import Engine, Graded, not_graded
from autograder.errors import UsageFault
from autograder.i18n import Language
from autograder.inside.confinement import Level, WallConfig, standard_view
from autograder.inside.confinement.config import SLOT_UID
from autograder.intake.contract import Found
from autograder.intake.survey import Cohort, survey
from autograder.lms.worksheet import Worksheet
from autograder.model import RunInfo, Status, SubmissionResult
from autograder.outfolder import OutFolder
from autograder.reading import Reader
from autograder.sandbox.probe import Capabilities, probe, require
from autograder.sheet import Course, Sheet

RECORDED_PACKAGES = ("numpy", "torch", "sympy", "ipython", "matplotlib", "pytest", "otter-grader")


@dataclass(frozen=True)
class Order:
    """What a tutor asked for."""

    course: Course
    sheet: Sheet
    paths: tuple[Path, ...]
    out: Path
    jobs: int
    language: Language = "de"
    worksheet: Worksheet | None = None
    """Moodle's: only read, for names, groups and times."""


@dataclass(frozen=True)
class Summary:
    """What a run did."""

    results: tuple[SubmissionResult, ...]
    """All submissions in OUT, also those of earlier runs."""
    graded: tuple[str, ...]
    """Ids of the submissions graded now."""
    interrupted: bool
    seconds: float
    damaged: tuple[str, ...] = ()
    """Records of earlier runs that cannot be read any more."""
    cohort: Cohort = Cohort(())
    """What was found in the paths of this run, and what was not."""

    @property
    def our_fault(self) -> bool:
        now = set(self.graded)
        return any(r.status is Status.NOT_GRADED for r in self.results if r.submission in now)


Progress = Callable[[int, int], None]
"""(done, total), called from the thread that called :func:`grade`."""


def grade(order: Order, progress: Progress = lambda *_: None) -> Summary:
    """Grade every submission in ``order.paths`` into ``order.out``.

    Raises :class:`UsageFault` before anything runs when something is missing. An interrupt
    (Ctrl-C) leaves what is done intact and is told in the summary.
    """
    start = time.monotonic()
    cohort = survey(order.paths, order.course.sheets(), order.worksheet)
    found = cohort.found
    capabilities = probe()
    level = require(order.sheet.confinement, capabilities)
    out = OutFolder(order.out, order.sheet, order.language)
    seed = out.seed
    wall = wall_for(order.course, level, order.out, order.paths)
    out.begin(run_info(order.sheet, seed, confinement_in_words(level, capabilities)))
    jobs = max(1, min(order.jobs, len(found)))
    graded: list[str] = []
    interrupted = False
    with Engine(order.course, order.sheet, wall, jobs) as engine:
        batch = Batch(engine, Reader(order.course, order.sheet), seed, jobs)
        try:
            for done in batch.run(found):
                with interrupts_held():
                    save(out, done)
                if done.result.submission not in graded:
                    graded.append(done.result.submission)
                progress(len(graded), len(found))
        except KeyboardInterrupt:
            interrupted = True
            batch.stop()
    out.renew()
    ordered = tuple(out.results[key] for key in sorted(out.results))
    seconds = time.monotonic() - start
    return Summary(ordered, tuple(graded), interrupted, seconds, tuple(out.damaged), cohort)


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Ctrl-C waits until a submission's files are complete."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt


def save(out: OutFolder, graded: Graded) -> None:
    """Keep a result; one that cannot be shown costs this submission only, and no points."""
    result = graded.result
    try:
        out.save(result, graded.rerun)
    except OSError as error:
        raise UsageFault(f"{out.path} cannot be written: {error.strerror}.") from error
    except Exception as error:
        out.save(not_graded(out.sheet, result.submission, result.students, error))


class Batch:
    """Many submissions on one engine; those that hit a limit are confirmed alone at the end."""

    def __init__(self, engine: Engine, reader: Reader, seed: str, jobs: int) -> None:
        self.engine = engine
        self.reader = reader
        self.seed = seed
        self.jobs = jobs
        self._stopped = threading.Event()

    def run(self, found: Sequence[Found]) -> Iterable[Graded]:
        """Results as submissions end; a limited one comes twice, the second time for good."""
        limited: list[Found] = []
        with ThreadPoolExecutor(self.jobs, thread_name_prefix="worker") as pool:
            futures: dict[Future[Graded], Found] = {pool.submit(self._one, f): f for f in found}
            try:
                for future in as_completed(list(futures)):
                    source = futures.pop(future)
                    graded = future.result()
                    if graded.limited:
                        limited.append(source)
                    yield graded
            except BaseException:
                self.stop()
                pool.shutdown(cancel_futures=True)
                raise
        for one in limited:
            yield self._one(one)

    def stop(self) -> None:
        if not self._stopped.is_set():
            self._stopped.set()
            self.engine.close_now()

    def _one(self, found: Found) -> Graded:
        try:
            assignment = self.reader.read(found)
        except Exception as error:  # a bug of ours costs this submission only, and no points
            failed = not_graded(self.engine.sheet, found.id, found.students, error)
            return Graded(failed)
        return self.engine.grade(assignment, self.seed)


def wall_for(
    course: Course, level: Level, out: Path, submissions: Sequence[Path] = ()
) -> WallConfig:
    """The strongest wall this machine offers; neither the course nor anybody's work is visible
    behind it."""
    root = course.root.resolve()
    readable, hidden = standard_view(map(str, (root / "tests", root / "reference", out.resolve())))
    # only where it is needed: the names of these files would be found in a student's memory
    beside = [
        str(path)
        for path in map(Path.resolve, submissions)
        if any(path.is_relative_to(place) for place in readable)
    ]
    return WallConfig(
        level=level,
        readable=readable,
        slot_uid=SLOT_UID if os.geteuid() == 0 else None,
        hidden=(*hidden, *beside),
    )


def confinement_in_words(level: Level, capabilities: Capabilities) -> str:
    """What stands in every run's results: the level and what it consists of here."""
    own_user = "own user id, " if capabilities.root else ""
    spaces = "namespaces, " if level == "namespaces" else ""
    return f"{level}: {spaces}{own_user}Landlock {capabilities.landlock_abi}, seccomp, rlimits"


def run_info(sheet: Sheet, seed: str, confinement: str) -> RunInfo:
    return RunInfo(
        sheet=sheet.id,
        version=sheet.version,
        seed=seed,
        toolkit=__version__,
        confinement=confinement,
        started=time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        python=platform.python_version(),
        packages=dict(_versions()),
    )


def _versions() -> Iterable[tuple[str, str]]:
    for name in RECORDED_PACKAGES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            continue
