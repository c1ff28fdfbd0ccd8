"""What a notebook of the bank got, beside what it must get."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from autograder.i18n import Text
from autograder.records.model import Outcome, PartResult
from autograder.selftest.bank import BankFile, Kind
from autograder.selftest.expected import Expected

Role = Literal["subject", "consequence"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One part of one notebook."""

    file: str
    kind: Kind
    shows: str
    part: str
    role: Role
    """Whether the file is about this part, or the part only builds on it."""
    expected: str
    expected_points: float | None
    outcome: str
    points: float | None
    says: str
    message: str
    """The German sentences that the student reads about this part, without titles; where the
    grader failed, why."""
    earned: bool
    """Full marks, without a human."""

    @property
    def exact(self) -> bool:
        """Whether outcome and points are the expected ones."""
        return (self.outcome, self.points) == (self.expected, self.expected_points)

    @property
    def named(self) -> bool:
        """Whether the message holds the expected words (none expected: always)."""
        return self.says in self.message

    @property
    def told(self) -> str:
        """One line on what went wrong, for the author of the checks."""
        expected = f"{self.expected} {_points(self.expected_points)}"
        found = f"{self.outcome} {_points(self.points)}"
        wanted = "" if self.named else f", without the words {self.says!r}"
        return f"{self.file}, {self.part}: expected {expected}, got {found}{wanted}: {self.message}"


def findings(
    file: BankFile, expected: Mapping[str, Expected], parts: Mapping[str, PartResult]
) -> Iterator[Finding]:
    """Every graded part of the notebook that ``file`` is about."""
    for name, wanted in expected.items():
        part = parts[name]
        yield Finding(
            file=file.name,
            kind=file.kind,
            shows=file.shows,
            part=name,
            role="subject" if name == file.part else "consequence",
            expected=wanted.outcome.value,
            expected_points=wanted.points,
            outcome=part.outcome.value,
            points=part.points,
            says=wanted.says,
            message=_message(part),
            earned=part.outcome.earns and part.points == part.maximum,
        )


def _message(part: PartResult) -> str:
    if part.outcome is Outcome.NOT_GRADED and part.note:
        return part.note.de
    return " ".join(dict.fromkeys(text.de for text in messages(part)))


def messages(part: PartResult) -> Iterator[Text]:
    """What a student is told about a part, apart from how the answer was found and read."""
    told = (part.message, *(check.message for check in part.checks))
    yield from (message for message in told if message is not None)


def titles(part: PartResult) -> Iterator[Text]:
    """What a student reads about the checks themselves."""
    yield from (check.title for check in part.checks)


def _points(value: float | None) -> str:
    return "(open)" if value is None else f"({value:g} P)"
