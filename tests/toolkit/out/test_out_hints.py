"""The cohort page hints at equal answers of different groups, with links, and at no others."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.course.sheet import Course
from autograder.out.folder import OutFolder
from autograder.records.ledger import Grading, Version
from autograder.records.model import Outcome, PartResult, RunInfo, Status, SubmissionResult
from autograder.records.people import Person
from autograder.store import Conditions

ROOT = Path(__file__).resolve().parents[3]
SHEET = Course(ROOT).load("blatt09")
RUN = RunInfo("blatt09", SHEET.version, "5f3c", "0", "kernel", "2026-11-21T14:03:12", "3.11")
EQUAL = "def aufgabe_1a(x, w, b, s, o, sigma, dsigma):\n" + "    x = x * w[1] + 0\n" * 10
EXPECTED = (ROOT / "reference" / "blatt09" / "master.py").read_text("utf-8")


@pytest.fixture
def page(tmp_path):
    def page(*handed_in, course=ROOT):
        """Overview of (name, group, answer)."""
        with OutFolder(tmp_path / "out") as out:
            out.begin(Conditions(RUN, SHEET, str(course)))
            for name, group, answer in handed_in:
                parts = [PartResult(one.id, Outcome.RIGHT, 1.0, one.points) for one in SHEET.tasks]
                parts[0] = replace(parts[0], answer=answer)
                result = SubmissionResult(name, (name,), Status.DONE, tuple(parts))
                people = (Person(name, name, group=group),)
                out.save(Version(name, (name,), people, name), Grading(result))
            out.renew()
        shown = (tmp_path / "out" / "index.html").read_text("utf-8")
        found = re.search(r"<h3>Gleiche Antworten</h3>(.*?)</ul>", shown, re.DOTALL)
        return re.findall(r'href="details/([\w-]+)\.html"', found[1]) if found else []

    return page


def test_different_groups_are_linked_and_one_group_is_not(page):
    handed_in = [("anna", "A", EQUAL), ("bela", "A", EQUAL), ("carl", "B", EQUAL)]
    assert page(*handed_in[:2]) == []
    assert page(*handed_in) == ["anna", "carl"]


def test_people_without_groups_are_compared(page):
    assert page(("anna", "", EQUAL), ("bela", "", EQUAL)) == ["anna", "bela"]


def test_the_reference_solution_itself_is_no_hint_while_the_course_is_there(page, tmp_path):
    start = EXPECTED.index("def aufgabe_1c")
    solution = EXPECTED[start : EXPECTED.index("# %%", start)]
    handed_in = [("anna", "", solution), ("bela", "", solution)]
    assert page(*handed_in) == []
    assert page(*handed_in, course=tmp_path / "weg") == ["anna", "bela"]
