from dataclasses import replace

import msgspec
import pytest
from intake_files import PUBLISHED, SHEET, TEMPLATE, code, edited, md

from autograder.intake.contract import Notebook, Stamp, Submission
from autograder.intake.recognise import only_sheet, recognise
from autograder.intake.template import Template
from autograder.records.model import Status

EARLIER = msgspec.structs.replace(SHEET, id="blatt08", marker="Kennung blatt08")
EARLIER_CELLS = (
    md("# Blatt 8\n\nKennung blatt08"),
    *(md(f"### Aufgabe 1{letter}\n\nAltes Blatt.") for letter in "abc"),
    *PUBLISHED[4:5],
)
KNOWN = {
    "blatt08": Template.of(EARLIER, [Notebook("blatt08.ipynb", EARLIER_CELLS)]),
    "blatt09": TEMPLATE,
}


def of(*cells, stamp=None):
    return Notebook("nb.ipynb", cells, Stamp(stamp) if stamp else None)


def test_the_stamp_tells_the_sheet_even_an_unknown_one():
    assert recognise(of(stamp="blatt08"), KNOWN) == "blatt08"
    assert recognise(of(stamp="lehreinheit10"), KNOWN) == "lehreinheit10"


def test_the_marker_near_the_top_tells_the_sheet():
    assert recognise(of(md("Kennung blatt08, geändert")), KNOWN) == "blatt08"
    below = [md(str(number)) for number in range(5)]
    assert recognise(of(*below, md("wie in Kennung blatt08")), KNOWN) is None


def test_published_cells_tell_the_sheet_without_stamp_and_marker():
    assert recognise(of(*EARLIER_CELLS[1:]), KNOWN) == "blatt08"
    assert recognise(of(*EARLIER_CELLS[1:3]), KNOWN) is None
    assert recognise(edited(dropped=(0,)), KNOWN) == "blatt09"


def test_cells_moved_into_another_sheets_notebook_count_more_than_its_stamp():
    assert recognise(of(*PUBLISHED, stamp="blatt08"), KNOWN) == "blatt09"
    assert recognise(of(*PUBLISHED, *EARLIER_CELLS, stamp="blatt08"), KNOWN) == "blatt08"


def test_contradicting_traces_tell_nothing():
    assert recognise(of(EARLIER_CELLS[0], PUBLISHED[0]), KNOWN) is None


@pytest.mark.parametrize(
    "notebook",
    [
        of(),
        of(code("def aufgabe_1a(x): return x"), md("wie auf blatt08")),
        of(PUBLISHED[4]),
        edited(),
        of(stamp="blatt09"),
    ],
)
def test_a_notebook_without_clear_evidence_for_another_sheet_is_accepted(notebook):
    submission = Submission("anna", ("anna",), (notebook,))
    assert only_sheet(submission, "blatt09", KNOWN) == submission


def test_a_notebook_of_another_sheet_is_turned_away_and_named():
    submission = Submission("anna", ("anna",), (of(stamp="blatt08"),))
    status, line = only_sheet(submission, "blatt09", KNOWN).problem
    assert status is Status.OTHER_SHEET
    assert "anderen Blatt (blatt08); bewertet wird blatt09" in line.de


def test_another_sheets_notebook_beside_the_right_one_is_left_out_with_a_note():
    right = replace(edited(), name="b.ipynb")
    submission = Submission("anna", ("anna",), (of(stamp="blatt08"), right))
    kept = only_sheet(submission, "blatt09", KNOWN)
    assert kept.notebooks == (right,)
    assert kept.problem is None
    assert "blatt08" in kept.notes[0].de


def test_a_submission_with_a_problem_stays_as_it_is():
    problem = (Status.UNREADABLE, SHEET.title.text)
    submission = Submission("anna", ("anna",), problem=problem)
    assert only_sheet(submission, "blatt09", KNOWN) is submission
