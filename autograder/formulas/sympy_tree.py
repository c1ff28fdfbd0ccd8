"""SymPy answers as plain nested lists: the closed node format and its reader.

A SymPy expression never leaves the student's process as an object. A walker beside the student
turns it into lists ``[class name, argument, …]`` of strings, integers and such lists, following
``expr.func.__name__`` and ``expr.args``. This is everything that is read (``expr`` stands for a
node, ``name`` for a string of at most 100 characters):

======================================  ========================================================
``["Integer", n]``                      n an int, or its decimal digits as a string
``["Rational", p, q]``                  numerator and denominator, like ``Integer``
``["Float", "0.5"]``                    decimal digits as ``str`` prints them
``["Symbol", name]``                    also ``Dummy``; ``name`` is ``Symbol.name``
``["Idx", symbol, …]``                  like its symbol
``["Indexed", base, expr, …]``          ``w[i]``; base is ``["IndexedBase", symbol, …]`` or a name
``["Pi"]``, ``["Exp1"]``, ``["E"]``     ``sympy.pi``, ``sympy.E``
``["Add", expr, …]``                    terms
``["Mul", expr, …]``                    factors
``["Pow", base, exponent]``             also roots: ``sqrt(x)`` is ``x ** Rational(1, 2)``
``[function, expr, …]``                 a function value: ``exp``, ``log``, ``Abs``, ``Max``, …
                                        and the undefined functions that the question declares;
                                        also as ``["Apply", function, expr, …]``
``["Derivative", value, limits]``       n-th derivative of a function value by its own argument;
                                        limits are ``["Tuple", argument, n]``
``["Subs", expr, symbols, points]``     such a derivative at another point; ``["Tuple", …]`` of
                                        one element each, or that element
``["Sum", body, limits, …]``            limits are ``["Tuple", symbol, lower, upper]``, innermost
``["Product", body, limits, …]``        first; bounds are included
``["Equality", left, right]``           only at the root: the right side counts
``["Tuple", expr, …]``                  at the root, the components of a vector-valued answer
======================================  ========================================================

Where there is one ``limits``, its elements may also stand there without ``["Tuple", …]`` around
them. Everything else (``I``, ``oo``, ``nan``, Piecewise, other relations, …) is refused by name.
"""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Literal, TypeAlias

from autograder.formulas.names import Vocabulary, canonical
from autograder.formulas.numbers import number
from autograder.formulas.standard import STANDARD, standard_name, wrong_arguments
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
    too_large,
)
from autograder.formulas.unreadable import Unreadable, quoted
from autograder.i18n import text

NAME_CHARACTERS = 100

SympyNode: TypeAlias = list[object] | tuple[object, ...]


def is_sympy(answer: object, vocabulary: Vocabulary) -> bool:
    """Whether this is a node of a walker (perhaps of an unknown class), not a list of answers."""
    if not isinstance(answer, list | tuple) or not answer or not isinstance(answer[0], str):
        return False
    head, *parts = answer
    if head in _HEADS:
        return True
    name = canonical(head).rstrip("'")
    known = name in vocabulary.functions or standard_name(name) is not None
    is_class = head.isidentifier() and head[0].isupper()
    nodes = bool(parts) and all(isinstance(part, list | tuple) for part in parts)
    return nodes and (known or is_class)


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
            raise too_large()
        head, *parts = node
        reader = _HEADS.get(head) if isinstance(head, str) else None
        result = reader(self, parts) if reader is not None else self.function(head, parts)
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

    def index(self, parts: list[object]) -> Node:
        return self.read(_exactly(None, parts)[0])

    def indexed(self, parts: list[object]) -> Node:
        base, *indices = _exactly(None, parts)
        if isinstance(base, str):
            name = canonical(_name(base))
        else:
            head, *inner = _node(base)
            name = self.name_of(inner[0]) if head == "IndexedBase" and inner else ""
        if name not in self.vocabulary.sequences or not indices:
            raise self.vocabulary.unknown(name)
        return Element(self.vocabulary.sequences[name], tuple(map(self.read, indices)))

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
        function, *arguments = _exactly(None, parts)
        return self.function(function, arguments)

    def function(self, head: object, parts: list[object]) -> Node:
        spelled = canonical(_name(head)).rstrip("'")
        primes = _name(head).count("'")
        if spelled in self.vocabulary.functions:
            if len(parts) != 1:
                raise wrong_arguments(spelled, 1, 1, len(parts))
            function, order = self.vocabulary.functions[spelled]
            return Apply(function, order + primes, (self.read(parts[0]),))
        known = standard_name(spelled)
        if known is None or primes:
            raise _refused(head)
        least, most = STANDARD[known].least, STANDARD[known].most
        if not least <= len(parts) <= most:
            raise wrong_arguments(spelled, least, most, len(parts))
        return Apply(known, 0, tuple(map(self.read, parts)))

    def derivative(self, parts: list[object]) -> Node:
        value, *limits = _exactly(None, parts)
        by, times = _exactly(2, _elements(limits))
        function = _node(value)
        composed = _name(function[0]) in _HEADS.keys() - {"Apply"}
        if composed or self.read(function[-1]) != self.read(by):
            raise Unreadable(
                text(
                    "Ableitungen zusammengesetzter Ausdrücke werden nicht ausgewertet. Bitte geben "
                    "Sie das fertige Ergebnis an (in SymPy mit .doit())."
                )
            )
        node = self.read(function)
        count = _integer(times[1] if isinstance(times, list | tuple) and len(times) == 2 else times)
        declared = isinstance(node, Apply) and node.function not in STANDARD
        if not isinstance(node, Apply) or not declared or not 1 <= count <= 8:
            raise _refused("Derivative")
        return Apply(node.function, node.order + int(count), node.arguments)

    def substituted(self, parts: list[object]) -> Node:
        expression, symbols, points = _exactly(3, parts)
        (symbol,), (point,) = _exactly(1, _elements([symbols])), _exactly(1, _elements([points]))
        name = self.name_of(symbol)
        return substitute(self.within(name, expression), {name: self.read(point)})

    def accumulated(self, kind: Literal["sum", "prod"], parts: list[object]) -> Node:
        body, *limits = _exactly(None, parts)
        nested = len(limits) > 1 and _node(limits[-1])[0] == "Tuple"
        inner, outermost = (limits[:-1], limits[-1:]) if nested else ([], limits)
        symbol, lower, upper = _exactly(3, _elements(outermost))
        name = self.name_of(symbol)
        bounds = self.read(lower), self.read(upper)
        head = "Sum" if kind == "sum" else "Product"
        inside = self.within(name, [head, body, *inner] if inner else body)
        return Accumulate(kind, name, *bounds, inside)

    def within(self, name: str, expression: object) -> Node:
        """Read an expression in which ``name`` is a running index."""
        outer, self.bound = self.bound, (*self.bound, name)
        node = self.read(expression)
        self.bound = outer
        return node

    def name_of(self, symbol: object) -> str:
        head, *parts = _node(symbol)
        if head == "Idx" and parts:
            head, *parts = _node(parts[0])
        if head != "Symbol":
            raise _refused(head)
        (name,) = _exactly(1, parts)
        return canonical(_name(name))


_HEADS: dict[str, Callable[[_Reader, list[object]], Node]] = {
    "Integer": _Reader.rational,
    "Rational": _Reader.rational,
    "Float": _Reader.decimal,
    "Symbol": _Reader.symbol,
    "Idx": _Reader.index,
    "Indexed": _Reader.indexed,
    "Pi": lambda reader, parts: reader.constant("pi", parts),
    "Exp1": lambda reader, parts: reader.constant("e", parts),
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
    if isinstance(answer, list | tuple) and answer and isinstance(answer[0], str):
        return answer
    raise _refused(answer)


def _exactly(count: int | None, parts: list[object]) -> list[object]:
    if len(parts) != count if count is not None else not parts:
        raise _refused(parts)
    return parts


def _elements(parts: list[object]) -> list[object]:
    """The elements of the one ``["Tuple", …]`` in a list, or the list itself."""
    if len(parts) == 1 and _node(parts[0])[0] == "Tuple":
        return list(_node(parts[0])[1:])
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
