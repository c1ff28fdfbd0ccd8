"""The table in the documentation comes from a run and fits the bank."""

import re
from dataclasses import replace

import pytest
from selftest_course import COURSE
from test_selftest_page import FULL

from autograder.errors import UsageFault
from autograder.selftest.bank import read_bank
from autograder.selftest.quality import marks, with_table

PAGE = COURSE.root / "docs" / "quality.md"
EMPTY = "\n".join(("# Quality\n", *marks("blatt09"), "\nMore.\n"))


def rows(document: str) -> dict[str, list[str]]:
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in document.splitlines()
        if re.match(r"\| \d[a-z]? \|", line)
    ]
    return {part: rest for part, *rest in cells}


def test_the_table_shows_every_part_of_the_run():
    found = rows(with_table(EMPTY, FULL))
    assert found["3c"] == ["3/3", "4/5", "7/8", "0/0", "9/9", "≤ 4e-11"]
    assert found["1a"][-1] == "0"


def test_what_stands_around_the_table_stays():
    renewed = with_table(EMPTY, FULL)
    assert renewed.startswith("# Quality\n\n")
    assert renewed.endswith("\n\nMore.\n")
    assert with_table(renewed, FULL) == renewed


def test_a_second_run_replaces_the_first():
    first = with_table(EMPTY, FULL)
    assert with_table(first, replace(FULL, parts=FULL.parts[:1])).count("| 1a |") == 0


def test_a_document_without_a_place_for_the_table_is_told():
    with pytest.raises(UsageFault, match="begin selftest"):
        with_table("# Quality\n", FULL)


@pytest.mark.parametrize("name", COURSE.sheets())
def test_the_published_table_fits_the_bank(name):
    begin, end = marks(name)
    published = PAGE.read_text("utf-8").partition(begin)[2].partition(end)[0]
    sheet, found = COURSE.load(name), rows(published)
    bank = read_bank(COURSE, sheet)
    for task in sheet.tasks:
        if task.kind != "text":
            right, caught = (len(bank.of(kind, task.id)) for kind in ("variants", "wrong"))
            assert found[task.id][:2] == [f"{right}/{right}", f"{caught}/{caught}"], task.id


def test_another_sheets_table_stays_as_it_is():
    other = "\n".join((*marks("blatt10"), EMPTY))
    assert with_table(other, FULL).startswith("\n".join(marks("blatt10")))
