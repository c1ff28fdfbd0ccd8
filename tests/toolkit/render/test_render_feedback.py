from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from render_html import Page, problems
from render_sample import ANSWER, EVIDENCE, HIDDEN, RICH, SHEET, cohort, submission

from autograder.i18n import Text
from autograder.records.model import CellOutcome, CellReport, Outcome, Status
from autograder.render.feedback import feedback

ATTACK = "</style></title><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\x1b[2J{{7*7}}"


def shown(result, language="de") -> str:
    return Page(feedback(SHEET, result, language)).text


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_page_is_safe_and_accessible(language):
    for result in (RICH, *cohort(40)):
        assert problems(feedback(SHEET, result, language)) == []


def test_a_student_sees_total_marks_outcomes_messages_and_notes():
    page = shown(RICH)
    assert "Blatt 9: Skip Connections, Initialisierung, Xavier" in page
    assert "Anna Muster, Ben Beispiel" in page
    assert "Zwischenstand 5 von 24 Punkten" in page
    assert "1a Ableitung ∂o_N/∂w_1 der Kette ✗ falsch 0 / 2" in page
    assert "◐ teilweise richtig 1 / 2" in page
    assert "Für alle geprüften Ketten fehlt derselbe Faktor." in page
    assert "Folgerichtig: 1d passt zu Ihrer eigenen Vorwärtsrechnung aus 1c." in page
    assert "„Aufgabe_2b“ als „aufgabe_2b“ gelesen" in page
    assert "Zelle 5 wurde nach 10 s unterbrochen" in page


def test_a_student_never_sees_evidence():
    for language in ("de", "en"):
        source = feedback(SHEET, RICH, language)
        assert HIDDEN not in source
        assert str(EVIDENCE.seed) not in source
        assert "AssertionError" not in source


def test_what_is_open_says_for_whom_it_waits():
    page = shown(RICH)
    assert "7 Teile (zusammen 9 P) sind noch offen." in page
    assert "1b, 1e, 2c, 2g, 3a (6 P) Was Sie geschrieben haben, liest und bewertet" in page
    assert "Rechenweg fehlt 2a (1 P) Das Programm kann hier nicht entscheiden" in page
    assert "2f (2 P) Hier ist unserem Programm ein Fehler unterlaufen." in page


def test_a_finished_submission_has_a_result_and_nothing_open():
    texts = {task.id: Outcome.UNTOUCHED for task in SHEET.tasks if task.kind == "text"}
    page = shown(submission("x", texts, Status.DONE))
    assert "Ergebnis 18 von 24 Punkten" in page
    assert "Alle Teile sind bewertet." in page
    assert "Was noch offen ist" not in page


def test_one_open_part_is_not_called_parts():
    texts = {task.id: Outcome.UNTOUCHED for task in SHEET.tasks if task.kind == "text"}
    page = shown(submission("x", texts | {"2a": Outcome.NO_WORKING}, Status.LOOK))
    assert "Ein Teil (1 P) ist noch offen." in page


@pytest.mark.parametrize("status", [Status.UNREADABLE, Status.OTHER_SHEET])
def test_an_unread_submission_shows_no_zero_but_the_reason(status):
    note = Text("Die Datei ist kein gültiges JSON (Zeile 3).", "No JSON.")
    page = shown(replace(RICH, status=status, parts=(), notes=(note,), cells=()))
    assert status.label.de in page
    assert note.de in page
    assert "von 24" not in page
    assert "0 /" not in page


def test_an_untouched_part_gets_a_line_but_no_comment():
    page = feedback(SHEET, submission("x", {"1a": Outcome.UNTOUCHED}))
    assert 'id="part-1a"' not in page
    assert "nicht bearbeitet" in Page(page).text


def test_the_message_of_one_of_several_checks_stands_once():
    page = shown(submission("x", {"3c": Outcome.WRONG}))
    assert page.count("Für alle geprüften Ketten fehlt derselbe Faktor.") == 1


def test_the_english_page_is_english():
    page = shown(RICH, "en")
    assert "So far 5 of 24 points" in page
    assert "Cell 5 was interrupted after 10 s" in page
    assert "Punkte" not in page
    assert 'lang="en"' in feedback(SHEET, RICH, "en")


def test_decimals_follow_the_language():
    half = replace(RICH.parts[0], points=0.5)
    result = replace(RICH, parts=(half, *RICH.parts[1:]))
    assert "5,5 von 24 Punkten" in shown(result)
    assert "5.5 of 24 points" in shown(result, "en")


def test_an_attack_in_every_string_stays_text():
    evil = Text(ATTACK, ATTACK)
    parts = tuple(
        replace(
            part,
            message=evil,
            note=evil,
            answer=ATTACK,
            checks=tuple(replace(check, title=evil, message=evil) for check in part.checks),
        )
        for part in RICH.parts
    )
    result = replace(
        RICH,
        submission=ATTACK,
        students=(ATTACK,),
        parts=parts,
        notes=(evil,),
        files=(ATTACK,),
        digest=ATTACK,
        cells=(CellReport(1, CellOutcome.RAISED, ATTACK, 1),),
    )
    for language in ("de", "en"):
        source = feedback(SHEET, result, language)
        assert problems(source) == []
        assert "<script" not in source
        assert "\u202e" not in source
        assert "\x1b" not in source
        assert "{{7*7}}" in source


def test_a_notebook_with_a_thousand_failing_cells_gives_a_short_page():
    cells = tuple(CellReport(index, CellOutcome.RAISED, "E") for index in range(1000))
    page = shown(replace(RICH, cells=cells))
    assert page.count("brach mit einem Fehler ab: E") == 20
    assert "980 weitere Zellen liefen nicht bis zum Ende." in page


def test_the_answer_itself_is_not_repeated():
    assert "grad = dsigma(s[1])" in ANSWER
    assert "grad = dsigma(s[1])" not in feedback(SHEET, RICH)


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec=None), max_size=60))
def test_any_name_gives_a_safe_page_that_can_be_written(hostile):
    result = replace(RICH, submission=hostile, students=(hostile, hostile), files=(hostile,))
    source = feedback(SHEET, result)
    source.encode("utf-8")
    assert problems(source) == []
