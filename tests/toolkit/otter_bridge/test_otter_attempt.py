"""Late or in time, first or third: what Gradescope says, whatever it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from otter_image import METADATA

from autograder.otter_bridge.attempt import Attempt, is_gradescope, read_attempt, sentence


def with_dates(created, due, *own):
    return {
        "created_at": created,
        "assignment": {"due_date": due},
        "users": [{"assignment": {"due_date": date}} for date in own],
    }


def test_the_documented_form_is_understood():
    attempt = read_attempt(METADATA)
    assert attempt == Attempt(2, pytest.approx(94952.365935))
    assert sentence(attempt).de == "Abgabe Nr. 2, 1 d 2 h 23 min nach dem Abgabetermin."


@pytest.mark.parametrize(
    ("metadata", "says"),
    [
        (with_dates("2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z"), "Nr. 1, rechtzeitig."),
        (with_dates("2026-01-02T00:00:00Z", "2026-01-02T01:00:00+02:00"), "1 h nach dem"),
        (with_dates("2026-01-02T00:00:01Z", "2026-01-02T00:00:00Z"), "1 min nach dem"),
        (with_dates("2026-01-02T00:00:00Z", None), "Abgabe Nr. 1."),
        (with_dates("2026-01-02T00:00:00Z", "2026-01-03T00:00:00"), "Abgabe Nr. 1."),
    ],
)
def test_time_zones_missing_dates_and_seconds(metadata, says):
    assert says in sentence(read_attempt(metadata)).de


def test_an_extension_counts():
    metadata = with_dates("2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z", "2026-01-05T00:00:00Z")
    assert read_attempt(metadata).late_seconds == 0


@pytest.mark.parametrize(
    "data", [{}, None, [], "late", {"created_at": "gestern", "assignment": {}}, {"users": 7}]
)
def test_what_is_not_understood_says_nothing(data):
    assert read_attempt(data) is None


def test_otter_run_and_otter_grade_are_not_gradescope():
    assert is_gradescope(METADATA)
    assert not is_gradescope({})


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(JSON | st.fixed_dictionaries(dict.fromkeys(METADATA, JSON)))
def test_no_metadata_stops_the_grading(data):
    attempt = read_attempt(data)
    assert attempt is None or sentence(attempt).en
