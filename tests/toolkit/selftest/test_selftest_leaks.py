"""No message may give the answer away, in whatever notation and language."""

import pytest
from selftest_course import COURSE, SHEET

from autograder.course.sheet import Course
from autograder.errors import UsageFault
from autograder.formulas import Integers, Positive, Question
from autograder.i18n import Text
from autograder.selftest.leaks import hidden_number, leaks, questions_of

SIZES = {"n_in": Integers(2), "n_out": Integers(2), "sigma": Positive(), "gamma": Positive()}
QUESTIONS = {
    "2b": (Question("n_in*sigma**2*gamma**2", SIZES),),
    "3b": (Question(("0", "2/(n_in+n_out)"), SIZES),),
}


def told(part: str, german: str, english: str = "Please check.") -> list[str]:
    return [leak.words for leak in leaks([(part, Text(german, english))], QUESTIONS)]


@pytest.mark.parametrize(
    "message",
    [
        "Richtig wäre n_in * sigma**2 * gamma**2.",
        "Es fehlt ein Faktor: n_in (sigma gamma)^2",
        r"Gemeint ist $n_{in} \sigma^2 \gamma^2$, nicht das.",
        "Vergleichen Sie mit „gamma² · n_in · sigma²“!",
    ],
)
def test_the_answer_is_found_in_a_sentence(message):
    assert told("2b", message)


def test_the_answer_is_found_in_the_english_sentence_too():
    assert told("2b", "Bitte prüfen.", "It is n_in*sigma^2*gamma^2.") == ["n_in*sigma^2*gamma^2"]


def test_one_component_of_a_pair_is_enough():
    assert told("3b", "Die Varianz ist 2/(n_in + n_out).") == ["2/(n_in + n_out)"]


@pytest.mark.parametrize(
    "message",
    [
        "Das ist die Varianz eines einzigen Summanden.",
        "sigma ist eine Standardabweichung, keine Varianz.",
        "Das Ergebnis stimmt nur für n_in = n_out. Prüfen Sie den allgemeinen Fall.",
        "Der Erwartungswert der Gewichte muss 0 sein.",
        "Erwartet wird eine Matrix der Form (3, 5).",
    ],
)
def test_naming_the_mistake_is_no_leak(message):
    assert told("2b", message) == []
    assert told("3b", message) == []


def test_the_answer_to_another_part_is_no_leak():
    assert told("3b", "n_in*sigma**2*gamma**2") == []


@pytest.mark.parametrize("number", ["0.4172", "1,5", "4711", "3e-5"])
def test_numbers_of_hidden_inputs_are_found(number):
    assert hidden_number(f"Für x = {number} kommt etwas anderes heraus.") == number


@pytest.mark.parametrize(
    "harmless", ["N = 4", "float32 genügt", "w_1 und s_12", "2 Werte", "(3, 5)"]
)
def test_small_integers_are_no_hidden_inputs(harmless):
    assert hidden_number(harmless) is None


def test_the_questions_of_a_sheet_are_those_of_its_checks():
    assert set(questions_of(COURSE, SHEET)) == {"1a", "1d", "2a", "2b", "2e", "2f", "3b", "3c"}


def test_a_sheet_without_formula_questions_has_none(tmp_path):
    assert questions_of(Course(tmp_path), SHEET) == {}


def test_a_file_of_questions_that_defines_none_is_told(tmp_path):
    folder = tmp_path / "tests" / "blatt09"
    folder.mkdir(parents=True)
    (folder / "blatt09_questions.py").write_text("X = 1\n", "utf-8")
    with pytest.raises(UsageFault, match="defines no QUESTIONS"):
        questions_of(Course(tmp_path), SHEET)
