"""What P0 and P3 say to each other: JSON in packets, descriptors beside them.

→ job, session; ← ready, result, revive, done. Both ends are ours; students never see this.
"""

import array
import socket
from collections.abc import Sequence
from typing import Any

import msgspec

from autograder.errors import GraderFault
from autograder.model import Evidence

MAX_PACKET_BYTES = 150_000
"""Below Linux's default buffer of a local packet socket (212,992 bytes)."""


def send(sock: socket.socket, message: dict[str, Any], descriptors: Sequence[int] = ()) -> None:
    data = msgspec.json.encode(message)
    if len(data) > MAX_PACKET_BYTES:
        raise GraderFault(f"message of {len(data)} bytes between our own processes")
    rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", descriptors))]
    try:
        sock.sendmsg([data], rights if descriptors else [])
    except OSError as error:
        raise GraderFault(f"a process of the grader is gone: {error}") from error


def receive(sock: socket.socket) -> tuple[dict[str, Any], list[int]]:
    """One packet; raises :class:`GraderFault` when the other end is gone or silent."""
    descriptors = array.array("i")
    try:
        data, ancillary, _, _ = sock.recvmsg(MAX_PACKET_BYTES + 1, socket.CMSG_SPACE(64))
    except OSError as error:
        raise GraderFault(f"a process of the grader does not answer: {error}") from error
    for _, _, part in ancillary:
        descriptors.frombytes(part[: len(part) // 4 * 4])
    if not data:
        raise GraderFault("a process of the grader is gone")
    return msgspec.json.decode(data), list(descriptors)


def trim(evidence: Evidence | None) -> Evidence | None:
    """Evidence that fits into a packet."""
    if evidence is None:
        return None
    cut = {name: value[:1_000] for name, value in list(evidence.inputs.items())[:20]}
    return Evidence(
        inputs=cut,
        found=evidence.found[:2_000] if evidence.found else evidence.found,
        expected=evidence.expected[:2_000] if evidence.expected else evidence.expected,
        tolerance=evidence.tolerance,
        seed=evidence.seed,
        traceback=evidence.traceback[:4_000] if evidence.traceback else evidence.traceback,
    )
