"""Whatever the bytes of one frame hold, reading them takes no more memory than the frame's room."""

import socket
import struct
import threading
import tracemalloc

import pytest

from autograder.wire.faults import WireFault
from autograder.wire.frames import Channel
from autograder.wire.values import (
    MAX_ENTRIES,
    MAX_ITEMS,
    MAX_NESTED_BYTES,
    TUPLE,
    decode,
    encode,
)

FRAME_BYTES = 16 << 20
PEAK_MIB = 100
WIDE = b"\xa4" + "😀".encode()
"""Five bytes on the wire, 80 in memory."""


def array_of(count, item=b""):
    return b"\xdd" + struct.pack(">I", count) + item * count


def in_tuples(depth, content):
    for _ in range(depth):
        content = b"\x91" + content
        content = b"\xc9" + struct.pack(">I", len(content)) + bytes([TUPLE]) + content
    return content


def text_of(content):
    return b"\xdb" + struct.pack(">I", len(content)) + content


FRAMES = {
    "nothing": array_of(FRAME_BYTES - 5, b"\xc0"),
    "numbers": array_of((FRAME_BYTES - 5) // 3, b"\xcd\x12\x34"),
    "wide letters": array_of((FRAME_BYTES - 5) // 5, WIDE),
    "two lists at the limit": b"\x92" + array_of(MAX_ITEMS - 1, WIDE) * 2,
    "lists that only claim to be long": array_of(MAX_ITEMS)[:5] * 1_000 + bytes(MAX_ITEMS),
    "a map": b"\xdf"
    + struct.pack(">I", MAX_ENTRIES)
    + b"".join(b"\xa6%06d" % number + WIDE for number in range(MAX_ENTRIES)),
    "tuples in tuples": in_tuples(40, text_of(b"x" * (15 << 20))),
    "a text with one wide letter": text_of(b"a" * (FRAME_BYTES - 9) + "😀".encode()),
}


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
def test_no_frame_takes_much_memory_while_it_is_read(frame):
    assert len(frame) <= FRAME_BYTES
    ours, theirs = socket.socketpair()
    with ours, theirs:
        channel = Channel(ours, FRAME_BYTES)
        sender = threading.Thread(
            target=theirs.sendall, args=(struct.pack("<I", len(frame)) + frame,)
        )
        sender.start()
        tracemalloc.start()
        try:
            channel.receive()
        except WireFault:
            pass
        finally:
            peak_mib = tracemalloc.get_traced_memory()[1] >> 20
            tracemalloc.stop()
            sender.join()
    assert peak_mib <= PEAK_MIB


def test_the_caps_are_met_exactly():
    half = [None] * (MAX_ITEMS // 2 - 1)
    assert decode(encode([half, half])) == [half, half]
    with pytest.raises(WireFault, match="values in the lists"):
        decode(encode([half, [*half, None]]))
    body = b"x" * (MAX_NESTED_BYTES // 2 - 20)
    assert decode(encode(((body,),))) == ((body,),)
    with pytest.raises(WireFault, match="nested"):
        decode(encode((((body,),),)))
