"""What one tutor wants to see, and the table of marks with their authors."""

import csv
import io
from collections.abc import Iterable

from starlette.responses import Response

from autograder.errors import UsageFault
from autograder.export.marks import defused
from autograder.i18n import Text, text
from autograder.review.answer import Answer
from autograder.review.tutors import read_share
from autograder.review.web import Visit


def settings(visit: Visit) -> Response:
    return visit.page("settings.html", tasks=visit.desk.tasks)


def change(visit: Visit) -> Response:
    """All settings at once; what is not ticked is off."""
    session = visit.session
    try:
        share = read_share(visit.field("share").strip() or "1/1")
    except UsageFault:
        why = text("Der Anteil wird als Bruch erwartet, zum Beispiel 2/3.")
        return visit.to("/settings", why, refusal=True)
    session.share = share
    session.language = "en" if visit.field("language") == "en" else "de"
    session.named = visit.field("named") == "on"
    session.keys = visit.field("keys") == "on"
    known = {task.id for task in visit.desk.tasks}
    chosen = known.intersection(visit.form.get("part", ()))
    session.parts = frozenset() if chosen == known else frozenset(chosen)
    return visit.to("/", text("Einstellungen übernommen."))


def table(visit: Visit) -> Response:
    """Every part of every submission with its points in force, and who gave them, as CSV."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(_heads(visit))
    for task in visit.desk.tasks:
        for one in sorted(visit.desk.part(task.id), key=lambda answer: answer.submission):
            writer.writerow(_row(one))
    headers = {"content-disposition": 'attachment; filename="review-marks.csv"'}
    content = "\ufeff" + lines.getvalue()
    return Response(content, media_type="text/csv; charset=utf-8", headers=headers)


def _heads(visit: Visit) -> list[str]:
    words: Iterable[Text] = (
        text("Abgabe"),
        text("Teil"),
        text("Punkte"),
        text("Stand"),
        text("Wer"),
        text("Wann"),
        text("Grund"),
        text("Kommentar"),
    )
    return [one[visit.language] for one in words]


def _row(one: Answer) -> list[str]:
    given = one.by_hand
    points = "" if one.part.points is None else f"{one.part.points:g}"
    at = given.at.isoformat(timespec="seconds") if given and given.at else ""
    cells = [one.submission, one.task.id, points, one.part.outcome.value]
    by = [given.author, at, given.reason] if given else ["", "", ""]
    return [defused(cell) for cell in (*cells, *by, one.comment)]
