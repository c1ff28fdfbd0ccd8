"""Verdicts, hints, rounding and evidence."""

import pytest
from formulas_sheets import B9_2A, B9_2B, B9_3B, B9_3C, L10_1F, wrong

from autograder.formulas import (
    Concrete,
    Generic,
    Integers,
    Interval,
    Positive,
    Question,
    Real,
    Sequence,
    Verdict,
    judge,
)

CHAIN = Question(
    "x*dsigma(s[1])*prod(w[i]*dsigma(s[i]) for i in range(2, N + 1))",
    {"x": Real(), "N": Integers(2, 6)},
    (
        wrong("dsigma(s[1])*prod(w[i]*dsigma(s[i]) for i in range(2, N + 1))", "x", credit=0.5),
        wrong("x*sigma(s[1])*prod(w[i]*sigma(s[i]) for i in range(2, N + 1))", "no-slope"),
        wrong("x*w[1]*prod(w[i]*dsigma(s[i]) for i in range(2, N + 1))*dsigma(s[1])", "w1"),
    ),
    sequences={name: Sequence(Real(), last="N") for name in "wso"},
    functions={"sigma": Generic(("dsigma",))},
)


@pytest.mark.parametrize(
    "right",
    [
        r"x\,\sigma'(s_1)\prod_{i=2}^{N} w_i\,\sigma'(s_i)",
        r"\prod_{i=2}^N \sigma'(s_i) w_i \cdot x\,\sigma'(s_1)",
        r"x\prod_{i=1}^N\sigma^{\prime}(s_i)\cdot\prod_{j=1}^{N-1}w_{j+1}",
        r"\frac{\partial o_N}{\partial w_1} = x \prod\limits_{k=1}^{N} \sigma'(s_k) "
        r"\prod^{N}_{k=2} w_k",
        r"\prod_{i=1}^{N} \left(w_i \sigma'(s_i)\right) \cdot \frac{x}{w_1}",
        "x*dsigma(s[1])*np.prod([w[i]*dsigma(s[i]) for i in range(2, N+1)])",
        "x*sigma'(s_1)*prod(w_i*sigma'(s_i) for i in range(2, N+1))",
        "x*sigma_prime(s[1])*math.prod(w[i + 1]*dsigma(s[i + 1]) for i in range(1, N))",
        "x*σ'(s₁)*prod(w[i]*dsigma(s[i]) for i in range(2, N + 1))",
    ],
)
def test_a_product_over_all_layers_is_right_in_any_form(right: str) -> None:
    assert judge(right, CHAIN, 3).verdict is Verdict.EQUAL


def test_credit_of_a_known_mistake_is_handed_on() -> None:
    judgement = judge(r"\sigma'(s_1)\prod_{i=2}^{N} w_i\,\sigma'(s_i)", CHAIN, 3)
    assert judgement.wrong_form is not None
    assert (judgement.wrong_form.tag, judgement.credit) == ("x", 0.5)


def test_an_index_outside_of_the_sequence_is_said_and_left_to_a_human() -> None:
    judgement = judge("prod(w[i] for i in range(0, N))", CHAIN, 3)
    assert judgement.verdict is Verdict.UNDECIDED
    assert "Index" in judgement.message.de


def test_a_formula_written_out_for_one_depth_is_called_that() -> None:
    judgement = judge(r"x \sigma'(s_1) w_2 \sigma'(s_2)", CHAIN, 3)
    assert judgement.hints[0].de.startswith("Das Ergebnis stimmt nur für N = 2.")


@pytest.mark.parametrize(
    ("answer", "hint"),
    [
        ("2*sigma**2*gamma**2", "nur für n_in = 2"),
        ("(n_in + n_out)*sigma**2*gamma**2/2", "nur für n_in = n_out"),
        ("3*n_in*sigma**2*gamma**2", "konstanten Faktor"),
        ("-3*n_in*sigma**2*gamma**2", "konstanten Faktor"),
        ("-n_in*sigma**2*gamma**2", "Vorzeichen"),
        ("1/(n_in*sigma**2*gamma**2)", "im Nenner"),
        ("(n_in*sigma**2*gamma**2)**2", "ein Quadrat oder eine Wurzel"),
    ],
)
def test_a_mistake_outside_of_the_bank_gets_a_hint_of_its_kind(answer: str, hint: str) -> None:
    judgement = judge(answer, B9_2B, 3)
    assert judgement.verdict is Verdict.DIFFERENT
    assert judgement.wrong_form is None
    assert any(hint in found.de for found in judgement.hints), judgement.hints


def test_swapped_quantities_and_roots_are_pointed_at() -> None:
    asked = Question("n_in**2*sigma", {"n_in": Integers(1), "n_out": Integers(1),
                                       "sigma": Positive()})  # fmt: skip
    assert "n_in und n_out" in judge("n_out**2*sigma", asked, 1).hints[-1].de
    assert "Wurzel" in judge("n_in*sqrt(sigma)", asked, 1).hints[-1].de


def test_no_hint_names_the_reference_or_a_value() -> None:
    for answer in ("3*n_in*sigma**2*gamma**2", "1/(n_in*sigma**2*gamma**2)", "sigma"):
        judgement = judge(answer, B9_2B, 3)
        for shown in (judgement.message, *judgement.hints):
            assert "sigma" not in shown.de
            assert "0." not in shown.de


def test_of_two_values_the_wrong_one_is_named() -> None:
    judgement = judge("(0, 3/(n_in + n_out))", B9_3B, 3)
    assert judgement.hints[0].de == "m stimmt, s^2 noch nicht."
    assert "konstanten Faktor" in judgement.hints[1].de
    both = judge("(sigma, 3/(n_in + n_out))", B9_3B, 3)
    assert all("stimmt, " not in hint.de for hint in both.hints)


def test_a_wrong_constant_where_a_constant_is_asked_gets_no_hint_about_factors() -> None:
    asked = Question("1/2", {"n": Integers(1)})
    assert judge("1/3", asked, 1).hints == ()


@pytest.mark.parametrize("zero", ["1e-30", "10**-60", "sigma*1e-200", "1e-6"])
def test_a_tiny_number_is_not_zero(zero: str) -> None:
    assert judge(zero, B9_2A, 1).verdict is Verdict.DIFFERENT


@pytest.mark.parametrize(
    "zero", ["sigma - sigma", "gamma**2/gamma - gamma", "sqrt(2)*sqrt(3) - sqrt(6)",
             "sin(sigma)**2 + cos(sigma)**2 - 1", "(n_in + 1)**2 - n_in**2 - 2*n_in - 1"]
)  # fmt: skip
def test_what_cancels_exactly_is_zero(zero: str) -> None:
    assert judge(zero, B9_2A, 1).verdict is Verdict.EQUAL


@pytest.mark.parametrize("factor", ["(1 + 10**-9)", "(1 + 10**-20)"])
def test_a_tiny_relative_deviation_is_a_difference(factor: str) -> None:
    assert judge(f"{factor}*n_in*sigma**2*gamma**2", B9_2B, 1).verdict is Verdict.DIFFERENT


def test_a_decimal_of_four_digits_may_be_rounded() -> None:
    exact = judge("±2,44948974278317809819728407470589/sqrt(n_in + n_out)", B9_3C, 1)
    rounded = judge("±2,449/sqrt(n_in + n_out)", B9_3C, 1)
    assert (exact.verdict, rounded.verdict) == (Verdict.EQUAL, Verdict.EQUAL)
    assert rounded.rounded
    assert "gerundet" in rounded.message.de


def test_coarser_rounding_is_left_to_a_human() -> None:
    judgement = judge("±2,45/sqrt(n_in + n_out)", B9_3C, 1)
    assert judgement.verdict is Verdict.UNDECIDED
    assert "gerundet" in judgement.message.de


def test_a_plain_decimal_such_as_one_half_is_exact() -> None:
    assert judge("0,5/n", L10_1F, 1).verdict is Verdict.DIFFERENT
    assert judge("2,0/n", L10_1F, 1).verdict is Verdict.EQUAL
    assert not judge("1/(0,5*n)", L10_1F, 1).rounded


def test_domains_decide_what_is_the_same() -> None:
    for domain, verdict in ((Positive(), Verdict.EQUAL), (Real(), Verdict.DIFFERENT)):
        asked = Question("x", {"x": domain})
        assert judge("sqrt(x**2)", asked, 1).verdict is verdict
        assert judge("max(0, x)", asked, 1).verdict is verdict
    odd = Question("-1", {"n": Integers(1, 9, step=2)})
    assert judge("(-1)**n", odd, 1).verdict is Verdict.EQUAL
    angle = Question("sqrt(1 - sin(x)**2)", {"x": Interval(-1.5, 1.5)})
    assert judge("cos(x)", angle, 1).verdict is Verdict.EQUAL


def test_an_answer_without_real_values_is_wrong_and_not_undecided() -> None:
    assert judge("sqrt(-sigma)", B9_2B, 1).verdict is Verdict.DIFFERENT


def test_an_unknown_function_and_its_derivative_fit_together() -> None:
    slope = Question("dsigma(x)", {"x": Real()}, functions={"sigma": Generic(("dsigma",))})
    for h, verdict in ((10**-12, Verdict.UNDECIDED), (1, Verdict.DIFFERENT)):
        quotient = f"(sigma(x + {h}) - sigma(x - {h}))/(2*{h})"
        assert judge(quotient, slope, 1).verdict in (verdict, Verdict.DIFFERENT)
    assert judge("sigma(x)*(1 - sigma(x))", slope, 1).verdict is Verdict.DIFFERENT


def test_a_function_of_the_sheet_has_the_values_the_sheet_gives_it() -> None:
    logistic = Concrete("z", ("1/(1 + exp(-z))", "exp(-z)/(1 + exp(-z))**2"), ("dsigma",))
    slope = Question("dsigma(x)", {"x": Real()}, functions={"sigma": logistic})
    assert judge(r"\sigma(x)\left(1-\sigma(x)\right)", slope, 1).verdict is Verdict.EQUAL
    assert judge(r"\sigma(x)", slope, 1).verdict is Verdict.DIFFERENT


def test_the_evidence_holds_one_point_with_both_values() -> None:
    judgement = judge("2*n_in*sigma**2*gamma**2", B9_2B, 7)
    evidence = judgement.counterexample
    assert evidence is not None
    point = {name: float(value) for name, value in evidence.point.items()}
    expected = point["n_in"] * point["sigma"] ** 2 * point["gamma"] ** 2
    assert float(evidence.expected) == pytest.approx(expected)
    assert float(evidence.found) == pytest.approx(2 * expected)
    assert judge("n_in*sigma**2*gamma**2", B9_2B, 7).counterexample is None


def test_another_seed_uses_other_points_and_gives_the_same_verdict() -> None:
    first, second = (judge("sigma", B9_2B, seed) for seed in (1, 2))
    assert first.verdict is second.verdict
    assert first.counterexample != second.counterexample
    assert (first.seed, second.seed) == (1, 2)


def test_readings_can_be_judged_without_reading_again() -> None:
    from autograder.formulas import read

    readings = read("n_in*sigma**2*gamma**2", B9_2B)
    assert judge(readings, B9_2B, 1).verdict is Verdict.EQUAL
    assert judge(readings[0], B9_2B, 1).verdict is Verdict.EQUAL
