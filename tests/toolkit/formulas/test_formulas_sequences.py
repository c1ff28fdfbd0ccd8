"""Indexed quantities whose first element has a name of its own."""

from dataclasses import replace

import pytest

from autograder.errors import UsageFault
from autograder.formulas import Integers, Question, Real, Sequence, Verdict, judge, lint

CHAIN = Question(
    "x*w[1]",
    {"N": Integers(2, 6), "x": Real()},
    sequences={"w": Sequence(Real(), "1", "N"), "o": Sequence(Real(), "0", "N", start="x")},
)


@pytest.mark.parametrize("answer", ["o[0]*w[1]", r"o_0 w_1", r"w_1 \prod_{i=0}^{0} o_i", "x*w_1"])
def test_the_first_output_of_a_chain_is_its_input(answer):
    assert judge(answer, CHAIN, 1).verdict is Verdict.EQUAL


@pytest.mark.parametrize("answer", ["o[1]*w[1]", r"o_N w_1"])
def test_later_outputs_are_quantities_of_their_own(answer):
    assert judge(answer, CHAIN, 1).verdict is Verdict.DIFFERENT


def test_a_start_that_cannot_be_read_is_the_authors_fault():
    sequences = {**CHAIN.sequences, "o": Sequence(Real(), "0", "N", start="y")}
    broken = replace(CHAIN, sequences=sequences)
    with pytest.raises(UsageFault, match="'y'"):
        judge("x", broken, 1)
    assert lint(broken)
