"""Which attempt a submission is and whether it came in time, as Gradescope tells it.

``submission_metadata.json`` is written by Gradescope; otter leaves ``{}`` there elsewhere. Points
do not depend on it: Gradescope subtracts what it subtracts for lateness on its own.
"""

from dataclasses import dataclass
from datetime import datetime

import msgspec

from autograder.i18n import Text, text


class _Dates(msgspec.Struct, frozen=True):
    due_date: datetime | None = None


class _User(msgspec.Struct, frozen=True):
    assignment: _Dates | None = None
    """Dates of this person's own, where an extension was granted."""


class _Metadata(msgspec.Struct, frozen=True):
    created_at: datetime
    assignment: _Dates
    users: tuple[_User, ...] = ()
    previous_submissions: tuple[msgspec.Raw, ...] = ()


@dataclass(frozen=True, slots=True)
class Attempt:
    """One submission in the row of a student's submissions."""

    number: int
    """Counted from 1."""
    late_seconds: float | None
    """After the due date; 0 in time; None where there is no due date."""


def is_gradescope(data: object) -> bool:
    """Whether Gradescope started this run; ``otter run`` and ``otter grade`` say nothing."""
    return bool(data)


def read_attempt(data: object) -> Attempt | None:
    """None where ``data`` (the JSON content) says nothing or nothing that we understand.

    Of several due dates in a group the latest counts.
    """
    try:
        known = msgspec.json.decode(msgspec.json.encode(data), type=_Metadata)
    except (msgspec.MsgspecError, TypeError):
        return None
    own = [user.assignment.due_date for user in known.users if user.assignment]
    dates = [one for one in (known.assignment.due_date, *own) if one is not None]
    number = len(known.previous_submissions) + 1
    try:
        late = (known.created_at - max(dates)).total_seconds() if dates else None
    except TypeError:  # with and without a time zone
        late = None
    return Attempt(number, late if late is None else max(0.0, late))


def sentence(attempt: Attempt) -> Text:
    """For tutors and students."""
    if attempt.late_seconds is None:
        return text("Abgabe Nr. {number}.", number=attempt.number)
    if attempt.late_seconds == 0:
        return text("Abgabe Nr. {number}, rechtzeitig.", number=attempt.number)
    return text(
        "Abgabe Nr. {number}, {late} nach dem Abgabetermin.",
        number=attempt.number,
        late=_duration(attempt.late_seconds),
    )


def _duration(seconds: float) -> str:
    """Days, hours and minutes in symbols that both languages share; at least a minute."""
    minutes = max(1, round(seconds / 60))
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    units = ((days, "d"), (hours, "h"), (minutes, "min"))
    return " ".join(f"{count} {unit}" for count, unit in units if count)
