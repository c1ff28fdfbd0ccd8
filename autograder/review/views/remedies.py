"""What helps where the machine could not decide: naming the answer, choosing what counts."""

import re

from starlette.responses import Response

from autograder.errors import AutograderError
from autograder.i18n import Text, text
from autograder.ledger import Decision, Kind
from autograder.review.web import Visit

_NAME = re.compile(r"[^\W\d]\w{0,79}(?:\.[^\W\d]\w{0,79}){0,3}")


def alias(visit: Visit) -> Response:
    """Grade the part again with the answer under the student's own name."""
    found = visit.desk.answer(visit.path("task"), visit.path("code"))
    if found is None:
        return visit.missing()
    name = visit.field("name").strip()
    here = f"/answer/{found.task.id}/{found.code}"
    if not _NAME.fullmatch(name):
        return visit.to(here, text("Bitte geben Sie einen Namen aus dem Notebook an."), True)
    try:
        visit.office.regrade(found.submission, found.task.id, name, visit.session.author)
    except AutograderError as error:
        return visit.to(here, Text(str(error), str(error)), refusal=True)
    visit.desk.refresh()
    said = text("{part} wurde mit „{name}“ neu bewertet.", part=found.task.id, name=name)
    return visit.to(here, said)


def take(visit: Visit) -> Response:
    """Of what a group's members handed in, this counts for all of them."""
    name = visit.desk.submission(visit.path("code"))
    if name is None:
        return visit.missing()
    decision = Decision(Kind.TAKE, author=visit.session.author, reason="review", submission=name)
    visit.desk.store.decisions.add([decision])
    visit.desk.refresh()
    return visit.to("/look", text("Diese Abgabe gilt jetzt für die ganze Gruppe."))
