"""Hidden checks of Blatt 9, exercise 1: derivatives of chains with and without skips."""

from dataclasses import replace

import numpy as np
from blatt09_chains import (
    Chain,
    draw,
    forward,
    no_source,
    plain_derivative,
    right_source,
    skip_derivative,
)
from blatt09_questions import PLAIN_CHAIN, SKIP_POST, SKIP_PRE

from autograder.checks import (
    Number,
    Vector,
    Verdict,
    close,
    consistent,
    number,
    task,
    text,
    vector,
    wrong,
)
from autograder.checks.formula import as_written, check_formula, judged, settle
from autograder.checks.gradients import derivative
from autograder.checks.matching import WrongForm, match
from autograder.checks.student import Student
from autograder.checks.values import pair
from autograder.formulas import Verdict as Equality
from autograder.model import Evidence
from autograder.wire.activations import Activation

CONVENTIONS = ("pre", "post")


def ask_derivative(student: Student, name: str, c: Chain) -> Number:
    """Call 1a or 1d with the common argument list."""
    return number(student.call(name, c.x, c.w, c.b, c.s, c.o, c.sigma, c.sigma.derivative))


def factors(c: Chain, first: int = 2, last: int | None = None) -> list[float]:
    return [c.w[i] * c.ds(i) for i in range(first, (c.n if last is None else last) + 1)]


def sigma_of(c: Chain, i: int) -> float:
    return float(c.sigma(float(c.s[i])))


def derivative_at_outputs(c: Chain) -> float:
    def at(i: int) -> float:
        return float(c.sigma.derivative(float(c.o[i])))

    return c.x * at(1) * float(np.prod([c.w[i] * at(i) for i in range(2, c.n + 1)]))


@task("1a")
def test_derivative_of_the_plain_chain(student, rng, seed):
    """Die Ableitung des Outputs nach w_1 stimmt für beliebige Ketten."""
    if as_written(student, "1a", "aufgabe_1a"):
        check_formula(student, "1a", "aufgabe_1a", PLAIN_CHAIN, seed)
        return
    cases = [draw(rng, n) for n in (2, 3, 5, 6)]
    found = [ask_derivative(student, "aufgabe_1a", c) for c in cases]
    mistakes = {
        text("Der Faktor, der aus s_1 nach w_1 abgeleitet entsteht, fehlt."): lambda c: (
            plain_derivative(c) / c.x
        ),
        text("Die Ableitung der Aktivierung im ersten Layer fehlt."): lambda c: (
            plain_derivative(c) / c.ds(1)
        ),
        text("Das Gewicht w_1 kommt in der Ableitung nach w_1 nicht als Faktor vor."): lambda c: (
            plain_derivative(c) * c.w[1]
        ),
        text("Das Gewicht w_1 gehört nicht ins Produkt, und ein anderer Faktor fehlt."): lambda c: (
            plain_derivative(c) * c.w[1] / c.x
        ),
        text("Im Produkt fehlt der letzte Layer."): lambda c: (
            c.x * c.ds(1) * float(np.prod(factors(c, 2, c.n - 1)))
        ),
        text("Die Aktivierung selbst steht dort, wo ihre Ableitung stehen muss."): lambda c: (
            c.x
            * sigma_of(c, 1)
            * float(np.prod([c.w[i] * sigma_of(c, i) for i in range(2, c.n + 1)]))
        ),
        text("Die Faktoren der Layer werden addiert statt verkettet."): lambda c: (
            c.x * c.ds(1) * float(np.sum(factors(c)))
        ),
        text("Die Ableitung der Aktivierung wird an der falschen Stelle ausgewertet."): (
            derivative_at_outputs
        ),
        text("Das ist die Ableitung nach dem Input x, nicht nach w_1."): lambda c: (
            plain_derivative(c) / c.x * c.w[1]
        ),
        text("Die Gewichte der späteren Layer fehlen."): lambda c: (
            c.x * float(np.prod([c.ds(i) for i in range(1, c.n + 1)]))
        ),
        text("Die Ableitungen der Aktivierung fehlen."): lambda c: c.x * float(np.prod(c.w[2:])),
    }
    forms = [WrongForm(message, [form(c) for c in cases]) for message, form in mistakes.items()]
    match(found, [plain_derivative(c) for c in cases], forms, [c.label for c in cases])


def ask_forward(student: Student, c: Chain) -> tuple[np.ndarray, np.ndarray, float]:
    """(s, o, tolerance) of the student's own forward pass; index 0 is NaN in both."""
    first, second = pair(student.call("aufgabe_1c", c.x, c.w, c.b, c.sigma))
    s, o = (indexed(value, c.n) for value in (first, second))
    return s.array, o.array, max(s.tolerance, o.tolerance)


def indexed(value, n: int):
    """A sequence of length N+1 as stated, or of length N without index 0."""
    plain = vector(value, nan_at=(0,))
    if len(plain.array) == n:
        whole = vector(value)
        return replace(whole, array=np.concatenate([[np.nan], whole.array]))
    return vector(value, length=n + 1, nan_at=(0,))


def agrees(found, expected) -> bool:
    s, o, tolerance = found
    wanted = [np.concatenate([[np.nan], values[1:]]) for values in expected]
    return all(
        close(Vector(values, tolerance), want) for values, want in zip((s, o), wanted, strict=True)
    )


def conventions_of(student: Student, cases) -> set[str]:
    """Which of the two right readings the student's forward pass follows on all cases."""
    found = [ask_forward(student, c) for c in cases]
    return {
        convention
        for convention in CONVENTIONS
        if all(agrees(f, forward(c, convention)) for f, c in zip(found, cases, strict=True))
    }


def forward_cases(rng) -> list[Chain]:
    return [draw(rng, n) for n in (2, 4, 6, 8)]


@task("1c")
def test_forward_pass_with_skips(student, rng):
    """Die Vorwärtsrechnung überspringt die Paare (f_2j, f_2j+1)."""
    cases = forward_cases(rng)
    found = [ask_forward(student, c) for c in cases]
    fits = lambda source, multiply=False, chosen=cases: any(  # noqa: E731
        all(
            agrees(f, forward(c, convention, source, multiply))
            for f, c in zip(found, cases, strict=True)
            if c in chosen
        )
        for convention in CONVENTIONS
    )
    if fits(right_source):
        return
    larger = [c for c in cases if c.n > 2]
    mistakes = (
        (
            text("Für N = 2 gibt es kein Paar, das übersprungen wird."),
            fits(right_source, chosen=larger),
        ),
        (
            text("Es gibt noch keine Skip Connection: Das ist die ursprüngliche Kette."),
            fits(no_source),
        ),
        (
            text("Übersprungen werden die falschen Paare."),
            fits(lambda i, n: i - 2 if i % 2 == 0 else None)
            or fits(lambda i, n: i - 2 if i % 2 == 0 and i >= 4 else None)
            or fits(lambda i, n: i - 2 if i % 2 == 0 and i < n else None),
        ),
        (
            text("Übersprungen wird in jedem Layer statt über Paare von Layern."),
            fits(lambda i, n: i - 1 if i >= 1 else None)
            or fits(lambda i, n: i - 1 if 2 <= i <= n - 1 else None)
            or fits(lambda i, n: i - 2 if i >= 2 else None)
            or fits(lambda i, n: i - 2 if i >= 3 else None),
        ),
        (
            text("Die Skip Connections beginnen nicht beim Input der ganzen Kette."),
            fits(lambda i, n: 0 if i % 2 == 1 and 3 <= i <= n - 1 else None),
        ),
        (
            text("Eine Skip Connection addiert, sie multipliziert nicht."),
            fits(right_source, multiply=True),
        ),
    )
    first = next(
        c
        for c in cases
        if not any(agrees(found[cases.index(c)], forward(c, k)) for k in CONVENTIONS)
    )
    s, o, _ = found[cases.index(first)]
    wanted = " | ".join(
        f"{k}: s={v[0]}, o={v[1]}" for k in CONVENTIONS for v in [forward(first, k)]
    )
    evidence = Evidence(inputs={"case": first.label}, found=f"s={s}, o={o}", expected=wanted)
    wrong(next((message for message, hit in mistakes if hit), None), evidence)


@task("1d")
def test_derivative_of_the_chain_with_skips(student, rng, seed):
    """Die Ableitung nach w_1 passt zu Ihrer Architektur aus 1c."""
    if as_written(student, "1d", "aufgabe_1d"):
        judge_written_derivative(student, rng, seed)
        return
    cases = [draw(rng, n) for n in (2, 4, 6, 8)]
    found = [ask_derivative(student, "aufgabe_1d", c) for c in cases]
    matching = {
        convention
        for convention in CONVENTIONS
        if all(close(f, skip_derivative(c, convention)) for f, c in zip(found, cases, strict=True))
    }
    own = own_conventions(student, rng)
    if own:
        if own & matching:
            return
        if matching:
            wrong(text("Die Ableitung gehört zu einer anderen Architektur als Ihre Lösung von 1c."))
    elif matching:
        return
    elif own is not None and is_own_derivative(student, rng):
        consistent(text("Folgerichtig: Das ist die Ableitung Ihrer eigenen Architektur aus 1c."))
    judge_wrong(found, cases, own)


def own_conventions(student: Student, rng) -> set[str] | None:
    """What 1c follows; None where it is missing, raises or gives NaN: then either is right."""
    outer = student.last_inputs, student.last_value
    try:
        return conventions_of(student, forward_cases(rng))
    except Verdict:
        return None
    finally:
        student.last_inputs, student.last_value = outer


def judge_written_derivative(student: Student, rng, seed: int) -> None:
    """1d as a formula: it must be that of the student's own convention."""
    judgements = {
        convention: judged(student, "1d", "aufgabe_1d", question, seed)
        for convention, question in (("pre", SKIP_PRE), ("post", SKIP_POST))
    }
    matching = {k for k, judgement in judgements.items() if judgement.verdict is Equality.EQUAL}
    own = own_conventions(student, rng)
    if matching and own and not own & matching:
        wrong(text("Die Ableitung gehört zu einer anderen Architektur als Ihre Lösung von 1c."))
    if not matching:
        settle(judgements["post" if own == {"post"} else "pre"])


def judge_wrong(found, cases, own) -> None:
    """End the check with the message of the mistake that was made."""

    def inside(c: Chain) -> float:
        """1 added inside the derivative of the activation."""
        product = c.x * c.ds(1) * c.w[c.n] * c.ds(c.n)
        for i in range(3, c.n, 2):
            product *= c.w[i] * c.w[i - 1] * c.ds(i - 1) * float(c.sigma.derivative(c.s[i] + 1.0))
        return float(product)

    mistakes = {
        text("Das ist noch die Ableitung der Kette ohne Skip Connections."): plain_derivative,
        text(
            "Jedes übersprungene Paar bringt einen eigenen Summanden in seinen Faktor."
        ): lambda c: (
            c.x * c.ds(1) * (1 + float(np.prod(factors(c, 2, c.n - 1)))) * c.w[c.n] * c.ds(c.n)
        ),
        text("Zum ganzen Produkt wird etwas addiert statt zu jedem Faktor."): lambda c: (
            1 + plain_derivative(c)
        ),
        text("Der Faktor des letzten Layers fehlt."): lambda c: (
            skip_derivative(c, "pre") / (c.w[c.n] * c.ds(c.n))
        ),
        text("Der Faktor des letzten Layers fehlt (auch er wird abgeleitet)."): lambda c: (
            skip_derivative(c, "post") / (c.w[c.n] * c.ds(c.n))
        ),
        text("Der Beitrag des Shortcuts gehört nicht in das Argument der Ableitung."): inside,
        text("Der Faktor, der aus s_1 nach w_1 abgeleitet entsteht, fehlt."): lambda c: (
            skip_derivative(c, "pre") / c.x
        ),
    }
    forms = [WrongForm(message, [form(c) for c in cases]) for message, form in mistakes.items()]
    convention = "post" if own == {"post"} else "pre"
    expected = [skip_derivative(c, convention) for c in cases]
    match(found, expected, forms, [c.label for c in cases])


def is_own_derivative(student: Student, rng) -> bool:
    """Whether 1d is the derivative of the student's own, wrong forward pass.

    That pass must have a skip, depend on every weight and on x, and its derivative must differ
    from the plain chain's: otherwise copying 1a would pay. 1d must use the derivative that it is
    given, or differences of the own forward pass would do.
    """
    has_skip = False
    for n in (4, 6, 8):
        try:
            case, slope, tolerance = own_case(student, rng, n)
        except Verdict:
            return False
        if case is None or not depends_on_everything(student, case, tolerance):
            return False
        if not close(ask_derivative(student, "aufgabe_1d", case), slope, tolerance):
            return False
        if not uses_given_derivative(student, case, slope):
            return False
        plain = float(forward(case, "pre", no_source)[1][-1])
        same_output = close(Number(float(case.o[-1]), 10 * tolerance), plain)
        same_slope = close(Number(slope, 10 * tolerance), plain_derivative(case))
        has_skip = has_skip or not (same_output or same_slope)
    return has_skip


def own_case(student: Student, rng, n: int):
    """A chain with the student's own (s, o), the slope of its output in w_1, a tolerance."""
    for _ in range(30):
        case = draw(rng, n)
        s, o, precision = ask_forward(student, case)
        own = replace(case, s=s, o=np.concatenate([[case.x], o[1:]]))
        single = precision > 1e-5

        def output(w1: float, own=own) -> float:
            w = own.w.copy()
            w[1] = w1
            return float(ask_forward(student, replace(own, w=w))[1][-1])

        slope = derivative(output, float(own.w[1]), 3e-2 if single else 1e-2)
        if 0.05 <= abs(slope) <= 20:
            return own, slope, 2e-2 if single else 1e-5
    return None, 0.0, 0.0


def depends_on_everything(student: Student, c: Chain, tolerance: float) -> bool:
    def last(chain: Chain) -> float:
        return float(ask_forward(student, chain)[1][-1])

    base = last(c)

    def differs(value: float) -> bool:
        return abs(value - base) > tolerance * max(1.0, abs(base)) * 1e-2

    def with_weight(i: int) -> Chain:
        w = c.w.copy()
        w[i] *= 1.3
        return replace(c, w=w)

    return differs(last(replace(c, x=c.x * 1.3))) and all(
        differs(last(with_weight(i))) for i in range(1, c.n + 1)
    )


def uses_given_derivative(student: Student, c: Chain, slope: float) -> bool:
    other = Activation("identity", {})
    changed = number(student.call("aufgabe_1d", c.x, c.w, c.b, c.s, c.o, c.sigma, other))
    return not close(changed, slope, 1e-3)
