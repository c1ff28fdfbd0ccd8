"""Whose row of a worksheet, or whose account, is it? Nobody is guessed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from autograder.lms.names import agree
from autograder.lms.worksheet import Worksheet, WorksheetRow
from autograder.records.people import Person

if TYPE_CHECKING:
    from autograder.lms.assignment import Participant  # loads the client, which files do not need

SYSTEM = "moodle"
"""Key for the number in an archive's names: a participant's, or a group's."""
USER = "moodle-user"
"""Key for the number of the account, which only the web service tells."""
NAME = "moodle-name"
"""Key for the name as it stands in the archive; absent under blind marking."""
GROUP = "moodle-group"
"""Key for the number of the group that handed in."""
NUMBER = "number"
"""Key for the ID number: mostly the matriculation number."""


def row_by_participant(number: str, name: str, worksheet: Worksheet) -> WorksheetRow | None:
    """The row with this participant's number, if its name agrees as far as both have one.

    Numbers belong to one assignment: the same number with another name is somebody else.
    """
    row = next((row for row in worksheet.rows if row.participant == number), None)
    if row is None or (name and row.name and not agree(name, row.name)):
        return None
    return row


def row_by_own_name(names: set[str], worksheet: Worksheet) -> WorksheetRow | None:
    """The only row whose e-mail address, ID number or full name is one of ``names``."""
    wanted = {name.casefold() for name in names if name}
    rows = [
        row
        for row in worksheet.rows
        if wanted & {one.casefold() for one in (row.email, row.number, row.name) if one}
    ]
    return rows[0] if len(rows) == 1 else None


def row_of(person: Person, worksheet: Worksheet) -> WorksheetRow | None:
    """A known person's row."""
    number = person.keys.get(SYSTEM, "")
    if number and not (worksheet.teams and GROUP not in person.keys and not person.group):
        return row_by_participant(number, person.keys.get(NAME, ""), worksheet)
    return row_by_own_name({person.email, person.keys.get(NUMBER, ""), person.name}, worksheet)


def account_of(person: Person, people: Sequence["Participant"], *, blind: bool) -> int | None:
    """A known person's account: as the web service told it; else by number, where it tells those.

    What came as an archive is found by who it is, but nobody by name while marking is blind.
    """
    if own := person.keys.get(USER):
        found: Sequence[Participant] = [one for one in people if str(one.id) == own]
    else:
        found = _numbered(person, people)
        if not found and not blind:
            found = _like(person, people)
    return found[0].id if len(found) == 1 else None


def _numbered(person: Person, people: Sequence["Participant"]) -> Sequence["Participant"]:
    """Whoever has this number; with another name it is a number of another assignment."""
    name = person.keys.get(NAME)
    return [
        one
        for one in people
        if str(one.recordid) == person.keys.get(SYSTEM) and (not name or agree(name, one.fullname))
    ]


def _like(person: Person, people: Sequence["Participant"]) -> Sequence["Participant"]:
    """Those with this address; if none, with this ID number; if none, with this name."""
    email, number = person.email.casefold(), person.keys.get(NUMBER)
    name = person.keys.get(NAME) or person.name
    return (
        [one for one in people if email and one.email.casefold() == email]
        or [one for one in people if number and one.idnumber == number]
        or [one for one in people if name and agree(name, one.fullname)]
    )
