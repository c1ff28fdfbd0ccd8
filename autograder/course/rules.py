"""``[rules]`` of ``sheet.toml``: what a course does about lateness, bonus, rounding and passing."""

from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Without a deadline nothing is late; without a step nothing is rounded."""

    deadline: datetime | None = None
    """With an offset, else a local time of :attr:`timezone`."""
    timezone: str = "Europe/Berlin"
    """Zone of the deadline and of the LMS's times."""
    grace_minutes: float = 0.0
    """Up to this long after the deadline nothing is deducted."""
    late_per_day: float = 0.0
    """Deduction for each day begun after the deadline, in :attr:`late_unit`."""
    late_unit: Literal["points", "percent"] = "percent"
    """Percent are of the sheet's maximum."""
    late_cap_percent: float = 100.0
    """What a late submission can reach at most, of the sheet's maximum."""
    late_days: int | None = None
    """Days begun after the deadline that still count; later submissions get 0."""
    above_maximum: bool = False
    """Whether a bonus may lift a total above the sheet's maximum."""
    rounding: float = 0.0
    """Step that the total is rounded to; 0: none."""
    rounding_mode: Literal["nearest", "up", "down"] = "nearest"
    pass_percent: float | None = None
    """Share of the maximum that passes."""
    release_after: datetime | None = None
    """No feedback before this time either, beside the end of the last extension."""


def problems_of(rules: Rules) -> list[str]:
    """What cannot be meant, in words; empty for sound rules."""
    problems = []
    try:
        ZoneInfo(rules.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        problems.append(f"rules.timezone {rules.timezone!r} is unknown, expected Europe/Vienna…")
    for name in ("grace_minutes", "late_per_day", "rounding"):
        if not 0 <= getattr(rules, name) < float("inf"):
            problems.append(f"rules.{name} is {getattr(rules, name)}, expected 0 or more")
    for name in ("late_cap_percent", "pass_percent"):
        value = getattr(rules, name)
        if value is not None and not 0 <= value <= 100:
            problems.append(f"rules.{name} is {value}, expected 0 to 100")
    if rules.late_days is not None and rules.late_days < 0:
        problems.append(f"rules.late_days is {rules.late_days}, expected 0 or more")
    return problems
