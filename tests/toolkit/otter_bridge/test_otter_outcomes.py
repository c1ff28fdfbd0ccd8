"""What otter must come to, and that every difference is seen."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from otter_course import SHEET, check, result_with

from autograder.course.sheet import Sheet, load_sheet
from autograder.errors import GraderFault
from autograder.otter_bridge.outcomes import Seen, differences, expected
from autograder.otter_bridge.testfiles import OUTCOMES, otter_tests
from autograder.records.model import CheckResult, Outcome, PartResult


@pytest.fixture(scope="module")
def sheet(tmp_path_factory) -> Sheet:
    path = tmp_path_factory.mktemp("sheet") / "sheet.toml"
    path.write_text(SHEET, "utf-8")
    return load_sheet(path)


def seen_as(parts) -> dict[str, Seen]:
    return {part.task.id: Seen(dict(part.cases), part.maximum) for part in parts}


def by_part(parts):
    return {part.task.id: (dict(part.earned), part.points) for part in parts}


def test_full_points_pass_every_case(sheet):
    assert by_part(expected(sheet, result_with())) == {
        "1a": ({"check": True}, 2),
        "1c": ({"gross": True, "klein": True}, 3),
        "1d": ({"check": True}, 1),
    }


def test_a_credit_passes_no_case_and_keeps_its_points(sheet):
    credit = PartResult("1a", Outcome.PARTLY, 1, 2, checks=(check("check", Outcome.WRONG, 1, 2),))
    assert by_part(expected(sheet, result_with(credit)))["1a"] == ({"check": False}, 1)


@pytest.mark.parametrize("outcome", [Outcome.NO_WORKING, Outcome.TIME_LIMIT, Outcome.UNREADABLE])
def test_an_open_part_gives_nothing_yet_although_its_check_was_right(sheet, outcome):
    look = PartResult("1d", outcome, None, 1, checks=(check("check", Outcome.RIGHT, 1, 1),))
    assert by_part(expected(sheet, result_with(look)))["1d"] == ({"check": False}, 0)


def test_a_part_without_any_check_result_gives_nothing(sheet):
    unread = PartResult("1c", Outcome.UNREADABLE, None, 3)
    assert by_part(expected(sheet, result_with(unread)))["1c"] == (
        {"gross": False, "klein": False},
        0,
    )


def test_our_failure_in_one_part_is_no_score_for_the_whole(sheet):
    with pytest.raises(GraderFault, match="not graded: 1c"):
        expected(sheet, result_with(PartResult("1c", Outcome.NOT_GRADED, None, 3)))


def test_a_part_that_is_missing_altogether_is_our_failure(sheet):
    result = result_with()
    with pytest.raises(GraderFault, match="not graded: 1d"):
        expected(sheet, replace(result, parts=result.parts[:-1]))


@given(earned=st.fixed_dictionaries({name: st.booleans() for name in ("a", "c1", "c2", "d")}))
def test_otter_that_agrees_is_believed_and_any_change_is_seen(sheet, earned):
    def one(name: str, key: str, maximum: float) -> CheckResult:
        outcome = Outcome.RIGHT if earned[key] else Outcome.WRONG
        return check(name, outcome, maximum * earned[key], maximum)

    def part(task: str, *checks: CheckResult) -> PartResult:
        points, maximum = sum(c.points for c in checks), sum(c.maximum for c in checks)
        outcome = Outcome.RIGHT if points == maximum else Outcome.WRONG
        return PartResult(task, outcome, points, maximum, checks=checks)

    parts = expected(
        sheet,
        result_with(
            part("1a", one("check", "a", 2)),
            part("1c", one("gross", "c1", 1), one("klein", "c2", 2)),
            part("1d", one("check", "d", 1)),
        ),
    )
    assert differences(parts, seen_as(parts)) == []
    for wanted in parts:
        for name, passed in wanted.cases.items():
            seen = seen_as(parts)
            seen[wanted.task.id] = Seen({**wanted.cases, name: not passed}, wanted.maximum)
            assert len(differences(parts, seen)) == 1


def test_missing_foreign_and_overvalued_test_files_are_seen(sheet):
    parts = expected(sheet, result_with())
    seen = seen_as(parts)
    del seen["1a"]
    seen["9z"] = Seen({"9z": True}, 100)
    seen["1d"] = Seen(dict(seen["1d"].cases), 100)
    assert differences(parts, seen) == [
        "9z: unknown to the sheet",
        "1a: otter reports nothing",
        "1d: otter has 100 points, expected 1.0",
    ]


def test_test_files_give_the_points_of_the_sheet_and_look_things_up(sheet):
    otter = pytest.importorskip("otter.test_files", reason="the extra [otter] is not installed")
    files = otter_tests(sheet)
    outcomes = {"1a": {"check": True}, "1c": {"gross": False, "klein": True}, "1d": {"check": 1}}
    found = {}
    for source in files.values():
        file = otter.ExceptionTestFile.from_string(source.decode())
        file.run({OUTCOMES: outcomes})
        found[file.name] = (file.score, file.possible)
        assert all(case.hidden for case in file.test_cases)
    assert found == {"1a": (2, 2), "1c": (2, 3), "1d": (0, 1)}
    assert list(files) == ["part01.py", "part02.py", "part03.py"]
