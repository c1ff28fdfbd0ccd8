"""Reads formula answers in all their notations and shows how; says nothing of right or wrong."""

from collections.abc import Mapping
from typing import Any

from autograder.formulas.domains import Integers, Positive, Real
from autograder.formulas.question import Generic, Question, Sequence
from autograder.formulas.reading import Reading, read, read_markdown
from autograder.formulas.unreadable import Unreadable
from autograder.i18n import Text, text
from autograder.inside.sympy_walk import is_sympy, is_sympy_sequence, tree
from autograder.selfcheck.plain import described, plain
from autograder.wire.faults import WireFault

Vocabulary = Mapping[str, Any]
"""What the table says of names: integers, reals, sequences, functions, aliases, components."""


def is_written(value: Any) -> bool:
    """Whether this is a formula (text or SymPy, or several of them) and not a number."""
    if isinstance(value, list | tuple):
        return any(map(is_written, value))
    return isinstance(value, str) or is_sympy(value) or is_sympy_sequence(value)


def read_value(value: Any, vocabulary: Vocabulary) -> Reading:
    """The most usual reading of an answer; raises :class:`Unreadable`."""
    return read(_answer(value), _question(vocabulary))[0]


def read_cell(cell: str, vocabulary: Vocabulary) -> Reading:
    """The reading of a Markdown answer's last display formula; raises :class:`Unreadable`."""
    return read_markdown(cell, _question(vocabulary))[0]


def shown(reading: Reading) -> list[Text]:
    """„Gelesen als …“, and what had to be repaired."""
    return [reading.message, *reading.notes]


def _answer(value: Any) -> Any:
    """An object of the notebook as the reader takes it."""
    if is_sympy_sequence(value):
        value = list(value)
    if isinstance(value, dict):
        value = list(value.values())
    if is_sympy(value):
        try:
            return tree(value)
        except WireFault as error:
            raise Unreadable(text("Der Ausdruck ist zu groß, um gelesen zu werden.")) from error
    if isinstance(value, list | tuple):
        return tuple(_answer(one) for one in value)
    simple = plain(value)
    if isinstance(simple, str | int | float) and not isinstance(simple, bool):
        return simple
    raise Unreadable(
        text("Erwartet wird eine Formel oder Funktion, gefunden: {kind}.", kind=described(value))
    )


def _question(vocabulary: Vocabulary) -> Question:
    """A question without an answer: the reader only wants to know the names."""
    components = tuple(tuple(one) for one in vocabulary.get("components", ()))
    return Question(
        reference=("0",) * len(components) if components else "0",
        variables={
            **{name: Integers(2) for name in vocabulary.get("integers", ())},
            **{name: Positive() for name in vocabulary.get("reals", ())},
        },
        sequences={name: Sequence(Real()) for name in vocabulary.get("sequences", ())},
        functions={
            name: Generic(tuple(derivatives))
            for name, derivatives in vocabulary.get("functions", {}).items()
        },
        aliases=vocabulary.get("aliases", {}),
        components=components,
    )
