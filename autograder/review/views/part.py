"""All answers to one part, similar ones together, and the queue of what needs a look."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup
from starlette.responses import Response

from autograder.i18n import text
from autograder.review import markup
from autograder.review.answer import Answer
from autograder.review.grouping import Group
from autograder.review.progress import next_open, waiting
from autograder.review.web import Visit
from autograder.scoring.people import contradictions

GROUPS_PER_PAGE = 15
LOOKS_PER_PAGE = 40
EXCERPT_CHARS = 700
"""Of an answer, in the list."""


@dataclass(frozen=True, slots=True)
class Card:
    """A group of answers as the list shows it."""

    leader: Answer
    members: tuple[Answer, ...]
    near: int

    @property
    def excerpt(self) -> Markup:
        """The beginning of the leader's answer."""
        text = self.leader.text[:EXCERPT_CHARS]
        return markup.markdown(text) if self.leader.task.kind == "text" else markup.code(text)

    @property
    def open(self) -> int:
        return sum(one.open for one in self.members)

    @property
    def points(self) -> list[float]:
        """The different marks given so far."""
        return sorted({one.part.points for one in self.members if one.part.points is not None})


def part(visit: Visit) -> Response:
    task = visit.desk.sheet.by_id.get(visit.path("task"))
    if task is None:
        return visit.missing()
    all_ = visit.asked("show") == "all"
    answers = {one.submission: one for one in visit.part(task.id)}
    cards = [
        card
        for group in visit.desk.groups(task.id)
        if (card := _card(group, answers)) and (all_ or card.open)
    ]
    page = page_of(visit.asked("page"), len(cards), GROUPS_PER_PAGE)
    return visit.page(
        "part.html",
        task=task,
        progress=visit.progress(task.id),
        cards=cards[(page - 1) * GROUPS_PER_PAGE : page * GROUPS_PER_PAGE],
        groups=len(cards),
        show="all" if all_ else "open",
        page=page,
        pages=pages_of(len(cards), GROUPS_PER_PAGE),
    )


def next_of_part(visit: Visit) -> Response:
    """To the next answer without a mark."""
    task = visit.path("task")
    if task not in visit.desk.sheet.by_id:
        return visit.missing()
    found = next_open(visit.part(task), visit.asked("after"))
    if found is None:
        done = text("In diesem Teil ist alles bewertet.")
        return visit.to(f"/part/{task}?show=all", done)
    return visit.to(f"/answer/{task}/{found.code}")


def look(visit: Visit) -> Response:
    """Everything that the machine could not decide, by reason."""
    found = waiting(visit.part(task.id) for task in visit.desk.tasks)
    rows = alike(found)
    page = page_of(visit.asked("page"), len(rows), LOOKS_PER_PAGE)
    versions = [
        version
        for name in sorted({one.submission for one in visit.desk.part(visit.desk.tasks[0].id)})
        if (version := visit.desk.version(name))
    ]
    clashes = contradictions(versions, visit.desk.rulings)
    groups = [
        (number, [next(iter(visit.desk.of_submission(name).values())) for name in names])
        for number, names in enumerate(clashes.values(), 1)
    ]
    return visit.page(
        "look.html",
        rows=rows[(page - 1) * LOOKS_PER_PAGE : page * LOOKS_PER_PAGE],
        count=len(found),
        clashes=groups,
        page=page,
        pages=pages_of(len(rows), LOOKS_PER_PAGE),
    )


def next_look(visit: Visit) -> Response:
    """To the next answer that the machine could not decide, in the order of the queue."""
    found = waiting(visit.part(task.id) for task in visit.desk.tasks)
    places = [f"{one.task.id}/{one.code}" for one in found]
    after = visit.asked("after")
    start = places.index(after) + 1 if after in places else 0
    rest = [*found[start:], *found[:start]]
    fresh = next((one for one in rest if f"{one.task.id}/{one.code}" != after), None)
    if fresh is None:
        return visit.to("/look", text("Nichts wartet mehr auf einen Blick."))
    return visit.to(f"/answer/{fresh.task.id}/{fresh.code}?queue=look")


def alike(answers: Sequence[Answer]) -> list[list[Answer]]:
    """Those of one submission that wait for the same reason stand in one row."""
    rows: dict[object, list[Answer]] = {}
    for one in answers:
        words = one.part.message.de if one.part.message else ""
        whole = words.replace(one.task.id, "")  # "no name aufgabe_1a", "no name aufgabe_1b"
        rows.setdefault((one.part.outcome, one.submission, whole), []).append(one)
    return list(rows.values())


def page_of(asked: str, count: int, size: int) -> int:
    """A page number that exists."""
    number = int(asked) if asked.isdecimal() and len(asked) < 7 else 1
    return max(1, min(number, pages_of(count, size)))


def pages_of(count: int, size: int) -> int:
    return max(1, -(-count // size))


def _card(group: Group, answers: dict[str, Answer]) -> Card | None:
    members = tuple(answers[name] for name in group.members if name in answers)
    if not members:
        return None
    near = {name for name, _ in group.near}
    return Card(members[0], members, sum(one.submission in near for one in members))
