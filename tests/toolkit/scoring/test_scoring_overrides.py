"""A CSV of extensions is read completely or refused with the line."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.errors import UsageFault
from autograder.records.people import Person
from autograder.scoring.overrides import read_overrides
from autograder.scoring.rules import Override

PEOPLE = [
    Person("muster-anna", email="anna@uni.example", keys={"number": "007"}),
    Person("muster-bela", email="bela@uni.example"),
]


def read(table):
    return read_overrides(table.encode(), "x.csv", PEOPLE)


def test_people_are_named_by_id_address_or_number():
    for name in ("muster-anna", "Anna@uni.example", "007"):
        assert set(read(f"person,bonus\n{name},1")) == {"muster-anna"}


def test_german_and_english_columns_say_the_same():
    expected = {
        "muster-bela": Override(datetime(2026, 11, 30, 23, 59), True, 1.5, "Attest"),
    }
    assert read("Person;Frist;befreit;Bonus;Grund\nmuster-bela;30.11.2026 23:59;ja;1,5;Attest") == (
        expected
    )
    assert read(
        "person,deadline,exempt,bonus,reason\nmuster-bela,2026-11-30 23:59,yes,1.5,Attest"
    ) == (expected)


@pytest.mark.parametrize(
    ("table", "match"),
    [
        ("name\nx", "no column"),
        ("person,frist\nx,", "line 2: 'x' is nobody"),
        ('person\n""\nmuster-anna\nmuster-anna', "line 3: .* twice"),
        ("person,frist\nmuster-anna,morgen", "no time"),
        ("person,bonus\nmuster-anna,viel", "no points"),
        ("person,bonus\nmuster-anna,nan", "no points"),
        ("person,befreit\nmuster-anna,vielleicht", "ja or nein"),
        ("person,abzug\nmuster-anna,1", "abzug"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_with_its_line(table, match):
    with pytest.raises(UsageFault, match=match):
        read(table)


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_no_table_does_more_than_be_refused(table):
    for one in (table, f"person,frist,bonus,grund\nmuster-anna,{table}"):
        try:
            read(one)
        except UsageFault:
            continue
