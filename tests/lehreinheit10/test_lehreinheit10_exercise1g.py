"""Hidden checks of Lehreinheit 10, 1g: the scheme in the weights, and a training that succeeds."""

from dataclasses import dataclass, replace

import numpy as np
from lehreinheit10_outputs import judge_outputs
from lehreinheit10_questions import STABLE_RELU
from lehreinheit10_scheme import (
    CHANCE,
    MISTAKES,
    RIGHT,
    Scheme,
    centred,
    draw_widths,
    follows,
    ratios,
)

from autograder.checks import Verdict, consistent, task, text, wrong
from autograder.checks.formula import judged
from autograder.checks.networks import Network, read_network
from autograder.checks.student import Student
from autograder.checks.training import SIDE, Task, accuracy, points, unequal_widths, voronoi_task
from autograder.formulas import Verdict as Equality
from autograder.records.model import Evidence
from autograder.wire.values import Remote

TRIES = 3
CHANCE_PER_TRY = 0.01
"""Bound on the share of right trainings below the threshold; measured in docs/calibration.md."""
TEST_FACTOR = 2
"""Test points beside the sheet's: those who train on them, too, learn mostly useless labels."""
LEARNT_USELESS = 0.5
"""Share of points predicted as the test labels say, which only training on them can give."""


@task("1g", check="scheme", chance=CHANCE)
def test_weights_have_the_variance_of_1f(student, rng, seed):
    """Die Gewichte jedes Layers haben Mittelwert 0 und die Varianz aus 1f."""
    widths = draw_widths(rng)
    handle = student.call_kept("aufgabe_1g_netz", widths, int(rng.integers(2**31)))
    network = read_network(student, handle, widths)
    evidence = Evidence(
        inputs={"widths": str(widths)},
        found=f"mean squares times n_in/2 per layer: {ratios(network)}",
        expected="1 in every layer",
    )
    judge_weights(student, network, evidence, seed)
    if any(bias.any() for bias in network.biases):
        wrong(text("Die Gewichte stimmen, aber der Bias ist am Anfang nicht 0."), evidence)


def judge_weights(student: Student, network: Network, evidence: Evidence, seed: int) -> None:
    """End the check unless mean and variance of all weights are right."""
    if any(np.ptp(weight) == 0 for weight in network.weights):
        wrong(text("In einem Layer sind alle Gewichte gleich."), evidence)
    if not all(np.isfinite(weight).all() for weight in network.weights):
        wrong(text("In den Gewichten steht NaN oder unendlich."), evidence)
    if not centred(network):
        wrong(text("Die Gewichte haben nicht den Mittelwert 0."), evidence)
    right = follows(network, RIGHT)
    if all(right):
        return
    for scheme in MISTAKES:
        if all(follows(network, scheme)):
            if follows_own(student, scheme, seed):
                consistent(text("Folgerichtig: Das ist die Varianz aus Ihrer eigenen 1f."))
            wrong(scheme.message, evidence)
    wrong(_partly(right), evidence)


def _partly(right: list[bool]):
    if right == [True] + [False] * (len(right) - 1):
        return text("Nur der erste Layer hat die Varianz aus 1f.")
    if not any(right):
        return text("Die Varianz der Gewichte ist in keinem Layer die aus 1f.")
    numbers = ", ".join(str(n) for n, ok in enumerate(right, 1) if not ok)
    return text("In diesen Layern stimmt die Varianz der Gewichte nicht: {layers}.", layers=numbers)


def follows_own(student: Student, scheme: Scheme, seed: int) -> bool:
    """Whether the scheme is what the student's own, wrong 1f asks for."""
    if scheme.formula is None:
        return False
    outer = student.last_inputs, student.last_value, student.read_as, student.derivation
    question = replace(STABLE_RELU, reference=scheme.formula, wrong_forms=())
    try:
        found = judged(student, "1f", "aufgabe_1f_gewichte", question, seed)
    except Verdict:
        return False
    finally:
        student.last_inputs, student.last_value, student.read_as, student.derivation = outer
    return found.verdict is Equality.EQUAL


@dataclass(frozen=True)
class Trained:
    """One training by the student's own functions."""

    before: Network
    after: Network
    task: Task
    useless: np.ndarray
    """The test labels that were handed in."""

    @property
    def accuracy(self) -> float:
        return accuracy(self.after(self.task.x_test), self.task.y_test)

    @property
    def finite(self) -> bool:
        return all(np.isfinite(w).all() for w in (*self.after.weights, *self.after.biases))


@task("1g", check="training", chance=CHANCE_PER_TRY**TRIES)
def test_eleven_layers_train(student, rng):
    """Ein Netz mit 11 Layern lernt unbekannte Daten und ist ein einfaches ReLU-Netz."""
    least = student.sheet.values["accuracy"]
    tries = []
    for _ in range(TRIES):
        tries.append(one_training(student, rng))
        if tries[-1].accuracy >= least:
            return
    last = tries[-1]
    evidence = Evidence(
        inputs={"widths": str(last.before.widths), "tries": str(TRIES)},
        found="accuracy " + ", ".join(f"{one.accuracy:.3f}" for one in tries),
        expected=f"at least {least} in one of {TRIES} tries",
    )
    if not any(one.finite for one in tries):
        wrong(text("Das Training läuft auseinander: Am Ende steht NaN in den Gewichten."), evidence)
    learnt = [accuracy(one.after(one.task.x_test), one.useless) for one in tries]
    if min(learnt) >= LEARNT_USELESS:
        wrong(
            text(
                "Das Netz wurde auch mit den Testpunkten trainiert. Deren Klassen sind beim Prüfen "
                "unbrauchbar; trainieren Sie nur mit x_train und y_train."
            ),
            evidence,
        )
    wrong(
        text(
            "Auf unbekannten Testpunkten sind auch im besten von {tries} Versuchen nur {found} % "
            "richtig, verlangt sind {least} %.",
            tries=TRIES,
            found=int(100 * max(one.accuracy for one in tries)),
            least=round(100 * least),
        ),
        evidence,
    )


def one_training(student: Student, rng: np.random.Generator) -> Trained:
    """Build, train and read a network on fresh data; ends the check where it is no plain one."""
    values = student.sheet.values
    data = voronoi_task(
        rng,
        classes=int(values["classes"]),
        train=int(values["train_points"]),
        test=TEST_FACTOR * int(values["test_points"]),
    )
    useless = np.full_like(data.y_test, rng.integers(data.classes))
    widths = unequal_widths(rng, 2, int(values["width"]), int(values["layers"]), data.classes)
    widths[5] = widths[4]  # between equal widths a smuggled shortcut would fit
    built, trained = (int(number) for number in rng.integers(2**31, size=2))
    handle = student.call_kept("aufgabe_1g_netz", widths, built)
    before = read_network(student, handle, widths)
    refuse_other(student, before, handle, rng)
    given = data.with_test_labels(useless).by_value()
    result = student.call_kept("aufgabe_1g_training", handle, *given, trained)
    if result.type != "builtins.NoneType":
        handle = result
    after = read_network(student, handle, widths)
    refuse_untrained(before, after)
    done = Trained(before, after, data, useless)
    if done.finite:
        refuse_other(student, after, handle, rng)
    return done


def refuse_other(
    student: Student, network: Network, handle: Remote, rng: np.random.Generator
) -> None:
    """End the check unless the student's network is the plain one of its weights."""
    x = rng.uniform(-SIDE, SIDE, size=(64, 2)).astype(np.float32).astype(float)
    judge_outputs(network, x, student.call("aufgabe_1g_ausgabe", handle, points(x)))


def refuse_untrained(before: Network, after: Network) -> None:
    pairs = zip(before.weights, after.weights, strict=True)
    if all(np.array_equal(first, last) for first, last in pairs):
        wrong(text("Die Gewichte sind nach dem Training dieselben wie davor."))
