"""The public checks of Blatt 9 on its whole bank: they see the form, never the answer."""

import contextlib
import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.build import reference_notebook
from autograder.course.sheet import Course
from autograder.public.table import public_table
from autograder.selfcheck.check import Report, check_part
from autograder.selftest.bank import BankFile, read_bank

COURSE = Course(Path(__file__).resolve().parents[3])
SHEET = COURSE.load("blatt09")
TABLE = public_table(COURSE, SHEET)
PARTS = {part["task"]: part for part in TABLE["parts"]}
SLOW = ("import torch", "torch.", "lambdify", "nsum", "difference quotient")

OWN_NAMES = {
    task: [name for answer in part["answers"] for name in answer["names"]]
    for task, part in PARTS.items()
}
SAYS_HOW_READ = re.compile(r"^Gelesen als:|gelesen|ergänzt")
FORM_IS_ASKED = {
    "variants/1c_without_index_zero",  # accepted, but the sheet asks for N + 1 entries
    "variants/1d_post_alone",  # fits another forward pass than the one beside it
}
"""Right answers about which the form test may say something."""


@pytest.fixture(scope="module")
def bank():
    pytest.importorskip("sympy")
    return read_bank(COURSE, SHEET)


@pytest.fixture(scope="module")
def reference():
    """What the reference notebook defines."""
    names: dict[str, object] = {"__name__": "__main__"}
    for cell in json.loads(reference_notebook(COURSE, SHEET))["cells"]:
        if cell["cell_type"] == "code" and "selbsttest" not in cell["metadata"].get("tags", ()):
            run("".join(cell["source"]), names)
    return names


def run(source: str, names: dict[str, object]) -> None:
    with contextlib.suppress(Exception), contextlib.redirect_stdout(io.StringIO()):
        exec(compile(source, "cell", "exec"), names)


def reports(bank, reference, kind: str) -> Iterator[tuple[BankFile, Report]]:
    """The report on the part of every quick file of the bank, as in a student's kernel."""
    for file in bank.of(kind):
        if any(word in file.source for word in SLOW):
            continue
        names, written = dict(reference), {}
        for name in () if file.header.cells else OWN_NAMES[file.part]:
            names.pop(name, None)
        for one in bank.with_beside(file):
            if one.markdown:
                written[one.part] = one.source
            else:
                run(one.source, names)
        with contextlib.redirect_stdout(io.StringIO()):
            yield file, check_part(PARTS[file.part], names, written)


def test_every_automatic_part_has_a_public_check():
    assert list(PARTS) == [task.id for task in SHEET.tasks if task.kind == "auto"]
    for task in SHEET.tasks:
        checked = {answer["names"][0] for answer in PARTS.get(task.id, {}).get("answers", ())}
        assert checked == {answer.name for answer in task.answers}


@pytest.mark.filterwarnings("ignore")
def test_every_right_variant_is_found_without_a_hint(bank, reference):
    seen = list(reports(bank, reference, "variants"))
    assert len(seen) > 150
    told = {file.name for file, report in seen if report.problems or report.hints}
    assert told <= FORM_IS_ASKED


@pytest.mark.filterwarnings("ignore")
def test_a_wrong_answer_in_form_looks_like_a_right_one(bank, reference):
    """Only the two comparisons of the student's own values may give a hint."""
    in_form = 0
    for file, report in reports(bank, reference, "wrong"):
        if report.problems:
            continue
        in_form += 1
        assert all(SAYS_HOW_READ.search(note.de) for note in report.notes), file.name
        assert not report.hints or file.part in ("1a", "1d"), file.name
    assert in_form > 120


def test_the_reader_knows_every_name_that_the_hidden_checks_know(monkeypatch):
    monkeypatch.syspath_prepend(str(COURSE.checks("blatt09")))
    hidden = __import__("blatt09_questions")
    try:
        for part, questions in hidden.QUESTIONS.items():
            (vocabulary,) = [
                answer["vocabulary"] for answer in PARTS[part]["answers"] if "vocabulary" in answer
            ]
            for question in questions:
                assert question.aliases.items() <= vocabulary["aliases"].items(), part
                known = {*vocabulary.get("integers", ()), *vocabulary["reals"]}
                assert question.variables.keys() <= known
                assert question.sequences.keys() <= {*vocabulary.get("sequences", ())}
                assert [list(one) for one in question.components] == vocabulary.get(
                    "components", []
                )
    finally:
        for name in [name for name in sys.modules if name.startswith("blatt09_")]:
            del sys.modules[name]
