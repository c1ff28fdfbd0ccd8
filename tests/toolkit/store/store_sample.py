"""A small book: a sheet of three parts, people, and results for them."""

from dataclasses import replace
from datetime import UTC, datetime

from autograder.course.sheet import Exercise, Localised, Sheet, Task
from autograder.i18n import Text
from autograder.records.ledger import Decision, Grading, KeptFile, Kind, Version
from autograder.records.model import (
    CheckResult,
    Evidence,
    Outcome,
    PartResult,
    RunInfo,
    Status,
    SubmissionResult,
)
from autograder.records.people import HandIn, Person
from autograder.store import Conditions

TITLE = Localised("Titel", "title")
SHEET = Sheet(
    schema=1,
    id="probe",
    version="1",
    title=TITLE,
    points=5.0,
    exercises=(Exercise("1", TITLE, 3.0), Exercise("2", TITLE, 2.0)),
    tasks=(
        Task("1a", 2.0, "auto", TITLE),
        Task("1b", 1.0, "text", TITLE),
        Task("2a", 2.0, "auto", TITLE, builds_on=("1a",)),
    ),
)
CONDITIONS = Conditions(
    RunInfo(
        "probe", "1", "5eed", "0", "kernel", "2026-11-21T14:03:12+01:00", "3.11", {"numpy": "2"}
    ),
    SHEET,
    "/kurs",
)
ANNA = Person("anna", "Anna Muster", "anna@example.org", keys={"moodle": "17"})
BELA = Person("bela", "Bela Muster")
NOON = HandIn(datetime(2026, 11, 21, 12, 0, tzinfo=UTC), "worksheet", 1)


def result(name, first=2.0, second=0.0, outcome=Outcome.RIGHT):
    """1a decided, 1b waiting, 2a decided; with evidence."""
    check = CheckResult(
        "check", outcome, first, 2.0, Text("Prüfung", "check"),
        evidence=Evidence({"x": "[1, 2]"}, "3", "4", 1e-9, 7, None),
    )  # fmt: skip
    parts = (
        PartResult("1a", outcome, first, 2.0, checks=(check,)),
        PartResult("1b", Outcome.WAITING, None, 1.0, answer="weil"),
        PartResult("2a", Outcome.WRONG, second, 2.0, Text("falsch", "wrong")),
    )
    return SubmissionResult(name, (name.title(),), Status.WAITING, parts, digest="d")


def version(name, people=(ANNA,), content="c1", **changes):
    files = (KeptFile("blatt.ipynb", "ab" * 32), KeptFile("x.rar", refused=Text("nein", "no")))
    return replace(Version(name, (name.title(),), tuple(people), content, files), **changes)


def hand_in(store, name="anna", people=(ANNA,), given=None, **changes):
    """Keep a result; returns it as kept."""
    keys = {"1a": "k1", "1b": "k2", "2a": "k3"}
    grading = Grading(given or result(name), "base", keys)
    run = 1 if not store else store.begin(CONDITIONS)
    return store.gradings.save(version(name, people, **changes), grading, run)


def decide(store, kind, **fields):
    (kept,) = store.decisions.add([Decision(kind, "Tutorin", "Grund", **fields)])
    return kept


def mark(store, points, task="1b", submission="anna", **fields):
    return decide(store, Kind.MARK, task=task, submission=submission, points=points, **fields)
