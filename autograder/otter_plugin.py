"""The otter plugin: what otter runs is a notebook of ours that only tells the outcomes.

The order matters. ``before_grading`` comes before otter unpickles ``.OTTER_LOG`` and before it
starts a kernel in the submission's folder; there the submission is taken away, graded behind
the border, and every process of it is gone. The notebook that otter then runs has one cell of
ours, and no line of the student's. ``after_grading`` compares what otter made of it.

Every exception that comes out of here stops otter without ``results.json``: our failure is no
score. (An ``OtterRuntimeError`` would be written as 0 points.)
"""

import secrets
import tempfile
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from otter.plugins import AbstractOtterPlugin

from autograder.engine import Engine
from autograder.errors import GraderFault
from autograder.i18n import Language
from autograder.intake.contract import Found, Source
from autograder.model import RunInfo, SubmissionResult
from autograder.otter_bridge import messages
from autograder.otter_bridge.config import OtterConfig, read_plugin_config, refuse_unsupported
from autograder.otter_bridge.isolation import fresh_notebook, move_away
from autograder.otter_bridge.outcomes import Expected, Seen, cell_source, differences, expected
from autograder.otter_bridge.payload import unpack_course
from autograder.otter_bridge.testfiles import case_name
from autograder.pipeline import Batch, confinement_in_words, run_info, wall_for
from autograder.reading import Reader
from autograder.render.standing import standing
from autograder.sandbox.probe import probe, require
from autograder.sheet import Course, Sheet

SUBMISSION = "abgabe"


class HiddenChecks(AbstractOtterPlugin):  # type: ignore[misc]  # otter has no types
    """Grades by the hidden checks in the bundle; made anew by otter for each submission."""

    sheet: Sheet
    language: Language
    result: SubmissionResult
    run: RunInfo
    parts: tuple[Expected, ...]

    def before_grading(self, config: OtterConfig) -> None:
        """Take the submission away and grade it."""
        order = read_plugin_config(self.plugin_config)
        refuse_unsupported(config)
        self.language = order.language
        path = Path(self.submission_path)
        with tempfile.TemporaryDirectory(prefix="autograder-") as name:
            work = Path(name)
            folder = move_away(path, work / "submission", unpacked=config.zips)
            course = unpack_course(Path(config.autograder_dir) / "source", work / "bundle")
            self.sheet = course.load(order.sheet)
            self.result, self.run = grade_folder(course, self.sheet, folder, work)
        self.parts = expected(self.sheet, self.result)

    def before_execution(self, submission: object) -> NotebookNode:
        """The notebook to be run instead; its folder then has nothing but our test files."""
        del submission  # the placeholder
        Path(self.submission_path).unlink()
        return fresh_notebook(cell_source(self.parts))

    def after_grading(self, results: Any) -> None:
        """Compare, then set points and texts. ``results`` are otter's ``GradingResults``."""
        if results.has_catastrophic_failure():
            raise GraderFault(f"otter ran no test file: {results.catastrophic_error}")
        seen = {name: _seen(results.get_result(name)) for name in results.test_files}
        if wrong := differences(self.parts, seen):
            raise GraderFault("otter disagrees with the hidden checks: " + "; ".join(wrong))
        marks = {mark.task.id: mark for mark in standing(self.sheet, self.result).marks}
        for part in self.parts:
            results.update_score(part.task.id, part.points)
            file = results.get_result(part.task.id)
            file.name = messages.part_title(marks[part.task.id], self.language)
            texts = messages.case_texts(marks[part.task.id], self.language)
            by_case = {case_name(part.task, check): told for check, told in texts.items()}
            for case in file.test_case_results:
                case.message = case.test_case.success_message = by_case[case.test_case.name]
        results.set_output(messages.overview(self.sheet, self.result, self.language))

    def generate_report(self) -> str:
        """For otter's log: the conditions of this run and every part's outcome."""
        return messages.report(self.sheet, self.result, self.run, self.language)


def grade_folder(
    course: Course, sheet: Sheet, folder: Path, work: Path
) -> tuple[SubmissionResult, RunInfo]:
    """Grade all files in ``folder`` as one submission, as ``grade.py`` does.

    The seed is new each time: who may submit again and again must not meet the same inputs.
    Raises :class:`UsageFault` where this machine lacks the protection that the sheet asks for.
    """
    capabilities = probe()
    level = require(sheet.confinement, capabilities)
    found = Found(SUBMISSION, (), (Source(folder, SUBMISSION),))
    seed = secrets.token_hex(16)
    with Engine(course, sheet, wall_for(course, level, work), workers=1) as engine:
        *_, graded = Batch(engine, Reader(course, sheet), seed, jobs=1).run([found])
    return graded.result, run_info(sheet, seed, confinement_in_words(level, capabilities))


def _seen(file: Any) -> Seen:
    """What one of otter's ``TestFile`` objects says."""
    cases = {case.test_case.name: case.passed for case in file.test_case_results}
    return Seen(cases, file.possible)
