"""What kind of mistake a wrong answer shows when no known wrong form matches.

The hints point to where one should look and never name the right result.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from autograder.formulas.compare import (
    DIGITS,
    EXACT,
    Comparison,
    Formula,
    Series,
    Tolerance,
    Verdict,
    agree,
    compare,
    components_agree,
)
from autograder.formulas.definitions import Trees
from autograder.formulas.domains import Integers
from autograder.formulas.evaluate import Meter, Undefined, Value
from autograder.formulas.points import Point
from autograder.formulas.question import Question
from autograder.formulas.tree import (
    Apply,
    Divide,
    Negate,
    Node,
    Power,
    Variable,
    integer,
    substitute,
)
from autograder.i18n import Text, text

_POINTS = 8
"""How many points support a hint."""


@dataclass(frozen=True, slots=True)
class Case:
    """A special value of some quantities, and points at which they have it."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, eq=False)
class Wrong:
    """A wrong answer beside the right one, and the points at which both are known."""

    question: Question
    answer: Series
    reference: Formula
    points: tuple[Point, ...]
    cases: tuple[Case, ...]
    tolerance: Tolerance = EXACT


def hints(wrong: Wrong) -> Iterator[Text]:
    """All hints that fit, the most telling first; may raise :class:`OutOfBudget`."""
    failing = _failing_components(wrong)
    if 0 < len(failing) < wrong.question.size:
        yield _which_component(wrong.question, failing)
    for case in wrong.cases:
        if all(_agrees(wrong, point) for point in case.points):
            yield text(
                "Das Ergebnis stimmt nur für {case}. Prüfen Sie den allgemeinen Fall.",
                case=case.name,
            )
            break
    yield from _detected(wrong, failing)


def _detected(wrong: Wrong, failing: list[int]) -> Iterator[Text]:
    def matches(trees: Trees) -> bool:
        target = Formula(trees, wrong.question, Meter())
        return _equal(compare(wrong.answer, target, wrong.points, wrong.tolerance))

    reference = wrong.reference.trees
    if matches(_changed(reference, failing, Negate)):
        yield text("Bitte prüfen Sie das Vorzeichen.")
    elif _constant_factor(wrong, failing):
        yield text("Das Ergebnis weicht um einen konstanten Faktor ab. Prüfen Sie die Zahlen.")
    if matches(_changed(reference, failing, lambda node: Divide(integer(1), node))):
        yield text("Prüfen Sie, was im Zähler und was im Nenner stehen muss.")
    squared = _changed(reference, failing, lambda node: Power(node, integer(2)))
    rooted = _changed(reference, failing, lambda node: Apply("sqrt", 0, (node,)))
    if matches(squared) or matches(rooted):
        yield text(
            "Prüfen Sie, ob ein Quadrat oder eine Wurzel zu viel ist oder fehlt (etwa Varianz und "
            "Standardabweichung)."
        )
    for first, second in _alike(wrong.question):
        swap: Mapping[str, Node] = {first: Variable(second), second: Variable(first)}
        if matches(tuple(substitute(tree, swap) for tree in reference)):
            yield text(
                "Prüfen Sie, ob {first} und {second} an der richtigen Stelle stehen.",
                first=first,
                second=second,
            )
            return


def _failing_components(wrong: Wrong) -> list[int]:
    failing: set[int] = set()
    for point in wrong.points[:_POINTS]:
        try:
            same = components_agree(wrong.answer, wrong.reference, point, wrong.tolerance)
        except Undefined:
            continue
        failing |= {place for place, right in enumerate(same) if not right}
    return sorted(failing)


def _which_component(question: Question, failing: list[int]) -> Text:
    def named(places: list[int]) -> str:
        labels = question.components
        return ", ".join(labels[k][0] if labels else f"{k + 1}." for k in places)

    right = [place for place in range(question.size) if place not in failing]
    return text("{right} stimmt, {wrong} noch nicht.", right=named(right), wrong=named(failing))


def _agrees(wrong: Wrong, point: Point) -> bool:
    try:
        return agree(wrong.answer, wrong.reference, point, wrong.tolerance)
    except Undefined:
        return False


def _equal(comparison: Comparison) -> bool:
    return comparison.verdict is Verdict.EQUAL


def _changed(trees: Trees, places: list[int], change: Callable[[Node], Node]) -> Trees:
    return tuple(change(tree) if k in places else tree for k, tree in enumerate(trees))


def _constant_factor(wrong: Wrong, failing: list[int]) -> bool:
    """Whether the answer is a multiple of a reference that is not itself a constant."""
    return bool(failing) and all(_constant_ratio(wrong, place) for place in failing)


def _constant_ratio(wrong: Wrong, place: int) -> bool:
    ratios: list[Value] = []
    expected: list[Value] = []
    for point in wrong.points[:_POINTS]:
        try:
            found = wrong.answer.at(point, DIGITS)[place]
            expected.append(wrong.reference.at(point, DIGITS)[place])
        except Undefined:
            return False
        if not found or not expected[-1]:
            return False
        ratios.append(found / expected[-1])
    limit = wrong.tolerance.relative or 1e-20
    return len(ratios) > 2 and not _all_near(expected, limit) and _all_near(ratios, limit)


def _all_near(values: list[Value], limit: float) -> bool:
    return all(abs(value - values[0]) <= limit * abs(values[0]) for value in values)


def _alike(question: Question) -> Iterator[tuple[str, str]]:
    """Pairs of quantities of the same kind, which are easily taken for one another."""
    for (first, one), (second, other) in combinations(question.variables.items(), 2):
        if type(one) is type(other):
            yield first, second


def integer_names(question: Question) -> list[tuple[str, Integers]]:
    return [(n, d) for n, d in question.variables.items() if isinstance(d, Integers)]
