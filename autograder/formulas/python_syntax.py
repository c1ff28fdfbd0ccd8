"""Formulas in Python syntax, read by a short allow-list over ``ast``; nothing is ever evaluated."""

import ast
import re
import warnings
from typing import Literal

from autograder.formulas.names import MODULES, MOMENTS, Vocabulary, canonical
from autograder.formulas.numbers import plain_number
from autograder.formulas.standard import STANDARD, standard_name, wrong_arguments
from autograder.formulas.tree import (
    TREE_LEVELS,
    Accumulate,
    Apply,
    Constant,
    Divide,
    Element,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    add,
    checked,
    integer,
    too_large,
)
from autograder.formulas.unreadable import Unreadable, quoted
from autograder.i18n import text


class NotPython(Unreadable):
    """The text is no Python expression at all (it may still be another notation)."""


_SUMS: dict[str, Literal["sum", "prod"]] = {
    "sum": "sum", "Sum": "sum", "fsum": "sum", "nansum": "sum", "summation": "sum",
    "prod": "prod", "product": "prod", "Product": "prod",
}  # fmt: skip
_CONSTANTS: dict[str, Literal["pi", "e"]] = {"pi": "pi", "e": "e", "E": "e"}
_PRIMED = re.compile(r"\b([A-Za-z]\w{0,30})'(?=\s*\()")
_WRAPPERS = frozenset({"float", "Integer", "Float", "S", "sympify", "float64", "float32", "array"})


def parse_python(source: str, vocabulary: Vocabulary) -> Node:
    """One expression; raises :class:`NotPython` or another :class:`Unreadable`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            spelled = _PRIMED.sub(r"\1_prime", source.strip()).replace("^", "**")
            tree = ast.parse(spelled, mode="eval")
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise NotPython(
            text(
                "„{piece}“ ist kein vollständiger Rechenausdruck in Python. Bitte prüfen Sie "
                "Klammern und Malzeichen.",
                piece=quoted(source),
            )
        ) from None
    return checked(_Reader(vocabulary).read(tree.body))


class _Reader:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.bound: tuple[str, ...] = ()
        self.level = 0

    def read(self, node: ast.expr) -> Node:
        self.level += 1
        if self.level > TREE_LEVELS:
            raise too_large()
        result = self._dispatch(node)
        self.level -= 1
        return result

    def _dispatch(self, node: ast.expr) -> Node:
        match node:
            case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
                return plain_number(value)
            case ast.Name():
                return self.vocabulary.require(canonical(node.id), self.bound)
            case ast.Attribute(value=ast.Name(id=module)) if module in MODULES:
                if node.attr in _CONSTANTS:
                    return Constant(_CONSTANTS[node.attr])
                raise self.refused(node)
            case ast.UnaryOp(op=ast.USub()):
                return Negate(self.read(node.operand))
            case ast.UnaryOp(op=ast.UAdd()):
                return self.read(node.operand)
            case ast.BinOp():
                return self.operation(node)
            case ast.Subscript():
                return self.element(node)
            case ast.Call():
                return self.call(node)
            case _:
                raise self.refused(node)

    def refused(self, node: ast.expr) -> Unreadable:
        return Unreadable(
            text(
                "„{piece}“ gehört nicht zu einem Rechenausdruck. Erlaubt sind Zahlen, die Größen "
                "der Aufgabe, + - * / **, Klammern und Funktionen wie sqrt.",
                piece=quoted(_source(node)),
            )
        )

    # -- operators ---------------------------------------------------------------------------

    def operation(self, node: ast.BinOp) -> Node:
        """Unrolls ``a + b - c`` and ``a * b * c`` into one sum or product, without recursion."""
        if isinstance(node.op, ast.Div):
            return Divide(self.read(node.left), self.read(node.right))
        if isinstance(node.op, ast.Pow):
            return Power(self.read(node.left), self.read(node.right))
        sums = isinstance(node.op, ast.Add | ast.Sub)
        if not sums and not isinstance(node.op, ast.Mult):
            raise self.refused(node)
        parts: list[Node] = []
        left: ast.expr = node
        while isinstance(left, ast.BinOp) and _same_level(left.op, sums):
            right = self.read(left.right)
            parts.append(Negate(right) if isinstance(left.op, ast.Sub) else right)
            left = left.left
        parts.append(self.read(left))
        parts.reverse()
        return add(parts) if sums else Multiply(tuple(parts))

    def element(self, node: ast.Subscript) -> Node:
        """``w[i]``, ``w[l, i]`` and ``w[l][i]``."""
        indices: list[ast.expr] = []
        value: ast.expr = node
        while isinstance(value, ast.Subscript) and len(indices) < 8:
            part = value.slice
            indices[:0] = part.elts if isinstance(part, ast.Tuple) else [part]
            value = value.value
        if not isinstance(value, ast.Name) or value.id not in self.vocabulary.sequences:
            raise self.refused(node)
        name = self.vocabulary.sequences[value.id]
        return Element(name, tuple(self.read(index) for index in indices))

    # -- calls -------------------------------------------------------------------------------

    def call(self, node: ast.Call) -> Node:
        name = self.called_name(node)
        if node.keywords:
            raise self.refused(node)
        if name in self.vocabulary.functions:
            function, order = self.vocabulary.functions[name]
            self.count(name, node, 1, 1)
            return Apply(function, order, (self.read(node.args[0]),))
        if name in _SUMS:
            return self.accumulated(_SUMS[name], node)
        if name in MOMENTS and len(node.args) == 1:
            return self.vocabulary.moment(name, _random_variable(node.args[0]))
        return self.standard(name, node)

    def called_name(self, node: ast.Call) -> str:
        match node.func:
            case ast.Name(id=name):
                return name
            case ast.Attribute(value=ast.Name(id=module), attr=name) if module in MODULES:
                return name
            case _:
                raise self.refused(node)

    def count(self, name: str, node: ast.Call, least: int, most: int) -> None:
        if not least <= len(node.args) <= most:
            raise wrong_arguments(name, least, most, len(node.args))

    def standard(self, name: str, node: ast.Call) -> Node:
        if name in _WRAPPERS:
            self.count(name, node, 1, 1)
            return self.read(node.args[0])
        if name in ("Rational", "Fraction", "divide"):
            self.count(name, node, 2, 2)
            return Divide(self.read(node.args[0]), self.read(node.args[1]))
        if name in ("pow", "power", "Pow", "square"):
            self.count(name, node, 1 if name == "square" else 2, 1 if name == "square" else 2)
            exponent = integer(2) if name == "square" else self.read(node.args[1])
            return Power(self.read(node.args[0]), exponent)
        known = standard_name(name)
        if known is None:
            raise Unreadable(
                text(
                    "Die Funktion „{name}“ gehört nicht zur Aufgabe. Bitte verwenden Sie nur die "
                    "Größen der Aufgabe und Funktionen wie sqrt.",
                    name=quoted(name),
                )
            )
        self.count(name, node, STANDARD[known].least, STANDARD[known].most)
        return Apply(known, 0, tuple(self.read(argument) for argument in node.args))

    def accumulated(self, kind: Literal["sum", "prod"], node: ast.Call) -> Node:
        """``prod(f(i) for i in range(a, b))`` and SymPy's ``Product(f(i), (i, a, b))``."""
        match node.args:
            case [ast.GeneratorExp() | ast.ListComp() as loop]:
                index, lower, upper = self.loop_range(loop)
                body = loop.elt
            case [body, ast.Tuple(elts=[ast.Name(id=index), first, last])]:
                lower, upper = self.read(first), self.read(last)
            case _:
                raise self.refused(node)
        outer, self.bound = self.bound, (*self.bound, index)
        inside = self.read(body)
        self.bound = outer
        return Accumulate(kind, index, lower, upper, inside)

    def loop_range(self, loop: ast.GeneratorExp | ast.ListComp) -> tuple[str, Node, Node]:
        """Index, first and last value of ``for i in range(first, last + 1)``."""
        match loop.generators:
            case [
                ast.comprehension(
                    target=ast.Name(id=index),
                    iter=ast.Call(func=ast.Name(id="range"), args=bounds, keywords=[]),
                    ifs=[],
                    is_async=0,
                )
            ] if 1 <= len(bounds) <= 2:
                lower = self.read(bounds[0]) if len(bounds) == 2 else integer(0)
                return index, lower, _before(self.read(bounds[-1]))
            case _:
                raise Unreadable(
                    text(
                        "Gelesen werden nur Schleifen der Form „for i in range(Anfang, Ende)“ "
                        "ohne Bedingung."
                    )
                )


def _random_variable(node: ast.expr) -> str:
    """What stands in ``Var(...)`` without its indices: ``w[i][j]`` and ``w_ij`` are ``w``."""
    match node:
        case ast.Name():
            return canonical(node.id).split("_")[0]
        case ast.Subscript():
            return _random_variable(node.value)
        case ast.BinOp(op=ast.Pow(), right=ast.Constant(value=int() as power)):
            return f"{_random_variable(node.left)}^{power}"
        case _:
            return _source(node)


def _before(node: Node) -> Node:
    """The last value of a range that ends before ``node``."""
    match node:
        case Number():
            return Number(node.value - 1)
    return add([node, Negate(integer(1))])


def _same_level(operator: ast.operator, sums: bool) -> bool:
    return isinstance(operator, ast.Add | ast.Sub) if sums else isinstance(operator, ast.Mult)


def _source(node: ast.expr) -> str:
    """The expression as text, for messages and for names inside Var(...)."""
    if isinstance(node, ast.Name):
        return node.id
    try:
        return ast.unparse(node)
    except RecursionError:
        return "…"
