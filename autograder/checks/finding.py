"""Finds an answer among the names of a notebook: exactly, or one that is clearly meant."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from autograder.course.sheet import Answer

MAX_TYPOS = 2
MIN_LETTERS_FOR_TYPOS = 5

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_PART = re.compile(r"(\d+[a-z]?)")

Listing = Mapping[str, tuple[bool, str, int]]
"""Name → (is callable, type name, number of earlier values)."""


@dataclass(frozen=True)
class Found:
    """The name under which an answer was found, and whether it is the official one."""

    name: str
    exact: bool
    earlier: int
    is_callable: bool
    gone: bool
    """Deleted again: only earlier values are left."""


def find(answer: Answer, listing: Listing, taken: Collection[str]) -> list[Found]:
    """Candidates for an answer: one exact match, or all near ones (more than one: ambiguous).

    ``taken`` are the names that belong to other answers and are never near.
    """
    for name in answer.names:
        if name in listing:
            return [_found(name, listing, exact=True)]
    near = [
        name
        for name in sorted(listing)
        if name not in taken and any(is_near(name, wanted) for wanted in answer.names)
    ]
    return [_found(name, listing, exact=False) for name in near]


def _found(name: str, listing: Listing, exact: bool) -> Found:
    is_callable, kind, earlier = listing[name]
    return Found(name, exact, earlier, is_callable, gone=kind == "")


def is_near(name: str, wanted: str) -> bool:
    """Case, underscores and umlauts do not count; two typos do not where letters are plenty.

    The part (``1d``) must be the same: it is what tells one answer from the next.
    """
    first, second = normalise(name), normalise(wanted)
    if first == second:
        return True
    if _PART.findall(first) != _PART.findall(second):
        return False
    letters = sum(c.isalpha() for c in second)
    return letters >= MIN_LETTERS_FOR_TYPOS and distance(first, second) <= MAX_TYPOS


def normalise(name: str) -> str:
    folded = unicodedata.normalize("NFC", name).casefold().translate(_UMLAUTS)
    return folded.replace("_", "")


def distance(first: str, second: str) -> int:
    """Typos between two words: insertions, deletions, substitutions, swapped neighbours.

    (Optimal string alignment; Damerau 1964.)
    """
    if abs(len(first) - len(second)) > MAX_TYPOS:
        return MAX_TYPOS + 1
    before: list[int] = []
    last = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        row = [i]
        for j, b in enumerate(second, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and first[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
