"""``public.toml`` → the table of public checks that is shipped with the notebook.

The file may name sets of inputs and vocabularies once; in the table every answer carries its own.
"""

import tomllib
from collections.abc import Mapping
from typing import Any

import msgspec

from autograder.course.sheet import Answer, Course, Localised, Sheet, Task
from autograder.errors import UsageFault
from autograder.public.inputs import demand_input
from autograder.public.properties import Property, named_in

SCHEMA = 1
NAME = "public.toml"


class Vocabulary(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The names that a written formula may use."""

    integers: tuple[str, ...] = ()
    reals: tuple[str, ...] = ()
    sequences: tuple[str, ...] = ()
    functions: Mapping[str, tuple[str, ...]] = {}
    """Function → names of its derivatives."""
    aliases: Mapping[str, str] = {}
    components: tuple[tuple[str, ...], ...] = ()
    """Of an answer of several values: what students may call each."""


class Compare(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A difference quotient of a function of the notebook's own, to compare with the answer."""

    of: str
    arguments: tuple[str, ...]
    gives: tuple[str, ...]
    entry: str
    by: str
    index: int
    hint: Localised


class Check(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The public check of one answer of ``sheet.toml``, by its official name."""

    answer: str
    inputs: str | tuple[Mapping[str, Any], ...]
    """Name of a set in ``[inputs]``, or the calls themselves: argument → input."""
    properties: tuple[Property, ...]
    hint: Localised
    """What to look at when the form does not hold."""
    vocabulary: str | None = None
    components: tuple[tuple[str, ...], ...] = ()
    compare: Compare | None = None


class Public(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    schema: int
    checks: tuple[Check, ...]
    inputs: Mapping[str, tuple[Mapping[str, Any], ...]] = {}
    vocabularies: Mapping[str, Vocabulary] = {}


def has_table(course: Course, sheet: Sheet) -> bool:
    return (course.assignment(sheet.id) / NAME).is_file()


def public_table(course: Course, sheet: Sheet) -> dict[str, Any]:
    """The table as JSON data; raises :class:`UsageFault` with file, answer and remedy."""
    path = course.assignment(sheet.id) / NAME
    try:
        public = msgspec.convert(tomllib.loads(path.read_text("utf-8")), Public)
        if public.schema != SCHEMA:
            raise msgspec.ValidationError(f"schema is {public.schema}, this reads {SCHEMA}")
        by_answer = {check.answer: check for check in public.checks}
        if unknown := by_answer.keys() - _names(sheet):
            raise msgspec.ValidationError(f"sheet.toml knows no answer {sorted(unknown)}")
        parts = [_part(task, public, by_answer) for task in sheet.tasks]
    except (OSError, ValueError) as error:  # msgspec and tomllib raise ValueErrors
        raise UsageFault(f"{path}: {error}. docs/sheet.md describes the format.") from error
    table = {
        "schema": SCHEMA,
        "sheet": sheet.id,
        "version": sheet.version,
        "cell_seconds": sheet.limits.cell_seconds,
        "parts": [part for part in parts if part["answers"]],
    }
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(table))
    return plain


def _names(sheet: Sheet) -> set[str]:
    return {answer.name for task in sheet.tasks for answer in task.answers}


def _part(task: Task, public: Public, checks: Mapping[str, Check]) -> dict[str, Any]:
    answers = [
        _answer(answer, public, checks[answer.name])
        for answer in task.answers
        if answer.name in checks
    ]
    return {"task": task.id, "answers": answers}


def _answer(answer: Answer, public: Public, check: Check) -> dict[str, Any]:
    _demand_known_names(answer, check)
    table: dict[str, Any] = {
        "names": list(answer.names),
        "cases": _cases(answer, public, check),
        "properties": msgspec.to_builtins(check.properties),
        "hint": msgspec.to_builtins(check.hint),
    }
    if check.compare is not None:
        table["compare"] = msgspec.to_builtins(check.compare)
    if answer.formula:
        vocabulary = public.vocabularies.get(check.vocabulary or "")
        if vocabulary is None:
            raise msgspec.ValidationError(
                f"{answer.name} may be a formula; name one of [vocabularies]"
            )
        components = check.components or vocabulary.components
        table["vocabulary"] = msgspec.to_builtins(
            msgspec.structs.replace(vocabulary, components=components)
        )
    return table


def _demand_known_names(answer: Answer, check: Check) -> None:
    """Sizes and comparisons speak of the answer's own arguments."""
    used = {name for one in check.properties for name in named_in(msgspec.to_builtins(one))}
    if check.compare is not None:
        used |= {*check.compare.arguments, check.compare.by}
        if check.compare.entry not in check.compare.gives:
            raise msgspec.ValidationError(f"{answer.name}: compare.entry is none of compare.gives")
    if unknown := used - set(answer.arguments):
        raise msgspec.ValidationError(
            f"{answer.name} has no argument {', '.join(sorted(unknown))}; it has "
            f"{', '.join(answer.arguments)}"
        )


def _cases(answer: Answer, public: Public, check: Check) -> list[dict[str, Any]]:
    """The calls; each gives every argument of ``sheet.toml``, in its order."""
    cases = public.inputs.get(check.inputs) if isinstance(check.inputs, str) else check.inputs
    if cases is None:
        raise msgspec.ValidationError(f"{answer.name}: there are no [[inputs.{check.inputs}]]")
    for case in cases:
        if missing := [name for name in answer.arguments if name not in case]:
            raise msgspec.ValidationError(f"{answer.name}: no input for {', '.join(missing)}")
        for spec in case.values():
            demand_input(spec)
    return [{name: case[name] for name in answer.arguments} for case in cases]
