"""Arrays cross by value, and a header that lies is refused."""

import math
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from wire_values import DTYPE_CODES

from autograder.wire.arrays import (
    MAX_DIMENSIONS,
    MAX_EMPTY_BYTES,
    pack_array,
    sendable,
    unpack_array,
)
from autograder.wire.faults import WireFault


def packed(shape, code=b"<f8 ", data=b""):
    return struct.pack(f"<B{len(shape)}Q", len(shape), *shape) + code + data


@pytest.mark.parametrize("code", DTYPE_CODES)
@pytest.mark.parametrize("shape", [(), (0,), (3,), (0, 5), (2, 3)])
def test_every_allowed_type_arrives_with_its_shape_and_precision(code, shape):
    array = np.arange(math.prod(shape)).reshape(shape).astype(code)
    arrived = unpack_array(pack_array(array))
    assert arrived.dtype == array.dtype
    assert arrived.dtype.char == np.dtype(arrived.dtype.str).char
    assert arrived.shape == shape
    assert np.array_equal(arrived, array)


@pytest.mark.parametrize(
    "array",
    [
        np.arange(6.0).reshape(2, 3).T,
        np.arange(10)[::-2],
        np.broadcast_to(np.float32(2), (3, 2)),
        np.arange(3, dtype=">f8"),
    ],
)
def test_any_memory_layout_arrives_in_order(array):
    assert np.array_equal(unpack_array(pack_array(array)), array)


@pytest.mark.parametrize("code", ["O", "U3", "S3", "V8", "M8[s]", "m8[s]"])
def test_objects_texts_and_records_are_not_sendable(code):
    assert not sendable(np.zeros(1, dtype=code))


@pytest.mark.parametrize(
    "code",
    [
        *(b"O   ", b"|O  ", b"V8  ", b"f4,f", b"<U3 ", b"|S3 ", b"a   ", b"    ", b"\0\0\0\0"),
        *(b">f8 ", b"=f8 ", b"f8  ", b"d   ", b"<f16", b"\xff\xff\xff\xff", b"<M8 "),
    ],
)
def test_any_other_spelling_of_a_type_is_refused(code):
    with pytest.raises(WireFault, match=r"dtype|damaged|fit"):
        unpack_array(packed((0,), code))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x01",
        b"\x01" + b"\0" * 7,
        packed((1,)),
        packed((1,), data=b"\0" * 7),
        packed((1,), data=b"\0" * 9),
        packed((2**64 - 1,), data=b"\0" * 8),
        packed((2**32, 2**32), data=b""),
        packed((2**63, 2), data=b""),
        packed((1,) * (MAX_DIMENSIONS + 1), data=b"\0" * 8),
        packed((0, 2**60)),
        packed((2**64 - 1, 0)),
        packed((0, MAX_EMPTY_BYTES)),
    ],
)
def test_a_header_that_does_not_fit_the_data_is_refused(data):
    with pytest.raises(WireFault):
        unpack_array(data)


def test_as_many_dimensions_as_the_limit_arrive():
    array = np.ones((1,) * MAX_DIMENSIONS)
    assert unpack_array(pack_array(array)).shape == array.shape
    empty = packed((0, MAX_EMPTY_BYTES // 8))
    assert unpack_array(empty).astype(np.float64).shape == (0, MAX_EMPTY_BYTES // 8)


@given(st.binary(max_size=60))
def test_random_bytes_are_an_array_or_a_wire_fault(data):
    try:
        array = unpack_array(data)
    except WireFault:
        return
    assert array.nbytes <= len(data)
