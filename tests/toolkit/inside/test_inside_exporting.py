"""What a student's code returns becomes plain values, and what is none stays inside."""

import collections
import decimal
import fractions
import math
import sys

import numpy as np
import pytest

from autograder.inside.exporting import Handles, formula
from autograder.inside.sympy_walk import MAX_TREE_LEVELS, MAX_TREE_NODES, tree
from autograder.wire.faults import WireFault
from autograder.wire.values import Remote, TensorValue, decode, encode


def sent(value):
    return decode(encode(value, Handles().hooks()))


@pytest.mark.parametrize(
    ("value", "arrives"),
    [
        (fractions.Fraction(1, 4), 0.25),
        (decimal.Decimal("0.5"), 0.5),
        (range(3), [0, 1, 2]),
        ((range(2), [fractions.Fraction(1, 2)]), ([0, 1], [0.5])),
        (np.array(fractions.Fraction(1, 2), dtype=object), 0.5),
        (np.array([fractions.Fraction(1, 2), None], dtype=object), [0.5, None]),
        (np.array(["a", "b"]), ["a", "b"]),
        (np.array([[1, "a"]], dtype=object), [[1, "a"]]),
        (collections.namedtuple("Pair", "s o")([1.0], 2), ([1.0], 2)),
        (collections.defaultdict(list, a=[1]), {"a": [1]}),
    ],
)
def test_relatives_of_numbers_arrive_as_numbers(value, arrives):
    assert sent(value) == arrives


def test_zero_dimensional_arrays_stay_arrays():
    arrived = sent(np.array(2.5))
    assert (arrived.shape, arrived.dtype, float(arrived)) == ((), np.float64, 2.5)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (iter([1]), "builtins.list_iterator"),
        ((n for n in range(3)), "builtins.generator"),
        (map(abs, [1]), "builtins.map"),
        (len, "builtins.builtin_function_or_method"),
        (object(), "builtins.object"),
        (..., "builtins.ellipsis"),
        (np.datetime64("2020-01-01"), "numpy.datetime64"),
    ],
)
def test_everything_else_stays_inside_under_a_number(value, kind):
    handles = Handles()
    (arrived,) = decode(encode([value], handles.hooks()))
    assert arrived == Remote(1, kind)
    assert handles[1] is value
    assert decode(encode(arrived), handles.hooks()) is value


@pytest.mark.parametrize(
    "value",
    [range(10**12), fractions.Fraction(10**400), decimal.Decimal("sNaN"), 10**20_000],
    ids=["range", "fraction", "decimal", "integer"],
)
def test_what_is_too_much_for_the_wire_is_a_wire_fault(value):
    with pytest.raises(WireFault):
        sent([value])


def test_tensors_arrive_as_arrays_of_their_precision():
    torch = pytest.importorskip("torch")
    parameter = torch.nn.Parameter(torch.ones(2, 3))
    cases = {
        parameter: np.float32,
        torch.tensor(1.5, dtype=torch.float64): np.float64,
        torch.tensor([1, 2]): np.int64,
        torch.tensor([True]): np.bool_,
        torch.ones(2, dtype=torch.bfloat16): np.float32,
        torch.ones(2, dtype=torch.float16): np.float16,
        torch.tensor([1j]).conj(): np.complex64,
        torch.eye(2).to_sparse(): np.float32,
    }
    for tensor, dtype in cases.items():
        arrived = sent(tensor)
        assert type(arrived) is TensorValue
        assert arrived.array.dtype == dtype
        assert arrived.array.shape == tuple(tensor.shape)
    mixed = sent([torch.tensor(1.0), 2.0, np.float32(3)])
    assert [float(getattr(one, "array", one)) for one in mixed] == [1.0, 2.0, 3.0]


def test_tensors_come_back_as_tensors_that_torch_may_change():
    torch = pytest.importorskip("torch")
    hooks = Handles().hooks()
    arrived = decode(encode(TensorValue(np.arange(3.0))), hooks)
    arrived += 1
    assert arrived.tolist() == [1.0, 2.0, 3.0]
    assert arrived.dtype == torch.float64


def test_numbers_of_sympy_arrive_as_numbers_and_formulas_stay_inside():
    sympy = pytest.importorskip("sympy")
    x = sympy.Symbol("x")
    assert sent(sympy.Rational(1, 4)) == 0.25
    assert sent(sympy.sqrt(2)) == pytest.approx(math.sqrt(2))
    assert sent(sympy.I) == 1j
    assert sent(sympy.oo) == math.inf
    assert type(sent(x + 1)) is Remote
    assert type(sent([sympy.Matrix([x])])[0]) is Remote
    assert sent(sympy.Matrix([[1, sympy.Rational(1, 2)]])) == [[1, 0.5]]


def test_data_frames_are_not_missed_where_there_is_no_pandas(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.setitem(sys.modules, "torch", None)
    monkeypatch.setitem(sys.modules, "sympy", None)
    assert type(sent(object())) is Remote
    assert sent(np.arange(2)).tolist() == [0, 1]
    assert formula("2*n") == {"text": "2*n"}
    assert decode(encode(TensorValue(np.arange(2))), Handles().hooks()).tolist() == [0, 1]


def test_a_formula_answer_is_tagged_by_what_it_is():
    assert formula("n_in*sigma**2") == {"text": "n_in*sigma**2"}
    assert formula(np.str_("a")) == {"text": "a"}
    assert formula(0) == {"number": 0}
    assert formula(np.float32(0.5)) == {"number": 0.5}
    assert formula(np.array("2*n")) == {"text": "2*n"}
    assert formula(np.array(2.5)) == {"number": 2.5}
    assert formula(("-a", 1)) == {"items": [{"text": "-a"}, {"number": 1}]}
    assert formula({"m": 0, "s": "a"}) == {"items": [{"number": 0}, {"text": "a"}]}
    assert formula(np.array([1, 2])) == {"items": [{"number": 1}, {"number": 2}]}
    assert formula(lambda n: n) == {"callable": True}
    assert formula(None) == {"other": "builtins.NoneType"}
    assert formula(...) == {"other": "builtins.ellipsis"}
    assert formula([[[[[1]]]]])["items"][0]["items"][0]["items"][0] == {"other": "builtins.list"}
    assert len(formula(list(range(50)))["items"]) == 20
    assert len(formula("x" * 20_000)["text"]) == 10_000


def test_an_array_that_contains_itself_is_no_endless_formula():
    array = np.empty((), dtype=object)
    array[()] = array
    assert "other" in formula(array)


def test_a_sympy_formula_becomes_a_tree_of_plain_values():
    sympy = pytest.importorskip("sympy")
    n, s = sympy.symbols("n_in sigma")
    assert formula(n * s**2) == {
        "sympy": ["Mul", ["Symbol", "n_in"], ["Pow", ["Symbol", "sigma"], ["Integer", 2]]]
    }
    assert tree(sympy.Rational(-1, 3)) == ["Rational", -1, 3]
    assert tree(sympy.Float("0.5"))[0] == "Float"
    assert tree(sympy.pi) == ["Pi"]
    assert tree(sympy.Dummy("x")) == ["Symbol", "x"]
    assert formula(sympy.Matrix([n, 1])) == {
        "items": [{"sympy": ["Symbol", "n_in"]}, {"sympy": ["Integer", 1]}]
    }
    assert formula(np.array(n, dtype=object)) == {"sympy": ["Symbol", "n_in"]}
    decode(encode(formula(sympy.Integer(10**2000))))


def test_a_formula_that_is_too_large_or_too_deep_is_a_wire_fault():
    sympy = pytest.importorskip("sympy")
    x = sympy.Symbol("x")
    deep = x
    for _ in range(MAX_TREE_LEVELS):
        deep = sympy.sin(deep)
    decode(encode(formula(deep)))
    with pytest.raises(WireFault, match="levels"):
        formula(sympy.sin(deep))
    wide = sympy.Add(*(sympy.Symbol(f"x{n}") for n in range(MAX_TREE_NODES)))
    with pytest.raises(WireFault, match="nodes"):
        formula(wide)
