"""The way in: every part with its progress, and what the machine could not decide."""

from dataclasses import dataclass

from starlette.responses import Response

from autograder.course.sheet import exercise_of
from autograder.records.ledger import Decision
from autograder.review.marking import undoable
from autograder.review.progress import Progress
from autograder.review.web import Visit

SHOWN_DECISIONS = 100
"""Of the history, on one page."""


@dataclass(frozen=True, slots=True)
class Block:
    """One exercise of the sheet."""

    title: str
    parts: tuple[Progress, ...]


def overview(visit: Visit) -> Response:
    wanted = visit.session.parts
    blocks = [
        Block(
            f"{one.id} {one.title.text[visit.language]}",
            tuple(
                visit.progress(task.id)
                for task in visit.desk.tasks
                if exercise_of(task.id) == one.id and (not wanted or task.id in wanted)
            ),
        )
        for one in visit.desk.sheet.exercises
    ]
    parts = [part for block in blocks for part in block.parts]
    return visit.page(
        "overview.html",
        blocks=[block for block in blocks if block.parts],
        answers=sum(part.answers for part in parts),
        open=sum(part.open for part in parts),
        last=undoable(visit.desk.decisions, visit.session.author),
    )


def history(visit: Visit) -> Response:
    """Who decided what, newest first."""
    page = max(1, int(visit.asked("page"))) if visit.asked("page").isdecimal() else 1
    decisions = visit.desk.decisions
    end = len(decisions) - (page - 1) * SHOWN_DECISIONS
    shown = decisions[max(0, end - SHOWN_DECISIONS) : max(0, end)]
    return visit.page(
        "history.html",
        rows=[(one, _code(visit, one)) for one in reversed(shown)],
        page=page,
        more=end > SHOWN_DECISIONS,
    )


def _code(visit: Visit, decision: Decision) -> str:
    answers = visit.desk.of_submission(decision.submission)
    first = next(iter(answers.values()), None)
    return visit.name_of(first) if first else ""
