"""The pytest plugin: the ``student`` and ``rng`` fixtures, and outcomes instead of pass or fail.

It knows nothing of where the student comes from. The worker (:mod:`autograder.checks.worker`)
and plain ``pytest tests/SHEET`` (:mod:`autograder.pytest_plugin`) put one into the stash.
"""

import hashlib
import time
import traceback
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from autograder.checks.marking import Mark, mark_of
from autograder.checks.showing import shown
from autograder.checks.student import Student
from autograder.checks.verdicts import Verdict
from autograder.errors import GraderFault
from autograder.i18n import Text, text
from autograder.records.model import Evidence, Outcome, TestResult

MAX_TRACEBACK_CHARACTERS = 4_000

STUDENT = pytest.StashKey[Student]()
SEED = pytest.StashKey[str]()
RESULT = pytest.StashKey[TestResult]()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "task(part, check): the part of the sheet that a test grades"
    )


@pytest.fixture
def student(request: pytest.FixtureRequest) -> Student:
    """The submission under test; ``student.aufgabe_1a(…)`` asks it."""
    current = request.config.stash.get(STUDENT, None)
    if current is None:
        raise GraderFault("there is no submission to check")
    return current


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> np.random.Generator:
    """Random inputs: the same for every submission of a run, others in the next run."""
    return np.random.default_rng(seed_for(request.config.stash[SEED], request.node.nodeid))


@pytest.fixture
def seed(request: pytest.FixtureRequest) -> int:
    """A whole number from the run's secret seed, one per test."""
    return seed_for(request.config.stash[SEED], request.node.nodeid)


def seed_for(secret: str, name: str) -> int:
    """63 bits that depend on the run's secret seed and a name."""
    digest = hashlib.blake2b(f"{secret}:{name}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    mark = mark_of(item)
    current = item.config.stash.get(STUDENT, None)
    if mark is None or current is None:
        return (yield)
    start = time.perf_counter()
    problem: BaseException | None = None
    try:
        result = yield
    except (Exception, pytest.fail.Exception) as error:
        problem, result = error, None
    item.stash[RESULT] = _outcome(item, mark, current, problem, time.perf_counter() - start)
    if problem is not None and not item.stash[RESULT].outcome.earns:
        raise problem
    return result


def _outcome(
    item: pytest.Item, mark: Mark, student: Student, problem: BaseException | None, seconds: float
) -> TestResult:
    outcome, message, evidence = _judged(item, student, problem)
    return TestResult(
        task=mark.task,
        check=mark.check,
        test=item.nodeid.rsplit("::", 1)[-1],
        title=text(title_of(item)),
        outcome=outcome,
        message=message,
        evidence=evidence,
        notes=tuple(student.notes()),
        derivation=student.derivation,
        credit=problem.credit if isinstance(problem, Verdict) else 0.0,
        seconds=seconds,
    )


def title_of(item: pytest.Item) -> str:
    """The first line of the test's docstring: what the student reads."""
    function: Any = getattr(item, "function", None)
    return ((function.__doc__ or "").strip().splitlines() or [item.name])[0]


def _judged(
    item: pytest.Item, student: Student, problem: BaseException | None
) -> tuple[Outcome, Text | None, Evidence | None]:
    if problem is None:
        return Outcome.RIGHT, None, None
    asked = Evidence(
        inputs=student.last_inputs,
        found=None if student.last_value is None else shown(student.last_value),
    )
    if isinstance(problem, Verdict):
        given = problem.evidence or asked
        return (
            problem.outcome,
            problem.message,
            replace(
                given, inputs=given.inputs or student.last_inputs, found=given.found or asked.found
            ),
        )
    trace = "".join(traceback.format_exception(problem))[-MAX_TRACEBACK_CHARACTERS:]
    if isinstance(problem, (AssertionError, pytest.fail.Exception)):
        sentence, title = text("Nicht erfüllt: {title}"), text(title_of(item))
        message = Text(sentence.de.format(title=title.de), sentence.en.format(title=title.en))
        return Outcome.WRONG, message, replace(asked, traceback=trace)
    return Outcome.NOT_GRADED, _ours(), replace(asked, traceback=trace)


def not_run(item: pytest.Item, why: str) -> TestResult:
    """For a test that failed before or after its own lines, as in a fixture, or was skipped."""
    mark = mark_of(item)
    assert mark is not None
    return TestResult(
        task=mark.task,
        check=mark.check,
        test=item.nodeid.rsplit("::", 1)[-1],
        title=text(title_of(item)),
        outcome=Outcome.NOT_GRADED,
        message=_ours(),
        evidence=Evidence(traceback=why[-MAX_TRACEBACK_CHARACTERS:]),
    )


def _ours() -> Text:
    return text("Die Prüfung selbst ist abgebrochen; das ist nicht Ihr Fehler.")
