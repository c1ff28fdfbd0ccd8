"""What the author of a question wrote, read once: sequences, functions, reference, wrong forms."""

from dataclasses import dataclass
from functools import lru_cache

from autograder.errors import UsageFault
from autograder.formulas.aliases import vocabulary_of
from autograder.formulas.domains import Domain
from autograder.formulas.names import Vocabulary
from autograder.formulas.python_syntax import parse_python
from autograder.formulas.question import Concrete, Form, Question
from autograder.formulas.reading import read
from autograder.formulas.tree import Node
from autograder.formulas.unreadable import Unreadable

Trees = tuple[Node, ...]
"""One tree per component of the answer."""


@dataclass(frozen=True, slots=True)
class SequenceDefinition:
    domain: Domain
    first: Node
    last: Node | None
    start: Node | None


@dataclass(frozen=True, slots=True)
class FunctionDefinition:
    argument: str
    orders: Trees


@dataclass(frozen=True, eq=False)
class Definitions:
    """``functions`` maps to None where a function is unknown and only smooth."""

    sequences: dict[str, SequenceDefinition]
    functions: dict[str, FunctionDefinition | None]


@lru_cache(maxsize=256)
def definitions_of(question: Question) -> Definitions:
    """Raises :class:`UsageFault` for a bound or function formula that cannot be read."""
    vocabulary = vocabulary_of(question)
    sequences = {
        name: SequenceDefinition(
            sequence.domain,
            _author(sequence.first, vocabulary),
            None if sequence.last is None else _author(sequence.last, vocabulary),
            None if sequence.start is None else _author(sequence.start, vocabulary),
        )
        for name, sequence in question.sequences.items()
    }
    functions = {
        name: _function(function, vocabulary) if isinstance(function, Concrete) else None
        for name, function in question.functions.items()
    }
    return Definitions(sequences, functions)


def _function(function: Concrete, vocabulary: Vocabulary) -> FunctionDefinition:
    with_argument = vocabulary.with_labels(frozenset({function.argument}))
    orders = tuple(_author(formula, with_argument) for formula in function.orders)
    return FunctionDefinition(function.argument, orders)


def _author(formula: str, vocabulary: Vocabulary) -> Node:
    try:
        return parse_python(formula, vocabulary)
    except Unreadable as error:
        raise _fault(formula, error) from error


def form_trees(form: Form, question: Question) -> Trees:
    """A reference or wrong form as trees; raises :class:`UsageFault` unless it has one reading."""
    try:
        readings = read(form, question)
    except Unreadable as error:
        raise _fault(form, error) from error
    if len(readings) > 1:
        raise UsageFault(
            f"The formula {form!r} can be read in {len(readings)} ways: "
            + "; ".join(reading.plain for reading in readings)
            + ". Write it so that one remains."
        )
    return readings[0].trees


@lru_cache(maxsize=256)
def reference_trees(question: Question) -> Trees:
    return form_trees(question.reference, question)


@lru_cache(maxsize=256)
def wrong_trees(question: Question) -> tuple[Trees | None, ...]:
    """Trees of each wrong form, None for those that match by a name only."""
    return tuple(
        None if wrong.form is None else form_trees(wrong.form, question)
        for wrong in question.wrong_forms
    )


def _fault(form: Form, error: Unreadable) -> UsageFault:
    return UsageFault(
        f"The formula {form!r} of a question cannot be read: {error} "
        "Use Python syntax over the declared names."
    )
