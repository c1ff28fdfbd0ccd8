"""Everything that waits and was marked, kept beside the store and brought up to date with it.

The store is the truth and may be written by others at any time: a run that goes on, a command,
another tutor's page. Each request asks it what is new (two numbers) and takes in only that.
"""

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from autograder.course.rubrics import Rubric
from autograder.course.sheet import Sheet, Task
from autograder.records.ledger import Decision, Grading, Kind, Version
from autograder.records.model import SubmissionResult
from autograder.review import order
from autograder.review.answer import Answer
from autograder.review.grouping import Group, group
from autograder.review.progress import Progress, counted
from autograder.scoring.force import Rulings, in_force
from autograder.store import ON_AN_ANSWER, Position, Store

Share = tuple[int, int]
"""(which, of how many) of the people."""
EVERYBODY: Share = (1, 1)


class Desk:
    """All answers of one sheet. Safe for threads; what it gives out is frozen."""

    def __init__(
        self, store: Store, sheet: Sheet, seed: str, rubrics: Mapping[str, Rubric]
    ) -> None:
        self.store = store
        self.sheet = sheet
        self.seed = seed
        self.rubrics = rubrics
        self._lock = threading.Lock()
        self._position: Position | None = None
        self._gradings: dict[str, Grading] = {}
        self._versions: dict[str, Version] = {}
        self._rulings = Rulings()
        self._history: dict[tuple[str, str], list[Decision]] = {}
        self._decisions: list[Decision] = []
        self._answers: dict[str, dict[str, Answer]] = {}
        self._names: dict[str, str] = {}
        self._orders: dict[str, list[str]] = {}
        self._shares: dict[tuple[str, Share], tuple[object, Sequence[Answer], Progress]] = {}
        self._groups: dict[str, tuple[object, list[Group]]] = {}

    def refresh(self) -> None:
        """Take in what others wrote since the last time."""
        with self._lock:
            position = self.store.watch.newest()
            if position == self._position:
                return
            before = self._position
            fresh = self.store.decisions.all(after=self._decisions[-1].id if self._decisions else 0)
            if before is None or _forgot(before, position, fresh):
                self._read_all()
            else:
                self._take_in(self.store.watch.graded_after(before.grading), fresh)
            self._position = position

    def part(self, task: str, share: Share = EVERYBODY) -> Sequence[Answer]:
        """The answers to one part, in an order that favours nobody."""
        return self._shared(task, share)[1]

    def progress(self, task: str, share: Share = EVERYBODY) -> Progress:
        """How far a part is."""
        return self._shared(task, share)[2]

    def _shared(self, task: str, share: Share) -> tuple[object, Sequence[Answer], Progress]:
        answers = self._answers[task]
        known = self._shares.get((task, share))
        if known is None or known[0] is not answers:
            which, of = share
            mine = tuple(
                answers[name]
                for name in self._orders[task]
                if name in answers and order.share_of(self.seed, name, of) == which
            )
            known = (answers, mine, counted(self.sheet.by_id[task], mine))
            self._shares[task, share] = known
        return known

    def answer(self, task: str, code: str) -> Answer | None:
        return self._answers.get(task, {}).get(self._names.get(code, ""))

    def of_submission(self, submission: str) -> dict[str, Answer]:
        """Part → its answer, in the order of the sheet."""
        return {
            task: answers[submission]
            for task, answers in self._answers.items()
            if submission in answers
        }

    def submission(self, code: str) -> str | None:
        return self._names.get(code)

    def result(self, submission: str) -> SubmissionResult:
        return self._gradings[submission].result

    def version(self, submission: str) -> Version | None:
        return self._versions.get(submission)

    @property
    def tasks(self) -> tuple[Task, ...]:
        return self.sheet.tasks

    @property
    def rulings(self) -> Rulings:
        """All decisions, folded."""
        return self._rulings

    @property
    def decisions(self) -> Sequence[Decision]:
        """All decisions, oldest first."""
        return self._decisions

    def groups(self, task: str) -> list[Group]:
        """The answers to one part, by what they say."""
        answers = self._answers[task]
        stamp = tuple(one.grading for one in answers.values())
        known = self._groups.get(task)
        if known is None or known[0] != stamp:
            found = group({name: one.text for name, one in answers.items()})
            self._groups[task] = known = (stamp, found)
        return known[1]

    def group_of(self, answer: Answer) -> Group:
        for one in self.groups(answer.task.id):
            if answer.submission in one.members:
                return one
        return Group(answer.submission, (answer.submission,))

    def _read_all(self) -> None:
        self._gradings = {one.result.submission: one for one in self.store.gradings.latest()}
        self._versions = {one.submission: one for one in self.store.gradings.newest_versions()}
        self._names = {order.code(self.seed, name): name for name in self._gradings}
        self._decisions = []
        self._history = {}
        self._answers = {task.id: {} for task in self.sheet.tasks}
        self._note(self.store.decisions.all())
        self._rulings = self.store.rulings()
        self._build(self._gradings)

    def _take_in(self, graded: Sequence[str], decisions: Sequence[Decision]) -> None:
        """New results and decisions, without reading the others again."""
        if graded:
            for one in self.store.gradings.latest(graded):
                name = one.result.submission
                self._gradings[name] = one
                self._versions[name] = self.store.gradings.versions(name)[-1]
                self._names[order.code(self.seed, name)] = name
        self._note(decisions)
        if all(one.kind in ON_AN_ANSWER for one in decisions):
            self._rulings = _with(self._rulings, decisions)
            self._build({one.submission for one in decisions} | set(graded))
        else:
            self._rulings = self.store.rulings()
            self._build(self._gradings)

    def _note(self, decisions: Iterable[Decision]) -> None:
        for one in decisions:
            self._decisions.append(one)
            if one.kind in ON_AN_ANSWER:
                self._history.setdefault((one.submission, one.task), []).append(one)

    def _build(self, names: Iterable[str]) -> None:
        """The answers of these submissions as they stand now; a reader sees old ones or new."""
        changed: dict[str, dict[str, Answer]] = {}
        for name in names:
            if name in self._gradings:
                for answer in self._of(self._gradings[name]):
                    task = answer.task.id
                    if self._answers[task].get(name) != answer:
                        changed.setdefault(task, {})[name] = answer
        known = {
            task: {**answers, **changed[task]} if task in changed else answers
            for task, answers in self._answers.items()
        }
        if any(len(known[task]) != len(self._orders.get(task, ())) for task in known):
            self._orders = {
                task: order.shuffled(self.seed, task, answers) for task, answers in known.items()
            }
        self._answers = known

    def _of(self, grading: Grading) -> Iterable[Answer]:
        name = grading.result.submission
        version = self._versions.get(name)
        people = version.people if version else ()
        counted = in_force(grading.result, self._rulings, [one.id for one in people])
        now = {part.task: part for part in counted.parts}
        for part in grading.result.parts:
            if part.task in self.sheet.by_id and part.task in now:
                yield Answer(
                    submission=name,
                    code=order.code(self.seed, name),
                    task=self.sheet.by_id[part.task],
                    machine=part,
                    part=now[part.task],
                    history=tuple(self._history.get((name, part.task), ())),
                    grading=grading.id,
                    students=grading.result.students,
                    people=people,
                )


def _forgot(before: Position, now: Position, fresh: Sequence[Decision]) -> bool:
    """Whether rows went away: somebody was forgotten."""
    fewer = now.gradings < before.gradings or now.decisions < before.decisions
    return fewer or any(one.kind is Kind.FORGET for one in fresh)


def _with(rulings: Rulings, decisions: Iterable[Decision]) -> Rulings:
    """The rulings after some more marks and comments, without folding all the others again."""
    fresh = Rulings.of(decisions)
    taken_back = [
        (one.submission, one.person, one.task)
        for one in decisions
        if one.kind is Kind.MARK and one.points is None
    ]
    marks = {key: one for key, one in rulings.marks.items() if key not in taken_back}
    return replace(
        rulings,
        marks={**marks, **fresh.marks},
        comments={**rulings.comments, **fresh.comments},
    )
