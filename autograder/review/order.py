"""An order that favours nobody, and names that tell nobody who it is.

Both follow from the run's secret seed, so that they are the same after a restart and for all
tutors, and cannot be worked out from the name of a submission.
"""

import hashlib
import hmac
from collections.abc import Iterable

CODE_DIGITS = 10
"""Hexadecimal digits of a code: two of 10,000 answers collide with probability 5e-5."""


def _digest(seed: str, *parts: str) -> str:
    message = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hmac.new(seed.encode(), message, hashlib.sha256).hexdigest()


def code(seed: str, submission: str) -> str:
    """What a submission is called while its author is not to be known."""
    return _digest(seed, "code", submission)[:CODE_DIGITS]


def shuffled(seed: str, task: str, submissions: Iterable[str]) -> list[str]:
    """Another order for every part: whoever is first in one is not in the next."""
    return sorted(submissions, key=lambda one: _digest(seed, "order", task, one))


def share_of(seed: str, submission: str, shares: int) -> int:
    """Which of ``shares`` shares of people (from 1) a submission belongs to."""
    if shares == 1:
        return 1
    return int(_digest(seed, "share", submission), 16) % shares + 1
