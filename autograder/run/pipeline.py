"""The one place that wires the rooms together: paths in, an OUT folder out."""

import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from autograder.course.sheet import Course, Sheet
from autograder.errors import UsageFault
from autograder.grading.batch import Batch
from autograder.grading.cluster import Cluster
from autograder.grading.engine import Engine, not_graded
from autograder.grading.reading import Reader
from autograder.grading.walls import confinement_in_words, run_info, wall_for
from autograder.i18n import Language, Text
from autograder.inside.confinement import Level, WallConfig
from autograder.intake.contract import Found
from autograder.intake.survey import Cohort, survey
from autograder.lms.roster import Roster
from autograder.lms.worksheet import Worksheet
from autograder.out.folder import OutFolder, require_results
from autograder.out.pseudonyms import Pseudonyms
from autograder.records.ledger import Grading
from autograder.records.model import Status, SubmissionResult
from autograder.run.changes import Change, changes
from autograder.run.drawing import draw
from autograder.run.groups import Groups, grouped
from autograder.run.jobs import Done, Grader, Job, Place
from autograder.run.keys import Keys
from autograder.run.planning import handed_in_before, identified, plan
from autograder.sandbox.probe import Capabilities, probe, require
from autograder.store import Conditions, StoreFault


@dataclass(frozen=True)
class Order:
    """What a tutor asked for."""

    course: Course
    sheet: Sheet
    paths: tuple[Path, ...]
    """Empty: what was handed in before."""
    out: Path
    jobs: int
    language: Language = "de"
    worksheet: Worksheet | Roster | None = None
    """The LMS's people: only read, for names, groups and times."""
    store: str | None = None
    """Where the store is, if not in OUT."""
    again: tuple[str, ...] = ()
    """Parts to run again, and with them those that build on them."""
    cluster: str | None = None
    """Address of a Dask scheduler, ``local``, or None: no cluster."""
    only: tuple[str, ...] = ()
    """Without paths: these submissions; empty: all."""
    groups: Groups | None = None
    """Who works together."""
    pseudonyms: bool = False
    """Whether names are replaced before anything is kept."""


@dataclass(frozen=True)
class Summary:
    """What a run did."""

    results: tuple[SubmissionResult, ...]
    """All submissions in OUT as they count now, also those of earlier runs, in brief: outcomes
    and points only."""
    sheet: Sheet
    """The sheet as it counts now."""
    graded: tuple[str, ...]
    """Ids of the submissions graded now."""
    unchanged: int
    """Submissions that were known under the same conditions and not run again."""
    changes: tuple[Change, ...]
    """Points that differ from what was known before, part by part."""
    interrupted: bool
    seconds: float
    cohort: Cohort = Cohort(())
    """What was found in the paths of this run, and what was not."""
    remarks: tuple[Text, ...] = ()
    """What could not be done beside the grading."""

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
    cohort = Cohort(())
    if order.paths:
        timezone = order.sheet.rules.timezone
        cohort = survey(order.paths, order.course.sheets(), order.worksheet, timezone)
    else:
        require_results(order.out)
    with OutFolder(order.out, order.language, order.store) as out:
        out.check(order.sheet)
        keys = Keys(order.course, order.sheet, out.seed)
        known = out.store.gradings.known()
        if order.paths:
            received = identified(_whose(order, out, cohort.found), known)
        else:
            received = handed_in_before(out, order.only)
        todo = plan(received, order.sheet, keys, out.store, known, order.again)
        for version in todo.renamed:
            out.note(version)
        graded: list[str] = []
        interrupted = False
        if todo.jobs:
            graded, interrupted = _run(order, out, keys, todo.jobs, progress)
        remarks = () if interrupted else draw(out, lambda: _walls(order)[2], order.jobs)
        if not order.pseudonyms:
            out.store.people.save([*cohort.absent, *(order.groups.people if order.groups else ())])
        results = out.renew()
        before = {name: todo.before[name] for name in graded if name in todo.before}
        return Summary(
            results=tuple(results),
            sheet=out.sheet_in_force,
            graded=tuple(graded),
            unchanged=todo.unchanged,
            changes=tuple(changes(out.store, before)),
            interrupted=interrupted,
            seconds=time.monotonic() - start,
            cohort=cohort,
            remarks=remarks,
        )


def _whose(order: Order, out: OutFolder, found: Sequence[Found]) -> Sequence[Found]:
    """With the people of their groups, and under other names where that was asked for."""
    if order.groups is not None:
        found = grouped(found, order.groups, order.sheet.limits)
    return Pseudonyms(out.path).applied(found) if order.pseudonyms else found


def _run(
    order: Order, out: OutFolder, keys: Keys, jobs: Sequence[Job], progress: Progress
) -> tuple[list[str], bool]:
    """Start the processes and run what has to be run; (graded ids, interrupted)."""
    capabilities, level, wall = _walls(order)
    info = run_info(order.sheet, out.seed, confinement_in_words(level, capabilities))
    out.begin(Conditions(info, order.sheet, str(order.course.root.resolve())))
    workers = max(1, min(order.jobs, len(jobs)))
    graded: dict[str, None] = {}
    crew: Engine | Cluster = Engine(order.course, order.sheet, wall, workers)
    if order.cluster is not None:
        crew = Cluster(order.course, order.sheet, level, order.cluster, workers)
    with crew:
        reader = Reader(order.course, order.sheet)
        grader = Grader(crew, reader, keys, Place(out.handed_in, out.keep), out.seed)
        batch = Batch(crew, grader.one)
        try:
            for done in batch.run(jobs):
                with interrupts_held():
                    save(out, done)
                graded[done.version.submission] = None
                progress(len(graded), len(jobs))
        except KeyboardInterrupt:
            batch.stop()
            return list(graded), True
    return list(graded), False


def _walls(order: Order) -> tuple[Capabilities, Level, WallConfig]:
    capabilities = probe()
    level = require(order.sheet.confinement, capabilities)
    return capabilities, level, wall_for(order.course, level, order.out, order.paths)


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


def save(out: OutFolder, done: Done) -> None:
    """Keep a result; one that cannot be shown costs this submission only, and no points."""
    result = done.grading.result
    try:
        out.save(done.version, done.grading, done.rerun)
    except (StoreFault, UsageFault):
        raise
    except OSError as error:
        raise UsageFault(f"{out.path} cannot be written: {error.strerror}.") from error
    except Exception as error:
        failed = not_graded(out.conditions.sheet, result.submission, result.students, error)
        out.save(done.version, Grading(failed))
