"""The people of an assignment as an LMS's web service lists them, with their hand-in times."""

from dataclasses import dataclass

from autograder.records.people import HandIn, Person


@dataclass(frozen=True, slots=True)
class Row:
    """One participant."""

    person: Person
    number: str
    """What stands for them in the archive that was made of the same answers."""
    handed_in: HandIn = HandIn()
    draft: bool = False
    """Whether they have not said yet that it is handed in."""
    team: str = ""
    """The same for those who hand in together; empty for one alone."""


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody in one assignment."""

    system: str
    """Key under which reading that archive puts :attr:`Row.number`."""
    rows: tuple[Row, ...]
