"""The otter test files of a bundle: points and names, and a look at the outcome. No check.

They lie where otter copies them beside the submission, so they hold nothing secret.
"""

from collections.abc import Mapping

from autograder.course.sheet import Sheet, Task
from autograder.errors import UsageFault

OUTCOMES = "hidden_outcomes"
"""Global variable of the graded notebook: part → check → whether it earns its points."""

_HEAD = '''\
"""Part {task}: looks up what the hidden checks found elsewhere. There is no check in here."""

from otter.test_files import test_case

OK_FORMAT = False

name = {task!r}
'''
_CASE = """

@test_case(name={name!r}, points={points!r}, hidden=True)
def case_{number}({outcomes}):
    assert {outcomes}[{task!r}][{check!r}] is True
"""


def otter_tests(sheet: Sheet) -> Mapping[str, bytes]:
    """File name → content, one per part with automatic points, in the sheet's order.

    Raises :class:`UsageFault` for a sheet without such a part.
    """
    parts = [task for task in sheet.tasks if task.maxima()]
    if not parts:
        raise UsageFault(f"{sheet.id} has only parts that people mark; otter has nothing to run.")
    return {f"part{place:02d}.py": _test_file(task) for place, task in enumerate(parts, start=1)}


def case_name(task: Task, check: str) -> str:
    """How otter calls one check of a part."""
    return f"{task.id} {check}" if task.checks else task.id


def _test_file(task: Task) -> bytes:
    cases = (
        _CASE.format(
            name=case_name(task, check),
            points=float(points),
            number=number,
            outcomes=OUTCOMES,
            task=task.id,
            check=check,
        )
        for number, (check, points) in enumerate(task.maxima().items(), start=1)
    )
    return "".join((_HEAD.format(task=task.id), *cases)).encode()
