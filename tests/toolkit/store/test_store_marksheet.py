"""Marks go out to a spreadsheet and come back; nothing that others decided is overwritten."""

import io

import pytest
from openpyxl import load_workbook
from store_sample import BELA, CONDITIONS, hand_in

from autograder.desk.marking import By, held_by, mark, release
from autograder.desk.marksheet import export, take_in
from autograder.errors import UsageFault
from autograder.out.folder import OutFolder
from autograder.records.ledger import Kind

BY = By("Tutorin", "Tabelle")


@pytest.fixture
def out(tmp_path):
    with OutFolder(tmp_path / "out") as out:
        out.begin(CONDITIONS)
        hand_in(out.store)
        hand_in(out.store, "bela", (BELA,), students=("=HYPERLINK(1)",))
        out.begin(CONDITIONS)
        yield out


def filled(out, changes):
    """What was exported, with these cells (A1 notation) filled in."""
    book = load_workbook(io.BytesIO(export(out)))
    for place, value in changes.items():
        book["marks"][place] = value
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def points(out, submission="anna"):
    (one,) = (one for one in out.results() if one.submission == submission)
    return {part.task: part.points for part in one.parts}


def test_a_table_that_nobody_touched_changes_nothing(out):
    taken = take_in(out, export(out), "marks.xlsx", BY)
    assert (taken.decisions, taken.conflicts) == ((), ())


def test_what_is_filled_in_becomes_a_mark_with_author_and_reason(out):
    content = filled(out, {"D2": 1, "F2": "gut begründet", "D3": "0,5"})
    taken = take_in(out, content, "marks.xlsx", BY)
    assert [(one.submission, one.points, one.reason) for one in taken.decisions] == [
        ("anna", 1.0, "gut begründet"),
        ("bela", 0.5, "Tabelle"),
    ]
    assert points(out)["1b"] == 1.0
    assert {one.author for one in out.store.decisions.all(Kind.MARK)} == {"Tutorin"}
    assert take_in(out, content, "marks.xlsx", BY).decisions == ()


def test_an_emptied_cell_gives_the_result_of_the_checks_back(out):
    mark(out.store, held_by(out.store, "anna"), "1a", 0.5, BY)
    take_in(out, filled(out, {"C2": None}), "marks.xlsx", BY)
    assert points(out)["1a"] == 2.0


def test_what_others_decided_meanwhile_stays_and_is_shown(out):
    content = filled(out, {"D2": 1})
    mark(out.store, held_by(out.store, "anna"), "1b", 0.5, BY)
    taken = take_in(out, content, "marks.xlsx", BY)
    assert taken.decisions == ()
    (conflict,) = taken.conflicts
    assert (conflict.left, conflict.filled, conflict.now) == (None, 1.0, 0.5)
    assert points(out)["1b"] == 0.5


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"D2": "=1+1"}, "D2 is a formula"),
        ({"D2": "viel"}, "D2 is 'viel'"),
        ({"D2": 1.5}, "expected 0 to 1"),
        ({"D2": -1}, "expected 0 to 1"),
        ({"D2": True}, "D2 is 'True'"),
        ({"D2": 1, "D3": "x"}, "D3 is 'x'"),
    ],
)
def test_what_is_no_mark_is_named_and_nothing_is_kept(out, changes, why):
    with pytest.raises(UsageFault, match=why):
        take_in(out, filled(out, changes), "marks.xlsx", BY)
    assert out.store.decisions.all() == []


def test_marks_that_went_out_do_not_sink_by_a_table(out):
    release(out.store, BY)
    with pytest.raises(UsageFault, match="went out already"):
        take_in(out, filled(out, {"C2": 1}), "marks.xlsx", BY)


def test_no_name_becomes_a_formula(out):
    book = load_workbook(io.BytesIO(export(out)))
    cell = book["marks"]["B3"]
    assert (cell.value, cell.data_type) == ("=HYPERLINK(1)", "s")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"a,b\n"])
def test_another_file_is_refused(out, content):
    with pytest.raises(UsageFault, match=r"no marks\.xlsx"):
        take_in(out, content, "x.xlsx", BY)


def test_the_table_of_another_run_is_refused(out, tmp_path):
    with OutFolder(tmp_path / "other") as other:
        other.begin(CONDITIONS)
        hand_in(other.store)
        content = export(other)
    with pytest.raises(UsageFault, match="another run"):
        take_in(out, content, "marks.xlsx", BY)
