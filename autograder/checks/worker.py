"""P3: one pytest session that collected the hidden checks once and loops over submissions.

Started by exec as ``python -I -m autograder.checks.worker CONTROL_FD SHEET_TOML CHECKS_DIR``. It
holds the other end of the student's descriptor while it checks, and knows no store, no people
and no network.
"""

import contextlib
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from autograder.checks import messages, plugin
from autograder.checks.marking import chance_of, mark_of
from autograder.checks.plugin import RESULT, SEED, STUDENT, not_run
from autograder.checks.student import Located, Student
from autograder.course.sheet import Sheet, load_sheet
from autograder.errors import GraderFault
from autograder.i18n import add_catalog, text
from autograder.records.model import Outcome, TestResult
from autograder.wire.frames import Channel
from autograder.wire.peer import Peer

_NOT_NEEDED = (
    *("cacheprovider", "doctest", "faulthandler", "junitxml", "logging", "pastebin"),
    *("skipping", "stepwise", "threadexception", "unittest", "unraisableexception", "warnings"),
)
"""Plugins of pytest that only cost time for every test of every submission."""


class Worker:
    """The plugin that replaces pytest's own loop."""

    def __init__(self, control: socket.socket, sheet: Sheet) -> None:
        self.control = control
        self.sheet = sheet
        self.items: list[pytest.Item] = []

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        order = {task.id: number for number, task in enumerate(self.sheet.tasks)}
        marked = [item for item in session.items if mark_of(item)]
        unknown = {mark.task for item in marked if (mark := mark_of(item))} - order.keys()
        if unknown:
            raise GraderFault(f"checks for parts that sheet.toml does not have: {sorted(unknown)}")
        self.items = sorted(marked, key=lambda item: order[mark_of(item).task])  # type: ignore[union-attr]

    def pytest_internalerror(self, excrepr: object) -> None:
        """To the coordinator's log: pytest's own report goes nowhere."""
        sys.stderr.write(str(excrepr))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            sys.stderr.write(str(report.longrepr))

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed:  # a file that cannot be collected is told on stderr
            return True
        covered = sorted({tuple(mark) for item in self.items if (mark := mark_of(item))})
        chances = [[*mark, chance_of(item)] for item in self.items if (mark := mark_of(item))]
        messages.send(self.control, {"op": "ready", "covered": covered, "chances": chances})
        located: dict[str, Located] = {}
        while True:
            try:
                message, descriptors = messages.receive(self.control)
            except GraderFault:
                return True
            if message["op"] == "located":
                located[message["part"]] = Located(message["formula"], message["written"])
            else:
                self.grade(session, message, descriptors, located)
                located = {}

    def grade(
        self,
        session: pytest.Session,
        job: dict[str, Any],
        descriptors: list[int],
        located: Mapping[str, Located],
    ) -> None:
        """All checks on one submission; each result is sent as it is known."""
        lines = Lines(self.control, job, descriptors)
        current = Student(
            sheet=self.sheet,
            peer=lines.peer,
            revive=lines.revive,
            located=located,
            call_seconds=job["call_seconds"],
            deadline=time.monotonic() + job["seconds"],
        )
        session.config.stash[STUDENT] = current
        session.config.stash[SEED] = job["seed"]
        current.read_formulas()
        wanted = set(job["parts"])
        for item in self.items:
            mark = mark_of(item)
            if mark and mark.task in wanted:
                result = messages.trim(self.run(item, current))
                messages.send(self.control, {"op": "result", "result": result})
        del session.config.stash[STUDENT]
        lines.close()
        messages.send(self.control, {"op": "done"})

    def run(self, item: pytest.Item, current: Student) -> TestResult:
        """One test; where it fails, also on earlier values of the same answer."""
        result = self._once(item, current, None)
        earlier = max((found.earlier for found in current.used.values()), default=0)
        if result.outcome.earns:
            return result
        for version in reversed(range(earlier)):
            if self._once(item, current, version).outcome.earns:
                message = text("Ein früherer Wert desselben Namens hätte bestanden.")
                return replace(result, outcome=Outcome.EARLIER_VALUE, message=message)
        return result

    def _once(self, item: pytest.Item, current: Student, version: int | None) -> TestResult:
        current.recover()
        current.begin_check(version)
        if RESULT in item.stash:
            del item.stash[RESULT]
        reports = runtestprotocol(item, log=False, nextitem=None)
        if RESULT in item.stash:
            return item.stash[RESULT]
        return not_run(item, "\n".join(str(report.longrepr) for report in reports))


class Lines:
    """The descriptors of the submission under check."""

    def __init__(self, control: socket.socket, job: dict[str, Any], descriptors: list[int]) -> None:
        self.control = control
        self.frame_bytes = job["frame_bytes"]
        self._open(descriptors, job["number"])

    def _open(self, descriptors: list[int], number: int) -> None:
        border, self.pidfd = descriptors
        self.socket = socket.socket(fileno=border)
        channel = Channel(self.socket, self.frame_bytes, budget_bytes=64 * self.frame_bytes)
        self.peer = Peer(channel, self._interrupt, number)

    def _interrupt(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.pidfd, signal.SIGINT)

    def revive(self, cause: str) -> tuple[Peer | None, str]:
        """Ask the coordinator for another process that ran the notebook."""
        self.close()
        messages.send(self.control, {"op": "revive", "cause": cause[:200]})
        answer, descriptors = messages.receive(self.control)
        if not descriptors:
            return None, answer["why"]
        self._open(descriptors, answer["number"])
        return self.peer, answer["why"]

    def close(self) -> None:
        if self.pidfd >= 0:
            self.socket.close()
            os.close(self.pidfd)
            self.pidfd = -1


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """pytest's own report goes nowhere: results travel as messages."""
    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere):
        yield


def main() -> int:
    control = socket.socket(fileno=int(sys.argv[1]))
    sheet_file, checks = Path(sys.argv[2]), Path(sys.argv[3])
    add_catalog(checks / "locale" / "en.po")
    worker = Worker(control, load_sheet(sheet_file))
    arguments = [
        *(str(checks), "-c", os.devnull, f"--rootdir={checks}", "--confcutdir", str(checks)),
        *(part for name in _NOT_NEEDED for part in ("-p", f"no:{name}")),
        # explaining why two long texts differ can take hours
        *("--assert=plain", "-qq", "--capture=no", "--no-header", "--no-summary", "--tb=no"),
    ]
    with _silence():
        return int(pytest.main(arguments, plugins=[plugin, worker]))


if __name__ == "__main__":
    raise SystemExit(main())
