"""What the checks of every sheet say exists in English, and their questions hold together."""

import ast
import string

import pytest
from babel.messages.pofile import read_po
from selftest_course import COURSE

from autograder.formulas import lint
from autograder.selftest.leaks import questions_of

SHEETS = COURSE.sheets()
QUESTIONS = [
    (sheet, part) for sheet in SHEETS for part in sorted(questions_of(COURSE, COURSE.load(sheet)))
]


@pytest.mark.parametrize(("sheet", "part"), QUESTIONS)
def test_wrong_forms_of_a_question_differ_from_the_answer_and_from_each_other(sheet, part):
    for question in questions_of(COURSE, COURSE.load(sheet))[part]:
        assert lint(question) == []


def sentences(sheet: str) -> set[str]:
    """German sentences of the hidden checks: messages, and titles in docstrings."""
    found = set()
    for path in COURSE.checks(sheet).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "text":
                assert isinstance(node.args[0], ast.Constant), f"{path.name}:{node.lineno}"
                found.add(node.args[0].value)
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                found.add((ast.get_docstring(node) or "").splitlines()[0])
    return found


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_message_of_the_hidden_checks_exists_in_english(sheet):
    with (COURSE.checks(sheet) / "locale" / "en.po").open("rb") as file:
        english = {str(one.id): str(one.string) for one in read_po(file, locale="en") if one.id}
    assert sentences(sheet) - english.keys() == set()
    assert english.keys() - sentences(sheet) == set()
    assert all(fields(german) == fields(english[german]) for german in english)
    assert all(english.values())
