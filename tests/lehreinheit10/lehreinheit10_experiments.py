"""2b, 2c, 2d: what an experiment must show, by the checks' own run and by measured ranges.

A share of the test labels is wrong on purpose. So the accuracy on the test points cannot be
mistaken for that on the training points, and nobody gains by training on the test points.
A second, small set of points has labels that nothing can be learnt from in 40 steps: losses that
do not come from a training are the same there.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from autograder.checks import text
from autograder.checks.networks import draw_network
from autograder.checks.training import Sgd, Task, cross_entropy, voronoi_task
from autograder.i18n import Text

MISLABELLED = 0.4
"""Share of test points that get the next class."""
UNLEARNABLE_POINTS = 50
"""With classes at random. In 1500 trainings per row no loss came below 1.03 (six layers), 1.5
(one), 1.2 (two), 1.09 (four), 1.10 (eleven): above all that ``Row.loss`` allows where something
is learnt."""


@dataclass(frozen=True)
class Range:
    """Where a number must lie; ``nan`` allows NaN and infinity, too."""

    low: float
    high: float
    nan: bool = False

    def holds(self, value: float) -> bool:
        return self.low <= value <= self.high or (self.nan and not math.isfinite(value))


@dataclass(frozen=True)
class Row:
    """One size of an experiment."""

    size: float
    widths: tuple[int, ...]
    loss: Range
    accuracy: Range
    near: float = math.inf
    """Largest |log| of the loss over that of the checks' own run."""
    factor: float = 1.0
    """Of the standard deviation of the weights."""
    hint: Text | None = None
    """What to say where the loss is smaller than it can be."""


@dataclass(frozen=True)
class Experiment:
    """``name``: the answer; its rows in the order in which they are asked for."""

    name: str
    rows: tuple[Row, ...]

    @property
    def sizes(self) -> list[float]:
        return [row.size for row in self.rows]


_LEARNT, _GUESSED = Range(0.4, 0.7), Range(0.05, 0.58)
"""Accuracies on test points of which 40 % are mislabelled."""
_ANY = Range(0.0, 1.0, nan=True)


_HIDDEN_TOO = text(
    "Ein Netz mit nur einem linearen Layer kann nicht so gut sein. Zählen Sie die linearen Layer, "
    "nicht die versteckten."
)


def depths(width: int, classes: int) -> Experiment:
    """One, two and six layers, not in this order. A single layer is a linear classifier.

    With six, weights from 𝒩(0, 1) already run away.
    """

    def widths(layers: int) -> tuple[int, ...]:
        return (2, *[width] * (layers - 1), classes)

    return Experiment(
        "aufgabe_2b",
        (
            Row(6, widths(6), Range(0.02, 0.9), Range(0.33, 0.7)),
            Row(1, widths(1), Range(0.3, 1.0), _LEARNT, near=0.4, hint=_HIDDEN_TOO),
            Row(2, widths(2), Range(0.1, 0.6), _LEARNT, near=0.45),
        ),
    )


_NARROW = text(
    "Durch Layer mit einer einzigen Einheit lässt sich das nicht lernen: Haben alle versteckten "
    "Layer die Breite aus der Liste?"
)


def breadths(layers: int, width: int, classes: int) -> Experiment:
    """The sheet's width, and one unit per layer: no three classes fit through it."""

    def row(size: int, loss: Range, accuracies: Range, hint: Text | None) -> Row:
        return Row(size, (2, *[size] * (layers - 1), classes), loss, accuracies, hint=hint)

    return Experiment(
        "aufgabe_2c",
        (
            row(1, Range(0.65, 1.75), _GUESSED, _NARROW),
            row(width, Range(0.03, 0.6), _LEARNT, None),
        ),
    )


_RUNS_AWAY = text(
    "Mit dem größten Faktor müsste das Training auseinanderlaufen. Hat das Netz alle Layer, "
    "bezieht sich der Faktor in jedem auf die Standardabweichung aus 1f, und ist das Training "
    "einfaches SGD?"
)
_TOO_WEAK = text(
    "Mit dem kleinsten Faktor dürfte ein Netz dieser Tiefe nichts lernen. Multipliziert der Faktor "
    "die Standardabweichung jedes Layers, und hat das Netz alle Layer?"
)


def factors(layers: int, width: int, classes: int) -> Experiment:
    """Half, once and one and a half times the right standard deviation."""
    widths = (2, *[width] * (layers - 1), classes)
    runs_away = Range(0.8, math.inf, nan=True)
    return Experiment(
        "aufgabe_2d",
        (
            Row(1.5, widths, runs_away, _ANY, factor=1.5, hint=_RUNS_AWAY),
            Row(0.5, widths, Range(0.75, 1.75), _GUESSED, factor=0.5, hint=_TOO_WEAK),
            Row(1.0, widths, Range(0.02, 0.95), Range(0.33, 0.7)),
        ),
    )


@dataclass(frozen=True)
class Trial:
    """An experiment on drawn data, and the losses of the checks' own run of its ``near`` rows."""

    experiment: Experiment
    task: Task
    seed: int
    own: tuple[float, ...]
    """NaN where a row is not compared."""
    unlearnable: Task


@lru_cache(maxsize=16)  # the same for every submission of a run
def trial(experiment: Experiment, sgd: Sgd, points: tuple[int, int], seed: int) -> Trial:
    rng = np.random.default_rng(seed)
    classes = experiment.rows[0].widths[-1]
    task = voronoi_task(rng, classes=classes, train=points[0], test=points[1])
    wrong = rng.random(points[1]) < MISLABELLED
    labels = np.where(wrong, (task.y_test + 1) % classes, task.y_test)
    own = tuple(
        _own_loss(row, sgd, task, rng) if math.isfinite(row.near) else math.nan
        for row in experiment.rows
    )
    given = task.with_test_labels(labels)
    return Trial(
        experiment, given, int(rng.integers(2**31)), own, _unlearnable(given, classes, rng)
    )


def _unlearnable(task: Task, classes: int, rng: np.random.Generator) -> Task:
    """A few of the points, with every class equally often and nowhere in particular."""
    labels = rng.permutation(np.arange(UNLEARNABLE_POINTS) % classes)
    return replace(task, x_train=task.x_train[:UNLEARNABLE_POINTS], y_train=labels)


def _own_loss(row: Row, sgd: Sgd, task: Task, rng: np.random.Generator) -> float:
    trained = sgd.train(draw_network(rng, row.widths, 2 * row.factor**2), task, rng)
    return cross_entropy(trained(task.x_train), task.y_train)


def misfits(one: Trial, table: np.ndarray) -> list[tuple[Row, str]]:
    """Rows whose loss or accuracy is out of range, and which of the two."""
    found = []
    for row, own, (loss, share) in zip(one.experiment.rows, one.own, table, strict=True):
        if not row.loss.holds(loss) or not _near(row, loss, own):
            found.append((row, "loss"))
        elif not row.accuracy.holds(share):
            found.append((row, "accuracy"))
    return found


def _near(row: Row, loss: float, own: float) -> bool:
    return math.isinf(row.near) or (loss > 0 and abs(math.log(loss / own)) <= row.near)


def made_up(one: Trial, table: np.ndarray) -> list[int]:
    """Rows whose loss on the unlearnable points is as small as only on the others."""
    rows = one.experiment.rows
    return [n for n in _learning_rows(one) if not table[n, 0] > rows[n].loss.high]


Repair = Callable[[np.ndarray, Trial], np.ndarray]


def _column(number: int, change: Callable[[np.ndarray], np.ndarray]) -> Repair:
    def repair(table: np.ndarray, _: Trial) -> np.ndarray:
        changed = table.copy()
        changed[:, number] = change(table[:, number])
        return changed

    return repair


SLIPS: tuple[tuple[Text, Repair], ...] = (
    (
        text("Die Spalten sind vertauscht: zuerst der Loss, dann die Genauigkeit."),
        lambda table, _: table[:, ::-1],
    ),
    (
        text("Die Genauigkeit ist ein Anteil zwischen 0 und 1, keine Prozentzahl."),
        _column(1, lambda share: share / 100),
    ),
    (
        text("In der zweiten Spalte steht der Anteil der falschen statt der richtigen Klassen."),
        _column(1, lambda share: 1 - share),
    ),
    (
        text("Der Loss wird über die Trainingspunkte gemittelt, nicht summiert."),
        lambda table, one: table / [len(one.task.y_train), 1],
    ),
    (
        text("Die Zeilen stehen nicht in der Reihenfolge der übergebenen Liste."),
        lambda table, one: table[np.argsort(np.argsort(one.experiment.sizes))],
    ),
    (
        text("Die Zeilen stehen nicht in der Reihenfolge der übergebenen Liste."),
        lambda table, _: table[::-1],
    ),
)
"""Sentence, and what would make the table right if that was the slip."""


def all_alike(table: np.ndarray) -> bool:
    """Whether every row is the same: the size is not used."""
    return bool(np.allclose(table, table[0], rtol=1e-9))


def untrained(one: Trial, table: np.ndarray) -> bool:
    """Whether the accuracies are those of guessing where everything learns."""
    learnt = _learning_rows(one)
    return bool((table[learnt, 1] < 0.33).all())


def _learning_rows(one: Trial) -> list[int]:
    rows = one.experiment.rows
    return [n for n, row in enumerate(rows) if row.accuracy.low >= 0.3]


def of_training_points(one: Trial, table: np.ndarray) -> bool:
    """Whether the accuracies are those on points whose labels are right."""
    return bool((table[_learning_rows(one), 1] > 0.72).all())
