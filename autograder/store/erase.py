"""Deletes a person. The one place where rows go away."""

from dataclasses import dataclass
from typing import Any

import msgspec
import sqlalchemy as sa

from autograder.records.ledger import Decision, KeptFile, Kind
from autograder.records.serialise import decode
from autograder.store import tables as t
from autograder.store.decisions import Decisions
from autograder.store.shelf import Shelf


@dataclass(frozen=True)
class Erased:
    """What is left to do outside the store."""

    submissions: tuple[str, ...]
    """Deleted, or without this person now: their pages have to be made again or go."""
    files: frozenset[str]
    """Hashes of handed-in files that nothing refers to any more."""


def erase(shelf: Shelf, key: str, author: str, reason: str) -> Erased:
    """Everything about one person; what was handed in with others stays theirs.

    That somebody was forgotten is kept, by whom and why, but not who. Raises
    :class:`UsageFault` for nobody.
    """
    with shelf.writing() as connection:
        person = shelf.person_id(connection, key)
        name = connection.execute(sa.select(t.person.c.name).where(t.person.c.id == person))
        names = {key, name.scalar_one()}
        before = _files(connection, shelf.book)
        touched = _versions_of(connection, person)
        alone = _alone(connection, person, {row.submission for row in touched})
        for row in touched:
            if row.submission not in alone:
                _unname(connection, row.id, row.students, names)
        connection.execute(sa.delete(t.submission).where(t.submission.c.id.in_(alone)))
        connection.execute(sa.delete(t.person).where(t.person.c.id == person))
        _drop_empty_versions(connection, shelf.book)
        gone = before - _files(connection, shelf.book)
        Decisions(shelf).add_in(connection, [Decision(Kind.FORGET, author, reason)])
    _compact(shelf.engine)
    return Erased(tuple(sorted({row.name for row in touched})), frozenset(gone))


def _versions_of(connection: sa.Connection, person: int) -> list[Any]:
    query = (
        sa.select(t.version.c.id, t.version.c.submission, t.version.c.students, t.submission.c.name)
        .join(t.member, t.member.c.version == t.version.c.id)
        .join(t.submission, t.submission.c.id == t.version.c.submission)
        .where(t.member.c.person == person)
    )
    return list(connection.execute(query).all())


def _alone(connection: sa.Connection, person: int, submissions: set[int]) -> list[int]:
    """Submissions that nobody else ever belonged to."""
    query = (
        sa.select(t.version.c.submission)
        .join(t.member, t.member.c.version == t.version.c.id)
        .where(t.version.c.submission.in_(submissions), t.member.c.person != person)
    )
    shared = set(connection.execute(query).scalars())
    return sorted(submissions - shared)


def _unname(connection: sa.Connection, version: int, students: str, names: set[str]) -> None:
    """Take the name out of a version that others handed in, too, and out of its results."""
    left = [one for one in decode(students, list[str]) if one not in names]
    values = {"students": msgspec.json.encode(left).decode()}
    connection.execute(sa.update(t.version).where(t.version.c.id == version).values(values))
    query = sa.select(t.grading.c.id, t.grading.c.record).where(t.grading.c.version == version)
    for row in connection.execute(query).all():
        record = decode(row.record, dict[str, Any])
        record["students"] = [one for one in record.get("students", []) if one not in names]
        text = msgspec.json.encode(record).decode()
        connection.execute(sa.update(t.grading).where(t.grading.c.id == row.id).values(record=text))


def _drop_empty_versions(connection: sa.Connection, book: str) -> None:
    """Older versions that only this person had handed in."""
    members = sa.select(t.member.c.version)
    mine = sa.select(t.submission.c.id).where(t.submission.c.book == book)
    empty = t.version.c.submission.in_(mine) & t.version.c.id.not_in(members)
    connection.execute(sa.delete(t.version).where(empty))


def _files(connection: sa.Connection, book: str) -> set[str]:
    query = (
        sa.select(t.version.c.files)
        .join(t.submission, t.submission.c.id == t.version.c.submission)
        .where(t.submission.c.book == book)
    )
    files = (decode(one, tuple[KeptFile, ...]) for one in connection.execute(query).scalars())
    return {one.sha256 for several in files for one in several if one.sha256}


def _compact(engine: sa.Engine) -> None:
    """Deleted bytes leave SQLite's files, too; PostgreSQL's own vacuum does that in its time."""
    if engine.dialect.name != "sqlite":
        return
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.close()
    finally:
        raw.close()
