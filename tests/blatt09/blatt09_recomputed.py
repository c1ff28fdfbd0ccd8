"""Answers to 1a and 1d that compute s anew from x, w and b instead of using the given one.

On the sheet s and o belong to the chain, so that such an answer can be a right derivative, though
not the formula that was asked for: a tutor decides. A difference quotient is none: it does not
use the σ' that it is given.
"""

from dataclasses import replace

import blatt09_phrases as say
import numpy as np
from blatt09_chain_questions import RECOMPUTED
from blatt09_chains import Chain, draw, smooth_activation
from blatt09_follow_up import call_derivative
from blatt09_skips import Skips, forward, skip_derivative

from autograder.checks import Verdict, close, number, undecided
from autograder.checks.formula import settle
from autograder.checks.student import Student
from autograder.formulas import Judgement
from autograder.records.model import Evidence
from autograder.wire.activations import Activation


def look_if_recomputed(
    student: Student, name: str, rng: np.random.Generator, architectures: tuple[Skips, ...]
) -> None:
    """End the check as undecided where the answer is right for the s that it computes itself."""
    cases = [draw(rng, n) for n in (2, 4, 6)]
    others = [smooth_activation(rng) for _ in cases]
    derivatives = [other.derivative for other in others]
    outer = student.last_inputs, student.last_value
    try:
        found = [number(value) for value in call_derivative(student, name, cases, derivatives)]
    except Verdict:
        return
    finally:
        student.last_inputs, student.last_value = outer
    for skips in architectures:
        wanted = [_derivative(c, other, skips) for c, other in zip(cases, others, strict=True)]
        if all(close(f, w) for f, w in zip(found, wanted, strict=True)):
            undecided(say.RECOMPUTED, Evidence(found=repr([f.value for f in found])))


def _derivative(c: Chain, other: Activation, skips: Skips) -> float:
    """The formula at the s and o of the forward pass, with the derivative of another function."""
    s, o = forward(c, skips)
    return skip_derivative(replace(c, s=s, o=o, sigma=other), skips)


def settle_written(judgement: Judgement) -> None:
    """End the check with the judgement; a formula that spells out s is for a tutor."""
    if judgement.wrong_form is not None and judgement.wrong_form.tag == RECOMPUTED:
        undecided(say.RECOMPUTED)
    settle(judgement)
