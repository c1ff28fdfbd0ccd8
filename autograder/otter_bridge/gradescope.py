"""What Gradescope is told beyond what otter writes into ``results.json``.

otter has entries for parts with automatic points only, and shows the text on the whole submission
at once. Here written parts get an entry without a score, everything that tells points becomes an
entry of the same visibility as the others, and what is shown at once is the receipt.

https://gradescope-autograders.readthedocs.io/en/latest/specs/
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from autograder.course.sheet import Sheet
from autograder.errors import GraderFault
from autograder.i18n import Language, text
from autograder.otter_bridge import messages
from autograder.otter_bridge.attempt import Attempt
from autograder.records.model import RunInfo, SubmissionResult
from autograder.render.standing import standing

NAME = "gradescope.json"
"""File in ``results/`` by which the plugin tells the entry point."""
_PLAIN = "text"
"""Format of everything we write: Gradescope must not look for markup in it."""


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """One entry of ``tests``; what is None here comes from otter's entry of that name."""

    name: str
    output: str | None = None
    number: str | None = None


class Extras(msgspec.Struct, frozen=True):
    """All additions, the entries in the order in which they are shown."""

    receipt: str
    entries: tuple[Entry, ...]
    data: dict[str, Any]


def extras(
    sheet: Sheet,
    result: SubmissionResult,
    run: RunInfo,
    attempt: Attempt | None,
    language: Language,
) -> Extras:
    """Shown at once: the receipt. With the results: the overview and every part."""
    marks = standing(sheet, result).marks
    parts = (
        Entry(
            messages.part_title(mark, language),
            output=None if mark.task.maxima() else messages.head(mark, language),
            number=mark.task.id,
        )
        for mark in marks
    )
    overview = Entry(text("Übersicht")[language], messages.overview(sheet, result, language))
    data = {
        "autograder": run.toolkit,
        "confinement": run.confinement,
        "attempt": attempt.number if attempt else None,
        "late_seconds": attempt.late_seconds if attempt else None,
        "outcomes": {mark.task.id: mark.outcome.value for mark in marks},
    }
    return Extras(messages.receipt(result, attempt, language), (overview, *parts), data)


def completed(results: Mapping[str, Any], more: Extras) -> dict[str, Any]:
    """otter's ``results.json`` with our additions.

    Raises :class:`GraderFault` where otter has no entry for a part that must have a score.
    """
    by_name = {test["name"]: test for test in results["tests"]}
    wanted = {entry.name for entry in more.entries}
    others = [test for name, test in by_name.items() if name not in wanted]
    scored = [by_name[name] for name in wanted if name in by_name]
    tests = []
    for entry in more.entries:
        test = dict(by_name.get(entry.name, {}))
        if "score" not in test and entry.output is None:
            raise GraderFault(f"results.json has no score for {entry.name}")
        test |= msgspec.to_builtins(entry)
        test.setdefault("visibility", scored[0]["visibility"])
        tests.append(test)
    return {
        **results,
        "output": more.receipt,
        "output_format": _PLAIN,
        "test_output_format": _PLAIN,
        "test_name_format": _PLAIN,
        "extra_data": more.data,
        "tests": [*others, *tests],
    }
