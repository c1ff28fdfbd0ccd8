"""Rows of people, and who belongs to which version of a hand-in."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

import msgspec
import sqlalchemy as sa

from autograder.errors import UsageFault
from autograder.records.people import Person
from autograder.records.serialise import decode
from autograder.store import tables as t
from autograder.store.shelf import Shelf, insert


class People:
    """Everybody in one book. A correction of a person's data replaces the wrong data."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def all(self) -> list[Person]:
        """By id."""
        with self._shelf.reading() as connection:
            rows = connection.execute(
                sa.select(t.person).where(t.person.c.book == self._shelf.book)
            ).all()
        return sorted((_person(row) for row in rows), key=lambda one: one.id)

    def find(self, words: str) -> Person:
        """Somebody by id, e-mail address, an LMS's identifier or full name.

        Raises :class:`UsageFault` where it is nobody or several.
        """
        people = self.all()
        exact = [one for one in people if one.id == words]
        wanted = words.strip().casefold()
        found = exact or [
            one
            for one in people
            if wanted
            in (one.email.casefold(), one.name.casefold(), *map(str.casefold, one.keys.values()))
        ]
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(one.id for one in found)
            raise UsageFault(f"{words!r} is several people. Name one by id: {ids}.")
        near = get_close_matches(words, [name for one in people for name in (one.id, one.name)])
        hint = f" Did you mean {' or '.join(dict.fromkeys(near))}?" if near else ""
        raise UsageFault(f"Nobody here is called {words!r}.{hint}")

    def save(self, people: Iterable[Person]) -> None:
        """Add people, or bring what is known about them up to date."""
        with self._shelf.writing() as connection:
            for one in people:
                save_person(connection, self._shelf.book, one)


def save_person(connection: sa.Connection, book: str, person: Person) -> int:
    """Add or complete one person; what is empty now does not delete what was known."""
    row = connection.execute(
        sa.select(t.person).where(t.person.c.book == book, t.person.c.key == person.id)
    ).one_or_none()
    if row is None:
        fresh = {
            "book": book,
            "key": person.id,
            "name": person.name,
            "email": person.email,
            "team": person.group,
            "keys": msgspec.json.encode(dict(person.keys)).decode(),
        }
        return insert(connection, t.person, fresh)
    known = _person(row)
    values = {
        "name": person.name or known.name,
        "email": person.email or known.email,
        "team": person.group or known.group,
        "keys": msgspec.json.encode({**known.keys, **person.keys}).decode(),
    }
    if any(values[column] != getattr(row, column) for column in values):
        connection.execute(t.person.update().where(t.person.c.id == row.id).values(values))
    return int(row.id)


def members(
    connection: sa.Connection, versions: Sequence[int] | None, book: str
) -> Mapping[int, tuple[Person, ...]]:
    """Version → its people in their order; None: of all versions of the book."""
    query = (
        sa.select(t.member.c.version, t.person)
        .join(t.person, t.person.c.id == t.member.c.person)
        .where(t.person.c.book == book)
        .order_by(t.member.c.version, t.member.c.position)
    )
    if versions is not None:
        query = query.where(t.member.c.version.in_(versions))
    found: dict[int, tuple[Person, ...]] = {}
    for row in connection.execute(query):
        found[row.version] = (*found.get(row.version, ()), _person(row))
    return found


def _person(row: sa.Row[tuple[object, ...]]) -> Person:
    values = row._mapping
    return Person(
        id=values["key"],
        name=values["name"],
        email=values["email"],
        group=values["team"],
        keys=decode(values["keys"], dict[str, str]),
    )
