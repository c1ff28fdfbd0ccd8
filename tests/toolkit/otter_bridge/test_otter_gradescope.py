"""What Gradescope shows at once, and what only with the results."""

import dataclasses
import json

import msgspec
import pytest
from otter_course import SHEET, result_with

from autograder import __version__
from autograder.course.sheet import load_sheet
from autograder.errors import GraderFault
from autograder.i18n import Text
from autograder.otter_bridge.attempt import Attempt
from autograder.otter_bridge.gradescope import Extras, completed, extras
from autograder.records.model import Outcome, PartResult, RunInfo

RUN = RunInfo("mini", "1", "5eed", __version__, "kernel: Landlock 5", "", "3.11")
BLANK = PartResult("1b", Outcome.UNTOUCHED, 0, 1)


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "sheet.toml"
    path.write_text(SHEET, "utf-8")
    return load_sheet(path)


@pytest.fixture
def more(sheet):
    return extras(sheet, result_with(), RUN, Attempt(3, 7200.0), "de")


def of_otter(more, visibility="after_published"):
    """otter's own entries: parts with automatic points, in the order of the files."""
    return {
        "output": "Bisher sicher sind 6 von 7 Punkten.",
        "tests": [
            {"name": entry.name, "score": 1.0, "max_score": 2.0, "visibility": visibility}
            | {"output": "richtig"}
            for entry in more.entries
            if entry.output is None
        ],
    }


def test_one_entry_per_part_in_the_order_of_the_sheet(more):
    tests = completed(of_otter(more), more)["tests"]
    assert [test["name"].split()[0] for test in tests] == ["Übersicht", "1a", "1b", "1c", "1d"]
    assert ["score" in test for test in tests] == [False, True, False, True, True]
    assert tests[2]["output"].startswith("… wartet auf Korrektur")


def test_a_written_part_left_alone_is_told_without_a_score(sheet):
    more = extras(sheet, result_with(BLANK), RUN, None, "en")
    written = completed(of_otter(more), more)["tests"][2]
    assert written["output"] == "– not attempted: 0 of 1 P"
    assert "score" not in written


def test_points_are_shown_no_earlier_than_the_parts(more):
    shown = completed(of_otter(more, "hidden"), more)
    assert {test["visibility"] for test in shown["tests"]} == {"hidden"}
    assert "Punkt" not in shown["output"]
    assert "Abgabe Nr. 3, 2 h nach dem Abgabetermin." in shown["output"]


def test_no_text_is_taken_for_markup(sheet):
    hostile = Text("<script>alert(1)</script>\n\x1b[31m", "x")
    result = dataclasses.replace(result_with(), notes=(hostile,))
    more = extras(sheet, result, RUN, None, "de")
    shown = completed(of_otter(more), more)
    formats = {key: value for key, value in shown.items() if key.endswith("_format")}
    assert formats == dict.fromkeys(
        ("output_format", "test_output_format", "test_name_format"), "text"
    )
    assert "\x1b" not in json.dumps(shown, ensure_ascii=False)


def test_tutors_find_attempt_protection_and_outcomes_beside_it(more):
    data = completed(of_otter(more), more)["extra_data"]
    assert (data["attempt"], data["late_seconds"]) == (3, 7200.0)
    assert data["confinement"] == "kernel: Landlock 5"
    assert data["outcomes"] == {"1a": "right", "1b": "waiting", "1c": "right", "1d": "right"}


def test_an_entry_that_otter_adds_stays(more):
    results = of_otter(more)
    results["tests"].insert(0, {"name": "Public Tests", "visibility": "visible"})
    assert completed(results, more)["tests"][0]["name"] == "Public Tests"


@pytest.mark.parametrize("lost", [0, 1, 2])
def test_a_part_without_a_score_is_our_failure(more, lost):
    results = of_otter(more)
    del results["tests"][lost]
    with pytest.raises(GraderFault, match="no score"):
        completed(results, more)


def test_the_additions_survive_their_file(more):
    assert msgspec.json.decode(msgspec.json.encode(more), type=Extras) == more
