"""One answer with everything a mark needs, and the forms that give or take it back."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup
from starlette.responses import Response

from autograder.course.rubrics import Rubric
from autograder.i18n import Language, Text, text
from autograder.out.pictures import About
from autograder.records.ledger import KeptFile, Kind
from autograder.review import markup, outputs
from autograder.review.answer import Answer
from autograder.review.contents import Cell, Contents
from autograder.review.difference import Piece, difference
from autograder.review.grouping import normalised
from autograder.review.marking import (
    Judgement,
    Refusal,
    decide,
    is_undo,
    points_of,
    seen_of,
    undo,
    undoable,
)
from autograder.review.progress import neighbours
from autograder.review.suggest import nearest
from autograder.review.web import Visit
from autograder.store import Seen

COMMENTS = 8
"""Comments of this part that are offered again."""
SAME = 400
"""Equal answers that are listed and may be marked together."""
NEAR = 20
"""Similar answers that are listed, each with what differs."""
SMALL_SCALE = 4.0
"""Up to so many points, halves have keys of their own: 5 is 0.5, 6 is 1.5, 7 is 2.5, 8 is 3.5."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A button that gives points, and its key."""

    points: float
    key: str


@dataclass(frozen=True, slots=True)
class Member:
    """Another answer that says the same or nearly the same."""

    answer: Answer
    percent: float
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Beside:
    """A file that came with the notebook, by its number in the submission."""

    number: int
    file: KeptFile
    about: About | None
    """Its pages, where it has any that can be shown."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer as it is shown: its cells, and its files."""

    answer: Answer
    cells: list[Markup]


def answer(visit: Visit) -> Response:
    found = visit.desk.answer(visit.path("task"), visit.path("code"))
    if found is None:
        return visit.missing()
    task = found.task
    contents = contents_of(visit, found.submission)
    before, behind = neighbours(visit.part(task.id), found.code)
    others = visit.desk.of_submission(found.submission)
    rubric = visit.desk.rubrics.get(task.id, Rubric(task.id))
    return visit.page(
        "answer.html",
        answer=found,
        task=task,
        shown=shown(found, contents, visit.language),
        own=[
            shown(others[other], contents, visit.language)
            for other in task.builds_on
            if other in others
        ],
        files=[
            Beside(number, one, visit.office.shelves.pictures.about(one.sha256))
            for number, one in enumerate(contents.files)
            if one.sha256 and not one.name.endswith((".ipynb", ".py"))
        ],
        scans=found.look or not contents.of_part(task.id),
        rubric=rubric,
        choices=choices(task.points),
        comments=reusable(visit, task.id),
        members=members(visit, found),
        history=[(one, is_undo(one)) for one in reversed(found.history)],
        progress=visit.progress(task.id),
        before=before,
        behind=behind,
        draft=visit.session.draft.pop((task.id, found.code), {}),
        queue="look" if visit.asked("queue") == "look" else "",
        names=nearest(contents.names, task, visit.desk.sheet) if found.look else [],
        last=undoable(visit.desk.decisions, visit.session.author),
    )


def mark(visit: Visit) -> Response:
    """Points, a comment, or both, for this answer and those ticked beside it."""
    task, code = visit.path("task"), visit.path("code")
    found = visit.desk.answer(task, code)
    if found is None:
        return visit.missing()
    here = f"/answer/{task}/{code}"
    queue = "look" if visit.field("queue") == "look" else ""
    try:
        chosen = [(found, seen_of(visit.field("seen"))), *_also(visit, found)]
        judged = _judgement(visit, found)
        kept = decide(visit.desk, chosen, judged)
    except Refusal as refusal:
        visit.session.draft[task, code] = {
            name: visit.field(name) for name in ("comment", "reason", "other")
        }
        return visit.to(here + ("?queue=look" if queue else ""), refusal.text, refusal=True)
    said = _told(judged, len(chosen)) if kept else text("Es war nichts zu ändern.")
    if judged.points is None:
        return visit.to(here, said)
    after = f"{task}/{code}" if queue else code
    return visit.to(f"/look/next?after={after}" if queue else f"/next/{task}?after={code}", said)


def take_back(visit: Visit) -> Response:
    """Undo, and go where it was undone."""
    try:
        found = undo(visit.desk, visit.session.author)
    except Refusal as refusal:
        return visit.to("/", refusal.text, refusal=True)
    said = text("Zurückgenommen: {part}.", part=found.task.id)
    return visit.to(f"/answer/{found.task.id}/{found.code}", said)


def contents_of(visit: Visit, submission: str) -> Contents:
    version = visit.desk.version(submission)
    return visit.office.shelves.contents(version) if version else Contents((), {}, (), ())


def shown(found: Answer, contents: Contents, language: Language) -> Shown:
    """The student's own cells for a part; else the text that intake found for it."""
    cells = contents.of_part(found.task.id)
    if cells:
        return Shown(found, [piece for cell in cells for piece in cell_shown(cell, language)])
    return Shown(found, [markup.markdown(found.text)] if found.text.strip() else [])


def cell_shown(cell: Cell, language: Language, mathml: bool = False) -> list[Markup]:
    """A cell and what stood under it; ``mathml``: for a page on which no script runs."""
    if cell.kind != "code":
        text = cell.kind == "markdown"
        own = markup.markdown(cell.source, mathml) if text else markup.verbatim(cell.source)
        pictures = outputs.attachments(cell.attachments, language) if cell.attachments else []
        return [own, *pictures]
    return [markup.code(cell.source), *outputs.shown(outputs.read(cell.outputs), language)]


def choices(maximum: float) -> list[Choice]:
    """Whole points by their digit, halves by the digits behind."""
    whole = [Choice(float(n), str(n)) for n in range(min(int(maximum), 9) + 1)]
    if maximum > SMALL_SCALE:
        return whole
    halves = [Choice(n + 0.5, str(5 + n)) for n in range(4) if n + 0.5 <= maximum]
    return sorted([*whole, *halves], key=lambda one: one.points)


def reusable(visit: Visit, task: str) -> list[str]:
    """Comments given on this part, the most frequent first."""
    counted = Counter(
        one.words
        for one in visit.desk.decisions
        if one.kind is Kind.COMMENT and one.task == task and one.words and not is_undo(one)
    )
    return [words for words, _ in counted.most_common(COMMENTS)]


def members(visit: Visit, found: Answer) -> list[Member]:
    """The other answers of its group: the same first, then near ones with what differs.

    Where nothing was found there is no group: two such answers may be two different scans.
    """
    if not normalised(found.text):
        return []
    group = visit.desk.group_of(found)
    percents = {**dict.fromkeys(group.same, 100.0), **dict(group.near)}
    answers = {one.submission: one for one in visit.part(found.task.id)}
    others = [answers[name] for name in group.members if name in answers]
    exact = percents.get(found.submission) == 100.0
    same = [one for one in others if exact and percents[one.submission] == 100.0]
    near = [one for one in others if one not in same]
    listed = [Member(one, 100.0, []) for one in same[:SAME]]
    listed += [
        Member(one, percents[one.submission], difference(found.text, one.text))
        for one in near[:NEAR]
    ]
    return [one for one in listed if one.answer.submission != found.submission]


def _also(visit: Visit, found: Answer) -> list[tuple[Answer, Seen]]:
    """The answers ticked in the list, each with the version that was looked at."""
    chosen = []
    for value in visit.form.get("also", ()):
        code, _, version = value.partition(":")
        other = visit.desk.answer(found.task.id, code)
        if other is not None and other.submission != found.submission:
            chosen.append((other, seen_of(version)))
    return chosen


def _judgement(visit: Visit, found: Answer) -> Judgement:
    what = visit.field("points")
    points: float | None = None
    if what == "criteria":
        points = _sum(visit, found)
    elif what == "other":
        points = points_of(visit.field("other"), found.task.points)
    elif what not in ("", "keep", "back"):
        points = points_of(what, found.task.points)
    return Judgement(
        author=visit.session.author,
        points=points,
        comment=visit.field("comment") if "comment" in visit.form else None,
        reason=visit.field("reason"),
        back=what == "back",
    )


def _sum(visit: Visit, found: Answer) -> float:
    """What the ticked criteria give together."""
    rubric = visit.desk.rubrics.get(found.task.id, Rubric(found.task.id))
    ticked: Sequence[str] = visit.form.get("criterion", ())
    given = sum(one.points for n, one in enumerate(rubric.criteria) if str(n) in ticked)
    return points_of(f"{given:g}", found.task.points)


def _told(judged: Judgement, count: int) -> Text:
    if judged.back:
        return text("Es gilt wieder die automatische Bewertung.")
    if judged.points is None:
        return text("Kommentar gespeichert.")
    if count > 1:
        return text("{points:g} P für {n} Antworten.", points=judged.points, n=count)
    return text("{points:g} P gespeichert.", points=judged.points)
