"""A worksheet is read as Moodle wrote it and as German Excel saved it again."""

import csv
import io
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.errors import UsageFault
from autograder.lms.dates import moodle_date
from autograder.lms.worksheet import read_worksheet

DATA = Path(__file__).parents[2] / "data" / "moodle"


def read(kind):
    path = DATA / f"worksheet_{kind}.csv"
    return read_worksheet(path.read_bytes(), path.name)


@pytest.mark.parametrize("kind", ["plain", "blind", "team"])
def test_german_and_english_worksheets_say_the_same(kind):
    german, english = read(f"{kind}_de_before"), read(f"{kind}_en_before")
    assert (german.language, english.language) == ("de", "en")
    assert german.maximum == english.maximum == 100
    for one, other in zip(german.rows, english.rows, strict=True):
        assert (one.participant, one.name, one.submitted, one.handed_in, one.in_no_group) == (
            *(other.participant, other.name, other.submitted, other.handed_in),
            other.in_no_group,
        )


def test_a_graded_worksheet_shows_grades_and_dates():
    rows = read("plain_de_after").rows
    assert [row.grade for row in rows] == ["87,50", "87,00", "", "", "0,00"]
    assert moodle_date(rows[0].graded) == datetime(2026, 11, 21, 21, 53)


def test_what_german_excel_saved_again_is_read():
    path = DATA / "worksheet_plain_de_after.csv"
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    saved = io.StringIO()
    for row in rows:
        cells = [cell.replace("Samstag, 21. November 2026, ", "21.11.2026 ") for cell in row]
        csv.writer(saved, delimiter=";").writerow(cells)
    content = saved.getvalue().encode("cp1252", "replace")
    sheet = read_worksheet(content, "excel.csv")
    assert sheet.rows[0].name == "Jörg Müller-Lüdenscheidt"
    assert sheet.rows[0].submitted == datetime(2026, 11, 21, 21, 52)
    assert (sheet.rows[0].grade, sheet.maximum) == ("87,50", 100)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encoding_and_separator_do_not_matter(encoding, separator):
    table = f"ID{separator}Bewertung{separator}Zuletzt geändert (Bewertung)\r\n"
    table += f"Teilnehmer/in3{separator}{separator}-\r\n"
    sheet = read_worksheet(table.encode(encoding), "x.csv")
    assert [row.participant for row in sheet.rows] == ["3"]
    assert sheet.maximum is None


@pytest.mark.parametrize(
    ("content", "match"),
    [
        (b"", "no grading worksheet"),
        (b"Nom,Note\r\n", "no grading worksheet"),
        (b"\x00\xff\xfe" * 50, "no grading worksheet"),
        (b"Identifier,Grade,Last modified (grade)\r\n1234,,-\r\n", "1234"),
        (b"Identifier,Grade,Last modified (grade)\r\nParticipant 1,,-,x\r\n", "line 2"),
        (
            b"Identifier,Grade,Last modified (grade)\r\nParticipant 1,,-\r\nParticipant 1,,-\r\n",
            "twice",
        ),
        (
            b"Identifier,Grade,Maximum grade,Last modified (grade)\r\nParticipant 1,,viel,-\r\n",
            "viel",
        ),
    ],
)
def test_a_file_that_moodle_would_drop_is_refused_with_the_reason(content, match):
    with pytest.raises(UsageFault, match=match):
        read_worksheet(content, "x.csv")


@given(st.binary(max_size=400))
def test_no_bytes_do_more_than_be_refused(content):
    header = b"Identifier,Grade,Last modified (grade)\r\n"
    for table in (content, header + content):
        try:
            read_worksheet(table, "x.csv")
        except UsageFault:
            continue


@given(st.text(max_size=60))
def test_no_cell_makes_the_date_reader_fail(cell):
    moodle_date(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "Samstag, 21. November 2026, 21:52",
        "Saturday, 21 November 2026, 9:52 PM",
        "21.11.2026 21:52",
        "21.11.2026 21:52:00",
        "2026-11-21 21:52",
    ],
)
def test_every_way_to_write_a_date_is_the_same_time(cell):
    assert moodle_date(cell) == datetime(2026, 11, 21, 21, 52)


def test_no_date_is_no_time():
    assert [moodle_date(cell) for cell in ("-", "", "31. Foo 2026, 25:00", "0.0.0000 0:00")] == (
        [None] * 4
    )
