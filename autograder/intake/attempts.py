"""Zips that otter-grader's export cell wrote: of several attempts the latest counts."""

import re
from collections.abc import Sequence
from dataclasses import replace

from autograder.intake.entry import Entry

_EXPORT = re.compile(
    r"(?P<notebook>.*)_(?P<time>\d{4}_\d{2}_\d{2}T\d{2}_\d{2}_\d{2}_\d{1,9})( \(\d+\))?\.zip"
)


def latest_exports(found: Sequence[Entry]) -> list[Entry]:
    """Entries with the earlier exports of the same notebook in the same folder marked."""
    latest: dict[str, str] = {}
    for one in found:
        if match := _EXPORT.fullmatch(one.name):
            latest[match["notebook"]] = max(match["time"], latest.get(match["notebook"], ""))
    marked = []
    for one in found:
        match = _EXPORT.fullmatch(one.name)
        older = match is not None and match["time"] < latest[match["notebook"]]
        marked.append(replace(one, superseded=True) if older else one)
    return marked
