"""Who is at the page: one-time keys, sessions, and the proof that a form is ours.

Everything lives in memory: a restart signs everybody out, and nothing that opens the page is
ever on disk.
"""

import hmac
import secrets
import threading
import time
from dataclasses import dataclass, field

from autograder.i18n import Language

IDLE_SECONDS = 12 * 3600
"""After so long without a request a session ends."""
MAX_SESSIONS = 200
"""The one that was idle longest makes room."""
TOKEN_BYTES = 32


@dataclass
class Session:
    """One tutor at one browser. Changed only by POST, under the session's own lock."""

    author: str
    csrf: str
    language: Language = "de"
    named: bool = False
    """Whether names are shown; anonymous by default."""
    share: tuple[int, int] = (1, 1)
    """(which, of how many) of the people this tutor marks."""
    parts: frozenset[str] = frozenset()
    """Parts that this tutor marks; empty: all."""
    keys: bool = True
    """Whether single keys act."""
    draft: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    """(part, code) → what was typed into a form that was refused."""
    said: str = ""
    """What happened last, to be told once."""
    warned: bool = False
    """Whether ``said`` is a refusal."""
    seen: float = field(default_factory=time.monotonic)

    def say(self, words: str, refusal: bool = False) -> None:
        self.said, self.warned = words, refusal

    def heard(self) -> tuple[str, bool]:
        """What is to be told now, and whether it is a refusal; told once."""
        told, self.said = (self.said, self.warned), ""
        return told


class Sessions:
    """All open sessions of this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: dict[str, Session] = {}
        self._keys: dict[str, str] = {}

    def invite(self, author: str) -> str:
        """A key that opens one session, once."""
        key = secrets.token_urlsafe(TOKEN_BYTES)
        with self._lock:
            self._keys[key] = author
        return key

    def redeem(self, key: str, language: Language = "de") -> str | None:
        """The token of a new session; None for a key that is wrong or was used."""
        with self._lock:
            known = next((one for one in self._keys if _equal(one, key)), None)
            author = self._keys.pop(known) if known else None
        return self.start(author, language) if author is not None else None

    def start(self, author: str, language: Language = "de") -> str:
        """A new session for somebody who has shown who they are; returns its token."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        with self._lock:
            self._tidy()
            self._open[token] = Session(author, secrets.token_urlsafe(TOKEN_BYTES), language)
        return token

    def find(self, token: str) -> Session | None:
        with self._lock:
            self._tidy()
            session = self._open.get(token)
            if session is not None:
                session.seen = time.monotonic()
            return session

    def end(self, token: str) -> None:
        with self._lock:
            self._open.pop(token, None)

    def _tidy(self) -> None:
        oldest = time.monotonic() - IDLE_SECONDS
        self._open = {token: one for token, one in self._open.items() if one.seen > oldest}
        while len(self._open) >= MAX_SESSIONS:
            del self._open[min(self._open, key=lambda token: self._open[token].seen)]


def proves(session: Session, token: str) -> bool:
    """Whether a form carries the token that this session's pages carry."""
    return _equal(session.csrf, token)


def _equal(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode("utf-8", "replace"))
