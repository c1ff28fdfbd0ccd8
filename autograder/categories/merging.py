"""Near-duplicates among many proposals: other spellings, plurals and typing errors are one."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from autograder.categories.reading import spelling

SIMILAR = 0.9
"""Least ratio of :class:`difflib.SequenceMatcher` at which two spellings are one proposal."""
LEAST_CHARACTERS = 8
"""Shorter spellings are compared exactly: one letter makes another word of them."""

_ENDING = re.compile(r"(?:(?<=\w{3})(?:innen|en|er|es|e|n|s))$")


@dataclass(frozen=True, slots=True)
class Category:
    """Proposals that mean the same."""

    label: str
    """The spelling that most people chose."""
    votes: int
    """How many submissions propose it."""
    spellings: tuple[str, ...]
    """All of them, the most frequent first."""


def merged(lists: Iterable[tuple[str, ...]]) -> tuple[Category, ...]:
    """One list per submission → categories, those with the most proposals first.

    The result does not depend on the order of the submissions.
    """
    groups: dict[str, Counter[str]] = {}
    for proposals in lists:
        once = {_stem(one): one for one in reversed(proposals)}
        for stem, shown in once.items():
            groups.setdefault(stem, Counter())[shown] += 1
    found = (_category(counts) for counts in _joined(groups))
    return tuple(sorted(found, key=lambda one: (-one.votes, spelling(one.label), one.label)))


def _stem(proposal: str) -> str:
    return " ".join(_ENDING.sub("", word) for word in spelling(proposal).split())


def _joined(groups: dict[str, Counter[str]]) -> list[Counter[str]]:
    """Similar stems together: each joins the most frequent one that it is similar to."""
    order = sorted(groups, key=lambda stem: (-groups[stem].total(), stem))
    leaders: dict[str, Counter[str]] = {}
    for stem in order:
        leader = next((one for one in leaders if _similar(one, stem)), stem)
        leaders.setdefault(leader, Counter()).update(groups[stem])
    return list(leaders.values())


def _similar(first: str, second: str) -> bool:
    if min(len(first), len(second)) < LEAST_CHARACTERS:
        return False
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    quick = matcher.real_quick_ratio() >= SIMILAR and matcher.quick_ratio() >= SIMILAR
    return quick and matcher.ratio() >= SIMILAR


def _category(counts: Counter[str]) -> Category:
    ordered = sorted(counts, key=lambda shown: (-counts[shown], shown))
    return Category(ordered[0], counts.total(), tuple(ordered))
