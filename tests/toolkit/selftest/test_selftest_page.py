"""What a self-test writes: JSON for programs, a page for people."""

import json
from dataclasses import replace

import pytest
from selftest_course import SHEET
from test_selftest_report import SURVIVOR, WRONG, report

from autograder.selftest.page import encode_report, html, write_report
from autograder.selftest.report import PartRow, Share, WholeRow
from autograder.selftest.stability import StabilityRow

ROW = PartRow("3c", Share(3, 3), Share(4, 5), Share(7, 8), Share(0, 0), Share(9, 9), 4e-11, 203)
FULL = report(
    parts=(ROW, replace(ROW, part="1a", false_failure=0.0)),
    whole=(WholeRow("whole/prints", "Prints.", Share(15, 15)),),
    mutants=(SURVIVOR,),
    stability=(StabilityRow("variants 1", ("variants/1a_loop",), 200, ()),),
)


def test_the_json_holds_schema_verdict_and_every_row():
    decoded = json.loads(encode_report(FULL))
    assert decoded["schema"] == 1
    assert decoded["ok"] is FULL.ok
    assert decoded["misses"] == list(FULL.misses)
    assert decoded["parts"][0]["caught"] == {"good": 4, "all": 5}
    assert decoded["findings"][1]["message"] == WRONG.message


def test_the_page_shows_counts_bounds_and_reasons():
    page = html(FULL, SHEET)
    for shown in ("4/5", "≤ 4e-11", "0 (bis auf Rundung)", "15/15", "equivalent", "whole/prints"):
        assert shown in page


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_went_wrong_stands_on_the_page(language):
    page = html(report(findings=(replace(WRONG, message="?"),)), SHEET, language)
    assert "without the words &#39;x fehlt&#39;" in page


def test_nothing_from_the_bank_can_become_markup():
    hostile = replace(WRONG, file="<script>alert(1)</script>", message="<img src=x onerror=y>")
    page = html(report(findings=(hostile,)), SHEET)
    assert "<script" not in page
    assert "<img" not in page


def test_the_page_allows_no_scripts_and_no_outside_resources():
    page = html(FULL, SHEET)
    assert "default-src &#39;none&#39;" in page
    assert " src=" not in page


def test_both_files_are_written(tmp_path):
    write_report(FULL, SHEET, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["selftest.html", "selftest.json"]
