"""Marks of invented people, as the store gives them."""

import msgspec

from autograder.course.sheet import Sheet
from autograder.records.model import Status
from autograder.records.people import Person, PersonMarks

SHEET = msgspec.convert(
    {
        **{"schema": 1, "id": "blatt09", "version": "1", "points": 100},
        "title": {"de": "Blatt 9", "en": "Sheet 9"},
        "exercises": [{"id": "1", "title": {"de": "Eins", "en": "One"}, "points": 100}],
        "tasks": [
            {"id": "1a", "points": 60, "kind": "auto", "title": {"de": "a", "en": "a"}},
            {"id": "1b", "points": 40, "kind": "text", "title": {"de": "b", "en": "b"}},
        ],
    },
    Sheet,
)
NOBODY = False


def marks(person, first=50.0, second=37.5, **changes):
    """Points of both parts (None: open); ``first=NOBODY``: nothing was handed in."""
    handed_in = first is not NOBODY
    return PersonMarks(
        person=person,
        submission=f"abgabe-{person.id}" if handed_in else None,
        status=Status.WAITING if None in (first, second) else Status.DONE,
        parts={"1a": first, "1b": second} if handed_in else {"1a": None, "1b": None},
        maximum=100.0,
        **changes,
    )


def of_moodle(number, name, email="", group="", **keys):
    """Somebody of a Moodle assignment, by the number in its archive."""
    archived = name.replace("_", " ").replace("'", "")
    named = {"moodle-name": archived} if name else {}
    return Person(f"p-{number}", name, email, group, {"moodle": str(number), **named, **keys})
