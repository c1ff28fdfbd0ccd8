"""``reference/SHEET/rubrics.toml``: what tutors mark by."""

import tomllib
from collections.abc import Mapping

import msgspec

from autograder.course.sheet import Course, Localised
from autograder.errors import UsageFault

SCHEMA = 1


class Criterion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that earns points of its own, in any order and wording."""

    points: float
    de: str
    en: str

    @property
    def localised(self) -> Localised:
        return Localised(self.de, self.en)


class Rubric(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is known about marking one part."""

    id: str
    criteria: tuple[Criterion, ...] = ()
    full: tuple[Localised, ...] = ()
    """Typical answers, shortened."""
    half: tuple[Localised, ...] = ()
    none: tuple[Localised, ...] = ()
    follow_up: Localised | None = None
    """What to do when the answer builds on an own wrong result."""
    look: Localised | None = None
    """What to accept where the machine could not decide."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    schema: int
    sheet: str
    parts: tuple[Rubric, ...] = ()


def load_rubrics(course: Course, sheet: str) -> Mapping[str, Rubric]:
    """Part → its rubric; empty where the course has none.

    Raises :class:`UsageFault` with file, field and remedy.
    """
    path = course.reference(sheet) / "rubrics.toml"
    try:
        file = msgspec.convert(tomllib.loads(path.read_text("utf-8")), _File)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, msgspec.ValidationError) as error:
        raise UsageFault(f"{path}: {error}. docs/sheet.md describes the format.") from error
    if file.schema != SCHEMA or file.sheet != sheet:
        raise UsageFault(
            f"{path} is about {file.sheet} in schema {file.schema}; "
            f"expected {sheet} in schema {SCHEMA}."
        )
    return {one.id: one for one in file.parts}
