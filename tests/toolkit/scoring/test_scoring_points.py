"""Points follow from outcomes and the sheet's own table, whatever the tests found."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.course.sheet import Answer, Exercise, Localised, Sheet, Task
from autograder.i18n import Text
from autograder.records.model import (
    CellOutcome,
    CellReport,
    Family,
    Handed,
    Outcome,
    Status,
    TestResult,
)
from autograder.scoring.points import score, status_of

NAME = Localised("Teil", "part")
ANSWER = (Answer(("f",)),)
TASKS = (
    Task("1a", 2, "auto", NAME, ANSWER),
    Task("1b", 3, "auto", NAME, ANSWER, checks={"bounds": 1, "sampler": 2}),
    Task("1c", 2, "auto", NAME, ANSWER, working=True),
    Task("1d", 4, "both", NAME, ANSWER, text_points=1),
    Task("1e", 1, "text", NAME),
)
SHEET = Sheet(
    schema=1,
    id="probe",
    version="1",
    title=NAME,
    points=12,
    exercises=(Exercise("1", NAME, 12),),
    tasks=TASKS,
)
CHECKS = [(task.id, check) for task in TASKS for check in task.maxima()]
TITLE = Text("Prüfung", "check")


def result(part, outcome, check="check", **more):
    return TestResult(part, check, "test", TITLE, outcome, Text(outcome.value, ""), **more)


def scored(*results, handed=None, cells=()):
    """Parts by id; every part was worked on and shows its working unless said otherwise."""
    given = dict.fromkeys(SHEET.by_id, Handed(True, answer="x", working=True))
    return {part.task: part for part in score(SHEET, results, given | (handed or {}), cells)}


some_results = st.lists(
    st.builds(
        lambda place, outcome, credit, derivation: result(
            place[0], outcome, place[1], credit=credit, derivation=derivation
        ),
        st.sampled_from([*CHECKS, ("1a", "unknown"), ("9z", "check")]),
        st.sampled_from(list(Outcome)),
        st.floats() | st.sampled_from([0.0, 0.5, 1.0]),
        st.booleans(),
    ),
    max_size=12,
)
some_handed = st.dictionaries(
    st.sampled_from([*SHEET.by_id, "9z"]),
    st.builds(
        Handed,
        touched=st.booleans(),
        answer=st.sampled_from(["", "x"]),
        working=st.booleans(),
        documents=st.sampled_from([(), ("a.pdf",)]),
        cells=st.sampled_from([(), (1,), (1, 2)]),
    ),
)
some_cells = st.lists(
    st.builds(
        CellReport,
        st.integers(0, 3),
        st.sampled_from(list(CellOutcome)),
        st.sampled_from([None, "ModuleNotFoundError", "ValueError"]),
    ),
    max_size=3,
)


@given(some_results, some_handed, some_cells)
def test_no_combination_of_outcomes_gives_more_than_the_maximum_or_less_than_nothing(
    results, handed, cells
):
    parts = score(SHEET, results, handed, cells)
    assert [part.task for part in parts] == [task.id for task in TASKS]
    for part, task in zip(parts, TASKS, strict=True):
        assert part.maximum == task.points
        if part.points is not None:
            assert 0 <= part.points <= task.points - task.text_points
            assert math.isfinite(part.points)
            assert part.outcome.family is Family.VERDICT
        else:
            assert part.outcome.family is not Family.VERDICT
        for check in part.checks:
            assert 0 <= check.points <= check.maximum
        assert {check.name: check.maximum for check in part.checks} == task.maxima()
        if part.points is not None and part.checks:
            assert part.points == sum(check.points for check in part.checks)


@given(some_results, some_handed)
def test_a_status_is_done_only_when_no_part_is_open(results, handed):
    parts = score(SHEET, results, handed)
    assert (status_of(parts) is Status.DONE) == all(part.points is not None for part in parts)
    ours = any(part.outcome.family is Family.OURS for part in parts)
    assert (status_of(parts) is Status.NOT_GRADED) == ours


@given(some_results)
def test_a_fault_of_ours_is_never_a_zero(results):
    for part in scored(*results).values():
        if any(check.outcome is Outcome.NOT_GRADED for check in part.checks):
            assert (part.outcome, part.points) == (Outcome.NOT_GRADED, None)


@given(some_results, st.sampled_from(CHECKS), st.sampled_from(list(Outcome)))
def test_one_more_failing_test_never_adds_points(results, place, outcome):
    if outcome.earns:
        return
    before = scored(*results)[place[0]].points
    after = scored(*results, result(place[0], outcome, place[1]))[place[0]].points
    assert before is None or after is None or after <= before


def test_without_any_result_every_automatic_part_is_not_graded():
    parts = scored()
    for task in TASKS[:-1]:
        assert (parts[task.id].outcome, parts[task.id].points) == (Outcome.NOT_GRADED, None)
        assert "nicht Ihr Fehler" in parts[task.id].message.de
    assert status_of(parts.values()) is Status.NOT_GRADED


def test_a_check_needs_all_its_tests():
    right, wrong = result("1a", Outcome.RIGHT), result("1a", Outcome.WRONG)
    assert scored(right, right)["1a"].points == 2
    assert scored(right, wrong)["1a"].points == 0
    assert scored(right, wrong)["1a"].message.de == "wrong"
    assert scored(right, result("1a", Outcome.NOT_FOUND))["1a"].points is None
    assert scored(wrong, result("1a", Outcome.NOT_FOUND))["1a"].points == 0
    assert scored(wrong, result("1a", Outcome.NOT_GRADED))["1a"].points is None


@pytest.mark.parametrize(
    ("bounds", "sampler", "outcome", "points"),
    [
        (Outcome.RIGHT, Outcome.RIGHT, Outcome.RIGHT, 3),
        (Outcome.RIGHT, Outcome.CONSISTENT, Outcome.CONSISTENT, 3),
        (Outcome.RIGHT, Outcome.WRONG, Outcome.PARTLY, 1),
        (Outcome.RAISED, Outcome.RIGHT, Outcome.PARTLY, 2),
        (Outcome.WRONG, Outcome.NAN, Outcome.WRONG, 0),
        (Outcome.WRONG, Outcome.NOT_FOUND, Outcome.NOT_FOUND, None),
        (Outcome.RIGHT, Outcome.TIME_LIMIT, Outcome.TIME_LIMIT, None),
        (Outcome.TIME_LIMIT, Outcome.NOT_GRADED, Outcome.NOT_GRADED, None),
    ],
)
def test_named_checks_earn_their_own_points(bounds, sampler, outcome, points):
    part = scored(result("1b", bounds, "bounds"), result("1b", sampler, "sampler"))["1b"]
    assert (part.outcome, part.points) == (outcome, points)


def test_a_result_for_a_check_that_the_sheet_does_not_have_counts_nowhere():
    assert scored(result("1a", Outcome.RIGHT, "unknown"))["1a"].outcome is Outcome.NOT_GRADED


@pytest.mark.parametrize(
    ("credits", "points"),
    [([0.5], 1.0), ([0.5, 0.25], 0.5), ([2.0], 2.0), ([-1.0], 0.0), ([math.nan], 0.0)],
)
def test_a_wrong_answer_may_earn_a_share_but_no_more_than_all(credits, points):
    results = [result("1a", Outcome.WRONG, credit=credit) for credit in credits]
    assert scored(*results)["1a"].points == points


def test_a_share_is_only_for_wrong_answers():
    assert scored(result("1a", Outcome.RAISED, credit=1.0))["1a"].points == 0
    both = result("1a", Outcome.WRONG, credit=1.0), result("1a", Outcome.CRASHED)
    assert scored(*both)["1a"].points == 0


def test_an_untouched_part_is_zero_and_nobody_needs_to_look():
    for outcome in (Outcome.NOT_FOUND, Outcome.WRONG, Outcome.TIME_LIMIT, Outcome.AMBIGUOUS):
        part = scored(result("1a", outcome), handed={"1a": Handed(False)})["1a"]
        assert (part.outcome, part.points) == (Outcome.UNTOUCHED, 0.0)
        assert "nichts abgegeben" in part.message.de
    assert scored(result("1a", Outcome.RIGHT), handed={"1a": Handed(False)})["1a"].points == 2
    ours = scored(result("1a", Outcome.NOT_GRADED), handed={"1a": Handed(False)})["1a"]
    assert ours.points is None


def test_written_answers_wait_for_a_tutor():
    def written(**handed):
        part = scored(handed={"1e": Handed(**handed)})["1e"]
        return part.outcome, part.points

    assert written(touched=True, answer="Weil …") == (Outcome.WAITING, None)
    assert written(touched=True, documents=("scan.pdf",)) == (Outcome.WAITING, None)
    assert written(touched=True, answer=" \n") == (Outcome.NOT_FOUND, None)
    assert written(touched=False) == (Outcome.UNTOUCHED, 0.0)


def test_a_part_of_both_kinds_waits_for_its_text_and_keeps_its_checks():
    part = scored(result("1d", Outcome.RIGHT))["1d"]
    assert (part.outcome, part.points) == (Outcome.WAITING, None)
    assert [check.points for check in part.checks] == [3]


def test_a_right_result_without_working_is_looked_at():
    none = {"1c": Handed(True, answer="x")}
    right = result("1c", Outcome.RIGHT)
    assert scored(right, handed=none)["1c"].outcome is Outcome.NO_WORKING
    assert scored(right, handed=none)["1c"].points is None
    assert scored(right)["1c"].points == 2
    assert scored(result("1c", Outcome.RIGHT, derivation=True), handed=none)["1c"].points == 2
    assert scored(result("1c", Outcome.WRONG), handed=none)["1c"].points == 0


def test_an_answer_that_came_in_a_document_is_looked_for_there():
    handed = {"1a": Handed(True, documents=("scan.pdf", "foto.jpg"))}
    part = scored(result("1a", Outcome.NOT_FOUND), handed=handed)["1a"]
    assert (part.outcome, part.points) == (Outcome.ELSEWHERE, None)
    assert "scan.pdf, foto.jpg" in part.message.de
    assert scored(result("1a", Outcome.WRONG), handed=handed)["1a"].points == 0


def test_a_cell_that_misses_a_package_is_told_from_a_missing_answer():
    handed = {"1a": Handed(True, cells=(3,))}
    lacking = [CellReport(3, CellOutcome.RAISED, "ModuleNotFoundError")]
    other = [CellReport(4, CellOutcome.RAISED, "ModuleNotFoundError")]
    missing = result("1a", Outcome.NOT_FOUND)
    assert scored(missing, handed=handed, cells=lacking)["1a"].outcome is Outcome.ENVIRONMENT
    assert scored(missing, handed=handed, cells=other)["1a"].outcome is Outcome.NOT_FOUND
    assert scored(result("1a", Outcome.WRONG), handed=handed, cells=lacking)["1a"].points == 0


def test_notes_are_shown_once_each():
    note, other = Text("Gefunden als „A“.", "Found as “A”."), Text("B.", "b.")
    results = [result("1a", Outcome.RIGHT, notes=(note,))] * 2
    part = scored(*results, result("1a", Outcome.RIGHT, notes=(note, other)))["1a"]
    assert part.note == Text("Gefunden als „A“. B.", "Found as “A”. b.")
    assert scored(result("1a", Outcome.RIGHT))["1a"].note is None
