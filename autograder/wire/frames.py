"""Length-prefixed frames on a stream socket, with a byte cap on every read.

A frame is a 4-byte little-endian length and that many bytes of one encoded value. Reads have
a deadline; a peer that sends one byte a second does not extend it.
"""

import socket
import struct
import time
from typing import Any

from autograder.wire.faults import DeadlineExceeded, PeerGone, WireFault
from autograder.wire.values import TRUSTED, Hooks, decode, encode

_HEADER = struct.Struct("<I")
_PART_BYTES = 1 << 20
MAX_REQUEST_BYTES = 256 << 20
"""What we send a student process: the files that were handed in are the largest."""


class Channel:
    """One end of the border.

    ``max_receive_bytes`` and ``max_send_bytes`` bound one frame, ``budget_bytes`` everything that
    is read in the life of the channel (None: no bound, for the side that trusts its peer).
    """

    def __init__(
        self,
        sock: socket.socket,
        max_receive_bytes: int,
        max_send_bytes: int = MAX_REQUEST_BYTES,
        budget_bytes: int | None = None,
        hooks: Hooks = TRUSTED,
    ) -> None:
        self.sock = sock
        self.max_receive_bytes = max_receive_bytes
        self.max_send_bytes = max_send_bytes
        self.budget_bytes = budget_bytes
        self.hooks = hooks
        self._pending = bytearray()
        self._expected: int | None = None

    def send(self, value: Any, deadline: float | None = None) -> None:
        """Send one value; ``deadline`` is a ``time.monotonic()`` instant."""
        data = encode(value, self.hooks)
        if len(data) > self.max_send_bytes:
            raise WireFault(f"frame of {len(data)} bytes, at most {self.max_send_bytes} are sent")
        self._arm(deadline)
        try:
            self.sock.sendall(_HEADER.pack(len(data)) + data)
        except TimeoutError as error:
            raise DeadlineExceeded("the peer does not read") from error
        except OSError as error:
            raise PeerGone("the peer is gone") from error

    def receive(self, deadline: float | None = None) -> Any:
        """Receive one value; raises only :class:`WireFault` and its two kinds.

        After :class:`DeadlineExceeded` a frame that was under way can still be received.
        """
        if self._expected is None:
            (length,) = _HEADER.unpack(self._read(_HEADER.size, deadline))
            if length > self.max_receive_bytes:
                raise WireFault(
                    f"frame of {length} bytes, at most {self.max_receive_bytes} are read"
                )
            if self.budget_bytes is not None:
                self.budget_bytes -= length
                if self.budget_bytes < 0:
                    raise WireFault("the byte budget of this process is used up")
            self._expected = length
        data = self._read(self._expected, deadline)
        self._expected = None
        return decode(data, self.hooks)

    def expect_silence(self) -> None:
        """Raise :class:`WireFault` if there is anything to read, or nobody to read it from."""
        self.sock.setblocking(False)
        try:
            data = self.sock.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return
        except OSError as error:
            raise PeerGone("the peer is gone") from error
        if not data:
            raise PeerGone("the peer is gone")
        raise WireFault("the peer talks without being asked")

    def _read(self, size: int, deadline: float | None) -> bytes:
        # grown as the bytes arrive: a header alone must not make us allocate
        while len(self._pending) < size:
            self._arm(deadline)
            try:
                part = self.sock.recv(min(size - len(self._pending), _PART_BYTES))
            except TimeoutError as error:
                raise DeadlineExceeded("no answer in time") from error
            except OSError as error:
                raise PeerGone("the peer is gone") from error
            if not part:
                raise PeerGone("the peer is gone")
            self._pending += part
        data, self._pending = bytes(self._pending), bytearray()
        return data

    def _arm(self, deadline: float | None) -> None:
        if deadline is None:
            self.sock.settimeout(None)
            return
        left = deadline - time.monotonic()
        if left <= 0:
            raise DeadlineExceeded("no time left")
        self.sock.settimeout(left)

    def close(self) -> None:
        self.sock.close()
