"""How a cohort did, part by part."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.course.sheet import Sheet, Task
from autograder.render import words
from autograder.render.standing import Standing
from autograder.render.words import Tone


@dataclass(frozen=True, slots=True)
class PartStatistics:
    """One part over all submissions; ``mean`` is in points over the decided ones."""

    task: Task
    counts: dict[Tone, int]
    mean: float | None

    @property
    def size(self) -> int:
        """Submissions counted."""
        return sum(self.counts.values())

    @property
    def open(self) -> int:
        return self.counts[Tone.LOOK] + self.counts[Tone.WAITING] + self.counts[Tone.OURS]


def statistics(sheet: Sheet, stands: Sequence[Standing]) -> tuple[PartStatistics, ...]:
    """Statistics per part in the order of the sheet."""
    return tuple(_part(task, place, stands) for place, task in enumerate(sheet.tasks))


def _part(task: Task, place: int, stands: Sequence[Standing]) -> PartStatistics:
    marks = [stand.marks[place] for stand in stands]
    counted = Counter(map(words.tone_of, marks))
    decided = [mark.points for mark in marks if mark.points is not None]
    return PartStatistics(
        task=task,
        counts={tone: counted[tone] for tone in Tone},
        mean=sum(decided) / len(decided) if decided else None,
    )
