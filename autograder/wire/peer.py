"""The trusted side's half of the conversation with a student process.

The requests are those of :mod:`autograder.inside.serve`. Everything that comes back is hostile:
a reply that is late, early, invented or of the wrong shape is a :class:`WireFault`.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from autograder.wire.faults import DeadlineExceeded, PeerGone, WireFault
from autograder.wire.frames import Channel
from autograder.wire.values import Remote, decode, encode

GRACE_SECONDS = 1.5
"""How long an interrupted process may take to answer before it counts as deaf."""
_NUDGE_SECONDS = 0.1
MAX_NAMES = 5_000
MAX_NAME_CHARACTERS = 100
MAX_EARLIER_VALUES = 6
"""Each is tried where the final value of an answer is wrong."""
_FAILURES = ("raised", "signature", "interrupted", "memory", "unsendable", "oversized")
"""Kinds of a reply that holds no value."""
_OURS = ("late", "value")
"""Keys of a reply that only this side may set."""


class Deaf(WireFault):
    """The process ignored its interrupts; only killing it helps."""


def cause_of(fault: WireFault) -> str:
    """What a fault says of the process behind it: ``time``, ``gone`` or ``nonsense``."""
    if isinstance(fault, Deaf | DeadlineExceeded):
        return "time"
    return "gone" if isinstance(fault, PeerGone) else "nonsense"


class Peer:
    """Numbered requests and their replies, each with a deadline."""

    def __init__(
        self, channel: Channel, interrupt: Callable[[], None], first_number: int = 0
    ) -> None:
        self.channel = channel
        self.interrupt = interrupt
        self.number = first_number
        self.statement = 0
        """Index of the cell's top-level statement that was begun last, as the process claims."""

    def await_confined(self, seconds: float) -> None:
        """The first frame: confinement is complete and no student byte was read before it."""
        reply = self.channel.receive(time.monotonic() + seconds)
        if _kind_of(reply, 0) != "confined":
            raise WireFault("the first frame does not say that the process is confined")

    def request(self, kind: str, seconds: float, **fields: Any) -> Mapping[str, Any]:
        """Send one request and wait for its reply, interrupting at the deadline.

        A reply that came only after the deadline carries ``late``; the process answers again.
        Raises :class:`Deaf` when it does not, and :class:`WireFault` when it is gone or talks
        nonsense.
        """
        self.number += 1
        self.statement = 0
        deadline = time.monotonic() + seconds
        try:
            self.channel.send({"n": self.number, "k": kind, **fields}, deadline)
        except DeadlineExceeded as error:
            raise Deaf("the process does not read its requests") from error
        try:
            return self._reply(deadline)
        except DeadlineExceeded:
            return self._interrupted_reply()

    def _interrupted_reply(self) -> Mapping[str, Any]:
        end = time.monotonic() + GRACE_SECONDS
        while (now := time.monotonic()) < end:
            self.interrupt()
            try:
                reply = self._reply(min(now + _NUDGE_SECONDS, end))
            except DeadlineExceeded:
                continue
            return {**reply, "late": True}
        raise Deaf("the process does not react to interrupts")

    def _reply(self, deadline: float) -> Mapping[str, Any]:
        while True:
            reply = self.channel.receive(deadline)
            kind = _kind_of(reply, self.number)
            if kind != "statement":
                return {k: v for k, v in reply.items() if type(k) is str and k not in _OURS}
            index = reply.get("i")
            if type(index) is int and 0 <= index < 100_000:
                self.statement = index

    def start(
        self,
        seconds: float,
        *,
        files: Mapping[str, bytes],
        folder: str,
        seed: int,
        watch: Sequence[str],
        output_bytes: int,
        threads: int = 1,
    ) -> Sequence[str]:
        """Set everything up; the names of the files for which there was no room."""
        reply = self.request(
            "start",
            seconds,
            files=dict(files),
            folder=folder,
            seed=seed,
            watch=list(watch),
            output_bytes=output_bytes,
            threads=threads,
        )
        if reply.get("k") != "ready":
            raise WireFault(f"the process could not start: {reply!r:.300}")
        missing = reply.get("missing")
        return [name for name in files if isinstance(missing, list) and name in missing]

    def names(self, seconds: float) -> Mapping[str, tuple[bool, str, int]]:
        """Name → (is callable, type name, number of earlier values), as the process claims.

        What is no ordinary name is left out: names stand in messages and are compared.
        """
        found = self.request("names", seconds).get("names")
        if not isinstance(found, dict):
            raise WireFault("names without names")
        listing = {}
        for name, entry in list(found.items())[:MAX_NAMES]:
            match name, entry:
                case str(), [bool(is_callable), str(kind), int(earlier)] if (
                    len(name) <= MAX_NAME_CHARACTERS and name.isidentifier()
                ):
                    earlier = min(max(earlier, 0), MAX_EARLIER_VALUES)
                    listing[name] = (is_callable, kind[:200], earlier)
        return listing

    def call(
        self,
        target: str | int,
        names: Sequence[str],
        rows: Sequence[Sequence[Any]],
        seconds: float,
        version: int | None = None,
        keep: bool = False,
    ) -> Mapping[str, Any]:
        """Call once per row of arguments.

        Reply of kind value (one result per row, decoded under ``value``), raised, signature, …
        With ``keep`` the results stay inside, whatever they are, and their handles come back.
        """
        reply = self._valued(
            self.request(
                "call",
                seconds,
                target=target,
                version=version,
                names=list(names),
                rows=encode([list(row) for row in rows]),
                keep=keep,
            )
        )
        if reply["k"] != "value":
            return reply
        results = reply["value"]
        if type(results) is not list or len(results) != len(rows):
            raise WireFault("not one result per call")
        if keep and not all(type(one) is Remote for one in results):
            raise WireFault("a kept result that is no handle")
        return reply

    def get(
        self, target: str | int, seconds: float, version: int | None = None
    ) -> Mapping[str, Any]:
        reply = self.request("get", seconds, target=target, version=version)
        return self._valued(reply, "formula")

    def construct(self, maker: str, values: Sequence[Any], seconds: float) -> Mapping[str, Any]:
        return self._valued(
            self.request("construct", seconds, maker=maker, values=encode(list(values)))
        )

    def weights(self, handle: int, seconds: float) -> Mapping[str, Any]:
        return self._valued(self.request("weights", seconds, handle=handle))

    def _valued(self, reply: Mapping[str, Any], kind: str = "value") -> Mapping[str, Any]:
        if reply["k"] in _FAILURES:
            return reply
        if reply["k"] != kind:
            raise WireFault("a reply of another kind than was asked for")
        data = reply.get("v")
        if not isinstance(data, bytes):
            raise WireFault("a value without bytes")
        return {**reply, "value": decode(data)}


def _kind_of(reply: Any, number: int) -> str:
    """Kind of the reply to a request; arrays and other oddities never get compared."""
    if not isinstance(reply, dict):
        raise WireFault("a reply that is no map")
    claimed, kind = reply.get("n"), reply.get("k")
    if type(claimed) is not int or claimed != number or type(kind) is not str:
        raise WireFault("a reply to no request")
    return kind
