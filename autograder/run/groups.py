"""Who works together: a CSV of groups, and what it means for what was handed in.

Columns (German or English, in any order): person, group; optionally name, email. The person is
named as in the files that were handed in, or by id, e-mail address or name.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from autograder.course.sheet import Limits
from autograder.errors import UsageFault
from autograder.intake import snapshot
from autograder.intake.contract import Found
from autograder.intake.names import slug
from autograder.lms.tables import Table, read_table
from autograder.records.people import Person

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "person": ("person", "id"),
    "group": ("gruppe", "group"),
    "name": ("name",),
    "email": ("email", "e-mail"),
}


@dataclass(frozen=True)
class Groups:
    """Everybody in the table."""

    people: tuple[Person, ...]

    def of(self, person: Person) -> Person | None:
        """The same person as the table knows them."""
        own = {slug(word).casefold() for word in (person.id, person.name, person.email) if word}
        own |= {slug(word).casefold() for word in person.keys.values()}
        for one in self.people:
            if own & {slug(word).casefold() for word in (one.id, one.name, one.email) if word}:
                return one
        return None

    def members(self, group: str) -> tuple[Person, ...]:
        wanted = slug(group).casefold()
        return tuple(one for one in self.people if slug(one.group).casefold() == wanted)


def read_groups(content: bytes, name: str) -> Groups:
    """Raises :class:`UsageFault` with the line for a cell that is missing and for somebody who
    stands there twice."""
    table = read_table(content, name, lambda header: _place(header, "group") is not None)
    if table is None or _place(table.header, "person") is None:
        raise UsageFault(f"{name} has no columns “person” and “group” (German: “gruppe”).")
    people: dict[str, Person] = {}
    for line, row in enumerate(table.rows, 2):
        cells = _cells(table, row)
        person = Person(cells["person"], cells["name"], cells["email"], cells["group"])
        if not person.id or not person.group:
            raise UsageFault(f"{name}, line {line}: person or group is missing.")
        if person.id in people:
            raise UsageFault(f"{name}, line {line}: {person.id} stands there twice.")
        people[person.id] = person
    return Groups(tuple(people.values()))


def grouped(found: Iterable[Found], groups: Groups, limits: Limits) -> list[Found]:
    """What was handed in, with all the people it is of.

    A folder called like a group is of the group. What one member handed in counts for all; the
    same content from several members is one submission; where members differ, each keeps their
    own and a tutor decides.
    """
    by_group: dict[str, list[Found]] = {}
    result: list[Found] = []
    for one in found:
        own = _known(one, groups)
        if own is None or not own.people[0].group:
            result.append(own or one)
        else:
            by_group.setdefault(own.people[0].group, []).append(own)
    for name, several in by_group.items():
        result += _together(several, groups.members(name), limits)
    order = {one.id: place for place, one in enumerate(result)}
    return sorted(result, key=lambda one: (one.id, order[one.id]))


def _known(one: Found, groups: Groups) -> Found | None:
    """The same submission with what the table knows of its people."""
    if len(one.people) == 1:
        members = groups.members(one.people[0].name) or groups.members(one.id)
        if members:
            return _of(one, members)
    people = [groups.of(person) or person for person in one.people]
    return replace(one, people=tuple(map(_merged, one.people, people))) if people else None


def _merged(found: Person, known: Person) -> Person:
    """The id of the table, which is the same next time, and all that both know."""
    return Person(
        id=known.id,
        name=known.name or found.name,
        email=known.email or found.email,
        group=known.group or found.group,
        keys={**found.keys, **known.keys},
    )


def _together(several: Sequence[Found], members: Sequence[Person], limits: Limits) -> list[Found]:
    by_content: dict[str, list[Found]] = {}
    for one in several:
        by_content.setdefault(snapshot.take(one, limits).content, []).append(one)
    if len(by_content) > 1:
        return [_of(same[0], _authors(same)) for same in by_content.values()]
    authors = _authors(several)
    known = {person.id for person in authors}
    return [_of(several[0], [*authors, *(one for one in members if one.id not in known)])]


def _authors(same: Sequence[Found]) -> list[Person]:
    people = {person.id: person for one in same for person in one.people}
    return list(people.values())


def _of(one: Found, people: Sequence[Person]) -> Found:
    names = tuple(person.name or person.id for person in people)
    return replace(one, people=tuple(people), students=names)


def _place(header: Sequence[str], column: str) -> int | None:
    for place, cell in enumerate(header):
        if cell.strip().casefold() in COLUMNS[column]:
            return place
    return None


def _cells(table: Table, row: Sequence[str]) -> dict[str, str]:
    places = {column: _place(table.header, column) for column in COLUMNS}
    return {
        column: row[place].strip() if place is not None and place < len(row) else ""
        for column, place in places.items()
    }
