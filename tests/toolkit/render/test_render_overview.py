from dataclasses import replace

import pytest
from render_html import Page, problems
from render_sample import HIDDEN, RICH, RUN, SHEET, cohort, submission

from autograder.i18n import Text
from autograder.records.model import Outcome, Status
from autograder.render.overview import overview

ATTACK = '"><script>alert(1)</script>\u202e\x1b[2J'
TEXTS = {task.id: Outcome.UNTOUCHED for task in SHEET.tasks if task.kind == "text"}


def shown(*results, language="de") -> str:
    return Page(overview(SHEET, RUN, results, language)).text


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_page_is_safe_and_accessible(language):
    assert problems(overview(SHEET, RUN, (RICH, *cohort(60)), language)) == []
    assert problems(overview(SHEET, RUN, (), language)) == []


def test_the_first_thing_is_what_is_left_to_do():
    page = shown(RICH, *cohort(40))
    assert page.index("Was zu tun ist") < page.index("Abgaben Abgabe 1a")
    assert page.index("Abgaben Abgabe 1a") < page.index("Wie die Teile liefen")
    assert page.index("Wie die Teile liefen") < page.index("Dieser Lauf Beginn")


def test_reasons_link_to_the_submissions_with_their_parts_and_messages():
    source = overview(SHEET, RUN, (RICH, *cohort(40)))
    assert 'href="details/muster-anna.html"' in source
    assert "test-person-0001 – Die Datei ist kein gültiges JSON (Zeile 3)." in Page(source).text


def test_nothing_to_do_is_said():
    assert "Alle Abgaben sind fertig bewertet." in shown(submission("x", TEXTS, Status.DONE))


def test_a_provisional_total_looks_provisional():
    assert "≥ 5 ! nicht bewertet (unser Fehler)" in shown(RICH)
    unread = replace(RICH, status=Status.UNREADABLE, parts=())
    assert "– ? nicht lesbar" in shown(unread)
    assert "18 ✓ fertig" in shown(submission("x", TEXTS, Status.DONE))


def test_folgerichtig_and_untouched_are_told_apart_without_colour():
    result = submission("x", {"1d": Outcome.CONSISTENT, "2d": Outcome.UNTOUCHED})
    assert "2 … 1 2 ↳ … 1 2 … – 2 2 … … 2 2 ≥" in shown(result)


def test_the_run_can_be_repeated_from_what_the_page_says():
    page = shown(RICH)
    for told in (RUN.seed, RUN.confinement, RUN.started, RUN.toolkit, RUN.python, "torch 2.13.0"):
        assert told in page


def test_the_overview_shows_no_evidence():
    assert HIDDEN not in overview(SHEET, RUN, (RICH, *cohort(40)))


def test_links_per_reason_are_bounded():
    many = tuple(submission(f"s{index}", {}) for index in range(250))
    source = overview(SHEET, RUN, many)
    assert source.count('href="details/') == 250 + 200
    assert "und 50 weitere, siehe Tabelle" in source


def test_an_attack_in_names_and_messages_stays_text():
    evil = Text(ATTACK, ATTACK)
    parts = tuple(replace(part, message=evil, note=evil) for part in RICH.parts)
    result = replace(RICH, submission=ATTACK, students=(ATTACK,), parts=parts, notes=(evil,))
    source = overview(SHEET, RUN, (result,))
    assert problems(source) == []
    assert "<script" not in source
    assert "\u202e" not in source
    assert "\x1b" not in source


def test_a_submission_with_very_many_people_does_not_break_the_table():
    crowd = replace(RICH, students=tuple(f"Test Person {n}" for n in range(500)))
    assert "Test Person 8" not in shown(crowd)
