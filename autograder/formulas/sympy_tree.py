"""SymPy answers as plain nested lists: the closed node format and its reader.

A SymPy expression never leaves the student's process as an object. A walker beside the student
turns it into lists ``[HEAD, …]`` of strings, integers and such lists; this is the whole format
(``expr`` stands for a node, ``name`` for a string of at most 80 characters):

====================================  ==========================================================
``["Integer", n]``                    n an int, or its decimal digits as a string
``["Rational", p, q]``                numerator and denominator, like ``Integer``
``["Float", "0.5"]``                  decimal digits as SymPy prints them
``["Symbol", name]``                  also ``Dummy`` and ``Wild``; ``name`` is ``Symbol.name``
``["Indexed", name, expr, …]``        ``w[i]``: name of the base, then the indices
``["Pi"]``, ``["E"]``                 ``sympy.pi``, ``sympy.E``
``["Add", expr, …]``                  two or more terms
``["Mul", expr, …]``                  two or more factors
``["Pow", base, exponent]``           also roots: ``sqrt(x)`` is ``x ** Rational(1, 2)``
``["Apply", name, expr, …]``          a function value. Known functions by class name (``exp``,
                                      ``log``, ``Abs``, ``Max``, …), undefined ones by their name
``["Derivative", expr, symbol, n]``   n-th derivative of ``["Apply", f, symbol]`` by that symbol
``["Subs", expr, symbol, expr]``      such a derivative at the point given last
``["Sum", body, symbol, lo, hi]``     bounds included; one index per node (nest for several)
``["Product", body, symbol, lo, hi]``
``["Equality", left, right]``         only at the root: the right side counts
``["Tuple", expr, …]``                only at the root, for vector-valued answers: also for
                                      ``Matrix`` (row by row), ``list``, ``tuple``, ``Interval``
====================================  ==========================================================

``symbol`` is a ``["Symbol", name]`` node. Everything else (``I``, ``oo``, ``nan``, Piecewise,
relations, subclasses of the classes above) is for the walker to refuse; this reader refuses any
head that is not in the table.
"""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Literal, TypeAlias

from autograder.formulas.names import Vocabulary, canonical
from autograder.formulas.numbers import number
from autograder.formulas.standard import STANDARD, standard_name
from autograder.formulas.tree import (
    NUMBER_DIGITS,
    TREE_LEVELS,
    TREE_NODES,
    Accumulate,
    Add,
    Apply,
    Constant,
    Element,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    checked,
    substitute,
)
from autograder.formulas.unreadable import Unreadable, quoted
from autograder.i18n import text

NAME_CHARACTERS = 80

SympyNode: TypeAlias = list[object] | tuple[object, ...]


def is_sympy(answer: object) -> bool:
    """Whether this is a node of the format, and not a list of answers."""
    return (
        isinstance(answer, list | tuple)
        and bool(answer)
        and isinstance(answer[0], str)
        and answer[0] in _HEADS
    )


def root_parts(answer: SympyNode) -> list[SympyNode] | None:
    """The components of a ``Tuple``, else None."""
    if answer[0] != "Tuple":
        return None
    return [_node(part) for part in answer[1:]]


def parse_sympy(answer: SympyNode, vocabulary: Vocabulary, by_text: Callable[[str], Node]) -> Node:
    """One expression; ``by_text`` reads names that are formulas (``Symbol("\\\\sigma^2")``)."""
    if answer[0] == "Equality" and len(answer) == 3:
        answer = _node(answer[2])
    return checked(_Reader(vocabulary, by_text).read(answer))


class _Reader:
    def __init__(self, vocabulary: Vocabulary, by_text: Callable[[str], Node]) -> None:
        self.vocabulary = vocabulary
        self.by_text = by_text
        self.bound: tuple[str, ...] = ()
        self.nodes = 0
        self.level = 0

    def read(self, answer: object) -> Node:
        node = _node(answer)
        self.nodes += 1
        self.level += 1
        if self.nodes > TREE_NODES or self.level > TREE_LEVELS:
            raise Unreadable(text("Die Formel ist zu groß oder zu tief verschachtelt."))
        head, *parts = node
        reader = _HEADS.get(head) if isinstance(head, str) else None
        if reader is None:
            raise _refused(head)
        result = reader(self, parts)
        self.level -= 1
        return result

    def rational(self, parts: list[object]) -> Node:
        values = [_integer(part) for part in parts]
        if not 1 <= len(values) <= 2 or 0 in values[1:]:
            raise _refused("Rational")
        value = values[0] / values[-1] if len(values) == 2 else values[0]
        return Number(value) if value >= 0 else Negate(Number(-value))

    def decimal(self, parts: list[object]) -> Node:
        (digits,) = _exactly(1, parts)
        source = _name(digits).strip()
        try:
            value = number(source.lstrip("-"))
        except (ValueError, ArithmeticError):
            raise _refused("Float") from None
        return Negate(value) if source.startswith("-") else value

    def symbol(self, parts: list[object]) -> Node:
        (name,) = _exactly(1, parts)
        spelled = canonical(_name(name))
        node = self.vocabulary.resolve(spelled, self.bound)
        if node is not None:
            return node
        if any(sign in _name(name) for sign in "\\^({"):
            return self.by_text(_name(name))
        raise self.vocabulary.unknown(spelled)

    def indexed(self, parts: list[object]) -> Node:
        base = canonical(_name(parts[0])) if parts else ""
        if base not in self.vocabulary.sequences or len(parts) < 2:
            raise self.vocabulary.unknown(base)
        return Element(self.vocabulary.sequences[base], tuple(map(self.read, parts[1:])))

    def constant(self, name: Literal["pi", "e"], parts: list[object]) -> Node:
        _exactly(0, parts)
        return Constant(name)

    def sum_of(self, parts: list[object]) -> Node:
        return Add(tuple(map(self.read, _exactly(None, parts))))

    def product_of(self, parts: list[object]) -> Node:
        return Multiply(tuple(map(self.read, _exactly(None, parts))))

    def power(self, parts: list[object]) -> Node:
        base, exponent = _exactly(2, parts)
        return Power(self.read(base), self.read(exponent))

    def apply(self, parts: list[object]) -> Node:
        name, *arguments = _exactly(None, parts)
        spelled = canonical(_name(name)).rstrip("'")
        primes = _name(name).count("'")
        values = tuple(map(self.read, arguments))
        if spelled in self.vocabulary.functions and len(values) == 1:
            function, order = self.vocabulary.functions[spelled]
            return Apply(function, order + primes, values)
        known = standard_name(spelled)
        if known is None or primes:
            raise self.vocabulary.unknown(spelled)
        if not STANDARD[known].least <= len(values) <= STANDARD[known].most:
            raise _refused(spelled)
        return Apply(known, 0, values)

    def derivative(self, parts: list[object]) -> Node:
        expression, symbol, times = _exactly(3, parts)
        function = _node(expression)
        if function[0] != "Apply" or len(function) != 3 or function[2] != symbol:
            raise Unreadable(
                text(
                    "Ableitungen zusammengesetzter Ausdrücke werden nicht ausgewertet. Bitte geben "
                    "Sie das fertige Ergebnis an (in SymPy mit .doit())."
                )
            )
        node, order = self.read(function), _integer(times)
        if not isinstance(node, Apply) or node.function in STANDARD or not 1 <= order <= 8:
            raise _refused("Derivative")
        return Apply(node.function, node.order + int(order), node.arguments)

    def substituted(self, parts: list[object]) -> Node:
        expression, symbol, point = _exactly(3, parts)
        name = self.index_of(symbol)
        outer, self.bound = self.bound, (*self.bound, name)
        node = self.read(expression)
        self.bound = outer
        return substitute(node, {name: self.read(point)})

    def accumulated(self, kind: Literal["sum", "prod"], parts: list[object]) -> Node:
        body, symbol, lower, upper = _exactly(4, parts)
        index = self.index_of(symbol)
        bounds = self.read(lower), self.read(upper)
        outer, self.bound = self.bound, (*self.bound, index)
        inside = self.read(body)
        self.bound = outer
        return Accumulate(kind, index, *bounds, inside)

    def index_of(self, symbol: object) -> str:
        head, *parts = _node(symbol)
        if head != "Symbol":
            raise _refused(head)
        (name,) = _exactly(1, parts)
        return canonical(_name(name))


_HEADS: dict[str, Callable[[_Reader, list[object]], Node]] = {
    "Integer": _Reader.rational,
    "Rational": _Reader.rational,
    "Float": _Reader.decimal,
    "Symbol": _Reader.symbol,
    "Indexed": _Reader.indexed,
    "Pi": lambda reader, parts: reader.constant("pi", parts),
    "E": lambda reader, parts: reader.constant("e", parts),
    "Add": _Reader.sum_of,
    "Mul": _Reader.product_of,
    "Pow": _Reader.power,
    "Apply": _Reader.apply,
    "Derivative": _Reader.derivative,
    "Subs": _Reader.substituted,
    "Sum": lambda reader, parts: reader.accumulated("sum", parts),
    "Product": lambda reader, parts: reader.accumulated("prod", parts),
    "Equality": lambda _reader, _parts: _root_only(),
    "Tuple": lambda _reader, _parts: _root_only(),
}


def _root_only() -> Node:
    raise Unreadable(
        text("Eine Gleichung oder Liste steht innerhalb einer Formel. Gefragt ist ein Ausdruck.")
    )


def _node(answer: object) -> SympyNode:
    if isinstance(answer, list | tuple) and answer:
        return answer
    raise _refused(answer)


def _exactly(count: int | None, parts: list[object]) -> list[object]:
    if len(parts) != count if count is not None else not parts:
        raise _refused(parts)
    return parts


def _name(part: object) -> str:
    if not isinstance(part, str) or not 1 <= len(part) <= NAME_CHARACTERS:
        raise _refused(part)
    return part


def _integer(part: object) -> Fraction:
    small = type(part) is int and abs(part) < 10**NUMBER_DIGITS
    digits = part if isinstance(part, str) else repr(part) if small else ""
    if not re.fullmatch(rf"-?[0-9]{{1,{NUMBER_DIGITS}}}", digits):
        raise _refused(part)
    return Fraction(int(digits))


def _refused(part: object) -> Unreadable:
    piece = quoted(part) if isinstance(part, str) else type(part).__name__
    return Unreadable(
        text(
            "Der SymPy-Ausdruck enthält „{piece}“, das hier nicht ausgewertet wird. Bitte "
            "verwenden Sie Summen, Produkte, Potenzen und die Größen der Aufgabe.",
            piece=piece,
        )
    )
