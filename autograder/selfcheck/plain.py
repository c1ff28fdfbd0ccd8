"""Values of a student's notebook as plain numbers, texts and lists."""

import math
import numbers
from decimal import Decimal
from typing import Any

MAX_LEVELS = 12
"""Nesting of lists that is looked at."""


def plain(value: Any, level: int = 0) -> Any:
    """Arrays, tensors, tuples and numbers of all libraries as Python has them.

    What is none of these (a function, a network, an object) comes back as it is; what is nested
    too deeply is cut to an ellipsis.
    """
    if level > MAX_LEVELS:
        return ...
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, Decimal):
        return float(value)
    if callable(getattr(value, "tolist", None)):
        return plain(value.tolist(), level + 1)
    if isinstance(value, numbers.Integral):
        return int(value)
    if isinstance(value, numbers.Real):
        return float(value)
    if getattr(value, "is_number", False):  # SymPy
        number = complex(value)
        return number if number.imag else number.real
    if isinstance(value, dict):
        return {key: plain(one, level + 1) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one, level + 1) for one in value]
    return value


def number_of(value: Any) -> float | None:
    """A real number, also as an array of one element; None if it is none."""
    value = plain(value)
    while isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value)
    except OverflowError:
        return None


def shape_of(value: Any) -> tuple[int, ...] | None:
    """The shape of nested lists of numbers, ``()`` for a number; None if they have none.

    An entry that was left empty (None) counts as a number that is missing.
    """
    if value is None or isinstance(value, bool | int | float | complex):
        return ()
    if not isinstance(value, list):
        return None
    inner = {shape_of(one) for one in value}
    if not inner:
        return (0,)
    first = inner.pop()
    return None if inner or first is None else (len(value), *first)


def entries(value: Any) -> list[float]:
    """All numbers in nested lists, in order; NaN for what is none."""
    if isinstance(value, list):
        return [number for one in value for number in entries(one)]
    return [float(value) if isinstance(value, bool | int | float) else math.nan]


def described(value: Any) -> str:
    """Type and shape as Python calls them: ``ndarray (3, 2)``, ``list (4)``, ``NoneType``."""
    name = type(value).__name__
    shape = shape_of(plain(value))
    if shape:
        return f"{name} ({', '.join(map(str, shape))})"
    if isinstance(value, list | tuple | dict):
        return f"{name} ({len(value)})"
    return name
