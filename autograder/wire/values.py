"""The closed table of values, in MessagePack with our own extension tags.

======================  =====================================================
None bool int float     as they are; integers beyond 64 bits by tag BIG_INT
str bytes list dict     as they are; keys are None, bool, int, float, str, tuple
tuple set complex       tags TUPLE, SET (arrives as a frozenset), COMPLEX
numpy array, scalar     tags ARRAY, SCALAR (see :mod:`autograder.wire.arrays`)
activation function     tag ACTIVATION, kind, parameters and order of an
                        :class:`autograder.wire.activations.Activation`
torch tensor            tag TENSOR, an array that was or becomes a tensor
anything else           tag HANDLE: a number; the object stays where it is
======================  =====================================================

A subclass travels as its base: an always-equal ``float`` arrives as a float.
"""

import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgpack
import numpy as np

from autograder.wire.activations import Activation
from autograder.wire.arrays import Array, pack_array, sendable, unpack_array
from autograder.wire.faults import WireFault

ARRAY, SCALAR, TENSOR, TUPLE, SET, COMPLEX, BIG_INT, HANDLE, ACTIVATION = range(1, 10)

MAX_DEPTH = 48
"""Containers in each other: formulas are trees; numpy has room for 16 dimensions more."""
MAX_CONTAINERS = 50_000
"""Lists, maps, tuples and sets in one frame: an empty list is one byte there, 56 here."""
MAX_EXTENSIONS = 200_000
"""Tagged values in one frame: each costs a call."""
MAX_ENTRIES = 200_000
"""Of one map: each takes many times its size on the wire until the map is complete."""
MAX_ITEMS = 400_000
"""Of all lists, maps, tuples and sets of one frame together, and at most as many in a single list,
which is counted when it is there: each takes up to 88 bytes, on the wire perhaps one."""
MAX_NESTED_BYTES = 32 << 20
"""Of the bodies of all tuples and sets in one frame: those around them hold a copy of each."""
MAX_COLLISIONS = 1_000
"""Keys and set members whose hash another one has: each is compared with all of these."""
MAX_INT_BYTES = 4_096


@dataclass(frozen=True, slots=True, eq=False)
class TensorValue:
    """A torch tensor by value, for the side that does without torch."""

    array: Array


@dataclass(frozen=True, slots=True)
class Remote:
    """An object that stays inside, known outside by a number and the name of its type."""

    number: int
    type: str


@dataclass(frozen=True, slots=True)
class Hooks:
    """What the two sides do differently; the defaults are the trusted side's."""

    tensor: Callable[[Array], Any] = TensorValue
    """Array → what a TENSOR becomes on arrival."""
    handle: Callable[[int, str], Any] = Remote
    """Number, type name → what a HANDLE becomes on arrival."""
    other: Callable[[Any], Any] | None = None
    """Object outside the table → TensorValue, Remote or a plain value; None: refuse."""


TRUSTED = Hooks()


def encode(value: Any, hooks: Hooks = TRUSTED) -> bytes:
    """One value as bytes; raises :class:`WireFault` for what is not in the table."""
    try:
        return bytes(
            msgpack.packb(
                value,
                default=lambda item: _tagged(item, hooks, 0),
                strict_types=True,
                unicode_errors="backslashreplace",
            )
        )
    except (TypeError, ValueError, OverflowError, RecursionError, MemoryError) as error:
        raise WireFault(f"value cannot be sent: {error}") from error


def _tagged(value: Any, hooks: Hooks, retries: int) -> Any:
    """Called by msgpack for everything but its own exact types."""
    for kind, convert in _CONVERTERS:
        if isinstance(value, kind):
            result = convert(value, hooks)
            if result is not NotImplemented:
                return result
    if hooks.other is None or retries:
        raise WireFault(f"{type(value).__name__} is not in the table")
    return _plain_or_tagged(hooks.other(value), hooks, 1)


def _plain_or_tagged(value: Any, hooks: Hooks, retries: int) -> Any:
    """A replacement for an object: msgpack asks only once for each."""
    if type(value) in (type(None), bool, float, str, bytes, list, dict):
        return value
    return _tagged(value, hooks, retries)


def _int(value: int, _: Hooks) -> Any:
    value = int(value)
    if -(2**63) <= value < 2**64:
        return value
    length = value.bit_length() // 8 + 1
    if length > MAX_INT_BYTES:
        raise WireFault(f"integer of {length} bytes, at most {MAX_INT_BYTES} are sent")
    return msgpack.ExtType(BIG_INT, value.to_bytes(length, "big", signed=True))


def _array(value: Array, hooks: Hooks) -> Any:
    if sendable(value):
        return msgpack.ExtType(ARRAY, pack_array(np.asarray(value)))
    if value.dtype.kind in "OUS":
        items = value.tolist()
        return items if value.ndim else _plain_or_tagged(items, hooks, 0)
    return NotImplemented


def _scalar(value: Any, _: Hooks) -> Any:
    array = np.asarray(value)
    return msgpack.ExtType(SCALAR, pack_array(array)) if sendable(array) else NotImplemented


_CONVERTERS: tuple[tuple[type | tuple[type, ...], Callable[[Any, Hooks], Any]], ...] = (
    (bool, lambda value, _: bool(value)),
    (np.ndarray, _array),
    (np.generic, _scalar),
    (int, _int),
    (float, lambda value, _: float.__float__(value)),
    (
        complex,
        lambda value, _: msgpack.ExtType(COMPLEX, struct.pack("<dd", value.real, value.imag)),
    ),
    (str, lambda value, _: str.__str__(value)),
    ((bytes, bytearray, memoryview), lambda value, _: bytes(value)),
    (tuple, lambda value, hooks: msgpack.ExtType(TUPLE, encode(list(value), hooks))),
    (list, lambda value, _: list(value)),
    ((set, frozenset), lambda value, hooks: msgpack.ExtType(SET, encode(list(value), hooks))),
    (dict, lambda value, _: dict(value)),
    (TensorValue, lambda value, _: msgpack.ExtType(TENSOR, pack_array(value.array))),
    (
        Activation,
        lambda value, _: msgpack.ExtType(
            ACTIVATION, encode([value.kind, dict(value.parameters), value.order])
        ),
    ),
    (Remote, lambda value, _: msgpack.ExtType(HANDLE, encode([value.number, value.type[:200]]))),
)


def decode(data: bytes, hooks: Hooks = TRUSTED) -> Any:
    """One value from hostile bytes; raises :class:`WireFault` and nothing else."""
    return _Decoder(hooks).whole(data)


class _Decoder:
    def __init__(self, hooks: Hooks) -> None:
        self.hooks = hooks
        self.containers = 0
        self.items = 0
        self.extensions = 0
        self.nested_bytes = 0
        self.collisions = 0

    def whole(self, data: bytes) -> Any:
        value = self.decode(data, 0)
        if self.containers > MAX_DEPTH and _depth_exceeds(value, MAX_DEPTH):
            raise WireFault(f"value nested deeper than {MAX_DEPTH}")
        return value

    def decode(self, data: bytes, depth: int) -> Any:
        if depth > MAX_DEPTH:
            raise WireFault(f"value nested deeper than {MAX_DEPTH}")
        try:
            return msgpack.unpackb(
                data,
                ext_hook=lambda tag, body: self.extension(tag, body, depth),
                list_hook=self.count,
                object_pairs_hook=self.mapping,
                strict_map_key=False,
                unicode_errors="replace",
                raw=False,
                timestamp=1,  # msgpack's own extension: a float, for it cannot be refused
                max_array_len=min(MAX_ITEMS, len(data)),
                max_map_len=min(MAX_ENTRIES, len(data)),
            )
        except WireFault:
            raise
        except (ValueError, TypeError, OverflowError, RecursionError, MemoryError) as error:
            # msgpack's own errors are ValueErrors
            raise WireFault(f"not a value: {type(error).__name__}") from error
        except msgpack.exceptions.UnpackException as error:
            raise WireFault(f"not a value: {type(error).__name__}") from error

    def count(self, items: list[Any]) -> list[Any]:
        self.counted(len(items))
        return items

    def counted(self, items: int) -> None:
        self.containers += 1
        if self.containers > MAX_CONTAINERS:
            raise WireFault(f"more than {MAX_CONTAINERS} lists and maps in one frame")
        self.items += items
        if self.items > MAX_ITEMS:
            raise WireFault(f"more than {MAX_ITEMS} values in the lists and maps of one frame")

    def mapping(self, pairs: list[tuple[Any, Any]]) -> dict[Any, Any]:
        self.counted(2 * len(pairs))
        self.hashed([key for key, _ in pairs])
        return dict(pairs)

    def hashed(self, keys: list[Any]) -> None:
        """Refuse keys chosen so that a table of them takes quadratic time."""
        hashes = [hash(key) for key in keys]
        self.collisions += len(hashes) - len(set(hashes))
        if self.collisions > MAX_COLLISIONS:
            raise WireFault(f"more than {MAX_COLLISIONS} colliding keys in one frame")

    def extension(self, tag: int, body: bytes, depth: int) -> Any:
        self.extensions += 1
        if self.extensions > MAX_EXTENSIONS:
            raise WireFault(f"more than {MAX_EXTENSIONS} tagged values in one frame")
        if tag == ARRAY:
            return unpack_array(body)
        if tag == SCALAR:
            array = unpack_array(body)
            if array.shape != ():
                raise WireFault("scalar with a shape")
            return array[()]
        if tag == TENSOR:
            return self.hooks.tensor(unpack_array(body))
        if tag in (TUPLE, SET, HANDLE, ACTIVATION):
            self.nested_bytes += len(body)
            if self.nested_bytes > MAX_NESTED_BYTES:
                raise WireFault(f"more than {MAX_NESTED_BYTES} bytes in nested tuples")
            items = self.decode(body, depth + 1)
            if type(items) is not list:
                raise WireFault("tuple, set, handle or activation without a list")
            return self._listed(tag, items)
        if tag == COMPLEX and len(body) == 16:
            return complex(*struct.unpack("<dd", body))
        if tag == BIG_INT and 0 < len(body) <= MAX_INT_BYTES:
            return int.from_bytes(body, "big", signed=True)
        raise WireFault(f"tag {tag} is not in the table")

    def _listed(self, tag: int, items: list[Any]) -> Any:
        if tag == TUPLE:
            return tuple(items)
        if tag == SET:
            self.hashed(items)
            return frozenset(items)
        if tag == ACTIVATION:
            return _activation(items)
        match items:
            case [int(number), str(name)]:
                return self.hooks.handle(number, name[:200])
        raise WireFault("damaged handle")


def _depth_exceeds(value: Any, limit: int) -> bool:
    """Whether containers are nested deeper, found without recursion."""
    level = [value]
    for _ in range(limit):
        level = [
            item
            for container in level
            if isinstance(container, (list, tuple, dict, frozenset))
            for item in _members(container)
            if isinstance(item, (list, tuple, dict, frozenset))
        ]
        if not level:
            return False
    return True


def _members(container: Any) -> Any:
    return [*container, *container.values()] if isinstance(container, dict) else container


def _activation(items: list[Any]) -> Activation:
    match items:
        case [str(kind), dict(parameters), int(order)] if all(
            type(name) is str and type(value) is float for name, value in parameters.items()
        ):
            return Activation(kind, parameters, order)
    raise WireFault("damaged activation")
