"""Where a similar answer differs from the one that it is grouped with, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

COMPARED_WORDS = 600
"""Of each answer; the comparison is quadratic in the worst case."""

_WORD = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: the same in both, or only in one of them."""

    kind: str
    """``same``, ``gone`` (only in the leader) or ``new`` (only in this answer)."""
    words: str


def difference(leader: str, answer: str) -> list[Piece]:
    """What turns ``leader`` into ``answer``; both are cut after :data:`COMPARED_WORDS`."""
    old, new = (_WORD.findall(one)[:COMPARED_WORDS] for one in (leader, answer))
    pieces = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", "".join(new[c:d])))
            continue
        pieces += [Piece("gone", "".join(old[a:b]))] if b > a else []
        pieces += [Piece("new", "".join(new[c:d]))] if d > c else []
    return pieces
