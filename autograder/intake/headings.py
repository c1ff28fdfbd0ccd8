"""Which part a line announces: „### Aufgabe 1b“, „1 b)“, „Antwort 1b“, ``# Task 1b``…"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Literal

Role = Literal["task", "answer", "working"]
"""What stands below a heading: the task (or anything), its answer, or the working."""

LINE_CHARS = 200
"""A longer line is looked at no further."""

_EXERCISES = ("aufgabe", "übung", "task", "exercise", "problem", "question")
_ROLES: dict[str, Role] = {
    **dict.fromkeys(("antwort", "answer", "ergebnis", "result", "lösung", "solution"), "answer"),
    **dict.fromkeys(("rechenweg", "rechnung", "herleitung", "nebenrechnung"), "working"),
    **dict.fromkeys(("beweis", "working", "derivation", "calculation", "proof"), "working"),
    **dict.fromkeys(_EXERCISES, "task"),
    **dict.fromkeys(("teilaufgabe", "teil", "part", "frage", "nr", "zu", "ad", "ex"), "task"),
}
_DECORATION = re.compile(r"[ \t>*_#:\-–•]*")
_WORD = re.compile(
    rf"({'|'.join(sorted(_ROLES, key=len, reverse=True))})(?![^\W\d_])[ \t.:_]*"
    r"(?:(?:zu|to|auf|für|for)[ \t]+)?(?:(?:teil)?aufgabe|teil|task|exercise|part)?[ \t.:_]*",
    re.IGNORECASE,
)
_PART = re.compile(r"\(?(\d{1,2})[ \t]?[.\-_)]?[ \t]?\(?([A-Za-z])\)?(?![\w'’])")
_MORE = re.compile(
    r"(?:[ \t]*(,|/|;|&|\+|und|and|bis|to)[ \t]*|([–-]))"
    r"\(?(\d{1,2})?[ \t]?\(?([A-Za-z])\)?(?![\w'’])"
)
_BARE = re.compile(
    r"\(?\d{1,2}(?:[a-z](?:\.?[ \t*_]*$|[):]|\*\*|__|\.[ \t])|[ \t]?\.?[ \t]?\(?[a-z]\))"
)
_EXERCISE = re.compile(r"(\d{1,2})(?![\w,])")
_LETTER = re.compile(r"\(?([a-z])\)(?=[ \t:.*_]|$)")
_AFTER_A_TITLE = ":.)(–-—*_"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line announces: parts, or an exercise as a whole."""

    parts: tuple[str, ...]
    role: Role = "task"
    exercise: str | None = None
    """Set for a heading like „Aufgabe 2“ that names no part."""


def heading(line: str, known: Collection[str], code: bool = False) -> Heading | None:
    """The heading in a line, or None. ``known`` are the sheet's part ids.

    A line without ``#`` or ``**`` must look like a title („Aufgabe 1a zeigt, dass …“ is prose).
    In code only comment lines announce anything, and a bare ``# 2d plot`` does not.
    """
    line = line.strip()[:LINE_CHARS]
    if not line or (code and not line.startswith("#")):
        return None
    decoration = _end(_DECORATION.match(line))
    word = _WORD.match(line, decoration)
    at = word.end() if word else decoration
    name = word.group(1).casefold() if word else ""
    marked = "#" in line[:decoration] or "**" in line[:decoration]
    part = _PART.match(line, at)
    if part and (word or (marked and not code) or _BARE.match(line, decoration)):
        parts, end = _listed(line, part, known, upper=bool(word))
        if parts and (not word or marked or _is_title(line, end)):
            return Heading(parts, _ROLES.get(name, "task"))
    number = _EXERCISE.match(line, at)
    if number and name in _EXERCISES and (marked or _is_title(line, number.end())):
        exercise = number.group(1)
        parts = tuple(one for one in known if one.rstrip(ascii_lowercase) == exercise)
        return Heading(parts, "task", exercise) if parts else None
    return None


def lettered(line: str, exercise: str, known: Collection[str]) -> Heading | None:
    """„b)“ or „(b)“ at the start of a line below a heading of the whole exercise."""
    line = line.strip()[:LINE_CHARS]
    letter = _LETTER.match(line, _end(_DECORATION.match(line)))
    part = f"{exercise}{letter.group(1)}" if letter else ""
    return Heading((part,)) if part in known else None


def _listed(
    line: str, first: re.Match[str], known: Collection[str], upper: bool
) -> tuple[tuple[str, ...], int]:
    """„1a“, „1a und 1b“, „1a-c“: the known ones of the parts listed, and where the list ends."""
    number, letter = first.groups()
    parts, at = [number + letter.lower()] if upper or letter.islower() else [], first.end()
    while parts and (more := _MORE.match(line, at)):
        join, dash, other, letter = more.groups()
        last, number, letter = parts[-1], other or number, letter.lower()
        if (dash or join in ("bis", "to")) and last[:-1] == number:
            begin, end = ascii_lowercase.index(last[-1]) + 1, ascii_lowercase.index(letter) + 1
            parts += [number + one for one in ascii_lowercase[begin:end]]
        else:
            parts.append(number + letter)
        at = more.end()
    return tuple(dict.fromkeys(part for part in parts if part in known)), at


def _is_title(line: str, end: int) -> bool:
    rest = line[end:].lstrip()
    return not rest or rest[0] in _AFTER_A_TITLE


def _end(match: re.Match[str] | None) -> int:
    return match.end() if match else 0
