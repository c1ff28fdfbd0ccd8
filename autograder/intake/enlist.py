"""Drafts and an LMS's roster put together: who handed in what, when, and who did not.

The archive was made from the same answers, so every draft has the number of its row.
"""

from collections.abc import Sequence
from dataclasses import replace

from autograder.i18n import Text, text
from autograder.intake.enrol import Enrolled, not_handed_in
from autograder.intake.grouping import Draft
from autograder.intake.names import display, slug
from autograder.lms.roster import Roster, Row
from autograder.records.people import Person


def enlist(drafts: Sequence[Draft], roster: Roster) -> Enrolled:
    """Names, addresses, groups and times of the roster; a team's members share one draft."""
    wanted = [(draft, _rows_of(draft, roster)) for draft in drafts]
    taken = {row.person.id for _, rows in wanted for row in rows}
    return Enrolled(
        drafts=tuple(_known(draft, rows) if rows else draft for draft, rows in wanted),
        absent=tuple(_person(row) for row in roster.rows if row.person.id not in taken),
        left_out=(
            *(_stranger(draft) for draft, rows in wanted if not rows),
            *not_handed_in([row.person.name for _, rows in wanted for row in rows if row.draft]),
        ),
    )


def _stranger(draft: Draft) -> Text:
    return text(
        "„{name}“ wird bewertet, gehört aber nicht zu der Aufgabe im Lernsystem.",
        name=display(draft.name),
    )


def _rows_of(draft: Draft, roster: Roster) -> tuple[Row, ...]:
    own = draft.people[0].keys.get(roster.system, "") if draft.people else ""
    row = next((one for one in roster.rows if own and one.number == own), None)
    if row is None:
        return ()
    others = [one for one in roster.rows if row.team and one.team == row.team and one is not row]
    return (row, *others)


def _known(draft: Draft, rows: Sequence[Row]) -> Draft:
    people = tuple(_person(row) for row in rows)
    times = [row.handed_in for row in rows if row.handed_in.at is not None]
    return replace(draft, people=people, handed_in=times[0] if times else draft.handed_in)


def _person(row: Row) -> Person:
    return replace(row.person, id=slug(row.person.id), name=display(row.person.name))
