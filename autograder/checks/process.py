"""P0's handle on P3: starts it by exec and has it check one submission after another."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

from autograder.checks import messages
from autograder.course.sheet import Sheet
from autograder.errors import GraderFault
from autograder.records.model import Handed, TestResult

START_SECONDS = 60
EXIT_SECONDS = 5
SLACK_SECONDS = 30
"""What the checks may take beside the student's calls before they count as hung."""
MAX_COMPLAINT_BYTES = 1 << 16


@dataclass(frozen=True)
class Border:
    """The trusted end of a student process, to be handed over."""

    descriptors: tuple[int, int]
    """Socket and pidfd."""
    number: int
    """Requests that were already made on it."""


Revive = Callable[[str], tuple[Border | None, str]]


class CheckProcess:
    """A running P3. Use as a context manager."""

    def __init__(self, sheet_file: Path, checks: Path, sheet: Sheet) -> None:
        self.sheet_file = sheet_file
        self.checks = checks
        self.sheet = sheet
        self.chances: dict[tuple[str, str], float] = {}
        """(part, check) → bound on the probability that it turns away a right answer."""

    def __enter__(self) -> "CheckProcess":
        if not self.checks.is_dir():
            raise GraderFault(f"there are no hidden checks at {self.checks}")
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._log = tempfile.TemporaryFile()  # a pipe could fill up and stop it
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-I", "-B", "-X", "utf8", "-m", "autograder.checks.worker"),
                *(str(theirs.fileno()), str(self.sheet_file.resolve()), str(self.checks.resolve())),
            ],
            pass_fds=[theirs.fileno()],
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )
        theirs.close()
        self._control.settimeout(START_SECONDS)
        try:
            self._await_ready()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def _await_ready(self) -> None:
        try:
            ready, _ = messages.receive(self._control)
        except GraderFault as fault:
            raise GraderFault(f"the hidden checks do not start: {self._complaint()}") from fault
        covered = {(part, check) for part, check in ready["covered"]}
        for part, check, chance in ready["chances"]:
            self.chances[part, check] = self.chances.get((part, check), 0.0) + chance
        wanted = {(task.id, check) for task in self.sheet.tasks for check in task.maxima()}
        if covered != wanted:
            differing = ", ".join(f"{part} ({check})" for part, check in sorted(covered ^ wanted))
            raise GraderFault(
                f"sheet.toml and the hidden checks in {self.checks} do not fit together: "
                f"{differing}"
            )

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._control.close()
        try:
            self._process.wait(EXIT_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()

    @property
    def pid(self) -> int:
        return self._process.pid

    def grade(
        self,
        border: Border,
        revive: Revive,
        *,
        seed: str,
        parts: Sequence[str],
        handed: Mapping[str, Handed],
        seconds: float,
    ) -> list[TestResult]:
        """Run the checks of ``parts``; raises :class:`GraderFault` when P3 fails.

        ``revive`` replaces a student process that died in a call. The student's calls together
        get ``seconds``, then the rest is "time limit".
        """
        job = {
            "op": "job",
            "seed": seed,
            "parts": list(parts),
            "frame_bytes": self.sheet.limits.frame_mib << 20,
            "number": border.number,
            "seconds": seconds,
            "call_seconds": self.sheet.limits.call_seconds,
        }
        deadline = time.monotonic() + seconds + SLACK_SECONDS
        try:
            for part, found in handed.items():
                if found.formula or found.written:
                    text = messages.located(part, found.formula, found.written)
                    messages.send(self._control, text)
            messages.send(self._control, job, border.descriptors)
            return self._results(revive, deadline)
        except GraderFault as fault:
            raise GraderFault(f"the hidden checks failed ({fault}): {self._complaint()}") from fault

    def _results(self, revive: Revive, deadline: float) -> list[TestResult]:
        results: list[TestResult] = []
        while True:
            self._control.settimeout(max(deadline - time.monotonic(), 0.001))
            message, _ = messages.receive(self._control)
            match message["op"]:
                case "result":
                    results.append(msgspec.convert(message["result"], TestResult))
                case "revive":
                    fresh, why = revive(message["cause"])
                    answer: dict[str, Any] = {"why": why, "number": fresh.number if fresh else 0}
                    messages.send(self._control, answer, fresh.descriptors if fresh else ())
                case "done":
                    return results

    def _complaint(self) -> str:
        """The last lines that P3 wrote before it died."""
        self._process.kill()
        self._process.wait()
        if self._log.closed:
            return ""
        self._log.seek(max(0, self._log.seek(0, os.SEEK_END) - MAX_COMPLAINT_BYTES))
        text = self._log.read(MAX_COMPLAINT_BYTES).decode("utf-8", "replace")
        return "\n".join(text.strip().splitlines()[-15:])


def _environment() -> dict[str, str]:
    return {
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
