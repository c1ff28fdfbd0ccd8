"""Values of students as a short text for evidence, whatever they are and however large."""

import reprlib
from typing import Any

import numpy as np

from autograder.wire.values import TensorValue

MAX_CHARACTERS = 300
_MAX_ELEMENTS = 20
_MAX_INT_BITS = 300


class _Short(reprlib.Repr):
    """Looks only at the first few items, so that no value takes long."""

    def __init__(self) -> None:
        super().__init__()
        self.maxlevel = 4
        self.maxlist = self.maxtuple = self.maxfrozenset = self.maxdict = _MAX_ELEMENTS
        self.maxstring = self.maxother = MAX_CHARACTERS

    def repr_int(self, number: int, _: int) -> str:
        if number.bit_length() <= _MAX_INT_BITS:
            return repr(number)
        # Python refuses to write very long integers in decimals
        return f"{'-' if number < 0 else ''}2**{number.bit_length() - 1}…"

    def repr_bytes(self, data: bytes, _: int) -> str:
        return repr(data[:MAX_CHARACTERS])

    def repr_ndarray(self, array: Any, _: int) -> str:
        if array.ndim == 0:
            return repr(array.item())
        if array.size <= _MAX_ELEMENTS:
            return np.array2string(array, precision=8, separator=", ")
        start = np.array2string(array.ravel()[:_MAX_ELEMENTS], precision=8, separator=", ")
        return f"{array.shape}: {start[:-1]}, …]"

    def repr_TensorValue(self, tensor: TensorValue, level: int) -> str:
        return f"tensor{self.repr_ndarray(tensor.array, level)}"


_SHORT = _Short()


def shown(value: Any, limit: int = MAX_CHARACTERS) -> str:
    """A text of about ``limit`` characters at most."""
    result = _SHORT.repr(value)
    return result if len(result) <= limit else result[:limit] + " …"
