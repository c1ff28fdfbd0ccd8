"""The door of the store: opens a book and hands out its parts."""

import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from types import TracebackType

import msgspec
import sqlalchemy as sa

from autograder.course.sheet import Sheet
from autograder.errors import UsageFault
from autograder.i18n import text
from autograder.records.ledger import Grading, Version
from autograder.records.model import RunInfo, Status, SubmissionResult
from autograder.records.people import PersonMarks
from autograder.records.serialise import decode, encode
from autograder.scoring.force import Rulings, in_force
from autograder.scoring.people import contradictions, marks_of_people
from autograder.store import tables as t
from autograder.store.brief import Briefs
from autograder.store.connect import connect, reading, writing
from autograder.store.decisions import Decisions
from autograder.store.erase import Erased, erase
from autograder.store.gradings import Gradings
from autograder.store.people import People
from autograder.store.shelf import Shelf, insert, now
from autograder.store.watch import Watch

Counted = tuple[SubmissionResult, str]
"""A result as it counts now, and a string that changes with it."""


@dataclass(frozen=True)
class Conditions:
    """Under what conditions results came about: one row per run."""

    info: RunInfo
    sheet: Sheet
    course: str
    """Folder of the course, as it was then."""


class Store:
    """One book: everything about one sheet in one OUT. Use as a context manager."""

    def __init__(self, url: str, book: str | None = None) -> None:
        """``book``: which one where several share a database; None: the only one, or none yet."""
        self._engine = connect(url)
        try:
            self._shelf = Shelf(self._engine, book or self._only())
        except BaseException:
            self.close()
            raise
        self.gradings = Gradings(self._shelf)
        self.briefs = Briefs(self._shelf)
        self.decisions = Decisions(self._shelf)
        self.people = People(self._shelf)
        self.watch = Watch(self._shelf, self.decisions)

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self._engine.dispose()

    @property
    def book(self) -> str:
        """The id of this book; made when the store is opened for the first time."""
        return self._shelf.book

    def begin(self, conditions: Conditions) -> int:
        """A new run; returns its number.

        Raises :class:`UsageFault` where the book is about another sheet.
        """
        sheet = conditions.sheet.id
        with writing(self._engine) as connection:
            known: str | None = connection.execute(
                sa.select(t.book.c.sheet).where(t.book.c.id == self.book)
            ).scalar()
            if known is None:
                values = {"id": self.book, "sheet": sheet, "created": now()}
                connection.execute(t.book.insert().values(values))
            elif known != sheet:
                raise UsageFault(
                    f"The store holds results of {known}, not of {sheet}. "
                    "Choose another folder with --out."
                )
            values = {
                "book": self.book,
                "started": now(),
                "info": encode(conditions.info, "run").decode(),
                "sheet": msgspec.json.encode(conditions.sheet).decode(),
                "course": conditions.course,
            }
            return insert(connection, t.run, values)

    def conditions(self, run: int | None = None) -> Conditions | None:
        """Those of a run; without a number those of the last one, None before the first."""
        query = sa.select(t.run).where(t.run.c.book == self.book).order_by(t.run.c.id.desc())
        if run is not None:
            query = query.where(t.run.c.id == run)
        with reading(self._engine) as connection:
            row = connection.execute(query.limit(1)).one_or_none()
        if row is None:
            return None
        return Conditions(decode(row.info, RunInfo), decode(row.sheet, Sheet), row.course)

    def rulings(self) -> Rulings:
        """All decisions, folded into what is in force."""
        return Rulings.of(self.decisions.all(), self.decisions.released())

    def in_force(self, names: Sequence[str] | None = None) -> Iterator[Counted]:
        """Every submission (or these) as it counts now, by name, with everything it rests on."""
        return map(self._counting(), self.gradings.latest(names))

    def brief_in_force(self) -> Iterator[Counted]:
        """The same outcomes and points, and nothing else: see :class:`Briefs`."""
        return map(self._counting(), self.briefs.all())

    def _counting(self) -> Callable[[Grading], Counted]:
        rulings = self.rulings()
        people: dict[str, list[str]] = {}

        def noted() -> Iterator[Version]:
            for one in self.briefs.holders():
                if rulings.floors:  # else nobody asks whose it is
                    people[one.submission] = [person.id for person in one.people]
                yield one

        differing = {
            name: group
            for group, names in contradictions(noted(), rulings).items()
            for name in names
        }

        def count(grading: Grading) -> Counted:
            name = grading.result.submission
            return counted(grading, rulings, people.get(name, []), differing.get(name, ""))

        return count

    def marks_in_force(self) -> list[PersonMarks]:
        """The marks of everybody who is known, by person, with the lines of the sheet's rules;
        empty before the first run."""
        conditions = self.conditions()
        if conditions is None:
            return []
        return marks_of_people(
            conditions.sheet,
            self.people.all(),
            self.gradings.newest_versions(),
            {one.result.submission: _brief(one.result) for one in self.gradings.latest()},
            self.rulings(),
        )

    def forget(self, person: str, author: str, reason: str) -> Erased:
        """Delete everything about one person, see :func:`autograder.store.erase.erase`."""
        return erase(self._shelf, person, author, reason)

    def _only(self) -> str:
        with reading(self._engine) as connection:
            found = connection.execute(sa.select(t.book.c.id).limit(2)).scalars().all()
        if len(found) > 1:
            raise UsageFault("This store holds several books; say which one.")
        return found[0] if found else new_book()


def _brief(result: SubmissionResult) -> SubmissionResult:
    """Without what fills memory: marks need outcomes and points."""
    parts = tuple(replace(part, answer=None, checks=()) for part in result.parts)
    return replace(result, parts=parts, cells=())


def new_book() -> str:
    """An id that no other book has, also in a database that many share."""
    return uuid.uuid4().hex


def counted(
    grading: Grading, rulings: Rulings, people: Sequence[str], differing: str = ""
) -> Counted:
    """``differing``: the group whose members handed in different things.

    The string is the same whether the result is brief or not.
    """
    result = in_force(grading.result, rulings, people)
    if differing:
        note = text(
            "Mitglieder der Gruppe „{group}“ haben Verschiedenes abgegeben; eine Tutorin oder "
            "ein Tutor entscheidet, was zählt.",
            group=differing,
        )
        result = replace(result, status=Status.LOOK, notes=(note, *result.notes))
    if result is grading.result:
        return result, str(grading.id)
    before = {part.task: part.note for part in grading.result.parts}
    decided = [
        (part.task, part.outcome.value, part.points, part.note is not before[part.task])
        for part in result.parts
    ]
    return result, f"{grading.id}:{differing}:{decided!r}"
