"""The verdict on an answer: equal, different or undecided, and what to tell the student."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from autograder.formulas.compare import (
    DIGITS,
    EXACT,
    POINTS,
    Comparison,
    Formula,
    Series,
    Tolerance,
    Verdict,
    compare,
)
from autograder.formulas.definitions import reference_trees, wrong_trees
from autograder.formulas.evaluate import (
    Meter,
    OutOfBudget,
    OutsideSequence,
    Undefined,
    Value,
    context,
)
from autograder.formulas.hints import Case, Wrong, hints, integer_names
from autograder.formulas.points import Point, Seed, point
from autograder.formulas.question import Question, WrongForm
from autograder.formulas.reading import Reading, read
from autograder.formulas.tree import decimal_digits, names
from autograder.i18n import Text, text

_TRIES = 120
"""How many points are tried to find 24 at which the reference has a value."""
_ROUNDED_DIGITS = 4
"""A decimal with at least this many digits may be a rounded value."""
_NEARLY = 5e-3
"""Relative deviation that shorter decimals suggest to be rounding, too: for a human."""
_AUTHOR_OPERATIONS = 50_000_000
_CASE_VALUES = 4
_CASE_POINTS = 3


@dataclass(frozen=True, slots=True)
class Counterexample:
    """One point where answer and reference differ: for tutors, never for students."""

    point: Mapping[str, str]
    found: str
    expected: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """``message`` is for the student and gives nothing away; ``seed`` repeats the judgement.

    ``wrong_form`` is the known mistake that matched; without one ``hints`` holds what could be
    detected. ``rounded``: equal only within the question's tolerance for decimals.
    """

    verdict: Verdict
    message: Text
    seed: Seed
    reading: Reading | None = None
    wrong_form: WrongForm | None = None
    hints: tuple[Text, ...] = ()
    rounded: bool = False
    counterexample: Counterexample | None = None

    @property
    def credit(self) -> float:
        """Share of the points in [0, 1]."""
        if self.verdict is Verdict.EQUAL:
            return 1.0
        return self.wrong_form.credit if self.wrong_form else 0.0


class Bench:
    """A question at the points of one seed, with everything the author wrote already computed."""

    def __init__(self, question: Question, seed: Seed) -> None:
        meter = Meter(_AUTHOR_OPERATIONS)
        self.question = question
        self.seed = seed
        self.reference = Formula(reference_trees(question), question, meter)
        self.wrong = tuple(
            None if trees is None else Formula(trees, question, meter)
            for trees in wrong_trees(question)
        )

    def points(self, count: int = _TRIES) -> Iterator[Point]:
        """The points of this seed, drawn as they are needed."""
        return (point(self.question, self.seed, number) for number in range(count))

    def matching(
        self, answer: Series, points: tuple[Point, ...], tolerance: Tolerance, used: frozenset[str]
    ) -> WrongForm | None:
        """The first known mistake that has the answer's values or uses one of its names."""
        for wrong, formula in zip(self.question.wrong_forms, self.wrong, strict=True):
            if used.intersection(wrong.uses):
                return wrong
            if formula is not None:
                found = compare(answer, formula, points, tolerance)
                if found.verdict is Verdict.EQUAL:
                    return wrong
        return None

    def cases(self) -> tuple[Case, ...]:
        """Small values of each integer, and equality of two of them."""
        found = []
        integers = integer_names(self.question)
        for name, domain in integers:
            for value in domain.choices[:_CASE_VALUES]:
                found.append(self._case(f"{name} = {value}", {name: value}))
        for (first, _), (second, _) in combinations(integers, 2):
            found.append(self._case(f"{first} = {second}", {}, same=(first, second)))
        return tuple(found)

    def _case(
        self, name: str, fixed: Mapping[str, int], same: tuple[str, str] | None = None
    ) -> Case:
        points = []
        for basis in self.points(_CASE_POINTS):
            values = {**basis.values, **fixed}
            if same is not None:
                values[same[1]] = values[same[0]]
            points.append(Point(values, (*basis.key, name)))
        return Case(name, tuple(points))


@lru_cache(maxsize=64)
def bench(question: Question, seed: Seed) -> Bench:
    return Bench(question, seed)


def judge(answer: object, question: Question, seed: Seed) -> Judgement:
    """Decide an answer: anything :func:`read` takes, or the readings it (or a cell) gave.

    Of an ambiguous answer one right reading is enough. Raises :class:`Unreadable` when it cannot
    be read, and ``UsageFault`` when the question itself is at fault.
    """
    readings = _readings(answer, question)
    where = bench(question, seed)
    meter = Meter()
    judgements = []
    for reading in readings:
        judgement = _judge_reading(reading, where, meter)
        if judgement.verdict is Verdict.EQUAL:
            return judgement
        judgements.append(judgement)
    for judgement in judgements:
        if judgement.verdict is Verdict.UNDECIDED:
            return judgement
    return next((found for found in judgements if found.wrong_form), judgements[0])


def _readings(answer: object, question: Question) -> tuple[Reading, ...]:
    if isinstance(answer, Reading):
        return (answer,)
    if isinstance(answer, tuple) and answer:
        given = tuple(item for item in answer if isinstance(item, Reading))
        if len(given) == len(answer):
            return given
    return read(answer, question)


def _judge_reading(reading: Reading, where: Bench, meter: Meter) -> Judgement:
    answer = Formula(reading.trees, where.question, meter)
    try:
        return _decide(reading, answer, where)
    except OutOfBudget:
        return undecided(
            text(
                "Die Formel ist zu aufwendig, um sie auszuwerten. Eine Tutorin oder ein Tutor "
                "sieht sie an."
            ),
            where.seed,
            reading,
        )


def _decide(reading: Reading, answer: Formula, where: Bench) -> Judgement:
    digits = max((n for tree in reading.trees for n in decimal_digits(tree)), default=0)
    exact = compare(answer, where.reference, where.points())
    if exact.verdict is Verdict.EQUAL:
        return Judgement(Verdict.EQUAL, text("Das Ergebnis stimmt."), where.seed, reading)
    if exact.verdict is Verdict.UNDECIDED:
        return undecided(_no_value(exact.reason), where.seed, reading)
    if digits:
        rounded = _decide_rounded(reading, answer, where, digits)
        if rounded is not None:
            return rounded
    return _different(reading, answer, where, exact, Tolerance(_NEARLY) if digits else EXACT)


def _no_value(reason: Undefined | None) -> Text:
    if isinstance(reason, OutsideSequence):
        return text(
            "Die Formel verwendet einen Index, den es nicht gibt (etwa 0 oder N + 1). Bitte prüfen "
            "Sie Anfang und Ende."
        )
    return text(
        "Die Formel hat an vielen Stellen keinen Wert und lässt sich nicht vergleichen. Eine "
        "Tutorin oder ein Tutor sieht sie an."
    )


def _decide_rounded(
    reading: Reading, answer: Formula, where: Bench, digits: int
) -> Judgement | None:
    """An answer with decimals that is right within rounding, or nearly so; else None."""

    def near(relative: float) -> bool:
        found = compare(answer, where.reference, where.points(), Tolerance(relative))
        return found.verdict is Verdict.EQUAL

    if digits >= _ROUNDED_DIGITS and near(where.question.tolerance):
        message = text("Das Ergebnis stimmt; ein Wert darin ist gerundet.")
        return Judgement(Verdict.EQUAL, message, where.seed, reading, rounded=True)
    if near(_NEARLY):
        return undecided(
            text(
                "Eine Dezimalzahl ist so stark gerundet, dass sich das Ergebnis nicht entscheiden "
                "lässt. Bitte geben Sie Brüche und Wurzeln exakt an."
            ),
            where.seed,
            reading,
        )
    return None


def _different(
    reading: Reading,
    answer: Formula,
    where: Bench,
    exact: Comparison,
    tolerance: Tolerance,
) -> Judgement:
    points = tuple(where.points(2 * POINTS))
    used = frozenset().union(*map(names, reading.trees))
    wrong_form: WrongForm | None = None
    found: list[Text] = []
    # The verdict stands; running out of budget here only costs explanations.
    with suppress(OutOfBudget):
        wrong_form = where.matching(answer, points, tolerance, used)
        if wrong_form is None:
            cases = where.cases()
            wrong = Wrong(where.question, answer, where.reference, points, cases, tolerance)
            found += hints(wrong)
    return Judgement(
        Verdict.DIFFERENT,
        wrong_message(wrong_form, found),
        where.seed,
        reading,
        wrong_form,
        tuple(found),
        counterexample=counterexample(answer, where.reference, exact.at),
    )


def wrong_message(wrong_form: WrongForm | None, found: Sequence[Text]) -> Text:
    """What a student reads: the known mistake, else the first hints, else only that it differs."""
    if wrong_form is not None:
        return wrong_form.message
    if not found:
        return text("Das ist ein anderes Ergebnis als gefragt. Bitte prüfen Sie Ihre Rechnung.")
    return Text(" ".join(t.de for t in found[:2]), " ".join(t.en for t in found[:2]))


def undecided(reason: Text, seed: Seed, reading: Reading | None = None) -> Judgement:
    return Judgement(Verdict.UNDECIDED, reason, seed, reading)


def counterexample(answer: Series, reference: Series, at: Point | None) -> Counterexample | None:
    """Both values at the point where they differ, to twelve digits."""
    if at is None:
        return None
    return Counterexample(
        {name: repr(value) for name, value in at.values.items()},
        _shown(answer, at),
        _shown(reference, at),
    )


def _shown(series: Series, at: Point) -> str:
    try:
        values: tuple[Value, ...] = series.at(at, DIGITS)
    except Undefined:
        return "—"
    shown = [context(DIGITS).nstr(value, 12) for value in values]
    return shown[0] if len(shown) == 1 else f"({', '.join(shown)})"
