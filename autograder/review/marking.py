"""Marks, comments and their undoing: what a form says, checked and turned into decisions."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from autograder.i18n import Text, text
from autograder.records.ledger import Decision, Kind, as_was
from autograder.review.answer import Answer
from autograder.review.desk import Desk
from autograder.store import ON_AN_ANSWER, Changed, Seen

MAX_WORDS_CHARS = 4_000
"""Longest comment or reason."""
BY_RUBRIC = "nach Bewertungsschema"
"""The reason that is kept where a written answer was marked and none was given."""

_UNDOES = "↶ "
_UNDONE = re.compile(r"↶ (\d+)")


class Refusal(Exception):
    """A form that cannot be carried out; ``text`` says why and what to do."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.de)
        self.text = why


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a tutor asked for: the same for all these answers to one part."""

    author: str
    points: float | None
    """None: leave the points, or give the automatic ones back (``back``)."""
    comment: str | None
    """None: leave it as it is."""
    reason: str
    back: bool = False


def points_of(typed: str, maximum: float) -> float:
    """A number as people type it; raises :class:`Refusal`."""
    try:
        value = float(typed.strip().replace(",", "."))
    except ValueError:
        value = math.nan
    if not 0 <= value <= maximum:
        why = text(
            "„{typed}“ sind keine Punkte: erwartet wird eine Zahl von 0 bis {maximum}.",
            typed=typed[:20],
            maximum=f"{maximum:g}",
        )
        raise Refusal(why)
    return value


def seen_of(version: str) -> Seen:
    """What a form carries; raises :class:`Refusal`."""
    found = re.fullmatch(r"(\d{1,15})\.(\d{1,15})", version)
    if found is None:
        raise Refusal(text("Das Formular ist unvollständig. Bitte laden Sie die Seite neu."))
    return Seen(int(found[1]), int(found[2]))


def decide(desk: Desk, answers: Sequence[tuple[Answer, Seen]], judged: Judgement) -> int:
    """Keep it for all these answers or for none; returns how many decisions were kept.

    Raises :class:`Refusal` where a reason is missing, and where another tutor was quicker.
    """
    stale = [one for one, seen in answers if one.seen != seen]
    if stale:
        raise Refusal(_conflict(desk, stale[0].task.id, [stale[0].submission]))
    reason = judged.reason.strip()[:MAX_WORDS_CHARS]
    needed = any(one.automatic or one.by_hand for one, _ in answers)
    marked = judged.points is not None or judged.back
    if marked and needed and not reason:
        raise Refusal(
            text("Hier gilt schon eine Bewertung. Bitte nennen Sie einen Grund für die neue.")
        )
    if marked:
        _refuse_lower(desk, [one for one, _ in answers], judged.points)
    decisions = [
        decision for one, _ in answers for decision in _of(one, judged, reason or BY_RUBRIC)
    ]
    if not decisions:
        return 0
    (task,) = {one.task.id for one, _ in answers}
    _keep(desk, task, {one.submission: seen for one, seen in answers}, decisions)
    return len(decisions)


def undo(desk: Desk, author: str) -> Answer:
    """Take back what this author decided last and has not taken back yet.

    Raises :class:`Refusal` where there is nothing, or where somebody decided after it.
    """
    last = undoable(desk.decisions, author)
    if not last:
        raise Refusal(text("Es gibt nichts mehr zurückzunehmen."))
    task = last[0].task
    reason = f"{_UNDOES}{last[0].id}"
    answers = {name: one for name in _names(last) if (one := _answer(desk, task, name))}
    back = [_before(answers[one.submission], one, author, reason) for one in last]
    mine = {name: max(d.id for d in last if d.submission == name) for name in answers}
    seen = {name: Seen(one.grading, mine[name]) for name, one in answers.items()}
    _keep(desk, task, seen, back)
    return answers[last[0].submission]


def undoable(decisions: Iterable[Decision], author: str) -> list[Decision]:
    """The last decisions that this author made together, and that are not taken back."""
    own = [
        one
        for one in decisions
        if one.author == author and one.kind in ON_AN_ANSWER and not one.person and one.task
    ]
    undone = {int(found[1]) for one in own if (found := _UNDONE.fullmatch(one.reason))}
    batches: dict[object, list[Decision]] = {}
    for one in own:
        batches.setdefault(one.at, []).append(one)
    for batch in reversed(batches.values()):
        if batch[0].id not in undone and not batch[0].reason.startswith(_UNDOES):
            return batch
    return []


def is_undo(decision: Decision) -> bool:
    return decision.reason.startswith(_UNDOES)


def _refuse_lower(desk: Desk, answers: Iterable[Answer], points: float | None) -> None:
    """What went out only rises; a mark that would silently not count is refused."""
    for one in answers:
        new = one.machine.points if points is None else points
        told = [
            floor.points
            for person in one.people
            if (floor := desk.rulings.floors.get((person.id, one.task.id)))
        ]
        if new is not None and told and max(told) > new:
            raise Refusal(
                text(
                    "Mitgeteilt wurden schon {points} P; danach steigen Punkte nur noch. Soll es "
                    "doch weniger werden: autograder mark … --allow-lower",
                    points=f"{max(told):g}",
                )
            )


def _of(answer: Answer, judged: Judgement, reason: str) -> Iterable[Decision]:
    blank = Decision(
        Kind.MARK, judged.author, reason, task=answer.task.id, submission=answer.submission
    )
    if judged.points is not None or judged.back:
        was = as_was(answer.machine.outcome.value, answer.machine.points)
        yield replace(blank, points=None if judged.back else judged.points, was=was)
    if judged.comment is not None:
        words = judged.comment.strip()[:MAX_WORDS_CHARS]
        if words != answer.comment:
            yield replace(blank, kind=Kind.COMMENT, words=words)


def _keep(desk: Desk, task: str, seen: dict[str, Seen], decisions: Sequence[Decision]) -> None:
    try:
        desk.store.watch.decide(task, seen, decisions)
    except Changed as error:
        desk.refresh()
        raise Refusal(_conflict(desk, task, error.submissions)) from error
    desk.refresh()


def _conflict(desk: Desk, task: str, submissions: Sequence[str]) -> Text:
    """Who was quicker, and what holds now."""
    answer = _answer(desk, task, submissions[0])
    last = answer.history[-1] if answer and answer.history else None
    if answer is None or last is None:
        return text(
            "Die Antwort wurde inzwischen neu bewertet. Es wurde nichts gespeichert; sehen Sie "
            "sich bitte den neuen Stand an."
        )
    return text(
        "Inzwischen hat {author} hier etwas entschieden ({points} P). Es wurde nichts "
        "gespeichert; sehen Sie sich bitte den neuen Stand an.",
        author=last.author,
        points="–" if answer.part.points is None else f"{answer.part.points:g}",
    )


def _before(answer: Answer, decision: Decision, author: str, reason: str) -> Decision:
    """The decision that restores what held before ``decision``."""
    earlier = [
        one
        for one in answer.history
        if one.kind is decision.kind and not one.person and one.id < decision.id
    ]
    return Decision(
        kind=decision.kind,
        author=author,
        reason=reason,
        task=decision.task,
        submission=decision.submission,
        points=earlier[-1].points if earlier else None,
        words=earlier[-1].words if earlier else "",
        was=decision.was,
    )


def _names(decisions: Iterable[Decision]) -> list[str]:
    return list(dict.fromkeys(one.submission for one in decisions))


def _answer(desk: Desk, task: str, submission: str) -> Answer | None:
    return desk.of_submission(submission).get(task)
