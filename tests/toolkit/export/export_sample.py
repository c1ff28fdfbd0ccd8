"""Two made-up submissions in which every field of the schema has a value once."""

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

RUN = RunInfo(
    sheet="blatt09",
    version="2026.1",
    seed="5f3c9a1e77d2b840",
    toolkit="0.1.0",
    confinement="namespaces",
    started="2026-11-21T14:03:12+01:00",
    python="3.11.9",
    packages={"numpy": "2.4.6"},
)
CHECK = CheckResult(
    name="check",
    outcome=Outcome.WRONG,
    points=0.0,
    maximum=2.0,
    title=Text("Die Ableitung stimmt.", "The derivative is right."),
    message=Text("Ein Faktor fehlt.", "A factor is missing."),
    evidence=Evidence(
        inputs={"x": "0.731"},
        found="0.08231",
        expected="0.06017",
        tolerance=1e-6,
        seed=812331,
        traceback="assert 0.08231 == 0.06017",
    ),
    seconds=0.012,
)
FULL = SubmissionResult(
    submission="muster-anna",
    students=("Anna Muster", "Jörg Müller-Lüdenscheidt"),
    status=Status.LOOK,
    parts=(
        PartResult(
            task="1a",
            outcome=Outcome.WRONG,
            points=0.0,
            maximum=2.0,
            message=Text("Ein Faktor fehlt.", "A factor is missing."),
            note=Text("Gefunden als „Aufgabe_1a“.", "Found as “Aufgabe_1a”."),
            answer="def Aufgabe_1a(x): ...",
            checks=(CHECK,),
        ),
        PartResult("1b", Outcome.WAITING, None, 1.0),
        PartResult("1c", Outcome.RIGHT, 1.0, 1.0),
        PartResult("2b", Outcome.NO_WORKING, None, 2.0),
        PartResult("3c", Outcome.WRONG, 1.5, 2.0),
    ),
    notes=(Text("Zwei Dateien wurden vereint.", "Two files were joined."),),
    cells=(CellReport(4, CellOutcome.RAISED, "NameError: name 'x'", 3, 0.25),),
    files=("muster-anna.ipynb",),
    digest="9f2c41d07be3a55e",
    usage=Usage(seconds=2.31, cpu_seconds=1.87, memory_mib=212.4, runs=1),
)
UNREAD = SubmissionResult("muster-ben", (), Status.UNREADABLE, ())
