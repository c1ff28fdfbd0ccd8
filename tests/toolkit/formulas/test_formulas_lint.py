"""What an author is told about a question that does not hold together."""

import pytest
from formulas_sheets import LAYER, wrong

from autograder.errors import UsageFault
from autograder.formulas import Concrete, Integers, Positive, Question, Real, Sequence, judge, lint


@pytest.mark.parametrize(
    ("question", "problem"),
    [
        (Question("n_in", LAYER, (wrong("2*n_in/2", "twin"),)), "twin (2*n_in/2): equals the ref"),
        (Question("x", {"x": Positive()}, (wrong("sqrt(x**2)", "root"),)), "equals the reference"),
        (
            Question("n_in", LAYER, (wrong("n_out", "one"), wrong("n_out + 0", "two"))),
            "one (n_out) and two (n_out + 0) are equal",
        ),
        (Question("n_in", LAYER, (wrong("log(-1 + 0*n_in)*0/0", "void"),)), "void"),
        (Question("foo", LAYER), "cannot be read"),
        (Question("n_in", LAYER, (wrong("n_in +", "broken"),)), "cannot be read"),
        (Question("1/2 n_in", LAYER), "can be read in 2 ways"),
        (Question("sqrt(-sigma)", LAYER), "no real value"),
        (Question("1/(sigma - sigma)", LAYER), "no real value"),
        (Question("n_in", LAYER, (wrong("n_out", "rich", credit=1.0),)), "credit"),
        (Question("n_in", LAYER, (wrong(None, "empty"),)), "neither a form nor names"),
        (Question("n_in", LAYER, (wrong(None, "odd", uses=("q",)),)), "'q' is not declared"),
        (Question("n_in", LAYER, aliases={"n": "nothing"}), "alias 'n'"),
        (Question("n_in", LAYER, tolerance=0.5), "tolerance"),
        (Question(("n_in", "n_out"), LAYER, components=(("a",),)), "components"),
        (Question("x", {"x": Real()}, sequences={"x": Sequence(Real())}), "declared twice"),
        (Question("x", {"x": Real()}, sequences={"w": Sequence(Real(), last="M")}), "'M'"),
        (Question("f(x)", {"x": Real()}, functions={"f": Concrete("z", ("q*z",))}), "'q*z'"),
    ],
)
def test_each_problem_of_a_question_is_named(question: Question, problem: str) -> None:
    problems = lint(question)
    assert any(problem in found for found in problems), problems


def test_the_same_wrong_form_is_fine_on_a_domain_that_tells_it_apart() -> None:
    assert lint(Question("x", {"x": Real()}, (wrong("sqrt(x**2)", "root"),))) == []


def test_a_question_at_fault_is_the_authors_fault_and_not_the_students() -> None:
    for question in (
        Question("foo", LAYER),
        Question("n_in", LAYER, aliases={"n": "nothing"}),
        Question("n_in", {"n_in": Integers(1)}, (wrong("n_out", "gone"),)),
    ):
        with pytest.raises(UsageFault):
            judge("n_in", question, 1)
