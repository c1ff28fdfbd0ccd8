"""SymPy expressions as plain nested lists; SymPy itself is never imported here."""

import sys
from typing import Any

from autograder.wire.faults import WireFault

MAX_TREE_NODES = 5_000
MAX_TREE_LEVELS = 44
"""A little less than the wire takes."""


def is_sympy(thing: Any) -> bool:
    sympy = sys.modules.get("sympy")
    return sympy is not None and isinstance(thing, sympy.Basic)


def is_sympy_sequence(thing: Any) -> bool:
    sympy = sys.modules.get("sympy")
    return sympy is not None and isinstance(thing, (sympy.Tuple, sympy.MatrixBase))


def tree(expression: Any) -> list[Any]:
    """A SymPy expression as nested lists ``[class name, argument, …]``.

    Leaves: ``["Symbol", name]``, ``["Integer", n]``, ``["Rational", p, q]``, ``["Float", text]``.
    What the other side does not know it refuses by name. Raises :class:`WireFault` for what is
    too large to be an answer.
    """
    return _tree(expression, [MAX_TREE_NODES], MAX_TREE_LEVELS)


def _tree(node: Any, nodes_left: list[int], levels_left: int) -> list[Any]:
    nodes_left[0] -= 1
    if nodes_left[0] < 0 or levels_left < 0:
        raise WireFault(f"formula with over {MAX_TREE_NODES} nodes or {MAX_TREE_LEVELS} levels")
    if getattr(node, "is_Symbol", False):
        return ["Symbol", str(node.name)[:100]]
    if getattr(node, "is_Integer", False):
        return ["Integer", int(node.p)]
    if getattr(node, "is_Rational", False):
        return ["Rational", int(node.p), int(node.q)]
    if getattr(node, "is_Float", False):
        return ["Float", str(node)]
    parts = (_tree(argument, nodes_left, levels_left - 1) for argument in node.args)
    return [str(node.func.__name__)[:100], *parts]
