"""One frame after another, with caps and deadlines that a hostile peer cannot stretch."""

import socket
import struct
import threading
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.wire.faults import DeadlineExceeded, PeerGone, WireFault
from autograder.wire.frames import Channel
from autograder.wire.values import encode

CAP = 4_096


@pytest.fixture
def ends():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield Channel(ours, CAP), theirs


def soon(seconds=0.2):
    return time.monotonic() + seconds


def frame(data):
    return struct.pack("<I", len(data)) + data


def test_values_arrive_in_order(ends):
    channel, theirs = ends
    other = Channel(theirs, CAP)
    for value in (1, "zwei", [3.0, None], np.arange(4)):
        other.send(value)
    assert [channel.receive(soon()) for _ in range(3)] == [1, "zwei", [3.0, None]]
    assert channel.receive(soon()).tolist() == [0, 1, 2, 3]


def test_a_frame_of_exactly_the_cap_is_read_and_one_byte_more_is_not(ends):
    channel, theirs = ends
    theirs.sendall(frame(encode(b"\0" * (CAP - 3))))
    assert len(channel.receive(soon())) == CAP - 3
    theirs.sendall(struct.pack("<I", CAP + 1))
    with pytest.raises(WireFault, match=f"at most {CAP}"):
        channel.receive(soon())


def test_a_frame_of_exactly_the_cap_is_sent_and_one_byte_more_is_not(ends):
    channel, theirs = ends
    channel.max_send_bytes = CAP
    channel.send(b"\0" * (CAP - 3))
    with pytest.raises(WireFault, match=f"at most {CAP}"):
        channel.send(b"\0" * (CAP - 2))
    assert len(Channel(theirs, CAP).receive(soon())) == CAP - 3


def test_a_budget_bounds_all_frames_together(ends):
    channel, theirs = ends
    channel.budget_bytes = 10
    theirs.sendall(frame(encode(1)) * 11)
    for _ in range(10):
        assert channel.receive(soon()) == 1
    with pytest.raises(WireFault, match="budget"):
        channel.receive(soon())


def test_a_forged_length_allocates_nothing_and_ends_at_the_deadline(ends):
    channel, theirs = ends
    channel.max_receive_bytes = 2**32 - 1
    theirs.sendall(b"\xff\xff\xff\xff" + b"x" * 10)
    with pytest.raises(DeadlineExceeded):
        channel.receive(soon(0.05))


@pytest.mark.parametrize("sent", [b"", b"\x05", b"\x05\0\0\0", b"\x05\0\0\0ab"])
def test_a_peer_that_goes_in_the_middle_of_a_frame_is_gone(ends, sent):
    channel, theirs = ends
    theirs.sendall(sent)
    theirs.close()
    with pytest.raises(PeerGone):
        channel.receive(soon())


def test_sending_to_a_peer_that_is_gone_says_so(ends):
    channel, theirs = ends
    theirs.close()
    with pytest.raises(PeerGone):
        channel.send(b"\0" * 1000)


def test_a_peer_that_does_not_read_hits_the_deadline_of_the_sender(ends):
    channel, _ = ends
    with pytest.raises(DeadlineExceeded):
        channel.send(b"\0" * (8 << 20), soon(0.05))


def test_a_dribbling_peer_hits_the_deadline(ends):
    channel, theirs = ends
    stop = threading.Event()

    def dribble():
        for byte in frame(encode("a" * 1000)):
            if stop.wait(0.01):
                return
            theirs.sendall(bytes([byte]))

    thread = threading.Thread(target=dribble)
    thread.start()
    try:
        with pytest.raises(DeadlineExceeded):
            channel.receive(soon(0.1))
    finally:
        stop.set()
        thread.join()


def test_what_was_under_way_at_the_deadline_can_still_be_received(ends):
    channel, theirs = ends
    data = frame(encode([1, 2, 3]))
    for cut in (2, 5):
        theirs.sendall(data[:cut])
        with pytest.raises(DeadlineExceeded):
            channel.receive(soon(0.02))
        theirs.sendall(data[cut:])
        assert channel.receive(soon()) == [1, 2, 3]


def test_a_deadline_in_the_past_reads_nothing(ends):
    channel, theirs = ends
    theirs.sendall(frame(encode(1)))
    with pytest.raises(DeadlineExceeded):
        channel.receive(time.monotonic() - 1)


@settings(max_examples=100)
@given(st.binary(max_size=100))
def test_any_bytes_are_a_value_or_a_wire_fault(data):
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(data)
        theirs.close()
        try:
            Channel(ours, CAP).receive(soon())
        except WireFault:
            return
        assert len(data) > 4
