"""The otter plugin: what otter runs is a notebook of ours that only tells the outcomes.

The order matters. ``before_grading`` comes before otter unpickles ``.OTTER_LOG`` and before it
starts a kernel in the submission's folder; there the submission is taken away, graded behind
the border, and every process of it is gone. The notebook that otter then runs has one cell of
ours, and no line of the student's. ``after_grading`` compares what otter made of it.

Every exception that comes out of here stops otter without ``results.json``: our failure is no
score. (An ``OtterRuntimeError`` would be written as 0 points.) Only ``otter grade`` makes 0 points
of a container that fails; there the scores are set to NaN, which its table shows as empty cells.
"""

import math
import secrets
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from nbformat import NotebookNode
from otter.plugins import AbstractOtterPlugin

from autograder.course.sheet import Course, Sheet
from autograder.errors import GraderFault
from autograder.grading.batch import Batch, grading
from autograder.grading.engine import Engine, Stopped
from autograder.grading.reading import Reader
from autograder.grading.walls import confinement_in_words, run_info, wall_for
from autograder.i18n import Language
from autograder.intake.contract import Found, Source
from autograder.otter_bridge import gradescope, messages
from autograder.otter_bridge.attempt import Attempt, is_gradescope, read_attempt
from autograder.otter_bridge.config import OtterConfig, read_plugin_config, refuse_unsupported
from autograder.otter_bridge.isolation import fresh_notebook, move_away
from autograder.otter_bridge.outcomes import Expected, Seen, cell_source, differences, expected
from autograder.otter_bridge.payload import unpack_course
from autograder.otter_bridge.preloading import needed
from autograder.otter_bridge.testfiles import case_name
from autograder.records.model import RunInfo, SubmissionResult
from autograder.render.standing import standing
from autograder.sandbox.probe import probe, require

SUBMISSION = "abgabe"


class HiddenChecks(AbstractOtterPlugin):  # type: ignore[misc]  # otter has no types
    """Grades by the hidden checks in the bundle; made anew by otter for each submission."""

    sheet: Sheet
    language: Language = "de"
    result: SubmissionResult
    run: RunInfo
    parts: tuple[Expected, ...] = ()
    attempt: Attempt | None
    additions: Path | None = None
    """Where the entry point of a grading image looks for our additions."""
    fault: Exception | None = None
    """What we failed on, where an exception would become 0 points."""

    def before_grading(self, config: OtterConfig) -> None:
        """Take the submission away, whatever comes then, and grade it."""
        path = Path(self.submission_path)
        with tempfile.TemporaryDirectory(prefix="autograder-") as name:
            folder = move_away(path, Path(name) / "submission", unpacked=config.zips)
            try:
                self._grade(config, folder, Path(name))
            except Exception as fault:
                if config.otter_run or is_gradescope(self.submission_metadata):
                    raise
                self.fault = fault

    def _grade(self, config: OtterConfig, folder: Path, work: Path) -> None:
        order = read_plugin_config(self.plugin_config)
        refuse_unsupported(config)
        self.language = order.language
        self.attempt = read_attempt(self.submission_metadata)
        course = unpack_course(Path(config.autograder_dir) / "source", work / "bundle")
        self.sheet = course.load(order.sheet)
        self.result, self.run = grade_folder(
            course, self.sheet, folder, work, order.deadline_seconds
        )
        self.parts = expected(self.sheet, self.result)
        if not config.otter_run:
            self.additions = Path(config.autograder_dir) / "results" / gradescope.NAME

    def before_execution(self, submission: object) -> NotebookNode:
        """The notebook to be run instead; its folder then has nothing but our test files."""
        del submission  # the placeholder
        Path(self.submission_path).unlink()
        return fresh_notebook(cell_source(self.parts))

    def after_grading(self, results: Any) -> None:
        """Compare, then set points and texts. ``results`` are otter's ``GradingResults``."""
        if results.has_catastrophic_failure():
            raise GraderFault(f"otter ran no test file: {results.catastrophic_error}")
        if self.fault:
            _blank(results, messages.not_graded(self.fault, self.language))
            return
        seen = {name: _seen(results.get_result(name)) for name in results.test_files}
        if wrong := differences(self.parts, seen):
            raise GraderFault("otter disagrees with the hidden checks: " + "; ".join(wrong))
        marks = {mark.task.id: mark for mark in standing(self.sheet, self.result).marks}
        for part in self.parts:
            results.update_score(part.task.id, part.points)
            file = results.get_result(part.task.id)
            file.name = messages.part_title(marks[part.task.id], self.language)
            texts = messages.case_texts(marks[part.task.id], self.language)
            _say(file, {case_name(part.task, check): told for check, told in texts.items()})
        results.set_output(messages.overview(self.sheet, self.result, self.language))
        if self.additions:
            more = gradescope.extras(self.sheet, self.result, self.run, self.attempt, self.language)
            self.additions.write_bytes(msgspec.json.encode(more))

    def generate_report(self) -> str:
        """For otter's log: the conditions of this run and every part's outcome."""
        if self.fault:
            return messages.not_graded(self.fault, self.language)
        return messages.report(self.sheet, self.result, self.run, self.attempt, self.language)


def grade_folder(
    course: Course, sheet: Sheet, folder: Path, work: Path, deadline_seconds: float
) -> tuple[SubmissionResult, RunInfo]:
    """Grade all files in ``folder`` as one submission, as ``grade.py`` does.

    The seed is new each time: who may submit again and again must not meet the same inputs.
    Raises :class:`UsageFault` where this machine lacks the protection that the sheet asks for,
    :class:`GraderFault` where it takes longer than ``deadline_seconds``.
    """
    end = time.monotonic() + deadline_seconds
    capabilities = probe()
    level = require(sheet.confinement, capabilities)
    found = Found(SUBMISSION, (), (Source(folder, SUBMISSION),))
    seed = secrets.token_hex(16)
    preload = needed(sheet.preload, folder, course.checks(sheet.id))
    sheet = msgspec.structs.replace(sheet, preload=preload)
    with Engine(course, sheet, wall_for(course, level, work), workers=1) as engine:
        try:
            with _stopped_at(end, engine):
                one = grading(engine, Reader(course, sheet), seed)
                *_, graded = Batch(engine, one).run([found])
        except Stopped as stopped:
            raise GraderFault(
                f"grading took longer than deadline_seconds = {deadline_seconds:g} in "
                "otter_config.json; is the machine overloaded, or does the sheet allow more?"
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


def _blank(results: Any, told: str) -> None:
    """Neither points nor 0: what ``otter grade`` writes as empty cells."""
    for name in results.test_files:
        results.update_score(name, math.nan)
        file = results.get_result(name)
        _say(file, {case.test_case.name: told for case in file.test_case_results})
    results.set_output(told)


def _say(file: Any, texts: Mapping[str, str]) -> None:
    """Put our words in the place of otter's; ``texts``: name of the case → what is read."""
    for case in file.test_case_results:
        case.message = case.test_case.success_message = texts[case.test_case.name]


def _seen(file: Any) -> Seen:
    """What one of otter's ``TestFile`` objects says."""
    cases = {case.test_case.name: case.passed for case in file.test_case_results}
    return Seen(cases, file.possible)
