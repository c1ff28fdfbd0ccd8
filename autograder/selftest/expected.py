"""What each part of a notebook from the bank must get, and which checks are run for that."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from autograder.course.sheet import Sheet, Task
from autograder.errors import UsageFault
from autograder.records.model import Family, Outcome
from autograder.selftest.bank import BankFile, Stated


@dataclass(frozen=True, slots=True)
class Expected:
    """``points`` is None where a human must decide; ``says``: German words of the message."""

    outcome: Outcome
    points: float | None
    says: str = ""


def expected_of(files: Sequence[BankFile], sheet: Sheet) -> Mapping[str, Expected]:
    """Part → expectation, for exactly the parts whose checks are to be run.

    ``files`` share a notebook; the last one is the one under test, and what it states counts
    most. A part that nothing is stated about must be right, a written answer must wait.
    """
    subject = files[-1]
    if subject.kind == "whole":
        chosen = [task.id for task in sheet.tasks]
    else:
        chosen = dependents([file.part for file in files], sheet)
    stated: dict[str, Stated] = {}
    for file in files:
        if file.kind != "whole":
            stated[file.part] = _own(file)
        stated |= file.header.parts
    if subject.kind != "whole":
        stated[subject.part] = _own(subject)
    return {
        part: _expected(sheet.by_id[part], stated.get(part, Stated()), subject.name)
        for part in chosen
    }


def dependents(parts: Iterable[str], sheet: Sheet) -> list[str]:
    """These automatic parts and all that build on them, in the order of the sheet."""
    chosen = set(parts)
    for task in sheet.tasks:  # a part builds only on parts before it
        if chosen.intersection(task.builds_on):
            chosen.add(task.id)
    return [task.id for task in sheet.tasks if task.id in chosen and task.kind != "text"]


def _own(file: BankFile) -> Stated:
    header = file.header
    default = "wrong" if file.kind == "wrong" else "right"
    return Stated(header.outcome or default, header.points, header.says)


def _expected(task: Task, stated: Stated, where: str) -> Expected:
    default = Outcome.WAITING if task.kind == "text" else Outcome.RIGHT
    known = {outcome.value: outcome for outcome in Outcome}
    outcome = known.get(stated.outcome) if stated.outcome else default
    if outcome is None:
        raise UsageFault(f"{where}: there is no outcome {stated.outcome!r}.")
    points = stated.points
    if points is None and outcome.family is Family.VERDICT:
        points = task.points if outcome.earns else 0.0
    return Expected(outcome, points, stated.says)
