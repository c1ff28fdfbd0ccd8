"""One notebook alive in a confined process, for ``pytest tests/SHEET`` and for replays."""

import shutil
from pathlib import Path

from autograder.build.publish import reference_notebook
from autograder.checks.student import Located, Student
from autograder.course.sheet import Course, Sheet
from autograder.errors import GraderFault, UsageFault
from autograder.grading.reading import Reader
from autograder.grading.walls import wall_for
from autograder.intake.contract import Submission
from autograder.intake.discover import discover
from autograder.intake.notebook import read_notebook
from autograder.sandbox.probe import probe, require
from autograder.sandbox.run import NotebookRun
from autograder.sandbox.zygote import Zygote
from autograder.wire.peer import Peer


class LiveNotebook:
    """The reference of a sheet, or one submitted notebook; :meth:`close` ends everything."""

    def __init__(self, course: Course, sheet: Sheet, path: Path | None, scratch: Path) -> None:
        self.course = course
        self.sheet = sheet
        self.path = path
        self.scratch = scratch
        self._zygote: Zygote | None = None
        self._run: NotebookRun | None = None

    def start(self) -> Student:
        """Run the notebook and return what the checks ask."""
        reader = Reader(self.course, self.sheet)
        if self.path is None:
            text = reference_notebook(self.course, self.sheet)
            notebook = read_notebook(text.encode(), "reference.ipynb")
            assignment = reader.of_notebook(Submission("reference", ()), notebook)
        else:
            assignment = reader.read(discover([self.path])[0])
        if assignment.program is None:
            why = assignment.problem[1].de if assignment.problem else "there is nothing to run"
            raise UsageFault(f"{self.path}: {why}")
        level = require(self.sheet.confinement, probe())
        wall = wall_for(self.course, level, self.scratch)
        self._zygote = Zygote(wall, self.sheet.preload, self.sheet.limits.frame_mib).__enter__()
        self._run = NotebookRun(self._zygote, self.sheet.limits, assignment.program)
        alive = self._run.start()
        if alive is None:
            self.close()
            raise GraderFault("the notebook does not run to its end")
        located = {
            name: Located(part.formula, part.written) for name, part in assignment.handed.items()
        }
        return Student(
            self.sheet, alive.peer, self._revive, located, self.sheet.limits.call_seconds
        )

    def _revive(self, cause: str) -> tuple[Peer | None, str]:
        assert self._run is not None
        alive, why = self._run.revive(cause)
        return (alive.peer if alive else None), why

    def close(self) -> None:
        if self._run is not None:
            self._run.end()
        if self._zygote is not None:
            self._zygote.close()
        shutil.rmtree(self.scratch, ignore_errors=True)
