"""Hidden checks of Lehreinheit 10, 2b to 2d: experiments over depth, width and scale."""

from typing import NoReturn

import numpy as np
from lehreinheit10_experiments import (
    SLIPS,
    Experiment,
    Row,
    Trial,
    all_alike,
    breadths,
    depths,
    factors,
    made_up,
    misfits,
    of_training_points,
    trial,
    untrained,
)

from autograder.checks import task, text, wrong
from autograder.checks.student import Student
from autograder.checks.training import Sgd, Task
from autograder.checks.values import numbers
from autograder.i18n import Text
from autograder.records.model import Evidence

TRIES = 3
CHANCE_PER_TRY = 0.01
"""Share of right experiments out of range in one try. The ranges leave room around what 240 to 900
trainings per row gave, none of which was outside; unlike 1g's it is not calibrated further."""


def sizes_of(student: Student) -> tuple[int, int, int]:
    """Layers, hidden width and classes of the sheet."""
    values = student.sheet.values
    return int(values["layers"]), int(values["width"]), int(values["classes"])


@task("2b", chance=CHANCE_PER_TRY**TRIES)
def test_experiment_over_depths(student, seed):
    """Der Versuch zeigt für jede Tiefe Loss und Genauigkeit nach dem Training."""
    _, width, classes = sizes_of(student)
    judge(student, depths(width, classes), seed)


@task("2c", chance=CHANCE_PER_TRY**TRIES)
def test_experiment_over_widths(student, seed):
    """Der Versuch zeigt für jede Breite Loss und Genauigkeit nach dem Training."""
    _, width, classes = sizes_of(student)
    judge(student, breadths(int(student.sheet.values["layers_2c"]), width, classes), seed)


@task("2d", chance=CHANCE_PER_TRY**TRIES)
def test_experiment_over_scales(student, seed):
    """Der Versuch zeigt für jeden Faktor Loss und Genauigkeit nach dem Training."""
    judge(student, factors(*sizes_of(student)), seed)


def judge(student: Student, experiment: Experiment, seed: int) -> None:
    """Up to three tries with new data; the last one says what is wrong."""
    values = student.sheet.values
    sgd = Sgd(values["learning_rate"], int(values["epochs"]), int(values["batch_points"]))
    points = int(values["train_points"]), int(values["test_points"])
    for number in range(TRIES):
        one = trial(experiment, sgd, points, seed + number)
        table = ask(student, one, one.task)
        if misfits(one, table):
            continue
        second = ask(student, one, one.unlearnable)
        if not made_up(one, second):
            return
    if not misfits(one, table):
        refuse_made_up(one, second)
    explain(one, table)


def ask(student: Student, one: Trial, task: Task) -> np.ndarray:
    """The (size, 2) table that the student's experiment returns."""
    shape = (len(one.experiment.rows), 2)
    value = student.call(one.experiment.name, one.experiment.sizes, *task.by_value(), one.seed)
    table = numbers(value).array
    if table.shape != shape:
        wrong(
            text(
                "Erwartet wird eine Zeile (Loss, Genauigkeit) für jede Größe, also die Form "
                "{expected}; zurückgegeben wurde ein Feld der Form {found}.",
                expected=shape,
                found=table.shape,
            )
        )
    return table


def refuse_made_up(one: Trial, table: np.ndarray) -> NoReturn:
    wrong(
        text(
            "Mit wenigen Trainingspunkten, deren Klassen zufällig sind, kann der Loss in Zeile "
            "{row} nicht so klein werden: Wird bei jedem Aufruf wirklich mit x_train und y_train "
            "trainiert?",
            row=made_up(one, table)[0] + 1,
        ),
        evidence_for(one, table),
    )


def explain(one: Trial, table: np.ndarray) -> NoReturn:
    """End the check with what the table looks like."""
    row, column = misfits(one, table)[0]
    message = slip_in(one, table) or slip_in_row(one, table, row, column)
    wrong(message, evidence_for(one, table))


def slip_in(one: Trial, table: np.ndarray) -> Text | None:
    """A mistake that concerns every row."""
    for message, repair in SLIPS:
        if not misfits(one, repair(table, one)):
            return message
    if all_alike(table):
        return text("Alle Zeilen sind gleich: Die Größe wird nicht verändert.")
    if of_training_points(one, table):
        return text(
            "Die Genauigkeit passt nicht zu den übergebenen Testpunkten. Werden x_test und y_test "
            "aus den Argumenten benutzt, nicht die Trainingspunkte oder eigene Daten?"
        )
    if np.isfinite(table).all() and untrained(one, table):
        return text(
            "Die Genauigkeit ist überall die von bloßem Raten: Werden die Netze trainiert, und mit "
            "x_train und y_train?"
        )
    return None


def slip_in_row(one: Trial, table: np.ndarray, row: Row, column: str) -> Text:
    position = one.experiment.rows.index(row)
    number, own = position + 1, one.own[position]
    if not np.isfinite(table[position]).all():
        return text(
            "In Zeile {row} läuft das Training auseinander; in unserem eigenen Versuch gelingt es. "
            "Stimmt die Initialisierung aus 1f?",
            row=number,
        )
    if column == "accuracy":
        return text(
            "In Zeile {row} passt die Genauigkeit nicht zu einem eigenen Versuch mit denselben "
            "Daten.",
            row=number,
        )
    if table[position, 0] < (row.loss.low if np.isnan(own) else own):
        return row.hint or text(
            "In Zeile {row} ist der Loss kleiner als in unserem eigenen Versuch mit denselben "
            "Daten: Ist das Netz wirklich so gebaut und jedes Mal frisch?",
            row=number,
        )
    return text(
        "In Zeile {row} ist der Loss größer als in unserem eigenen Versuch mit denselben Daten: "
        "Sind Initialisierung und Training wie verlangt?",
        row=number,
    )


def evidence_for(one: Trial, table: np.ndarray) -> Evidence:
    return Evidence(
        inputs={"sizes": str(one.experiment.sizes), "seed": str(one.seed)},
        found=np.array2string(table, precision=4),
        expected="; ".join(
            f"{row.size}: loss {row.loss.low:g} to {row.loss.high:g} (own run {own:.3g}), "
            f"accuracy {row.accuracy.low:g} to {row.accuracy.high:g}"
            for row, own in zip(one.experiment.rows, one.own, strict=True)
        ),
    )
