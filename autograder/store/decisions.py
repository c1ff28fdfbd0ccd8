"""What people decided, row by row, and which marks went out when."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from autograder.records.ledger import Decision, Kind, Released
from autograder.store import tables as t
from autograder.store.shelf import Shelf, insert, now


class Decisions:
    """The decisions of one book, oldest first. None is ever changed."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def add(self, decisions: Sequence[Decision]) -> list[Decision]:
        """Keep them all or none. Raises :class:`UsageFault` for an unknown submission or
        person."""
        with self._shelf.writing() as connection:
            return self.add_in(connection, decisions)

    def add_in(self, connection: sa.Connection, decisions: Sequence[Decision]) -> list[Decision]:
        """The same inside a transaction; what is decided together has one time."""
        at = now()
        return [self._add(connection, one, at) for one in decisions]

    def release(self, decision: Decision, marks: Iterable[Released]) -> Decision:
        """Keep what went out, so that it can only rise from here on."""
        with self._shelf.writing() as connection:
            kept = self._add(connection, decision, now())
            people = self._ids(connection, t.person, t.person.c.key)
            submissions = self._ids(connection, t.submission, t.submission.c.name)
            rows = [
                {
                    "decision": kept.id,
                    "person": people[one.person],
                    "submission": submissions[one.submission],
                    "task": one.task,
                    "points": one.points,
                }
                for one in marks
            ]
            if rows:
                connection.execute(t.released.insert(), rows)
        return kept

    def all(self, *kinds: Kind, after: int = 0) -> list[Decision]:
        """All decisions, or those of these kinds, oldest first; ``after``: newer than this id."""
        query = (
            sa.select(
                t.decision,
                t.submission.c.name.label("on"),
                t.person.c.key.label("whom"),
            )
            .outerjoin(t.submission, t.submission.c.id == t.decision.c.submission)
            .outerjoin(t.person, t.person.c.id == t.decision.c.person)
            .where(t.decision.c.book == self._shelf.book, t.decision.c.id > after)
            .order_by(t.decision.c.id)
        )
        if kinds:
            query = query.where(t.decision.c.kind.in_([kind.value for kind in kinds]))
        with self._shelf.reading() as connection:
            return [_decision(row) for row in connection.execute(query)]

    def released(self) -> list[Released]:
        """Every mark that ever went out, oldest first."""
        query = (
            sa.select(
                t.person.c.key,
                t.submission.c.name,
                t.released.c.task,
                t.released.c.points,
                t.decision.c.at,
            )
            .select_from(t.released)
            .join(t.decision, t.decision.c.id == t.released.c.decision)
            .join(t.person, t.person.c.id == t.released.c.person)
            .join(t.submission, t.submission.c.id == t.released.c.submission)
            .where(t.decision.c.book == self._shelf.book)
            .order_by(t.released.c.decision)
        )
        with self._shelf.reading() as connection:
            rows = connection.execute(query).all()
        return [Released(row.key, row.name, row.task, row.points, row.at) for row in rows]

    def _add(self, connection: sa.Connection, one: Decision, at: datetime) -> Decision:
        place = self._shelf.submission_id(connection, one.submission) if one.submission else None
        person = self._shelf.person_id(connection, one.person) if one.person else None
        values = {
            "book": self._shelf.book,
            "at": at,
            "author": one.author,
            "reason": one.reason,
            "kind": one.kind.value,
            "submission": place,
            "person": person,
            "task": one.task,
            "points": one.points,
            "words": one.words,
            "was": one.was,
        }
        return replace(one, at=at, id=insert(connection, t.decision, values))

    def _ids(
        self, connection: sa.Connection, table: sa.Table, name: sa.Column[Any]
    ) -> dict[str, int]:
        query = sa.select(name, table.c.id).where(table.c.book == self._shelf.book)
        return {row[0]: row[1] for row in connection.execute(query)}


def _decision(row: Any) -> Decision:
    return Decision(
        kind=Kind(row.kind),
        author=row.author,
        reason=row.reason,
        task=row.task,
        submission=row.on or "",
        person=row.whom or "",
        points=row.points,
        words=row.words,
        was=row.was,
        at=row.at,
        id=row.id,
    )
