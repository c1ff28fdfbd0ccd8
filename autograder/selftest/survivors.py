"""Mutants that no check notices: each needs a reason that its author approved."""

import tomllib
from collections.abc import Mapping

import msgspec

from autograder.course.sheet import Course, Sheet
from autograder.errors import UsageFault
from autograder.selftest.mutation import Mutant

MAX_SHARE = 0.05
"""Survivors per mutant that are accepted, reasons or not."""


class Survivor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of ``reference/SHEET/mutants.toml``."""

    part: str
    change: str
    reason: str
    sometimes: bool = False
    """Chance decides, because the check allows for a scatter that the fault stays within."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    survivor: tuple[Survivor, ...] = ()


Approved = Mapping[tuple[str, str], Survivor]
"""(part, change) → why it may survive."""


def approved(course: Course, sheet: Sheet) -> Approved:
    """The approved survivors; raises :class:`UsageFault` for a damaged file."""
    path = course.reference(sheet.id) / "mutants.toml"
    if not path.is_file():
        return {}
    try:
        file = msgspec.convert(tomllib.loads(path.read_text("utf-8")), _File)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise UsageFault(
            f"{path}: {error}. Expected: [[survivor]] part, change, reason."
        ) from error
    return {(one.part, one.change): one for one in file.survivor}


def reason_for(mutant: Mutant, reasons: Approved) -> str | None:
    entry = reasons.get((mutant.part, mutant.change))
    return entry.reason if entry else None
