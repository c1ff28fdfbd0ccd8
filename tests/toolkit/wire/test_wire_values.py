"""What crosses the border arrives as it was; what is no value of the table does not arrive."""

import collections
import contextlib
import enum
import struct
from fractions import Fraction

import msgpack
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wire_values import arrays, same, values

from autograder.wire.faults import WireFault
from autograder.wire.values import (
    ACTIVATION,
    ARRAY,
    BIG_INT,
    COMPLEX,
    HANDLE,
    MAX_COLLISIONS,
    MAX_CONTAINERS,
    MAX_DEPTH,
    MAX_EXTENSIONS,
    MAX_INT_BYTES,
    SCALAR,
    SET,
    TENSOR,
    TUPLE,
    Remote,
    TensorValue,
    decode,
    encode,
)


def extension(tag, body):
    return msgpack.packb(msgpack.ExtType(tag, body))


def list_of(count, item):
    return b"\xdd" + struct.pack(">I", count) + item * count


@given(values)
def test_every_value_of_the_table_survives_the_journey(value):
    assert same(decode(encode(value)), value)


@given(arrays)
def test_arrays_arrive_writable_and_aligned_as_a_student_expects_them(array):
    arrived = decode(encode(array))
    assert arrived.flags.writeable
    assert arrived.flags.aligned


@settings(max_examples=300)
@given(st.binary(max_size=200))
def test_random_bytes_are_a_value_or_a_wire_fault(data):
    with contextlib.suppress(WireFault):
        encode(decode(data))


@settings(max_examples=300)
@given(
    st.sampled_from(
        (ARRAY, SCALAR, TENSOR, TUPLE, SET, COMPLEX, BIG_INT, HANDLE, ACTIVATION, 0, 10, 77)
    ),
    st.binary(max_size=80) | values.map(encode),
)
def test_random_bytes_under_our_own_tags_are_a_value_or_a_wire_fault(tag, body):
    with contextlib.suppress(WireFault):
        encode(decode(extension(tag, body)))


@settings(max_examples=200)
@given(values, st.data())
def test_a_damaged_frame_is_a_value_or_a_wire_fault(value, data):
    frame = bytearray(encode(value))
    for _ in range(data.draw(st.integers(1, 3))):
        frame[data.draw(st.integers(0, len(frame) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(WireFault):
        decode(bytes(frame[: data.draw(st.integers(0, len(frame)))]))


@pytest.mark.parametrize(
    "frame",
    [
        b"",
        b"\xc1",
        b"\x91",
        b"\xc0\xc0",
        b"\xdd\xff\xff\xff\xff",
        b"\xdf\xff\xff\xff\xff",
        b"\xc6\xff\xff\xff\xff",
        b"\x81\x90\xc0",
        extension(0, b""),
        extension(99, b"abc"),
        extension(COMPLEX, b"\0" * 15),
        extension(BIG_INT, b""),
        extension(BIG_INT, b"\1" * (MAX_INT_BYTES + 1)),
        extension(TUPLE, encode({})),
        extension(SET, encode([[]])),
        extension(HANDLE, encode(["1", "a"])),
        extension(HANDLE, encode([1])),
        extension(SCALAR, encode(1)),
        extension(ACTIVATION, encode(["tanh", {}])),
        extension(ACTIVATION, encode(["relu", {}, 0])),
        extension(ACTIVATION, encode(["tanh", {}, 2**70])),
        extension(ACTIVATION, encode(["tanh", {"a": "b"}, 0])),
        extension(ACTIVATION, encode(["mix", {"a": 1.0}, 0])),
        msgpack.packb({b"a": 1})[:-1],
    ],
)
def test_what_is_no_value_is_a_wire_fault(frame):
    with pytest.raises(WireFault):
        decode(frame)


@pytest.mark.parametrize("wrap", [lambda v: [v], lambda v: (v,), lambda v: {"a": v}])
def test_values_may_be_nested_up_to_the_limit_and_no_deeper(wrap):
    value = 1
    for _ in range(MAX_DEPTH):
        value = wrap(value)
    assert same(decode(encode(value)), value)
    with pytest.raises(WireFault, match="nested"):
        decode(encode(wrap(value)))


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 500, 900, 5_000])
def test_raw_nesting_of_any_depth_ends_in_a_wire_fault(depth):
    with pytest.raises(WireFault):
        decode(b"\x91" * depth + b"\xc0")


def test_a_frame_holds_as_many_containers_as_the_limit_and_no_more():
    assert len(decode(list_of(MAX_CONTAINERS - 1, b"\x90"))) == MAX_CONTAINERS - 1
    for empty in (b"\x90", b"\x80"):
        with pytest.raises(WireFault, match="lists and maps"):
            decode(list_of(MAX_CONTAINERS, empty))


def test_a_frame_holds_as_many_tagged_values_as_the_limit_and_no_more():
    assert len(decode(list_of(MAX_EXTENSIONS, b"\xd4\x07\x01"))) == MAX_EXTENSIONS
    with pytest.raises(WireFault, match="tagged"):
        decode(list_of(MAX_EXTENSIONS + 1, b"\xd4\x07\x01"))


def test_a_map_with_millions_of_keys_is_refused_before_it_is_built():
    pairs = b"\xdf" + struct.pack(">I", 1_000_000) + b"\x01\xc0" * 1_000_000
    with pytest.raises(WireFault):
        decode(pairs)


@pytest.mark.parametrize("tag", [SET, None])
def test_keys_that_all_collide_are_refused_before_they_cost_quadratic_time(tag):
    # hash(complex) = hash(real) + 1000003 * hash(imag)
    colliding = [complex(-1000003 * i, i) for i in range(20_000)]
    assert len({hash(number) for number in colliding}) == 1
    if tag is None:
        packed = [encode(number) + b"\xc0" for number in colliding]
        frame = b"\xdf" + struct.pack(">I", len(packed)) + b"".join(packed)
    else:
        frame = extension(tag, encode(colliding))
    with pytest.raises(WireFault, match="colliding"):
        decode(frame)


def test_a_few_colliding_keys_and_many_ordinary_ones_are_fine():
    ordinary = frozenset(range(50_000))
    assert decode(encode(ordinary)) == ordinary
    few = frozenset(complex(-1000003 * i, i) for i in range(MAX_COLLISIONS))
    assert decode(encode(few)) == few


def test_integers_arrive_up_to_the_limit_and_no_larger_one_is_sent():
    largest = 2 ** (8 * MAX_INT_BYTES - 1) - 1
    assert decode(encode([largest, -largest, 2**63, 2**64, -(2**63) - 1])) == [
        largest,
        -largest,
        2**63,
        2**64,
        -(2**63) - 1,
    ]
    with pytest.raises(WireFault, match="integer"):
        encode(largest + 1)


def test_the_time_stamp_of_the_format_itself_is_only_a_number():
    assert decode(b"\xd6\xff\0\0\0\1") == 1.0
    with pytest.raises(WireFault):
        decode(b"\xd6\xff" + b"\xff" * 3)


class Sly(float):
    def __eq__(self, other):
        return True

    def __float__(self):
        return 0.5

    __hash__ = float.__hash__


class SlyInt(int):
    def __eq__(self, other):
        return True

    __hash__ = int.__hash__


class SlyText(str):
    def __str__(self):
        return self

    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


class SlyArray(np.ndarray):
    def __array_ufunc__(self, *_, **__):
        return True

    def __eq__(self, other):
        return True


class Colour(enum.IntEnum):
    RED = 3


Pair = collections.namedtuple("Pair", "a b")


@pytest.mark.parametrize(
    ("sent", "arrives"),
    [
        (Sly(2.5), 2.5),
        (SlyInt(7), 7),
        (SlyText("a"), "a"),
        (Colour.RED, 3),
        (Pair(1, 2), (1, 2)),
        (collections.OrderedDict(a=1), {"a": 1}),
        (collections.Counter("aab"), {"a": 2, "b": 1}),
        ([Sly(1.0), {SlyText("k"): SlyInt(1)}], [1.0, {"k": 1}]),
        (bytearray(b"ab"), b"ab"),
        (memoryview(b"ab"), b"ab"),
        (np.arange(3).view(SlyArray), np.arange(3)),
        (np.float32(1.5), np.float32(1.5)),
        (np.bool_(True), np.bool_(True)),
        (np.longdouble(1.5), np.float64(1.5)),
        (np.array([1, 2], dtype=">i4"), np.array([1, 2], dtype="<i4")),
        (np.ma.array([1.0, 2.0], mask=[0, 1]), np.array([1.0, 2.0])),
        (np.array(["a", "b"]), ["a", "b"]),
        (np.array("ab"), "ab"),
        (np.array([1, "a", None], dtype=object), [1, "a", None]),
        (np.array(10**30, dtype=object), 10**30),
        (np.str_("ab"), "ab"),
        ({1, 2}, frozenset({1, 2})),
        ({frozenset({1}): 2}, {frozenset({1}): 2}),
        ("\ud800", "\\ud800"),
    ],
)
def test_subclasses_and_relatives_arrive_as_plain_values(sent, arrives):
    assert same(decode(encode(sent)), arrives)


def test_objects_outside_the_table_are_refused_without_a_hook():
    for thing in (object(), Fraction(1, 2), iter([]), np.datetime64("2020-01-01"), open):
        with pytest.raises(WireFault, match="not in the table"):
            encode([thing])


def test_a_list_that_contains_itself_is_refused():
    loop = []
    loop.append(loop)
    array = np.empty((), dtype=object)
    array[()] = array
    for value in (loop, array):
        with pytest.raises(WireFault):
            encode(value)


def test_a_handle_keeps_its_number_and_a_short_type_name():
    arrived = decode(encode(Remote(5, "x" * 900)))
    assert (arrived.number, len(arrived.type)) == (5, 200)


def test_tensors_are_compared_by_nobody_by_accident():
    first, second = TensorValue(np.arange(3)), TensorValue(np.arange(3))
    assert first != second
    assert len({first, second}) == 2


def test_a_frame_that_only_claims_to_be_large_is_refused():
    frame = (b"\xdd" + struct.pack(">I", 900_000)) * 400
    frame += b"\xc0" * (1_000_000 - len(frame))
    with pytest.raises(WireFault):
        decode(frame)
