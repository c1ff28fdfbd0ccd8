"""A short run of every fuzz target; ``make fuzz`` runs 100,000 cases of each."""

import numpy as np
import pytest
from fuzz_driver import (
    Failure,
    OutOfTime,
    Target,
    fuzz,
    targets,
    time_limits,
)
from fuzz_formulas import CHAIN, VARIANCE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.formulas import Unreadable, read
from autograder.intake.contract import Refused
from autograder.intake.notebook import read_notebook

ALL = targets()
SHORT = {
    **{"values": 3000, "frames": 2000, "replies": 1000, "notebooks": 400, "cells": 250},
    **{"archives": 400, "formula-texts": 300, "formula-trees": 2000, "verdicts": 150},
    **{"returned": 400, "arrived": 1000},
    **{"worksheets": 300, "metadata": 150, "packed": 150, "pages": 12},
}
SHRINKABLE = settings.default.max_examples // 10
"""Hypothesis is slower by far, but shows the smallest case that fails."""


@pytest.mark.parametrize("name", ALL)
def test_only_the_own_exception_comes_out_within_time_and_memory(name):
    report = fuzz(ALL[name], SHORT[name], seed="tests")
    assert report.cases == SHORT[name]
    assert report.accepted > 0
    assert report.slowest_seconds <= ALL[name].cpu_seconds


@pytest.mark.parametrize("name", ALL)
def test_no_case_that_hypothesis_can_think_of_breaks_a_promise(name):
    target = ALL[name]

    @settings(max_examples=SHRINKABLE, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.randoms(use_true_random=False))
    def no_other_exception(rng):
        with time_limits():
            target.run(target.make(rng))

    no_other_exception()


def test_the_same_seed_makes_the_same_cases():
    def remember(case):
        seen.append(case)
        return True

    runs = []
    for _ in range(2):
        seen = []
        fuzz(Target("values", ALL["values"].make, remember), 20, seed="same")
        runs.append(seen)
    assert runs[0] == runs[1]


def test_a_foreign_exception_is_told_with_the_number_of_its_case():
    def burst(case):
        if case == "bad":
            raise KeyError(case)
        return True

    cases = iter(["fine"] * 60 + ["bad"] * 9)
    target = Target("burst", lambda _: next(cases), burst)
    with pytest.raises(Failure, match="--target burst --seed s --case 10: 'bad'"):
        fuzz(target, 60, seed="s")


def test_an_endless_case_is_ended_although_the_reader_catches_every_exception():
    def endless():
        while True:
            try:
                sum(range(1000))
            except Exception:
                continue

    with pytest.raises(OutOfTime), time_limits(cpu_seconds=0.05):
        endless()


# What fuzzing has found, as it was first seen.


@pytest.mark.parametrize(
    "answer",
    [
        [
            "Derivative",
            [["Max", ["Abs", ["Symbol", "sigma"]]], ["Symbol", "N"]],
            ["Symbol", "N"],
            1,
        ],
        ["Product", ["Symbol", "x"], [np.ones(2), ["Symbol", "i"], ["Integer", 2]]],
        ["Derivative", ["sigma", np.ones(2)], [np.ones(2), 1]],
    ],
)
def test_a_sympy_tree_with_a_list_or_an_array_for_a_class_name_is_unreadable(answer):
    for question in (CHAIN, VARIANCE):
        with pytest.raises(Unreadable):
            read(answer, question)


def test_an_answer_of_nothing_but_blanks_is_unreadable_at_once():
    with pytest.raises(Unreadable), time_limits():
        read("\x0c" * 20_000, VARIANCE)


def test_an_oldest_notebook_with_a_cell_of_a_later_format_is_refused_and_repeats_no_cell():
    with pytest.raises(Refused):
        read_notebook(
            b'{"nbformat": 1, "cells": [{"cell_type": "code", "code": "x = 1"},'
            b' {"cell_type": "markdown", "source": "y"}]}',
            "alt.ipynb",
        )
