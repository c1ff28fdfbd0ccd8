"""A result is used again exactly when nothing that it depends on has changed."""

import gc
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest

from autograder.checks.sources import sources_of_parts
from autograder.course.sheet import Course, Limits
from autograder.fingerprint import environment
from autograder.run.keys import Keys

HELPER = "FACTOR = 2\n"
CHECKS = '''"""Checks."""

from autograder.checks import task
from helper_one import FACTOR

LIMIT = 3


@task("1a")
def test_first(student):
    """Eins."""
    assert student.a() == 1


@task("1c", check="forward")
def test_second(student):
    assert student.b() == FACTOR


def tolerance():
    return 1e-9
'''
OTHERS = """from autograder.checks import task


@task("2a")
def test_third(student):
    assert student.c() == 0
"""


@pytest.fixture
def busy_collector():
    """Python code runs, and threads change, at every moment a collection may start."""

    def look(*_):
        sum(range(200))

    thresholds, interval = gc.get_threshold(), sys.getswitchinterval()
    gc.callbacks.append(look)
    gc.set_threshold(50)
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)
    gc.set_threshold(*thresholds)
    gc.callbacks.remove(look)


@pytest.fixture
def checks(tmp_path) -> Path:
    folder = tmp_path / "tests" / "blatt09"
    folder.mkdir(parents=True)
    (folder / "test_one.py").write_text(CHECKS)
    (folder / "test_two.py").write_text(OTHERS)
    (folder / "helper_one.py").write_text("from helper_two import *\n" + HELPER)
    (folder / "helper_two.py").write_text("X = 1\n")
    return folder


def changed(folder, name, old, new):
    """The parts that depend on this edit."""
    before = sources_of_parts(folder)
    path = folder / name
    text = path.read_text() if path.exists() else ""
    assert old in text
    path.write_text(text.replace(old, new) if old else new)
    after = sources_of_parts(folder)
    return {part for part in before | after if before.get(part) != after.get(part)}


@pytest.mark.parametrize(
    ("name", "old", "new", "parts"),
    [
        ("test_one.py", "== 1", "== 2", {"1a"}),
        ("test_one.py", "Eins", "Zwei", {"1a"}),
        ("test_one.py", 'check="forward"', 'check="backward"', {"1c"}),
        ("test_one.py", "LIMIT = 3", "LIMIT = 4", {"1a", "1c"}),
        ("test_one.py", "1e-9", "1e-6", {"1a", "1c"}),
        ("helper_one.py", "FACTOR = 2", "FACTOR = 3", {"1a", "1c"}),
        ("helper_two.py", "X = 1", "X = 2", {"1a", "1c"}),
        ("test_two.py", "== 0", "== 1", {"2a"}),
        ("test_two.py", '@task("2a")', '@task("2b")', {"2a", "2b"}),
        ("conftest.py", "", "import pytest\n", {"1a", "1c", "2a"}),
        ("data.json", "", "{}", {"1a", "1c", "2a"}),
        ("test_two.py", '@task("2a")', "@task(PART)", {"1a", "1c", "2a"}),
        ("test_two.py", "assert", "asser t", {"1a", "1c", "2a"}),
        (".hidden", "", "x", set()),
    ],
)
def test_an_edit_concerns_the_parts_that_depend_on_it(checks, name, old, new, parts):
    assert changed(checks, name, old, new) == parts


def test_runs_side_by_side_in_one_process_read_the_same_checks(busy_collector):
    folder = Path(__file__).resolve().parents[2] / "lehreinheit10"
    alone = sources_of_parts(folder)
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(sources_of_parts, [folder] * 24)) == [alone] * 24


def test_checks_that_are_not_there_concern_nobody(tmp_path):
    assert sources_of_parts(tmp_path / "nirgends") == {}


@pytest.fixture
def course(tmp_path, checks) -> Course:
    root = Path(__file__).resolve().parents[3]
    shutil.copytree(root / "assignments" / "blatt09", tmp_path / "assignments" / "blatt09")
    return Course(tmp_path)


def keys(course, sheet=None, seed="5eed"):
    return Keys(course, sheet or course.load("blatt09"), seed)


def test_the_same_conditions_give_the_same_keys(course):
    assert keys(course).base("c") == keys(course).base("c")
    assert keys(course).parts({}) == keys(course).parts({})


def test_content_seed_limits_and_notebooks_concern_every_part(course):
    before = keys(course).base("c")
    sheet = course.load("blatt09")
    shorter = msgspec.structs.replace(sheet, limits=Limits(cell_seconds=1.0))
    assert len({before, keys(course).base("d"), keys(course, seed="0").base("c")}) == 3
    assert keys(course, shorter).base("c") != before
    (course.assignment("blatt09") / "data.csv").write_text("1")
    assert keys(course).base("c") != before


def test_what_builds_on_a_changed_part_changes_with_it(course, checks):
    before = keys(course).parts({})
    changed(checks, "test_one.py", 'check="forward"', 'check="backward"')
    after = keys(course).parts({})
    assert {part for part in before if before[part] != after[part]} == {"1c", "1d"}


def test_a_name_that_a_tutor_gave_concerns_its_part(course):
    before, after = keys(course).parts({}), keys(course).parts({"2a": "meine"})
    assert {part for part in before if before[part] != after[part]} >= {"2a"}
    assert before["1a"] == after["1a"]


def test_points_of_a_part_concern_only_it(course):
    sheet = course.load("blatt09")
    first, *others = sheet.tasks
    more = msgspec.structs.replace(first, points=9.0)
    other = keys(course, msgspec.structs.replace(sheet, tasks=(more, *others)))
    assert other.base("c") == keys(course).base("c")
    assert other.parts({})["1a"] != keys(course).parts({})["1a"]
    assert other.parts({})["2d"] == keys(course).parts({})["2d"]


def test_dependents_come_in_the_order_of_the_sheet(course):
    assert keys(course).dependents(["1c"])[0] == "1c"
    assert "1d" in keys(course).dependents(["1c"])
    assert keys(course).dependents([]) == ()


def test_the_environment_names_python_and_packages():
    found = environment()
    assert any(name.startswith("numpy-") for name in found)
