"""Cases for the border: values, streams of frames, replies of a student process."""

import contextlib
import socket
import struct
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any

import numpy as np
from fuzz_driver import Target
from fuzz_mutation import mutated, reshaped

from autograder.wire.activations import Activation
from autograder.wire.arrays import DTYPES
from autograder.wire.faults import WireFault
from autograder.wire.frames import Channel
from autograder.wire.peer import Peer
from autograder.wire.values import Remote, TensorValue, decode, encode

MAX_CASE_BYTES = 1 << 16
MAX_FRAME_BYTES = 1 << 20
MAX_FRAMES = 20
_SECONDS = 5.0
_TAGS = (*range(10), 10, 77, 127, -1, -128)
_TABLE = (type(None), bool, int, float, complex, str, bytes, list, tuple, dict, frozenset)


def samples() -> list[Any]:
    arrays = [np.zeros(3, code) for code in sorted(DTYPES)]
    arrays += [np.ones(()), np.ones((2, 0, 3)), np.arange(24.0).reshape(2, 3, 4), np.ones([1] * 16)]
    return [
        *(None, True, 0, -1, 255, 2**63, -(2**63), 2**70, -(2**4000), 0.5, float("nan"), 1e308),
        *("", "σ²", "\ud800".encode("utf-16", "surrogatepass").decode("utf-16", "replace"), b"\0"),
        *([], [[[]]], [1, "a", None], (), (1, (2, (3,))), {}, {"a": 1, (1, 2): [3]}, {None: {}}),
        *(frozenset(), frozenset({1, "x", (2,)}), 1 + 2j, np.float32(1), np.int8(-3), np.bool_(1)),
        *(TensorValue(np.ones((2, 2), "f")), Remote(7, "m.C"), Activation("tanh", {})),
        *(Activation("mix", dict.fromkeys("abcdefg", 0.5), 1), arrays, *arrays),
        [{"output_type": "stream", "name": "stdout", "text": "x" * 500}] * 3,
        {"items": [[0.1 * i, (i, str(i))] for i in range(30)]},
    ]


@cache
def _encoded() -> tuple[bytes, ...]:
    return tuple(encode(sample) for sample in samples())


def _packed(rng: Random, depth: int = 0) -> bytes:
    """MessagePack by its grammar, with our tags, honest and dishonest lengths."""
    kind = rng.randrange(12 if depth < 6 else 5)
    if kind < 3:
        return rng.choice(_encoded())
    if kind < 5:
        return rng.choice(
            (b"\xc0", b"\xc1", b"\xcb" + rng.randbytes(8), b"\xd3" + rng.randbytes(8))
        )
    if kind < 8:
        tag = rng.choice(_TAGS) & 0xFF
        body = rng.randbytes(rng.randrange(40)) if kind == 5 else _packed(rng, depth + 1)
        return b"\xc9" + struct.pack(">IB", _length(rng, len(body)), tag) + body
    count = rng.choice((0, 1, 2, 5))
    items = [_packed(rng, depth + 1) for _ in range(count * (2 if kind == 11 else 1))]
    head = b"\xdf" if kind == 11 else b"\xdd"
    return head + struct.pack(">I", _length(rng, count)) + b"".join(items)


def _length(rng: Random, true: int) -> int:
    return true if rng.random() < 0.9 else rng.choice((0, true + 1, 2**16, 2**31, 2**32 - 1))


def make_value(rng: Random) -> bytes:
    if rng.random() < 0.5:
        return mutated(rng, _encoded(), MAX_CASE_BYTES)
    return _packed(rng)[:MAX_CASE_BYTES]


def run_value(data: bytes) -> bool:
    try:
        value = decode(data)
    except WireFault:
        return False
    _assert_in_table(value)
    decode(encode(value))
    return True


def _assert_in_table(value: Any) -> None:
    """Exactly the types of the table: no subclass, nothing that overloads an operator."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if type(item) is dict:
            waiting += [*item, *item.values()]
        elif type(item) in (list, tuple, frozenset):
            waiting += item
        elif isinstance(item, np.ndarray | np.generic):
            assert item.dtype.char in DTYPES, item.dtype
            assert type(item) is np.ndarray or isinstance(item, np.generic), type(item)
        else:
            assert type(item) in (*_TABLE, TensorValue, Remote, Activation), type(item)


def make_stream(rng: Random) -> bytes:
    """Frames with right and wrong headers, whole and cut off."""
    stream = b""
    for _ in range(rng.randint(1, 4)):
        body = make_value(rng) if rng.random() < 0.7 else rng.choice(_encoded())
        stream += struct.pack("<I", _length(rng, len(body))) + body
    return mutated(rng, (stream,), MAX_CASE_BYTES) if rng.random() < 0.5 else stream


def run_stream(stream: bytes) -> bool:
    with _peer_that_said(stream) as sock:
        channel = Channel(sock, MAX_FRAME_BYTES, budget_bytes=4 * MAX_FRAME_BYTES)
        received = 0
        with contextlib.suppress(WireFault):
            while received < MAX_FRAMES:
                channel.receive()
                received += 1
    return received > 0


@contextlib.contextmanager
def _peer_that_said(stream: bytes) -> Any:
    """Our end of a border on which the other side said something and went away."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            theirs.sendall(stream)
        theirs.shutdown(socket.SHUT_WR)
        yield ours


def _replies() -> tuple[dict[str, Any], ...]:
    value = encode([1.5])
    return (
        {"n": 0, "k": "confined"},
        {"n": 1, "k": "ready"},
        {"n": 1, "k": "statement", "i": 0},
        {"n": 1, "k": "ran", "ok": True, "error": None, "line": None, "cut": False, "outputs": b""},
        {"n": 1, "k": "names", "names": {"aufgabe_1a": [True, "builtins.function", 2]}},
        {"n": 1, "k": "value", "v": value},
        {"n": 1, "k": "formula", "v": encode({"text": "n_in"})},
        {"n": 1, "k": "raised", "error": "ValueError", "message": "x"},
        {"n": 1, "k": "interrupted"},
        {"n": 1, "k": "memory"},
        {"n": 1, "k": "value", "v": encode(Remote(1, "m.C")), "late": True, "value": 3},
    )


_LEAVES = (
    *(None, True, 0, 1, 2, -1, 2**63, 0.5, float("nan"), "", "k", "n", "v", "value", "late", "ran"),
    *("statement", b"", b"\x80", b"\xc1", (), [], {}, np.ones(2), np.float64(1), Remote(1, "a.b")),
    *(TensorValue(np.ones(1)), Activation("tanh", {}), [True, "x", 3], {(1,): 2}, 1j, "\x00"),
)
_ASKED: tuple[Callable[[Peer], Any], ...] = (
    lambda peer: peer.await_confined(_SECONDS),
    lambda peer: peer.start(_SECONDS, files={}, folder="", seed=1, watch=(), output_bytes=1),
    lambda peer: peer.request("cell", _SECONDS, source="1", stop_before=None),
    lambda peer: peer.names(_SECONDS),
    lambda peer: peer.call("f", ("x",), [[1]], _SECONDS),
    lambda peer: peer.get("x", _SECONDS),
    lambda peer: peer.construct("tanh", [], _SECONDS),
    lambda peer: peer.weights(3, _SECONDS),
)


def make_replies(rng: Random) -> tuple[int, bytes]:
    """A question and what comes back: several replies, some of them changed."""
    stream = b""
    for _ in range(rng.randint(1, 3)):
        reply: Any = rng.choice(_replies())
        for _ in range(rng.randrange(3)):
            reply = reshaped(rng, reply, _LEAVES)
        try:
            body = encode(reply)
        except WireFault:
            body = encode("too deep")
        if rng.random() < 0.2:
            body = mutated(rng, (body, *_encoded()), MAX_CASE_BYTES)
        stream += struct.pack("<I", len(body)) + body
    return rng.randrange(len(_ASKED)), stream


def run_replies(case: tuple[int, bytes]) -> bool:
    number, stream = case
    with _peer_that_said(stream) as sock:
        channel = Channel(sock, MAX_FRAME_BYTES, budget_bytes=4 * MAX_FRAME_BYTES)
        try:
            _ASKED[number](Peer(channel, lambda: None))
        except WireFault:
            return False
    return True


TARGETS = (
    Target("values", make_value, run_value),
    Target("frames", make_stream, run_stream),
    Target("replies", make_replies, run_replies),
)
