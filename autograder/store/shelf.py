"""One book in one database: what every part of the store stands on."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

import sqlalchemy as sa

from autograder.errors import UsageFault
from autograder.store import tables as t
from autograder.store.connect import reading, writing

WINDOW = 500
"""Rows asked for by id at a time: a statement takes only so many values."""

_Item = TypeVar("_Item")


@dataclass(frozen=True)
class Shelf:
    """An engine and the id of the book that it is about."""

    engine: sa.Engine
    book: str

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        with reading(self.engine) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """One writer per book at a time, also where the database would allow more."""
        with writing(self.engine) as connection:
            connection.execute(
                sa.select(t.book.c.id).where(t.book.c.id == self.book).with_for_update()
            )
            yield connection

    def submission_id(self, connection: sa.Connection, name: str) -> int:
        """Raises :class:`UsageFault` for a name that the book does not have."""
        found: int | None = connection.execute(
            sa.select(t.submission.c.id).where(
                t.submission.c.book == self.book, t.submission.c.name == name
            )
        ).scalar()
        if found is None:
            raise UsageFault(f"There is no submission {name!r} in the store.")
        return found

    def newest_gradings(self, connection: sa.Connection) -> dict[str, int]:
        """Submission → id of its newest grading."""
        query = (
            sa.select(t.submission.c.name, sa.func.max(t.grading.c.id))
            .join(t.grading, t.submission.c.id == t.grading.c.submission)
            .where(t.submission.c.book == self.book)
            .group_by(t.submission.c.name)
        )
        return {row[0]: row[1] for row in connection.execute(query).all()}

    def person_id(self, connection: sa.Connection, key: str) -> int:
        """Raises :class:`UsageFault` for a person whom the book does not have."""
        found: int | None = connection.execute(
            sa.select(t.person.c.id).where(t.person.c.book == self.book, t.person.c.key == key)
        ).scalar()
        if found is None:
            raise UsageFault(f"There is no person {key!r} in the store.")
        return found


def insert(connection: sa.Connection, table: sa.Table, values: Mapping[str, Any]) -> int:
    """Add one row; returns its id."""
    done = connection.execute(sa.insert(table).values(values).returning(table.c.id))
    return int(done.scalar_one())


def windows(items: Sequence[_Item], size: int = WINDOW) -> Iterator[Sequence[_Item]]:
    """The same items, ``size`` at a time."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def now() -> datetime:
    return datetime.now(UTC)
