"""Under which conditions a result came about, as hashes: equal keys, equal results.

A part depends on the submission, the toolkit, the environment, the run's seed and the sheet as
a whole (``base``), and on its own checks and those of the parts it builds on (``parts``).
"""

from collections.abc import Iterable, Mapping
from functools import cached_property

import msgspec

from autograder.checks.sources import sources_of_parts
from autograder.course.sheet import Course, Sheet
from autograder.fingerprint import content_of, environment, fingerprint, toolkit

_OF_THE_SHEET = "sheet.toml"


class Keys:
    """Keys for one sheet under the conditions of this process."""

    def __init__(self, course: Course, sheet: Sheet, seed: str) -> None:
        self._course = course
        self._sheet = sheet
        self._seed = seed
        self._sources = sources_of_parts(course.checks(sheet.id))
        self._without_aliases = self._parts({})

    def base(self, content: str) -> str:
        """What every part of a submission with this content depends on."""
        return fingerprint([content, self._common])

    def parts(self, aliases: Mapping[str, str]) -> dict[str, str]:
        """Part → what it depends on beside that; ``aliases``: part → a tutor's name for it."""
        return self._parts(aliases) if aliases else self._without_aliases

    def _parts(self, aliases: Mapping[str, str]) -> dict[str, str]:
        keys: dict[str, str] = {}
        for task in self._sheet.tasks:  # a part only builds on earlier ones
            below = [keys[other] for other in task.builds_on]
            own = (self._sources.get(task.id, ""), aliases.get(task.id, ""))
            keys[task.id] = fingerprint([msgspec.json.encode(task), *own, *below])
        return keys

    def dependents(self, parts: Iterable[str]) -> tuple[str, ...]:
        """These parts and all that build on them, in the order of the sheet."""
        wanted = set(parts)
        for task in self._sheet.tasks:
            if wanted.intersection(task.builds_on):
                wanted.add(task.id)
        return tuple(task.id for task in self._sheet.tasks if task.id in wanted)

    @cached_property
    def _common(self) -> str:
        whole = msgspec.structs.replace(self._sheet, tasks=())
        return fingerprint(
            [
                msgspec.json.encode(whole),
                *content_of(self._course.assignment(self._sheet.id), without=_OF_THE_SHEET),
                toolkit(),
                *environment(),
                self._seed,
            ]
        )
