"""Formulas are set without a script, or shown as they were written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.feedback.formula import formula

ACTIVE = re.compile(r"<(script|style|img|a|iframe)|href|javascript:|\son\w+=", re.IGNORECASE)


@pytest.mark.parametrize(
    "latex",
    [r"n_{in}\sigma^2\gamma^2", r"\frac{\partial o_N}{\partial w_1}", r"\prod_{i=2}^N w_i"],
)
def test_a_formula_becomes_mathml_with_its_source_for_those_who_do_not_see_it(latex):
    made = str(formula(latex))
    assert "<math" in made
    assert f'aria-label="{latex}"' in made


@pytest.mark.parametrize(
    "latex",
    [
        r"\left(",
        r"\text{<script>alert(1)</script>}",
        r"\href{javascript:alert(1)}{x}",
        r"\text{<img src=x onerror=alert(1)>}",
        r"\color{red}{x}" * 400,
        "x" * 5_000,
        r"\begin{" * 300,
        "{" * 3_000,
    ],
)
def test_what_is_not_understood_or_hostile_stays_text(latex):
    made = str(formula(latex))
    assert not re.search(r"<(script|img|a)\b", made)
    assert 'href="' not in made


def test_derivations_over_several_lines_are_set():
    made = str(formula(r"\begin{aligned} a &= b \\ &= c \end{aligned}", display=True))
    assert made.count("</mtr>") == 2


def test_attributes_that_do_not_set_formulas_are_left_out():
    smuggled = r'\text{</mtext><mtext onclick="x" style="position:fixed" id="score">ja}'
    for latex in (r"\color{red}{x}", r"\xrightarrow{f}", smuggled):
        tags = re.sub(r'aria-label="[^"]*"', "", str(formula(latex)))
        assert ("<math" in tags) is (latex != smuggled)
        assert not re.search(r"<[^>]*(onclick|style=|id=|mathcolor|height|depth)", tags)


@given(st.text(max_size=80))
def test_no_text_does_anything(latex):
    made = str(formula(latex))
    outside = re.sub(r'aria-label="[^"]*"|<code[^>]*>[^<]*</code>', "", made)
    tags = set(re.findall(r"</?([a-z]+)", outside))
    assert tags <= {"span", "math"} or not ACTIVE.search(re.sub(r">[^<]*<", "><", outside))
