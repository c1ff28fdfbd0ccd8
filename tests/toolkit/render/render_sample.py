"""A made-up cohort on Blatt 9 that looks like a real one: the data of the page tests."""

import random
from pathlib import Path

from autograder.course.sheet import Sheet, Task, load_sheet
from autograder.i18n import Text
from autograder.records.model import (
    CellOutcome,
    CellReport,
    CheckResult,
    Evidence,
    Outcome,
    PartResult,
    RunInfo,
    Status,
    SubmissionResult,
    Usage,
)

SHEET: Sheet = load_sheet(Path(__file__).parents[3] / "assignments" / "blatt09" / "sheet.toml")
RUN = RunInfo(
    sheet="blatt09",
    version="2026.1",
    seed="5f3c9a1e77d2b840",
    toolkit="0.1.0",
    confinement="namespaces",
    started="2026-11-21T14:03:12+01:00",
    python="3.11.9",
    packages={"numpy": "2.4.6", "torch": "2.13.0", "sympy": "1.14.0"},
)
HIDDEN = "GEHEIM-7f3a"
"""Stands in every piece of evidence; a student's page must not contain it."""
ANSWER = """def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    N = len(s) - 1
    grad = dsigma(s[1])
    for i in range(2, N + 1):
        grad = grad * w[i] * dsigma(s[i])
    return grad
"""
SYMPTOM = Text(
    "Für alle geprüften Ketten fehlt derselbe Faktor. Leiten Sie die innerste Schicht "
    "s_1 = w_1·x + b_1 noch einmal nach w_1 ab.",
    "The same factor is missing for every chain. Differentiate the innermost layer "
    "s_1 = w_1·x + b_1 with respect to w_1 once more.",
)
EVIDENCE = Evidence(
    inputs={"N": f"4  {HIDDEN}", "x": f"0.731  {HIDDEN}", "w": f"[nan, -0.62, 1.41] {HIDDEN}"},
    found=f"0.08231  {HIDDEN}",
    expected=f"0.06017  {HIDDEN}",
    tolerance=1e-6,
    seed=812331,
    traceback=f"test_blatt09.py:41: AssertionError {HIDDEN}\nE   assert 0.08231 == 0.06017",
)


def check(
    task: Task, outcome: Outcome, points: float, name: str = "check", maximum: float | None = None
) -> CheckResult:
    """One check of a part, with evidence where it failed."""
    return CheckResult(
        name=name,
        outcome=outcome,
        points=points,
        maximum=task.points if maximum is None else maximum,
        title=Text(f"{task.title.de} stimmt für zufällige Eingaben", f"{task.title.en} is right"),
        message=None if outcome.earns else SYMPTOM,
        evidence=None if outcome.earns else EVIDENCE,
        seconds=0.012,
    )


def part(task: Task, outcome: Outcome) -> PartResult:
    """One part with the points that its outcome gives."""
    if task.kind == "text" and outcome is not Outcome.UNTOUCHED:
        outcome = Outcome.WAITING
    note = None
    if outcome is Outcome.CONSISTENT:
        note = Text(
            "Folgerichtig: 1d passt zu Ihrer eigenen Vorwärtsrechnung aus 1c.",
            "Consistent: 1d fits your own forward pass of 1c.",
        )
    if outcome.family.value != "verdict":
        return PartResult(task.id, outcome, None, task.points, answer=ANSWER)
    if outcome is Outcome.UNTOUCHED:
        return PartResult(task.id, outcome, 0.0, task.points)
    if task.checks:
        return _named(task, outcome)
    earned = task.points if outcome.earns else 0.0
    checks = (check(task, outcome, earned),)
    message = None if outcome.earns else SYMPTOM
    return PartResult(task.id, outcome, earned, task.points, message, note, ANSWER, checks)


def _named(task: Task, outcome: Outcome) -> PartResult:
    bounds = check(task, Outcome.RIGHT, 1.0, "bounds", 1.0)
    sampler = check(task, outcome, float(outcome.earns), "sampler", 1.0)
    earned = bounds.points + sampler.points
    whole = outcome if outcome.earns else Outcome.PARTLY
    checks = (bounds, sampler)
    return PartResult(task.id, whole, earned, task.points, sampler.message, None, ANSWER, checks)


def submission(
    name: str, outcomes: dict[str, Outcome], status: Status = Status.WAITING
) -> SubmissionResult:
    """A submission that is right wherever ``outcomes`` does not say otherwise."""
    parts = tuple(part(task, outcomes.get(task.id, Outcome.RIGHT)) for task in SHEET.tasks)
    return SubmissionResult(
        submission=name,
        students=(name.replace("-", " ").title(),),
        status=status,
        parts=parts,
        notes=(),
        cells=tuple(CellReport(index, CellOutcome.OK, seconds=0.2) for index in range(24)),
        files=(f"{name}.ipynb",),
        digest="9f2c41d07be3a55e9f2c41d07be3a55e",
        usage=Usage(seconds=2.31, cpu_seconds=1.87, memory_mib=212.4, runs=1),
    )


RICH = SubmissionResult(
    submission="muster-anna",
    students=("Anna Muster", "Ben Beispiel"),
    status=Status.NOT_GRADED,
    parts=tuple(
        part(
            task,
            {
                "1a": Outcome.WRONG,
                "1c": Outcome.WRONG,
                "1d": Outcome.CONSISTENT,
                "2a": Outcome.NO_WORKING,
                "2d": Outcome.RAISED,
                "2e": Outcome.UNTOUCHED,
                "2f": Outcome.NOT_GRADED,
                "3b": Outcome.NAN,
                "3c": Outcome.WRONG,
            }.get(task.id, Outcome.RIGHT),
        )
        for task in SHEET.tasks
    ),
    notes=(
        Text(
            "Für Teil 2b wurde „Aufgabe_2b“ als „aufgabe_2b“ gelesen.",
            "For part 2b, “Aufgabe_2b” was read as “aufgabe_2b”.",
        ),
    ),
    cells=(
        *(CellReport(index, CellOutcome.OK, seconds=0.1) for index in (1, 3)),
        CellReport(4, CellOutcome.INTERRUPTED, seconds=10.02),
        CellReport(7, CellOutcome.RAISED, "NameError: name 'npp' is not defined", 3, 0.1),
        CellReport(9, CellOutcome.CUT, None, 7, 0.1),
        CellReport(11, CellOutcome.SKIPPED),
    ),
    files=("muster-anna.ipynb", "daten/messung.csv"),
    digest="9f2c41d07be3a55e9f2c41d07be3a55e",
    usage=Usage(seconds=13.31, cpu_seconds=11.87, memory_mib=212.4, runs=2),
)
"""One of everything."""


def cohort(size: int) -> tuple[SubmissionResult, ...]:
    """``size`` submissions with a plausible spread of outcomes, the same ones every time."""
    dice = random.Random(9)
    odd = {0: Status.OTHER_SHEET, 1: Status.UNREADABLE}
    return tuple(
        _unreadable(index, odd[index % 20]) if index % 20 in odd else _drawn(index, dice)
        for index in range(size)
    )


def _unreadable(index: int, status: Status) -> SubmissionResult:
    note = Text("Die Datei ist kein gültiges JSON (Zeile 3).", "The file is no JSON (line 3).")
    if status is Status.OTHER_SHEET:
        note = Text("Die Abgabe gehört zu lehreinheit10.", "This belongs to lehreinheit10.")
    name = f"test-person-{index:04d}"
    return SubmissionResult(name, (f"Test Person {index}",), status, (), (note,))


def _drawn(index: int, dice: random.Random) -> SubmissionResult:
    choices = [
        *[Outcome.RIGHT] * 14,
        *[Outcome.WRONG] * 3,
        Outcome.CONSISTENT,
        Outcome.UNTOUCHED,
        Outcome.RAISED,
    ]
    rare = [Outcome.NOT_FOUND, Outcome.NO_WORKING, Outcome.UNREADABLE, Outcome.TIME_LIMIT]
    outcomes = {task.id: dice.choice(choices) for task in SHEET.tasks}
    status = Status.WAITING
    if dice.random() < 0.2:
        outcomes[dice.choice(SHEET.tasks).id] = dice.choice(rare)
        status = Status.LOOK
    if index % 37 == 5:
        outcomes["2d"] = Outcome.NOT_GRADED
        status = Status.NOT_GRADED
    if index % 9 == 3:
        outcomes |= {task.id: Outcome.UNTOUCHED for task in SHEET.tasks if task.kind == "text"}
        status = status if status is not Status.WAITING else Status.DONE
    return submission(f"test-person-{index:04d}", outcomes, status)
