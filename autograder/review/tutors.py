"""Tutors with a name and a password: ``OUT/tutors.toml``, mode 0600, hashes by scrypt."""

import base64
import hashlib
import hmac
import re
import secrets
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from autograder.errors import UsageFault
from autograder.export.atomic import write_atomically

FILE = "tutors.toml"
MIN_PASSWORD_CHARS = 10
MAX_PASSWORD_CHARS = 200
SALT_BYTES = 16
_N, _R, _P = 2**15, 8, 1
_MEMORY_BYTES = 64 * 2**20
"""scrypt with these parameters takes about 32 MiB and 0.1 s: enough against guessing."""
_NAME = re.compile(r"[^\W\d][\w .-]{0,59}")


class Tutor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of the file."""

    salt: str
    hash: str
    share: str = "1/1"
    """Which share of the people, e.g. ``2/3``."""
    parts: tuple[str, ...] = ()
    """Which parts; empty: all."""


@dataclass(frozen=True)
class Tutors:
    """Everybody who may sign in with a password."""

    path: Path
    known: Mapping[str, Tutor]

    def check(self, name: str, password: str) -> bool:
        """Whether this is the tutor's password; takes as long for a name that nobody has."""
        tutor = self.known.get(name)
        salt = _bytes(tutor.salt) if tutor else bytes(SALT_BYTES)
        computed = _hash(password[: MAX_PASSWORD_CHARS + 1], salt)
        return hmac.compare_digest(computed, _bytes(tutor.hash)) if tutor else False

    def add(self, name: str, password: str, share: str = "1/1") -> "Tutors":
        """Write a tutor, or a new password for one. Raises :class:`UsageFault`."""
        if not _NAME.fullmatch(name):
            raise UsageFault(f"The name {name!r} must begin with a letter and hold no signs.")
        if not MIN_PASSWORD_CHARS <= len(password) <= MAX_PASSWORD_CHARS:
            raise UsageFault(
                f"The password must have {MIN_PASSWORD_CHARS} to {MAX_PASSWORD_CHARS} characters."
            )
        read_share(share)
        salt = secrets.token_bytes(SALT_BYTES)
        tutor = Tutor(_text(salt), _text(_hash(password, salt)), share)
        changed = replace(self, known={**self.known, name: tutor})
        _write(changed)
        return changed


def load_tutors(out: Path) -> Tutors:
    """Read the file; nobody where there is none. Raises :class:`UsageFault`."""
    path = out / FILE
    try:
        table = tomllib.loads(path.read_text("utf-8"))
        known = msgspec.convert(table, dict[str, Tutor])
    except FileNotFoundError:
        return Tutors(path, {})
    except (OSError, ValueError, msgspec.ValidationError) as error:
        raise UsageFault(
            f"{path} cannot be read: {error}. Remove it and add the tutors again "
            "with --add-tutor NAME."
        ) from error
    for tutor in known.values():
        read_share(tutor.share)
    return Tutors(path, known)


def read_share(share: str) -> tuple[int, int]:
    """``"2/3"`` → (2, 3); raises :class:`UsageFault`."""
    found = re.fullmatch(r"(\d{1,3})/(\d{1,3})", share)
    which, of = (int(found[1]), int(found[2])) if found else (0, 0)
    if not 1 <= which <= of:
        raise UsageFault(f"The share is {share!r}, expected for example 2/3.")
    return which, of


def _write(tutors: Tutors) -> None:
    lines = ["# Tutors of the review page; passwords are hashed by scrypt.\n"]
    for name, tutor in sorted(tutors.known.items()):
        lines.append(f"\n[{_quoted(name)}]\nsalt = {_quoted(tutor.salt)}\n")
        lines.append(f"hash = {_quoted(tutor.hash)}\nshare = {_quoted(tutor.share)}\n")
        lines.append(f"parts = [{', '.join(map(_quoted, tutor.parts))}]\n")
    try:
        write_atomically(tutors.path, "".join(lines).encode(), mode=0o600)
    except OSError as error:
        raise UsageFault(f"{tutors.path} cannot be written: {error.strerror}.") from error


def _hash(password: str, salt: bytes) -> bytes:
    coded = password.encode("utf-8", "replace")
    return hashlib.scrypt(coded, salt=salt, n=_N, r=_R, p=_P, maxmem=_MEMORY_BYTES)


def _quoted(words: str) -> str:
    """A TOML string: JSON's escapes are TOML's."""
    return msgspec.json.encode(words).decode()


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text)
