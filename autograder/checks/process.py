"""P0's handle on P3: starts it by exec and has it check one submission after another."""

import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

from autograder.checks import messages
from autograder.errors import GraderFault
from autograder.model import Handed, TestResult
from autograder.sheet import Sheet

START_SECONDS = 60
EXIT_SECONDS = 5


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
        self.covered: frozenset[tuple[str, str]] = frozenset()
        """(part, check) pairs that have tests."""

    def __enter__(self) -> "CheckProcess":
        if not self.checks.is_dir():
            raise GraderFault(f"there are no hidden checks at {self.checks}")
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-I", "-X", "utf8", "-m", "autograder.checks.worker"),
                *(str(theirs.fileno()), str(self.sheet_file.resolve()), str(self.checks.resolve())),
            ],
            pass_fds=[theirs.fileno()],
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        theirs.close()
        self._control.settimeout(START_SECONDS)
        try:
            ready, _ = messages.receive(self._control)
        except GraderFault as fault:
            raise GraderFault(f"the hidden checks do not start: {self._complaint()}") from fault
        self.covered = frozenset((part, check) for part, check in ready["covered"])
        return self

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
        assert self._process.stdout is not None
        self._process.stdout.close()

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

        ``revive`` replaces a student process that died in a call; ``seconds`` bounds the whole.
        """
        job = {
            "op": "job",
            "seed": seed,
            "parts": list(parts),
            "located": {
                part: {"touched": found.touched, "formula": found.formula}
                for part, found in handed.items()
            },
            "frame_bytes": self.sheet.limits.frame_mib << 20,
            "number": border.number,
        }
        self._control.settimeout(seconds)
        try:
            messages.send(self._control, job, border.descriptors)
            return self._results(revive)
        except GraderFault as fault:
            raise GraderFault(f"the hidden checks failed ({fault}): {self._complaint()}") from fault

    def _results(self, revive: Revive) -> list[TestResult]:
        results: list[TestResult] = []
        while True:
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
        assert self._process.stdout is not None
        with contextlib.suppress(OSError):
            text = self._process.stdout.read(1 << 16).decode("utf-8", "replace")
            return "\n".join(text.strip().splitlines()[-15:])
        return ""


def _environment() -> dict[str, str]:
    return {
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
