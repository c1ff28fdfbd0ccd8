"""The tutor's first page: what is left to do, every submission, how the parts went, the run."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from autograder.course.sheet import Sheet
from autograder.i18n import Language
from autograder.records.model import Outcome, PartResult, RunInfo, Status, SubmissionResult, Usage
from autograder.render import page, quality, words
from autograder.render.patterns import (
    MAX_SHARING,
    MIN_EQUAL_CHARS,
    UNKNOWN,
    Patterns,
    Surroundings,
)
from autograder.render.standing import Mark, Standing, standing
from autograder.render.statistics import statistics
from autograder.render.todo import MAX_ENTRIES, reasons, status_counts
from autograder.render.words import Tone


@dataclass(frozen=True, slots=True)
class Cell:
    """One part of one submission in the big table."""

    tone: Tone
    shown: str
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    submission: str
    students: tuple[str, ...]
    status: Status
    tone: Tone
    cells: tuple[Cell, ...]
    total: float
    open: int


def overview(
    sheet: Sheet,
    run: RunInfo,
    results: Iterable[SubmissionResult],
    language: Language = "de",
    around: Surroundings = UNKNOWN,
) -> str:
    """The page of a whole run: HTML in one file, without scripts.

    Its links expect ``details/`` and ``feedback/`` beside it, with the file names of
    :func:`autograder.render.safe.page_name`.
    """
    cohort = Cohort(sheet, around)
    for result in results:
        cohort.add(result)
    return "".join(cohort.page(run, language))


class Cohort:
    """Takes one result after the other, and keeps outcomes and points of it."""

    def __init__(self, sheet: Sheet, around: Surroundings = UNKNOWN) -> None:
        self.sheet = sheet
        self._stands: list[Standing] = []
        self._patterns = Patterns(around)
        self._marks: dict[tuple[object, ...], Mark] = {}

    def add(self, result: SubmissionResult) -> None:
        """One more submission, each only once."""
        stand = standing(self.sheet, result)
        bare = replace(
            result, parts=(), notes=result.notes[:1], cells=(), files=(), digest="", usage=Usage()
        )
        marks = tuple(map(self._shared, stand.marks))
        self._stands.append(replace(stand, result=bare, marks=marks))
        self._patterns.add(result)

    def page(self, run: RunInfo, language: Language = "de") -> Iterator[str]:
        """The page in pieces, see :func:`overview`."""
        sheet, stands, patterns = self.sheet, self._stands, self._patterns
        return page.pieces(
            "overview.html",
            language,
            sheet=sheet,
            sheet_title=sheet.title.text[language],
            run=run,
            counts=_tiles(stands, language),
            reasons=reasons(stands),
            max_links=MAX_ENTRIES,
            rows=_rows(stands, language),
            statistics=statistics(sheet, stands),
            mean=_mean(stands),
            qualities=quality.qualities(sheet, stands),
            bins=quality.histogram(stands, sheet.points),
            mistakes=patterns.mistakes(),
            values=patterns.wrong_values(),
            slowest=patterns.slowest(),
            largest=patterns.largest(),
            alike=patterns.alike(),
            equal_chars=MIN_EQUAL_CHARS,
            max_sharing=MAX_SHARING,
            tones=tuple(Tone),
            tone_labels={tone: tone.label[language] for tone in Tone},
        )

    def _shared(self, mark: Mark) -> Mark:
        """One object for equal marks of all submissions; what is open keeps its message."""
        part = mark.part
        why = part.message if part is not None and mark.points is None else None
        key = (mark.task.id, mark.outcome, mark.points, part is None, why)
        if key not in self._marks:
            slim = part and PartResult(part.task, part.outcome, part.points, part.maximum, why)
            self._marks[key] = replace(mark, part=slim)
        return self._marks[key]


def _tiles(stands: Sequence[Standing], language: Language) -> list[tuple[Tone, str, int]]:
    """The states that occur, and always “done”."""
    return [
        (words.tone_of_status(status), status.label[language], count)
        for status, count in status_counts(stand.result for stand in stands).items()
        if count or status is Status.DONE
    ]


def _rows(stands: Iterable[Standing], language: Language) -> Iterable[Row]:
    known: dict[tuple[str, Outcome, float | None], Cell] = {}
    for stand in stands:
        result = stand.result
        cells = []
        for mark in stand.marks:
            key = (mark.task.id, mark.outcome, mark.points)
            if key not in known:
                known[key] = _cell(mark, language)
            cells.append(known[key])
        yield Row(
            submission=result.submission,
            students=result.students,
            status=result.status,
            tone=words.tone_of_status(result.status),
            cells=tuple(cells),
            total=stand.total,
            open=stand.open,
        )


def _cell(mark: Mark, language: Language) -> Cell:
    tone = words.tone_of(mark)
    return Cell(tone, _shown(mark, tone, language), words.label_of(mark)[language])


def _shown(mark: Mark, tone: Tone, language: Language) -> str:
    """Points, and a symbol where points alone do not tell what became of the part."""
    if mark.points is None or tone is Tone.BLANK:
        return tone.symbol
    points = words.number(mark.points, language)
    return f"{points}\N{NO-BREAK SPACE}{tone.symbol}" if tone is Tone.CONSISTENT else points


def _mean(stands: Sequence[Standing]) -> float | None:
    """Mean total of the submissions that have no open part."""
    finished = [stand.total for stand in stands if stand.open == 0]
    return sum(finished) / len(finished) if finished else None
