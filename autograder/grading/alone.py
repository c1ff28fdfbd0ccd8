"""Grades one submission that nothing follows: started for it, ended after it, within a deadline."""

import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from autograder.course.sheet import Course, Sheet
from autograder.errors import GraderFault
from autograder.grading.batch import grading
from autograder.grading.engine import Engine, Stopped
from autograder.grading.reading import Reader
from autograder.grading.walls import confinement_in_words, run_info, wall_for
from autograder.intake.contract import Found, Source
from autograder.records.model import RunInfo, SubmissionResult
from autograder.sandbox.probe import probe, require

SUBMISSION = "abgabe"


def grade_alone(
    course: Course,
    sheet: Sheet,
    folder: Path,
    work: Path,
    deadline_seconds: float,
    *,
    warm: bool = False,
) -> tuple[SubmissionResult, RunInfo]:
    """Grade all files in ``folder`` as one submission, as ``grade.py`` does.

    ``work`` is hidden from the submission; ``warm``: see :class:`Engine`. The seed is new each
    time: who may submit again and again must not meet the same inputs. Raises
    :class:`UsageFault` where this machine lacks the protection that the sheet asks for,
    :class:`GraderFault` where it takes longer than ``deadline_seconds``.
    """
    end = time.monotonic() + deadline_seconds
    capabilities = probe()
    level = require(sheet.confinement, capabilities)
    found = Found(SUBMISSION, (), (Source(folder, SUBMISSION),))
    seed = secrets.token_hex(16)
    with Engine(course, sheet, wall_for(course, level, work), workers=1, warm=warm) as engine:
        try:
            with _stopped_at(end, engine):
                one = grading(engine, Reader(course, sheet), seed)
                graded = one(found, False)
                if graded.limited:
                    graded = one(found, True)
        except Stopped as stopped:
            raise GraderFault(
                f"grading took longer than deadline_seconds = {deadline_seconds:g}; "
                "is the machine overloaded, or does the sheet allow more?"
            ) from stopped
    return graded.result, run_info(sheet, seed, confinement_in_words(level, capabilities))


@contextmanager
def _stopped_at(end: float, engine: Engine) -> Iterator[None]:
    """Stop the engine when ``end`` (monotonic, s) comes before the work is done."""
    timer = threading.Timer(max(0.0, end - time.monotonic()), engine.close_now)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
