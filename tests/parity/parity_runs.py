"""Both sides of a comparison, for real: ``grade.py`` on a cohort, ``otter run`` on each file."""

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from parity_cases import ROOT, Group

from autograder.export.results import read_results
from autograder.records.model import Outcome

CASE_SECONDS = 900
Points = Mapping[str, float | None]
"""Part → points; None while a part is open."""


@dataclass(frozen=True)
class Ours:
    """What ``grade.py`` says of one submission."""

    points: Points
    failed: bool
    """Whether the grader itself failed."""


def grade(group: Group, cohort: Path, out: Path, jobs: int) -> Mapping[str, Ours]:
    """Person's folder → marks, of parts with automatic points."""
    command = [sys.executable, str(ROOT / "grade.py"), group.sheet, str(cohort), "--out", str(out)]
    command += ["--course", str(group.course.root), "--jobs", str(jobs)]
    process = subprocess.run(command, capture_output=True, text=True, check=False)
    if process.returncode not in (0, 3):
        raise RuntimeError(f"grade.py ended with {process.returncode}:\n{process.stderr[-3000:]}")
    automatic = {task.id for task in group.course.load(group.sheet).tasks if task.maxima()}
    _, results = read_results(out / "results.json")
    return {
        result.submission: Ours(
            {part.task: part.points for part in result.parts if part.task in automatic},
            any(part.outcome is Outcome.NOT_GRADED for part in result.parts),
        )
        for result in results
    }


def make_bundle(python: Path, group: Group, target: Path) -> None:
    """The bundle as ``python``, with the otter installed there, makes it."""
    command = [str(python), "-m", "autograder.cli", "bundle", group.sheet, "--gradescope"]
    command += ["--course", str(group.course.root), "--out", str(target)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def otter_version(python: Path) -> str:
    program = "from importlib.metadata import version; print(version('otter-grader'))"
    command = [str(python), "-c", program]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


class OtterFailed(Exception):
    """otter came to no end."""


class Otter:
    """A worker that runs otter on one submission after another. Use as a context manager."""

    def __init__(self, python: Path, bundle: Path) -> None:
        self.command = [str(python), str(Path(__file__).with_name("parity_worker.py")), str(bundle)]
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> "Otter":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.communicate()
            self._process = None

    def run(self, submission: Path, out: Path) -> tuple[Mapping[str, float] | None, str]:
        """Part → points as in ``results.json``, None where otter left none; and what our plugin
        failed on.

        Raises :class:`OtterFailed` where it hung or its process ended.
        """
        out.mkdir(parents=True)
        worker = self._started()
        assert worker.stdin is not None
        assert worker.stdout is not None
        order = {"submission": str(submission), "out": str(out)}
        try:
            print(json.dumps(order), file=worker.stdin, flush=True)
            ready, _, _ = select.select([worker.stdout], [], [], CASE_SECONDS)
            answer = worker.stdout.readline() if ready else ""
        except BrokenPipeError:
            answer = ""
        if not answer:
            self.__exit__(None, None, None)
            raise OtterFailed(f"{submission.name}: no answer, see {out / 'otter.log'}")
        path = out / "results.json"
        scores = _scores(path.read_bytes()) if path.is_file() else None
        return scores, str(json.loads(answer)["plugin"])

    def _started(self) -> subprocess.Popen[str]:
        if self._process is None:
            self._process = subprocess.Popen(
                self.command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                start_new_session=True,
            )
        return self._process


def _scores(results: bytes) -> Mapping[str, float]:
    tests = json.loads(results)["tests"]
    return {test["name"].split()[0]: float(test["score"]) for test in tests}
