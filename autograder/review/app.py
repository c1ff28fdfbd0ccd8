"""All addresses of the page. GET shows, POST changes; nothing else exists."""

from starlette.applications import Starlette
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from autograder.i18n import Language
from autograder.review.pages import STATIC
from autograder.review.security import App, Guard
from autograder.review.views import answer, notebook, overview, part, remedies, settings, signin
from autograder.review.web import Office, View, guarded

SHOWN: dict[str, View] = {
    "/": overview.overview,
    "/history": overview.history,
    "/part/{task}": part.part,
    "/next/{task}": part.next_of_part,
    "/look": part.look,
    "/look/next": part.next_look,
    "/answer/{task}/{code}": answer.answer,
    "/whole/{code}": notebook.whole,
    "/notebook/{code}": notebook.framed,
    "/file/{code}/{number}": notebook.file,
    "/page/{code}/{number}/{page}": notebook.page,
    "/settings": settings.settings,
    "/marks.csv": settings.table,
}
CHANGES: dict[str, View] = {
    "/mark/{task}/{code}": answer.mark,
    "/undo": answer.take_back,
    "/alias/{task}/{code}": remedies.alias,
    "/take/{code}": remedies.take,
    "/settings": settings.change,
}


def application(office: Office, hosts: frozenset[str], language: Language) -> App:
    """The ASGI application; ``hosts``: the values of the Host header that it answers to."""
    door = signin.Door(office, language)
    routes = [
        Route("/login", door.show, methods=["GET"]),
        Route("/login", door.enter, methods=["POST"]),
        Route("/leave", guarded(office, door.leave), methods=["POST"]),
        *(Route(path, guarded(office, view), methods=["GET"]) for path, view in SHOWN.items()),
        *(Route(path, guarded(office, view), methods=["POST"]) for path, view in CHANGES.items()),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]
    return Guard(Starlette(routes=routes), hosts, office.secure)
