"""From a request to a view and back: who asks, whether they may, what their form says."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from autograder.i18n import Language, Text, text
from autograder.review import pages
from autograder.review.answer import Answer
from autograder.review.contents import Shelves
from autograder.review.desk import Desk
from autograder.review.progress import Progress
from autograder.review.security import FORM_KIB
from autograder.review.sessions import Session, Sessions, proves
from autograder.review.tutors import Tutors
from autograder.review.veil import names_in, veiled

MAX_FIELDS = 3_000
"""Fields of one form: a group of 1,000 answers fits."""

Regrade = Callable[[str], None]
"""Runs again what changed for this submission, from the kept copies."""


@dataclass(frozen=True)
class Office:
    """What all views work with."""

    desk: Desk
    shelves: Shelves
    sessions: Sessions
    tutors: Tutors
    regrade: Regrade
    secure: bool = False
    """Whether the browser speaks TLS, so that the cookie goes nowhere else."""

    @property
    def cookie(self) -> str:
        return "__Host-review" if self.secure else "review"


@dataclass(frozen=True)
class Visit:
    """One request of a tutor who is signed in."""

    office: Office
    request: Request
    session: Session
    form: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def desk(self) -> Desk:
        return self.office.desk

    @property
    def language(self) -> Language:
        return self.session.language

    def path(self, name: str) -> str:
        return str(self.request.path_params[name])

    def asked(self, name: str) -> str:
        """A field of the query."""
        return self.request.query_params.get(name, "")

    def field(self, name: str) -> str:
        """A field of the form; empty where it is missing."""
        return (self.form.get(name) or [""])[0]

    def part(self, task: str) -> Sequence[Answer]:
        """The answers to a part that this tutor marks."""
        return self.desk.part(task, self.session.share)

    def progress(self, task: str) -> Progress:
        return self.desk.progress(task, self.session.share)

    def page(self, template: str, status: int = 200, **values: object) -> Response:
        said, warned = self.session.heard()
        counts = [self.progress(task.id) for task in self.desk.tasks]
        return pages.respond(
            template,
            self.language,
            status,
            visit=self,
            session=self.session,
            sheet=self.desk.sheet,
            said=said,
            warned=warned,
            looks=sum(one.look + one.ours for one in counts),
            **values,
        )

    def to(self, address: str, said: Text | None = None, refusal: bool = False) -> Response:
        """After a form: the page that shows what became of it."""
        if said is not None:
            self.session.say(said[self.language], refusal)
        return RedirectResponse(address, status_code=303)

    def missing(self) -> Response:
        what = text("Das gibt es hier nicht (mehr). Gehen Sie bitte von der Übersicht aus.")
        return self.page("message.html", 404, words_=what[self.language])

    def says(self, words: Text | None, answer: Answer) -> str:
        """A sentence of ours about a submission; without names while the tutor sees none."""
        if words is None:
            return ""
        said = words[self.language]
        if self.session.named:
            return said
        version = self.desk.version(answer.submission)
        return veiled(said, names_in(answer.submission, answer.students, version))

    def file_name(self, number: int, name: str) -> str:
        """What a file is called: its number and kind, or its name where names are shown."""
        if self.session.named:
            return name
        kind = PurePosixPath(name).suffix[:8]
        return text("Datei {n}{kind}", n=number + 1, kind=f" ({kind})" if kind else "")[
            self.language
        ]

    def name_of(self, answer: Answer) -> str:
        """How an answer is called: by its code, or by name where the tutor asked for names."""
        if not self.session.named:
            return answer.code
        people = ", ".join(one.name or one.id for one in answer.people)
        return people or ", ".join(answer.students) or answer.submission


View = Callable[[Visit], Response]
Endpoint = Callable[[Request], Awaitable[Response]]


def guarded(office: Office, view: View) -> Endpoint:
    """An endpoint for tutors who are signed in; a POST must carry their session's token."""

    async def endpoint(request: Request) -> Response:
        session = office.sessions.find(request.cookies.get(office.cookie, ""))
        if session is None:
            return RedirectResponse(f"/login?to={quote(_here(request))}", status_code=303)
        form = await form_of(request) if request.method == "POST" else {}
        visit = Visit(office, request, session, form)
        if request.method == "POST" and not proves(session, visit.field("csrf")):
            stale = text("Das Formular ist veraltet. Bitte laden Sie die Seite neu.")
            return visit.page("message.html", 403, words_=stale[session.language])
        return await run_in_threadpool(_answered, visit, view)

    return endpoint


async def form_of(request: Request) -> dict[str, list[str]]:
    """The fields of a form, at most :data:`FORM_KIB`; a longer one counts as empty."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > FORM_KIB * 1024:
            return {}
    try:
        pairs = parse_qsl(
            body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MAX_FIELDS
        )
    except ValueError:
        return {}
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    return fields


def _answered(visit: Visit, view: View) -> Response:
    visit.desk.refresh()
    return view(visit)


def _here(request: Request) -> str:
    """The page asked for, to go there after signing in; never another host."""
    return request.url.path if request.method == "GET" else "/"
