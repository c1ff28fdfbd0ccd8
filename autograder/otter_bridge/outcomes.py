"""From our result to what otter must come to, and whether it did."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from autograder.course.sheet import Sheet, Task
from autograder.errors import GraderFault
from autograder.otter_bridge.testfiles import case_name
from autograder.records.model import Outcome, PartResult, SubmissionResult


@dataclass(frozen=True, slots=True)
class Expected:
    """What otter's test file of one part must report."""

    task: Task
    earned: Mapping[str, bool]
    """Check → whether it gives its full points."""
    points: float
    """The part's points; 0 while it is open."""

    @property
    def cases(self) -> Mapping[str, bool]:
        """otter's name of each case → whether it must pass."""
        return {case_name(self.task, check): earned for check, earned in self.earned.items()}

    @property
    def maximum(self) -> float:
        return sum(self.task.maxima().values())


@dataclass(frozen=True, slots=True)
class Seen:
    """What otter's test file of one part did report."""

    cases: Mapping[str, bool]
    maximum: float


def expected(sheet: Sheet, result: SubmissionResult) -> tuple[Expected, ...]:
    """One record per part with automatic points.

    Raises :class:`GraderFault` when the grader failed on any part: no score must come out.
    """
    by_task = {part.task: part for part in result.parts}
    failed = [
        task.id
        for task in sheet.tasks
        if task.id not in by_task or by_task[task.id].outcome is Outcome.NOT_GRADED
    ]
    if failed:
        reasons = "; ".join(note.de for note in result.notes)
        raise GraderFault(f"not graded: {', '.join(failed)}. {reasons}")
    return tuple(_expected(task, by_task[task.id]) for task in sheet.tasks if task.maxima())


def _expected(task: Task, part: PartResult) -> Expected:
    checks = {check.name: check for check in part.checks}
    earned = {
        name: part.points is not None and name in checks and checks[name].outcome.earns
        for name in task.maxima()
    }
    return Expected(task, earned, part.points or 0.0)


def differences(parts: Sequence[Expected], seen: Mapping[str, Seen]) -> list[str]:
    """Where otter's report is not what our outcomes say, in words; empty when it is."""
    wanted = {part.task.id: part for part in parts}
    lines = [f"{name}: unknown to the sheet" for name in sorted(seen.keys() - wanted.keys())]
    for name, part in wanted.items():
        if name not in seen:
            lines.append(f"{name}: otter reports nothing")
            continue
        found = seen[name]
        if found.cases != part.cases:
            lines.append(f"{name}: otter has {dict(found.cases)}, expected {dict(part.cases)}")
        if not math.isclose(found.maximum, part.maximum):
            lines.append(f"{name}: otter has {found.maximum} points, expected {part.maximum}")
    return lines
