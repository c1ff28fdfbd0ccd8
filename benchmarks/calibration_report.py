"""``docs/calibration.md`` and its picture, from what :mod:`benchmarks.calibrate` measured."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

CONFIDENCE = 0.999
TRIES = 3
PER_TRY, POWER = 0.01, 0.999


@dataclass(frozen=True)
class Finding:
    """Accuracies of one scheme: (trainings,) or, for fixed seeds, (seeds, data sets)."""

    scheme: str
    seeds: str
    right: bool
    accuracies: np.ndarray

    def below(self, threshold: float) -> int:
        return int((self.accuracies < threshold).sum())


@dataclass(frozen=True)
class Measurement:
    """``values``: the task as the sheet states it."""

    values: Mapping[str, float]
    findings: tuple[Finding, ...]


def upper_bound(events: int, trials: int, confidence: float = CONFIDENCE) -> float:
    """Clopper and Pearson 1934: the largest probability under which so few events are likely.

    One-sided: P(X ≤ events) = 1 - confidence at the bound.
    """
    if events >= trials:
        return 1.0
    low, high = events / trials, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if _at_most(events, trials, middle) > 1 - confidence:
            low = middle
        else:
            high = middle
    return high


def _at_most(events: int, trials: int, p: float) -> float:
    k = np.arange(events + 1)
    log_choose = [
        math.lgamma(trials + 1) - math.lgamma(i + 1) - math.lgamma(trials - i + 1) for i in k
    ]
    terms = np.array(log_choose) + k * math.log(p) + (trials - k) * math.log1p(-p)
    return float(np.exp(terms).sum())


def pass_bound(finding: Finding, threshold: float) -> float:
    """Upper bound of the share of trainings that reach the threshold."""
    trials = finding.accuracies.size
    return upper_bound(trials - finding.below(threshold), trials)


def fail_bound(finding: Finding, threshold: float) -> float:
    """Upper bound of the share of trainings below the threshold."""
    return upper_bound(finding.below(threshold), finding.accuracies.size)


def power_bound(finding: Finding, threshold: float) -> float:
    """Lower bound of the probability that all tries of a submission fail."""
    return (1 - pass_bound(finding, threshold)) ** TRIES


def write(measured: Measurement, folder: Path) -> None:
    """Both files; raises AssertionError where the sheet's threshold does not keep its promise."""
    threshold = measured.values["accuracy"]
    (folder / "calibration.md").write_text(_page(measured, threshold), "utf-8")
    _plot(measured, threshold, folder / "calibration.svg")
    for finding in measured.findings:
        if finding.right:
            assert fail_bound(finding, threshold) < PER_TRY, finding.scheme
        if finding.scheme.startswith("N(") and finding.seeds == "free":
            assert power_bound(finding, threshold) >= POWER


def _page(measured: Measurement, threshold: float) -> str:
    values = measured.values
    rows = "\n".join(_row(one, threshold) for one in measured.findings)
    thresholds = "\n".join(
        f"| {t:.2f} | {_worst_fail(measured, t):.2%} | {_power(measured, t):.4%} |"
        for t in (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75)
    )
    fixed = [one for one in measured.findings if one.right and one.seeds == "fixed"]
    seeds, per_seed = fixed[0].accuracies.shape
    misses = [(one.accuracies < threshold).sum(axis=1) for one in fixed]
    worst_seed = max(int(one.max()) for one in misses)
    thrice = max(float(np.mean((one / per_seed) ** TRIES)) for one in misses)
    total = sum(one.accuracies.size for one in measured.findings)
    task = (
        f"{values['classes']} classes are the Voronoi cells of random sites in the square "
        f"[-√3, √3]², each between 10 % and 35 % of it; {values['train_points']} training and "
        f"{values['test_points']} test points."
    )
    network = (
        f"{values['layers']} layers, hidden widths around {values['width']} and all different, so "
        "that shapes tell the layers apart. (The checks make one pair of neighbours equal and draw "
        "twice as many test points.)"
    )
    training = (
        f"Plain SGD, learning rate {values['learning_rate']}, {values['epochs']} epochs, batches "
        f"of {values['batch_points']}."
    )
    fails = _worst_fail(measured, threshold)
    return f"""\
# Calibration of Lehreinheit 10, 1g

Written by `make calibrate` from {total:,} trainings. Do not edit.

- **Task.** {task}
- **Network.** {network}
- **Training.** {training}
- **Threshold.** {threshold:.0%} of the test points; up to {TRIES} tries, each with new data, widths
  and seeds. All numbers stand in `assignments/lehreinheit10/sheet.toml` alone.

"free": weights and order of the points are new in each training. "fixed": {seeds} students' own
seeds, each on equally many data sets. Bounds are Clopper–Pearson at {CONFIDENCE:.1%} confidence,
one-sided.

{_HEAD}
{rows}

![Distribution of the test accuracy per initialisation](calibration.svg)

- A right solution misses the threshold in one try with p < {fails:.2%}, in all {TRIES} with
  p < {fails**TRIES:.1e}. The worst fixed seed missed it on {worst_seed} of its {per_seed} data
  sets; over all fixed seeds the mean of (share missed)³ is {thrice:.1e}.
- N(0, 1) fails all {TRIES} tries with probability ≥ {_power(measured, threshold):.4%}.
- The threshold does not tell the schemes apart: a wrong fan or 1/n learns, too. The *scheme* is
  judged by the variance of the weights on layers of unequal width, with the level that
  `tests/lehreinheit10/lehreinheit10_scheme.py` states.

| threshold | right solution below, per try, at most | N(0, 1) fails all tries, at least |
|---|---|---|
{thresholds}
"""


_HEAD = """\
| initialisation | seeds | trainings | min | 1 % | median | 99 % | max | below | at most | passes, at most |
|---|---|---|---|---|---|---|---|---|---|---|"""  # noqa: E501


def _worst_fail(measured: Measurement, threshold: float) -> float:
    return max(fail_bound(one, threshold) for one in measured.findings if one.right)


def _power(measured: Measurement, threshold: float) -> float:
    return next(
        power_bound(one, threshold)
        for one in measured.findings
        if one.scheme.startswith("N(") and one.seeds == "free"
    )


def _row(one: Finding, threshold: float) -> str:
    quantiles = np.quantile(one.accuracies, [0, 0.01, 0.5, 0.99, 1])
    shown = " | ".join(f"{q:.2f}" for q in quantiles)
    return (
        f"| {one.scheme} | {one.seeds} | {one.accuracies.size:,} | {shown} "
        f"| {one.below(threshold)} | {fail_bound(one, threshold):.2%} "
        f"| {pass_bound(one, threshold):.3%} |"
    )


def _plot(measured: Measurement, threshold: float, path: Path) -> None:
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "calibration"
    import matplotlib.pyplot as plt

    free = [one for one in measured.findings if one.seeds == "free"]
    figure, axes = plt.subplots(figsize=(7, 3.6))
    for one in free:
        ordered = np.sort(one.accuracies.ravel())
        shares = np.arange(1, len(ordered) + 1) / len(ordered)
        keep = np.unique(np.linspace(0, len(ordered) - 1, 400).astype(int))
        axes.step(ordered[keep], shares[keep], where="post", label=one.scheme)
    axes.axvline(threshold, color="black", linestyle=":", label="threshold")
    axes.set(xlabel="accuracy on unseen points", ylabel="share of trainings", xlim=(0, 1))
    axes.legend(fontsize=7)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)
