"""HTTPS with somebody's token: what every web service of an LMS needs and must not do.

The token goes to the named site alone: never along a redirect, to another host, into a message
or, except on this machine, over an unencrypted connection. Answers are capped.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests

from autograder.errors import AutograderError, UsageFault

ANSWER_MIB = 64
TIMEOUT_SECONDS = 60
_HERE = ("localhost", "127.0.0.1", "::1")
_CHUNK_BYTES = 1 << 16


class LmsFault(AutograderError):
    """An LMS refused a request or did not answer; the text says which and why."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One response, read to its end."""

    status: int
    content: bytes
    headers: Mapping[str, str]
    """By name, in any case."""
    next: str
    """The address of the next page, empty on the last."""


class Client:
    """One site; whoever uses it adds the token where that system wants it."""

    def __init__(self, site: str, fault: type[LmsFault]) -> None:
        """``site`` like ``https://lms.uni.example/pfad``; raises :class:`UsageFault`."""
        self.site = site.rstrip("/")
        self._fault = fault
        if not encrypted(self.site):
            raise UsageFault(f"{site}: only https:// is used, the token must not be readable.")
        self._session = requests.Session()

    def is_own(self, address: str) -> bool:
        """Whether an address is on this site, so that it may see the token."""
        wanted, own = urlsplit(address), urlsplit(self.site)
        return (wanted.scheme, wanted.netloc) == (own.scheme, own.netloc)

    def request(
        self, method: str, address: str, what: str, max_bytes: int, **request: Any
    ) -> Answer:
        """One request, no redirect followed; raises the system's fault where nothing answers.

        ``what`` names the request in messages: the address itself may hold a token.
        """
        content = bytearray()
        try:
            with self._session.request(
                method,
                address,
                timeout=TIMEOUT_SECONDS,
                stream=True,
                allow_redirects=False,
                **request,
            ) as answer:
                for chunk in answer.iter_content(_CHUNK_BYTES):
                    content += chunk
                    if len(content) > max_bytes:
                        raise self._fault(f"{what}: the answer is larger than {max_bytes} bytes.")
                following = answer.links.get("next", {}).get("url", "")
                return Answer(answer.status_code, bytes(content), answer.headers, following)
        except (requests.RequestException, ValueError) as error:
            raise self._fault(f"{what}: no answer ({type(error).__name__}).") from None


def encrypted(address: str) -> bool:
    """Whether nobody on the way can read what is sent there."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _HERE)
