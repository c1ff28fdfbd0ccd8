"""Answers are compared with a difference quotient of the notebook's own forward pass."""

import numpy as np
import pytest

from autograder.selfcheck.check import check_part

COMPARE = {
    "of": "vorwaerts",
    "arguments": ["x", "w"],
    "gives": ["s", "o"],
    "entry": "o",
    "by": "w",
    "index": 1,
    "hint": {"de": "Sehen Sie nach.", "en": "Look."},
}
ANSWER = {
    "names": ["ableitung"],
    "cases": [
        {
            "x": 0.7,
            "w": {"sequence": 3},
            "s": {"sequence": 3},
            "o": {"sequence": 3, "first": 0.7},
        }
    ],
    "properties": [{"kind": "number"}],
    "hint": {"de": "-", "en": "-"},
    "compare": COMPARE,
}


def vorwaerts(x, w):
    s, o = np.full(len(w), np.nan), np.full(len(w), np.nan)
    o[0] = x
    for i in range(1, len(w)):
        s[i] = w[i] * o[i - 1]
        o[i] = np.tanh(s[i])
    return s, o


def ableitung(x, w, s, o):
    product = x * (1 - np.tanh(s[1]) ** 2)
    for i in range(2, len(w)):
        product *= w[i] * (1 - np.tanh(s[i]) ** 2)
    return product


def report(answer, **names):
    part = {"task": "1d", "answers": [ANSWER]}
    return check_part(part, {"ableitung": answer, **names}, {})


@pytest.mark.parametrize(
    "forward",
    [
        vorwaerts,
        lambda x, w: [list(one) for one in vorwaerts(x, w)],
        lambda x, w: tuple(one.astype(np.float32) for one in vorwaerts(x, w)),
    ],
)
def test_what_fits_the_own_forward_pass_gives_no_hint(forward):
    found = report(ableitung, vorwaerts=forward)
    assert found.found
    assert found.hints == ()
    assert found.notes == ()


@pytest.mark.parametrize("factor", [-1, 0, 2])
def test_what_does_not_fit_gets_the_hint_and_still_counts_as_found(factor):
    found = report(lambda x, w, s, o: factor * ableitung(x, w, s, o), vorwaerts=vorwaerts)
    assert found.found
    assert [hint.de for hint in found.hints] == ["Sehen Sie nach."]


def test_wrong_on_both_sides_fits_together():
    def doubled(x, w):
        s, o = vorwaerts(x, w)
        return s, 2 * o

    found = report(lambda x, w, s, o: 2 * ableitung(x, w, s, o), vorwaerts=doubled)
    assert found.hints == ()


@pytest.mark.parametrize(
    "forward",
    [None, 3, lambda x, w: None, lambda x, w: 1 / 0, lambda x, w: ([], []), lambda x, w: (1, 2, 3)],
)
def test_without_a_forward_pass_the_form_counts_alone(forward):
    found = report(ableitung, vorwaerts=forward)
    assert found.found
    assert "nicht verglichen" in found.hints[0].de
