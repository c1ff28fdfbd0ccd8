"""The records that travel between rooms: frozen, plain, and with closed enums.

Every enum member carries its German label; English comes from the catalog.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum

from autograder.i18n import Text, text

SCHEMA = 1
"""Version of ``results.json``; raised when a field changes its meaning or goes away."""


class Family(StrEnum):
    """What an outcome asks of people."""

    VERDICT = "verdict"
    """Decided: the points are certain."""
    LOOK = "look"
    """A human must look: the machine cannot decide."""
    WAITING = "waiting"
    """A written answer that a tutor marks."""
    OURS = "ours"
    """The grader failed; nothing is said about the answer."""


class Outcome(Enum):
    """What became of a check or a part: one closed list."""

    RIGHT = ("right", Family.VERDICT, "richtig")
    CONSISTENT = ("consistent", Family.VERDICT, "folgerichtig")
    PARTLY = ("partly", Family.VERDICT, "teilweise richtig")
    WRONG = ("wrong", Family.VERDICT, "falsch")
    RAISED = ("raised", Family.VERDICT, "bricht mit einem Fehler ab")
    CRASHED = ("crashed", Family.VERDICT, "beendet den Prozess")
    NAN = ("nan", Family.VERDICT, "liefert NaN")
    UNTOUCHED = ("untouched", Family.VERDICT, "nicht bearbeitet")
    MARKED = ("marked", Family.VERDICT, "von Hand bewertet")
    VOID = ("void", Family.VERDICT, "aus der Wertung genommen")
    NOT_FOUND = ("not_found", Family.LOOK, "Antwort nicht gefunden")
    AMBIGUOUS = ("ambiguous", Family.LOOK, "mehrere Antworten")
    EARLIER_VALUE = ("earlier_value", Family.LOOK, "früherer Wert wäre richtig gewesen")
    UNREADABLE = ("unreadable", Family.LOOK, "Antwort nicht lesbar")
    UNDECIDED = ("undecided", Family.LOOK, "nicht entscheidbar")
    NO_WORKING = ("no_working", Family.LOOK, "Rechenweg fehlt")
    ELSEWHERE = ("elsewhere", Family.LOOK, "außerhalb des Notebooks beantwortet")
    ENVIRONMENT = ("environment", Family.LOOK, "Paket oder Datei fehlt")
    TIME_LIMIT = ("time_limit", Family.LOOK, "Zeitgrenze zweimal erreicht")
    MEMORY_LIMIT = ("memory_limit", Family.LOOK, "Speichergrenze zweimal erreicht")
    OTHER_LIMIT = ("other_limit", Family.LOOK, "Grenze zweimal erreicht")
    WAITING = ("waiting", Family.WAITING, "wartet auf Korrektur")
    NOT_GRADED = ("not_graded", Family.OURS, "nicht bewertet (unser Fehler)")

    family: Family
    german: str

    def __new__(cls, value: str, family: Family, german: str) -> "Outcome":
        member = object.__new__(cls)
        member._value_ = value
        member.family = family
        member.german = german
        return member

    @property
    def label(self) -> Text:
        return text(self.german)

    @property
    def earns(self) -> bool:
        """Whether the full points of the check are given."""
        return self in (Outcome.RIGHT, Outcome.CONSISTENT)


class Status(Enum):
    """What a submission as a whole waits for: one closed list, most urgent last."""

    DONE = ("done", "fertig")
    WAITING = ("waiting", "wartet auf Korrektur")
    LOOK = ("look", "bitte ansehen")
    OTHER_SHEET = ("other_sheet", "anderes Blatt")
    UNREADABLE = ("unreadable", "nicht lesbar")
    NOT_GRADED = ("not_graded", "nicht bewertet (unser Fehler)")

    german: str

    def __new__(cls, value: str, german: str) -> "Status":
        member = object.__new__(cls)
        member._value_ = value
        member.german = german
        return member

    @property
    def label(self) -> Text:
        return text(self.german)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a check decided as it did; for tutors only, never shown to students."""

    inputs: Mapping[str, str] = field(default_factory=dict)
    found: str | None = None
    expected: str | None = None
    tolerance: float | None = None
    seed: int | None = None
    traceback: str | None = None


@dataclass(frozen=True, slots=True)
class TestResult:
    """What one test function found; several may belong to one check."""

    __test__ = False  # pytest would collect the class by its name

    task: str
    check: str
    test: str
    title: Text
    outcome: Outcome
    message: Text | None = None
    evidence: Evidence | None = None
    notes: tuple[Text, ...] = ()
    """How the answer was found and read."""
    credit: float = 0.0
    """Share of the points for a wrong answer, where the course grants some."""
    derivation: bool = False
    """Whether the answer itself shows how it was come by."""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Handed:
    """What the notebook's text shows of one part, before anything is run."""

    touched: bool
    """False only where the part's cells are as in the template and nothing else came for it."""
    answer: str = ""
    """The student's own cells of this part, for people to read."""
    formula: str | None = None
    """Raw LaTeX of the written answer's last display formula, else its last inline one."""
    written: str | None = None
    """The whole Markdown cell of the written answer."""
    working: bool = False
    """Whether something is written beside the bare result."""
    documents: tuple[str, ...] = ()
    """Names of PDFs and pictures that came with the submission."""
    cells: tuple[int, ...] = ()
    """Indices of the student's own cells of this part."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One hidden check on one submission."""

    name: str
    outcome: Outcome
    points: float
    maximum: float
    title: Text
    message: Text | None = None
    evidence: Evidence | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class PartResult:
    """One part of the sheet; ``points`` is None while a human or a re-run must decide."""

    task: str
    outcome: Outcome
    points: float | None
    maximum: float
    message: Text | None = None
    note: Text | None = None
    answer: str | None = None
    """What was handed in for it (cell source or written answer), for people to read."""
    checks: tuple[CheckResult, ...] = ()


class CellOutcome(StrEnum):
    """How the run of one cell ended."""

    OK = "ok"
    RAISED = "raised"
    INTERRUPTED = "interrupted"
    """Stopped at its time limit; what it had defined before stays."""
    CUT = "cut"
    """Run only up to the statement that had killed the process."""
    SKIPPED = "skipped"
    """Not run: the submission's time was used up."""


@dataclass(frozen=True, slots=True)
class CellReport:
    """How the run of one code cell ended (``index`` counts all cells of the notebook from 0)."""

    index: int
    outcome: CellOutcome
    error: str | None = None
    line: int | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Usage:
    """What grading one submission cost."""

    seconds: float = 0.0
    cpu_seconds: float = 0.0
    memory_mib: float = 0.0
    runs: int = 0


@dataclass(frozen=True, slots=True)
class SubmissionResult:
    """Everything known about one submission."""

    submission: str
    students: tuple[str, ...]
    status: Status
    parts: tuple[PartResult, ...]
    notes: tuple[Text, ...] = ()
    cells: tuple[CellReport, ...] = ()
    files: tuple[str, ...] = ()
    digest: str = ""
    usage: Usage = Usage()

    @property
    def open(self) -> int:
        """Parts without a mark."""
        return sum(part.points is None for part in self.parts)

    @property
    def total(self) -> float:
        """What is certain so far."""
        return sum(part.points for part in self.parts if part.points is not None)

    @property
    def maximum(self) -> float:
        return sum(part.maximum for part in self.parts)


@dataclass(frozen=True, slots=True)
class RunInfo:
    """What one needs to know to repeat a run: kept once per OUT."""

    sheet: str
    version: str
    seed: str
    toolkit: str
    confinement: str
    started: str
    python: str
    packages: Mapping[str, str] = field(default_factory=dict)
