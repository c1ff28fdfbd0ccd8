"""A small classification task in the plane, and plain SGD on it: the trusted side's own run.

Classes are unions of Voronoi cells of random sites in the square [-√3, √3]²; points are uniform
in it, so that each coordinate has mean 0 and variance 1. True labels of test points never leave
the trusted side unless a check hands them in.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from autograder.checks.networks import Network, SingleArray
from autograder.checks.values import FloatArray
from autograder.wire.values import TensorValue

IntArray = npt.NDArray[np.int64]

SIDE = math.sqrt(3)

_PROBES = 2_000
"""Points by which the share of each class is measured."""


@dataclass(frozen=True)
class Task:
    """Points of shape (N, 2), exact in single precision, and their classes (N,)."""

    x_train: FloatArray
    y_train: IntArray
    x_test: FloatArray
    y_test: IntArray
    classes: int

    def with_test_labels(self, labels: IntArray) -> "Task":
        return replace(self, y_test=labels)

    def by_value(self) -> tuple[TensorValue, TensorValue, TensorValue, TensorValue]:
        """``x_train, y_train, x_test, y_test`` as the student gets them: float32 and int64."""
        return (
            points(self.x_train),
            TensorValue(self.y_train),
            points(self.x_test),
            TensorValue(self.y_test),
        )


def points(x: FloatArray) -> TensorValue:
    """Points as a float32 tensor on the student's side."""
    return TensorValue(x.astype(np.float32))


def voronoi_task(
    rng: np.random.Generator,
    *,
    classes: int,
    train: int,
    test: int,
    shares: tuple[float, float] = (0.1, 0.35),
    cells_per_class: int = 1,
) -> Task:
    """Random sites, redrawn until every class covers between ``shares`` of the square."""
    probes = rng.uniform(-SIDE, SIDE, size=(_PROBES, 2))
    while True:
        sites = rng.uniform(-SIDE, SIDE, size=(classes * cells_per_class, 2))
        found = np.bincount(_nearest(probes, sites) % classes, minlength=classes) / _PROBES
        if found.min() >= shares[0] and found.max() <= shares[1]:
            break
    x = rng.uniform(-SIDE, SIDE, size=(train + test, 2)).astype(np.float32).astype(np.float64)
    y = _nearest(x, sites) % classes
    return Task(x[:train], y[:train], x[train:], y[train:], classes)


def unequal_widths(
    rng: np.random.Generator, inputs: int, hidden: int, layers: int, outputs: int
) -> list[int]:
    """Widths of a network with ``layers`` layers, all different, the hidden ones near ``hidden``.

    Where widths differ, the shapes of the parameters tell which layer they belong to.
    """
    spread = layers // 2
    near = hidden + np.arange(-spread, spread + 1)
    return [inputs, *(int(n) for n in rng.permutation(near)[: layers - 1]), outputs]


def _nearest(x: FloatArray, sites: FloatArray) -> IntArray:
    """Index of the nearest site of each point."""
    found: IntArray = ((x[:, None] - sites) ** 2).sum(-1).argmin(-1)
    return found


def accuracy(logits: FloatArray, labels: IntArray) -> float:
    """Share of right predictions; a point whose logits hold a NaN is wrong."""
    valid = ~np.isnan(logits).any(axis=1)
    return float(np.mean(valid & (np.argmax(np.nan_to_num(logits), axis=1) == labels)))


def cross_entropy(logits: FloatArray, labels: IntArray) -> float:
    """Mean over the points, in nats; NaN where logits are not finite."""
    with np.errstate(all="ignore"):
        largest = logits.max(axis=1, keepdims=True)
        log_sum = np.log(np.exp(logits - largest).sum(axis=1)) + largest[:, 0]
        return float(np.mean(log_sum - logits[np.arange(len(labels)), labels]))


@dataclass(frozen=True)
class Sgd:
    """Plain stochastic gradient descent: no momentum, no decay, a new order every epoch."""

    learning_rate: float
    epochs: int
    batch: int

    def train(self, start: Network, task: Task, rng: np.random.Generator) -> Network:
        """The trained network; computes in single precision, as torch does."""
        weights, biases = start.by_value()
        x, y = task.x_train.astype(np.float32), task.y_train
        with np.errstate(all="ignore"):
            for _ in range(self.epochs):
                order = rng.permutation(len(x))
                for first in range(0, len(x), self.batch):
                    rows = order[first : first + self.batch]
                    self._step(weights, biases, x[rows], y[rows])
        return Network(
            tuple(w.astype(np.float64) for w in weights),
            tuple(b.astype(np.float64) for b in biases),
        )

    def _step(
        self,
        weights: Sequence[SingleArray],
        biases: Sequence[SingleArray],
        x: SingleArray,
        y: IntArray,
    ) -> None:
        inputs = [x]
        for weight, bias in zip(weights, biases, strict=True):
            z = inputs[-1] @ weight.T + bias
            inputs.append(np.maximum(z, 0.0))
        gradient = np.exp(z - z.max(axis=1, keepdims=True))
        gradient /= gradient.sum(axis=1, keepdims=True)
        gradient[np.arange(len(y)), y] -= 1.0
        gradient /= np.float32(len(y))
        rate = np.float32(self.learning_rate)
        for number in reversed(range(len(weights))):
            by_weight, by_bias = gradient.T @ inputs[number], gradient.sum(axis=0)
            if number:
                gradient = (gradient @ weights[number]) * (inputs[number] > 0)
            weights[number][...] -= rate * by_weight
            biases[number][...] -= rate * by_bias
