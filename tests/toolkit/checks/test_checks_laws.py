"""Derivatives by differences and tests of random samples keep what they promise."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.checks.gradients import derivative
from autograder.checks.sampling import (
    dependent_neighbours,
    distance_bound,
    distance_to,
    uniform_cdf,
)


@given(st.floats(-3, 3))
def test_a_derivative_by_differences_is_exact_to_ten_digits(x):
    found = derivative(lambda t: math.sin(t) * math.exp(0.3 * t), x)
    expected = math.exp(0.3 * x) * (math.cos(x) + 0.3 * math.sin(x))
    assert found == pytest.approx(expected, abs=1e-10)


def test_a_derivative_of_nonsense_is_no_number_and_no_failure():
    assert math.isnan(derivative(lambda t: math.inf, 0.5))
    assert math.isnan(derivative(lambda t: math.nan, 0.5))


@pytest.mark.parametrize("seed", range(5))
def test_right_samples_pass_and_others_do_not(seed):
    rng = np.random.default_rng(seed)
    shape = (100, 200)
    bound = distance_bound(20_000)
    uniform = rng.uniform(-1, 1, shape)
    assert distance_to(uniform, uniform_cdf(-1, 1)) < bound
    assert distance_to(rng.normal(0, 1 / math.sqrt(3), shape), uniform_cdf(-1, 1)) > bound
    assert distance_to(1.1 * uniform, uniform_cdf(-1, 1)) > bound
    assert not dependent_neighbours(uniform, 1.0)
    assert dependent_neighbours(np.repeat(uniform, 2, axis=1), 1.0)
