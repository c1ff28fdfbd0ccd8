"""What is to be done about one submission, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from autograder.intake.contract import Found
from autograder.records.ledger import Grading, Version


@dataclass(frozen=True)
class Job:
    """One submission to grade, as a whole or in some of its parts."""

    found: Found
    parts: tuple[str, ...] | None = None
    """Parts to run again; None: all, and nothing of an earlier result is kept."""
    before: Grading | None = None
    """The result whose other parts stay."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Part → the student's own name for its answer, as a tutor found it."""


@dataclass(frozen=True)
class Done:
    """What is to be kept of one job."""

    version: Version
    grading: Grading
    rerun: bytes | None
    limited: bool
    """Whether a limit was hit, so that it comes once more, alone."""
