"""Requests to a process that may answer anything, late, twice or never."""

import socket
import struct
import threading

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wire_values import values

from autograder.wire import peer as peer_module
from autograder.wire.faults import PeerGone, WireFault
from autograder.wire.frames import Channel
from autograder.wire.peer import MAX_EARLIER_VALUES, Deaf, Peer
from autograder.wire.values import Remote, decode, encode


class Scripted:
    """The other end: hands each request to a function that sends what it likes."""

    def __init__(self, answer):
        self.ours, self.theirs = socket.socketpair()
        self.answer = answer
        self.interrupts = 0
        self.woken = threading.Event()
        self.channel = Channel(self.theirs, 1 << 20)
        self.peer = Peer(Channel(self.ours, 1 << 20, budget_bytes=8 << 20), self.interrupt)
        self.thread = threading.Thread(target=self.serve, daemon=True)

    def interrupt(self):
        self.interrupts += 1
        self.woken.set()

    def serve(self):
        try:
            while True:
                self.answer(self, self.channel.receive())
        except WireFault:
            pass

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ours.close()
        self.woken.set()
        self.theirs.shutdown(socket.SHUT_RDWR)
        self.thread.join()
        self.theirs.close()


def replying(reply):
    """A peer that answers every request with this reply under the right number."""

    def answer(end, request):
        made = reply(request) if callable(reply) else reply
        end.channel.send({"n": request["n"], **made})

    return Scripted(answer)


def raw(reply):
    return Scripted(lambda end, request: end.channel.send(reply))


def test_a_request_gets_its_reply():
    with replying({"k": "value", "v": encode([1.5])}) as end:
        assert end.peer.call("f", ["x"], [[2.0]], 1)["value"] == [1.5]
        assert end.peer.weights(3, 1)["value"] == [1.5]
    with replying({"k": "formula", "v": encode({"text": "n"})}) as end:
        assert end.peer.get("f", 1)["value"] == {"text": "n"}


def test_a_value_of_another_kind_than_was_asked_for_is_a_wire_fault():
    with replying({"k": "formula", "v": encode([1])}) as end:
        with pytest.raises(WireFault, match="kind"):
            end.peer.call("f", ["x"], [[2.0]], 1)
        with pytest.raises(WireFault, match="kind"):
            end.peer.construct("mlp", [], 1)
    replied = replying({"k": "value", "v": encode({"text": "n"})})
    with replied as end, pytest.raises(WireFault, match="kind"):
        end.peer.get("f", 1)


@pytest.mark.parametrize("results", [[], [1], [1, 2, 3], (1, 2), {0: 1, 1: 2}, None, "ab"])
def test_anything_but_one_result_per_call_is_a_wire_fault(results):
    with replying({"k": "value", "v": encode(results)}) as end, pytest.raises(WireFault):
        end.peer.call("f", ["x"], [[2.0], [3.0]], 1)


def test_a_kept_result_must_be_a_handle():
    with (
        replying({"k": "value", "v": encode([1.5])}) as end,
        pytest.raises(WireFault, match="no handle"),
    ):
        end.peer.call("f", ["x"], [[2.0]], 1, keep=True)


def test_what_is_asked_arrives_as_asked():
    seen = []

    def answer(request):
        seen.append(request)
        made = Remote(1, "T")
        return {"k": "value", "v": encode([made] if request["k"] == "call" else made)}

    with replying(answer) as end:
        end.peer.call("f", ["x", "w"], [[2.0, np.arange(2)]], 1, version=3)
        assert end.peer.construct("numpy_generator", [3], 1)["value"] == Remote(1, "T")
    assert (seen[0]["target"], seen[0]["names"], seen[0]["version"]) == ("f", ["x", "w"], 3)
    assert decode(seen[0]["rows"])[0][1].tolist() == [0, 1]
    assert [request["n"] for request in seen] == [1, 2]


TWO = np.array([1, 2])


@pytest.mark.parametrize(
    "reply",
    [
        None,
        5,
        [],
        "confined",
        {},
        {"n": 1},
        {"k": "value"},
        {"n": 2, "k": "value", "v": b""},
        {"n": 0, "k": "confined"},
        {"n": True, "k": "value", "v": encode([1])},
        {"n": 1.0, "k": "value", "v": encode([1])},
        {"n": np.int64(1), "k": "value", "v": encode([1])},
        {"n": TWO, "k": "value", "v": encode([1])},
        {"n": 1, "k": TWO, "v": encode([1])},
        {"n": 1, "k": b"value", "v": encode([1])},
        {"n": 1, "k": "value", "v": TWO},
        {"n": 1, "k": "value", "v": "text"},
        {"n": 1, "k": "value", "v": b"\xc1"},
        {"n": 1, "k": "value"},
        {"n": 1, "k": "formula", "v": b""},
    ],
)
def test_a_reply_of_the_wrong_shape_is_a_wire_fault(reply):
    with raw(reply) as end, pytest.raises(WireFault):
        end.peer.call("f", [], [[]], 1)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(("k", "v", "n", "late", "value", "i")) | st.text(), values))
def test_no_reply_makes_more_than_a_wire_fault_of_itself(fields):
    with raw({"n": 1, "k": "value", "v": encode([1]), **fields}) as end:
        try:
            reply = end.peer.call("f", [], [[]], 1)
        except WireFault:
            return
        assert "late" not in reply
        assert ("value" in reply) == (reply["k"] == "value")


def test_a_reply_before_any_request_is_told_from_the_right_one():
    with replying({"k": "value", "v": encode([1])}) as end:
        end.channel.send({"n": 7, "k": "value", "v": encode([2])})
        with pytest.raises(WireFault, match="no request"):
            end.peer.call("f", [], [[]], 1)


def test_a_second_reply_to_one_request_is_not_taken_for_the_next():
    def answer(end, request):
        for value in (1, 2):
            end.channel.send({"n": request["n"], "k": "value", "v": encode([value])})

    with Scripted(answer) as end:
        assert end.peer.call("f", [], [[]], 1)["value"] == [1]
        with pytest.raises(WireFault, match="no request"):
            end.peer.call("f", [], [[]], 1)


def test_a_process_that_reacts_to_its_interrupt_answers_late():
    def answer(end, request):
        end.woken.wait(5)
        end.channel.send({"n": request["n"], "k": "interrupted"})

    with Scripted(answer) as end:
        reply = end.peer.call("f", [], [[]], 0.05)
        assert reply["late"] is True
        assert end.interrupts >= 1


def test_a_deaf_process_is_given_up(monkeypatch):
    monkeypatch.setattr(peer_module, "GRACE_SECONDS", 0.25)
    with Scripted(lambda *_: None) as end:
        with pytest.raises(Deaf):
            end.peer.call("f", [], [[]], 0.05)
        assert end.interrupts >= 2


def test_a_process_that_does_not_read_is_deaf_too():
    ours, theirs = socket.socketpair()
    with ours, theirs, pytest.raises(Deaf):
        Peer(Channel(ours, 1 << 20), lambda: None).call("f", ["x"], [[b"\0" * (8 << 20)]], 0.05)


def test_a_flood_of_statements_ends_with_the_deadline_or_the_budget():
    def answer(end, request):
        while not end.woken.is_set():
            end.channel.send({"n": request["n"], "k": "statement", "i": 3})

    with Scripted(answer) as end:
        with pytest.raises(WireFault):
            end.peer.call("f", [], [[]], 0.2)
        assert end.peer.statement == 3


@pytest.mark.parametrize("index", [-1, 100_000, 2**70, True, 1.0, "1", None, TWO])
def test_only_sensible_statement_numbers_count(index):
    def answer(end, request):
        end.channel.send({"n": request["n"], "k": "statement", "i": 2})
        end.channel.send({"n": request["n"], "k": "statement", "i": index})
        end.channel.send({"n": request["n"], "k": "ran"})

    with Scripted(answer) as end:
        assert end.peer.request("cell", 1, source="")["k"] == "ran"
        assert end.peer.statement == 2


def test_a_peer_that_dies_is_gone():
    dying = Scripted(lambda end, _: end.theirs.shutdown(socket.SHUT_RDWR))
    with dying as end, pytest.raises(PeerGone):
        end.peer.call("f", [], [[]], 1)


def test_the_first_frame_must_say_confined():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        Channel(theirs, 1 << 20).send({"n": 0, "k": "ready"})
        with pytest.raises(WireFault, match="confined"):
            Peer(Channel(ours, 1 << 20), lambda: None).await_confined(1)
        Channel(theirs, 1 << 20).send({"n": 0, "k": "confined"})
        Peer(Channel(ours, 1 << 20), lambda: None).await_confined(1)


def test_a_start_that_fails_says_why():
    start = {"files": {}, "folder": "", "seed": 1, "watch": [], "output_bytes": 1}
    with (
        replying({"k": "raised", "error": "OSError", "message": "No space left"}) as end,
        pytest.raises(WireFault, match="No space left"),
    ):
        end.peer.start(1, **start)
    with replying({"k": "ready"}) as end:
        end.peer.start(1, **start)


def test_names_are_ordinary_names_with_sensible_numbers():
    names = {
        "aufgabe_1a": [True, "builtins.function", 2],
        "größe": [False, "builtins.int", 0],
        "gone": [False, "", 10**6],
        "negative": [False, "x", -5],
        "long" * 30: [True, "x", 0],
        "no name": [True, "x", 0],
        "": [True, "x", 0],
        "a" + "_" * 200_000: [True, "x", 0],
        "short": [True, "x"],
        "typed": [1, "x", 0],
        "text": [True, 5, 0],
        "array": TWO,
        5: [True, "x", 0],
        None: None,
        "kind": [True, "k" * 900, 0],
    }
    with replying({"k": "names", "names": names}) as end:
        assert end.peer.names(1) == {
            "aufgabe_1a": (True, "builtins.function", 2),
            "größe": (False, "builtins.int", 0),
            "gone": (False, "", MAX_EARLIER_VALUES),
            "negative": (False, "x", 0),
            "kind": (True, "k" * 200, 0),
        }


@pytest.mark.parametrize("names", [None, [], TWO, "a"])
def test_names_that_are_no_map_are_a_wire_fault(names):
    with replying({"k": "names", "names": names}) as end, pytest.raises(WireFault):
        end.peer.names(1)


def test_a_length_that_no_frame_has_is_a_wire_fault():
    lying = Scripted(lambda end, _: end.theirs.sendall(struct.pack("<I", 2**32 - 1)))
    with lying as end, pytest.raises(WireFault, match="at most"):
        end.peer.call("f", [], [[]], 1)
