"""What can go wrong on the wire; the only exceptions this room lets out."""


class WireFault(Exception):
    """The bytes are no frame or no value of the closed table, or too much of it."""


class PeerGone(WireFault):
    """The other end closed the descriptor or died."""


class DeadlineExceeded(WireFault):
    """The peer did not answer in time."""
