"""One part after another: found or not, in form or not; right and wrong look the same."""

import numpy as np
import pytest

from autograder.selfcheck.check import check_all, check_part
from autograder.selfcheck.words import lines, summary

HINT = {"de": "Hinweis der Tabelle.", "en": "Hint of the table."}
VALUE = {
    "names": ["aufgabe_1a", "verdoppeln"],
    "cases": [{"x": 2.0, "w": {"sequence": 3}}, {"x": -1.0, "w": {"sequence": 2}}],
    "properties": [{"kind": "number"}],
    "hint": HINT,
}
FORMULA = {
    **VALUE,
    "names": ["aufgabe_1b"],
    "vocabulary": {"integers": ["n"], "reals": ["x"]},
    "cases": [{"n": 3, "x": 0.5}],
}
VALUE_PART = {"task": "1a", "answers": [VALUE]}
FORMULA_PART = {"task": "1b", "answers": [FORMULA]}


def value_report(**names):
    return check_part(VALUE_PART, names, {})


def formula_report(written=None, **names):
    return check_part(FORMULA_PART, names, written or {})


def said(report):
    return " ".join(line.de for line in report.problems)


@pytest.mark.parametrize(
    "answer",
    [lambda x, w: 2 * x, lambda x, w: 3 * x, lambda w, x: x, lambda *all: 7, lambda a, b: a],
)
def test_right_and_wrong_values_of_the_form_get_the_same_report(answer):
    assert value_report(aufgabe_1a=answer) == check_part(
        VALUE_PART, {"verdoppeln": lambda x, w: 0}, {}
    )


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ({}, "„aufgabe_1a“ gibt es nicht"),
        ({"Aufgabe_1A": len}, "Haben Sie „Aufgabe_1A“ gemeint?"),
        ({"aufgabe_1a": lambda x, w: None}, "gibt noch nichts zurück"),
        ({"aufgabe_1a": lambda x, w: ...}, "gibt noch nichts zurück"),
        ({"aufgabe_1a": 5}, "ist keine Funktion"),
        ({"aufgabe_1a": lambda x, w, y, z: 1}, "(x, w) haben, gefunden: (x, w, y, z)"),
        ({"aufgabe_1a": lambda x, w: 1 / 0}, "ZeroDivisionError: division by zero"),
        ({"aufgabe_1a": lambda x, w: exit(1)}, "SystemExit"),
        ({"aufgabe_1a": lambda x, w: w}, "aufgabe_1a(x=2.0, w: ndarray (4)): Erwartet"),
        ({"aufgabe_1a": lambda x, w: x * w[0]}, "NaN. Hinweis der Tabelle."),
    ],
)
def test_a_missing_form_is_told_with_what_to_do(names, words):
    report = value_report(**names)
    assert not report.found
    assert words in said(report)


def test_an_answer_may_not_spoil_the_arguments_that_sizes_speak_of():
    def clearing(x, w):
        w.resize(0, refcheck=False)
        return np.zeros(4)

    wanted = {**VALUE, "properties": [{"kind": "array", "shape": ["len(w)"]}]}
    part = {"task": "1a", "answers": [{**wanted, "cases": VALUE["cases"][:1]}]}
    assert check_part(part, {"aufgabe_1a": clearing}, {}).found


@pytest.mark.parametrize(
    ("answer", "read"),
    [
        ("n*x**2", "n*x**2"),
        (r"n\,x^2", "n*x**2"),
        (7, "7"),
        (lambda n, x: "n*x", "n*x"),
    ],
)
def test_a_formula_is_shown_as_it_was_read(answer, read):
    report = formula_report(aufgabe_1b=answer)
    assert report.found
    assert report.notes[0].de == f"Gelesen als: {read}"


def test_a_function_in_the_place_of_a_formula_is_called():
    assert formula_report(aufgabe_1b=lambda n, x: n * x).found
    assert "eine Zahl" in said(formula_report(aufgabe_1b=lambda n, x: (n, x)))


def test_an_unreadable_formula_says_why():
    assert "gehört nicht zur Aufgabe" in said(formula_report(aufgabe_1b="n*fan_in"))


def test_a_markdown_answer_counts_where_the_code_cell_is_empty():
    written = {"1b": "### Antwort 1b\n$$ n x $$"}
    for names in ({}, {"aufgabe_1b": lambda n, x: None}, {"aufgabe_1b": ...}):
        assert formula_report(written, **names).notes[0].de == "Gelesen als: n*x"
    code_wins = formula_report(written, aufgabe_1b="x")
    assert code_wins.notes[0].de == "Gelesen als: x"


def test_the_last_line_counts_and_says_that_it_is_no_mark():
    reports = check_all([VALUE_PART, FORMULA_PART], {"aufgabe_1b": "n"}, {})
    assert summary(reports, "de") == (
        "Formtest: 1 von 2 Antworten gefunden. Das ist keine Bewertung."
    )
    assert summary(reports, "en") == "Form test: 1 of 2 answers found. This is no mark."
    assert lines(reports[1], "de") == ["1b: gefunden", "   Gelesen als: n"]
