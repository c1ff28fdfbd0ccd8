"""Turns what a student's code returned into values of the wire's table."""

import decimal
import fractions
import sys
from typing import Any

import numpy as np

from autograder.wire.faults import WireFault
from autograder.wire.values import Hooks, Remote, TensorValue

MAX_TREE_NODES = 5_000
MAX_TREE_LEVELS = 44
"""A little less than the wire takes."""


class Handles:
    """Objects that stay inside, by number."""

    def __init__(self) -> None:
        self._objects: dict[int, Any] = {}

    def keep(self, thing: Any) -> Remote:
        number = len(self._objects) + 1
        self._objects[number] = thing
        kind = type(thing)
        return Remote(number, f"{kind.__module__}.{kind.__qualname__}")

    def __getitem__(self, number: int) -> Any:
        return self._objects[number]

    def hooks(self) -> Hooks:
        return Hooks(
            tensor=_to_tensor, handle=lambda number, _: self._objects[number], other=self._other
        )

    def _other(self, thing: Any) -> Any:
        torch = sys.modules.get("torch")
        if torch is not None and isinstance(thing, torch.Tensor):
            return _from_tensor(thing)
        if isinstance(thing, (fractions.Fraction, decimal.Decimal)):
            return float(thing)
        if isinstance(thing, range):
            return list(thing)
        if _is_sympy_sequence(thing) and all(getattr(item, "is_number", False) for item in thing):
            return thing.tolist() if hasattr(thing, "tolist") else list(thing)
        if _is_sympy(thing) and getattr(thing, "is_number", False):
            number = complex(thing)
            return number.real if number.imag == 0 else number
        return self.keep(thing)


def _from_tensor(tensor: Any) -> TensorValue:
    tensor = tensor.detach().cpu()
    if tensor.layout is not sys.modules["torch"].strided:
        tensor = tensor.to_dense()
    try:
        return TensorValue(tensor.resolve_conj().resolve_neg().numpy())
    except TypeError:  # bfloat16 and friends have no numpy dtype
        return TensorValue(tensor.float().numpy())


def _to_tensor(array: Any) -> Any:
    torch = sys.modules.get("torch")
    return torch.from_numpy(array.copy()) if torch is not None else np.array(array)


def _is_sympy(thing: Any) -> bool:
    sympy = sys.modules.get("sympy")
    return sympy is not None and isinstance(thing, sympy.Basic)


def formula(thing: Any, depth: int = 0) -> dict[str, Any]:
    """An answer that may be a formula, tagged by what it is: one key, one plain value.

    ``text`` (str), ``number`` (int, float, complex), ``sympy`` (tree of lists, see
    :func:`tree`), ``items`` (list of the same), ``callable`` (True) or ``other`` (type name).
    """
    if isinstance(thing, str):
        return {"text": str.__str__(thing)[:10_000]}
    if _is_sympy(thing) and not _is_sympy_sequence(thing):
        return {"sympy": tree(thing)}
    if isinstance(thing, (bool, int, float, complex, np.number)):
        return {"number": thing}
    if (isinstance(thing, np.ndarray) or hasattr(thing, "detach")) and depth < 3:
        return formula(thing.tolist(), depth + 1)
    if (isinstance(thing, (list, tuple)) or _is_sympy_sequence(thing)) and depth < 3:
        return {"items": [formula(item, depth + 1) for item in list(thing)[:20]]}
    if isinstance(thing, dict) and depth < 3:
        return {"items": [formula(item, depth + 1) for item in list(thing.values())[:20]]}
    if callable(thing):
        return {"callable": True}
    return {"other": f"{type(thing).__module__}.{type(thing).__qualname__}"[:200]}


def _is_sympy_sequence(thing: Any) -> bool:
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
