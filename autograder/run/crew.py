"""Starts the processes and grades with them; loaded only where there is something to grade."""

import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from autograder.errors import UsageFault
from autograder.grading.batch import Batch
from autograder.grading.cluster import Cluster
from autograder.grading.engine import Engine, not_graded
from autograder.grading.reading import Reader
from autograder.grading.walls import confinement_in_words, run_info, wall_for
from autograder.inside.confinement import Level, WallConfig
from autograder.out.folder import OutFolder
from autograder.records.ledger import Grading
from autograder.run.grader import Grader, Place
from autograder.run.jobs import Done, Job
from autograder.run.keys import Keys
from autograder.run.order import Order, Progress
from autograder.sandbox.probe import Capabilities, probe, require
from autograder.store import Conditions, StoreFault


def run(
    order: Order, out: OutFolder, keys: Keys, jobs: Sequence[Job], progress: Progress
) -> tuple[list[str], bool]:
    """Start the processes and run what has to be run; (graded ids, interrupted)."""
    capabilities, level, wall = walls(order)
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
                with _interrupts_held():
                    _save(out, done)
                graded[done.version.submission] = None
                progress(len(graded), len(jobs))
        except KeyboardInterrupt:
            batch.stop()
            return list(graded), True
    return list(graded), False


def walls(order: Order) -> tuple[Capabilities, Level, WallConfig]:
    """What this machine offers, what is used of it, and how it is built for this order."""
    capabilities = probe()
    level = require(order.sheet.confinement, capabilities)
    return capabilities, level, wall_for(order.course, level, order.out, order.paths)


@contextmanager
def _interrupts_held() -> Iterator[None]:
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


def _save(out: OutFolder, done: Done) -> None:
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
