"""``make calibrate``: how surely right initialisations train, and wrong ones do not.

Trains thousands of networks of Lehreinheit 10 by the task that the hidden checks draw, and writes
``docs/calibration.md`` and ``docs/calibration.svg``. One process, one thread.
"""

import argparse
import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

from autograder.checks.training import Sgd, Task, unequal_widths, voronoi_task
from autograder.sheet import Course
from benchmarks import batched, calibration_report
from benchmarks.calibration_report import Finding, Measurement

ROOT = Path(__file__).resolve().parents[1]
SHEET = "lehreinheit10"
CHUNK = 50
"""Networks in one tensor operation: they share their widths."""
FIXED_SEEDS = 25
"""Students' own seeds; each meets so many data sets that the number of seeds is reached."""

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Scheme:
    """An initialisation; ``right`` ones must train."""

    name: str
    draw: batched.Draw
    right: bool = False


SCHEMES = (
    Scheme("He, normal", batched.normal(lambda n_in, _: 2 / n_in), right=True),
    Scheme("He, uniform", batched.uniform(lambda n_in: math.sqrt(6 / n_in), bias=False), True),
    Scheme("2/n_out (wrong fan)", batched.normal(lambda _, n_out: 2 / n_out)),
    Scheme("1/n_in", batched.normal(lambda n_in, _: 1 / n_in)),
    Scheme("Xavier", batched.normal(lambda n_in, n_out: 2 / (n_in + n_out))),
    Scheme("torch's default", batched.uniform(lambda n_in: math.sqrt(1 / n_in), bias=True)),
    Scheme("N(0, 1)", batched.normal(lambda *_: 1.0)),
)


@dataclass(frozen=True)
class Setting:
    """The task of the sheet."""

    values: Mapping[str, float]

    @property
    def sgd(self) -> Sgd:
        return Sgd(
            self.values["learning_rate"],
            int(self.values["epochs"]),
            int(self.values["batch_points"]),
        )

    def task(self, rng: np.random.Generator) -> Task:
        return voronoi_task(
            rng,
            classes=int(self.values["classes"]),
            train=int(self.values["train_points"]),
            test=int(self.values["test_points"]),
        )

    def widths(self, rng: np.random.Generator) -> list[int]:
        layers, classes = int(self.values["layers"]), int(self.values["classes"])
        return unequal_widths(rng, 2, int(self.values["width"]), layers, classes)


def free_seeds(setting: Setting, scheme: Scheme, count: int, seed: int) -> np.ndarray:
    """Accuracies of ``count`` trainings; data, widths, weights and order are new each time."""
    rng, g = np.random.default_rng(seed), torch.Generator().manual_seed(seed)
    found = []
    for size in chunks(count):
        nets = batched.drawn(scheme.draw, setting.widths(rng), size, g)
        found.append(trained(setting, nets, [setting.task(rng) for _ in range(size)], g, g))
    return np.concatenate(found)


def fixed_seeds(setting: Setting, scheme: Scheme, count: int, seed: int) -> np.ndarray:
    """(seeds, data sets): students who always start from their own seed, on new data."""
    rng = np.random.default_rng(seed)
    rows = []
    for number in range(FIXED_SEEDS):
        row = []
        for size in chunks(count // FIXED_SEEDS):
            widths = setting.widths(rng)
            one = batched.drawn(scheme.draw, widths, 1, torch.Generator().manual_seed(number))
            nets = batched.Networks(
                [w.repeat(size, 1, 1) for w in one.weights],
                [b.repeat(size, 1, 1) for b in one.biases],
            )
            tasks = [setting.task(rng) for _ in range(size)]
            order = torch.Generator().manual_seed(number)
            row.append(trained(setting, nets, tasks, order, None))
        rows.append(np.concatenate(row))
    return np.array(rows)


def chunks(count: int) -> Iterator[int]:
    for first in range(0, count, CHUNK):
        yield min(CHUNK, count - first)


def trained(
    setting: Setting,
    nets: batched.Networks,
    tasks: Sequence[Task],
    order: torch.Generator,
    each: torch.Generator | None,
) -> np.ndarray:
    """Test accuracies; without ``each`` all networks see the points in the same order."""
    data = batched.stacked(tasks)
    orders = batched.orders(setting.sgd, len(tasks) if each else 1, data.x_train.shape[1], order)
    batched.train(setting.sgd, nets, data, orders.expand(-1, len(tasks), -1))
    result: np.ndarray = batched.accuracies(nets, data.x_test, data.y_test).numpy()
    return result


def measure(setting: Setting, count: int, power: int, say: Progress) -> Measurement:
    findings = []
    for number, scheme in enumerate(SCHEMES):
        most = 2 * count if scheme.right else count
        runs = power if scheme.name.startswith("N(") else most
        start = time.process_time()
        found = free_seeds(setting, scheme, runs, 1_000 + number)
        findings.append(Finding(scheme.name, "free", scheme.right, found))
        fixed = fixed_seeds(setting, scheme, most, 2_000 + number)
        findings.append(Finding(scheme.name, "fixed", scheme.right, fixed))
        cost = (time.process_time() - start) / (found.size + fixed.size)
        say(f"{scheme.name}: {found.size} + {fixed.size} trainings, {1e3 * cost:.0f} ms each")
    return Measurement(setting.values, tuple(findings))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1_000, help="trainings per scheme and kind")
    parser.add_argument("--power", type=int, default=21_000, help="trainings from N(0, 1)")
    parser.add_argument("--out", type=Path, default=ROOT / "docs")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    values = Course(ROOT).load(SHEET).values
    start = time.monotonic()
    measured = measure(Setting(values), arguments.count, arguments.power, print)
    measured = replace(measured, seconds=time.monotonic() - start)
    calibration_report.write(measured, arguments.out)


if __name__ == "__main__":
    main()
