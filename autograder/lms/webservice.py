"""Moodle's REST web service: one function per request, answers checked by type and size."""

from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlsplit

import msgspec

from autograder.errors import UsageFault
from autograder.lms.client import ANSWER_MIB, Client, LmsFault

Answer = TypeVar("Answer")
Value = str | int | float | bool | list[Any] | Mapping[str, Any]


class MoodleFault(LmsFault):
    """Moodle refused a request or did not answer; the text says which and why."""


class Refusal(msgspec.Struct, frozen=True):
    """What Moodle answers instead of a result."""

    exception: str
    errorcode: str = ""
    message: str = ""


class WebService:
    """One site with one user's token."""

    def __init__(self, site: str, token: str) -> None:
        """``site`` like ``https://moodle.uni.example/pfad``; raises :class:`UsageFault`."""
        self._client = Client(site, MoodleFault)
        self.site = self._client.site
        if not token:
            raise UsageFault(
                "There is no token. Put it into the environment variable "
                "AUTOGRADER_MOODLE_TOKEN (Moodle: Einstellungen → Sicherheitsschlüssel)."
            )
        self._token = token

    def call(self, function: str, type_: type[Answer], **values: Value) -> Answer:
        """One function's answer as ``type_``; raises :class:`MoodleFault`."""
        fields = dict(_flat(values))
        fields |= {"wsfunction": function, "moodlewsrestformat": "json", "wstoken": self._token}
        content = self._post(f"{self.site}/webservice/rest/server.php", function, data=fields)
        return self._decoded(content, type_, function)

    def download(self, address: str, max_bytes: int) -> bytes:
        """A file of a submission; raises :class:`MoodleFault`, also when it is too big."""
        if not self._client.is_own(address):
            host = urlsplit(self.site).netloc
            raise MoodleFault(f"A file lies on another host than {host}: not fetched.")
        return self._content("GET", address, "pluginfile", max_bytes, params={"token": self._token})

    def upload(self, name: str, content: bytes) -> int:
        """A file into a new draft area; returns its item id."""
        answer = self._post(
            f"{self.site}/webservice/upload.php",
            "upload",
            data={"token": self._token, "filearea": "draft", "itemid": "0"},
            files={"file": (name, content)},
        )
        listed = self._decoded(answer, list[_Uploaded], "upload")
        if not listed:
            raise MoodleFault("upload: Moodle took no file.")
        return listed[0].itemid

    def _post(self, address: str, what: str, **request: Any) -> bytes:
        return self._content("POST", address, what, ANSWER_MIB << 20, **request)

    def _content(
        self, method: str, address: str, what: str, max_bytes: int, **request: Any
    ) -> bytes:
        answer = self._client.request(method, address, what, max_bytes, **request)
        if answer.status != HTTPStatus.OK:
            raise MoodleFault(f"{what}: Moodle answered {answer.status}.")
        return answer.content

    def _decoded(self, content: bytes, type_: type[Answer], what: str) -> Answer:
        try:
            refusal = msgspec.json.decode(content, type=Refusal)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            pass
        else:
            raise MoodleFault(f"{what}: {refusal.message or refusal.errorcode}")
        try:
            return msgspec.json.decode(content, type=type_)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise MoodleFault(f"{what}: the answer is not as documented ({error}).") from error


class _Uploaded(msgspec.Struct, frozen=True):
    itemid: int


def site_and_module(address: str) -> tuple[str, int]:
    """``https://…/mod/assign/view.php?id=17`` → the site and the assignment's module id.

    Raises :class:`UsageFault` for any other address.
    """
    parts = urlsplit(address)
    site, found, _ = address.partition("/mod/assign/view.php")
    numbers = parse_qs(parts.query).get("id", [])
    if not found or not parts.hostname or not numbers or not numbers[0].isdecimal():
        raise UsageFault(
            f"{address} is no address of an assignment. Open the assignment in Moodle and copy "
            "the address: https://…/mod/assign/view.php?id=123."
        )
    return site, int(numbers[0])


def _flat(values: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    """PHP's way to write nested values: ``grades[0][userid]``."""
    for name, value in values.items():
        if isinstance(value, bool):
            yield name, str(int(value))
        elif isinstance(value, Mapping | list):
            items = value.items() if isinstance(value, Mapping) else enumerate(value)
            yield from _flat({f"{name}[{key}]": inner for key, inner in items})
        else:
            yield name, str(value)
