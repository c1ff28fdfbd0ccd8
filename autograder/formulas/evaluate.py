"""The value of a tree at a point, by mpmath, within a budget for every single operation.

A student chooses the tree, so the cost of each step is bounded before it is taken: exponents,
arguments of fast-growing functions and the size of every intermediate value. What is out of
bounds is :class:`Undefined` there; too many operations altogether are :class:`OutOfBudget`.
"""

import threading
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import mpmath

from autograder.formulas.definitions import Definitions
from autograder.formulas.points import Point, draw
from autograder.formulas.standard import STANDARD
from autograder.formulas.tree import (
    Accumulate,
    Add,
    Apply,
    Constant,
    Divide,
    Element,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    Variable,
)

OPERATIONS = 200_000
"""Most operations in one judgement; a function value counts for many."""
VALUE_BITS = 17_000
"""Largest binary logarithm of an intermediate value, either way."""
ARGUMENT_BITS = 14
"""Largest binary logarithm of an argument of exp, sin, factorial, …"""
EXPONENT = 1_000_000
UNROLLED_TERMS = 1024
_FUNCTION_COST = 10
_WAVES = 3

Value = Any
"""A real or complex number of an mpmath context (mpmath ships no types)."""


class Undefined(Exception):
    """The formula has no value at this point."""


class OutsideSequence(Undefined):
    """An element outside of the indices of its sequence."""


class OutOfBudget(Exception):
    """The formula costs more than any honest answer."""


class Meter:
    """Counts operations over all evaluations of one judgement."""

    def __init__(self, limit: int = OPERATIONS) -> None:
        self.left = limit

    def spend(self, operations: int) -> None:
        self.left -= operations
        if self.left < 0:
            raise OutOfBudget


_local = threading.local()


def context(digits: int) -> Any:
    """This thread's own mpmath context: mpmath's global precision is never touched."""
    contexts = _local.__dict__.setdefault("contexts", {})
    if digits not in contexts:
        contexts[digits] = mpmath.MPContext()
        contexts[digits].dps = digits
    return contexts[digits]


def evaluate(
    tree: Node, definitions: Definitions, point: Point, digits: int, meter: Meter
) -> Value:
    """The value with about ``digits`` digits; raises :class:`Undefined`, :class:`OutOfBudget`."""
    evaluator = _Evaluator(definitions, point, context(digits), meter)
    try:
        value = evaluator.value(tree)
    except (ValueError, ArithmeticError, TypeError, mpmath.libmp.NoConvergence) as error:
        raise Undefined(str(error)) from error
    return value


class _Evaluator:
    def __init__(self, definitions: Definitions, point: Point, mp: Any, meter: Meter) -> None:
        self.definitions = definitions
        self.point = point
        self.mp = mp
        self.meter = meter
        self.scope: dict[str, Value] = {}

    def value(self, node: Node) -> Value:
        self.meter.spend(1)
        value = _METHODS[type(node)](self, node)
        if value and abs(self.mp.mag(value)) > VALUE_BITS:
            raise Undefined("too large or too small")
        return value

    def number(self, node: Number) -> Value:
        return self.mp.mpf(node.value.numerator) / node.value.denominator

    def constant(self, node: Constant) -> Value:
        return +self.mp.pi if node.name == "pi" else +self.mp.e

    def variable(self, node: Variable) -> Value:
        if node.name in self.scope:
            return self.scope[node.name]
        return self.mp.mpf(self.point.values[node.name])

    def add(self, node: Add) -> Value:
        total = self.mp.zero
        for term in node.terms:
            total = total + self.value(term)
        return total

    def multiply(self, node: Multiply) -> Value:
        total = self.mp.one
        for factor in node.factors:
            total = total * self.value(factor)
        return total

    def negate(self, node: Negate) -> Value:
        return -self.value(node.operand)

    def divide(self, node: Divide) -> Value:
        denominator = self.value(node.denominator)
        return self.value(node.numerator) / denominator

    def power(self, node: Power) -> Value:
        base, exponent = self.value(node.base), self.value(node.exponent)
        if abs(exponent) > EXPONENT or (not base and not self.mp.re(exponent) > 0):
            raise Undefined("power")
        if base and abs(self.mp.mag(base) * exponent) > 2 * VALUE_BITS:
            raise Undefined("power")
        return self._finite(self.mp.power(base, exponent))

    def element(self, node: Element) -> Value:
        sequence = self.definitions.sequences[node.name]
        indices = tuple(self.integer(index) for index in node.indices)
        first = self.integer(sequence.first)
        last = None if sequence.last is None else self.integer(sequence.last)
        if any(index < first or (last is not None and index > last) for index in indices):
            raise OutsideSequence("index out of range")
        if sequence.start is not None and indices == (first,):
            return self.value(sequence.start)
        return self.mp.mpf(sequence.domain.at(draw(*self.point.key, node.name, *indices)))

    def integer(self, node: Node) -> int:
        value = self.value(node)
        if self.mp.im(value) or value != self.mp.floor(self.mp.re(value)):
            raise Undefined("not an integer")
        return int(self.mp.re(value))

    def accumulate(self, node: Accumulate) -> Value:
        lower, upper = self.integer(node.lower), self.integer(node.upper)
        if upper - lower >= UNROLLED_TERMS:
            raise Undefined("too many terms")
        total = self.mp.zero if node.kind == "sum" else self.mp.one
        outer = self.scope
        for index in range(lower, upper + 1):
            self.scope = {**outer, node.index: self.mp.mpf(index)}
            term = self.value(node.body)
            total = total + term if node.kind == "sum" else total * term
            if total and abs(self.mp.mag(total)) > VALUE_BITS:
                raise Undefined("too large or too small")
        self.scope = outer
        return total

    def apply(self, node: Apply) -> Value:
        self.meter.spend(_FUNCTION_COST)
        arguments = [self.value(argument) for argument in node.arguments]
        standard = STANDARD.get(node.function)
        if node.function not in self.definitions.functions and standard is not None:
            if standard.bounded and any(a and self.mp.mag(a) > ARGUMENT_BITS for a in arguments):
                raise Undefined("argument too large")
            return self._finite(standard.compute(self.mp, *arguments))
        return self.declared(node, arguments[0])

    def declared(self, node: Apply, argument: Value) -> Value:
        """A function of the question: its formula, or a sum of waves nobody can guess."""
        concrete = self.definitions.functions[node.function]
        if concrete is None:
            if argument and self.mp.mag(argument) > ARGUMENT_BITS:
                raise Undefined("argument too large")
            return _waves(self.mp.dps, self.point.key, node.function, node.order, argument)
        if node.order >= len(concrete.orders):
            raise Undefined("derivative not declared")
        outer = self.scope
        self.scope = {concrete.argument: argument}
        value = self.value(concrete.orders[node.order])
        self.scope = outer
        return value

    def _finite(self, value: Value) -> Value:
        if self.mp.isnan(value) or self.mp.isinf(value):
            raise Undefined("not finite")
        return value


@lru_cache(maxsize=4096)
def _waves(digits: int, key: tuple[object, ...], name: str, order: int, argument: Value) -> Value:
    """The ``order``-th derivative of a smooth f(x) = sum of a sin(b x + c), all of them drawn."""
    mp = context(digits)
    total = mp.zero
    for wave in range(_WAVES):
        a, b, c = (draw(*key, "function", name, wave, what) for what in "abc")
        height, frequency = mp.mpf(a) + 0.2, 2 * mp.mpf(b) + 0.3
        phase = frequency * argument + 6 * mp.mpf(c) + order * mp.pi / 2
        total += height * frequency**order * mp.sin(phase)
    return total


_METHODS: dict[type, Callable[[_Evaluator, Any], Value]] = {
    Number: _Evaluator.number,
    Constant: _Evaluator.constant,
    Variable: _Evaluator.variable,
    Element: _Evaluator.element,
    Add: _Evaluator.add,
    Multiply: _Evaluator.multiply,
    Negate: _Evaluator.negate,
    Divide: _Evaluator.divide,
    Power: _Evaluator.power,
    Apply: _Evaluator.apply,
    Accumulate: _Evaluator.accumulate,
}
