"""Trains many small ReLU networks at once: one tensor operation for all of them.

Everything has a leading dimension M for the networks; they share widths and batch size and
nothing else. ``tests/toolkit/checks/test_checks_batched.py`` holds it against the single loop.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from torch import Tensor

from autograder.checks.training import Sgd, Task


@dataclass(frozen=True)
class Networks:
    """``weights[l]``: (M, n_out, n_in); ``biases[l]``: (M, 1, n_out); changed by training."""

    weights: list[Tensor]
    biases: list[Tensor]

    def __call__(self, x: Tensor) -> Tensor:
        """(M, N, n_0) → logits (M, N, n_L)."""
        for number, (weight, bias) in enumerate(zip(self.weights, self.biases, strict=True)):
            x = torch.baddbmm(bias, torch.relu(x) if number else x, weight.transpose(1, 2))
        return x

    def finite(self) -> Tensor:
        """(M,): networks without a NaN or an infinite weight."""
        parts = (*self.weights, *self.biases)
        return torch.stack([torch.isfinite(p).flatten(1).all(1) for p in parts]).all(0)


@dataclass(frozen=True)
class Data:
    """Points (M, N, 2) in single precision and classes (M, N)."""

    x_train: Tensor
    y_train: Tensor
    x_test: Tensor
    y_test: Tensor


def stacked(tasks: Sequence[Task]) -> Data:
    """The tasks of several networks."""

    def points(name: str) -> Tensor:
        return torch.from_numpy(np.stack([getattr(t, name) for t in tasks]).astype(np.float32))

    def classes(name: str) -> Tensor:
        return torch.from_numpy(np.stack([getattr(t, name) for t in tasks]))

    return Data(points("x_train"), classes("y_train"), points("x_test"), classes("y_test"))


Draw = Callable[[int, int, int, torch.Generator], tuple[Tensor, Tensor]]
"""(M, n_in, n_out, generator) → weights (M, n_out, n_in) and biases (M, 1, n_out)."""


def normal(variance: Callable[[int, int], float]) -> Draw:
    """Normal weights whose variance depends on (n_in, n_out); biases 0."""

    def draw(m: int, n_in: int, n_out: int, g: torch.Generator) -> tuple[Tensor, Tensor]:
        weights = torch.randn(m, n_out, n_in, generator=g) * math.sqrt(variance(n_in, n_out))
        return weights, torch.zeros(m, 1, n_out)

    return draw


def uniform(bound: Callable[[int], float], bias: bool) -> Draw:
    """Weights within ±bound(n_in); biases 0 or from the same law."""

    def draw(m: int, n_in: int, n_out: int, g: torch.Generator) -> tuple[Tensor, Tensor]:
        weights = (2 * torch.rand(m, n_out, n_in, generator=g) - 1) * bound(n_in)
        biases = (2 * torch.rand(m, 1, n_out, generator=g) - 1) * bound(n_in)
        return weights, biases if bias else 0 * biases

    return draw


def drawn(draw: Draw, widths: Sequence[int], networks: int, g: torch.Generator) -> Networks:
    pairs = [draw(networks, n_in, n_out, g) for n_in, n_out in pairwise(widths)]
    return Networks([weights for weights, _ in pairs], [biases for _, biases in pairs])


def orders(sgd: Sgd, networks: int, size: int, g: torch.Generator) -> Tensor:
    """(epochs, M, N): the order of the training points, drawn anew for each."""
    return torch.rand(sgd.epochs, networks, size, generator=g).argsort(-1)


def train(sgd: Sgd, nets: Networks, data: Data, order: Tensor) -> None:
    """Plain SGD on the mean cross entropy; ends early where no network is finite any more."""
    rows = torch.arange(len(data.x_train))[:, None]
    for epoch in order:
        for first in range(0, epoch.shape[1], sgd.batch):
            index = epoch[:, first : first + sgd.batch]
            _step(sgd, nets, data.x_train[rows, index], data.y_train[rows, index])
        if not nets.finite().any():
            return


def _step(sgd: Sgd, nets: Networks, x: Tensor, y: Tensor) -> None:
    inputs = [x]
    for weight, bias in zip(nets.weights, nets.biases, strict=True):
        z = torch.baddbmm(bias, inputs[-1], weight.transpose(1, 2))
        inputs.append(torch.relu(z))
    gradient = torch.softmax(z, -1)
    gradient.scatter_add_(2, y[..., None], torch.full((*y.shape, 1), -1.0))
    gradient /= y.shape[1]
    for number in reversed(range(len(nets.weights))):
        by_weight = torch.bmm(gradient.transpose(1, 2), inputs[number])
        by_bias = gradient.sum(1, keepdim=True)
        if number:
            gradient = torch.bmm(gradient, nets.weights[number]) * (inputs[number] > 0)
        nets.weights[number].sub_(by_weight, alpha=sgd.learning_rate)
        nets.biases[number].sub_(by_bias, alpha=sgd.learning_rate)


def accuracies(nets: Networks, x: Tensor, y: Tensor) -> Tensor:
    """(M,): share of right predictions; a point with a NaN logit is wrong."""
    logits = nets(x)
    right = (logits.argmax(-1) == y) & ~logits.isnan().any(-1)
    return right.float().mean(1)


def losses(nets: Networks, x: Tensor, y: Tensor) -> Tensor:
    """(M,): mean cross entropy."""
    chosen = torch.log_softmax(nets(x), -1).gather(2, y[..., None])
    return -chosen.mean((1, 2))
