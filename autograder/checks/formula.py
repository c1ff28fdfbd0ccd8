"""Judges an answer that may be a formula or a function, by the rules of the formulas room."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from autograder.checks.student import Located, Student
from autograder.checks.values import kind_of, unwrapped
from autograder.checks.verdicts import Verdict
from autograder.formulas import (
    Judgement,
    Precision,
    Question,
    Reading,
    Unreadable,
    judge,
    judge_values,
    read,
    read_markdown,
    sample_points,
)
from autograder.formulas import Verdict as Equality
from autograder.i18n import text
from autograder.records.model import Evidence, Outcome
from autograder.wire.values import Remote, TensorValue

MAX_NUMBERS = 10
"""Components of an answer."""
_EMPTY = ("builtins.NoneType", "builtins.ellipsis")
_PRECISION: dict[int, Precision] = {4: "float32", 2: "float16"}


def check_formula(student: Student, part: str, name: str, question: Question, seed: int) -> None:
    """End the check with a :class:`Verdict` unless the answer equals the reference.

    Taken is what stands under the answer's name: a function, a string, a SymPy expression, a
    number. Where that is empty, the written answer of the part counts.
    """
    settle(judged(student, part, name, question, seed))


def settle(judgement: Judgement) -> None:
    """End the check with the judgement's verdict unless it is "equal"."""
    if judgement.verdict is Equality.EQUAL:
        return
    example = judgement.counterexample
    evidence = Evidence(
        inputs=dict(example.point) if example else {},
        found=example.found if example else None,
        expected=example.expected if example else None,
        seed=int(judgement.seed),
    )
    outcome = Outcome.WRONG if judgement.verdict is Equality.DIFFERENT else Outcome.UNDECIDED
    raise Verdict(outcome, judgement.message, evidence, judgement.credit)


def judged(student: Student, part: str, name: str, question: Question, seed: int) -> Judgement:
    """What the formulas room says of the answer; raises :class:`Verdict` where there is none."""
    judgement = _judged(student, part, name, question, seed)
    if judgement.reading is not None:
        student.read_as = judgement.reading.latex
        student.derivation = judgement.reading.steps > 1
    return judgement


def as_written(student: Student, part: str, name: str) -> bool:
    """Whether the answer is a formula and not something to call."""
    if student.has(name):
        given = student.formula(name)
        if "callable" in given:
            return False
        if not _is_empty(given):
            return True
    written = student.located.get(part)
    return written is not None and bool(written.formula)


def _judged(student: Student, part: str, name: str, question: Question, seed: int) -> Judgement:
    try:
        if student.has(name):
            given = student.formula(name)
            if "callable" in given:
                judgement = _called(student, name, question, seed)
                if judgement is not None:
                    return judgement
            elif not _is_empty(given):
                return judge(_answer(given), question, seed)
        written = student.located.get(part)
        if written is not None and written.formula:
            return judge(_read_cell(written, question), question, seed)
    except Unreadable as problem:
        raise Verdict(Outcome.UNREADABLE, problem.message) from problem
    if student.has(name):
        raise Verdict(
            Outcome.WRONG, text("„{name}“ gibt nichts zurück. Fehlt ein return?", name=name)
        )
    student.find(name)  # says that it is not there
    raise AssertionError


def _read_cell(cell: Located, question: Question) -> tuple[Reading, ...]:
    """The written answer: its display formulas; without one its last inline formula."""
    written = cell.written or ""
    if "$$" in written or "\\[" in written:
        return read_markdown(written, question)
    return read(cell.formula or "", question)


def _answer(given: Any, depth: int = 0) -> Any:
    """The tagged answer as the formulas room takes it."""
    if not isinstance(given, dict) or len(given) != 1 or depth > 3:
        raise Unreadable(text("Die Antwort ist nicht lesbar."))
    ((tag, value),) = given.items()
    match tag, value:
        case ("text", str()) | ("sympy", list()):
            return value
        case "number", np.number():
            return value.item()
        case "number", int() | float() | complex():
            return value
        case "items", list():
            return tuple(_answer(item, depth + 1) for item in value)
        case "callable", _:
            raise Unreadable(
                text(
                    "Mehrere Funktionen nebeneinander werden nicht gelesen. Bitte schreiben Sie "
                    "eine Funktion, die alle Werte zurückgibt."
                )
            )
    raise Unreadable(
        text("Erwartet wird eine Formel oder Funktion, gefunden: {kind}.", kind=_kind(value))
    )


def _kind(named: Any) -> str:
    return kind_of(Remote(0, named)) if isinstance(named, str) else kind_of(named)


def _is_empty(given: Mapping[str, Any]) -> bool:
    kind = given.get("other")
    return isinstance(kind, str) and kind in _EMPTY


def _called(student: Student, name: str, question: Question, seed: int) -> Judgement | None:
    """Judge what a function returns; None when it returns nothing."""
    if question.sequences or question.functions:  # such a function is called with chains instead
        raise Unreadable(text("Die Antwort ist nicht lesbar."))
    points = sample_points(question, seed)
    # a formula may use more names than a function is given
    names = [name for name in student.arguments(name) if name in question.variables]
    values = []
    for value in student.call_each(name, [[point[k] for k in names] for point in points]):
        if value is None or (isinstance(value, Remote) and value.type in _EMPTY):
            return None
        if isinstance(value, str | Remote) or _holds_formulas(value):
            return judged_value(student, name, value, question, seed)
        values.append(_plain(value))
    judgement = judge_values(points, [v for v, _ in values], question, seed, _worst(values))
    student.last_value = None
    return judgement


def is_formula(value: Any) -> bool:
    """Whether a function returned a formula (text, or a SymPy object that stays inside)."""
    return isinstance(value, str) or (isinstance(value, Remote) and value.type.startswith("sympy."))


def _holds_formulas(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and any(map(is_formula, value[:MAX_NUMBERS]))


def _given(student: Student, name: str, value: Any) -> Any:
    """A returned formula, or several of them, as the formulas room takes it."""
    if isinstance(value, Remote):
        return _answer(student.formula(name, value))
    if isinstance(value, (list, tuple)):
        return tuple(_given(student, name, item) for item in value[: MAX_NUMBERS + 1])
    return value if isinstance(value, str) else _plain(value)[0]


def judged_value(
    student: Student, name: str, value: Any, question: Question, seed: int
) -> Judgement:
    """Judge a formula that a function returned instead of a number.

    It is not quoted to its authors: the function knew its arguments, which are hidden.
    """
    try:
        judgement = judge(_given(student, name, value), question, seed)
    except Unreadable as problem:
        raise Verdict(
            Outcome.UNREADABLE,
            text(
                "Die Formel, die „{name}“ zurückgibt, ist nicht lesbar. Bitte geben Sie eine Zahl "
                "zurück, oder weisen Sie die Formel selbst diesem Namen zu.",
                name=name,
            ),
            Evidence(found=problem.message.de),
        ) from problem
    student.derivation = judgement.reading is not None and judgement.reading.steps > 1
    return replace(judgement, reading=None)


def _plain(value: Any) -> tuple[Any, int]:
    """Plain numbers and the bytes of the least precise float among them."""
    value = unwrapped(value)
    if isinstance(value, TensorValue):
        value = value.array
    if isinstance(value, (np.ndarray, np.generic)) and value.size <= MAX_NUMBERS:
        width = value.dtype.itemsize if value.dtype.kind == "f" else 8
        if isinstance(value, np.ndarray) and value.size == 1:
            value = value.reshape(())
        return value.tolist(), width
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)) and len(value) <= MAX_NUMBERS:
        items = [_plain(item) for item in value]
        return tuple(item for item, _ in items), min((w for _, w in items), default=8)
    if isinstance(value, (bool, int, float, complex)):
        return value, 8
    kind = kind_of(value)
    raise Unreadable(text("Ein Rückgabewert vom Typ {kind} ist keine Zahl.", kind=kind))


def _worst(values: Sequence[tuple[Any, int]]) -> Precision:
    width = min(width for _, width in values)
    return _PRECISION.get(width, "float64")
