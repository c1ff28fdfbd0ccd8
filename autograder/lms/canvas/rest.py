"""Canvas's REST API: pages, throttling, uploads in three steps.

Sources: doc/api/{pagination,throttling,file_uploads}.md of instructure/canvas-lms. One request
at a time, as the documentation of the throttling asks for.
"""

import time
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, TypeVar
from urllib.parse import urljoin, urlsplit

import msgspec
from requests import PreparedRequest
from requests.auth import AuthBase

from autograder.errors import UsageFault
from autograder.lms.client import ANSWER_MIB, Answer, Client, LmsFault, encrypted

PAGES = 1_000
PER_PAGE = 100
TRIES = 6
"""Of one request while Canvas throttles."""
WAIT_SECONDS = 60
"""Longest wait between two tries."""
REDIRECTS = 4
_LOW = 50.0
"""Of 700 by default: below it, the quota gets a second to fill up."""
_REASON_CHARS = 200

Read = TypeVar("Read")


class CanvasFault(LmsFault):
    """Canvas refused a request or did not answer; the text says which and why."""


class Uploaded(msgspec.Struct, frozen=True):
    id: int


class _Place(msgspec.Struct, frozen=True):
    """Where a file may be sent to, and what has to be sent along."""

    upload_url: str
    upload_params: dict[str, Any] = {}


class _Bearer(AuthBase):
    """As ``auth``, no ``.netrc`` of the machine takes the token's place."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


class Rest:
    """One Canvas with one user's token."""

    def __init__(self, site: str, token: str, sleep: Callable[[float], None] = time.sleep) -> None:
        """Raises :class:`UsageFault` without a token or encryption."""
        self._client = Client(site, CanvasFault)
        if not token:
            raise UsageFault(
                "There is no token. Put it into the environment variable AUTOGRADER_CANVAS_TOKEN "
                "(Canvas: Account → Settings → New Access Token)."
            )
        self._token = _Bearer(token)
        self._sleep = sleep

    def get(self, path: str, type_: type[Read], **query: Any) -> Read:
        """One object below ``/api/v1``; raises :class:`CanvasFault`."""
        return self._decoded(self._call("GET", self._address(path), path, params=query), type_)

    def put(self, path: str, type_: type[Read], fields: Mapping[str, Any]) -> Read:
        return self._decoded(self._call("PUT", self._address(path), path, data=fields), type_)

    def all(self, path: str, type_: type[Read], **query: Any) -> list[Read]:
        """Every object of a list, page by page; the addresses of pages are Canvas's own."""
        found: list[Read] = []
        seen: set[str] = set()
        address, query = self._address(path), query | {"per_page": PER_PAGE}
        while address and len(seen) < PAGES:
            seen.add(address)
            answer = self._call("GET", address, path, params=query)
            found += self._decoded(answer, list[type_])  # type: ignore[valid-type]
            address, query = answer.next, {}
            if address in seen or (address and not self._client.is_own(address)):
                raise CanvasFault(f"{path}: the next page is none of this site's.")
        return found

    def download(self, address: str, max_bytes: int) -> bytes:
        """A file that was handed in; the token stays here when Canvas stores it elsewhere."""
        for _ in range(REDIRECTS):
            if not encrypted(address):
                break
            token = {"auth": self._token} if self._client.is_own(address) else {}
            answer = self._client.request("GET", address, "file", max_bytes, **token)
            if answer.status == HTTPStatus.OK:
                return answer.content
            location = answer.headers.get("Location", "")
            if not 300 <= answer.status < 400 or not location:
                raise CanvasFault(f"file: Canvas answered {answer.status}.")
            address = urljoin(address, location)
        raise CanvasFault("file: sent from one address to the next, or to an unencrypted one.")

    def upload(self, path: str, name: str, content: bytes) -> int:
        """A file for a comment; returns its id. The token is not sent to where files are kept."""
        about = {"name": name, "size": len(content), "content_type": _type_of(name)}
        place = self._decoded(self._call("POST", self._address(path), path, data=about), _Place)
        if not encrypted(place.upload_url):
            raise CanvasFault("upload: the address that Canvas names is not encrypted.")
        answer = self._client.request(
            "POST",
            place.upload_url,
            "upload",
            ANSWER_MIB << 20,
            data=place.upload_params,
            files={"file": (name, content, _type_of(name))},
        )
        location = urljoin(place.upload_url, answer.headers.get("Location", ""))
        if answer.headers.get("Location") and 201 <= answer.status < 400:
            if not self._client.is_own(location):
                raise CanvasFault("upload: Canvas confirms it on another host.")
            answer = self._call("GET", location, "upload")
        elif not 200 <= answer.status < 300:
            raise CanvasFault(f"upload: answered {answer.status}.")
        return self._decoded(answer, Uploaded).id

    def _address(self, path: str) -> str:
        return f"{self._client.site}/api/v1/{path}"

    def _call(self, method: str, address: str, what: str, **request: Any) -> Answer:
        """With the token; waits while Canvas throttles."""
        for attempt in range(TRIES):
            answer = self._client.request(
                method, address, what, ANSWER_MIB << 20, auth=self._token, **request
            )
            if not _throttled(answer):
                break
            self._sleep(
                min(_seconds(answer.headers.get("Retry-After"), 2.0**attempt), WAIT_SECONDS)
            )
        if not 200 <= answer.status < 300:
            raise CanvasFault(f"{what}: Canvas answered {answer.status} ({_reason(answer)}).")
        if _seconds(answer.headers.get("X-Rate-Limit-Remaining"), _LOW) < _LOW:
            self._sleep(1.0)
        return answer

    def _decoded(self, answer: Answer, type_: type[Read]) -> Read:
        try:
            return msgspec.json.decode(answer.content, type=type_)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise CanvasFault(f"The answer is not as documented ({error}).") from error


def site_course_assignment(address: str) -> tuple[str, int, int]:
    """``https://…/courses/12/assignments/34`` → site, course, assignment.

    Raises :class:`UsageFault` for any other address.
    """
    site, found, rest = address.partition("/courses/")
    course, sign, rest = rest.partition("/assignments/")
    assignment = rest.partition("?")[0].partition("#")[0].strip("/").partition("/")[0]
    if not found or not sign or not urlsplit(site).hostname:
        course = ""
    if not (_is_id(course) and _is_id(assignment)):
        raise UsageFault(
            f"{address} is no address of an assignment. Open the assignment in Canvas and copy "
            "the address: https://…/courses/12/assignments/34."
        )
    return site, int(course), int(assignment)


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 20


def _throttled(answer: Answer) -> bool:
    if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
        return True
    if answer.status != HTTPStatus.FORBIDDEN:
        return False
    used_up = _seconds(answer.headers.get("X-Rate-Limit-Remaining"), 1.0) <= 0
    return used_up or b"rate limit exceeded" in answer.content[:_REASON_CHARS].lower()


def _seconds(header: str | None, default: float) -> float:
    try:
        value = float(header or "")
    except ValueError:  # none, or Retry-After as a date
        return default
    return value if 0 <= value < float("inf") else default


def _reason(answer: Answer) -> str:
    return " ".join(answer.content[:_REASON_CHARS].decode("utf-8", "replace").split())


def _type_of(name: str) -> str:
    return "application/pdf" if name.endswith(".pdf") else "text/html"
