"""Versions of hand-ins and what was found about them. A result is one transaction."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec
import sqlalchemy as sa

from autograder.records.ledger import Grading, KeptFile, Known, Version
from autograder.records.model import Outcome, PartResult, Status, SubmissionResult
from autograder.records.people import HandIn
from autograder.records.serialise import ResultsFault, decode, encode, plain
from autograder.store import tables as t
from autograder.store.people import members, save_person
from autograder.store.shelf import Shelf, insert, now, windows

WINDOW = 50
"""Results read at a time, so that memory does not grow with the cohort."""


class Gradings:
    """Results of one book; the newest of each submission is in force."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def save(self, version: Version, grading: Grading, run: int) -> Grading:
        """Keep a result; a version with new content or people is added, an old one is kept.

        All or nothing, and idempotent: the same result twice is two gradings of one version.
        """
        at = now()
        record = encode(replace(grading.result, parts=()), grading.result.submission)
        with self._shelf.writing() as connection:
            place = self._submission(connection, version.submission)
            number, version_id = self._version(connection, place, version)
            values = {
                "submission": place,
                "version": version_id,
                "run": run,
                "at": at,
                "status": grading.result.status.value,
                "base": grading.base,
                "record": record.decode(),
            }
            identity = insert(connection, t.grading, values)
            rows = [
                _outcome_row(identity, position, part, grading.parts)
                for position, part in enumerate(grading.result.parts)
            ]
            if rows:
                connection.execute(t.outcome.insert(), rows)
        return replace(grading, version=number, at=at, run=run, id=identity)

    def latest(self, names: Sequence[str] | None = None) -> Iterator[Grading]:
        """The result in force of every submission (or of these), by name."""
        with self._shelf.reading() as connection:
            newest = self._shelf.newest_gradings(connection)
            chosen = sorted(newest if names is None else newest.keys() & set(names))
            for window in windows(chosen, WINDOW):
                ids = [newest[name] for name in window]
                query = self._all().where(t.grading.c.id.in_(ids))
                yield from sorted(
                    _gradings(connection, query), key=lambda one: one.result.submission
                )

    def known(self) -> dict[str, Known]:
        """Submission → the conditions of its result in force, without reading results."""
        with self._shelf.reading() as connection:
            newest = list(self._shelf.newest_gradings(connection).values())
            shared: dict[tuple[tuple[str, str], ...], dict[str, str]] = {}
            known: dict[str, Known] = {}
            for ids in windows(newest):
                for one in _known(connection, ids, shared):
                    known[one.submission] = one
        return known

    def history(self, name: str) -> list[Grading]:
        """Every result that this submission ever had, oldest first."""
        with self._shelf.reading() as connection:
            place = self._shelf.submission_id(connection, name)
            query = self._all().where(t.grading.c.submission == place)
            return list(_gradings(connection, query.order_by(t.grading.c.id)))

    def versions(self, name: str) -> list[Version]:
        """Every state in which this submission was handed in, oldest first."""
        return list(self._versions(name))

    def newest_versions(self) -> list[Version]:
        """The last state of every submission, by name."""
        newest = {one.submission: one for one in self._versions(None)}
        return [newest[name] for name in sorted(newest)]

    def _versions(self, name: str | None) -> Iterator[Version]:
        query = (
            sa.select(t.version, t.submission.c.name)
            .join(t.submission, t.submission.c.id == t.version.c.submission)
            .where(t.submission.c.book == self._shelf.book)
            .order_by(t.version.c.submission, t.version.c.number)
        )
        with self._shelf.reading() as connection:
            if name is not None:
                place = self._shelf.submission_id(connection, name)
                query = query.where(t.version.c.submission == place)
            rows = connection.execute(query).all()
            ids = None if name is None else [row.id for row in rows]
            people = members(connection, ids, self._shelf.book)
        for row in rows:
            yield Version(
                submission=row.name,
                students=tuple(decode(row.students, list[str])),
                people=people.get(row.id, ()),
                content=row.content,
                files=decode(row.files, tuple[KeptFile, ...]),
                handed_in=HandIn(row.handed_in, row.handed_in_source, row.attempt),
                number=row.number,
                at=row.at,
            )

    def _submission(self, connection: sa.Connection, name: str) -> int:
        found: int | None = connection.execute(
            sa.select(t.submission.c.id).where(
                t.submission.c.book == self._shelf.book, t.submission.c.name == name
            )
        ).scalar()
        if found is not None:
            return found
        return insert(connection, t.submission, {"book": self._shelf.book, "name": name})

    def _version(self, connection: sa.Connection, place: int, version: Version) -> tuple[int, int]:
        """Number and id of this version; the last one where nothing about it is new."""
        people = [save_person(connection, self._shelf.book, one) for one in version.people]
        last = connection.execute(
            sa.select(t.version)
            .where(t.version.c.submission == place)
            .order_by(t.version.c.number.desc())
            .limit(1)
        ).one_or_none()
        values: dict[str, Any] = {
            "content": version.content,
            "students": msgspec.json.encode(plain(version.students, "students")).decode(),
            "files": encode(version.files, "files").decode(),
            "handed_in": version.handed_in.at,
            "handed_in_source": version.handed_in.source,
            "attempt": version.handed_in.attempt,
        }
        if last is not None and all(getattr(last, name) == values[name] for name in values):
            known = connection.execute(
                sa.select(t.member.c.person)
                .where(t.member.c.version == last.id)
                .order_by(t.member.c.position)
            ).scalars()
            if list(known) == people:
                return last.number, last.id
        number = 1 if last is None else last.number + 1
        values |= {"submission": place, "number": number, "at": now()}
        identity = insert(connection, t.version, values)
        if people:
            rows = [
                {"version": identity, "person": one, "position": position}
                for position, one in enumerate(dict.fromkeys(people))
            ]
            connection.execute(t.member.insert(), rows)
        return number, identity

    def _all(self) -> sa.Select[Any]:
        return (
            sa.select(
                t.grading.c.id.label("grading"),
                t.grading.c.run,
                t.grading.c.at,
                t.grading.c.base,
                t.grading.c.record,
                t.version.c.number,
                t.submission.c.name,
            )
            .join(t.version, t.version.c.id == t.grading.c.version)
            .join(t.submission, t.submission.c.id == t.grading.c.submission)
            .where(t.submission.c.book == self._shelf.book)
        )


def _known(
    connection: sa.Connection,
    gradings: Sequence[int],
    shared: dict[tuple[tuple[str, str], ...], dict[str, str]],
) -> Iterator[Known]:
    """``shared``: keys of parts that occurred before; a cohort has few different ones."""
    keys: dict[int, list[tuple[str, str]]] = {}
    people: dict[int, list[str]] = {}
    for grading, task, key in connection.execute(_keys_of(gradings)).all():
        keys.setdefault(grading, []).append((task, key))
    for grading, person in connection.execute(_people_of(gradings)).all():
        people.setdefault(grading, []).append(person)
    for row in connection.execute(_conditions_of(gradings)).all():
        parts = tuple(keys.get(row.id, ()))
        yield Known(
            submission=row.name,
            content=row.content,
            people=tuple(people.get(row.id, ())),
            handed_in=HandIn(row.handed_in, row.handed_in_source, row.attempt),
            base=row.base,
            parts=shared.setdefault(parts, dict(parts)),
            grading=row.id,
        )


def _keys_of(gradings: Sequence[int]) -> sa.Select[Any]:
    columns = (t.outcome.c.grading, t.outcome.c.task, t.outcome.c.key)
    order = (t.outcome.c.grading, t.outcome.c.position)
    return sa.select(*columns).where(t.outcome.c.grading.in_(gradings)).order_by(*order)


def _people_of(gradings: Sequence[int]) -> sa.Select[Any]:
    return (
        sa.select(t.grading.c.id, t.person.c.key)
        .join(t.member, t.member.c.version == t.grading.c.version)
        .join(t.person, t.person.c.id == t.member.c.person)
        .where(t.grading.c.id.in_(gradings))
        .order_by(t.grading.c.id, t.member.c.position)
    )


def _conditions_of(gradings: Sequence[int]) -> sa.Select[Any]:
    return (
        sa.select(
            t.grading.c.id,
            t.grading.c.base,
            t.submission.c.name,
            t.version.c.content,
            t.version.c.handed_in,
            t.version.c.handed_in_source,
            t.version.c.attempt,
        )
        .join(t.version, t.version.c.id == t.grading.c.version)
        .join(t.submission, t.submission.c.id == t.grading.c.submission)
        .where(t.grading.c.id.in_(gradings))
    )


def _outcome_row(
    grading: int, position: int, part: PartResult, keys: Mapping[str, str]
) -> dict[str, Any]:
    return {
        "grading": grading,
        "task": part.task,
        "position": position,
        "outcome": part.outcome.value,
        "points": part.points,
        "maximum": part.maximum,
        "key": keys.get(part.task, ""),
        "record": encode(part, part.task).decode(),
    }


def _parts(
    connection: sa.Connection, gradings: Iterable[int]
) -> Mapping[int, list[tuple[str, PartResult]]]:
    """Grading → key and result of its parts; what cannot be read is not graded."""
    query = (
        sa.select(t.outcome)
        .where(t.outcome.c.grading.in_(list(gradings)))
        .order_by(t.outcome.c.grading, t.outcome.c.position)
    )
    found: dict[int, list[tuple[str, PartResult]]] = {}
    for row in connection.execute(query):
        try:
            part = decode(row.record, PartResult)
        except ResultsFault:
            part = PartResult(row.task, Outcome.NOT_GRADED, None, row.maximum)
        found.setdefault(row.grading, []).append((row.key, part))
    return found


def _gradings(connection: sa.Connection, query: sa.Select[Any]) -> Iterator[Grading]:
    rows = connection.execute(query).all()
    parts = _parts(connection, [row.grading for row in rows])
    for row in rows:
        mine = parts.get(row.grading, [])
        try:
            bare = decode(row.record, SubmissionResult)
        except ResultsFault:
            bare = SubmissionResult(row.name, (), Status.NOT_GRADED, ())
        unreadable = any(part.outcome is Outcome.NOT_GRADED for _, part in mine)
        yield Grading(
            result=replace(
                bare,
                submission=row.name,
                parts=tuple(part for _, part in mine),
                status=Status.NOT_GRADED if unreadable else bare.status,
            ),
            base=row.base,
            parts={part.task: key for key, part in mine},
            version=row.number,
            at=row.at,
            run=row.run,
            id=row.grading,
        )
