"""What stands before every page: which names the server answers to, and what a page may do.

No page has a script, style or picture but from this server (pictures also as ``data:``); none
may be framed by another site; forms go here and nowhere else. A request under another host name
(DNS rebinding) or from another site is refused before anything reads it.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

FORM_KIB = 256
"""Largest form that is read."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""Of our own pages."""
FRAMED = (
    "sandbox; default-src 'none'; style-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
"""Of a page that is made of a student's notebook: it may not even run our own script."""
FILE = "sandbox; default-src 'none'; frame-ancestors 'none'"
"""Of a file that was handed in."""
DOCUMENT = "default-src 'none'; frame-ancestors 'none'"
"""Of a PDF: browsers show none under ``sandbox``."""

_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cache-control": "no-store",
}


_STATIC_HEADERS = {
    "cache-control": "no-cache",  # asks again, and is told that nothing changed
    "cross-origin-resource-policy": "cross-origin",  # the sandboxed frame has no origin
}
"""Of our own files, which hold nothing of anybody."""


class Guard:
    """ASGI: refuses foreign hosts and sites, and puts the headers on every answer."""

    def __init__(self, app: App, hosts: frozenset[str], secure: bool) -> None:
        """``hosts``: values of the Host header that are ours; ``secure``: behind TLS."""
        self.app = app
        self.hosts = hosts
        self.headers = dict(_HEADERS)
        if secure:
            self.headers["strict-transport-security"] = "max-age=31536000"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        static = scope["path"].startswith("/static/")
        wanted = {**self.headers, **_STATIC_HEADERS} if static else self.headers

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name.lower() for name, _ in message["headers"]}
                fresh = ((name.encode(), value.encode()) for name, value in wanted.items())
                added = [header for header in fresh if header[0] not in given]
                message["headers"] = [*message["headers"], *added]
            await send(message)

        if (why := self._refusal(scope)) is not None:
            await _refuse(guarded, why)
            return
        await self.app(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> str | None:
        headers: dict[str, str] = {
            name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]
        }
        if headers.get("host", "").lower() not in self.hosts:
            return "This server does not answer to this host name."
        if scope["method"] in ("GET", "HEAD"):
            return None
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return "This form came from another site."
        origin = headers.get("origin")
        if origin is not None and origin.partition("://")[2].lower() not in self.hosts:
            return "This form came from another site."
        return None


async def _refuse(send: Send, why: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": 421, "headers": headers})
    await send({"type": "http.response.body", "body": why.encode()})
