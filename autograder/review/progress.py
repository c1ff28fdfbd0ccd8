"""How far a part is, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.model import Family
from autograder.review.answer import Answer
from autograder.review.web import Visit
from autograder.sheet import Task


@dataclass(frozen=True, slots=True)
class Progress:
    """One part, counted over the answers that a tutor marks."""

    task: Task
    answers: int
    open: int
    look: int
    ours: int
    by_hand: int

    @property
    def done(self) -> int:
        return self.answers - self.open


def progress(visit: Visit, task: Task) -> Progress:
    answers = visit.part(task.id)
    return Progress(
        task=task,
        answers=len(answers),
        open=sum(one.open for one in answers),
        look=sum(one.look for one in answers),
        ours=sum(one.open and one.part.outcome.family is Family.OURS for one in answers),
        by_hand=sum(one.by_hand is not None for one in answers),
    )


def next_open(answers: Sequence[Answer], after: str = "") -> Answer | None:
    """The next answer without a mark, behind the one with this code; around the end once."""
    codes = [one.code for one in answers]
    start = codes.index(after) + 1 if after in codes else 0
    around = [*answers[start:], *answers[:start]]
    return next((one for one in around if one.open and one.code != after), None)


def neighbours(answers: Sequence[Answer], code: str) -> tuple[Answer | None, Answer | None]:
    """The answers before and behind this one."""
    codes = [one.code for one in answers]
    if code not in codes:
        return None, None
    place = codes.index(code)
    before = answers[place - 1] if place else None
    behind = answers[place + 1] if place + 1 < len(answers) else None
    return before, behind


def waiting(visit: Visit) -> list[Answer]:
    """Everything that the machine could not decide, by reason, then by part."""
    found = [
        one
        for task in visit.desk.tasks
        for one in visit.part(task.id)
        if one.open and one.part.outcome.family in (Family.LOOK, Family.OURS)
    ]
    reasons = list(type(found[0].part.outcome)) if found else []
    return sorted(found, key=lambda one: reasons.index(one.part.outcome))
