"""Seeded changes to bytes and to nested values: small damage, big repetition, foreign pieces."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

_EDGES = (
    *(b"\x00", b"\xff", b"\x7f", b"\x80", b"\xc1", b"\xff\xff", b"\x00\x00\x00\x00"),
    *(b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\x80\x00\x00\x00", b"\xff" * 8),
)
_CHANGES_AT_ONCE = (1, 1, 1, 2, 3, 6)
_MOST_REPEATS = 2_000


def mutated(rng: Random, corpus: Sequence[bytes], max_bytes: int) -> bytes:
    """A member of the corpus, damaged at a few places; now and then two of them spliced."""
    data = bytearray(rng.choice(corpus))
    if rng.random() < 0.15:
        other = rng.choice(corpus)
        data[rng.randrange(len(data) + 1) :] = other[rng.randrange(len(other) + 1) :]
    for _ in range(rng.choice(_CHANGES_AT_ONCE)):
        rng.choice(_CHANGES)(rng, data, corpus)
    return bytes(data[:max_bytes])


def _spot(rng: Random, data: bytearray) -> int:
    return rng.randrange(len(data) + 1)


def _flip(rng: Random, data: bytearray, _: Sequence[bytes]) -> None:
    if data:
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)


def _set(rng: Random, data: bytearray, _: Sequence[bytes]) -> None:
    edge = rng.choice(_EDGES)
    at = _spot(rng, data)
    data[at : at + len(edge)] = edge


def _insert(rng: Random, data: bytearray, _: Sequence[bytes]) -> None:
    at = _spot(rng, data)
    data[at:at] = rng.randbytes(rng.randint(1, 8))


def _delete(rng: Random, data: bytearray, _: Sequence[bytes]) -> None:
    at = _spot(rng, data)
    del data[at : at + rng.randint(1, 1 + len(data) // 8)]


def _truncate(rng: Random, data: bytearray, _: Sequence[bytes]) -> None:
    del data[_spot(rng, data) :]


def _repeat(rng: Random, data: bytearray, _: Sequence[bytes]) -> None:
    at = _spot(rng, data)
    piece = data[at : at + rng.randint(1, 16)]
    data[at:at] = piece * rng.randint(1, rng.choice((3, 50, _MOST_REPEATS)))


def _transplant(rng: Random, data: bytearray, corpus: Sequence[bytes]) -> None:
    other = rng.choice(corpus)
    start = rng.randrange(len(other) + 1)
    at = _spot(rng, data)
    data[at:at] = other[start : start + rng.randint(1, 64)]


_CHANGES: tuple[Callable[[Random, bytearray, Sequence[bytes]], None], ...] = (
    *(_flip, _flip, _set, _set, _insert, _delete, _truncate, _repeat, _transplant),
)


def reshaped(rng: Random, value: Any, leaves: Sequence[Any]) -> Any:
    """A copy of nested lists and maps with one place changed into something of another shape."""
    if isinstance(value, (list, tuple)) and value and rng.random() < 0.9:
        items = list(value)
        at = rng.randrange(len(items))
        match rng.randrange(12):
            case 0:
                del items[at]
            case 1:
                items.insert(at, rng.choice(leaves))
            case 2:
                items[at:at] = [items[at]] * rng.choice((1, 2, 300))
            case _:
                items[at] = reshaped(rng, items[at], leaves)
        return items
    if isinstance(value, dict) and value and rng.random() < 0.9:
        entries = dict(value)
        key = rng.choice(list(entries))
        match rng.randrange(8):
            case 0:
                del entries[key]
            case 1:
                entries[rng.choice([leaf for leaf in leaves if isinstance(leaf, str)])] = value
            case _:
                entries[key] = reshaped(rng, entries[key], leaves)
        return entries
    match rng.randrange(10):
        case 0:
            return [value]
        case 1:
            return {"x": value}
        case 2:
            return _nested(value, rng.choice((3, 60, 2_000)))
        case 3 if isinstance(value, str):
            return value * rng.choice((2, 100))
        case _:
            return rng.choice(leaves)


def _nested(value: Any, depth: int) -> Any:
    for _ in range(depth):
        value = [value]
    return value
