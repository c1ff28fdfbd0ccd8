"""A database is made, brought up to date, or refused; never half of it."""

import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from store_sample import CONDITIONS, hand_in

from autograder.errors import UsageFault
from autograder.store import Store, StoreFault, sqlite_url, without_password
from autograder.store.connect import connect, reading, writing
from autograder.store.shelf import now
from autograder.store.tables import HEAD, book, metadata


@pytest.fixture
def engine(url):
    engine = connect(url)
    yield engine
    engine.dispose()


def test_the_migrations_lead_to_the_tables_of_this_version(engine):
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == HEAD
    config = Config()
    config.set_main_option(
        "script_location", str(Path(connect.__code__.co_filename).parent / "migrations")
    )
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_a_database_of_a_newer_version_is_refused_and_left_as_it_is(tmp_path):
    url = sqlite_url(tmp_path / "s.sqlite")
    connect(url).dispose()
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(UsageFault, match=r"newer version.*9999.*Update the toolkit"):
        connect(url)
    with engine.connect() as connection:
        found = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    engine.dispose()
    assert found == "9999"


def _half_a_step(engine):
    with writing(engine) as connection:
        row = {"id": "half", "sheet": "s", "created": now()}
        connection.execute(sa.insert(book).values(row))
        raise ValueError("stop")


def test_a_failed_step_changes_nothing(engine):
    with pytest.raises(ValueError, match="stop"):
        _half_a_step(engine)
    with reading(engine) as connection:
        assert connection.execute(sa.select(book.c.id).where(book.c.id == "half")).all() == []


def test_a_refusal_of_the_database_is_our_fault_and_says_what_to_do(engine):
    with pytest.raises(StoreFault, match="Nothing of this step was kept"), writing(engine) as one:
        one.execute(sa.text("INSERT INTO nowhere VALUES (1)"))


@pytest.mark.parametrize(
    "address", ["", "postgres", "mysql://x/y", "postgresql+nothing://x/y", "://", "file.sqlite"]
)
def test_what_is_no_address_is_wrong_use(address):
    with pytest.raises(UsageFault, match="postgresql"):
        connect(address)


def test_a_password_is_not_kept():
    assert "geheim" not in without_password("postgresql+psycopg://tutor:geheim@host/db")


def test_the_sqlite_files_are_private_and_readers_do_not_wait(tmp_path):
    path = tmp_path / "s.sqlite"
    path.touch(mode=0o666)
    with Store(sqlite_url(path)) as store:
        store.begin(CONDITIONS)
        hand_in(store)
        for one in tmp_path.iterdir():
            assert stat.S_IMODE(one.stat().st_mode) == 0o600, one
        with writing(store._engine) as connection:
            connection.execute(sa.text("UPDATE book SET sheet = 'x'"))
            assert len(list(store.gradings.latest())) == 1
        with reading(store._engine) as connection:
            assert connection.execute(sa.text("PRAGMA journal_mode")).scalar() == "wal"
            assert connection.execute(sa.text("PRAGMA foreign_keys")).scalar() == 1


def test_a_killed_writer_leaves_the_state_before(tmp_path):
    url = sqlite_url(tmp_path / "s.sqlite")
    program = """
import os, signal, sys
sys.path.insert(0, sys.argv[2])
from store_sample import CONDITIONS, hand_in
import sqlalchemy as sa
from autograder.store import Store
from autograder.store.connect import writing
store = Store(sys.argv[1])
store.begin(CONDITIONS)
hand_in(store, "anna")
with writing(store._engine) as connection:
    connection.execute(sa.text("DELETE FROM outcome"))
    os.kill(os.getpid(), signal.SIGKILL)
"""
    command = [sys.executable, "-c", program, url, str(Path(__file__).parent)]
    assert subprocess.run(command, timeout=60).returncode == -9
    with Store(url) as store:
        (found,) = store.gradings.latest()
        assert len(found.result.parts) == 3


def test_several_may_open_a_new_database_at_the_same_time(tmp_path):
    failed = []

    def open_it(url, together):
        together.wait()
        try:
            connect(url).dispose()
        except Exception as error:
            failed.append(error)

    for turn in range(10):  # the moment at which two collide is short
        url, together = sqlite_url(tmp_path / f"{turn}.sqlite"), threading.Barrier(8)
        threads = [threading.Thread(target=open_it, args=(url, together)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert failed == []


def test_a_database_with_several_books_wants_to_know_which(tmp_path):
    url = sqlite_url(tmp_path / "s.sqlite")
    for name in ("one", "two"):
        with Store(url, name) as store:
            store.begin(CONDITIONS)
    with pytest.raises(UsageFault, match="several books"):
        Store(url)
