"""docs/results.md says everything that the files hold."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from export_sample import FULL

from autograder.course.sheet import load_sheet
from autograder.export.marks import marks_csv
from autograder.records import model
from autograder.render.words import Tone

ROOT = Path(__file__).parents[3]
DOCUMENT = (ROOT / "docs" / "results.md").read_text("utf-8")
RECORDS = [
    model.RunInfo,
    model.SubmissionResult,
    model.PartResult,
    model.CheckResult,
    model.Evidence,
    model.CellReport,
    model.Usage,
]
DERIVED = {"open", "total", "maximum"}


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_has_a_row_and_every_row_a_field(record):
    after = DOCUMENT.split(f"\n`{record.__name__}`", 1)[1]
    table = re.split(r"\n\n(?!\|)", after.split("\n\n", 1)[1])[0]
    rows = set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))
    extra = DERIVED if record is model.SubmissionResult else set()
    assert rows == {field.name for field in fields(record)} | extra


def test_every_outcome_is_documented_with_family_and_german_word():
    rows = re.findall(r"^\| `(\w+)` \| (verdict|look|waiting|ours) \| (.*) \|$", DOCUMENT, re.M)
    assert rows == [(one.value, one.family.value, one.german) for one in model.Outcome]


def test_every_status_is_documented_with_its_german_word():
    section = DOCUMENT.split("## Status of a submission", 1)[1].split("\n## ", 1)[0]
    rows = re.findall(r"^\| `(\w+)` \| ([^|]*) \|", section, re.MULTILINE)
    assert rows == [(one.value, one.german) for one in model.Status]


def test_every_family_and_cell_outcome_is_documented():
    assert all(f"- **{family.value}**:" in DOCUMENT for family in model.Family)
    assert all(f"`{outcome.value}`" in DOCUMENT for outcome in model.CellOutcome)


def test_every_column_of_the_marks_is_documented():
    sheet = load_sheet(ROOT / "assignments" / "blatt09" / "sheet.toml")
    header = marks_csv(sheet, [FULL]).splitlines()[0].split(",")
    columns = header[: len(header) - len(sheet.tasks)]
    section = DOCUMENT.split("## `marks.csv`", 1)[1].split("\n## ", 1)[0]
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == columns


def test_every_symbol_is_documented_with_its_word():
    assert all(f"| {tone.symbol} | {tone.label.de} |" in DOCUMENT for tone in Tone)


def test_the_schema_number_is_the_one_that_is_written():
    assert f"## `results.json`, schema {model.SCHEMA}\n" in DOCUMENT
    assert f'{{ "schema": {model.SCHEMA}, "run"' in DOCUMENT
