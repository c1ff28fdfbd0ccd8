"""Answers that say the same stand together, so that one mark and comment can go to all.

First what is equal up to case, spaces, punctuation and headings; then what is nearly equal.
A group forms around its most frequent wording, never as a chain: each member is as similar to
that wording as the threshold says, so that no step by step drift joins opposites.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

SIMILAR_PERCENT = 88.0
"""Edit similarity from which an answer joins a group."""
COMPARED_CHARS = 4_000
"""Of each answer; longer ones group only when they are equal as a whole."""

_HEADING = re.compile(r"(?m)^\s{0,3}#{1,6}[^\n]*$")
_NOISE = re.compile(r"(?:\s|[.,](?!\d)|[;:?\"„“”«»…`$])+")
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Group:
    """Answers to one part that may be marked together."""

    leader: str
    """The answer that the others are compared with."""
    same: tuple[str, ...]
    """Equal to it after normalisation; the leader itself comes first."""
    near: tuple[tuple[str, float], ...] = ()
    """Nearly equal: (answer, similarity in percent), the most similar first."""

    @property
    def members(self) -> tuple[str, ...]:
        return (*self.same, *(name for name, _ in self.near))


def normalised(answer: str) -> str:
    """What is left of an answer when only its content counts.

    Whatever carries meaning in a formula stays: signs, powers, primes, the case of symbols
    (only words of three letters and more lose it), so that no two formulas become equal.
    """
    plain = unicodedata.normalize("NFC", answer)
    bare = _HEADING.sub(" ", plain)
    words = _NOISE.sub(" ", bare if bare.strip() else plain).strip()
    return _WORD.sub(lambda one: one.group().casefold(), words)


def group(answers: Mapping[str, str]) -> list[Group]:
    """Every answer in exactly one group, large groups first; empty answers are one group.

    ``answers``: id → text. The result does not depend on their order.
    """
    equal: dict[str, list[str]] = {}
    for name in sorted(answers):
        equal.setdefault(normalised(answers[name]), []).append(name)
    wordings = sorted(equal, key=lambda words: (-len(equal[words]), words))
    free = dict.fromkeys(wordings)
    groups = []
    for leader in wordings:
        if leader not in free:
            continue
        del free[leader]
        near: list[tuple[str, float]] = []
        for wording, percent in _similar(leader, list(free)):
            del free[wording]
            near += [(name, percent) for name in equal[wording]]
        names = equal[leader]
        groups.append(Group(names[0], tuple(names), tuple(near)))
    return sorted(groups, key=lambda one: (-len(one.members), one.leader))


def _similar(leader: str, wordings: list[str]) -> list[tuple[str, float]]:
    """Wordings near to ``leader`` and about as long, with the similarity in percent."""
    if not leader or len(leader) > COMPARED_CHARS:
        return []
    candidates = [one for one in wordings if one and len(one) <= COMPARED_CHARS]
    found = process.extract(
        leader, candidates, scorer=fuzz.ratio, score_cutoff=SIMILAR_PERCENT, limit=None
    )
    return [(wording, float(percent)) for wording, percent, _ in found]
