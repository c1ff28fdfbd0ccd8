"""From an answer in any accepted form to its readings: the front door of this room."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from autograder.formulas import markdown
from autograder.formulas.aliases import vocabulary_of
from autograder.formulas.characters import plain, repaired
from autograder.formulas.display import to_latex, to_plain
from autograder.formulas.names import MOMENTS, Vocabulary, canonical
from autograder.formulas.notation import READINGS, parse
from autograder.formulas.numbers import plain_number
from autograder.formulas.python_syntax import NotPython, parse_python
from autograder.formulas.question import Question
from autograder.formulas.statements import (
    Line,
    Part,
    candidates,
    components,
    last_statement,
    outside_brackets,
    sides,
    statements,
    strip_end,
    wrong_count,
)
from autograder.formulas.sympy_tree import SympyNode, is_sympy, parse_sympy, root_parts
from autograder.formulas.tokens import tokenize
from autograder.formulas.tree import (
    Negate,
    Node,
    Power,
    checked,
    integer,
    names,
    substitute,
    too_large,
)
from autograder.formulas.unreadable import Unreadable
from autograder.i18n import Text, text

Notation = Literal["number", "text", "sympy", "mixed"]

_DELIMITED = re.compile(
    r"\s*(?:\$\$(?P<a>[^$]*)\$\$|\$(?P<b>[^$]*)\$|\\\[(?P<c>.*)\\\]|\\\((?P<d>.*)\\\))[\s.]*\Z",
    re.DOTALL,
)
_LAMBDA = re.compile(r"return\s+|lambda\b[^:]*:")
_COMMENT = re.compile(r"(?<!\\)[#%].*")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
_JOINED_FORMULAS = 4
_LABEL_TOKENS = 6
"""Most tokens of a left side such as ``\\sigma^2_y`` that names what is asked for."""
_SEARCHED_CHARACTERS = markdown.CELL_CHARACTERS + 1
"""How much of a text is looked at before its length is refused."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand an answer: a tree per component, and what had to be repaired.

    ``steps`` counts the relations on the way (``V = a = b``: 2): more than one is a derivation.
    """

    trees: tuple[Node, ...]
    notation: Notation
    notes: tuple[Text, ...] = ()
    steps: int = 0

    @property
    def latex(self) -> str:
        """The answer as it was read, in LaTeX without delimiters."""
        inner = ", ".join(to_latex(tree) for tree in self.trees)
        return inner if len(self.trees) == 1 else rf"\left({inner}\right)"

    @property
    def plain(self) -> str:
        """The answer as it was read, in one line of Python-like text."""
        inner = ", ".join(to_plain(tree) for tree in self.trees)
        return inner if len(self.trees) == 1 else f"({inner})"

    @property
    def message(self) -> Text:
        """What the student should see about how the answer was read."""
        return text("Gelesen als: {formula}", formula=self.plain)


def read(answer: object, question: Question) -> tuple[Reading, ...]:
    """All readings of an answer, the most usual first (never none, at most eight).

    ``answer`` is a string (Python syntax, LaTeX or plain notation), an ``int`` or ``float``, a
    SymPy tree in the format of :mod:`autograder.formulas.sympy_tree`, or a list or tuple of
    these, one per component. Raises :class:`Unreadable` and nothing else.
    """
    try:
        return _read(answer, _target(question))
    except RecursionError:
        raise too_large() from None


def read_markdown(cell: str, question: Question) -> tuple[Reading, ...]:
    """Readings of the last display formula of a Markdown cell; raises :class:`Unreadable`.

    The components of a vector-valued answer may stand in several formulas at the end.
    """
    try:
        return _markdown(cell, _target(question))
    except RecursionError:
        raise too_large() from None


@dataclass(frozen=True, slots=True)
class _Target:
    """What is asked for: names that may occur, and the labels of each component."""

    vocabulary: Vocabulary
    labels: tuple[tuple[str, ...], ...]

    @property
    def scalar(self) -> bool:
        return len(self.labels) == 1


def _target(question: Question) -> _Target:
    labels = question.components or tuple((f"{k + 1}. Wert",) for k in range(question.size))
    return _Target(vocabulary_of(question), labels)


def _read(answer: object, target: _Target) -> tuple[Reading, ...]:
    match answer:
        case bool():
            pass
        case int() | float():
            number = plain_number(answer if type(answer) is int else float(answer))
            if not target.scalar:
                raise wrong_count(target.labels)
            return (Reading((number,), "number"),)
        case str():
            return _text(answer, target)
        case list() | tuple() if is_sympy(answer, target.vocabulary):
            return (_sympy(answer, target),)
        case list() | tuple() if len(answer) == len(target.labels) == 1:
            return _read(answer[0], target)
        case list() | tuple() if len(answer) == len(target.labels):
            return _each(answer, target)
        case list() | tuple():
            raise wrong_count(target.labels)
    raise Unreadable(
        text(
            "Eine Antwort vom Typ {kind} wird nicht als Formel gelesen. Bitte geben Sie eine Zahl, "
            "einen SymPy-Ausdruck, Python-Schreibweise oder LaTeX an.",
            kind=type(answer).__name__,
        )
    )


def _each(answers: Sequence[object], target: _Target) -> tuple[Reading, ...]:
    """A list of answers: every combination of the readings of its components."""
    parts = [
        _read(answer, _Target(target.vocabulary, (names,)))
        for answer, names in zip(answers, target.labels, strict=True)
    ]
    return tuple(
        Reading(
            tuple(reading.trees[0] for reading in combination),
            "mixed",
            tuple(note for reading in combination for note in reading.notes),
            max(reading.steps for reading in combination),
        )
        for combination in itertools.islice(itertools.product(*parts), READINGS)
    )


# -- SymPy -----------------------------------------------------------------------------------


def _sympy(answer: SympyNode, target: _Target) -> Reading:
    def by_text(name: str) -> Node:
        tokens = tuple(tokenize(plain(name), target.vocabulary))
        return parse(tokens, target.vocabulary)[0]

    parts = root_parts(answer) or [answer]
    if len(parts) != len(target.labels):
        raise wrong_count(target.labels)
    trees = tuple(parse_sympy(part, target.vocabulary, by_text) for part in parts)
    return Reading(trees, "sympy")


# -- text ------------------------------------------------------------------------------------


def _text(source: str, target: _Target) -> tuple[Reading, ...]:
    restored, notes = repaired(source[:_SEARCHED_CHARACTERS])
    if match := _DELIMITED.match(restored):
        readings = _formula(next(part for part in match.groups() if part is not None), target)
    elif "$" in restored:
        readings = _markdown(restored, target)
    else:
        readings = _formula(restored, target)
    return tuple(replace(reading, notes=notes + reading.notes) for reading in readings)


def _markdown(cell: str, target: _Target) -> tuple[Reading, ...]:
    found = markdown.formulas(cell)
    joined = 1 if target.scalar else min(len(found), _JOINED_FORMULAS)
    refusals: list[Unreadable] = []
    for count in range(1, joined + 1):
        try:
            return _formula(r" \\ ".join(found[-count:]), target)
        except Unreadable as error:
            refusals.append(error)
    raise refusals[0]


def _formula(source: str, target: _Target) -> tuple[Reading, ...]:
    """Readings of one formula; a comma between digits is a decimal comma if that makes sense."""
    source = _COMMENT.sub("", _LAMBDA.sub("", source, count=1))
    if not target.scalar and "\\" not in source:
        source = ";".join(line for line in source.splitlines() if line.strip())
    line = plain(source).replace("{,}", ".").replace(r"\_", "_")
    found: dict[tuple[Node, ...], Reading] = {}
    refusals: list[Unreadable] = []
    for spelling in dict.fromkeys((_DECIMAL_COMMA.sub(".", line), line)):
        try:
            for reading in _line(spelling, target):
                found.setdefault(reading.trees, reading)
        except Unreadable as error:
            refusals.append(error)
    if not found:
        raise refusals[0]
    if len(found) == 1:
        return tuple(found.values())
    return tuple(
        replace(reading, notes=(_ambiguous(reading),))
        for reading in itertools.islice(found.values(), READINGS)
    )


def _ambiguous(reading: Reading) -> Text:
    return text(
        "Die Schreibweise ist mehrdeutig und wurde gelesen als: {formula}", formula=reading.plain
    )


def _line(line: str, target: _Target) -> list[Reading]:
    tokens = tuple(tokenize(line, target.vocabulary))
    if not strip_end(tokens):
        raise Unreadable(text("Die Antwort ist leer. Bitte tragen Sie Ihr Ergebnis ein."))
    steps = sum(len(sides(part)[1]) for part in statements(tokens))
    trees: list[tuple[Node, ...]]
    if target.scalar:
        trees = [(node,) for node in _scalar(line, tokens, target.vocabulary)]
    else:
        trees = _vector(line, tokens, target)
    return [Reading(tree, "text", steps=steps) for tree in trees]


def _scalar(line: str, tokens: Line, vocabulary: Vocabulary) -> list[Node]:
    """Readings of every side that may be the answer; of none: why not the first."""
    statement = last_statement(tokens)
    chain = sides(statement)[0]
    possible = candidates(statement)
    if len(chain) == 2 and possible[0] and possible[0][0].text in MOMENTS:
        possible.append(chain[0])
    found: list[Node] = []
    refusals: list[Unreadable] = []
    for side in possible:
        try:
            found += _side(line, side, vocabulary)
        except Unreadable as error:
            refusals.append(error)
    if not found:
        raise refusals[0]
    first, *middle = chain if len(chain) > 1 else [()]
    for side in (first,) if "\\" in line else (first, *middle[:-1]):
        _refuse_hidden_answer(line, side, vocabulary)
    return found


def _refuse_hidden_answer(line: str, side: Line, vocabulary: Vocabulary) -> None:
    """Left of ``=`` stands a name or a value; ``n*sigma because b = 0`` has its answer there."""
    outside = outside_brackets(side)
    quantities = {
        token.text
        for token, after in zip(outside, (*outside[1:], None), strict=False)
        if token.text in vocabulary.names and (after is None or after.text != "_")
    }
    if len(quantities) > 1 or (quantities and len(outside) > _LABEL_TOKENS):
        _side(line, side, vocabulary)


def _side(line: str, side: Line, vocabulary: Vocabulary) -> list[Node]:
    """One value: as Python if it is Python, else as mathematical notation."""
    if not side:
        raise Unreadable(
            text("Auf der rechten Seite der Gleichung steht nichts; dort gehört das Ergebnis hin.")
        )
    source = line[side[0].start : side[-1].end]
    python: Unreadable | None = None
    if "\\" not in source and "{" not in source:
        try:
            return [parse_python(source, vocabulary)]
        except Unreadable as error:
            python = error
    try:
        return parse(side, vocabulary)
    except Unreadable as error:
        if python is None or isinstance(python, NotPython):
            raise
        raise python from error


def _vector(line: str, tokens: Line, target: _Target) -> list[tuple[Node, ...]]:
    """All components; one may be given through another by name (``a = -b``)."""
    vocabulary = target.vocabulary
    names_of = [
        {name for name in map(canonical, own) if name.isidentifier()}
        - {name for name in map(canonical, own) if vocabulary.resolve(name) is not None}
        for own in target.labels
    ]
    extended = vocabulary.with_labels(frozenset().union(*names_of))
    parts = components(tokens, target.labels)
    options = [
        [_component(node, part) for node in _side(line, part.line, extended)] for part in parts
    ]
    return [
        _resolved(combination, names_of, vocabulary)
        for combination in itertools.islice(itertools.product(*options), READINGS)
    ]


def _component(node: Node, part: Part) -> Node:
    if part.squared:
        node = Power(node, integer(2))
    return node if part.sign > 0 else Negate(node)


def _resolved(
    trees: tuple[Node, ...], names_of: list[set[str]], vocabulary: Vocabulary
) -> tuple[Node, ...]:
    """Put components in place of their names; raises :class:`Unreadable` for a circle."""
    values = {
        name: tree for names, tree in zip(names_of, trees, strict=True) for name in sorted(names)
    }
    resolved = tuple(checked(substitute(tree, values)) for tree in trees)
    for tree in resolved:
        for name in sorted(names(tree) & values.keys()):
            raise vocabulary.unknown(name)
    return resolved
