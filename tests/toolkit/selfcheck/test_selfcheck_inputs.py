"""Inputs are what the table says, and fresh for every call."""

import math

import numpy as np
import pytest

from autograder.selfcheck.inputs import NoInput, arguments, made


def test_a_sequence_counts_from_one():
    w = made({"sequence": 4}, {})
    assert w.shape == (5,)
    assert math.isnan(w[0])
    assert np.isfinite(w[1:]).all()
    assert made({"sequence": 2, "first": 0.7}, {})[0] == 0.7


def test_what_an_answer_does_to_its_input_is_gone_in_the_next_call():
    case = {"w": {"array": [2, 3]}, "names": ["a"]}
    first = arguments(case, {})
    first["w"][:] = 0
    first["names"].clear()
    second = arguments(case, {})
    assert (second["w"] != 0).all()
    assert second["names"] == ["a"]


@pytest.mark.parametrize("name", ["tanh", "sigmoid", "softplus"])
def test_a_derivative_belongs_to_its_function(name):
    function, derivative = made({"function": name}, {}), made({"derivative": name}, {})
    z, h = np.array([-1.3, 0.2, 2.0]), 1e-6
    assert derivative(z) == pytest.approx((function(z + h) - function(z - h)) / (2 * h), rel=1e-6)
    torch = pytest.importorskip("torch")
    assert np.asarray(function(torch.from_numpy(z))) == pytest.approx(function(z))
    assert function(0.2) == pytest.approx(function(z)[1])


def test_networks_tensors_and_labels_fit_together():
    torch = pytest.importorskip("torch")
    net, x = made({"mlp": [2, 4, 3]}, {}), made({"tensor": [5, 2]}, {})
    labels = made({"labels": [5, 3]}, {})
    loss = torch.nn.functional.cross_entropy(net(x), labels)
    assert x.dtype == torch.float32
    assert torch.isfinite(loss)
    assert [type(layer).__name__ for layer in net] == ["Linear", "ReLU", "Linear"]


def test_the_same_generator_draws_the_same():
    one, two = (made({"generator": 7}, {}) for _ in range(2))
    assert one.uniform() == two.uniform()


def test_an_input_may_come_from_the_notebook_itself():
    spec = {"of": "bauen", "with": {"n": 3}}
    assert made(spec, {"bauen": lambda n: list(range(n))}) == [0, 1, 2]


@pytest.mark.parametrize(
    "names", [{}, {"bauen": 3}, {"bauen": lambda n: None}, {"bauen": lambda n: 1 / 0}]
)
def test_a_missing_or_broken_function_of_the_notebook_is_named(names):
    with pytest.raises(NoInput) as caught:
        made({"of": "bauen", "with": {"n": 3}}, names)
    assert "„bauen“" in caught.value.message.de


def test_a_missing_library_is_named(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "torch", None)
    with pytest.raises(NoInput, match="torch"):
        made({"tensor": [2]}, {})
