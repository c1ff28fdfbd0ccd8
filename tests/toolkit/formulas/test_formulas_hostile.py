"""Hostile and broken input: it ends quickly, as unreadable or undecided, and nothing runs."""

import contextlib
import sys
from pathlib import Path

import pytest
from formulas_sheets import B9_2B, B9_3C
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.formulas import Unreadable, Verdict, judge, read, read_markdown
from autograder.formulas.characters import TEXT_CHARACTERS
from autograder.formulas.markdown import CELL_CHARACTERS
from autograder.formulas.tree import NUMBER_DIGITS

BOMBS = [
    "9**9**9",
    "9**9**9**9",
    "factorial(10**8)",
    "2**(10**11)",
    "sin(exp(exp(exp(5))))",
    "exp(-exp(exp(20)))",
    "tan(factorial(10**6))",
    "(1/3)**(10**6)*0",
    "sum(sum(sum(sum(sin(i*j*k*l) for i in range(60)) for j in range(60)) for k in range(60))"
    " for l in range(60))",
    "sum(i for i in range(10**9))",
    "prod(exp(exp(i)) for i in range(60))",
    "sqrt("*35 + "sigma" + ")**99"*35,
    r"9^{9^{9^{9}}}",
    r"100000000!",
    r"5!!!!!!",
    r"\sum_{i=1}^{999999999} i",
    r"\prod_{i=1}^{60}\prod_{j=1}^{60}\prod_{k=1}^{60} \sin(ijk)",
    "0**0",
    "1/0",
    "log(0)",
    "1/(sigma - sigma)",
    "root(2, 0)",
    "factorial(-1)",
    "max(sqrt(-1), 1)",
    "sign(1/0)",
]  # fmt: skip

UNREADABLE = [
    "__import__('os').system('true')",
    "().__class__.__bases__[0].__subclasses__()",
    "open('x').read()",
    "exec('1')",
    "(lambda: 1)()",
    "[x for x in ().__class__.__mro__]",
    "n_in.__class__",
    "np.load('x')",
    "f'{n_in}'",
    "n_in if n_in else 1",
    "n_in and 1",
    "(n_in := 3)",
    "n_in < 3",
    "n_in @ sigma",
    "*n_in",
    "sum(n_in for i in range(3) if i)",
    "sum(n_in for i in range(1) for j in range(1))",
    "sum(n_in for i in n_in)",
    "sqrt(n_in, n_out, 3)",
    "sqrt(x=3)",
    "factorint(n_in)",
    "integrate(n_in, n_in)",
    "await n_in",
    "'n_in'",
    "1j",
    "True",
    "None",
    "...",
    "nan",
    "oo",
    "(" * 3000 + ")" * 3000,
    "(" * 300 + "1" + ")" * 300,
    "-" * 50_000 + "1",
    "+".join(["n_in"] * 20_000),
    "+".join(["1"] * 700),
    "1" * 41,
    "1e99999",
    "1e999",
    "n_in" + "**2" * 300,
    "\x00",
    "n_in\x1b[31m",
    "\ud800",
    "ﷺ" * 400,
    "{" * 2000,
    r"\frac" * 300,
    r"\frac{" * 300,
    r"\sqrt" * 300,
    r"\left" * 300,
    r"\sum_{i=1}^{2}" * 100,
    r"\text{" * 300,
    r"\begin{align}" * 100,
    r"\begin{matrix} 1 & 2",
    r"\input{/etc/passwd}",
    r"\write18{ls}",
    r"\def\x{1}\x",
    r"\prod_{i} w_i",
    r"\cdots",
    r"\sin^{-1}(n_{in})",
    "|n_in",
    "1 000",
    "n_in sigma 2",
    "n_in!=3",
    "= = =",
    "$",
    "$$$$",
    r"\[ \]",
    "```math\n```",
    "n_in; n_out",
    "n_in*sigma wegen gamma = 0",
]


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_costly_formula_is_left_to_a_human_and_never_called_right(bomb: str) -> None:
    try:
        verdict = judge(bomb, B9_2B, 1).verdict
    except Unreadable:
        return
    assert verdict is not Verdict.EQUAL


@pytest.mark.parametrize("bomb", BOMBS[:8])
def test_a_costly_formula_without_a_value_is_undecided_and_not_wrong(bomb: str) -> None:
    assert judge(bomb, B9_2B, 1).verdict is Verdict.UNDECIDED


@pytest.mark.parametrize("hostile", UNREADABLE, ids=range(len(UNREADABLE)))
def test_what_is_no_formula_is_refused_with_a_message(hostile: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(hostile, B9_2B)
    message = refusal.value.message
    assert message.de
    assert len(message.de) < 400
    assert message.de.isprintable()


def test_nothing_of_an_answer_is_ever_executed(tmp_path: Path) -> None:
    target = tmp_path / "ran"
    for hostile in (f"__import__('pathlib').Path({str(target)!r}).touch()", "__import__('this')"):
        with pytest.raises(Unreadable):
            judge(hostile, B9_2B, 1)
    assert not target.exists()
    assert "this" not in sys.modules


def test_a_message_repeats_only_a_short_printable_piece_of_the_answer() -> None:
    with pytest.raises(Unreadable) as refusal:
        read("verboten" * 200, B9_2B)
    assert len(refusal.value.message.de) < 250


@pytest.mark.parametrize(("length", "readable"), [(TEXT_CHARACTERS, True),
                                                  (TEXT_CHARACTERS + 1, False)])  # fmt: skip
def test_formulas_are_read_up_to_the_limit_of_characters(length: int, readable: bool) -> None:
    source = "n_in" + " " * (length - 8) + "*2+1"
    if readable:
        assert read(source, B9_2B)
    else:
        with pytest.raises(Unreadable, match="länger als"):
            read(source, B9_2B)


def test_numbers_are_read_up_to_the_limit_of_digits() -> None:
    assert read("1" * NUMBER_DIGITS, B9_2B)
    assert read(10**NUMBER_DIGITS - 1, B9_2B)
    for huge in ("1" * (NUMBER_DIGITS + 1), 10**NUMBER_DIGITS, 10**10_000):
        with pytest.raises(Unreadable):
            read(huge, B9_2B)


def test_a_markdown_cell_is_searched_up_to_the_limit_of_characters() -> None:
    formula = "$$n_{in}$$"
    assert read_markdown("a" * (CELL_CHARACTERS - len(formula)) + formula, B9_2B)
    with pytest.raises(Unreadable):
        read_markdown("a" * CELL_CHARACTERS + formula, B9_2B)


OTHER_TYPES = [
    None, True, object(), {}, {"a": 1}, b"1", 1j, [], (), [[]], [1, 2], float("nan"), float("inf"),
    ["Symbol"], [None], type,
]  # fmt: skip


@pytest.mark.parametrize("answer", OTHER_TYPES)
def test_other_types_are_refused(answer: object) -> None:
    with pytest.raises(Unreadable):
        read(answer, B9_2B)


def test_objects_that_claim_to_equal_everything_are_refused() -> None:
    class Equal(str):
        def __eq__(self, other: object) -> bool:
            return True

        __hash__ = str.__hash__

    with pytest.raises(Unreadable):
        judge(Equal("wrong"), B9_2B, 1)


PIECES = [
    "n_in", "n_{in}", r"\sigma", "sigma", "²", "^", "_", "{", "}", "(", ")", "[", "]", "|", "*",
    "**", "+", "-", "/", ":", "=", "≈", ",", ";", " ", "\n", "\t", "\\", r"\\", r"\frac", r"\sqrt",
    r"\prod", r"\sum", r"\left", r"\right", r"\text{", r"\mathrm{", r"\operatorname{Var}", "E", "V",
    r"\pm", "±", "$", "$$", r"\[", r"\]", r"\begin{align}", r"\end{align}", "&", "0,5", "1", "12",
    "0.25", "e", "i", "j", "i=1", "for", "in", "range(", "sum(", "lambda x:", "'", "!", "√", "½",
    r"\quad", "und", "np.", "a", "b", "m", "s^2", "#", "%", ".", "\x0c", "\x08", "σ", "ₙ", "⁻¹",
]  # fmt: skip
NOTATION = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@settings(max_examples=400, deadline=None)
@given(st.one_of(NOTATION, st.text(max_size=60)))
def test_random_text_is_read_or_refused_and_nothing_else(source: str) -> None:
    for question in (B9_2B, B9_3C):
        for reader in (read, read_markdown):
            try:
                readings = reader(source, question)
            except Unreadable:
                continue
            assert 1 <= len(readings) <= 8
            assert all(len(reading.trees) == question.size for reading in readings)
            assert all(reading.latex and reading.plain for reading in readings)


@settings(max_examples=150, deadline=None)
@given(NOTATION)
def test_random_text_is_judged_without_any_other_exception(source: str) -> None:
    for question in (B9_2B, B9_3C):
        try:
            judgement = judge(source, question, 5)
        except Unreadable:
            continue
        assert judgement.message.de


NODES = st.recursive(
    st.one_of(
        st.none(), st.integers(), st.floats(), st.text(max_size=5),
        st.sampled_from([["Integer", 2], ["Symbol", "n_in"], ["Pi"], ["Rational", 1, 0]]),
    ),
    lambda inner: st.tuples(
        st.sampled_from(["Add", "Mul", "Pow", "Apply", "Indexed", "Sum", "Product",
                         "Subs", "Derivative",
                         "Symbol", "Integer", "Tuple", "Equality", "Evil"]),
        st.lists(inner, max_size=4),
    ).map(lambda pair: [pair[0], *pair[1]]),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(NODES)
def test_random_lists_are_read_as_sympy_or_refused(answer: object) -> None:
    with contextlib.suppress(Unreadable):
        assert judge(answer, B9_2B, 2).message.de
