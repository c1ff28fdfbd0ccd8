"""Which marks count, for whom, and what never happens to a mark that went out."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_sample import ANNA, BELA, CONDITIONS, SHEET, decide, hand_in, mark, result

from autograder.desk import marking
from autograder.desk.marking import By
from autograder.errors import UsageFault
from autograder.records.ledger import Decision, Kind, Released
from autograder.records.model import Outcome, Status
from autograder.scoring.force import Rulings, in_force, sheet_in_force

BY = By("Tutorin", "Grund")


def marks(store, person="anna"):
    (found,) = (one for one in store.marks_in_force() if one.person.id == person)
    return found


def test_before_the_first_run_there_are_no_marks(url):
    from autograder.store import Store

    with Store(url, "empty") as store:
        assert store.marks_in_force() == []


def test_automatic_marks_count_until_somebody_decides(store):
    hand_in(store)
    assert marks(store).parts == {"1a": 2.0, "1b": None, "2a": 0.0}
    assert (marks(store).total, marks(store).status) == (None, Status.WAITING)
    marking.mark(store, marking.held_by(store, "anna"), "1b", 0.5, BY)
    assert (marks(store).total, marks(store).status) == (2.5, Status.DONE)


def test_the_newest_mark_counts_and_all_are_kept(store):
    hand_in(store)
    for points in (1.0, 0.5):
        mark(store, points)
    assert marks(store).parts["1b"] == 0.5
    assert [one.points for one in store.decisions.all(Kind.MARK)] == [1.0, 0.5]


def test_a_mark_that_is_taken_back_gives_way_to_the_checks(store):
    hand_in(store)
    mark(store, 0.0, task="1a")
    mark(store, None, task="1a")
    assert marks(store).parts["1a"] == 2.0


def test_a_mark_survives_a_new_result_and_is_listed_when_that_differs(store):
    hand_in(store)
    marking.mark(store, marking.held_by(store, "anna"), "2a", 1.0, BY)
    assert marking.contradicted(store) == []
    hand_in(store, given=result("anna", second=2.0))
    assert marks(store).parts["2a"] == 1.0
    ((decision, part),) = marking.contradicted(store)
    assert (decision.was, part.points) == ("wrong 0", 2.0)


def test_a_group_shares_a_mark_unless_it_is_for_one_member(store):
    hand_in(store, people=(ANNA, BELA))
    held = marking.held_by(store, "Bela Muster")
    marking.mark(store, held, "1b", 1.0, BY)
    marking.mark(store, held, "1a", 0.5, BY, only=True)
    assert marks(store, "anna").parts == {"1a": 2.0, "1b": 1.0, "2a": 0.0}
    assert marks(store, "bela").parts == {"1a": 0.5, "1b": 1.0, "2a": 0.0}


def test_members_who_hand_in_different_things_have_no_marks_until_one_is_taken(store):
    anna, bela = replace(ANNA, group="G1"), replace(BELA, group="G1")
    hand_in(store, "anna", (anna,), content="c1")
    hand_in(store, "bela", (bela,), given=result("bela", 1.0), content="c2")
    for name in ("anna", "bela"):
        assert marks(store, name).parts["1a"] is None
        assert marks(store, name).status is Status.LOOK
    shown = [one for one, _ in store.in_force()]
    assert {one.status for one in shown} == {Status.LOOK}
    marking.take(store, "bela", BY)
    for name in ("anna", "bela"):
        assert (marks(store, name).submission, marks(store, name).parts["1a"]) == ("bela", 1.0)


def test_copies_within_a_group_are_no_contradiction(store):
    hand_in(store, "anna", (replace(ANNA, group="G1"),), content="same")
    hand_in(store, "bela", (replace(BELA, group="G1"),), content="same")
    assert [marks(store, name).parts["1a"] for name in ("anna", "bela")] == [2.0, 2.0]


def test_what_one_member_handed_in_counts_for_all(store):
    hand_in(store, "anna", (replace(ANNA, group="G1"),))
    store.people.save([replace(BELA, group="G1")])
    assert (marks(store, "bela").submission, marks(store, "bela").parts["1a"]) == ("anna", 2.0)


def test_who_handed_in_nothing_is_there_without_marks(store):
    hand_in(store)
    store.people.save([BELA])
    assert (marks(store, "bela").submission, marks(store, "bela").total) == (None, None)


def test_a_part_that_is_taken_out_counts_fully_or_not_at_all(store):
    hand_in(store)
    marking.void(store, "2a", "full", BY)
    assert (marks(store).parts["2a"], marks(store).maximum) == (2.0, 5.0)
    marking.void(store, "2a", "remove", BY)
    assert (dict(marks(store).parts), marks(store).maximum) == ({"1a": 2.0, "1b": None}, 3.0)
    ((shown, _),) = store.in_force()
    assert [part.task for part in shown.parts] == ["1a", "1b"]
    sheet = sheet_in_force(SHEET, store.rulings())
    assert (sheet.points, [one.points for one in sheet.exercises]) == (3.0, [3.0, 0.0])
    marking.void(store, "2a", "back", BY)
    assert (marks(store).parts["2a"], marks(store).maximum) == (0.0, 5.0)


def test_a_part_that_somebody_need_not_do_leaves_only_their_maximum(store):
    hand_in(store, people=(ANNA, BELA))
    marking.exempt(store, BELA, "2a", BY)
    assert (marks(store, "bela").maximum, "2a" in marks(store, "bela").parts) == (3.0, False)
    assert marks(store, "anna").maximum == 5.0


def test_after_a_release_marks_only_rise(store):
    hand_in(store)
    done = marking.release(store, BY)
    assert (done.people, done.parts, done.open) == (1, 2, 1)
    hand_in(store, given=result("anna", 0.5, 2.0, Outcome.WRONG))
    assert marks(store).parts == {"1a": 2.0, "1b": None, "2a": 2.0}
    hand_in(store, given=replace(result("anna"), parts=tuple(
        replace(part, points=None, outcome=Outcome.UNDECIDED) for part in result("anna").parts
    )))  # fmt: skip
    assert marks(store).parts["1a"] == 2.0
    with pytest.raises(UsageFault, match="only rise"):
        marking.mark(store, marking.held_by(store, "anna"), "1a", 1.0, BY)
    with pytest.raises(UsageFault, match="went out"):
        marking.void(store, "1a", "remove", BY)


def test_after_a_release_marks_sink_only_where_that_is_allowed_with_a_reason(store):
    hand_in(store)
    hand_in(store, "bela", (BELA,))
    marking.release(store, BY)
    marking.mark(store, marking.held_by(store, "anna"), "1a", 1.0, BY, allow_lower=True)
    hand_in(store, "bela", (BELA,), given=result("bela", 0.0))
    assert marks(store, "anna").parts["1a"] == 1.0
    assert marks(store, "bela").parts["1a"] == 2.0
    marking.allow_lower(store, ["1a"], BY)
    assert marks(store, "bela").parts["1a"] == 0.0
    marking.release(store, BY)
    with pytest.raises(UsageFault, match="only rise"):
        marking.mark(store, marking.held_by(store, "anna"), "1a", 0.5, BY)


@pytest.mark.parametrize(
    ("task", "points"), [("1b", 1.5), ("1b", -0.5), ("1b", float("nan")), ("9z", 1.0)]
)
def test_points_that_the_sheet_does_not_have_are_refused(store, task, points):
    hand_in(store)
    with pytest.raises(UsageFault, match=r"1b has 0 to 1|no part '9z'"):
        marking.mark(store, marking.held_by(store, "anna"), task, points, BY)
    assert store.decisions.all() == []


@pytest.mark.parametrize(("author", "reason"), [("", "x"), ("x", " ")])
def test_nobody_decides_without_name_and_reason(author, reason):
    with pytest.raises(UsageFault, match="--by NAME and --reason"):
        By(author, reason)


@pytest.mark.parametrize("name", ["1d", "a b", "x;y", "import os", "", "ä", "a" * 101])
def test_only_a_name_can_be_an_alias(store, name):
    hand_in(store)
    with pytest.raises(UsageFault, match="no name of a function"):
        marking.alias(store, marking.held_by(store, "anna"), "1a", name, BY)


def test_people_are_found_by_any_of_their_names_but_never_guessed(store):
    hand_in(store, people=(ANNA, BELA))
    for words in ("anna", "Anna Muster", "ANNA@example.org", "17"):
        assert store.people.find(words) == ANNA
    with pytest.raises(UsageFault, match="Did you mean Anna Muster"):
        store.people.find("Anna Mustr")
    store.people.save([replace(BELA, id="bela-2")])
    with pytest.raises(UsageFault, match=r"several people.*bela, bela-2"):
        store.people.find("Bela Muster")


def test_a_decision_about_somebody_unknown_is_refused_as_a_whole(store):
    hand_in(store)
    known = Decision(Kind.MARK, "T", "r", "1b", "anna", points=1.0)
    with pytest.raises(UsageFault, match="'nobody'"):
        store.decisions.add([known, replace(known, submission="nobody")])
    assert store.decisions.all() == []


def test_what_was_decided_stands_with_author_reason_and_time(store):
    hand_in(store)
    decide(store, Kind.COMMENT, submission="anna", words="gut")
    (one,) = store.decisions.all()
    assert (one.author, one.reason, one.words) == ("Tutorin", "Grund", "gut")
    assert one.at is not None
    assert store.rulings().comments == {("anna", ""): "gut"}


points = st.none() | st.sampled_from([0.0, 0.5, 1.0, 2.0])


@given(points, points, st.none() | st.sampled_from([0.5, 1.0, 2.0]))
def test_no_mark_falls_below_what_went_out(automatic, by_hand, told):
    given = result("anna")
    part = replace(given.parts[0], points=automatic)
    given = replace(given, parts=(part, *given.parts[1:]))
    decisions = []
    if by_hand is not None:
        decisions = [Decision(Kind.MARK, "T", "r", "1a", "anna", points=by_hand)]
    released = [] if told is None else [Released("anna", "anna", "1a", told)]
    (counted, *_) = in_force(given, Rulings.of(decisions, released), ["anna"]).parts
    wanted = by_hand if by_hand is not None else automatic
    if told is not None:
        assert counted.points is not None
        assert counted.points == max(told, wanted or 0.0)
    else:
        assert counted.points == wanted


def test_conditions_of_a_run_come_back(store):
    assert store.conditions() == CONDITIONS
    assert store.conditions(1_000_000) is None
