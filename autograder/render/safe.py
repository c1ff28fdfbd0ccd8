"""Strings that a student controls, made harmless for a page, a terminal or a cell.

Escaping for HTML is the template engine's task (autoescape). What escaping leaves through is
neutralised here: terminal sequences, control characters, characters that reverse the reading
direction or have no width, lone surrogates (they cannot be written as UTF-8), towers of
combining marks, and sheer length.
"""

import hashlib
import re

NAME_CHARS = 120
"""Longest name, file name or error line that is shown."""
LINE_CHARS = 2_000
"""Longest message or value that is shown."""
BLOCK_CHARS = 20_000
"""Longest answer or traceback that is shown."""

_TERMINAL_SEQUENCE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|[ -/]*[0-~])"
)
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad"
    "\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_TOWER = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_SAFE_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,99}")
_REPLACEMENT = "\ufffd"


def line(hostile: str, max_chars: int = NAME_CHARS) -> str:
    """One line without invisible characters, at most ``max_chars`` long (cut with ``…``)."""
    raw = _LINE_END.sub(" ", _TERMINAL_SEQUENCE.sub("", hostile[: 4 * max_chars]))
    plain = " ".join(_TOWER.sub(r"\1", _INVISIBLE.sub("", raw)).split())
    return _cut(plain, max_chars, len(hostile) > 4 * max_chars)


def block(hostile: str, max_chars: int = BLOCK_CHARS) -> str:
    """Several lines, at most ``max_chars`` long (cut with ``…``).

    Invisible characters become ``\N{REPLACEMENT CHARACTER}``: who reads code must see that
    something stands there.
    """
    raw = _LINE_END.sub("\n", _TERMINAL_SEQUENCE.sub("", hostile[: 4 * max_chars]))
    plain = _TOWER.sub(r"\1", _INVISIBLE.sub(_REPLACEMENT, raw))
    return _cut(plain, max_chars, len(hostile) > 4 * max_chars)


def page_name(submission: str) -> str:
    """File name of a submission's page: its id where that is a safe name, else a digest.

    Submission ids are made safe when they are taken in; this is the second lock.
    """
    if _SAFE_NAME.fullmatch(submission):
        return f"{submission}.html"
    digest = hashlib.sha256(submission.encode("utf-8", "surrogatepass")).hexdigest()
    return f"submission-{digest[:16]}.html"


def _cut(plain: str, max_chars: int, shortened: bool) -> str:
    if len(plain) <= max_chars and not shortened:
        return plain
    return plain[: max_chars - 1] + "…"
