"""SymPy answers, walked into plain lists exactly as the format says."""

import pytest
from formulas_sheets import B9_2B, B9_3C

from autograder.formulas import (
    Generic,
    Integers,
    Question,
    Real,
    Sequence,
    Unreadable,
    Verdict,
    judge,
    read,
)
from autograder.inside.exporting import tree as walk

CHAIN = Question(
    "x*dsigma(s[1])*prod(w[i]*dsigma(s[i]) for i in range(2, N + 1))",
    {"x": Real(), "N": Integers(2, 6)},
    sequences={"w": Sequence(Real(), last="N"), "s": Sequence(Real(), last="N")},
    functions={"sigma": Generic(("dsigma",))},
)


def test_real_sympy_expressions_are_read_and_decided() -> None:
    sympy = pytest.importorskip("sympy")
    n, sigma, gamma = sympy.symbols("n_in sigma gamma", positive=True)
    j = sympy.Symbol("j", integer=True)
    for right in (
        n * sigma**2 * gamma**2,
        sympy.sqrt(n**2 * sigma**4) * gamma**2,
        sympy.Sum(sigma**2 * gamma**2, (j, 1, n)),
        sympy.Eq(sympy.Symbol("V"), n * sigma**2 * gamma**2),
        sympy.exp(sympy.log(n)) * (sigma * gamma) ** 2 * sympy.Rational(2, 2),
        sympy.Symbol("n_{ein}") * sympy.Symbol(r"\sigma^2") * sympy.Symbol("γ") ** 2,
    ):
        assert judge(walk(right), B9_2B, 1).verdict is Verdict.EQUAL, right
    wrong = judge(walk(n**2 * sigma**2 * gamma**2), B9_2B, 1)
    assert wrong.wrong_form is not None
    assert wrong.wrong_form.tag == "squared-number"


def test_a_sympy_tuple_answers_a_question_with_two_components() -> None:
    sympy = pytest.importorskip("sympy")
    n, m = sympy.symbols("n_in n_out")
    bound = sympy.sqrt(6 / (n + m))
    assert judge(walk(sympy.Tuple(-bound, bound)), B9_3C, 1).verdict is Verdict.EQUAL
    with pytest.raises(Unreadable, match="Gefragt sind 2 Werte"):
        read(walk(bound), B9_3C)


def test_indexed_products_and_derivatives_of_unknown_functions_are_read() -> None:
    sympy = pytest.importorskip("sympy")
    x, number = sympy.symbols("x N")
    i = sympy.Symbol("i", integer=True)
    w, s = sympy.IndexedBase("w"), sympy.IndexedBase("s")
    sigma = sympy.Function("sigma")

    def slope(k: object) -> object:
        return sympy.Derivative(sigma(s[k]), s[k])

    right = x * slope(1) * sympy.Product(w[i] * slope(i), (i, 2, number))
    assert judge(walk(right), CHAIN, 1).verdict is Verdict.EQUAL
    by_name = (
        x
        * sympy.Function("dsigma")(s[1])
        * sympy.Product(w[i] * sympy.Function("sigma'")(s[i]), (i, 2, number))
    )
    assert judge(walk(by_name), CHAIN, 1).verdict is Verdict.EQUAL
    xi = sympy.Dummy("xi")
    inner = sympy.Subs(sympy.Derivative(sigma(xi), xi), xi, s[1])
    substituted = x * inner * sympy.Product(w[i] * slope(i), (i, 2, number))
    assert judge(walk(substituted), CHAIN, 1).verdict is Verdict.EQUAL
    k = sympy.Idx("k", (1, number))
    indexed = x / w[1] * sympy.Product(w[k] * slope(k), (k, 1, number))
    assert judge(walk(indexed), CHAIN, 1).verdict is Verdict.EQUAL


def test_the_short_spelling_of_the_same_nodes_is_read_too() -> None:
    slope = ["Derivative", ["Apply", "sigma", ["Indexed", "s", ["Symbol", "i"]]],
             ["Indexed", "s", ["Symbol", "i"]], 1]  # fmt: skip
    product = ["Product", ["Mul", ["Indexed", "w", ["Symbol", "i"]], slope], ["Symbol", "i"],
               ["Integer", 2], ["Symbol", "N"]]  # fmt: skip
    xi = ["Symbol", "xi"]
    first = ["Subs", ["Derivative", ["Apply", "sigma", xi], xi, 1], xi, ["Symbol", "s_1"]]
    answer = ["Mul", ["Symbol", "x"], first, product, ["Pow", ["E"], ["Integer", 0]]]
    assert judge(answer, CHAIN, 1).verdict is Verdict.EQUAL


def test_a_double_sum_has_its_innermost_limits_first() -> None:
    sympy = pytest.importorskip("sympy")
    n, i, j = sympy.symbols("n_in i j")
    asked = Question("n_in*(n_in + 1)/2", {"n_in": Integers(1)})
    double = sympy.Sum(sympy.Integer(1), (j, 1, i), (i, 1, n))
    assert judge(walk(double), asked, 1).verdict is Verdict.EQUAL


def test_a_list_of_sympy_expressions_and_strings_is_a_list_of_answers() -> None:
    sympy = pytest.importorskip("sympy")
    n, m = sympy.symbols("n_in n_out")
    bound = sympy.sqrt(6 / (n + m))
    for answer in ((walk(-bound), walk(bound)), ("-sqrt(6/(n_in + n_out))", walk(bound))):
        assert judge(answer, B9_3C, 1).verdict is Verdict.EQUAL
    exponential = Question("exp(n_in)", {"n_in": Integers(1)})
    assert judge(walk(sympy.exp(n)), exponential, 1).verdict is Verdict.EQUAL


@pytest.mark.parametrize(
    "broken",
    [
        ["Symbol", "n_in", "extra"],
        ["Symbol", ""],
        ["Symbol", "n" * 101],
        ["Symbol", "import_os"],
        ["Integer", True],
        ["Integer", "1_000"],
        ["Integer", "٣"],
        ["Integer", 10**40],
        ["Integer", 1.0],
        ["Rational", 1, 0],
        ["Rational"],
        ["Float", "nan"],
        ["Float", 0.5],
        ["Add"],
        ["Mul"],
        ["Pow", ["Integer", 2]],
        ["Apply", "exp"],
        ["Apply", "eval", ["Integer", 1]],
        ["Apply", "exp'", ["Integer", 1]],
        ["Add", ["ImaginaryUnit"], ["Integer", 1]],
        ["Piecewise", ["Symbol", "n_in"]],
        ["Indexed", "n_in", ["Integer", 1]],
        ["Indexed", ["Symbol", "w"], ["Integer", 1]],
        ["Indexed"],
        ["Add", ["Evil", 1]],
        ["Add", "n_in"],
        ["Add", ["Tuple", ["Integer", 1]]],
        ["Pi", 3],
        ["Tuple"],
        ["Sum", ["Symbol", "n_in"], ["Integer", 1], ["Integer", 1], ["Integer", 2]],
        ["Sum", ["Symbol", "n_in"]],
        ["Derivative", ["Apply", "exp", ["Symbol", "n_in"]], ["Symbol", "n_in"], 1],
        ["Derivative", ["Symbol", "n_in"], ["Symbol", "n_in"], 1],
        ["Subs", ["Symbol", "n_in"]],
    ],
)
def test_anything_that_is_not_in_the_table_is_refused(broken: list[object]) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(broken, B9_2B)
    assert refusal.value.message.de


def test_deep_and_large_trees_are_refused() -> None:
    deep: list[object] = ["Symbol", "n_in"]
    for _ in range(5000):
        deep = ["Add", deep]
    large = ["Add", *[["Symbol", "n_in"]] * 5000]
    shared: list[object] = ["Symbol", "n_in"]
    for _ in range(30):
        shared = ["Mul", shared, shared]
    for bomb in (deep, large, shared):
        with pytest.raises(Unreadable, match="zu groß"):
            read(bomb, B9_2B)
