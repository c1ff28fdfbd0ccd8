from dataclasses import replace

from render_sample import RICH, SHEET, cohort, submission

from autograder.i18n import Text
from autograder.records.model import Family, Outcome, Status
from autograder.render.standing import standings
from autograder.render.todo import reasons, status_counts

TEXTS = {task.id: Outcome.UNTOUCHED for task in SHEET.tasks if task.kind == "text"}


def reasons_of(*results):
    return reasons(standings(SHEET, results))


def test_our_own_faults_come_first_then_looks_then_written_answers():
    families = [reason.family for reason in reasons_of(RICH, *cohort(60))]
    order = [Family.OURS, Family.LOOK, Family.WAITING]
    assert families == sorted(families, key=order.index)
    assert set(families) == set(order)


def test_a_finished_submission_needs_nothing():
    assert reasons_of(submission("x", TEXTS, Status.DONE)) == ()


def test_one_submission_counts_once_per_reason_with_its_parts():
    waiting = reasons_of(submission("a", {}), submission("b", {}))
    assert [(one.count, one.label.de) for one in waiting] == [(2, "wartet auf Korrektur")]
    assert waiting[0].parts == (("1b", 2), ("1e", 2), ("2c", 2), ("2g", 2), ("3a", 2))
    assert waiting[0].entries[0].tasks == ("1b", "1e", "2c", "2g", "3a")


def test_parts_stand_in_the_order_of_the_sheet():
    first = submission("a", TEXTS | {"3b": Outcome.NO_WORKING}, Status.LOOK)
    second = submission("b", TEXTS | {"2a": Outcome.NO_WORKING}, Status.LOOK)
    assert reasons_of(first, second)[0].parts == (("2a", 1), ("3b", 1))


def test_an_unread_submission_is_one_reason_with_its_note():
    note = Text("Die Datei ist kein gültiges JSON.", "No JSON.")
    broken = replace(RICH, status=Status.UNREADABLE, parts=(), notes=(note,))
    (reason,) = reasons_of(broken)
    assert (reason.label.de, reason.parts, reason.entries[0].why) == ("nicht lesbar", (), note)


def test_a_submission_to_look_at_without_open_parts_is_not_forgotten():
    note = Text("Zwei Notebooks widersprechen sich in 1a.", "Two notebooks disagree on 1a.")
    conflict = replace(submission("x", TEXTS, Status.LOOK), notes=(note,))
    (reason,) = reasons_of(conflict)
    assert (reason.label.de, reason.entries[0].why) == ("bitte ansehen", note)


def test_a_submission_of_which_we_graded_nothing_says_why():
    note = Text("Der Prüfprozess ist abgestürzt.", "The checks crashed.")
    lost = replace(RICH, status=Status.NOT_GRADED, parts=(), notes=(note,))
    (reason,) = reasons_of(lost)
    assert (reason.family, reason.entries[0].why) == (Family.OURS, note)
    assert len(reason.parts) == len(SHEET.tasks)


def test_every_state_is_counted_even_with_zero():
    counts = status_counts([RICH])
    assert list(counts) == list(Status)
    assert counts[Status.NOT_GRADED] == 1
    assert sum(counts.values()) == 1
