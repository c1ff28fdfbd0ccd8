"""Which of a student's own names may be the answer that was not found."""

from collections.abc import Iterable

from rapidfuzz import fuzz

from autograder.course.sheet import Sheet, Task

OFFERED = 30


def nearest(names: Iterable[str], task: Task, sheet: Sheet) -> list[str]:
    """Names that the notebook defines, the most similar to an official one first.

    Names that the sheet gives to any part are left out; none where the part asks for nothing
    by name.
    """
    official = _names(task)
    taken = {name for one in sheet.tasks for name in _names(one)}
    if not official:
        return []

    def near(name: str) -> float:
        return max(fuzz.ratio(name.casefold(), one.casefold()) for one in official)

    others = [name for name in names if name not in taken]
    return sorted(others, key=lambda name: (-near(name), name))[:OFFERED]


def _names(task: Task) -> list[str]:
    return [name for answer in task.answers for name in answer.names]
