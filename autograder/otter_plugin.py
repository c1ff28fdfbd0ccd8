"""The otter plugin: what otter runs is a notebook of ours that only tells the outcomes.

The order matters. ``before_grading`` comes before otter unpickles ``.OTTER_LOG`` and before it
starts a kernel in the submission's folder; there the submission is taken away, and its grading
behind the border begins. The notebook that otter runs meanwhile has one cell of ours, which
waits for the outcomes, and no line of the student's. ``after_grading`` compares what otter made
of it.

Every exception that comes out of here stops otter without ``results.json``: our failure is no
score. (An ``OtterRuntimeError`` would be written as 0 points.) Only ``otter grade`` makes 0 points
of a container that fails; there the scores are set to NaN, which its table shows as empty cells.
"""

import math
import tempfile
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from nbformat import NotebookNode
from otter.plugins import AbstractOtterPlugin

from autograder.course.sheet import Sheet
from autograder.errors import GraderFault
from autograder.grading.alone import grade_alone
from autograder.i18n import Language
from autograder.otter_bridge import gradescope, messages
from autograder.otter_bridge.attempt import Attempt, is_gradescope, read_attempt
from autograder.otter_bridge.config import (
    OtterConfig,
    PluginConfig,
    read_plugin_config,
    refuse_unsupported,
)
from autograder.otter_bridge.handover import Handover
from autograder.otter_bridge.isolation import fresh_notebook, move_away
from autograder.otter_bridge.outcomes import Expected, Seen, differences, expected
from autograder.otter_bridge.payload import unpack_course
from autograder.otter_bridge.preloading import start_for
from autograder.otter_bridge.testfiles import case_name
from autograder.records.model import RunInfo, SubmissionResult
from autograder.render.standing import standing

SLACK_SECONDS = 10
"""After the deadline, for processes of ours that have to be ended."""


@dataclass(frozen=True, slots=True)
class Graded:
    """What we came to."""

    sheet: Sheet
    result: SubmissionResult
    run: RunInfo
    parts: tuple[Expected, ...]


class HiddenChecks(AbstractOtterPlugin):  # type: ignore[misc]  # otter has no types
    """Grades by the hidden checks in the bundle; made anew by otter for each submission."""

    language: Language = "de"
    attempt: Attempt | None
    additions: Path | None = None
    """Where the entry point of a grading image looks for our additions."""
    blanks: bool = False
    """Whether an exception of ours would become 0 points, so that scores are left empty instead."""
    fault: Exception | None = None
    """What we failed on, where scores are left empty."""
    late: threading.Timer | None = None
    handover: Handover
    grading: Future[Graded]

    def before_grading(self, config: OtterConfig) -> None:
        """Take the submission away, whatever comes then, and begin to grade it."""
        path = Path(self.submission_path)
        work = tempfile.TemporaryDirectory(prefix="autograder-")
        folder = move_away(path, Path(work.name) / "submission", unpacked=config.zips)
        self.blanks = not (config.otter_run or is_gradescope(self.submission_metadata))
        self.grading, self.handover = Future(), Handover()
        try:
            order = self._order(config)
        except Exception as fault:
            work.cleanup()
            if not self.blanks:
                self.handover.close()
                raise
            self.grading.set_exception(fault)
            self.handover.tell(())
            return

        def grade() -> Graded:
            with work:
                return _grade(
                    order, Path(config.autograder_dir) / "source", folder, Path(work.name)
                )

        self._begin(grade, order.deadline_seconds)

    def _order(self, config: OtterConfig) -> PluginConfig:
        order = read_plugin_config(self.plugin_config)
        self.language = order.language
        refuse_unsupported(config)
        self.attempt = read_attempt(self.submission_metadata)
        if not config.otter_run:
            self.additions = Path(config.autograder_dir) / "results" / gradescope.NAME
        return order

    def _begin(self, grade: Callable[[], Graded], deadline_seconds: float) -> None:
        """Grade in a thread that no end of otter waits for, and let nothing wait too long."""

        def run() -> None:
            try:
                graded = grade()
            except BaseException as fault:
                self.grading.set_exception(fault)
                self.handover.tell(())
            else:
                self.grading.set_result(graded)
                self.handover.tell(graded.parts)

        threading.Thread(target=run, daemon=True, name="grading").start()
        self.late = threading.Timer(deadline_seconds + SLACK_SECONDS, self.handover.tell, ((),))
        self.late.daemon = True
        self.late.start()

    def before_execution(self, submission: object) -> NotebookNode:
        """The notebook to be run instead; its folder then has nothing but our test files."""
        del submission  # the placeholder
        Path(self.submission_path).unlink()
        return fresh_notebook(self.handover.cell())

    def after_grading(self, results: Any) -> None:
        """Compare, then set points and texts. ``results`` are otter's ``GradingResults``."""
        self.handover.close()
        if self.late:
            self.late.cancel()
        if results.has_catastrophic_failure():
            raise GraderFault(f"otter ran no test file: {results.catastrophic_error}")
        try:
            self._settle(results)
        except Exception as fault:
            if not self.blanks:
                raise
            self.fault = fault
            _blank(results, messages.not_graded(fault, self.language))

    def _settle(self, results: Any) -> None:
        if not self.grading.done():
            raise GraderFault("the hidden checks went on after the deadline")
        graded = self.grading.result()
        seen = {name: _seen(results.get_result(name)) for name in results.test_files}
        if wrong := differences(graded.parts, seen):
            raise GraderFault("otter disagrees with the hidden checks: " + "; ".join(wrong))
        marks = {mark.task.id: mark for mark in standing(graded.sheet, graded.result).marks}
        for part in graded.parts:
            results.update_score(part.task.id, part.points)
            file = results.get_result(part.task.id)
            file.name = messages.part_title(marks[part.task.id], self.language)
            texts = messages.case_texts(marks[part.task.id], self.language)
            _say(file, {case_name(part.task, check): told for check, told in texts.items()})
        results.set_output(messages.overview(graded.sheet, graded.result, self.language))
        if self.additions:
            found = (graded.sheet, graded.result, graded.run, self.attempt, self.language)
            self.additions.write_bytes(msgspec.json.encode(gradescope.extras(*found)))

    def generate_report(self) -> str:
        """For otter's log: the conditions of this run and every part's outcome."""
        if self.fault:
            return messages.not_graded(self.fault, self.language)
        graded = self.grading.result()
        found = (graded.sheet, graded.result, graded.run, self.attempt, self.language)
        return messages.report(*found)


def _grade(order: PluginConfig, source: Path, folder: Path, work: Path) -> Graded:
    """Grade what lies in ``folder`` by the course of the bundle in ``source``."""
    course = unpack_course(source, work / "bundle")
    sheet = course.load(order.sheet)
    start = start_for(sheet.preload, folder, order.checks_need)
    sheet = msgspec.structs.replace(sheet, preload=start.preload)
    result, run = grade_alone(
        *(course, sheet, folder, work, order.deadline_seconds), warm=start.warm
    )
    return Graded(sheet, result, run, expected(sheet, result))


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
