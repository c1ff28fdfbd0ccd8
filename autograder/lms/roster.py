"""The people of an assignment as an LMS's web service lists them, with their hand-in times."""

from dataclasses import dataclass

from autograder.records.people import HandIn, Person


@dataclass(frozen=True, slots=True)
class Row:
    """One participant."""

    person: Person
    handed_in: HandIn = HandIn()
    team: str = ""
    """The same for those who hand in together; empty for one alone."""


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody in one assignment."""

    system: str
    """Key of :attr:`Person.keys` that tells them apart."""
    rows: tuple[Row, ...]
