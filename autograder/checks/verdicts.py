"""How a check says what it found: one exception with an outcome from the closed list."""

from typing import NoReturn

from autograder.i18n import Text
from autograder.records.model import Evidence, Outcome


class Verdict(Exception):
    """Ends a check with an outcome; everything but RIGHT is said this way."""

    def __init__(
        self,
        outcome: Outcome,
        message: Text | None = None,
        evidence: Evidence | None = None,
        credit: float = 0.0,
    ) -> None:
        super().__init__(message.de if message else outcome.german)
        self.outcome = outcome
        self.message = message
        self.evidence = evidence
        self.credit = credit


def wrong(
    message: Text | None = None, evidence: Evidence | None = None, credit: float = 0.0
) -> NoReturn:
    """The answer is wrong; the message names the misconception and never the solution."""
    raise Verdict(Outcome.WRONG, message, evidence, credit)


def consistent(message: Text | None = None, evidence: Evidence | None = None) -> NoReturn:
    """Right as a consequence of an own, wrong earlier part (*folgerichtig*)."""
    raise Verdict(Outcome.CONSISTENT, message, evidence)


def undecided(message: Text | None = None, evidence: Evidence | None = None) -> NoReturn:
    """The check cannot tell; a tutor looks."""
    raise Verdict(Outcome.UNDECIDED, message, evidence)
