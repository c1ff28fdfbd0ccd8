from dataclasses import replace

import pytest
from render_html import Page, problems
from render_sample import EVIDENCE, HIDDEN, RICH, SHEET, cohort

from autograder.i18n import Text
from autograder.records.model import CellOutcome, CellReport, Evidence, Status
from autograder.render.details import details

ATTACK = "</pre></details><script>alert(1)</script>\u202e\x1b[2J"


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_page_is_safe_and_accessible(language):
    for result in (RICH, *cohort(40)):
        assert problems(details(SHEET, result, language)) == []


def test_a_tutor_sees_the_evidence_of_every_failed_check():
    page = Page(details(SHEET, RICH)).text
    failed = [check for part in RICH.parts for check in part.checks if check.evidence]
    assert len(failed) == 5
    assert page.count(f"gefunden {EVIDENCE.found}".replace("  ", " ")) == len(failed)
    assert page.count("erwartet 0.06017") == len(failed)
    assert page.count("Toleranz 1e-06 Startwert 812331") == len(failed)
    assert page.count("test_blatt09.py:41: AssertionError") == len(failed)


def test_a_tutor_sees_the_answer_the_cells_and_the_cost():
    page = Page(details(SHEET, RICH)).text
    assert "grad = grad * w[i] * dsigma(s[i])" in page
    assert "Zelle 5 wurde nach 10 s unterbrochen" in page
    assert "Aufwand: 13 s Laufzeit, 12 s Rechenzeit, 212 MiB Speicher, 2 Durchläufe" in page


def test_the_page_warns_that_it_is_not_for_students():
    assert "Nur für Tutorinnen und Tutoren" in Page(details(SHEET, RICH)).text


def test_open_answers_are_unfolded():
    source = details(SHEET, RICH)
    assert source.count("<details open>") == sum(part.points is None for part in RICH.parts)


def test_links_lead_to_the_overview_and_to_the_feedback():
    source = details(SHEET, RICH)
    assert 'href="../index.html"' in source
    assert 'href="../feedback/muster-anna.html"' in source


def test_a_submission_without_any_part_has_a_page():
    page = Page(details(SHEET, replace(RICH, status=Status.UNREADABLE, parts=(), cells=()))).text
    assert page.count("Zu diesem Teil liegt kein Ergebnis vor.") == len(SHEET.tasks)


def test_an_attack_in_answers_and_evidence_stays_text():
    evil = Text(ATTACK, ATTACK)
    evidence = Evidence({ATTACK: ATTACK}, ATTACK, ATTACK, float("nan"), 1, ATTACK)
    parts = tuple(
        replace(
            part,
            message=evil,
            note=evil,
            answer=ATTACK,
            checks=tuple(
                replace(check, name=ATTACK, title=evil, evidence=evidence) for check in part.checks
            ),
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
        cells=(CellReport(0, CellOutcome.RAISED, ATTACK, 10**5000),),
    )
    source = details(SHEET, result)
    assert problems(source) == []
    assert "<script" not in source
    assert "\u202e" not in source
    assert "\x1b" not in source


def test_huge_answers_and_values_are_cut():
    huge = "x" * 5_000_000
    check = replace(RICH.parts[0].checks[0], evidence=Evidence({HIDDEN: huge}, huge, huge))
    part = replace(RICH.parts[0], answer=huge, checks=(check,))
    assert len(details(SHEET, replace(RICH, parts=(part,)))) < 100_000
