"""Turns what a student's code returned into values of the wire's table."""

import decimal
import fractions
import sys
from typing import Any

import numpy as np

from autograder.inside.sympy_walk import is_sympy, is_sympy_sequence, tree
from autograder.wire.values import Hooks, Remote, TensorValue


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
        if is_sympy_sequence(thing) and all(getattr(item, "is_number", False) for item in thing):
            return thing.tolist() if hasattr(thing, "tolist") else list(thing)
        if is_sympy(thing) and getattr(thing, "is_number", False):
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


def formula(thing: Any, depth: int = 0) -> dict[str, Any]:
    """An answer that may be a formula, tagged by what it is: one key, one plain value.

    ``text`` (str), ``number`` (int, float, complex), ``sympy`` (see
    :func:`autograder.inside.sympy_walk.tree`), ``items`` (list of the same), ``callable`` (True)
    or ``other`` (type name).
    """
    if isinstance(thing, str):
        return {"text": str.__str__(thing)[:10_000]}
    if is_sympy(thing) and not is_sympy_sequence(thing):
        return {"sympy": tree(thing)}
    if isinstance(thing, (bool, int, float, complex, np.number)):
        return {"number": thing}
    if (isinstance(thing, np.ndarray) or hasattr(thing, "detach")) and depth < 3:
        return formula(thing.tolist(), depth + 1)
    if (isinstance(thing, (list, tuple)) or is_sympy_sequence(thing)) and depth < 3:
        return {"items": [formula(item, depth + 1) for item in list(thing)[:20]]}
    if isinstance(thing, dict) and depth < 3:
        return {"items": [formula(item, depth + 1) for item in list(thing.values())[:20]]}
    if callable(thing):
        return {"callable": True}
    return {"other": f"{type(thing).__module__}.{type(thing).__qualname__}"[:200]}
