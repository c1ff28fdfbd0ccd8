"""Formula answers are shown as they were read, in every notation, and never judged."""

import pytest
import sympy

from autograder.formulas.unreadable import Unreadable
from autograder.selfcheck.formulas import is_written, read_cell, read_value, shown

LAYER = {"integers": ["n_in"], "reals": ["sigma", "gamma"], "aliases": {"n_ein": "n_in"}}
PAIR = {**LAYER, "components": [["m", "mu"], ["s^2"]]}
n_in, sigma = sympy.symbols("n_in sigma")


@pytest.mark.parametrize(
    ("answer", "read"),
    [
        ("n_in*sigma**2", "n_in*sigma**2"),
        (r"n_{\text{ein}} \cdot \sigma^2", "n_in*sigma**2"),
        ("n_ein σ²", "n_in*sigma**2"),
        ("0,5*sigma", "0.5*sigma"),
        (n_in * sigma**2, "n_in*sigma**2"),
        (sympy.Integer(0), "0"),
        (0, "0"),
    ],
)
def test_every_notation_is_shown_in_the_same_way(answer, read):
    assert shown(read_value(answer, LAYER))[0].de == f"Gelesen als: {read}"


@pytest.mark.parametrize(
    "answer",
    [("0", "sigma**2"), "(0, sigma**2)", [0, sigma**2], sympy.Tuple(0, sigma**2)],
)
def test_pairs_may_be_written_in_any_way(answer):
    assert read_value(answer, PAIR).plain == "(0, sigma**2)"


def test_a_dictionary_is_read_by_its_order():
    assert read_value({"m": 0, "s^2": "sigma"}, PAIR).plain == "(0, sigma)"


def test_lost_backslashes_are_repaired_and_told():
    said = [line.de for line in shown(read_value("\frac{n_{in}}{2}", LAYER))]
    assert len(said) > 1
    assert "fehlte das r" in said[1]


def test_the_last_display_formula_of_a_markdown_cell_counts():
    cell = "### Antwort 2b\n\n$$ x = 1 $$\n\nalso $$ V = n_{in}\\,\\sigma^2 $$"
    assert read_cell(cell, LAYER).plain == "n_in*sigma**2"


@pytest.mark.parametrize("answer", ["", "x +", "fan", "import os", len, {1, 2}, object(), ["a"]])
def test_what_is_no_formula_is_unreadable_and_nothing_else(answer):
    with pytest.raises(Unreadable):
        read_value(answer, LAYER)


def test_only_texts_and_sympy_are_written_formulas():
    assert is_written("n_in")
    assert is_written((0, "sigma"))
    assert is_written(sympy.Matrix([0, sigma]))
    assert not is_written(3)
    assert not is_written((1, 2))
    assert not is_written(len)
