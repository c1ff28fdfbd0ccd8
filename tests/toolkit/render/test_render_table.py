from dataclasses import replace

from render_sample import RICH, SHEET, cohort, submission

from autograder.records.model import Outcome, Status
from autograder.render.table import table, todo

TEXTS = {task.id: Outcome.UNTOUCHED for task in SHEET.tasks if task.kind == "text"}


def test_a_row_has_points_symbols_total_and_status():
    made = table(SHEET, [RICH])
    assert made.columns == ("Abgabe", *(task.id for task in SHEET.tasks), "Punkte", "Stand")
    assert made.rows == (
        (
            "muster-anna",
            *("0", "…", "0", "2", "…", "?", "2", "…", "0", "0", "!", "…", "…", "0", "1"),
            "5/24",
            "! nicht bewertet (unser Fehler)",
        ),
    )


def test_every_row_is_as_wide_as_the_header():
    made = table(SHEET, cohort(50))
    assert len(made.rows) == 50
    assert {len(row) for row in made.rows} == {len(made.columns)}


def test_the_english_table_is_english():
    made = table(SHEET, [RICH], "en")
    assert made.columns[0] == "Submission"
    assert made.rows[0][-1] == "! not graded (our fault)"


def test_a_name_cannot_drive_the_terminal():
    row = table(SHEET, [replace(RICH, submission="\x1b[2J\x1b]0;x\x07böse\x9b\u202e")]).rows[0]
    assert row[0] == "böse"


def test_the_to_do_list_counts_reasons_and_names_examples():
    first, *rest = todo(SHEET, [RICH, *(submission(f"s{n}", {}) for n in range(9))])
    assert (first.count, first.reason.de) == (1, "nicht bewertet (unser Fehler) (2f)")
    assert first.examples == ("muster-anna",)
    assert rest[-1].count == 10
    assert rest[-1].reason.en == "waiting to be marked (1b, 1e, 2c, 2g, 3a)"
    assert rest[-1].examples == ("muster-anna", "s0", "s1")


def test_nothing_to_do_is_an_empty_list():
    assert todo(SHEET, [submission("x", TEXTS, Status.DONE)]) == ()


def test_a_reason_without_parts_stands_alone():
    broken = replace(RICH, status=Status.UNREADABLE, parts=())
    assert [line.reason.de for line in todo(SHEET, [broken])] == ["nicht lesbar"]
