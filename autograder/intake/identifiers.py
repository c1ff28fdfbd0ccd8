"""Names in student code, found by pattern: nothing that a student wrote is parsed as Python."""

import re
from collections.abc import Iterable

NAMES = 1_000
"""Different names of one notebook that are compared with the official ones."""
TYPOS = 2
_SHORTEST = 6
"""In a shorter name two typos could be any other name."""

_WORD = re.compile(r"[^\W\d]\w*")
_DEFINITION = re.compile(r"[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+([^\W\d]\w*)")
_IMPORTED_AS = re.compile(r"\bas[ \t]+([^\W\d]\w*)")
_TARGETS = re.compile(r"[\w \t,()*:\[\].]*")
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "_": None})


def squashed(name: str) -> str:
    """A name without what people mistake: case, underscores, umlauts."""
    return name.casefold().translate(_LETTERS)


def mentioned(source: str) -> set[str]:
    """All words of a cell, squashed."""
    return {squashed(word) for word in _WORD.findall(source)}


def defined(source: str) -> set[str]:
    """Names that a code cell may define: functions, classes, targets of ``=``, ``import … as``."""
    names: set[str] = set()
    for line in source.splitlines():
        if definition := _DEFINITION.match(line):
            names.add(definition.group(1))
            continue
        names.update(_IMPORTED_AS.findall(line))
        *targets, _ = line.split("=")
        for target in targets:
            if _TARGETS.fullmatch(target):
                names.update(_WORD.findall(target))
    return names


def meant(name: str, official: Iterable[str]) -> set[str]:
    """Squashed official names that a squashed name is with one or two typos."""
    return {
        one
        for one in official
        if len(one) >= _SHORTEST and abs(len(one) - len(name)) <= TYPOS and _distance(name, one)
    }


def _distance(one: str, other: str) -> bool:
    """Whether the edit distance is at most :data:`TYPOS`."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, wanted in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (letter != wanted))
        if min(row) > TYPOS:  # it never sinks again
            return False
    return row[-1] <= TYPOS
