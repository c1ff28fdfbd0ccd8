"""The course's rules applied to what somebody earned: lines that add up to the total.

Order: late deduction, cap for late submissions, bonus, maximum, rounding. The sum never falls
below 0 and never rises by handing in later. A hand-in time that nobody knows is never “on time”:
nothing is deducted, and a line says that a human has to look.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from autograder.course.rules import Rules
from autograder.i18n import Text, text
from autograder.records.people import Adjustment, HandIn, PersonMarks
from autograder.scoring.force import NEVER_LATE, Rulings

_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Override:
    """What holds for one person instead of, or beside, the rules."""

    deadline: datetime | None = None
    """Replaces the sheet's."""
    exempt: bool = False
    """Lateness does not count."""
    bonus: float = 0.0
    """Points added (negative: taken away)."""
    reason: str = ""
    late_days: float = 0.0
    """Days after the deadline without a deduction."""


NOTHING = Override()


def override_of(person: str, rulings: Rulings) -> Override:
    """What was decided for one person."""
    until = rulings.deadlines.get(person, "")
    exempt = until == NEVER_LATE
    bonus = rulings.bonuses.get(person)
    return Override(
        deadline=datetime.fromisoformat(until) if until and not exempt else None,
        exempt=exempt,
        late_days=rulings.late_days.get(person, 0.0),
        bonus=(bonus.points or 0.0) if bonus else 0.0,
        reason=bonus.reason if bonus else "",
    )


def with_rules(marks: PersonMarks, rules: Rules, override: Override = NOTHING) -> PersonMarks:
    """The same marks with the lines of the rules; nothing handed in stays as it is."""
    if marks.submission is None:
        return marks
    earned = sum(points for points in marks.parts.values() if points is not None)
    lines = adjustments(rules, earned, marks.maximum, marks.handed_in, override)
    return replace(marks, adjustments=lines)


def adjustments(
    rules: Rules,
    earned: float,
    maximum: float,
    handed_in: HandIn,
    override: Override = NOTHING,
) -> tuple[Adjustment, ...]:
    """The lines between ``earned`` points (0 or more) and the total, in their order."""
    lines = []
    total = earned
    for step in (_late, _late_cap, _bonus, _maximum, _rounding):
        line = step(rules, total, maximum, handed_in, override)
        if line is not None:
            lines.append(line)
            total += line.points
    return tuple(lines)


def days_late(rules: Rules, handed_in: HandIn, override: Override = NOTHING) -> int | None:
    """Days begun after the deadline; 0 within the grace; None where the time is unknown."""
    deadline = override.deadline or rules.deadline
    if deadline is None or override.exempt:
        return 0
    if handed_in.at is None:
        return None
    late = _moment(handed_in.at, rules, fold=0) - _moment(deadline, rules, fold=1)
    late -= timedelta(days=override.late_days)
    if late <= timedelta(minutes=rules.grace_minutes):
        return 0
    return math.ceil(late / timedelta(days=1))


def passed(marks: PersonMarks, rules: Rules) -> bool | None:
    """Whether the total passes; None without a pass mark or a total."""
    if rules.pass_percent is None or marks.total is None:
        return None
    return marks.total >= marks.maximum * rules.pass_percent / 100 - _TINY


def feedback_from(rules: Rules, overrides: Iterable[Override] = ()) -> datetime | None:
    """From when on feedback may leave (UTC): after the last extension and ``release_after``.

    None where neither is known.
    """
    ends = [_moment(rules.release_after, rules, fold=1)] if rules.release_after else []
    for one in (NOTHING, *overrides):
        deadline = one.deadline or rules.deadline
        if deadline is not None:
            ends.append(_moment(deadline, rules, fold=1) + timedelta(days=one.late_days))
    return max(ends, default=None)


def _moment(at: datetime, rules: Rules, fold: int) -> datetime:
    """In UTC. An hour that occurs twice in autumn counts in the student's favour (``fold``)."""
    if at.tzinfo is None:
        at = at.replace(tzinfo=ZoneInfo(rules.timezone), fold=fold)
    return at.astimezone(UTC)


def _late(
    rules: Rules, total: float, maximum: float, handed_in: HandIn, override: Override
) -> Adjustment | None:
    days = days_late(rules, handed_in, override)
    if days is None:
        return Adjustment(text("Abgabezeit unbekannt: nichts abgezogen, bitte prüfen."), 0.0)
    if days == 0:
        return None
    if rules.late_days is not None and days > rules.late_days:
        reason = text(
            "{days} Tage nach der Frist; es zählen nur {n}.", days=days, n=rules.late_days
        )
        return Adjustment(reason, -total)
    per_day = rules.late_per_day * (maximum / 100 if rules.late_unit == "percent" else 1)
    return Adjustment(_days(days), -min(total, days * per_day))


def _days(days: int) -> Text:
    if days == 1:
        return text("Verspätet: 1 angefangener Tag nach der Frist.")
    return text("Verspätet: {days} angefangene Tage nach der Frist.", days=days)


def _late_cap(
    rules: Rules, total: float, maximum: float, handed_in: HandIn, override: Override
) -> Adjustment | None:
    cap = maximum * rules.late_cap_percent / 100
    if not days_late(rules, handed_in, override) or total <= cap + _TINY:
        return None
    reason = text("Verspätet: höchstens {percent:g} % der Punkte.", percent=rules.late_cap_percent)
    return Adjustment(reason, cap - total)


def _bonus(
    _rules: Rules, total: float, _maximum: float, _handed_in: HandIn, override: Override
) -> Adjustment | None:
    if not override.bonus:
        return None
    reason = Text(override.reason, override.reason) if override.reason else text("Zusatzpunkte")
    return Adjustment(reason, max(override.bonus, -total))


def _maximum(
    rules: Rules, total: float, maximum: float, _handed_in: HandIn, _override: Override
) -> Adjustment | None:
    if rules.above_maximum or total <= maximum + _TINY:
        return None
    return Adjustment(text("Nicht mehr als die Höchstzahl."), maximum - total)


def _rounding(
    rules: Rules, total: float, _maximum: float, _handed_in: HandIn, _override: Override
) -> Adjustment | None:
    if not rules.rounding:
        return None
    steps = total / rules.rounding
    rounded = {
        "nearest": math.floor(steps + 0.5 + _TINY),
        "up": math.ceil(steps - _TINY),
        "down": math.floor(steps + _TINY),
    }[rules.rounding_mode]
    change = rounded * rules.rounding - total
    if abs(change) <= _TINY:
        return None
    step = f"{rules.rounding:g}"
    german, english = (
        text("Rundung auf {step}.", step=one) for one in (step.replace(".", ","), step)
    )
    return Adjustment(Text(german.de, english.en), change)
