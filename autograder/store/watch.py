"""For pages that stay open while others write: what is new, and marks that lose no other's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from autograder.errors import UsageFault
from autograder.records.ledger import Decision, Kind
from autograder.store import tables as t
from autograder.store.decisions import Decisions
from autograder.store.shelf import Shelf

ON_AN_ANSWER = (Kind.MARK, Kind.COMMENT)
"""Decisions that make a new version of one answer."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The version of an answer: id of its grading, and of the newest decision about it (or 0)."""

    grading: int
    decision: int = 0


@dataclass(frozen=True, slots=True)
class Position:
    """How far a book is: ids of the newest rows (0 where there is none), and how many there are.

    Rows are only added, but for people who are forgotten; a database may then give the id of a
    deleted row again.
    """

    grading: int = 0
    decision: int = 0
    gradings: int = 0
    decisions: int = 0


class Changed(UsageFault):
    """Somebody else decided on these answers meanwhile; nothing was kept."""

    def __init__(self, submissions: Sequence[str]) -> None:
        super().__init__(
            f"{len(submissions)} answers were changed meanwhile. Look at them again, then decide."
        )
        self.submissions = tuple(submissions)


class Watch:
    """One book as others change it."""

    def __init__(self, shelf: Shelf, decisions: Decisions) -> None:
        self._shelf = shelf
        self._decisions = decisions

    def newest(self) -> Position:
        """How far the book is now."""
        gradings = (
            sa.select(sa.func.max(t.grading.c.id), sa.func.count())
            .join(t.submission, t.submission.c.id == t.grading.c.submission)
            .where(t.submission.c.book == self._shelf.book)
        )
        decisions = sa.select(sa.func.max(t.decision.c.id), sa.func.count()).where(
            t.decision.c.book == self._shelf.book
        )
        with self._shelf.reading() as connection:
            found = [connection.execute(query).one() for query in (gradings, decisions)]
        (grading, graded), (decision, decided) = found
        return Position(grading or 0, decision or 0, graded, decided)

    def graded_after(self, grading: int) -> list[str]:
        """Submissions that got a result after this grading, by name."""
        query = (
            sa.select(t.submission.c.name)
            .join(t.grading, t.submission.c.id == t.grading.c.submission)
            .where(t.submission.c.book == self._shelf.book, t.grading.c.id > grading)
            .distinct()
            .order_by(t.submission.c.name)
        )
        with self._shelf.reading() as connection:
            return list(connection.execute(query).scalars())

    def decide(
        self, task: str, seen: Mapping[str, Seen], decisions: Sequence[Decision]
    ) -> list[Decision]:
        """Keep decisions about answers to one part, all or none.

        ``seen``: submission → the version that was looked at. Raises :class:`Changed` where one
        of them is not the newest any more.
        """
        with self._shelf.writing() as connection:
            now = _versions(connection, self._shelf.book, task, list(seen))
            changed = [name for name, version in seen.items() if now.get(name) != version]
            if changed:
                raise Changed(changed)
            return self._decisions.add_in(connection, decisions)


def _versions(
    connection: sa.Connection, book: str, task: str, names: Sequence[str]
) -> dict[str, Seen]:
    decided = (
        sa.select(t.decision.c.submission, sa.func.max(t.decision.c.id).label("id"))
        .where(
            t.decision.c.book == book,
            t.decision.c.task == task,
            t.decision.c.kind.in_([kind.value for kind in ON_AN_ANSWER]),
        )
        .group_by(t.decision.c.submission)
        .subquery()
    )
    query = (
        sa.select(t.submission.c.name, sa.func.max(t.grading.c.id), sa.func.max(decided.c.id))
        .join(t.grading, t.grading.c.submission == t.submission.c.id)
        .outerjoin(decided, decided.c.submission == t.submission.c.id)
        .where(t.submission.c.book == book, t.submission.c.name.in_(names))
        .group_by(t.submission.c.name)
    )
    return {row[0]: Seen(row[1], row[2] or 0) for row in connection.execute(query)}
