"""Grades notebooks from memory as a tutor's files are graded: one engine for all of them."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType

from autograder.course.sheet import Course, Sheet
from autograder.grading.engine import Assignment, Engine, Graded
from autograder.grading.reading import Reader
from autograder.grading.walls import wall_for
from autograder.i18n import Text
from autograder.intake.discover import discover
from autograder.records.model import Outcome, PartResult
from autograder.sandbox.probe import probe, require

Parts = Mapping[str, PartResult]


@dataclass(frozen=True)
class Job:
    """A submission, the parts whose checks are run on it, and the secret seed."""

    name: str
    notebooks: Callable[[], tuple[str, ...]]
    """Makes the text of its notebooks when its turn comes."""
    parts: tuple[str, ...]
    seed: str


class Bench:
    """A running engine for one sheet. Use as a context manager."""

    def __init__(self, course: Course, sheet: Sheet, jobs: int, folder: Path) -> None:
        self.sheet = sheet
        self.jobs = jobs
        self.folder = folder
        self._reader = Reader(course, sheet)
        wall = wall_for(course, require(sheet.confinement, probe()), folder)
        self._engine = Engine(course, sheet, wall, jobs)

    def __enter__(self) -> "Bench":
        self._engine.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._engine.__exit__(kind, error, trace)

    @property
    def chances(self) -> Mapping[tuple[str, str], float]:
        """(part, check) → stated probability that it turns away a right answer."""
        return self._engine.chances

    def run(self, work: Iterable[Job]) -> Iterator[tuple[Job, Parts]]:
        """Grade all, several at a time; results in the order of the work."""
        work = list(work)
        with ThreadPoolExecutor(self.jobs, thread_name_prefix="worker") as pool:
            try:
                yield from zip(work, pool.map(self.grade, work), strict=True)
            except BaseException:
                self._engine.close_now()
                pool.shutdown(cancel_futures=True)
                raise

    def grade(self, job: Job) -> Parts:
        """Grade one; as in a cohort, a limit counts only when it is hit a second time."""
        with tempfile.TemporaryDirectory(dir=self.folder, prefix="case-") as folder:
            assignment = self._read(Path(folder), job)
        graded = self._engine.grade(assignment, job.seed, job.parts)
        if graded.limited:
            graded = self._engine.grade(assignment, job.seed, job.parts)
        return _parts(graded, job.parts)

    def _read(self, folder: Path, job: Job) -> Assignment:
        inner = folder / "abgabe"
        inner.mkdir()
        for number, text in enumerate(job.notebooks(), 1):
            (inner / f"teil{number}.ipynb").write_text(text, "utf-8")
        (found,) = discover([folder])
        return replace(self._reader.read(found), id=job.name, students=())


def _parts(graded: Graded, wanted: tuple[str, ...]) -> Parts:
    """The chosen parts; where we failed, with the cause as a note."""
    traces = (
        check.evidence.traceback
        for part in graded.result.parts
        for check in part.checks
        if check.outcome is Outcome.NOT_GRADED and check.evidence
    )
    cause = next((trace for trace in traces if trace), "")
    return {
        part.task: replace(part, note=Text(cause, cause))
        if part.outcome is Outcome.NOT_GRADED
        else part
        for part in graded.result.parts
        if part.task in wanted
    }
