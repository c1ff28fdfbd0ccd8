"""The public checks of Lehreinheit 10 take its reference, and know the names of its formulas."""

import contextlib
import io
import json
import sys
from pathlib import Path

import pytest

from autograder.build import reference_notebook
from autograder.course.sheet import HELPER_TAG, Course
from autograder.public.table import public_table
from autograder.selfcheck.check import check_part

COURSE = Course(Path(__file__).resolve().parents[3])
SHEET = COURSE.load("lehreinheit10")
TABLE = public_table(COURSE, SHEET)
TRAINS = {"2b", "2c", "2d"}
"""Parts whose functions train networks; here they only have to be in the table."""


def test_every_automatic_part_with_code_has_a_public_check():
    wanted = [task.id for task in SHEET.tasks if task.kind != "text" and task.answers]
    assert [part["task"] for part in TABLE["parts"]] == wanted
    checked = {answer["names"][0] for part in TABLE["parts"] for answer in part["answers"]}
    without = {answer.name for task in SHEET.tasks for answer in task.answers} - checked
    assert without == {"aufgabe_1g_training"}


@pytest.fixture(scope="module")
def reference():
    pytest.importorskip("torch")
    names: dict[str, object] = {"__name__": "__main__"}
    for cell in json.loads(reference_notebook(COURSE, SHEET))["cells"]:
        tags = cell["metadata"].get("tags", ())
        if cell["cell_type"] == "code" and HELPER_TAG not in tags:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile("".join(cell["source"]), cell["id"], "exec"), names)
    return names


@pytest.mark.parametrize("part", TABLE["parts"], ids=lambda part: part["task"])
def test_the_reference_has_the_form(reference, part):
    if part["task"] not in TRAINS:
        report = check_part(part, reference, {})
        assert (report.problems, report.hints) == ((), ())


def test_the_reader_knows_every_name_that_the_hidden_checks_know(monkeypatch):
    monkeypatch.syspath_prepend(str(COURSE.checks("lehreinheit10")))
    hidden = __import__("lehreinheit10_questions")
    parts = {part["task"]: part for part in TABLE["parts"]}
    try:
        for part, questions in hidden.QUESTIONS.items():
            for question, answer in zip(questions, parts[part]["answers"], strict=True):
                vocabulary = answer["vocabulary"]
                assert question.aliases.items() <= vocabulary["aliases"].items(), part
                assert question.variables.keys() <= {*vocabulary["integers"], *vocabulary["reals"]}
                assert question.sequences.keys() <= {*vocabulary.get("sequences", ())}
    finally:
        for name in [name for name in sys.modules if name.startswith("lehreinheit10_")]:
            del sys.modules[name]
