"""``make calibrate``: how surely right initialisations train, and wrong ones do not.

Trains thousands of networks of Lehreinheit 10 by the task that the hidden checks draw, and writes
``docs/calibration.md`` and ``docs/calibration.svg``. One process, one thread.
"""

import argparse
import math
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from autograder.checks.training import Sgd, Task, unequal_widths, voronoi_task
from autograder.course.sheet import Course
from benchmarks import batched, calibration_report
from benchmarks.calibration_report import Finding, Measurement

ROOT = Path(__file__).resolve().parents[1]
SHEET = "lehreinheit10"
CHUNK = 50
"""Networks in one tensor operation: they share their widths."""
FIXED_SEEDS = 25
"""Students' own seeds; each meets so many data sets that the number of seeds is reached."""


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


@dataclass(frozen=True)
class Plan:
    """How many trainings, and where finished ones are kept so that a stopped run goes on."""

    count: int
    power: int
    folder: Path

    def runs(self, scheme: Scheme, seeds: str) -> int:
        """Right schemes must miss the threshold rarely, N(0, 1) must reach it hardly ever."""
        if scheme.right:
            return 2 * self.count
        if seeds == "fixed":
            return self.count // 2
        return self.power if scheme.name.startswith("N(") else self.count


def measure(setting: Setting, plan: Plan, schemes: Sequence[int]) -> list[Finding]:
    """Both kinds of seeds for each of these schemes."""
    findings = []
    for number in schemes:
        scheme = SCHEMES[number]
        for seeds, run in (("free", free_seeds), ("fixed", fixed_seeds)):
            kept = plan.folder / f"{number}-{seeds}.npy"
            if not kept.exists():
                start = time.process_time()
                seed = 1_000 + number + 1_000 * (seeds == "fixed")
                found = run(setting, scheme, plan.runs(scheme, seeds), seed)
                np.save(kept, found)
                cost = (time.process_time() - start) / found.size
                print(f"{scheme.name}, {seeds}: {found.size}, {1e3 * cost:.0f} ms each", flush=True)
            findings.append(Finding(scheme.name, seeds, scheme.right, np.load(kept)))
    return findings


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1_000, help="trainings per scheme and kind")
    parser.add_argument("--power", type=int, default=21_000, help="trainings from N(0, 1)")
    parser.add_argument("--only", type=int, nargs="*", help="numbers of schemes; no report")
    parser.add_argument("--keep", type=Path, default=Path(".calibration"), help="finished findings")
    parser.add_argument("--out", type=Path, default=ROOT / "docs")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    arguments.keep.mkdir(exist_ok=True)
    values = Course(ROOT).load(SHEET).values
    plan = Plan(arguments.count, arguments.power, arguments.keep)
    schemes = range(len(SCHEMES)) if arguments.only is None else arguments.only
    findings = measure(Setting(values), plan, schemes)
    if arguments.only is None:
        calibration_report.write(Measurement(values, tuple(findings)), arguments.out)


if __name__ == "__main__":
    main()
