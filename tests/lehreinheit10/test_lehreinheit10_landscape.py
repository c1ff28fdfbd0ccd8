"""Hidden checks of Lehreinheit 10, 2a and 2e: changes of layers, and linear regions."""

import lehreinheit10_change as change
import lehreinheit10_landscape as landscape

from autograder.checks import task
from autograder.checks.training import points


@task("2a")
def test_relative_change_of_each_layer(student, rng):
    """Die relative Änderung der Gewichte stimmt für jeden Layer."""
    cases = change.draw(rng)
    values = [
        student.aufgabe_2a(c.before.made_inside(student), c.after.made_inside(student))
        for c in cases
    ]
    change.RELATIVE_CHANGE.judge(cases, values)


def judge_patterns(student, rng, normalise):
    cases = landscape.draw(rng, normalise)
    landscape.PATTERNS.judge(
        cases,
        [
            student.aufgabe_2e_muster(c.network.made_inside(student), c.tensor, normalise)
            for c in cases
        ],
    )


def judge_regions(student, rng, normalise):
    cases = landscape.draw(rng, normalise)
    landscape.REGIONS.judge(
        cases,
        [
            student.aufgabe_2e_regionen(c.network.made_inside(student), c.tensor, normalise)
            for c in cases
        ],
    )


@task("2e", check="landscape")
def test_patterns_of_points(student, rng):
    """Die Aktivierungsmuster stimmen ohne Normierung."""
    judge_patterns(student, rng, False)


@task("2e", check="landscape")
def test_number_of_regions(student, rng):
    """Die Anzahl der Regionen stimmt ohne Normierung."""
    judge_regions(student, rng, False)


@task("2e", check="normalisation")
def test_normalised_units(student, rng):
    """Jede Einheit hat nach der Normierung Mittelwert 0 und Standardabweichung 1."""
    cases = landscape.draw_batches(rng)
    landscape.NORMALISE.judge(cases, [student.aufgabe_2e_normieren(points(z)) for z in cases])


@task("2e", check="normalisation")
def test_patterns_of_normalised_points(student, rng):
    """Die Aktivierungsmuster stimmen mit Normierung."""
    judge_patterns(student, rng, True)


@task("2e", check="normalisation")
def test_number_of_regions_when_normalised(student, rng):
    """Die Anzahl der Regionen stimmt mit Normierung."""
    judge_regions(student, rng, True)
