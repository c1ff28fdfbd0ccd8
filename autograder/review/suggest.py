"""Which of a student's own names may be the answer that was not found."""

from collections.abc import Iterable

from rapidfuzz import fuzz

from autograder.sheet import Task

OFFERED = 30


def nearest(names: Iterable[str], task: Task) -> list[str]:
    """Names that the notebook defines, the most similar to an official one first; none where
    the part asks for nothing by name."""
    official = [name for answer in task.answers for name in answer.names]
    if not official:
        return []

    def near(name: str) -> float:
        return max(fuzz.ratio(name.casefold(), one.casefold()) for one in official)

    others = [name for name in names if name not in official]
    return sorted(others, key=lambda name: (-near(name), name))[:OFFERED]
