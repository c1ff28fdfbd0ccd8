"""Twenty tutors at once on PostgreSQL: no error, and no mark that was confirmed is lost."""

import importlib.util
import sys
from pathlib import Path

import pytest

from autograder.out.folder import OutFolder
from autograder.review.serve import office_of

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))
from postgres_cluster import cluster, missing

benchmark = pytest.importorskip("benchmarks.review")
cohort = pytest.importorskip("benchmarks.review_cohort")

TUTORS, SECONDS = 20, 5.0


def test_twenty_tutors_at_once_lose_no_mark(tmp_path):
    reason = missing()
    if not reason and importlib.util.find_spec("psycopg") is None:
        reason = "the extra [postgres] is not installed"
    if reason:
        pytest.skip(reason)
    out = tmp_path / "out"
    with cluster() as url:
        cohort.build(out, 10, url=url)
        with OutFolder.existing(out) as folder:
            office = office_of(folder, lambda _: None)
            with benchmark.serving(office) as base:
                assert benchmark.crowd(office, base, TUTORS, SECONDS) == 0
