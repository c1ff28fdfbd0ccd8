"""Coming and going: the one-time link, name and password, leaving."""

import threading
from collections.abc import Mapping, Sequence

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from autograder.i18n import Language, text
from autograder.records.ledger import Decision, Kind
from autograder.review import pages
from autograder.review.tutors import read_share
from autograder.review.web import Office, Visit, form_of

MAX_FAILURES = 20
"""Wrong passwords until the server is started again; each costs a tenth of a second."""
MAX_REFUSALS_KEPT = 1_000
"""Rows about refusals per run of the server: strangers shall not fill the store."""


class Door:
    """The pages that need no session."""

    def __init__(self, office: Office, language: Language) -> None:
        self._office = office
        self._language = language
        self._one_at_a_time = threading.Lock()
        self._failures: dict[str, int] = {}
        self._refused = 0

    async def show(self, request: Request) -> Response:
        """A form; the key of a one-time link is in it, and used up only when it is sent."""
        key = request.query_params.get("key", "")
        return self._form(key, request.query_params.get("to", "/"))

    async def enter(self, request: Request) -> Response:
        form = await form_of(request)
        return await run_in_threadpool(self._enter, form)

    def leave(self, visit: Visit) -> Response:
        office = visit.office
        office.sessions.end(visit.request.cookies.get(office.cookie, ""))
        response = RedirectResponse("/login", status_code=303)
        response.delete_cookie(office.cookie, secure=office.secure, httponly=True)
        return response

    def _enter(self, form: Mapping[str, Sequence[str]]) -> Response:
        def field(name: str) -> str:
            return (form.get(name) or [""])[0]

        key, name = field("key"), field("name")
        if key:
            token = self._office.sessions.redeem(key, self._language)
            why = text("Dieser Link wurde schon benutzt. Starten Sie die Korrektur neu.")
        else:
            token = self._with_password(name, field("password"))
            why = text("Name oder Passwort stimmt nicht.")
        if token is None:
            self._refused += 1
            if self._refused <= MAX_REFUSALS_KEPT:
                self._note(name[:60] or "?", "refused")
            return self._form("", field("to"), why[self._language])
        session = self._office.sessions.find(token)
        self._note(session.author if session else name, "signed in")
        return self._welcome(token, field("to"))

    def _with_password(self, name: str, password: str) -> str | None:
        with self._one_at_a_time:  # guessing in parallel gains nothing
            if self._failures.get(name, 0) >= MAX_FAILURES:
                return None
            if not self._office.tutors.check(name, password):
                if name in self._office.tutors.known:
                    self._failures[name] = self._failures.get(name, 0) + 1
                return None
            self._failures.pop(name, None)
        token = self._office.sessions.start(name, self._language)
        session = self._office.sessions.find(token)
        tutor = self._office.tutors.known[name]
        if session is not None:
            session.share = read_share(tutor.share)
            session.parts = frozenset(tutor.parts)
        return token

    def _welcome(self, token: str, to: str) -> Response:
        here = to if to.startswith("/") and not to.startswith(("//", "/\\")) else "/"
        response = RedirectResponse(here, status_code=303)
        office = self._office
        response.set_cookie(
            office.cookie, token, httponly=True, samesite="strict", secure=office.secure, path="/"
        )
        return response

    def _form(self, key: str, to: str, refused: str = "") -> Response:
        return pages.respond(
            "login.html",
            self._language,
            403 if refused else 200,
            key=key,
            to=to,
            refused=refused,
            passwords=bool(self._office.tutors.known),
        )

    def _note(self, author: str, how: str) -> None:
        """The audit row: who came, or was refused."""
        decision = Decision(Kind.ACCESS, author=author, reason="review", words=how)
        self._office.desk.store.decisions.add([decision])
