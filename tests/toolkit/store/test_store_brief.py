"""What counts now in brief says the same as with everything it rests on."""

from dataclasses import replace

import pytest
from store_sample import ANNA, BELA, hand_in, result

from autograder.desk import marking
from autograder.records.model import Outcome, Status

BY = marking.By("Tutorin", "Grund")


def told(counted):
    return [
        (
            one.submission,
            one.status,
            [(p.task, p.outcome, p.points, p.maximum) for p in one.parts],
            state,
        )
        for one, state in counted
    ]


def decide(store, name):
    match name:
        case "mark":
            marking.mark(store, marking.held_by(store, "anna"), "1a", 0.5, BY)
        case "full" | "remove":
            marking.void(store, "2a", name, BY)
        case "group":
            hand_in(store, "bela", (replace(BELA, group="G"),), content="other")
            hand_in(store, "anna", (replace(ANNA, group="G"),))


@pytest.mark.parametrize("decision", ["none", "mark", "full", "remove", "group"])
def test_brief_and_full_agree_whatever_was_decided(store, decision):
    hand_in(store, "anna", (ANNA,))
    hand_in(store, "bela", (BELA,), given=result("bela", 1.0, outcome=Outcome.PARTLY))
    plain = told(store.brief_in_force())
    decide(store, decision)
    assert told(store.brief_in_force()) == told(store.in_force())
    assert (told(store.brief_in_force()) == plain) == (decision == "none")


def test_a_released_mark_that_cannot_sink_is_told_in_both(store):
    hand_in(store, "anna", (ANNA,))
    marking.mark(store, marking.held_by(store, "anna"), "1b", 1.0, BY)
    marking.release(store, BY)
    hand_in(store, "anna", (ANNA,), given=result("anna", 0.0, outcome=Outcome.WRONG))
    assert told(store.brief_in_force()) == told(store.in_force())
    ((shown, _),) = store.brief_in_force()
    assert [part.points for part in shown.parts] == [2.0, 1.0, 0.0]


def test_equal_parts_of_a_cohort_are_one_object(store):
    for name in ("anna", "bela", "cleo"):
        hand_in(store, name, (replace(ANNA, id=name),))
    results = [one for one, _ in store.brief_in_force()]
    assert len({id(part) for one in results for part in one.parts}) == 3
    assert not any(part.checks or part.answer for one in results for part in one.parts)


def test_only_the_newest_version_says_whose_and_which_files(store):
    hand_in(store, "anna", (ANNA,), content="c1")
    hand_in(store, "anna", (ANNA, BELA), content="c2")
    (held,) = store.briefs.holders()
    assert (held.submission, held.content) == ("anna", "c2")
    assert [person.id for person in held.people] == ["anna", "bela"]
    (newest,) = store.gradings.newest_versions()
    assert list(store.briefs.files()) == list(newest.files)


def test_a_submission_of_nobody_is_held_by_nobody(store):
    hand_in(store, "anna", ())
    (held,) = store.briefs.holders()
    assert held.people == ()
    assert [one.status for one, _ in store.brief_in_force()] == [Status.WAITING]
