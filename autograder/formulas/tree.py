"""The small expression tree into which every notation is read.

Nodes are frozen and carry no behaviour; display, evaluation and matching live in modules of
their own. A tree from outside has passed :func:`checked`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from autograder.formulas.unreadable import Unreadable
from autograder.i18n import text

TREE_NODES = 600
"""Most nodes of one formula."""
TREE_LEVELS = 40
"""Deepest nesting of one formula."""
NUMBER_DIGITS = 40
"""Most digits of one number."""


@dataclass(frozen=True, slots=True)
class Number:
    """A rational number; ``digits`` counts the significant ones if written as a decimal."""

    value: Fraction
    digits: int = 0


@dataclass(frozen=True, slots=True)
class Constant:
    name: Literal["pi", "e"]


@dataclass(frozen=True, slots=True)
class Variable:
    """A scalar quantity of the question, or the running index of a sum or product."""

    name: str


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a sequence: ``w[i - 1]``."""

    name: str
    indices: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Add:
    terms: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Multiply:
    factors: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Negate:
    operand: "Node"


@dataclass(frozen=True, slots=True)
class Divide:
    numerator: "Node"
    denominator: "Node"


@dataclass(frozen=True, slots=True)
class Power:
    base: "Node"
    exponent: "Node"


@dataclass(frozen=True, slots=True)
class Apply:
    """A function value; ``order`` counts derivatives and is 0 for standard functions."""

    function: str
    order: int
    arguments: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Accumulate:
    """Sum or product of ``body`` for ``index`` from ``lower`` to ``upper``, both included."""

    kind: Literal["sum", "prod"]
    index: str
    lower: "Node"
    upper: "Node"
    body: "Node"


Node: TypeAlias = (
    Number
    | Constant
    | Variable
    | Element
    | Add
    | Multiply
    | Negate
    | Divide
    | Power
    | Apply
    | Accumulate
)


def integer(value: int) -> Number:
    return Number(Fraction(value))


def add(terms: list[Node]) -> Node:
    return terms[0] if len(terms) == 1 else Add(tuple(terms))


def multiply(factors: list[Node]) -> Node:
    return factors[0] if len(factors) == 1 else Multiply(tuple(factors))


def children(node: Node) -> tuple[Node, ...]:
    match node:
        case Element():
            return node.indices
        case Add():
            return node.terms
        case Multiply():
            return node.factors
        case Negate():
            return (node.operand,)
        case Divide():
            return (node.numerator, node.denominator)
        case Power():
            return (node.base, node.exponent)
        case Apply():
            return node.arguments
        case Accumulate():
            return (node.lower, node.upper, node.body)
        case _:
            return ()


def walk(node: Node) -> Iterator[Node]:
    """Every node of the tree, without recursion."""
    pending = [node]
    while pending:
        current = pending.pop()
        yield current
        pending.extend(children(current))


def checked(node: Node) -> Node:
    """The tree itself, if it keeps the limits; raises :class:`Unreadable` otherwise."""
    level, nodes = [node], 0
    for _ in range(TREE_LEVELS):
        nodes += len(level)
        if nodes > TREE_NODES:
            break
        level = [child for parent in level for child in children(parent)]
        if not level:
            return node
    raise too_large()


def too_large() -> Unreadable:
    return Unreadable(
        text(
            "Die Formel ist zu groß oder zu tief verschachtelt (höchstens {nodes} Bausteine in "
            "{levels} Ebenen). Bitte vereinfachen Sie sie.",
            nodes=TREE_NODES,
            levels=TREE_LEVELS,
        )
    )


def names(node: Node) -> frozenset[str]:
    """Names of variables and sequences that occur, without indices that run inside of it."""
    found: set[str] = set()
    pending: list[tuple[Node, frozenset[str]]] = [(node, frozenset())]
    while pending:
        current, running = pending.pop()
        if isinstance(current, Variable | Element) and current.name not in running:
            found.add(current.name)
        if isinstance(current, Accumulate):
            pending += [(current.lower, running), (current.upper, running)]
            pending.append((current.body, running | {current.index}))
        else:
            pending += [(child, running) for child in children(current)]
    return frozenset(found)


def decimal_digits(node: Node) -> tuple[int, ...]:
    """Significant digits of every decimal in the formula (integers and fractions: none)."""
    return tuple(n.digits for n in walk(node) if isinstance(n, Number) and n.digits)


def substitute(node: Node, values: Mapping[str, Node]) -> Node:
    """Replace variables by formulas, all at once; running indices keep their meaning."""
    if not values:
        return node

    def inner(child: Node) -> Node:
        return substitute(child, values)

    match node:
        case Variable():
            return values.get(node.name, node)
        case Element():
            return Element(node.name, tuple(map(inner, node.indices)))
        case Add():
            return Add(tuple(map(inner, node.terms)))
        case Multiply():
            return Multiply(tuple(map(inner, node.factors)))
        case Negate():
            return Negate(inner(node.operand))
        case Divide():
            return Divide(inner(node.numerator), inner(node.denominator))
        case Power():
            return Power(inner(node.base), inner(node.exponent))
        case Apply():
            return Apply(node.function, node.order, tuple(map(inner, node.arguments)))
        case Accumulate():
            free = {name: value for name, value in values.items() if name != node.index}
            body = substitute(node.body, free)
            return Accumulate(node.kind, node.index, inner(node.lower), inner(node.upper), body)
        case _:
            return node
