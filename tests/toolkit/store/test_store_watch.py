"""Pages that stay open: what is new, and no mark is lost to a quicker one."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from store_sample import BELA, decide, hand_in, mark

from autograder.records.ledger import Decision, Kind
from autograder.store import Changed, Position, Seen


def given(points, submission="anna", author="Tutorin"):
    return Decision(Kind.MARK, author, "Grund", "1b", submission, points=points)


def test_what_is_new_is_known_by_ids_and_counts(store):
    assert store.watch.newest() == Position()
    first = hand_in(store)
    assert store.watch.newest() == Position(first.id, 0, 1, 0)
    decided = mark(store, 1.0)
    assert store.watch.newest() == Position(first.id, decided.id, 1, 1)
    assert store.watch.graded_after(first.id) == []
    hand_in(store, "bela", (BELA,))
    assert store.watch.graded_after(first.id) == ["bela"]
    assert store.decisions.all(after=decided.id) == []


def test_a_mark_on_the_version_that_was_seen_is_kept(store):
    graded = hand_in(store)
    (kept,) = store.watch.decide("1b", {"anna": Seen(graded.id)}, [given(1.0)])
    assert [one.points for one in store.decisions.all(Kind.MARK)] == [1.0]
    store.watch.decide("1b", {"anna": Seen(graded.id, kept.id)}, [given(0.5)])
    assert store.rulings().mark("anna", "1b").points == 0.5


@pytest.mark.parametrize("what", [Kind.MARK, Kind.COMMENT])
def test_a_mark_on_an_older_version_is_refused_and_nothing_is_kept(store, what):
    graded, other = hand_in(store), hand_in(store, "bela", (BELA,))
    decide(store, what, task="1b", submission="anna", points=1.0, words="gut")
    before = store.decisions.all()
    seen = {"bela": Seen(other.id), "anna": Seen(graded.id)}
    with pytest.raises(Changed) as refused:
        store.watch.decide("1b", seen, [given(0.0, "bela"), given(0.0)])
    assert refused.value.submissions == ("anna",)
    assert store.decisions.all() == before


def test_a_new_result_is_a_new_version_and_another_part_is_not(store):
    graded = hand_in(store)
    mark(store, 1.0, task="1a")
    store.watch.decide("1b", {"anna": Seen(graded.id)}, [given(1.0)])
    hand_in(store)
    newest = store.decisions.all()[-1].id
    with pytest.raises(Changed):
        store.watch.decide("1b", {"anna": Seen(graded.id, newest)}, [given(0.5)])


def test_what_is_decided_together_has_one_time(store):
    graded, other = hand_in(store), hand_in(store, "bela", (BELA,))
    seen = {"anna": Seen(graded.id), "bela": Seen(other.id)}
    first, second = store.watch.decide("1b", seen, [given(1.0), given(1.0, "bela")])
    assert first.at == second.at
    assert first.id != second.id


def test_of_many_at_once_exactly_one_wins(store):
    graded = hand_in(store)

    def attempt(number):
        try:
            decision = given(1.0, author=f"probe-{number}")
            return store.watch.decide("1b", {"anna": Seen(graded.id)}, [decision])
        except Changed:
            return None

    with ThreadPoolExecutor(8) as pool:
        kept = [one for one in pool.map(attempt, range(8)) if one]
    assert len(kept) == 1
    assert len(store.decisions.all(Kind.MARK)) == 1
