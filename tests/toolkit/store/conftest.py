"""Every test of the store runs on SQLite and on PostgreSQL."""

import importlib.util
import os
import uuid

import pytest
from postgres_cluster import cluster, missing
from store_sample import CONDITIONS

from autograder.store import Store, sqlite_url


@pytest.fixture(scope="session")
def postgres():
    reason = missing()
    if not reason and importlib.util.find_spec("psycopg") is None:
        reason = "the extra [postgres] is not installed"
    if reason and os.environ.get("STORE_TESTS") == "both":  # make store
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
    with cluster() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    """The address of a database; PostgreSQL's is shared by many books, as in real life."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path / "store.sqlite")
    return request.getfixturevalue("postgres")


@pytest.fixture
def store(url):
    with Store(url, uuid.uuid4().hex) as opened:
        opened.begin(CONDITIONS)
        yield opened
