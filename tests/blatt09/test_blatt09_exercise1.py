"""Hidden checks of Blatt 9, exercise 1: derivatives of chains with and without skips."""

from collections.abc import Callable

import blatt09_phrases as say
import numpy as np
from blatt09_chain_questions import PLAIN_CHAIN, SKIP_POST, SKIP_PRE
from blatt09_chains import Chain, draw, plain_derivative
from blatt09_follow_up import (
    Forward,
    agrees,
    ask_forward,
    call_derivative,
    forward_agrees,
    forward_cases,
    is_own_derivative,
    missing_dependence,
    own_conventions,
    slope_of_own,
)
from blatt09_mistakes import DIFFERENCES, forms_of_plain_chain, forms_of_skip_chain
from blatt09_own_network import is_own_network
from blatt09_recomputed import look_if_recomputed, settle_written
from blatt09_skips import (
    CONVENTIONS,
    MISREADINGS,
    NO_SKIPS,
    RIGHT,
    Convention,
    forward,
    skip_derivative,
)

from autograder.checks import (
    Number,
    Verdict,
    close,
    consistent,
    number,
    task,
    text,
    undecided,
    wrong,
)
from autograder.checks.formula import (
    as_written,
    is_formula,
    judged,
    judged_value,
)
from autograder.checks.matching import match
from autograder.checks.student import Student
from autograder.formulas import Judgement, Question
from autograder.formulas import Verdict as Equality
from autograder.i18n import Text
from autograder.records.model import Evidence


@task("1a")
def test_derivative_of_the_plain_chain(student, rng, seed):
    """Die Ableitung des Outputs nach w_1 stimmt für beliebige Ketten."""
    if as_written(student, "1a", "aufgabe_1a"):
        settle_written(judged(student, "1a", "aufgabe_1a", PLAIN_CHAIN, seed))
        return
    cases = [draw(rng, n) for n in (2, 3, 5, 6)]
    values = call_derivative(student, "aufgabe_1a", cases)
    if is_formula(values[0]):
        settle_written(judged_value(student, "aufgabe_1a", values[0], PLAIN_CHAIN, seed))
        return
    found = [number(value) for value in values]
    expected = [plain_derivative(c) for c in cases]
    labels = [c.label for c in cases]
    if not all(close(f, e) for f, e in zip(found, expected, strict=True)):
        look_if_recomputed(student, "aufgabe_1a", rng, (NO_SKIPS,))
    match(
        found,
        expected,
        forms_of_plain_chain(cases),
        labels,
        say.COMPUTE_BY_HAND,
    )


@task("1c")
def test_forward_pass_with_skips(student, rng):
    """Die Vorwärtsrechnung überspringt die Paare (f_2j, f_2j+1)."""
    cases = forward_cases(rng)
    found = [ask_forward(student, c) for c in cases]

    def fits(skips, chosen=cases):
        pairs = zip(found, cases, strict=True)
        return all(forward_agrees(f, forward(c, skips)) for f, c in pairs if c in chosen)

    if any(map(fits, RIGHT.values())):
        return
    first = next(
        (f, c)
        for f, c in zip(found, cases, strict=True)
        if not any(forward_agrees(f, forward(c, right)) for right in RIGHT.values())
    )
    larger = [c for c in cases if c.n > 2]
    if any(fits(right, larger) for right in RIGHT.values()):
        message = text("Für N = 2 gibt es kein Paar, das übersprungen wird.")
    else:
        known = (sentence for sentence, several in MISREADINGS if any(map(fits, several)))
        message = next(known, None) or other_mistake(student, found, cases) or deviation(*first)
    wrong(message, evidence_for(*first))


def evidence_for(found: Forward, c: Chain) -> Evidence:
    s, o, tolerance = found
    wanted = " | ".join(
        f"{k}: s={v[0]}, o={v[1]}" for k in CONVENTIONS for v in [forward(c, RIGHT[k])]
    )
    return Evidence({"case": c.label}, f"s={s}, o={o}", wanted, tolerance)


def other_mistake(student: Student, found: list[Forward], cases: list[Chain]) -> Text | None:
    """Mistakes in what is returned rather than in the architecture."""
    for right in RIGHT.values():
        wanted = [forward(c, right) for c in cases]
        pairs = list(zip(found, wanted, strict=True))
        if all(agrees(o, w[1], tolerance) for (_, o, tolerance), w in pairs):
            return text("o stimmt, aber s_i ist nicht das Argument von sigma, wie es verlangt ist.")
        if all(agrees(s, w[1], t) and agrees(o, w[0], t) for (s, o, t), w in pairs):
            return text("s und o sind in der Rückgabe vertauscht.")
    try:
        unused = missing_dependence(student, cases[1], found[1][2])
    except Verdict:
        return None
    if unused:
        names = ", ".join(unused)
        return text("Der Output hängt bei Ihnen nicht ab von: {names}.", names=names)
    return None


def deviation(found: Forward, c: Chain) -> Text:
    """Where one should look: the first layer that fits neither reading."""
    s, o, tolerance = found
    scale = 10 * tolerance

    def first_wrong(convention: Convention) -> int:
        wanted_s, wanted_o = forward(c, RIGHT[convention])
        for i in range(1, c.n + 1):
            pairs = ((s[i], wanted_s[i]), (o[i], wanted_o[i]))
            if any(abs(a - b) > scale * max(1.0, abs(b)) for a, b in pairs):
                return i
        return c.n

    layer = max(map(first_wrong, CONVENTIONS))
    return text("Bei N = {n} weicht zuerst Layer {layer} ab.", n=c.n, layer=layer)


@task("1d")
def test_derivative_of_the_chain_with_skips(student, rng, seed):
    """Die Ableitung nach w_1 passt zu Ihrer Architektur aus 1c."""
    if as_written(student, "1d", "aufgabe_1d"):
        judge_formula(student, rng, lambda q: judged(student, "1d", "aufgabe_1d", q, seed))
        return
    cases = [draw(rng, n) for n in (2, 4, 6, 8)]
    values = call_derivative(student, "aufgabe_1d", cases)
    if is_formula(values[0]):
        judge_formula(
            student, rng, lambda q: judged_value(student, "aufgabe_1d", values[0], q, seed)
        )
        return
    found = [number(value) for value in values]
    matching = {
        convention
        for convention in CONVENTIONS
        if all(
            close(f, skip_derivative(c, RIGHT[convention]))
            for f, c in zip(found, cases, strict=True)
        )
    }
    own = own_conventions(student, rng)
    if own:
        if own & matching:
            return
        if matching:
            wrong(say.OTHER_ARCHITECTURE)
    elif matching:
        return
    elif own is not None and is_own_derivative(student, rng):
        if not is_own_network(student, rng):
            undecided(say.OWN_FUNCTION)
        consistent(text("Folgerichtig: Das ist die Ableitung Ihrer eigenen Architektur aus 1c."))
    look_if_recomputed(student, "aufgabe_1d", rng, tuple(RIGHT.values()))
    judge_wrong(student, found, cases, own)


def judge_formula(
    student: Student, rng: np.random.Generator, judge: Callable[[Question], Judgement]
) -> None:
    """1d as a formula: it must be that of the student's own convention."""
    judgements = {"pre": judge(SKIP_PRE), "post": judge(SKIP_POST)}
    matching = {k for k, judgement in judgements.items() if judgement.verdict is Equality.EQUAL}
    own = own_conventions(student, rng)
    if matching and own and not own & matching:
        wrong(say.OTHER_ARCHITECTURE)
    if not matching:
        likely, other = judgements.values()
        if own == {"post"}:
            likely, other = other, likely
        settle_written(other if other.wrong_form and not likely.wrong_form else likely)


def judge_wrong(
    student: Student, found: list[Number], cases: list[Chain], own: set[Convention] | None
) -> None:
    """End the check with the message of the mistake that was made."""
    convention: Convention = "post" if own == {"post"} else "pre"
    expected = [skip_derivative(c, RIGHT[convention]) for c in cases]
    try:
        slopes = [slope_of_own(student, c) for c in cases] if own is not None else []
    except Verdict:
        slopes = []
    if any(slopes) and all(close(f, v, DIFFERENCES) for f, v in zip(found, slopes, strict=True)):
        wrong(say.OWN_FORWARD_PASS, Evidence(found=repr([f.value for f in found])))
    labels = [c.label for c in cases]
    match(found, expected, forms_of_skip_chain(cases), labels, say.COMPUTE_BY_HAND)
