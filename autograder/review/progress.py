"""How far a part is, and what comes next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from autograder.course.sheet import Task
from autograder.review.answer import Answer


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


def counted(task: Task, answers: Sequence[Answer]) -> Progress:
    return Progress(
        task=task,
        answers=len(answers),
        open=sum(one.open for one in answers),
        look=sum(one.look for one in answers),
        ours=sum(one.ours for one in answers),
        by_hand=sum(one.by_hand is not None for one in answers),
    )


def next_open(answers: Sequence[Answer], after: str = "") -> Answer | None:
    """The next answer without a mark, behind the one with this code; around the end once."""
    start = next((n for n, one in enumerate(answers, 1) if one.code == after), 0)
    around = (answers[n % len(answers)] for n in range(start, start + len(answers)))
    return next((one for one in around if one.open and one.code != after), None)


def neighbours(answers: Sequence[Answer], code: str) -> tuple[Answer | None, Answer | None]:
    """The answers before and behind this one."""
    place = next((n for n, one in enumerate(answers) if one.code == code), None)
    if place is None:
        return None, None
    before = answers[place - 1] if place else None
    behind = answers[place + 1] if place + 1 < len(answers) else None
    return before, behind


def waiting(parts: Iterable[Sequence[Answer]]) -> list[Answer]:
    """Everything that the machine could not decide: by reason, by submission, by part."""
    found = [one for answers in parts for one in answers if one.look or one.ours]
    reasons = list(type(found[0].part.outcome)) if found else []
    return sorted(found, key=lambda one: (reasons.index(one.part.outcome), one.code))
