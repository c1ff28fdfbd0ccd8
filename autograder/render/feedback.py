"""The page that a student gets back.

It shows marks, outcome words and the messages written for students; never evidence, a
traceback of a check, a hidden input or an expected value. What may be shown is copied field by
field into :class:`PartView`, so that a template cannot reach anything else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from markupsafe import Markup

from autograder.course.sheet import Sheet, exercise_of
from autograder.i18n import Language, Text
from autograder.records.model import CheckResult, Family, Outcome, Status, SubmissionResult
from autograder.records.people import PersonMarks
from autograder.render import cells, page, words
from autograder.render.standing import Mark, standing
from autograder.render.words import Tone

MAX_CELL_SENTENCES = 20
"""Cells that did not run to their end are told one by one up to this number."""


@dataclass(frozen=True, slots=True)
class CheckView:
    """What a student may know about one hidden check."""

    tone: Tone
    label: str
    title: str
    message: str | None


@dataclass(frozen=True, slots=True)
class PartView:
    """What a student may know about one part."""

    task: str
    title: str
    tone: Tone
    family: Family
    label: str
    points: float | None
    maximum: float
    message: str | None
    note: str | None
    checks: tuple[CheckView, ...]
    comment: str = ""
    """The tutor's."""

    @property
    def told(self) -> bool:
        """Whether there is more to say than the line in the table."""
        return bool(self.message or self.note or self.checks or self.comment)


@dataclass(frozen=True, slots=True)
class ExerciseView:
    id: str
    title: str
    points: float
    maximum: float
    parts: tuple[PartView, ...]


@dataclass(frozen=True, slots=True)
class OpenView:
    """Parts that wait for the same reason."""

    tone: Tone
    family: Family
    label: str
    tasks: tuple[str, ...]
    maximum: float


@dataclass(frozen=True, slots=True)
class Personal:
    """What stands on one person's page beside the submission's result."""

    marks: PersonMarks
    passed: bool | None = None
    """None without a pass mark or a total."""
    comments: Mapping[str, str] = field(default_factory=dict)
    """Part → what the tutor says on it."""
    notebook: Markup = field(default_factory=Markup)
    """The own notebook, made harmless."""
    pictures: Mapping[str, Markup] = field(default_factory=dict)
    """Part → its plots, made harmless."""
    files: Markup = field(default_factory=Markup)
    """PDFs and pictures that came beside the notebook, as pages."""
    readings: Mapping[str, Markup] = field(default_factory=dict)
    """Part → the formula as it was read, set as a formula."""


def feedback(
    sheet: Sheet,
    result: SubmissionResult,
    language: Language = "de",
    personal: Personal | None = None,
) -> str:
    """One submission's page for its authors: HTML in one file, without scripts.

    With ``personal`` it is one person's: their total, the lines of the rules, the tutor's
    comments, their notebook.
    """
    stand = standing(sheet, result)
    said = personal.comments if personal else {}
    exercises = tuple(_exercises(sheet, stand.marks, said, language))
    parts = [part for exercise in exercises for part in exercise.parts]
    sentences = cells.sentences(result.cells, language)
    return page.render(
        "feedback.html",
        language,
        sheet_title=sheet.title.text[language],
        stand=stand,
        students=result.students,
        submission=result.submission,
        files=result.files,
        digest=result.digest,
        notes=[note[language] for note in result.notes],
        status=result.status,
        graded=result.status not in (Status.OTHER_SHEET, Status.UNREADABLE),
        status_tone=words.tone_of_status(result.status),
        exercises=exercises,
        told=[part for part in parts if part.told],
        waiting=tuple(_waiting(parts)),
        cells=len(result.cells),
        sentences=sentences[:MAX_CELL_SENTENCES],
        more_cells=len(sentences[MAX_CELL_SENTENCES:]),
        personal=personal,
        timezone=sheet.rules.timezone,
        final=personal.marks.certain if personal else stand.total,
    )


def _exercises(
    sheet: Sheet, marks: Iterable[Mark], comments: Mapping[str, str], language: Language
) -> Iterable[ExerciseView]:
    known = {exercise.id: exercise for exercise in sheet.exercises}
    for name, group in groupby(marks, key=lambda mark: exercise_of(mark.task.id)):
        exercise, own = known.get(name), tuple(group)
        yield ExerciseView(
            id=name,
            title=exercise.title.text[language] if exercise else "",
            points=sum(mark.points for mark in own if mark.points is not None),
            maximum=sum(mark.task.points for mark in own),
            parts=tuple(_part(mark, comments.get(mark.task.id, ""), language) for mark in own),
        )


def _waiting(parts: Iterable[PartView]) -> Iterable[OpenView]:
    reasons: dict[str, list[PartView]] = {}
    for part in parts:
        if part.points is None:
            reasons.setdefault(part.label, []).append(part)
    for label, group in reasons.items():
        yield OpenView(
            tone=group[0].tone,
            family=group[0].family,
            label=label,
            tasks=tuple(part.task for part in group),
            maximum=sum(part.maximum for part in group),
        )


def _part(mark: Mark, comment: str, language: Language) -> PartView:
    part = mark.part
    blank = mark.outcome is Outcome.UNTOUCHED
    checks = part.checks if part and not blank else ()
    message = part.message if part and not blank else None
    if len(checks) > 1 and message in [check.message for check in checks]:
        message = None  # it stands beside its check
    return PartView(
        task=mark.task.id,
        title=mark.task.title.text[language],
        tone=words.tone_of(mark),
        family=mark.family,
        label=words.label_of(mark)[language],
        points=mark.points,
        maximum=mark.task.points,
        message=message[language] if message else None,
        note=part.note[language] if part and part.note else None,
        checks=_checks(checks, message, language),
        comment=comment,
    )


def _checks(
    checks: tuple[CheckResult, ...], said: Text | None, language: Language
) -> tuple[CheckView, ...]:
    """The checks worth a line: all where there are several, else one that went wrong."""
    if len(checks) == 1 and checks[0].outcome.earns:
        return ()
    return tuple(
        CheckView(
            tone=words.tone_of_outcome(check.outcome),
            label=check.outcome.label[language],
            title=check.title[language],
            message=check.message[language] if check.message and check.message != said else None,
        )
        for check in checks
    )
