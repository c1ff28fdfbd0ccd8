"""Opens the page for an OUT: where it listens, who may come in, and until when."""

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from autograder.course.rubrics import load_rubrics
from autograder.course.sheet import Course
from autograder.errors import UsageFault
from autograder.grading.reading import Reader
from autograder.i18n import Language
from autograder.out.folder import OutFolder
from autograder.review.app import application
from autograder.review.contents import Shelves
from autograder.review.desk import Desk
from autograder.review.sessions import Sessions
from autograder.review.tutors import load_tutors
from autograder.review.web import Office, Regrade

LOOPBACK = "127.0.0.1"
MAX_WAITING = 200
"""Connections that wait to be accepted."""


@dataclass(frozen=True)
class Place:
    """Where the page is to be reached."""

    host: str = LOOPBACK
    port: int = 0
    """0: any free one."""
    name: str = ""
    """The host name in the browser, where it is not ``host``."""
    cert: Path | None = None
    key: Path | None = None
    behind_proxy: bool = False
    """TLS ends at a proxy, which alone reaches ``host``."""

    @property
    def local(self) -> bool:
        return self.host == "localhost" or _is_loopback(self.host)

    @property
    def secure(self) -> bool:
        return self.cert is not None or self.behind_proxy


def check(place: Place, tutors: int) -> None:
    """Refuse what would show marks to a network; raises :class:`UsageFault`."""
    if (place.cert is None) != (place.key is None):
        raise UsageFault("--cert and --key belong together; give both or none.")
    if place.local:
        return
    if not place.secure:
        raise UsageFault(
            f"--host {place.host} is reachable from the network. Give --cert and --key, or "
            "--behind-proxy where a proxy of yours speaks TLS."
        )
    if not tutors:
        raise UsageFault(
            "Reachable from the network, every tutor needs a password: "
            "autograder review OUT --add-tutor NAME"
        )


def office_of(out: OutFolder, regrade: Regrade, secure: bool = False) -> Office:
    """Everything the page works with, for the sheet of the last run."""
    conditions = out.conditions
    course = Course(Path(conditions.course))
    rubrics = load_rubrics(course, conditions.sheet.id)
    desk = Desk(out.store, out.sheet_in_force, conditions.info.seed, rubrics)
    desk.refresh()
    shelves = Shelves(Reader(course, conditions.sheet), out.handed_in, out.pictures)
    return Office(desk, shelves, Sessions(), load_tutors(out.path), regrade, secure)


def serve(
    office: Office,
    place: Place,
    author: str,
    language: Language,
    ready: Callable[[str], None],
) -> None:
    """Until Ctrl-C; ``ready`` gets the address to open once the page can be reached."""
    check(place, len(office.tutors.known))
    with listen(place) as listening:
        port = listening.getsockname()[1]
        ready(_address(office, place, port, author))
        server_of(office, place, port, language).run(sockets=[listening])


def server_of(office: Office, place: Place, port: int, language: Language) -> uvicorn.Server:
    """What answers on a socket that listens on ``port``."""
    config = uvicorn.Config(
        application(office, hosts_of(place, port), language),
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        backlog=MAX_WAITING,
        ssl_certfile=place.cert,
        ssl_keyfile=place.key,
    )
    return uvicorn.Server(config)


def hosts_of(place: Place, port: int) -> frozenset[str]:
    """Values of the Host header that are ours."""
    names = {place.name.lower()} if place.name else {_bracketed(place.host.lower())}
    if place.local:
        names |= {"localhost", LOOPBACK, "[::1]"}
    default = {443} if place.secure else {80}
    bare = names if place.behind_proxy or port in default else set()
    return frozenset({f"{name}:{port}" for name in names} | bare)


def _address(office: Office, place: Place, port: int, author: str) -> str:
    """With a one-time key on this machine; elsewhere people sign in with their password."""
    scheme = "https" if place.cert else "http"
    name = place.name or _bracketed(place.host)
    if not place.local:
        return f"{scheme}://{name}" + ("/" if place.behind_proxy else f":{port}/")
    return f"{scheme}://{name}:{port}/login?key={office.sessions.invite(author)}"


def listen(place: Place) -> socket.socket:
    """Raises :class:`UsageFault` for an address that cannot be used."""
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    try:
        return socket.create_server((place.host, place.port), family=family, backlog=MAX_WAITING)
    except OSError as error:
        raise UsageFault(
            f"{place.host}:{place.port} cannot be used: {error.strerror}. Choose another --port."
        ) from error


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
