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

_WIDER = {"g": "d", "G": "D"}  # long double differs between machines


def sendable(array: Array) -> bool:
    return array.dtype.char in DTYPES or array.dtype.char in _WIDER


def pack_array(array: Array) -> bytes:
    """Header ``ndim, shape…, dtype`` and the elements in C order, little-endian."""
    wider = _WIDER.get(array.dtype.char)
    if wider:
        array = array.astype(wider)
    dtype = array.dtype.newbyteorder("<")
    data = np.ascontiguousarray(array, dtype=dtype)
    head = struct.pack(f"<B{array.ndim}Q", array.ndim, *array.shape)
    return head + dtype.str.encode("ascii").ljust(4) + data.tobytes()


def unpack_array(data: bytes) -> Array:
    """The reverse; raises :class:`WireFault` unless header and length agree exactly."""
    try:
        ndim = data[0]
        if ndim > MAX_DIMENSIONS:
            raise WireFault(f"array with {ndim} dimensions, at most {MAX_DIMENSIONS} are read")
        shape = struct.unpack_from(f"<{ndim}Q", data, 1)
        start = 1 + 8 * ndim
        code = data[start : start + 4].decode("ascii").strip()
        dtype = np.dtype(code)
    except (IndexError, struct.error, UnicodeDecodeError, TypeError, ValueError) as error:
        raise WireFault("array header is damaged") from error
    # numpy reads many spellings ("O", "V8", "f4,f4"); only the exact plain ones are ours
    if dtype.char not in DTYPES or dtype.str != code:
        raise WireFault(f"array dtype {code!r} is not in the table")
    if math.prod(shape) * dtype.itemsize != len(data) - start - 4:
        raise WireFault("array length does not fit its shape")
    return np.frombuffer(data, dtype, offset=start + 4).reshape(shape)
