"""The whole notebook, in a frame that runs nothing, and the files that came with it."""

from markupsafe import Markup
from starlette.responses import Response

from autograder.feedback.images import SIGNATURES
from autograder.review import pages
from autograder.review.security import DOCUMENT, FILE, FRAMED
from autograder.review.views.answer import cell_shown, contents_of
from autograder.review.web import Visit

MAX_CELLS = 400
"""Shown of one notebook."""
PDF = "application/pdf"
_SHOWN = {**SIGNATURES, PDF: b"%PDF-"}
"""Types that a browser may show; anything else is only downloaded."""


def whole(visit: Visit) -> Response:
    """Our page around the frame."""
    name = visit.desk.submission(visit.path("code"))
    if name is None:
        return visit.missing()
    answers = visit.desk.of_submission(name)
    came_from = answers.get(visit.asked("part")) or next(iter(answers.values()))
    return visit.page(
        "whole.html", answer=came_from, files=contents_of(visit, name).files, answers=answers
    )


def framed(visit: Visit) -> Response:
    """The page in the frame: every cell with its outputs, under a policy of its own."""
    name = visit.desk.submission(visit.path("code"))
    if name is None:
        return visit.missing()
    cells = contents_of(visit, name).cells
    shown = [
        (number, Markup("").join(cell_shown(cell, visit.language, mathml=True)))
        for number, cell in enumerate(cells[:MAX_CELLS], 1)
    ]
    response = pages.respond(
        "notebook.html", visit.language, cells=shown, more=len(cells) > MAX_CELLS
    )
    response.headers["content-security-policy"] = FRAMED
    return response


def page(visit: Visit) -> Response:
    """One page of a PDF or picture, as we drew it."""
    name = visit.desk.submission(visit.path("code"))
    number, page = visit.path("number"), visit.path("page")
    files = contents_of(visit, name).files if name else ()
    if not (number.isdecimal() and page.isdecimal()) or int(number) >= len(files):
        return visit.missing()
    content = visit.office.shelves.pictures.page(files[int(number)].sha256, int(page))
    if content is None:
        return visit.missing()
    return Response(content, media_type="image/jpeg", headers={"content-security-policy": FILE})


def file(visit: Visit) -> Response:
    """One file as it was handed in; pictures and PDFs are shown, others downloaded."""
    name = visit.desk.submission(visit.path("code"))
    number = visit.path("number")
    files = contents_of(visit, name).files if name else ()
    if not number.isdecimal() or int(number) >= len(files):
        return visit.missing()
    content = visit.office.shelves.file(files[int(number)])
    if content is None:
        return visit.missing()
    mime = next((mime for mime, begins in _SHOWN.items() if content.startswith(begins)), None)
    headers = {
        "content-security-policy": DOCUMENT if mime == PDF else FILE,
        "content-disposition": "inline" if mime else 'attachment; filename="abgabe.bin"',
    }
    return Response(content, media_type=mime or "application/octet-stream", headers=headers)
