"""How a formula was read is shown as a formula, where it can be."""

import pytest

from autograder.feedback.reading import reading
from autograder.i18n import Text, text

NAMES = ("n_in", "n_out", "sigma", "gamma")


def note(formula):
    return text("Gelesen als: {formula}", formula=formula)


@pytest.mark.parametrize(
    "plain", ["n_in*sigma**2*gamma**2", "(0, 2/(n_in + n_out))", "-sqrt(6/(n_in + n_out))"]
)
def test_what_the_checks_read_is_set_as_a_formula(plain):
    assert "<math" in str(reading(note(plain), NAMES))


@pytest.mark.parametrize(
    "line",
    [
        None,
        Text("Gefunden als „x“.", "Found as “x”."),
        note("prod(w[i], i = 2..N)"),
        note("__import__('os').system('x')"),
        note("<script>alert(1)</script>"),
        note("(" * 500),
    ],
)
def test_any_other_line_stays_as_it_is(line):
    assert reading(line, NAMES) == ""
