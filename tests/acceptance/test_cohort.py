"""The example cohort of Blatt 9, graded by the real command: everybody gets their marks."""

import csv
import json
import os
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COHORT = ROOT / "reference" / "blatt09" / "cohort"
EXPECTED = tomllib.loads((ROOT / "reference/blatt09/cohort.toml").read_text("utf-8"))["submissions"]
TEXT_PARTS = ("1b", "1e", "2c", "2g", "3a")


@pytest.fixture(scope="module")
def out(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("cohort") / "out"
    command = [sys.executable, "grade.py", "blatt09", str(COHORT), "--out", str(folder)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
    (folder.parent / "stdout").write_text(run.stdout, "utf-8")
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


@pytest.fixture(scope="module")
def results(out) -> dict[str, dict]:
    submissions = json.loads((out / "results.json").read_text("utf-8"))["submissions"]
    return {entry["submission"]: entry for entry in submissions}


def name_of(path: str) -> str:
    return Path(path).stem if Path(path).suffix else path


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda entry: name_of(entry["path"]))
def test_everybody_in_the_cohort_gets_their_marks(results, expected):
    found = results[name_of(expected["path"])]
    parts = {part["task"]: part for part in found["parts"]}
    wanted: dict[str, dict] = {}
    if "text" in expected:
        wanted = {name: {"outcome": expected["text"]} for name in TEXT_PARTS}
    if "others" in expected:
        rest = parts.keys() - set(TEXT_PARTS) - expected.get("parts", {}).keys()
        wanted |= {name: {"outcome": expected["others"]} for name in rest}
    wanted |= expected.get("parts", {})
    outcomes = {name: parts[name]["outcome"] for name in wanted}
    assert outcomes == {name: part["outcome"] for name, part in wanted.items()}
    points = {name: parts[name]["points"] for name, part in wanted.items() if "points" in part}
    assert points == {name: wanted[name]["points"] for name in points}
    assert found["status"] == expected["status"]
    assert (found["total"], found["open"]) == (expected["total"], expected["open"])


def test_nobody_else_is_in_the_results(results):
    assert sorted(results) == sorted(name_of(entry["path"]) for entry in EXPECTED)


def test_the_marks_table_has_a_row_per_person_and_a_column_per_part(out):
    with (out / "marks.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(EXPECTED)
    assert list(rows[0])[:6] == ["submission", "student", "status", "open", "total", "max"]
    assert list(rows[0])[6:9] == ["1a", "1b", "1c"]
    assert all(row["max"] == "24" for row in rows)


def test_the_out_folder_is_private_and_ignored_by_git(out):
    assert stat.S_IMODE(out.stat().st_mode) == 0o700
    assert (out / ".gitignore").read_text() == "*\n"


def test_every_submission_has_a_feedback_page(out, results):
    assert len(os.listdir(out / "feedback")) == len(results)


def test_the_terminal_shows_what_is_left_to_do_first(out):
    shown = (out.parent / "stdout").read_text("utf-8")
    assert shown.index("Zu tun") < shown.index("Abgabe ")
    assert str(out / "index.html") in shown.replace("\n", "")
