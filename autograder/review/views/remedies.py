"""What helps where the machine could not decide: naming the answer, choosing what counts."""

from starlette.responses import Response

from autograder.desk import marking
from autograder.errors import AutograderError, UsageFault
from autograder.i18n import Text, text
from autograder.review.web import Visit

REASON = "review"
"""The reason that is kept with a decision that this page explains by itself."""


def alias(visit: Visit) -> Response:
    """Grade the part again with the answer under the student's own name."""
    found = visit.desk.answer(visit.path("task"), visit.path("code"))
    version = visit.desk.version(found.submission) if found else None
    if found is None or version is None or not version.people:
        return visit.missing()
    name = visit.field("name").strip()
    here = f"/answer/{found.task.id}/{found.code}"
    held = marking.Held(version.people[0], version, visit.desk.result(found.submission))
    by = marking.By(visit.session.author, REASON)
    try:
        marking.alias(visit.desk.store, held, found.task.id, name, by)
    except UsageFault:
        return visit.to(here, text("Bitte geben Sie einen Namen aus dem Notebook an."), True)
    try:
        visit.office.regrade(found.submission)
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
    marking.take(visit.desk.store, name, marking.By(visit.session.author, REASON))
    visit.desk.refresh()
    return visit.to("/look", text("Diese Abgabe gilt jetzt für die ganze Gruppe."))
