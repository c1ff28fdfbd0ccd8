"""A sample of ``make parity``: real runs of otter against the marks of ``grade.py``."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from parity_cases import attacks, bank, for_otter
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
    for name in SAMPLE:
        assert f"{name}: {Verdict.SAME}" in told


def test_every_solution_and_every_attack_takes_part(tmp_path):
    names = {case.name for group in (bank(), *attacks(tmp_path, {})) for case in group.cases}
    here = Path(__file__).resolve().parents[2]
    solutions = here.glob("reference/blatt09/[vw]*/*.[pm][yd]")
    programs = here.glob("tests/hostile/attacks/*/*.py")
    expected = {f"{path.parent.name}/{path.stem}" for path in solutions}
    assert expected | {f"attacks/{p.parent.name}/{p.stem}" for p in programs} == names


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
