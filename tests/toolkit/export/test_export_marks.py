import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from export_sample import FULL, UNREAD
from hypothesis import given
from hypothesis import strategies as st

from autograder.course.sheet import load_sheet
from autograder.export.marks import GERMAN_EXCEL, PROGRAMS, defused, marks_csv, write_marks

SHEET = load_sheet(Path(__file__).parents[3] / "assignments" / "blatt09" / "sheet.toml")
TASKS = [task.id for task in SHEET.tasks]


def rows(results, dialect=PROGRAMS):
    source = io.StringIO(marks_csv(SHEET, results, dialect), newline="")
    return list(csv.DictReader(source, delimiter=dialect.separator))


def test_the_columns_are_the_person_then_the_parts_in_the_sheets_order():
    header = marks_csv(SHEET, []).splitlines()
    assert header == [",".join(["submission", "student", "status", "open", "total", "max", *TASKS])]


def test_there_is_one_row_per_person():
    made = rows([FULL])
    assert [row["student"] for row in made] == list(FULL.students)
    first, second = ({**row, "student": ""} for row in made)
    assert first == second
    assert (first["submission"], first["status"]) == ("muster-anna", "bitte ansehen")


def test_a_part_without_a_mark_is_an_empty_cell_and_counted_as_open():
    row = rows([FULL])[0]
    assert (row["1a"], row["1b"], row["1c"], row["2b"], row["3c"]) == ("0", "", "1", "", "1.5")
    assert (row["2g"], row["open"], row["total"], row["max"]) == ("", "12", "2.5", "24")


def test_a_submission_without_known_people_keeps_its_row_and_has_no_zero():
    (row,) = rows([UNREAD])
    assert (row["student"], row["status"], row["open"]) == ("", "nicht lesbar", str(len(TASKS)))
    assert {row[task] for task in TASKS} == {""}


def test_german_excel_gets_semicolons_and_decimal_commas():
    row = rows([FULL], GERMAN_EXCEL)[0]
    assert (row["3c"], row["total"]) == ("1,5", "2,5")
    assert marks_csv(SHEET, [FULL], GERMAN_EXCEL).startswith("submission;student;status;")


def test_the_file_has_a_byte_order_mark_and_umlauts_survive(tmp_path):
    path = tmp_path / "marks.csv"
    write_marks(path, SHEET, [FULL])
    assert path.read_bytes().startswith(b"\xef\xbb\xbfsubmission,")
    assert "Jörg Müller-Lüdenscheidt" in path.read_text("utf-8-sig")
    assert path.read_bytes().count(b"\r\n") == 3


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ('=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'),
        ("+49 151", "'+49 151"),
        ("-muster", "'-muster"),
        ("@sum", "'@sum"),
        ("\t=1+1", "'=1+1"),
        ("\r=1+1", "'=1+1"),
        ("\u202e=1+1", "'=1+1"),
        ("＝1+1", "'＝1+1"),
        ("a;=1+1", "a;'=1+1"),
        ('a,"=1+1', "a,'\"=1+1"),
        ("Müller-Lüdenscheidt, Jörg", "Müller-Lüdenscheidt, Jörg"),
        ("a=b", "a=b"),
    ],
)
def test_a_name_is_never_a_formula(hostile, shown):
    assert defused(hostile) == shown


names = st.text(st.sampled_from("=+-@;,\"'\t\r\n aé\x00＝"), max_size=12)


@given(names, names, st.sampled_from([PROGRAMS, GERMAN_EXCEL]))
def test_no_spreadsheet_finds_a_formula_whatever_separator_it_assumes(one, other, dialect):
    source = marks_csv(SHEET, [replace(FULL, submission=one, students=(other,))], dialect)
    for separator in (",", ";", "\t"):
        for row in csv.reader(io.StringIO(source, newline=""), delimiter=separator):
            for cell in row:
                assert not re.match(r'[\s"]*[=+\-@＝＋－＠]', cell), (separator, cell)


@given(st.lists(names, max_size=3))
def test_every_row_has_as_many_cells_as_the_header(students):
    source = marks_csv(SHEET, [replace(FULL, students=tuple(students))])
    made = list(csv.reader(io.StringIO(source, newline="")))
    assert {len(row) for row in made} == {6 + len(TASKS)}
    assert len(made) == 1 + max(1, len(students))
