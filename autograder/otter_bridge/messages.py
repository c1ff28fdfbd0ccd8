"""What students and tutors read in otter's report.

Students see outcome words, points and the messages written for them; never evidence, a hidden
input or an expected value.
"""

from collections.abc import Iterable, Mapping

from autograder.course.sheet import Sheet
from autograder.i18n import Language, Text, text
from autograder.otter_bridge.attempt import Attempt, sentence
from autograder.records.model import CheckResult, Outcome, RunInfo, SubmissionResult
from autograder.render import cells, safe, words
from autograder.render.standing import Mark, Standing, standing
from autograder.render.todo import reasons

MAX_LINES = 20
"""Notes, and cells that did not run to their end, that are told one by one."""


def part_title(mark: Mark, language: Language) -> str:
    """The name of a part's entry: ``1a Ableitung …``, with what it waits for."""
    title = f"{mark.task.id} {mark.task.title.text[language]}"
    return title if mark.points is not None else f"{title} ({_waits(mark)[language]})"


def case_texts(mark: Mark, language: Language) -> Mapping[str, str]:
    """Check → what the author of the submission reads about it."""
    part = mark.part
    blank = mark.outcome is Outcome.UNTOUCHED
    checks = {check.name: check for check in part.checks} if part and not blank else {}
    said = part.message if part and not blank else None
    several = len(mark.task.maxima()) > 1
    texts = {}
    for name in mark.task.maxima():
        check = checks.get(name)
        lines = [head(mark, language)]
        if several and check:
            lines += _check(check, language)
        if said and not (several and any(one.message == said for one in checks.values())):
            lines.append(said[language])
        if part and part.note:
            lines.append(part.note[language])
        texts[name] = "\n".join(safe.line(line, safe.LINE_CHARS) for line in lines)
    return texts


def overview(sheet: Sheet, result: SubmissionResult, language: Language) -> str:
    """The whole submission: sums, what is open and why, what happened to files and cells."""
    stand = standing(sheet, result)
    lines = [f"{sheet.title.text[language]}: {_sum(stand, language)}"]
    lines += [*_open(stand, language), *_decided_texts(stand, language)]
    return _joined([*lines, *_happenings(result, language)])


def receipt(result: SubmissionResult, attempt: Attempt | None, language: Language) -> str:
    """What may be shown before results are published: no outcome, no points."""
    lines = [
        text("Ihre Abgabe ist angekommen. Ergebnisse sehen Sie, sobald sie veröffentlicht sind.")
    ]
    if attempt:
        lines.append(sentence(attempt))
    return _joined([*(line[language] for line in lines), *_happenings(result, language)])


def not_graded(fault: Exception, language: Language) -> str:
    """For tutors, where the grader failed; the cause may quote hidden checks."""
    return text(
        "Nicht bewertet, das ist unser Fehler. Leere Punkte sind keine 0: {cause}",
        cause=safe.block(f"{type(fault).__name__}: {fault}"),
    )[language]


def report(
    sheet: Sheet,
    result: SubmissionResult,
    run: RunInfo,
    attempt: Attempt | None,
    language: Language,
) -> str:
    """For the log that only tutors see: how the run was made, and every part."""
    lines = [
        text(
            "Blatt {sheet} (Fassung {version}), Schutzstufe {confinement}; Startwert der "
            "Zufallszahlen: {seed}",
            sheet=run.sheet,
            version=run.version,
            confinement=run.confinement,
            seed=run.seed,
        )[language],
        *([sentence(attempt)[language]] if attempt else []),
    ]
    for mark in standing(sheet, result).marks:
        given = words.points(mark.points, language)
        most = words.number(mark.task.points, language)
        lines.append(f"  {mark.task.id:4} {given:>5} / {most:<4} {words.label_of(mark)[language]}")
    return "\n".join(lines)


def head(mark: Mark, language: Language) -> str:
    """A part's outcome and points, in a line."""
    symbol, label = words.tone_of(mark).symbol, words.label_of(mark)[language]
    if mark.points is None:
        told = text("Das ist noch nicht bewertet; die 0 Punkte hier sind vorläufig.")
    else:
        told = text(
            "{points} von {maximum} P.",
            points=words.number(mark.points, language),
            maximum=words.number(mark.task.points, language),
        )
    return f"{symbol} {label}: {told[language]}"


def _check(check: CheckResult, language: Language) -> Iterable[str]:
    symbol = words.tone_of_outcome(check.outcome).symbol
    yield f"{symbol} {check.title[language]} {check.outcome.label[language]}"
    if check.message:
        yield check.message[language]


def _waits(mark: Mark) -> Text:
    return words.tone_of(mark).label


def _happenings(result: SubmissionResult, language: Language) -> Iterable[str]:
    """What became of the files and cells of a submission."""
    yield from [note[language] for note in result.notes][:MAX_LINES]
    yield from cells.sentences(result.cells, language)[:MAX_LINES]


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(safe.line(line, safe.LINE_CHARS) for line in lines)


def _sum(stand: Standing, language: Language) -> str:
    return text(
        "Bisher sicher sind {points} von {maximum} Punkten.",
        points=words.number(stand.total, language),
        maximum=words.number(stand.maximum, language),
    )[language]


def _open(stand: Standing, language: Language) -> Iterable[str]:
    for reason in reasons([stand]):
        tasks = ", ".join(task for task, _ in reason.parts)
        yield f"{reason.tone.symbol} {reason.label[language]}" + (f": {tasks}" if tasks else "")


def _decided_texts(stand: Standing, language: Language) -> Iterable[str]:
    """Parts without an entry of their own in otter's table that are decided all the same."""
    for mark in stand.marks:
        if not mark.task.maxima() and mark.points is not None:
            yield f"{mark.task.id}: {head(mark, language)}"
