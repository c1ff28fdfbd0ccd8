"""Grading on many machines: Dask hands out submissions, each worker has an engine of its own.

A task is one submission: read here, graded there, kept here as soon as it comes back. It changes
nothing on its worker, so that it may be run again when a worker dies, and its result is released
at once: a finished one must not be computed anew because its worker is gone.
"""

import logging
import uuid
from collections.abc import Sequence
from contextlib import ExitStack
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any

from autograder.course.sheet import Course, Sheet
from autograder.errors import GraderFault, UsageFault
from autograder.fingerprint import toolkit
from autograder.grading.engine import Assignment, Graded, Stopped, not_graded
from autograder.grading.walls import versions
from autograder.inside.confinement import Level
from autograder.otter_bridge.payload import course_files

LOCAL = "local"
"""Address of a cluster of processes on this machine."""
CONNECT_SECONDS = 30
_QUIET = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "200ms",
    "distributed.admin.system-monitor.interval": "10s",
}
"""Dask would look at its workers' stacks a hundred times a second, and at the machine twice; they
only wait for others."""
SUBMISSIONS_PER_THREAD = 2
"""So many are under way for every thread of the cluster: the next one is there already."""


class Cluster:
    """Stands where an engine stands: ``grade`` may be called from ``workers`` threads."""

    def __init__(self, course: Course, sheet: Sheet, level: Level, address: str, jobs: int) -> None:
        """``address``: a scheduler's, or ``local`` for ``jobs`` processes on this machine."""
        self.course = course
        self.sheet = sheet
        self.level: Level = level
        self.address = address
        self.workers = jobs
        self._stack = ExitStack()
        self._closed = False

    def __enter__(self) -> "Cluster":
        try:
            from autograder.grading import cluster_worker
        except ImportError as error:
            raise UsageFault(
                "--cluster needs Dask, which is not installed here. Install it: "
                'pip install "notebook-autograder[cluster]"'
            ) from error
        kit = cluster_worker.Kit(
            files=course_files(self.course, self.sheet),
            sheet=self.sheet,
            level=self.level,
            toolkit=toolkit(),
            versions=dict(versions()),
        )
        with self._stack:
            self._client = self._connected()
            self._client.register_plugin(cluster_worker.Grading(kit))
            self._task = cluster_worker.grade
            threads = sum(self._client.nthreads().values())
            self.workers = max(self.workers, SUBMISSIONS_PER_THREAD * threads)
            self._stack = self._stack.pop_all()
        return self

    def _connected(self) -> Any:
        import dask
        from distributed import Client, LocalCluster

        # what it says of a lost scheduler is a traceback; we say what to do
        log = logging.getLogger("distributed.client")
        self._stack.callback(log.setLevel, log.level)
        log.setLevel(logging.CRITICAL)
        where: Any = self.address
        if where == LOCAL:
            self._stack.enter_context(dask.config.set(_QUIET))
            # what a worker lays down is students' work
            private = self._stack.enter_context(TemporaryDirectory(prefix="autograder-"))
            where = self._stack.enter_context(
                LocalCluster(
                    n_workers=self.workers,
                    threads_per_worker=1,
                    dashboard_address="127.0.0.1:0",
                    local_directory=private,
                    memory_limit=None,  # what needs memory has limits of its own
                    silence_logs="ERROR",
                )
            )
        try:
            client = Client(where, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise UsageFault(
                f"No Dask scheduler answers at {self.address}. Start one with `dask scheduler`, "
                "or use --cluster local. docs/cluster.md shows how."
            ) from error
        return self._stack.enter_context(client)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closed = True
        self._stack.close()

    def close_now(self) -> None:
        """Give up what is under way: it raises :class:`Stopped`."""
        self._closed = True
        self._client.close()

    def grade(
        self, assignment: Assignment, seed: str, parts: Sequence[str] | None = None
    ) -> Graded:
        """One submission, on whichever worker is free.

        A worker that dies costs a retry elsewhere; a submission on which several die is "not
        graded", and is named by that. Raises :class:`GraderFault` when the scheduler is gone.
        """
        key = f"grade-{uuid.uuid4().hex}"  # says nothing about people in logs
        try:
            future = self._client.submit(self._task, assignment, seed, parts, key=key, pure=False)
            try:
                graded: Graded = future.result()
            finally:
                future.release()
        except UsageFault:
            raise
        except Exception as fault:
            if self._closed:
                raise Stopped from fault
            if self._client.status != "running":
                raise GraderFault(
                    f"the Dask scheduler at {self.address} is gone. What was graded until then is "
                    "kept: start it again, and run the same command."
                ) from fault
            return Graded(not_graded(self.sheet, assignment.id, assignment.students, fault))
        return graded
