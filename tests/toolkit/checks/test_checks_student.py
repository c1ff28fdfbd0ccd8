"""A check asks; what comes back is a value, or a verdict that says whose doing it was."""

import time

import numpy as np
import pytest
from checks_sheet import FUNCTION, FakePeer, student, value

from autograder.checks.student import MAX_CALLS
from autograder.checks.verdicts import Verdict
from autograder.records.model import Family, Outcome
from autograder.wire.faults import PeerGone, WireFault
from autograder.wire.peer import Deaf
from autograder.wire.values import Remote


def verdict_of(question):
    with pytest.raises(Verdict) as caught:
        question()
    return caught.value


def test_an_answer_is_called_by_its_official_name():
    peer = FakePeer(value(7.0))
    assert student(peer).aufgabe_1a(1.0, [2.0]) == 7.0
    assert peer.asked == [("call", "aufgabe_1a", ("x", "w"), [(1.0, [2.0])], 1.0, None)]


def test_what_stays_inside_is_known_by_its_handle():
    peer = FakePeer(value(Remote(3, "Net")), value(2.0))
    asked = student(peer)
    kept = asked.call_kept("aufgabe_1a", 1.0)
    assert asked.aufgabe_1b(kept) == 2.0
    assert peer.asked[1][3] == [(Remote(3, "Net"),)]


def test_a_name_that_the_sheet_does_not_declare_is_an_error_of_the_check():
    with pytest.raises(AttributeError, match="declares no answer"):
        student(FakePeer()).aufgabe_9z(1)


@pytest.mark.parametrize(
    ("names", "outcome", "words"),
    [
        ({}, Outcome.NOT_FOUND, "keinen Namen"),
        ({"aufgabe_1a": (False, "", 1)}, Outcome.NOT_FOUND, "gelöscht"),
        ({"aufgabe_1a": (False, "builtins.int", 0)}, Outcome.UNREADABLE, "keine Funktion"),
        ({"Aufgabe1a": FUNCTION, "aufgbe_1a": FUNCTION}, Outcome.AMBIGUOUS, "Aufgabe1a, aufgbe_1a"),
    ],
)
def test_an_answer_that_is_not_there_is_for_people_to_look_at(names, outcome, words):
    verdict = verdict_of(lambda: student(FakePeer(names=names)).call("aufgabe_1a", 1))
    assert verdict.outcome is outcome
    assert outcome.family is Family.LOOK
    assert words in verdict.message.de


def test_a_near_name_is_used_and_told():
    asked = student(FakePeer(value(1.0), names={"Aufgabe1a": FUNCTION}))
    assert asked.aufgabe_1a(1) == 1.0
    assert [note.de for note in asked.notes()] == ["Gefunden als „Aufgabe1a“."]


@pytest.mark.parametrize(
    ("reply", "outcome", "words"),
    [
        ({"k": "raised", "error": "ZeroDivisionError"}, Outcome.RAISED, "(ZeroDivisionError)"),
        ({"k": "raised", "error": "SystemExit"}, Outcome.RAISED, "(SystemExit)"),
        ({"k": "raised", "error": "x=1.234 w=5"}, Outcome.RAISED, "(Exception)"),
        ({"k": "raised", "error": "int"}, Outcome.RAISED, "(Exception)"),
        ({"k": "raised", "error": "ModuleNotFoundError"}, Outcome.ENVIRONMENT, "Fehler"),
        ({"k": "raised", "error": "FileNotFoundError"}, Outcome.ENVIRONMENT, "Fehler"),
        ({"k": "signature", "message": "(p)"}, Outcome.WRONG, "erwartet wird (x)"),
        ({"k": "unsendable", "message": "m"}, Outcome.UNREADABLE, "nicht lesbar"),
        ({"k": "memory"}, Outcome.MEMORY_LIMIT, "Speicher"),
        ({"k": "interrupted"}, Outcome.RAISED, "(KeyboardInterrupt)"),
        ({"k": "value", "value": [1.0], "late": True}, Outcome.TIME_LIMIT, "nicht rechtzeitig"),
        ({"k": "nonsense"}, Outcome.RAISED, "(Exception)"),
        ({"k": "ran"}, Outcome.RAISED, "(Exception)"),
    ],
)
def test_every_kind_of_reply_has_its_outcome(reply, outcome, words):
    verdict = verdict_of(lambda: student(FakePeer(reply)).aufgabe_1a(1))
    assert verdict.outcome is outcome
    assert words in verdict.message.de


ODD = {"array": np.array([1, 2]), "int": 10**5_000, "list": ["a"], "none": None, "bytes": b"x"}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
@pytest.mark.parametrize("kind", ["raised", "signature", "unsendable"])
def test_odd_words_in_a_reply_do_no_harm(kind, odd):
    reply = {"k": kind, "error": odd, "message": odd}
    verdict = verdict_of(lambda: student(FakePeer(reply)).aufgabe_1a(1))
    assert verdict.outcome.family is not Family.OURS


def test_what_a_student_lets_an_error_say_is_evidence_and_not_feedback():
    reply = {"k": "raised", "error": "Odd", "message": "w = [1.5, 2.5] " + "x" * 5_000}
    verdict = verdict_of(lambda: student(FakePeer(reply)).aufgabe_1a(1.5))
    assert "w = [" not in verdict.message.de
    assert verdict.evidence.found.startswith("Odd: w = [")
    assert dict(verdict.evidence.inputs) == {"x": "1.5"}
    assert len(verdict.evidence.found) < 600


@pytest.mark.parametrize(
    ("fault", "cause", "why", "outcome"),
    [
        (PeerGone("gone"), "gone", "crash", Outcome.CRASHED),
        (WireFault("nonsense"), "nonsense", "crash", Outcome.CRASHED),
        (Deaf("deaf"), "time", "time", Outcome.TIME_LIMIT),
        (PeerGone("gone"), "gone", "memory", Outcome.MEMORY_LIMIT),
        (PeerGone("gone"), "gone", "processes", Outcome.OTHER_LIMIT),
    ],
)
def test_a_process_that_dies_in_a_call_is_replaced_and_the_call_barred(fault, cause, why, outcome):
    fresh = FakePeer(value(2.0))
    causes = []

    def revive(given):
        causes.append(given)
        return fresh, why

    asked = student(FakePeer(fault), revive)
    assert verdict_of(lambda: asked.aufgabe_1a(1)).outcome is outcome
    assert causes == [cause]
    asked.begin_check()
    assert verdict_of(lambda: asked.aufgabe_1a(1)).outcome is outcome
    assert asked.aufgabe_1b(1) == 2.0
    assert len(fresh.asked) == 1


def test_a_call_over_its_time_is_not_made_again():
    peer = FakePeer({"k": "interrupted", "late": True}, value(1.0))
    asked = student(peer)
    for _ in range(3):
        assert verdict_of(lambda: asked.aufgabe_1a(1)).outcome is Outcome.TIME_LIMIT
    assert asked.aufgabe_1b(1) == 1.0
    assert len(peer.asked) == 2


def test_after_the_last_possible_run_what_was_not_asked_is_left_to_people():
    asked = student(FakePeer(PeerGone("gone")), lambda cause: (None, "crash"))
    assert verdict_of(lambda: asked.aufgabe_1a(1)).outcome is Outcome.CRASHED
    asked.begin_check()
    for question in (lambda: asked.aufgabe_1b(1), lambda: asked.formula("aufgabe_1c")):
        verdict = verdict_of(question)
        assert verdict.outcome is Outcome.OTHER_LIMIT
        assert verdict.outcome.family is Family.LOOK
        assert "nicht noch einmal ausgeführt" in verdict.message.de


def test_when_the_time_of_the_submission_is_up_nothing_more_is_asked():
    peer = FakePeer(value(1.0))
    late = student(peer, deadline=time.monotonic() - 1)
    assert verdict_of(lambda: late.aufgabe_1a(1)).outcome is Outcome.TIME_LIMIT
    assert peer.asked == []
    soon = student(peer, deadline=time.monotonic() + 0.5)
    assert soon.aufgabe_1a(1) == 1.0
    assert 0 < peer.asked[0][4] <= 0.5


def test_calls_are_counted_over_a_whole_submission():
    asked = student(FakePeer())
    rows = [[1.0]] * (MAX_CALLS + 1)
    assert verdict_of(lambda: asked.call_each("aufgabe_1a", rows)).outcome is Outcome.OTHER_LIMIT


def test_a_process_that_dies_while_its_names_are_listed_is_replaced():
    asked = student(FakePeer(names=PeerGone("gone")), lambda cause: (FakePeer(value(1)), "crash"))
    assert verdict_of(lambda: asked.aufgabe_1a(1)).outcome is Outcome.CRASHED
    assert asked.aufgabe_1a(1) == 1


def test_a_notebook_that_prevents_our_objects_is_for_people_to_look_at():
    for reply in (
        {"k": "raised", "error": "TypeError", "message": "broken"},
        {"k": "value", "value": 5},
        {"k": "interrupted", "late": True},
        {"k": "raised", "message": np.array([1, 2])},
    ):
        verdict = verdict_of(lambda r=reply: student(FakePeer(r)).construct("numpy_generator", 1))
        assert verdict.outcome is Outcome.UNDECIDED


def test_objects_made_inside_are_shown_by_how_they_were_made():
    peer = FakePeer({"k": "value", "value": Remote(4, "x")}, value(1.0))
    asked = student(peer)
    rng = asked.construct("numpy_generator", 7)
    asked.aufgabe_1a(rng, 2)
    assert dict(asked.last_inputs) == {"x": "numpy_generator(7)", "w": "2"}


@pytest.mark.parametrize("odd", [None, [], {}, {"a": 1, "b": 2}, 5, "text", np.array([1, 2])])
def test_a_formula_of_the_wrong_shape_is_unreadable(odd):
    peer = FakePeer({"k": "formula", "value": odd}, names={"aufgabe_1c": FUNCTION})
    assert verdict_of(lambda: student(peer).formula("aufgabe_1c")).outcome is Outcome.UNREADABLE


def test_earlier_values_are_asked_for_by_their_number():
    peer = FakePeer(value(1), names={"aufgabe_1a": (False, "", 2)})
    asked = student(peer)
    asked.begin_check(version=1)
    assert asked.aufgabe_1a(1) == 1
    assert peer.asked[0][-1] == 1
