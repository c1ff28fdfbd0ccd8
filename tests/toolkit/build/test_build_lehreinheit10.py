"""The notebook of Lehreinheit 10: it runs unfilled, and its reference agrees with the theory."""

import io
import json
import math
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch

from autograder.build import reference_notebook
from autograder.build.solutions import CODE_PLACEHOLDER
from autograder.course.sheet import HELPER_TAG, Course
from autograder.selftest.assemble import SHOWING_TAG

COURSE = Course(Path(__file__).parents[3])
SHEET = COURSE.load("lehreinheit10")


def run(text, *, showing):
    """The code cells, one after the other, in one plain namespace."""
    namespace = {"__name__": "__main__"}
    with redirect_stdout(io.StringIO()), plt.rc_context({"backend": "agg"}):
        for cell in json.loads(text)["cells"]:
            tags = cell["metadata"].get("tags", ())
            wanted = showing if SHOWING_TAG in tags else HELPER_TAG not in tags
            if cell["cell_type"] == "code" and wanted:
                exec(compile("".join(cell["source"]), cell["id"], "exec"), namespace)
                plt.close("all")
    return namespace


@cache
def reference():
    return run(reference_notebook(COURSE, SHEET), showing=False)


def net(widths, seed=0, bias=0.0, activation=torch.nn.ReLU):
    return reference()["netz_normal"](widths, seed, activation, bias)


@pytest.mark.parametrize("name", ["lehreinheit10.ipynb", "lehreinheit10.en.ipynb"])
def test_the_untouched_notebook_runs_from_top_to_bottom(name):
    text = (COURSE.assignment(SHEET.id) / name).read_text("utf-8")
    assert CODE_PLACEHOLDER["en" if ".en." in name else "de"] in text
    namespace = run(text, showing=True)
    for task in SHEET.tasks:
        for answer in task.answers:
            if answer.name != "aufgabe_1g_ausgabe":  # given
                assert namespace[answer.name](*answer.arguments) is None


def test_the_data_have_mean_0_variance_1_and_no_tiny_class():
    x, y, *_ = (torch.cat(pair) for pair in zip(*(both(seed) for seed in range(20)), strict=True))
    assert abs(x.mean()) < 0.05
    assert abs(x.var() - 1) < 0.05
    assert set(y.tolist()) == set(range(SHEET.values["classes"]))


def both(seed):
    x_train, y_train, x_test, y_test = reference()["voronoi_daten"](seed)
    y = torch.cat([y_train, y_test])
    shares = torch.bincount(y, minlength=SHEET.values["classes"]) / len(y)
    assert SHEET.values["smallest_class"] <= shares.min()
    assert shares.max() <= SHEET.values["largest_class"]
    return torch.cat([x_train, x_test]), y


def test_measured_variances_follow_the_formula_of_1e():
    widths = (2, 60, 40, 80, 5)
    x = torch.randn(400, 2, generator=torch.Generator().manual_seed(1))
    found = [
        reference()["aufgabe_1c"](net(widths, seed, activation=torch.nn.Identity), x)[-1][1]
        for seed in range(60)
    ]
    assert np.mean(found) == pytest.approx(reference()["aufgabe_1e"](widths, 1.0, 1.0), rel=0.3)
    assert reference()["aufgabe_1e"]((2, *[64] * 10, 5), 1.0, 1.0) == 2 * 64**10


def test_the_scheme_of_1g_keeps_the_variance_over_many_layers():
    widths = (100, *[200] * 20, 5)
    x = torch.randn(200, 100, generator=torch.Generator().manual_seed(2))
    rows = [
        reference()["aufgabe_1c"](reference()["aufgabe_1g_netz"](widths, seed), x)
        for seed in range(20)
    ]
    mean = np.mean(rows, axis=0)[:, 1]
    assert 0.5 < mean[-1] / mean[0] < 2
    for layer in reference()["aufgabe_1g_netz"](widths, 0)[::2]:
        assert layer.weight.var().item() == pytest.approx(2 / layer.in_features, rel=0.2)
        assert not layer.bias.any()


def test_eleven_layers_train_with_the_scheme_and_not_without():
    task, widths = reference()["voronoi_daten"](3), reference()["breiten"](11)
    trained = reference()["aufgabe_1g_training"](
        reference()["aufgabe_1g_netz"](widths, 3), *task, 3
    )
    normal = reference()["aufgabe_1g_training"](net(widths, 3), *task, 3)
    right, wrong = (reference()["loss_und_genauigkeit"](one, *task)[1] for one in (trained, normal))
    assert right > SHEET.values["accuracy"] > wrong


def ring(count=4001):
    """Points on a circle: each cone is met, no point lies on an axis."""
    angle = torch.linspace(0, 2 * math.pi, count)[:-1] + 0.123456 / count
    return torch.stack([angle.cos(), angle.sin()], dim=1)


@pytest.mark.parametrize("units", [3, 5, 8])
def test_one_layer_without_bias_cuts_the_plane_into_twice_as_many_cones_as_units(units):
    regions = reference()["aufgabe_2e_regionen"]
    assert regions(net((2, units, 5), 1), ring(), False) == 2 * units
    points = reference()["gitter"](200)
    assert regions(net((2, units, 5), 1, bias=1.0), points, False) <= 1 + units * (units + 1) // 2


def test_without_bias_the_landscape_does_not_depend_on_the_scale_of_the_weights():
    pattern, points = reference()["aufgabe_2e_muster"], reference()["gitter"](60)
    small = net((2, 8, 8, 5), 4)
    large = net((2, 8, 8, 5), 4)
    with torch.no_grad():
        for weights in large.parameters():
            weights *= 16
    assert torch.equal(pattern(small, points, False), pattern(large, points, False))


def test_normalised_pre_activations_have_mean_0_and_variance_1_and_make_more_regions():
    points = reference()["gitter"](100)
    z = reference()["aufgabe_2e_normieren"](net((2, 6), 5, bias=1.0)(points))
    assert torch.allclose(z.mean(dim=0), torch.zeros(6), atol=1e-5)
    assert torch.allclose(z.var(dim=0), torch.ones(6), atol=1e-4)
    regions = reference()["aufgabe_2e_regionen"]
    plain, normalised = (regions(net((2, 8, 8, 8, 5), 7), points, on) for on in (False, True))
    assert normalised > 2 * plain


def test_the_grid_avoids_the_origin_and_the_axes():
    for size in (2, 7, 150):
        assert reference()["gitter"](size).abs().min() > 1e-3
