"""What the two trusted processes tell each other fits, whatever a student put into it."""

import os
import socket

import msgspec
import pytest

from autograder.checks import messages
from autograder.errors import GraderFault
from autograder.i18n import Text
from autograder.records.model import Evidence, Outcome, TestResult


@pytest.fixture
def ends():
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with ours, theirs:
        yield ours, theirs


def test_messages_and_descriptors_arrive_together(ends):
    ours, theirs = ends
    reading, writing = os.pipe()
    messages.send(ours, {"op": "job", "n": 1}, (reading, writing))
    message, descriptors = messages.receive(theirs)
    assert message == {"op": "job", "n": 1}
    os.write(descriptors[1], b"x")
    assert os.read(reading, 1) == b"x"
    for descriptor in (reading, writing, *descriptors):
        os.close(descriptor)


def test_a_process_that_is_gone_or_silent_is_a_fault_of_ours(ends):
    ours, theirs = ends
    ours.settimeout(0.01)
    with pytest.raises(GraderFault, match="does not answer"):
        messages.receive(ours)
    theirs.close()
    with pytest.raises(GraderFault, match="gone"):
        messages.receive(ours)
    with pytest.raises(GraderFault, match="gone"):
        messages.send(ours, {"op": "done"})


def test_a_message_over_the_limit_is_refused_by_the_sender(ends):
    with pytest.raises(GraderFault, match="bytes"):
        messages.send(ends[0], {"a": "x" * messages.MAX_PACKET_BYTES})


@pytest.mark.parametrize("character", ["x", "ü", "😀", '"', "\x01", "\u2028"])
def test_any_result_fits_into_a_packet_and_arrives_whole(ends, character):
    flood = character * 1_000_000
    result = TestResult(
        task="1a",
        check="check",
        test="test_a",
        title=Text("Titel", "title"),
        outcome=Outcome.WRONG,
        message=Text(flood, flood),
        evidence=Evidence({f"{n}{flood}": flood for n in range(50)}, flood, flood, 1e-7, 5, flood),
        notes=tuple(Text(f"{n}{flood}", flood) for n in range(100)),
        credit=0.5,
    )
    trimmed = messages.trim(result)
    messages.send(ends[0], {"op": "result", "result": trimmed})
    arrived = msgspec.convert(messages.receive(ends[1])[0]["result"], TestResult)
    assert arrived == trimmed
    assert arrived.message.de.startswith(character)
    assert (arrived.outcome, arrived.credit) == (Outcome.WRONG, 0.5)


def test_a_short_result_is_left_as_it_is():
    result = TestResult("1a", "check", "test", Text("T", "t"), Outcome.RIGHT)
    assert messages.trim(result) == result
