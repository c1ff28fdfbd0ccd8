"""Tests of random answers keep the level that they state."""

import numpy as np
import pytest

from autograder.checks.sampling import mean_slack, mean_square_slack

SIZE, RUNS = 400, 4_000
DRAWS = {
    "normal": lambda rng: rng.normal(size=(RUNS, SIZE)),
    "uniform": lambda rng: rng.uniform(-np.sqrt(3), np.sqrt(3), size=(RUNS, SIZE)),
    "signs": lambda rng: rng.choice([-1.0, 1.0], size=(RUNS, SIZE)),
}


@pytest.mark.parametrize("draw", DRAWS.values(), ids=DRAWS)
def test_right_samples_are_turned_away_no_more_often_than_stated(draw):
    sample, level = draw(np.random.default_rng(0)), 0.02
    means = np.abs(sample.mean(axis=1)) / np.sqrt((sample**2).mean(axis=1))
    squares = np.abs((sample**2).mean(axis=1) - 1)
    assert np.mean(means > mean_slack(SIZE, level)) <= level
    assert np.mean(squares > mean_square_slack(SIZE, level)) <= level


def test_larger_samples_and_larger_levels_leave_less_slack():
    for slack in (mean_slack, mean_square_slack):
        assert slack(1_000) > slack(10_000) > slack(10_000, 1e-3)
    assert mean_square_slack(7_680) < 0.13
