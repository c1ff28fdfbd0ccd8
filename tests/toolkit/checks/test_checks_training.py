"""The trusted side's own task and training."""

import math

import numpy as np
import pytest
from numpy.testing import assert_allclose

from autograder.checks.networks import Network, draw_network
from autograder.checks.training import (
    SIDE,
    Sgd,
    accuracy,
    cross_entropy,
    unequal_widths,
    voronoi_task,
)


@pytest.fixture
def rng():
    return np.random.default_rng(3)


def test_no_class_is_rare_and_none_is_most_of_the_square(rng):
    for _ in range(5):
        task = voronoi_task(rng, classes=5, train=400, test=400)
        shares = np.bincount(np.concatenate([task.y_train, task.y_test]), minlength=5) / 800
        assert shares.min() > 0.04
        assert shares.max() < 0.45
        assert np.abs(task.x_train).max() <= SIDE


def test_points_are_handed_over_in_single_precision_without_changing(rng):
    task = voronoi_task(rng, classes=3, train=10, test=5)
    x, y, x_test, _ = (part.array for part in task.by_value())
    assert (x.dtype, y.dtype, x_test.shape) == (np.float32, np.int64, (5, 2))
    assert np.array_equal(x.astype(float), task.x_train)


def test_other_test_labels_leave_the_rest_as_it_is(rng):
    task = voronoi_task(rng, classes=3, train=10, test=5)
    other = task.with_test_labels(np.zeros(5, dtype=np.int64))
    assert not other.y_test.any()
    assert other.x_test is task.x_test


def test_widths_near_the_asked_for_one_are_all_different(rng):
    widths = unequal_widths(rng, 2, 32, 11, 5)
    assert (len(widths), widths[0], widths[-1]) == (12, 2, 5)
    assert len(set(widths)) == 12
    assert all(27 <= n <= 37 for n in widths[1:-1])


def test_a_prediction_of_nan_is_wrong():
    logits = np.array([[0.0, 1.0], [np.nan, 5.0], [2.0, 1.0], [np.inf, 0.0]])
    assert accuracy(logits, np.array([1, 1, 1, 0])) == 0.5


def test_the_cross_entropy_is_that_of_softmax():
    assert cross_entropy(np.zeros((4, 5)), np.arange(4)) == pytest.approx(math.log(5))
    assert cross_entropy(np.array([[1e9, 0.0]]), np.array([0])) == pytest.approx(0)
    assert math.isnan(cross_entropy(np.array([[np.nan, 0.0]]), np.array([0])))


def test_training_lowers_the_loss_and_leaves_the_start_as_it_was(rng):
    task = voronoi_task(rng, classes=5, train=300, test=300)
    start = draw_network(rng, (2, 16, 5))
    before = start.weights[0].copy()
    after = Sgd(0.05, 15, 25).train(start, task, rng)
    assert np.array_equal(start.weights[0], before)
    losses = [cross_entropy(net(task.x_train), task.y_train) for net in (start, after)]
    assert losses[1] < 0.6 * losses[0]
    assert accuracy(after(task.x_test), task.y_test) > 0.7


def test_weights_that_are_too_large_end_in_nan_and_not_in_a_warning(rng):
    task = voronoi_task(rng, classes=5, train=100, test=50)
    after = Sgd(0.05, 3, 25).train(draw_network(rng, (2, *[32] * 10, 5), gain=64.0), task, rng)
    assert accuracy(after(task.x_test), task.y_test) < 0.6


def test_one_step_is_the_gradient_of_the_mean_loss(rng):
    task = voronoi_task(rng, classes=3, train=20, test=5)
    start = draw_network(rng, (2, 4, 3), bias_deviation=0.2)
    after = Sgd(0.1, 1, 20).train(start, task, rng)
    step = 1e-5
    for layer, place in ((0, (1, 0)), (1, (2, 3))):
        moved = []
        for sign in (1, -1):
            weights = [w.copy() for w in start.weights]
            weights[layer][place] += sign * step
            moved.append(
                cross_entropy(Network(tuple(weights), start.biases)(task.x_train), task.y_train)
            )
        slope = (moved[0] - moved[1]) / (2 * step)
        change = after.weights[layer][place] - start.weights[layer][place]
        assert_allclose(change, -0.1 * slope, atol=2e-6)
