"""What runs on a worker of a cluster: an engine of its own, for as long as the worker lives."""

import threading
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from distributed import Worker, WorkerPlugin, get_worker

from autograder.course.sheet import Course, Sheet
from autograder.errors import UsageFault
from autograder.fingerprint import toolkit
from autograder.grading.engine import Assignment, Engine, Graded
from autograder.grading.walls import versions, wall_for
from autograder.inside.confinement import Level
from autograder.sandbox.probe import probe, require

PLUGIN = "autograder"


@dataclass(frozen=True)
class Kit:
    """What every worker gets once."""

    files: Mapping[str, bytes]
    """What the checks need of the course, by path; no reference solution."""
    sheet: Sheet
    level: Level
    toolkit: str
    versions: Mapping[str, str]


class Grading(WorkerPlugin):  # type: ignore[misc]
    """The course, and an engine from the first submission until the worker ends.

    Workers that come later get it, too.
    """

    name = PLUGIN

    def __init__(self, kit: Kit) -> None:
        self.kit = kit

    def __reduce__(self) -> tuple[type["Grading"], tuple[Kit]]:
        return Grading, (self.kit,)

    def setup(self, worker: Worker) -> None:
        self._threads: int = worker.state.nthreads
        self._lock = threading.Lock()
        self._stack = ExitStack()
        self._engine: Engine | None = None

    def teardown(self, worker: Worker) -> None:  # noqa: ARG002
        self._stack.close()

    def engine(self) -> Engine:
        """Raises :class:`UsageFault` where this worker would not judge like the others."""
        with self._lock:
            if self._engine is None:
                self._engine = self._start()
            return self._engine

    def _start(self) -> Engine:
        kit = self.kit
        if (toolkit(), dict(versions())) != (kit.toolkit, kit.versions):
            raise UsageFault(
                "A worker has another version of the toolkit or of a package than the machine that "
                "started the run. Install the same on both, with -c constraints.txt."
            )
        level = require(kit.level, probe())
        folder = Path(self._stack.enter_context(TemporaryDirectory(prefix="autograder-")))
        course = Course(folder / "course")
        for name, content in kit.files.items():
            path = course.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        wall = wall_for(course, level, folder / "out")
        return self._stack.enter_context(Engine(course, kit.sheet, wall, self._threads))


def grade(assignment: Assignment, seed: str, parts: Sequence[str] | None) -> Graded:
    """The task: one submission on this worker's engine."""
    plugin: Grading = get_worker().plugins[PLUGIN]
    return plugin.engine().grade(assignment, seed, parts)
