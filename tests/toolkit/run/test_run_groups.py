"""People who work together, and names that are not kept."""

import json
import stat
from pathlib import Path

import pytest

from autograder.course.sheet import Limits
from autograder.errors import UsageFault
from autograder.intake.contract import Found
from autograder.intake.discover import discover
from autograder.out.pseudonyms import Pseudonyms
from autograder.records.people import Person
from autograder.run.groups import grouped, read_groups

TABLE = b"person,gruppe,name\nanna,G1,Anna Muster\nbela,G1,Bela Muster\ncleo,G2,Cleo Muster\n"


@pytest.fixture
def cohort(tmp_path) -> Path:
    folder = tmp_path / "abgaben"
    folder.mkdir()
    return folder


def put(folder, **files):
    for name, content in files.items():
        (folder / f"{name}.ipynb").write_text(json.dumps({"cells": [], "x": content}))


def together(cohort, table=TABLE):
    found = grouped(discover([cohort]), read_groups(table, "groups.csv"), Limits())
    return {one.id: [person.id for person in one.people] for one in found}


def test_what_one_member_handed_in_is_of_all(cohort):
    put(cohort, anna="1", dora="1")
    assert together(cohort) == {"anna": ["anna", "bela"], "dora": ["dora"]}


def test_copies_of_members_are_one_submission(cohort):
    put(cohort, anna="1", bela="1", cleo="1")
    assert together(cohort) == {"anna": ["anna", "bela"], "cleo": ["cleo"]}


def test_different_hand_ins_of_members_stay_apart(cohort):
    put(cohort, anna="1", bela="2")
    assert together(cohort) == {"anna": ["anna"], "bela": ["bela"]}


def test_a_folder_called_like_the_group_is_of_the_group(cohort):
    (cohort / "G1").mkdir()
    put(cohort / "G1", loesung="1")
    (cohort / "G2").mkdir()
    put(cohort / "G2", loesung="1")
    assert together(cohort) == {"G1": ["anna", "bela"], "G2": ["cleo"]}


def test_people_are_also_known_by_their_names(cohort):
    put(cohort, **{"Anna Muster": "1"})
    assert together(cohort) == {"Anna-Muster": ["anna", "bela"]}


@pytest.mark.parametrize(
    ("table", "why"),
    [
        (b"a,b\n1,2\n", "no columns"),
        (b"person,group\n,G1\n", "line 2.*missing"),
        (b"person,group\nanna,\n", "line 2.*missing"),
        (b"person,group\nanna,G1\nanna,G2\n", "line 3.*twice"),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused_with_the_line(table, why):
    with pytest.raises(UsageFault, match=why):
        read_groups(table, "groups.csv")


def test_a_table_from_a_german_excel_is_read():
    groups = read_groups("Person;Gruppe\r\nJörg;G ä\r\n".encode("cp1252"), "g.csv")
    assert [(one.id, one.group) for one in groups.people] == [("Jörg", "G ä")]


def found(name="anna", person="Anna Muster"):
    return Found(
        name, (person,), (), (Person(name, person, "a@example.org", keys={"moodle": "1"}),)
    )


def test_pseudonyms_hide_every_name_and_stay_the_same(tmp_path):
    (first,) = Pseudonyms(tmp_path).applied([found()])
    assert "nna" not in repr(first)
    assert first.people[0].email == ""
    assert first.people[0].keys == {}
    (again,) = Pseudonyms(tmp_path).applied([found()])
    assert again == first
    assert stat.S_IMODE((tmp_path / "pseudonyms.csv").stat().st_mode) == 0o600


def test_two_people_have_two_pseudonyms_and_one_can_be_forgotten(tmp_path):
    table = Pseudonyms(tmp_path)
    first, second = table.applied([found(), found("bela", 'Bela, "M"')])
    assert first.id != second.id
    table.forget(first.people[0].id)
    left = (tmp_path / "pseudonyms.csv").read_text()
    assert "Anna" not in left
    assert second.id in left


@pytest.mark.parametrize("damage", ["", "x\n", "pseudonym,id,name\np-1,anna\n"])
def test_a_damaged_table_of_pseudonyms_is_refused(tmp_path, damage):
    (tmp_path / "pseudonyms.csv").write_text(damage)
    with pytest.raises(UsageFault, match="damaged"):
        Pseudonyms(tmp_path)
