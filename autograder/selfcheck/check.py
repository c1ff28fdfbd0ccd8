"""Runs the public checks of a part on a notebook's namespace: found, in form, read as."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autograder.formulas.unreadable import Unreadable
from autograder.i18n import Text, text
from autograder.selfcheck.calling import Failed, call, shown
from autograder.selfcheck.comparing import NotComparable, differs
from autograder.selfcheck.finding import name_in, not_found
from autograder.selfcheck.formulas import is_written, read_cell, read_value
from autograder.selfcheck.formulas import shown as reading_shown
from autograder.selfcheck.inputs import NoInput, arguments
from autograder.selfcheck.properties import problem

Namespace = Mapping[str, Any]
Table = Mapping[str, Any]
"""A part, or one of its answers, as ``public.json`` has it."""


@dataclass(frozen=True)
class Report:
    """What the form test says of one part; nothing of it is a judgement."""

    task: str
    problems: tuple[Text, ...] = ()
    """Why the answer does not count as found."""
    notes: tuple[Text, ...] = ()
    """How formulas were read."""
    hints: tuple[Text, ...] = ()
    """What comparisons with the student's own values suggest to look at, or why there is none."""

    @property
    def found(self) -> bool:
        return not self.problems


def check_all(
    parts: Sequence[Table], namespace: Namespace, written: Mapping[str, str]
) -> list[Report]:
    """One report per part, in the sheet's order; ``written`` holds Markdown answers by part."""
    return [check_part(part, namespace, written) for part in parts]


def check_part(part: Table, namespace: Namespace, written: Mapping[str, str]) -> Report:
    """All answers of a part together."""
    task = part["task"]
    reports = [_answer(one, task, namespace, written.get(task)) for one in part["answers"]]
    return Report(
        task,
        tuple(line for one in reports for line in one.problems),
        tuple(line for one in reports for line in one.notes),
        tuple(line for one in reports for line in one.hints),
    )


def _answer(answer: Table, task: str, namespace: Namespace, cell: str | None) -> Report:
    try:
        return _checked(answer, task, namespace, cell)
    except Unreadable as error:
        return Report(task, (error.message,))
    except (Failed, NoInput) as error:
        return Report(task, (error.message, *_hint(answer)))


def _checked(answer: Table, task: str, namespace: Namespace, cell: str | None) -> Report:
    name = name_in(namespace, answer["names"])
    value = namespace[name] if name is not None else None
    vocabulary = answer.get("vocabulary")
    if vocabulary is not None and is_written(value):
        return Report(task, notes=tuple(reading_shown(read_value(value, vocabulary))))
    if name is not None and callable(value):
        report = _called(answer, task, name, value, namespace)
        if report is not None:
            return report
    elif vocabulary is not None and value is not None and value is not ...:
        return Report(task, notes=tuple(reading_shown(read_value(value, vocabulary))))
    elif name is not None and value is not None and value is not ...:
        return Report(task, (text("„{name}“ ist keine Funktion.", name=name),))
    if vocabulary is not None and cell is not None:
        return Report(task, notes=tuple(reading_shown(read_cell(cell, vocabulary))))
    if name is None:
        return Report(task, (not_found(namespace, answer["names"]),))
    return Report(task, (_nothing(name),))


def _called(
    answer: Table, task: str, name: str, function: Any, namespace: Namespace
) -> Report | None:
    """The report on a function's values; None where it returns nothing."""
    vocabulary = answer.get("vocabulary")
    for case in answer["cases"]:
        given = arguments(case, namespace)
        value = call(name, function, given)
        if value is None or value is ...:
            return None
        if vocabulary is not None and is_written(value):
            return Report(task, notes=tuple(reading_shown(read_value(value, vocabulary))))
        for wanted in answer["properties"]:
            found = problem(value, wanted, arguments(case, namespace))
            if found is not None:
                where = shown(name, given)
                said = Text(f"{where}: {found.de}", f"{where}: {found.en}")
                return Report(task, (said, *_hint(answer)))
    return _compared(answer, task, name, function, namespace)


def _compared(answer: Table, task: str, name: str, function: Any, namespace: Namespace) -> Report:
    compare = answer.get("compare")
    if compare is None:
        return Report(task)
    try:
        for case in answer["cases"]:
            if hint := differs(name, function, case, compare, namespace):
                return Report(task, hints=(hint,))
    except NotComparable:
        hint = text(
            "Mit „{of}“ wurde nicht verglichen: Es fehlt oder gibt hier keine Zahlen.",
            of=compare["of"],
        )
        return Report(task, hints=(hint,))
    return Report(task)


def _nothing(name: str) -> Text:
    return text(
        "„{name}“ gibt noch nichts zurück: Es fehlt die Antwort oder ein return.", name=name
    )


def _hint(answer: Table) -> tuple[Text, ...]:
    hint = answer.get("hint")
    return (Text(hint["de"], hint["en"]),) if hint else ()
