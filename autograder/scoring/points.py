"""From what the tests found to the points of parts and the status of a submission."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from autograder.course.sheet import Sheet, Task
from autograder.i18n import Text, text
from autograder.records.model import (
    CellReport,
    CheckResult,
    Family,
    Handed,
    Outcome,
    PartResult,
    Status,
    TestResult,
)

_MISSING = ("ModuleNotFoundError", "ImportError", "FileNotFoundError")


def score(
    sheet: Sheet,
    results: Sequence[TestResult],
    handed: Mapping[str, Handed],
    cells: Sequence[CellReport] = (),
) -> tuple[PartResult, ...]:
    """Every part of the sheet in its order, whatever is missing in ``results``."""
    lacking = {cell.index for cell in cells if cell.error in _MISSING}
    parts = []
    for task in sheet.tasks:
        mine = handed.get(task.id, Handed(True))
        part = _part(task, [r for r in results if r.task == task.id], mine)
        parts.append(_without_environment(part) if lacking.intersection(mine.cells) else part)
    return tuple(parts)


def _without_environment(part: PartResult) -> PartResult:
    """The part's own cell stopped because a package or file is missing here."""
    if part.outcome is not Outcome.NOT_FOUND:
        return part
    return _look(
        part,
        Outcome.ENVIRONMENT,
        text("Die Zelle dieses Teils bricht ab, weil ein Paket oder eine Datei fehlt."),
    )


def status_of(parts: Iterable[PartResult]) -> Status:
    """The most urgent thing that any part waits for."""
    families = {part.outcome.family for part in parts}
    if Family.OURS in families:
        return Status.NOT_GRADED
    if Family.LOOK in families:
        return Status.LOOK
    return Status.WAITING if Family.WAITING in families else Status.DONE


def _part(task: Task, results: list[TestResult], handed: Handed) -> PartResult:
    if task.kind == "text":
        return _written(task, handed)
    checks = tuple(
        _check(name, maximum, [r for r in results if r.check == name])
        for name, maximum in task.maxima().items()
    )
    outcome = _of_part([check.outcome for check in checks])
    decisive = next((check for check in checks if check.outcome is outcome), None)
    points = _points(checks)
    part = PartResult(
        task=task.id,
        outcome=Outcome.PARTLY if points and not outcome.earns else outcome,
        points=points,
        maximum=task.points,
        message=decisive.message if decisive else None,
        note=_notes(results),
        answer=handed.answer or None,
        checks=checks,
    )
    shown = handed.working or any(result.derivation for result in results)
    return _human_rules(part, task, replace(handed, working=shown))


def _written(task: Task, handed: Handed) -> PartResult:
    if handed.touched:
        found = bool(handed.answer.strip() or handed.documents)
        outcome = Outcome.WAITING if found else Outcome.NOT_FOUND
        return PartResult(task.id, outcome, None, task.points, answer=handed.answer)
    return PartResult(task.id, Outcome.UNTOUCHED, 0.0, task.points)


def _check(name: str, maximum: float, results: list[TestResult]) -> CheckResult:
    """All tests of a check must pass; the first that decides gives the message."""
    if not results:
        return CheckResult(
            name,
            Outcome.NOT_GRADED,
            0.0,
            maximum,
            text("Prüfung"),
            text("Diese Prüfung ist nicht gelaufen; das ist nicht Ihr Fehler."),
        )
    outcome = _whole([result.outcome for result in results])
    decisive = next(result for result in results if result.outcome is outcome)
    return CheckResult(
        name=name,
        outcome=outcome,
        points=maximum if outcome.earns else _credit(results, outcome, maximum),
        maximum=maximum,
        title=decisive.title,
        message=decisive.message,
        evidence=decisive.evidence,
        seconds=sum(result.seconds for result in results),
    )


def _credit(results: list[TestResult], outcome: Outcome, maximum: float) -> float:
    """What the course grants for wrong answers: the least share of all failed tests."""
    if outcome is not Outcome.WRONG:
        return 0.0
    share = min(r.credit for r in results if not r.outcome.earns)
    return maximum * min(max(0.0, share), 1.0)


def _of_part(outcomes: list[Outcome]) -> Outcome:
    """As :func:`_whole`, but open as long as one check is open: its points are not known."""
    undecided = [o for o in outcomes if o.family is not Family.VERDICT]
    return _whole(undecided or outcomes)


def _whole(outcomes: list[Outcome]) -> Outcome:
    """The outcome of several: ours, then a lost point, then a look, then folgerichtig, right."""
    for outcome in outcomes:
        if outcome.family is Family.OURS:
            return outcome
    for outcome in outcomes:
        if outcome.family is Family.VERDICT and not outcome.earns:
            return outcome
    for outcome in outcomes:
        if outcome.family is not Family.VERDICT:
            return outcome
    return Outcome.CONSISTENT if Outcome.CONSISTENT in outcomes else Outcome.RIGHT


def _points(checks: Sequence[CheckResult]) -> float | None:
    """The sum, unless one check is not decided."""
    if any(check.outcome.family is not Family.VERDICT for check in checks):
        return None
    return sum(check.points for check in checks)


def _human_rules(part: PartResult, task: Task, handed: Handed) -> PartResult:
    """Where a human would see more than the checks: untouched, elsewhere, without working."""
    if part.outcome is Outcome.NOT_GRADED:
        return part
    if not handed.touched and not part.points:
        return replace(
            part,
            outcome=Outcome.UNTOUCHED,
            points=0.0,
            message=text("Hier wurde nichts abgegeben."),
            answer=None,
            checks=tuple(
                replace(check, outcome=Outcome.UNTOUCHED, points=0.0, message=None, evidence=None)
                for check in part.checks
            ),
        )
    if part.outcome is Outcome.NOT_FOUND and handed.documents:
        names = ", ".join(handed.documents)
        return _look(
            part,
            Outcome.ELSEWHERE,
            text("Vielleicht steht die Antwort in einem Dokument: {names}.", names=names),
        )
    if task.working and part.outcome.earns and not handed.working:
        return _look(
            part,
            Outcome.NO_WORKING,
            text("Das Ergebnis ist gefunden, aber kein Rechenweg; ein Mensch sieht nach."),
        )
    if task.text_points and part.points is not None:
        return replace(part, outcome=Outcome.WAITING, points=None)
    return part


def _look(part: PartResult, outcome: Outcome, message: Text) -> PartResult:
    return replace(part, outcome=outcome, points=None, message=message)


def _notes(results: Iterable[TestResult]) -> Text | None:
    """What the tests say about finding and reading the answers, each sentence once."""
    notes = list(dict.fromkeys(note for result in results for note in result.notes))
    if not notes:
        return None
    return Text(" ".join(note.de for note in notes), " ".join(note.en for note in notes))
