"""Results come back as they were kept, old ones stay, and a row is whole or not there."""

from dataclasses import replace

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_sample import ANNA, BELA, CONDITIONS, NOON, hand_in, result, version

from autograder.errors import UsageFault
from autograder.i18n import Text
from autograder.records.ledger import Grading
from autograder.records.model import CellOutcome, CellReport, Outcome, Status, Usage
from autograder.records.serialise import ResultsFault
from autograder.store import Store, gradings
from autograder.store import tables as t


def only(store, name="anna"):
    (found,) = store.gradings.latest([name])
    return found


def test_a_result_comes_back_with_all_its_evidence(store):
    given = replace(
        result("anna"),
        notes=(Text("Notiz", "note"),),
        cells=(CellReport(3, CellOutcome.RAISED, "ValueError: ü", 2, 0.5),),
        files=("a.ipynb",),
        usage=Usage(1.5, 1.25, 100.0, 2),
    )
    hand_in(store, given=given, handed_in=NOON)
    found = only(store)
    assert found.result == given
    assert (found.base, found.parts) == ("base", {"1a": "k1", "1b": "k2", "2a": "k3"})
    assert found.at is not None
    assert found.at.tzinfo is not None
    (kept,) = store.gradings.versions("anna")
    assert (kept.people, kept.handed_in, kept.number) == ((ANNA,), NOON, 1)
    assert kept.files == version("anna").files


def test_a_second_result_does_not_overwrite_the_first(store):
    hand_in(store, given=result("anna", 2.0))
    hand_in(store, given=result("anna", 1.0))
    assert [one.result.total for one in store.gradings.history("anna")] == [2.0, 1.0]
    assert only(store).result.total == 1.0
    assert [one.number for one in store.gradings.versions("anna")] == [1]


def test_a_new_hand_in_is_a_new_version_and_the_old_one_stays(store):
    hand_in(store)
    hand_in(store, content="c2")
    hand_in(store, content="c2", people=(ANNA, BELA))
    found = store.gradings.versions("anna")
    assert [(one.number, one.content, one.people) for one in found] == [
        (1, "c1", (ANNA,)),
        (2, "c2", (ANNA,)),
        (3, "c2", (ANNA, BELA)),
    ]
    assert [one.version for one in store.gradings.history("anna")] == [1, 2, 3]
    (newest,) = store.gradings.newest_versions()
    assert newest.number == 3


def test_another_submission_is_not_touched(store):
    first = hand_in(store, "anna")
    hand_in(store, "bela", (BELA,))
    assert only(store, "anna").id == first.id
    assert [one.result.submission for one in store.gradings.latest()] == ["anna", "bela"]


def test_the_conditions_are_known_without_reading_results(store):
    kept = hand_in(store, handed_in=NOON)
    known = store.gradings.known()["anna"]
    assert (known.content, known.people, known.handed_in) == ("c1", ("anna",), NOON)
    assert (known.base, known.parts["2a"], known.grading) == ("base", "k3", kept.id)


def test_more_submissions_than_are_read_at_a_time(store, monkeypatch):
    monkeypatch.setattr(gradings, "WINDOW", 2)
    names = ["b", "A", "c", "Z", "ä"]
    for name in names:
        hand_in(store, name)
    assert [one.result.submission for one in store.gradings.latest()] == sorted(names)
    assert sorted(store.gradings.known()) == sorted(names)


def test_points_that_are_no_number_leave_nothing_behind(store):
    broken = result("anna", float("nan"))
    with pytest.raises(ResultsFault):
        hand_in(store, given=broken)
    assert list(store.gradings.latest()) == []
    assert store.gradings.known() == {}


def test_an_unknown_submission_is_named(store):
    with pytest.raises(UsageFault, match="'nobody'"):
        store.gradings.history("nobody")


def test_books_in_one_database_do_not_see_each_other(url):
    with Store(url, "book-one") as one, Store(url, "book-two") as two:
        one.begin(CONDITIONS)
        two.begin(CONDITIONS)
        hand_in(one, "anna")
        hand_in(two, "anna", given=result("anna", 0.0))
        assert only(one).result.total == 2.0
        assert only(two).result.total == 0.0
        assert len(one.gradings.history("anna")) == 1


def test_a_record_of_another_time_is_not_graded_and_never_0_points(store):
    kept = hand_in(store)
    with store._engine.begin() as connection:
        change = sa.update(t.outcome).where(t.outcome.c.grading == kept.id)
        change = change.where(t.outcome.c.task == "1a")
        connection.execute(change.values(record='{"outcome": "perfect"}'))
        whole = sa.update(t.grading).where(t.grading.c.id == kept.id)
        connection.execute(whole.values(record="{"))
    found = only(store).result
    assert (found.submission, found.status) == ("anna", Status.NOT_GRADED)
    assert [part.points for part in found.parts] == [None, None, 0.0]
    assert found.parts[0].outcome is Outcome.NOT_GRADED


words = st.text(max_size=30)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words, words, st.lists(words, max_size=3))
def test_whatever_a_student_writes_can_be_kept(store, name, answer, files):
    given = result("x")
    part = replace(given.parts[0], answer=answer, note=Text(answer, name))
    given = replace(given, students=(name,), files=tuple(files), parts=(part, *given.parts[1:]))
    kept = version("x", students=(name,), people=(replace(ANNA, name=name),))
    store.gradings.save(kept, Grading(given), store.begin(CONDITIONS))
    assert only(store, "x").result.files == tuple(files)
    assert only(store, "x").result.parts[0].answer == answer


@pytest.mark.parametrize("name", ["\ud800", "a\0b", "'; DROP TABLE run; --"])
def test_odd_names_of_submissions_are_kept(store, name):
    hand_in(store, name)
    (found,) = store.gradings.newest_versions()
    assert found.submission == name.replace("\0", "\ufffd").replace("\ud800", "?")
