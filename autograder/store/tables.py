"""The tables, see ``docs/store.md``; migrations bring an older database to this state."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Column,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

HEAD = "0001"
"""The newest migration."""


class Words(TypeDecorator[str]):
    """Text that both databases can hold: no NUL (PostgreSQL), no lone surrogate (UTF-8)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")


class Instant(TypeDecorator[datetime]):
    """A point in time in UTC; what has no zone is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        read: datetime = value
        return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _ref(table: str, nullable: bool = False, key: bool = False) -> Column[Any]:
    kind = Words if table == "book" else Integer
    return Column(
        table,
        kind,
        ForeignKey(f"{table}.id", ondelete="CASCADE"),
        nullable=nullable,
        primary_key=key,
    )


def _words(name: str, **options: Any) -> Column[str]:
    return Column(name, Words, nullable=False, server_default="", **options)


book = Table(
    "book",
    metadata,
    Column("id", Words, primary_key=True),
    Column("sheet", Words, nullable=False),
    Column("created", Instant, nullable=False),
)
run = Table(
    "run",
    metadata,
    _id(),
    _ref("book"),
    Column("started", Instant, nullable=False),
    Column("info", Words, nullable=False),
    Column("sheet", Words, nullable=False),
    _words("course"),
)
person = Table(
    "person",
    metadata,
    _id(),
    _ref("book"),
    Column("key", Words, nullable=False),
    _words("name"),
    _words("email"),
    _words("team"),
    Column("keys", Words, nullable=False),
    UniqueConstraint("book", "key"),
)
submission = Table(
    "submission",
    metadata,
    _id(),
    _ref("book"),
    Column("name", Words, nullable=False),
    UniqueConstraint("book", "name"),
)
version = Table(
    "version",
    metadata,
    _id(),
    _ref("submission"),
    Column("number", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Column("content", Words, nullable=False),
    Column("students", Words, nullable=False),
    Column("files", Words, nullable=False),
    Column("handed_in", Instant),
    _words("handed_in_source"),
    Column("attempt", Integer),
    UniqueConstraint("submission", "number"),
)
member = Table(
    "member",
    metadata,
    _ref("version", key=True),
    _ref("person", key=True),
    Column("position", Integer, nullable=False),
)
grading = Table(
    "grading",
    metadata,
    _id(),
    _ref("submission"),
    _ref("version"),
    _ref("run"),
    Column("at", Instant, nullable=False),
    Column("status", Words, nullable=False),
    Column("base", Words, nullable=False),
    Column("record", Words, nullable=False),
    Index(None, "submission"),
)
outcome = Table(
    "outcome",
    metadata,
    _ref("grading", key=True),
    Column("task", Words, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("outcome", Words, nullable=False),
    Column("points", Float),
    Column("maximum", Float, nullable=False),
    _words("key"),
    Column("record", Words, nullable=False),
)
decision = Table(
    "decision",
    metadata,
    _id(),
    _ref("book"),
    Column("at", Instant, nullable=False),
    Column("author", Words, nullable=False),
    Column("reason", Words, nullable=False),
    Column("kind", Words, nullable=False),
    _ref("submission", nullable=True),
    _ref("person", nullable=True),
    _words("task"),
    Column("points", Float),
    _words("words"),
    _words("was"),
    Index(None, "book", "kind"),
)
released = Table(
    "released",
    metadata,
    _ref("decision", key=True),
    _ref("person", key=True),
    _ref("submission"),
    Column("task", Words, primary_key=True),
    Column("points", Float, nullable=False),
)
