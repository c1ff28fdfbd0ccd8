"""What P0 and P3 say to each other: JSON in packets, descriptors beside them.

→ located, job, session; ← ready, result, revive, done. Both ends are ours; students never see this.
"""

import array
import socket
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import msgspec

from autograder.errors import GraderFault
from autograder.i18n import Text
from autograder.records.model import Evidence, TestResult

MAX_PACKET_BYTES = 150_000
"""Below Linux's default buffer of a local packet socket (212,992 bytes)."""
MAX_FORMULA, MAX_WRITTEN = 4_000, 20_000
"""In characters, of a written answer. A longer formula is none that could be read."""
MAX_INPUTS, MAX_NOTES = 20, 5
MAX_NAME, MAX_VALUE, MAX_NOTE, MAX_MESSAGE, MAX_TRACEBACK = 100, 500, 300, 1_000, 4_000
"""In characters. A result has at most 23,000 of them, each up to six bytes long in JSON."""


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


def located(part: str, formula: str | None, written: str | None) -> dict[str, Any]:
    """What a notebook's text shows of a part, in a packet of its own: cells may be of any length.

    Of a cell that is too long only the formula is left.
    """
    fits = written is not None and len(written) <= MAX_WRITTEN
    return {
        "op": "located",
        "part": part,
        "formula": formula and formula[:MAX_FORMULA],
        "written": written if fits else None,
    }


def trim(result: TestResult) -> TestResult:
    """A result that fits into a packet, whatever the student's part of it is."""
    return replace(
        result,
        message=_cut(result.message),
        notes=tuple(Text(n.de[:MAX_NOTE], n.en[:MAX_NOTE]) for n in result.notes[:MAX_NOTES]),
        evidence=_evidence(result.evidence),
    )


def _cut(message: Text | None) -> Text | None:
    return message and Text(message.de[:MAX_MESSAGE], message.en[:MAX_MESSAGE])


def _evidence(evidence: Evidence | None) -> Evidence | None:
    if evidence is None:
        return None
    inputs = list(evidence.inputs.items())[:MAX_INPUTS]
    return Evidence(
        inputs={name[:MAX_NAME]: value[:MAX_VALUE] for name, value in inputs},
        found=evidence.found and evidence.found[:MAX_MESSAGE],
        expected=evidence.expected and evidence.expected[:MAX_MESSAGE],
        tolerance=evidence.tolerance,
        seed=evidence.seed,
        traceback=evidence.traceback and evidence.traceback[:MAX_TRACEBACK],
    )
