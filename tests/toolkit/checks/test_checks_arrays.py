"""Arrays that an answer returned: right in any reading, else the mistake has a name."""

import numpy as np
import pytest
from checks_values import returned
from hypothesis import given, settings

from autograder.checks.arrays import ArrayQuestion
from autograder.checks.values import bits, single
from autograder.checks.verdicts import Verdict
from autograder.i18n import Text
from autograder.records.model import Family, Outcome
from autograder.wire.values import TensorValue

HALVED, OTHER = Text("halbiert", "halved"), Text("anders", "different")
CASES = [np.arange(6.0).reshape(3, 2) + 1, np.ones((4, 2))]
QUESTION = ArrayQuestion(
    right=(lambda c: c**2, lambda c: c**2 + 1),
    mistakes=((HALVED, lambda c: c**2 / 2),),
    otherwise=OTHER,
)


def verdict_of(values, question=QUESTION):
    with pytest.raises(Verdict) as caught:
        question.judge(CASES, values)
    return caught.value


def test_every_right_reading_is_right_in_any_container():
    QUESTION.judge(CASES, [c**2 for c in CASES])
    QUESTION.judge(CASES, [(c**2 + 1).tolist() for c in CASES])
    QUESTION.judge(CASES, [TensorValue((c**2).astype(np.float32)) for c in CASES])


def test_readings_may_not_be_mixed():
    assert verdict_of([CASES[0] ** 2, CASES[1] ** 2 + 1]).message == OTHER


def test_a_known_mistake_has_its_name():
    verdict = verdict_of([c**2 / 2 for c in CASES])
    assert verdict.message == HALVED
    assert verdict.evidence.inputs == {"case": "1 of 2"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda c: (c**2).T, "Zeilen und Spalten"),
        (lambda c: c[:, 0] ** 2, "Form (3, 2)"),
        (lambda c: float(c[0, 0]), "Form ()"),
    ],
)
def test_another_shape_is_told(change, words):
    assert words in verdict_of([change(c) for c in CASES]).message.de


def test_nan_is_told():
    assert verdict_of([c * np.nan for c in CASES]).outcome is Outcome.NAN


@given(returned)
@settings(max_examples=100, deadline=None)
def test_nothing_that_comes_back_is_a_failure_of_ours(value):
    for read in (QUESTION.read, bits, single):
        question = ArrayQuestion(QUESTION.right, QUESTION.mistakes, read=read)
        outcome = Outcome.RIGHT
        try:
            question.judge(CASES[:1], [value])
        except Verdict as verdict:
            outcome = verdict.outcome
        assert outcome.family is not Family.OURS


def test_truth_values_are_bits():
    wanted = [[1, 0], [0, 1]]
    for value in (
        np.array(wanted, dtype=bool),
        TensorValue(np.array(wanted, dtype=bool)),
        [[True, False], (False, True)],
        wanted,
        np.array(wanted, dtype=np.uint8),
    ):
        assert bits(value).array.tolist() == wanted


def test_one_number_may_stand_in_an_array_alone():
    for value in (7, 7.0, np.array([7]), TensorValue(np.array([[7.0]])), [7]):
        assert single(value).array.shape == ()
        assert single(value).array == 7
    assert single([7, 8]).array.shape == (2,)
