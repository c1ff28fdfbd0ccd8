"""A sample of ``make parity``: real runs of otter against the marks of ``grade.py``."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from parity_cases import attacks, banks, for_otter
from parity_compare import Verdict, compare
from parity_driver import main
from parity_runs import Ours

SAMPLE = ("wrong/1a_without_x",)


@pytest.mark.skipif(
    find_spec("otter") is None or find_spec("torch") is None,
    reason="the extras [otter] and [torch] are not installed",
)
def test_otter_gives_the_points_of_grade_py_to_a_sample(capsys):
    assert main(["--jobs", "1", "--only", *SAMPLE]) == 0
    told = capsys.readouterr().out
    assert told.count(f": {Verdict.SAME}") == len(SAMPLE)


def test_every_solution_and_every_attack_takes_part(tmp_path):
    groups = (*banks(), *attacks(tmp_path, {}))
    names = {name for group in groups for case in group.cases for name in case.holds}
    here = Path(__file__).resolve().parents[2]
    solutions = [
        *here.glob("reference/blatt09/[vw]*/*.[pm][yd]"),
        *here.glob("reference/lehreinheit10/whole/*.py"),
    ]
    programs = here.glob("tests/hostile/attacks/*/*.py")
    expected = {f"{path.parent.name}/{path.stem}" for path in solutions}
    assert expected | {f"attacks/{p.parent.name}/{p.stem}" for p in programs} <= names


def test_no_two_answers_to_one_part_share_a_notebook():
    for group in banks():
        for case in group.cases:
            parts = [name.rpartition("/")[2].split("_")[0] for name in case.holds]
            assert len(set(parts)) == len(parts) or case.name.startswith("whole/")


OURS = Ours({"1a": 1.0, "1d": None}, failed=False)
OPEN = Ours({"1a": None, "1d": None}, failed=False)
FAILED = Ours({"1a": None, "1d": None}, failed=True)


@pytest.mark.parametrize(
    ("ours", "otters", "failed_on", "verdict"),
    [
        (OURS, {"1a": 1.0, "1d": 0.0}, "", Verdict.SAME),
        (OURS, {"1a": 1.5, "1d": 0.0}, "", Verdict.DIFFERS),
        (OURS, {"1a": 1.0}, "", Verdict.DIFFERS),
        (OURS, {"1a": 1.0, "1d": 0.0, "2a": 1.0}, "", Verdict.DIFFERS),
        (OURS, None, "", Verdict.REFUSED),
        (OURS, None, "GraderFault", Verdict.DIFFERS),
        (OPEN, None, "", Verdict.NEITHER),
        (FAILED, None, "GraderFault", Verdict.NEITHER),
        (FAILED, {"1a": 0.0, "1d": 0.0}, "", Verdict.DIFFERS),
    ],
)
def test_what_counts_as_the_same(ours, otters, failed_on, verdict):
    assert compare(ours, otters, failed_on)[0] is verdict


def test_otter_run_takes_one_file(tmp_path):
    assert for_otter(tmp_path) is None
    (tmp_path / "a.ipynb").write_text("{}", "utf-8")
    assert for_otter(tmp_path) == tmp_path / "a.ipynb"
    (tmp_path / "b.csv").write_text("", "utf-8")
    assert for_otter(tmp_path) is None
