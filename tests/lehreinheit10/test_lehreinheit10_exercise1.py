"""Hidden checks of Lehreinheit 10, exercise 1: variances in deep networks."""

from lehreinheit10_deep import MISTAKES_OF_DEPTH, draw_depths, variance_of_last
from lehreinheit10_questions import DEEP_LINEAR, LINEAR, RELU, STABLE_LINEAR, STABLE_RELU
from lehreinheit10_simulated import remark_depth, remark_relu, remark_stable
from lehreinheit10_statistics import LAYER_STATISTICS, draw

from autograder.checks import number, task, text
from autograder.checks.formula import (
    as_written,
    check_formula,
    is_formula,
    judged_value,
    settle,
)
from autograder.checks.matching import WrongForm, match


@task("1a")
def test_variance_behind_a_linear_layer(student, seed):
    """Die Varianz hinter einem linearen Layer stimmt."""
    check_formula(student, "1a", "aufgabe_1a", LINEAR, seed)


@task("1b")
def test_variance_of_the_weights_of_a_linear_layer(student, seed):
    """Mit dieser Varianz der Gewichte bleiben lineare Netze stabil."""
    check_formula(student, "1b", "aufgabe_1b", STABLE_LINEAR, seed)


@task("1c")
def test_statistics_of_the_layers(student, rng):
    """Mittelwert und Varianz der Voraktivierungen stimmen für jeden Layer."""
    cases = draw(rng)
    values = [student.aufgabe_1c(c.network.made_inside(student), c.tensor) for c in cases]
    LAYER_STATISTICS.judge(cases, values)


@task("1e")
def test_variance_of_the_last_layer(student, rng, seed):
    """Die Varianz der letzten Voraktivierung stimmt für beliebige Breiten."""
    if as_written(student, "1e", "aufgabe_1e"):
        remark_depth(student, "aufgabe_1e")
        check_formula(student, "1e", "aufgabe_1e", DEEP_LINEAR, seed)
        return
    cases = draw_depths(rng)
    values = student.call_each("aufgabe_1e", [(c.widths, c.var_w, c.var_x) for c in cases])
    if is_formula(values[0]):
        settle(judged_value(student, "aufgabe_1e", values[0], DEEP_LINEAR, seed))
        return
    found = [number(value) for value in values]
    remark_depth(student, "aufgabe_1e")
    match(
        found,
        [variance_of_last(c) for c in cases],
        [WrongForm(message, [form(c) for c in cases]) for message, form in MISTAKES_OF_DEPTH],
        [c.label for c in cases],
        text("Verfolgen Sie die Varianz von Hand durch ein Netz mit zwei Layern."),
    )


@task("1f", check="variance")
def test_variance_behind_a_relu(student, seed):
    """Erwartungswert des Quadrats und nächste Varianz stimmen hinter einer ReLU."""
    remark_relu(student, "aufgabe_1f")
    check_formula(student, "1f", "aufgabe_1f", RELU, seed)


@task("1f", check="weights")
def test_variance_of_the_weights_with_relu(student, seed):
    """Mit dieser Varianz der Gewichte bleiben ReLU-Netze stabil."""
    remark_stable(student, "aufgabe_1f_gewichte")
    check_formula(student, "1f", "aufgabe_1f_gewichte", STABLE_RELU, seed)
