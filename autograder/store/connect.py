"""Opens a database and brings its tables up to date; nothing else knows the dialects.

SQLite runs in WAL mode: a reader (the review page) never waits for the run that writes, and a
process killed in the middle of a transaction leaves the state before it.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from autograder.errors import GraderFault, UsageFault
from autograder.store.tables import HEAD

BUSY_MILLISECONDS = 30_000
"""How long a writer waits for another one."""
MIGRATION_LOCK = 0x6E62_6772
"""PostgreSQL's advisory lock under which one process migrates (any fixed number)."""
_MIGRATIONS = Path(__file__).parent / "migrations"


class StoreFault(GraderFault):
    """The database refused or is damaged; nothing was changed."""


def sqlite_url(path: Path) -> str:
    return sa.URL.create("sqlite", database=str(path)).render_as_string(hide_password=False)


def without_password(url: str) -> str:
    """The same address as it may be kept: the driver finds the password in its own places
    (``~/.pgpass``, ``PGPASSWORD``)."""
    return sa.make_url(url).set(password=None).render_as_string()


def connect(url: str) -> sa.Engine:
    """An engine on up-to-date tables.

    Raises :class:`UsageFault` for an address that is none and for a database of a newer
    version, :class:`StoreFault` where the database itself fails.
    """
    engine = _engine(url)
    try:
        _upgrade(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One consistent view; raises :class:`StoreFault`."""
    with _faults(engine), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """All or nothing; raises :class:`StoreFault`."""
    with _faults(engine), engine.connect() as connection:
        connection.info["writing"] = True
        try:
            with connection.begin():
                yield connection
        finally:
            connection.info.pop("writing", None)


@contextmanager
def _faults(engine: sa.Engine) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        place = engine.url.render_as_string(hide_password=True)
        raise StoreFault(
            f"The store {place} refused: {error.orig}. Nothing of this step was kept. "
            "Look at the disk or the server, then run the same command again."
        ) from error
    except SQLAlchemyError as error:
        raise StoreFault(f"The store failed: {error}") from error


def _engine(url: str) -> sa.Engine:
    try:
        address = sa.make_url(url)
        backend = address.get_backend_name()
        if backend not in ("sqlite", "postgresql"):
            raise UsageFault(f"--store {backend}: expected postgresql+psycopg://… or a file.")
        if backend == "sqlite" and address.database:
            _private(Path(address.database))
        engine = sa.create_engine(address)
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise UsageFault(
            "--store is no address. Expected postgresql+psycopg://user@host/database."
        ) from error
    except ModuleNotFoundError as error:
        raise UsageFault(
            f"The driver {error.name} is missing: pip install 'notebook-autograder[postgres]'."
        ) from error
    if backend == "sqlite":
        sa.event.listen(engine, "connect", _settings)
        sa.event.listen(engine, "begin", _begin)
    return engine


def _private(path: Path) -> None:
    """Names and marks: nobody else may read the file, nor the journals that SQLite makes beside
    it with the same mode."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        path.chmod(0o600)
    except OSError as error:
        raise UsageFault(f"{path} cannot be written: {error.strerror}.") from error


def _settings(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we begin, not the driver
    cursor = connection.cursor()
    try:
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        _to_wal(cursor)
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA secure_delete = ON")  # who is forgotten leaves no bytes behind
    except BaseException:
        connection.close()  # nobody else has it yet
        raise
    finally:
        cursor.close()


def _to_wal(cursor: sqlite3.Cursor) -> None:
    """Of two that turn a new file to WAL at once SQLite lets one fail without waiting."""
    latest = time.monotonic() + BUSY_MILLISECONDS / 1000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > latest:
                raise
            time.sleep(0.01)


def _begin(connection: sa.Connection) -> None:
    # a reader that turns writer would fail where another one wrote in between
    immediate = " IMMEDIATE" if connection.info.get("writing") else ""
    connection.exec_driver_sql(f"BEGIN{immediate}")


def _upgrade(engine: sa.Engine) -> None:
    with reading(engine) as connection:
        if _revision(connection) == HEAD:
            return
    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(MIGRATION_LOCK)))
        if _revision(connection) != HEAD:  # another process may have been quicker
            _migrate(connection)


def _revision(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(
        sa.text("SELECT version_num FROM alembic_version")
    ).scalar()
    return found


def _migrate(connection: sa.Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    found = _revision(connection)
    if found is not None and found not in known:
        raise UsageFault(
            f"The store was written by a newer version of this toolkit (its tables are at "
            f"{found}, this version knows {HEAD}). Update the toolkit, or choose another --out."
        )
    command.upgrade(config, "head")
