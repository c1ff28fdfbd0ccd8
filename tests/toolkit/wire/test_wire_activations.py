"""The activations that both sides make: the same numbers everywhere, with the right slope."""

import math
import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.wire.activations import Activation
from autograder.wire.faults import WireFault

MIX = {"a": 0.9, "b": 1.1, "c": -0.3, "d": 0.2, "e": 0.8, "f": 0.4, "g": 0.35}
ALL = [Activation(kind, {}) for kind in ("identity", "tanh", "sigmoid", "softplus")]
ALL.append(Activation("mix", MIX))
every = pytest.mark.parametrize("sigma", ALL, ids=lambda sigma: sigma.kind)


@every
@given(z=st.floats(-6, 6))
def test_the_derivative_is_the_slope(sigma, z):
    h = 1e-5
    slope = (sigma(z + h) - sigma(z - h)) / (2 * h)
    assert math.isclose(sigma.derivative(z), slope, rel_tol=1e-6, abs_tol=1e-9)


@every
@pytest.mark.parametrize("order", [0, 1])
def test_floats_arrays_and_tensors_give_the_same_numbers(sigma, order):
    torch = pytest.importorskip("torch")
    function = sigma.derivative if order else sigma
    points = [-2.5, -0.25, 0.0, 0.5, 3.0]
    expected = np.array([function(z) for z in points])
    assert np.allclose(function(np.array(points)), expected, rtol=1e-14)
    assert np.allclose(function(points), expected, rtol=1e-14)
    tensor = function(torch.tensor(points, dtype=torch.float64))
    assert np.allclose(tensor.numpy(), expected, rtol=1e-14)


@every
@pytest.mark.parametrize("code", ["e", "f", "d"])
def test_the_precision_stays_that_of_the_argument(sigma, code):
    torch = pytest.importorskip("torch")
    for function in (sigma, sigma.derivative):
        array = np.array([0.5, -1.0], dtype=code)
        assert function(array).dtype == array.dtype
        assert function(array[0]).dtype == array.dtype
        tensor = torch.from_numpy(array)
        assert function(tensor).dtype == tensor.dtype
    assert type(sigma(0.5)) is float


@every
def test_torch_can_differentiate_it(sigma):
    torch = pytest.importorskip("torch")
    z = torch.tensor([-1.5, 0.0, 0.7], dtype=torch.float64, requires_grad=True)
    sigma(z).sum().backward()
    assert torch.allclose(z.grad, sigma.derivative(z.detach()), rtol=1e-12)


@every
@pytest.mark.parametrize("z", [math.inf, -math.inf, math.nan, 1e308, -1e308, 800.0, -800.0])
def test_no_float_makes_it_fail(sigma, z):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert type(sigma(z)) is float
        assert type(sigma.derivative(z)) is float


def test_large_arguments_do_not_overflow():
    softplus = Activation("softplus", {})
    assert softplus(800.0) == 800.0
    assert softplus(np.float32(90)) == np.float32(90)


@pytest.mark.parametrize(
    ("kind", "parameters", "order"),
    [("relu", {}, 0), ("tanh", {"a": 1.0}, 0), ("mix", {}, 0), ("tanh", {}, 2), ("", {}, 0)],
)
def test_other_names_and_parameters_are_refused(kind, parameters, order):
    with pytest.raises(WireFault, match="activation"):
        Activation(kind, parameters, order)
