"""What a run is asked for, and what it answers."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from autograder.course.sheet import Course, Sheet
from autograder.i18n import Language, Text
from autograder.intake.survey import Cohort
from autograder.lms.roster import Roster
from autograder.lms.worksheet import Worksheet
from autograder.records.model import Status, SubmissionResult
from autograder.run.changes import Change
from autograder.run.groups import Groups


@dataclass(frozen=True)
class Order:
    """What a tutor asked for."""

    course: Course
    sheet: Sheet
    paths: tuple[Path, ...]
    """Empty: what was handed in before."""
    out: Path
    jobs: int
    language: Language = "de"
    worksheet: Worksheet | Roster | None = None
    """The LMS's people: only read, for names, groups and times."""
    store: str | None = None
    """Where the store is, if not in OUT."""
    again: tuple[str, ...] = ()
    """Parts to run again, and with them those that build on them."""
    cluster: str | None = None
    """Address of a Dask scheduler, ``local``, or None: no cluster."""
    only: tuple[str, ...] = ()
    """Without paths: these submissions; empty: all."""
    groups: Groups | None = None
    """Who works together."""
    pseudonyms: bool = False
    """Whether names are replaced before anything is kept."""


@dataclass(frozen=True)
class Summary:
    """What a run did."""

    results: tuple[SubmissionResult, ...]
    """All submissions in OUT as they count now, also those of earlier runs, in brief: outcomes
    and points only."""
    sheet: Sheet
    """The sheet as it counts now."""
    graded: tuple[str, ...]
    """Ids of the submissions graded now."""
    unchanged: int
    """Submissions that were known under the same conditions and not run again."""
    changes: tuple[Change, ...]
    """Points that differ from what was known before, part by part."""
    interrupted: bool
    seconds: float
    cohort: Cohort = Cohort(())
    """What was found in the paths of this run, and what was not."""
    remarks: tuple[Text, ...] = ()
    """What could not be done beside the grading."""

    @property
    def our_fault(self) -> bool:
        now = set(self.graded)
        return any(r.status is Status.NOT_GRADED for r in self.results if r.submission in now)


Progress = Callable[[int, int], None]
"""(done, total), called from the thread that called :func:`grade`."""
