"""One submission from what was handed in to a result with the keys of its conditions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.grading.engine import Crew, Graded, not_graded
from autograder.grading.reading import Reader, with_aliases
from autograder.intake import snapshot
from autograder.intake.snapshot import Keep
from autograder.records.ledger import Grading
from autograder.records.model import Status, SubmissionResult
from autograder.run.jobs import Done, Job
from autograder.run.keys import Keys
from autograder.scoring.points import status_of


@dataclass(frozen=True)
class Place:
    """Where files as handed in are kept."""

    folder: Path
    keep: Keep


class Grader:
    """Grades jobs; called from as many threads as the crew has workers."""

    def __init__(self, crew: Crew, reader: Reader, keys: Keys, place: Place, seed: str) -> None:
        self.crew = crew
        self.reader = reader
        self.keys = keys
        self.place = place
        self.seed = seed

    def one(self, job: Job, last: bool) -> Done:
        """Keep the files, grade what was kept; a limit that is hit counts at the last try."""
        found = job.found
        taken = snapshot.take(found, self.crew.sheet.limits, self.place.keep)
        version = snapshot.version_of(found, taken)
        kept = snapshot.again(version, self.place.folder)
        try:
            assignment = with_aliases(self.reader.read(kept), self.crew.sheet, job.aliases)
        except Exception as error:  # a bug of ours costs this submission only, and no points
            graded = Graded(not_graded(self.crew.sheet, found.id, found.students, error))
        else:
            graded = self.crew.grade(assignment, self.seed, job.parts)
        grading = self._keyed(graded, taken.content, job, final=last or not graded.limited)
        return Done(version, grading, graded.rerun, graded.limited)

    def _keyed(self, graded: Graded, content: str, job: Job, final: bool) -> Grading:
        """The result with the keys under which it may be used again; what is our fault may not,
        nor what a run that ends early could not confirm."""
        result = graded.result
        if job.before is not None and job.parts is not None:
            result = _merged(result, job.before.result, job.parts)
        usable = final and result.status is not Status.NOT_GRADED
        base = self.keys.base(content) if usable else ""
        return Grading(result, base, self.keys.parts(job.aliases))


def _merged(
    fresh: SubmissionResult, before: SubmissionResult, again: Sequence[str]
) -> SubmissionResult:
    """The earlier result with the parts that were run again."""
    if fresh.status in (Status.OTHER_SHEET, Status.UNREADABLE):
        return fresh
    kept = {part.task: part for part in before.parts if part.task not in again}
    parts = tuple(kept.get(part.task, part) for part in fresh.parts)
    return replace(fresh, parts=parts, status=status_of(parts))
