"""Arrays by value: dtype code, shape, raw bytes. No object, void or string dtypes."""

import math
import struct
from typing import Any

import numpy as np
import numpy.typing as npt

from autograder.wire.faults import WireFault

Array = npt.NDArray[Any]

DTYPES = frozenset("?bhilqBHILQefdFD")
"""numpy's one-letter codes of the dtypes that may cross (bool, integers, floats, complex)."""

MAX_DIMENSIONS = 16
MAX_EMPTY_BYTES = 1 << 20
"""What the shape of an array without elements may claim, each 0 counted as 1: as lists, a shape
of (2**30, 0) would take 64 GB."""

_WIDER = {"g": "d", "G": "D"}  # long double differs between machines


def _code(char: str) -> str:
    return np.dtype(char).newbyteorder("<").str


_BY_CODE = {code.encode("ascii"): np.dtype(code) for code in map(_code, DTYPES)}


def sendable(array: Array) -> bool:
    return array.dtype.char in DTYPES or array.dtype.char in _WIDER


def pack_array(array: Array) -> bytes:
    """Header ``ndim, shape…, dtype`` and the elements in C order, little-endian."""
    wider = _WIDER.get(array.dtype.char)
    if wider:
        array = array.astype(wider)
    code = _code(array.dtype.char)
    data = np.ascontiguousarray(array, dtype=code)
    head = struct.pack(f"<B{array.ndim}Q", array.ndim, *array.shape)
    return head + code.encode("ascii").ljust(4) + data.tobytes()


def unpack_array(data: bytes) -> Array:
    """The reverse, writable; raises :class:`WireFault` unless header and length agree exactly."""
    try:
        ndim = data[0]
        if ndim > MAX_DIMENSIONS:
            raise WireFault(f"array with {ndim} dimensions, at most {MAX_DIMENSIONS} are read")
        shape = struct.unpack_from(f"<{ndim}Q", data, 1)
        start = 1 + 8 * ndim
    except (IndexError, struct.error) as error:
        raise WireFault("array header is damaged") from error
    # numpy would read many spellings ("O", "V8", "f4,f4"); only the exact plain ones are ours
    code = data[start : start + 4]
    dtype = _BY_CODE.get(code.rstrip(b" "))
    if dtype is None:
        raise WireFault(f"array dtype {code!r} is not in the table")
    if math.prod(shape) * dtype.itemsize != len(data) - start - 4:
        raise WireFault("array length does not fit its shape")
    claimed = math.prod(max(size, 1) for size in shape) * dtype.itemsize
    if 0 in shape and claimed > MAX_EMPTY_BYTES:
        raise WireFault("array shape is too large")
    return np.frombuffer(data, dtype, offset=start + 4).reshape(shape).copy()
