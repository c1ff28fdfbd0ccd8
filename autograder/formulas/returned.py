"""Python functions as answers: where to call them, and what the returned numbers are worth.

The function itself is called elsewhere, confined; here are only the points and plain numbers.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Literal

from autograder.errors import UsageFault
from autograder.formulas.compare import Series, Tolerance, Verdict, compare
from autograder.formulas.evaluate import OutOfBudget, Value, context
from autograder.formulas.hints import Case, Wrong, hints, integer_names
from autograder.formulas.judge import (
    Bench,
    Judgement,
    bench,
    counterexample,
    undecided,
    wrong_message,
)
from autograder.formulas.points import Point, Seed, point
from autograder.formulas.question import Question
from autograder.formulas.unreadable import Unreadable
from autograder.i18n import Text, text

Precision = Literal["float64", "float32", "float16"]
_TOLERANCES: Mapping[Precision, Tolerance] = {
    "float64": Tolerance(1e-6, 1e-12),
    "float32": Tolerance(1e-4, 1e-5),
    "float16": Tolerance(2e-2, 1e-2),
}
"""Relative and (where 0 is expected) absolute deviation that the arithmetic may cause."""
LEAST_POINTS = 5
NUMBER_BITS = 4000
"""Largest integer that a function may return, in bits."""


def sample_points(question: Question, seed: Seed, count: int = 12) -> list[dict[str, float | int]]:
    """Arguments for ``count`` calls: no two quantities nearly equal, none 0, 1 or -1.

    Raises ``UsageFault`` for questions with sequences or functions: their checks make their own.
    """
    if question.sequences or question.functions:
        raise UsageFault("Sample points exist only for questions with scalar quantities.")
    return [dict(point(question, seed, number).values) for number in range(count)]


def judge_values(
    points: Sequence[Mapping[str, float | int]],
    values: Sequence[object],
    question: Question,
    seed: Seed,
    precision: Precision = "float64",
) -> Judgement:
    """Decide what a function returned at ``points`` (from :func:`sample_points`).

    ``values`` holds one number per point, or one tuple or list of numbers for a vector-valued
    answer; NumPy scalars and arrays count as what they hold. Raises :class:`Unreadable` for
    other types, ``UsageFault`` for fewer than five points.
    """
    if len(points) != len(values) or len(points) < LEAST_POINTS:
        raise UsageFault(f"{len(values)} values at {len(points)} points: expected at least five.")
    where = bench(question, seed)
    places = tuple(
        Point(dict(given), ("given", k, *sorted(given.items()))) for k, given in enumerate(points)
    )
    rows = [_row(value, question) for value in values]
    for row in rows:
        if isinstance(row, Text):
            return Judgement(Verdict.DIFFERENT, row, seed, hints=(row,))
    answer = _Returned([row for row in rows if not isinstance(row, Text)])
    try:
        return _decide(answer, places, where, _TOLERANCES[precision])
    except OutOfBudget:
        return undecided(
            text("Der Vergleich ist zu aufwendig. Eine Tutorin oder ein Tutor sieht ihn an."), seed
        )


class _Returned:
    """Numbers that a function returned at the given points."""

    def __init__(self, rows: list[tuple[complex | int, ...]]) -> None:
        self._rows = rows

    def at(self, point: Point, digits: int) -> tuple[Value, ...]:
        number = point.key[1]
        if not isinstance(number, int):
            raise TypeError("not a given point")
        return tuple(context(digits).convert(value) for value in self._rows[number])


def _decide(
    answer: Series, places: tuple[Point, ...], where: Bench, tolerance: Tolerance
) -> Judgement:
    comparison = compare(answer, where.reference, places, tolerance)
    if comparison.verdict is Verdict.EQUAL:
        return Judgement(Verdict.EQUAL, text("Das Ergebnis stimmt."), where.seed)
    if comparison.verdict is Verdict.UNDECIDED:
        return undecided(
            text("Die Aufgabe hat an zu wenigen der Prüfstellen einen Wert."), where.seed
        )
    wrong_form = where.matching(answer, places, tolerance, frozenset())
    found: tuple[Text, ...] = ()
    if wrong_form is None:
        cases = _cases(where.question, places)
        found = tuple(
            hints(Wrong(where.question, answer, where.reference, places, cases, tolerance))
        )
    return Judgement(
        Verdict.DIFFERENT,
        wrong_message(wrong_form, found),
        where.seed,
        wrong_form=wrong_form,
        hints=found,
        counterexample=counterexample(answer, where.reference, comparison.at),
    )


def _cases(question: Question, places: tuple[Point, ...]) -> tuple[Case, ...]:
    """Values of an integer that several, but not all, of the points share."""
    found = []
    for name, domain in integer_names(question):
        for value in domain.choices:
            group = tuple(place for place in places if place.values[name] == value)
            if 1 < len(group) < len(places):
                found.append(Case(f"{name} = {value}", group))
    return tuple(found)


def _row(value: object, question: Question) -> tuple[complex | int, ...] | Text:
    """The numbers of one call, or what is wrong with them."""
    if value is None:
        return text("Ihre Funktion gibt nichts zurück (None). Fehlt am Ende ein return?")
    if type(value).__module__ in ("numpy", "torch") and hasattr(value, "tolist"):
        value = value.tolist()
    items = list(value) if isinstance(value, list | tuple) else [value]
    if len(items) != question.size:
        return text(
            "Erwartet wird die Rückgabe von {expected} Zahl(en), gefunden wurden {found}.",
            expected=question.size,
            found=len(items),
        )
    numbers = [_number(item) for item in items]
    if None in numbers:
        return text(
            "Ihre Funktion liefert eine Zahl, die nicht endlich ist (NaN oder unendlich). Prüfen "
            "Sie Divisionen, Wurzeln und Logarithmen."
        )
    return tuple(number for number in numbers if number is not None)


def _number(item: object) -> complex | int | None:
    """A finite number, None for NaN and what is too large; raises :class:`Unreadable`."""
    match item:
        case bool():
            pass
        case int():
            return item if item.bit_length() <= NUMBER_BITS else None
        case float():
            return float(item) if math.isfinite(item) else None
        case complex():
            finite = math.isfinite(item.real) and math.isfinite(item.imag)
            return (item if item.imag else item.real) if finite else None
    raise Unreadable(
        text(
            "Ihre Funktion soll eine Zahl zurückgeben, gefunden wurde ein Wert vom Typ {kind}.",
            kind=type(item).__name__,
        )
    )
