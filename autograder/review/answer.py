"""One answer to one part: what the machine found, what people decided, and its version."""

from dataclasses import dataclass
from functools import cached_property

from autograder.course.sheet import Task
from autograder.i18n import Text
from autograder.records.ledger import Decision, Kind
from autograder.records.model import Family, Outcome, PartResult
from autograder.records.people import Person
from autograder.render.standing import Mark
from autograder.render.words import Tone, label_of, tone_of
from autograder.store import Seen


@dataclass(frozen=True)
class Answer:
    """As it stands now."""

    submission: str
    code: str
    """What it is called while its author is not to be known."""
    task: Task
    machine: PartResult
    """What the checks found, before anybody decided."""
    part: PartResult
    """What is in force."""
    history: tuple[Decision, ...]
    """Marks and comments on it, oldest first."""
    grading: int
    students: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()

    @cached_property
    def seen(self) -> Seen:
        """The version that a tutor looks at."""
        return Seen(self.grading, self.history[-1].id if self.history else 0)

    @property
    def version(self) -> str:
        """The same for a form."""
        return f"{self.seen.grading}.{self.seen.decision}"

    @cached_property
    def open(self) -> bool:
        return self.part.points is None

    @cached_property
    def by_hand(self) -> Decision | None:
        """The newest mark given by hand; None while the automatic result counts."""
        marks = [one for one in self.history if one.kind is Kind.MARK and not one.person]
        return marks[-1] if marks and marks[-1].points is not None else None

    @cached_property
    def comment(self) -> str:
        words = [one.words for one in self.history if one.kind is Kind.COMMENT]
        return words[-1] if words else ""

    @cached_property
    def look(self) -> bool:
        """Whether the machine asked for a human and nobody has decided."""
        return self.open and self.part.outcome.family is Family.LOOK

    @cached_property
    def ours(self) -> bool:
        """Whether the grader failed and nobody has decided."""
        return self.open and self.part.outcome.family is Family.OURS

    @property
    def waits(self) -> bool:
        """Whether it is a written answer that nobody has marked."""
        return self.open and self.part.outcome is Outcome.WAITING

    @property
    def automatic(self) -> bool:
        """Whether a mark of a tutor would override one of the machine."""
        return self.machine.points is not None and self.machine.outcome is not Outcome.UNTOUCHED

    @property
    def text(self) -> str:
        """What was handed in, for comparing answers."""
        return self.machine.answer or ""

    @cached_property
    def mark(self) -> Mark:
        return Mark(self.task, self.part.outcome, self.part.points, self.part)

    @property
    def tone(self) -> Tone:
        return tone_of(self.mark)

    @property
    def label(self) -> Text:
        """The outcome in both languages."""
        return label_of(self.mark)
