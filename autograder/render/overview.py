"""The tutor's first page: what is left to do, every submission, how the parts went, the run."""

from collections.abc import Iterable
from dataclasses import dataclass

from autograder.course.sheet import Sheet
from autograder.i18n import Language
from autograder.records.model import Outcome, RunInfo, Status, SubmissionResult
from autograder.render import page, patterns, quality, words
from autograder.render.standing import Mark, Standing, standings
from autograder.render.statistics import statistics
from autograder.render.todo import reasons, status_counts
from autograder.render.words import Tone

MAX_LINKS = 200
"""Submissions linked per reason; all of them stand in the table."""


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
) -> str:
    """The page of a whole run: HTML in one file, without scripts.

    Its links expect ``details/`` and ``feedback/`` beside it, with the file names of
    :func:`autograder.render.safe.page_name`.
    """
    stands = standings(sheet, results)
    return page.render(
        "overview.html",
        language,
        sheet=sheet,
        sheet_title=sheet.title.text[language],
        run=run,
        counts=_tiles(stands, language),
        reasons=reasons(stands),
        max_links=MAX_LINKS,
        rows=_rows(stands, language),
        statistics=statistics(sheet, stands),
        mean=_mean(stands),
        qualities=quality.qualities(sheet, stands),
        bins=quality.histogram(stands, sheet.points),
        mistakes=patterns.mistakes(stands),
        values=patterns.wrong_values(stands),
        slowest=patterns.slowest(stands),
        largest=patterns.largest(stands),
        alike=patterns.alike(stands),
        tones=tuple(Tone),
        tone_labels={tone: tone.label[language] for tone in Tone},
    )


def _tiles(stands: tuple[Standing, ...], language: Language) -> list[tuple[Tone, str, int]]:
    """The states that occur, and always “done”."""
    return [
        (words.tone_of_status(status), status.label[language], count)
        for status, count in status_counts(stands).items()
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


def _mean(stands: tuple[Standing, ...]) -> float | None:
    """Mean total of the submissions that have no open part."""
    finished = [stand.total for stand in stands if stand.open == 0]
    return sum(finished) / len(finished) if finished else None
