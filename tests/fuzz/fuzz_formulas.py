"""Cases for formula answers: text in every notation, SymPy trees, returned values, verdicts."""

import ast
import json
import math
from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from fuzz_driver import Target
from fuzz_mutation import mutated, reshaped

from autograder.formulas import (
    Generic,
    Integers,
    Positive,
    Question,
    Real,
    Sequence,
    Unreadable,
    Verdict,
    WrongForm,
    judge,
    judge_values,
    read,
    read_markdown,
    sample_points,
)
from autograder.i18n import Text
from autograder.wire.values import Remote, TensorValue

COHORT = Path(__file__).resolve().parents[2] / "reference" / "blatt09" / "cohort"
MOST_READINGS = 8
MAX_TEXT_BYTES = 3_000
_LONG_SHARE = 0.03
_LONG_BYTES = 20_000
_SEED = "fuzz"

_LAYER = {"n_in": Integers(1), "n_out": Integers(1), "sigma": Positive(), "gamma": Positive()}
_ALIASES = {"n_ein": "n_in", "Var(w)": "sigma**2", "Var(x)": "gamma**2", "E(w)": "0"}


def _wrong(*forms: Any) -> tuple[WrongForm, ...]:
    return tuple(WrongForm(form, str(form), Text("falsch", "wrong")) for form in forms)


VARIANCE = Question(
    "n_in*sigma**2*gamma**2",
    {**_LAYER, "b": Positive()},
    (*_wrong("sigma**2*gamma**2", "n_out*sigma**2*gamma**2", "n_in*sigma*gamma"),),
    _ALIASES,
)
BOUNDS = Question(
    ("-sqrt(6/(n_in + n_out))", "sqrt(6/(n_in + n_out))"),
    _LAYER,
    _wrong(("0", "sqrt(6/(n_in + n_out))"), ("-sqrt(2/(n_in + n_out))", "sqrt(2/(n_in + n_out))")),
    _ALIASES,
    components=(("a",), ("b",)),
)
CHAIN = Question(
    "x*dsigma(s[1])*prod(w[i]*dsigma(s[i]) for i in range(2, N + 1))",
    {"x": Real(), "N": Integers(2, 6)},
    _wrong("x*prod(w[i]*dsigma(s[i]) for i in range(1, N + 1))"),
    sequences={name: Sequence(Real(), last="N") for name in "wso"},
    functions={"sigma": Generic(("dsigma",))},
)
QUESTIONS = (VARIANCE, VARIANCE, BOUNDS, CHAIN)

_FORMS = (
    *("n_in*sigma**2*gamma**2", "0", "2/(n_in+n_out)", "-sqrt(6/(n_in + n_out))", "1e-3*n_in"),
    *("sum(sigma**2*gamma**2 for i in range(n_in))", "np.sqrt(6)/math.sqrt(n_in + n_out)"),
    *("lambda n_in, sigma: n_in*sigma**2", "V = n_in σ² γ²", "a = -b; b = √(6/(n_ein + n_aus))"),
    *(r"n_{\text{ein}} \cdot \sigma^2 \gamma^2", r"\frac{2}{n_{in} + n_{out}}", r"\pm\sqrt{6}"),
    *(r"$$V[y_i] = n_{in}\,\sigma^{2}\gamma^{2}$$", r"\left[-\sqrt{\frac{6}{n}}, \sqrt 6\right]"),
    *(r"x\,\sigma'(s_1)\prod_{i=2}^{N} w_i\,\sigma'(s_i)", r"\sum_{i=1}^{n_{in}} \mathrm{Var}(w)"),
    *("x*dsigma(s[1])*prod(w[i]*dsigma(s[i]) for i in range(2, N+1))", r"0{,}5 \cdot n_{in}"),
    *(
        "\\begin{align}\nV &= n_{in}\\sigma^2\\gamma^2 \\\\ &= 3\n\\end{align}",
        "0,5*n_in",
        "½ n_in",
    ),
    *(
        "$$a$$ und dann\n\n\\[ n_{in} \\]\n",
        "```math\nn_{in}\n```",
        "Text mit $n_{in}$.\n$\\sigma$",
    ),
)
_PIECES = (
    *("n_in", "n_{in}", r"\sigma", "sigma", "²", "^", "_", "{", "}", "(", ")", "[", "]", "|", "*"),
    *(
        "**",
        "+",
        "-",
        "/",
        ":",
        "=",
        "≈",
        ",",
        ";",
        " ",
        "\n",
        "\\",
        r"\\",
        r"\frac",
        r"\sqrt",
        "!",
    ),
    *(r"\prod", r"\sum", r"\left", r"\right", r"\text{", r"\mathrm{", r"\operatorname{Var}", "E("),
    *(
        r"\pm",
        "±",
        "$",
        "$$",
        r"\[",
        r"\]",
        r"\begin{align}",
        r"\end{align}",
        "&",
        "0,5",
        "1",
        "12",
    ),
    *("0.25", "e", "i", "i=1", " for i in range(", "sum(", "lambda x:", "'", "√", "½", r"\quad"),
    *("und", "np.", "a", "b", "s^2", "#", "%", ".", "\x0c", "\x08", "σ", "ₙ", "⁻¹", "<!--", "```"),
    *("w[i]", "s_1", "dsigma(", "99", "factorial(", "exp(", "log(", r"\infty", "\u202e", "1e9"),
)


@cache
def _corpus() -> tuple[bytes, ...]:
    """Forms of every notation, and what the cohort wrote: answers in Markdown and in strings."""
    found = list(_FORMS)
    for path in sorted(COHORT.glob("*.ipynb")):
        with suppress(ValueError):
            for cell in json.loads(path.read_bytes()).get("cells", ()):
                found += _formulas_of(cell["cell_type"], "".join(cell["source"]))
    return tuple(dict.fromkeys(form.encode() for form in found))


def _formulas_of(kind: str, source: str) -> list[str]:
    if kind == "markdown":
        return [source] if "$" in source and source.startswith("### Antwort") else []
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return []
    strings = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return [text for text in strings if isinstance(text, str) and ("sigma" in text or "n_" in text)]


_LEAF_FORMS = (
    *("n_in", "n_out", "sigma", "gamma", "b", "x", "N", "w[i]", "s[1]", "i", "pi", "e", "0", "1"),
    *("2", "-3", "0.5", "1e-9", "99", "10**12", "dsigma(s[i])", "1/3"),
)
_CALLS = ("sqrt", "exp", "log", "sin", "tan", "abs", "factorial", "sign", "max", "min", "sigma")


def _expression(rng: Random, depth: int = 0) -> str:
    """Python syntax that can be read, of any cost."""
    if depth > 5 or rng.random() < 0.15 + 0.1 * depth:
        return rng.choice(_LEAF_FORMS)
    kind = rng.randrange(10)
    left = _expression(rng, depth + 1)
    if kind < 6:
        return (
            f"({left} {rng.choice(('+', '-', '*', '*', '/', '**'))} {_expression(rng, depth + 1)})"
        )
    if kind < 9:
        call = rng.choice(_CALLS)
        return (
            f"{call}({left}, {rng.choice(_LEAF_FORMS)})"
            if call in ("max", "min")
            else f"{call}({left})"
        )
    last = rng.choice(("n_in", "N", "7", "60", "999999", "n_in + n_out", "i"))
    return f"{rng.choice(('sum', 'prod'))}({left} for i in range(1, {last} + 1))"


def _text(rng: Random) -> str:
    kind = rng.random()
    if kind < 0.25:
        return _expression(rng)
    if kind < 0.5:
        return mutated(rng, _corpus(), MAX_TEXT_BYTES).decode("utf-8", "replace")
    if kind < 0.7:
        pieces = [rng.choice(_corpus()).decode()]
        for _ in range(rng.randint(1, 4)):
            at = rng.randrange(len(pieces[0]) + 1)
            pieces[0] = pieces[0][:at] + rng.choice(_PIECES) + pieces[0][at + rng.randrange(3) :]
        return pieces[0]
    if rng.random() < _LONG_SHARE:
        piece = "".join(rng.choices(_PIECES, k=rng.choice((1, 1, 2, 3, 14))))
        return (piece * (_LONG_BYTES // len(piece)))[:_LONG_BYTES]
    return "".join(rng.choices(_PIECES, k=rng.randint(1, 14)))


def make_text(rng: Random) -> tuple[int, bool, str]:
    source, in_cell = _text(rng), rng.random() < 0.4
    if in_cell and rng.random() < 0.7:
        source = f"$${source}$$"
    return rng.randrange(len(QUESTIONS)), in_cell, source


def run_text(case: tuple[int, bool, str]) -> bool:
    number, in_cell, source = case
    question = QUESTIONS[number]
    try:
        readings = (read_markdown if in_cell else read)(source, question)
    except Unreadable as error:
        _check_message(error.message)
        return False
    assert 1 <= len(readings) <= MOST_READINGS
    for reading in readings:
        assert len(reading.trees) == question.size
        assert reading.latex
        assert reading.plain
    return True


def _check_message(message: Text) -> None:
    assert message.de.isprintable(), message
    assert len(message.de) < 500, message


_X = ["Symbol", "x"]
_TREES: tuple[Any, ...] = (
    ["Mul", ["Symbol", "n_in"], ["Pow", ["Symbol", "sigma"], ["Integer", 2]], ["Float", "0.5"]],
    ["Pow", ["Add", ["Symbol", "n_in"], ["Symbol", "n_out"]], ["Rational", -1, 2]],
    ["Sum", ["Symbol", "i"], ["Tuple", ["Symbol", "i"], ["Integer", 1], ["Symbol", "n_in"]]],
    ["Tuple", ["Mul", ["Integer", "-1"], ["Symbol", "n_in"]], ["Symbol", "n_in"]],
    ["Equality", ["Symbol", "V"], ["Mul", ["Pi"], ["Exp1"], ["sqrt", ["Symbol", "gamma"]]]],
    [
        *("Product", ["Mul", ["Indexed", ["IndexedBase", ["Symbol", "w"]], ["Symbol", "i"]]]),
        ["Tuple", ["Symbol", "i"], ["Integer", 2], ["Symbol", "N"]],
    ],
    ["Subs", ["Derivative", ["sigma", _X], ["Tuple", _X, 1]], ["Tuple", _X], ["Tuple", _X]],
    ["Apply", "dsigma", ["Indexed", "s", ["Integer", 1]]],
    ["Max", ["Abs", ["Symbol", "sigma"]], ["log", ["Symbol", "gamma"]]],
    "n_in*sigma**2*gamma**2",
    3,
    0.5,
)
_LEAVES = (
    *(None, True, 0, 1, -1, 2, 10**50, 10**5000, 0.5, float("nan"), float("inf"), 1e308, 1j, b"x"),
    *("", "x", "n_in", "Symbol", "Integer", "Tuple", "Evil", "w", "1" * 60, "\\sigma^2", "\ud800"),
    *([], ["Pi"], ["Integer", 0], ["Rational", 1, 0], ["Float", "nan"], ["Symbol", "n_in"], {}),
    *(["Pow", ["Integer", 9], ["Integer", 999]], ["factorial", ["Integer", 500]], ["exp", ["Pi"]]),
    *(np.ones(2), np.float64(1), TensorValue(np.ones(2)), Remote(1, "m.C"), frozenset({1})),
    *({"a": 1}, (1, 2), ["Sum", ["Integer", 1], ["Symbol", "i"], ["Integer", 1], ["Integer", 60]]),
)


def make_tree(rng: Random) -> tuple[int, Any]:
    tree = rng.choice(_TREES)
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        tree = reshaped(rng, tree, (*_LEAVES, *_TREES) if rng.random() < 0.5 else _LEAVES)
    return rng.randrange(len(QUESTIONS)), tree


def run_tree(case: tuple[int, Any]) -> bool:
    number, tree = case
    try:
        readings = read(tree, QUESTIONS[number])
    except Unreadable as error:
        _check_message(error.message)
        return False
    assert 1 <= len(readings) <= MOST_READINGS
    return True


def make_answer(rng: Random) -> tuple[int, Any]:
    """Whatever may come as an answer, most of it readable."""
    number = rng.randrange(len(QUESTIONS))
    if rng.random() < 0.3:
        return make_tree(rng)
    if rng.random() < 0.3:
        return number, rng.choice(_corpus()).decode()
    return number, _text(rng)


def run_answer(case: tuple[int, Any]) -> bool:
    number, answer = case
    try:
        judgement = judge(answer, QUESTIONS[number], _SEED)
    except Unreadable as error:
        _check_message(error.message)
        return False
    _check_message(judgement.message)
    assert judgement.verdict in Verdict
    assert 0 <= judgement.credit <= 1
    assert judgement.credit < 1 or judgement.verdict is Verdict.EQUAL
    return True


_RETURNED = (
    *(None, True, 0, 1, 2.0, float("nan"), float("-inf"), 1e308, 5e-324, 10**400, 10**5000, 1j),
    *("x", b"", [], [1.0], (1.0, 2.0), [None], {}, np.float32(1), np.ones(()), np.ones(2), object),
    *(
        np.ones((2, 2)),
        np.array([math.nan]),
        np.int64(3),
        np.bool_(1),
        np.zeros(0),
        [[1.0]],
        1 + 0j,
    ),
)


def make_returned(rng: Random) -> tuple[int, list[Any], str]:
    """What a function returned at the points: right values, most of them replaced."""
    number = rng.choice((0, 2))
    values: list[Any] = []
    for at in sample_points(QUESTIONS[number], _SEED):
        right = at["n_in"] * at["sigma"] ** 2 * at["gamma"] ** 2
        bound = math.sqrt(6 / (at["n_in"] + at["n_out"]))
        values.append(right if number == 0 else [-bound, bound])
    for _ in range(rng.randrange(14)):
        values[rng.randrange(len(values))] = rng.choice(_RETURNED)
    if rng.random() < 0.2:
        values = [rng.choice(_RETURNED)] * len(values)
    return number, values, rng.choice(("float64", "float32", "float16"))


def run_returned(case: tuple[int, list[Any], Any]) -> bool:
    number, values, precision = case
    question = QUESTIONS[number]
    points = sample_points(question, _SEED)
    try:
        judgement = judge_values(points, values, question, _SEED, precision)
    except Unreadable as error:
        _check_message(error.message)
        return False
    _check_message(judgement.message)
    return True


TARGETS = (
    Target("formula-texts", make_text, run_text),
    Target("formula-trees", make_tree, run_tree),
    Target("verdicts", make_answer, run_answer),
    Target("returned", make_returned, run_returned),
)
