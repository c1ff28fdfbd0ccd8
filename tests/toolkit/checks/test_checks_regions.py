"""Linear regions are counted as geometry says."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.checks.networks import Network, draw_network
from autograder.checks.regions import (
    clear_of_ties,
    count_regions,
    hidden_values,
    largest_count,
    normalised,
    patterns,
)

ANGLES = np.linspace(0, 2 * np.pi, 20_001)[:-1] + 1e-4
CIRCLE = np.stack([np.cos(ANGLES), np.sin(ANGLES)], axis=1)
AXIS = np.linspace(-3, 3, 121)
GRID = np.stack(np.meshgrid(AXIS, AXIS), axis=-1).reshape(-1, 2)


def regions(network, x, normalise=False):
    return count_regions(patterns(hidden_values(network, x, normalise)))


@pytest.mark.parametrize("units", [1, 2, 5, 8])
def test_without_biases_one_layer_cuts_the_plane_into_twice_as_many_sectors(units):
    network = draw_network(np.random.default_rng(units), (2, units, 3))
    assert regions(network, CIRCLE) == 2 * units


def test_without_biases_the_picture_does_not_depend_on_the_scale():
    network = draw_network(np.random.default_rng(0), (2, 6, 5, 3))
    larger = Network(tuple(10 * w for w in network.weights), network.biases)
    assert np.array_equal(
        patterns(hidden_values(network, GRID)), patterns(hidden_values(larger, GRID))
    )


@given(st.integers(1, 9), st.integers(0, 1000))
@settings(max_examples=25, deadline=None)
def test_lines_in_general_position_cut_into_no_more_regions_than_zaslavsky_says(units, seed):
    network = draw_network(np.random.default_rng(seed), (2, units, 3), bias_deviation=1.0)
    assert regions(network, GRID) <= largest_count(units)


def test_without_a_hidden_layer_there_is_one_region():
    assert largest_count(0) == 1
    assert count_regions(np.zeros((7, 0), dtype=bool)) == 1


def test_normalised_units_have_mean_zero_and_variance_one():
    z = np.random.default_rng(0).normal(3, 5, size=(50, 4))
    for ddof in (0, 1):
        result = normalised(z, ddof)
        assert np.allclose(result.mean(axis=0), 0)
        assert np.allclose(result.var(axis=0, ddof=ddof), 1)


def test_normalisation_makes_more_regions_from_the_second_layer_on():
    rng = np.random.default_rng(2)
    for _ in range(3):
        network = draw_network(rng, (2, 8, 8, 8, 3))
        assert regions(network, GRID, True) > regions(network, GRID)
    one = draw_network(rng, (2, 6, 3))
    assert regions(one, GRID, True) <= 2 * 6


def test_points_near_a_tie_are_told():
    values = [np.array([[0.5, -0.2], [1e-5, 3.0]]), np.array([[1.0], [2.0]])]
    assert clear_of_ties(values, 1e-3).tolist() == [True, False]
