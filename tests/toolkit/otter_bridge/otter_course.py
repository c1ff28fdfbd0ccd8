"""A tiny course for otter: a credit, a written part, two named checks, a wanted working."""

from pathlib import Path

import nbformat

from autograder.course.sheet import Course
from autograder.i18n import Text
from autograder.records.model import CheckResult, Outcome, PartResult, Status, SubmissionResult

SHEET = """
schema = 1
id = "mini"
version = "1"
title = { de = "Minimalblatt", en = "Minimal sheet" }
points = 7
marker = "mini"
preload = ["numpy"]
exercises = [{ id = "1", title = { de = "Eins", en = "One" }, points = 7 }]

[limits]
cell_seconds = 5
submission_seconds = 30

[[tasks]]
id = "1a"
points = 2
kind = "auto"
title = { de = "Doppeltes", en = "Twice" }
answers = [{ names = ["aufgabe_1a"], arguments = ["x"] }]

[[tasks]]
id = "1b"
points = 1
kind = "text"
title = { de = "Begründung", en = "Reasons" }

[[tasks]]
id = "1c"
points = 3
kind = "auto"
title = { de = "Quadrate", en = "Squares" }
answers = [{ names = ["aufgabe_1c"], arguments = ["x"] }]
checks = { gross = 1, klein = 2 }

[[tasks]]
id = "1d"
points = 1
kind = "auto"
title = { de = "Summe", en = "Sum" }
answers = [{ names = ["aufgabe_1d"], arguments = ["x"] }]
working = true
"""

CHECKS = '''
from autograder.checks import close, number, task, text, wrong

KEY = "geheimer-Vergleichswert"


@task("1a")
def test_twice(student, rng):
    """Das Doppelte stimmt."""
    x = float(rng.uniform(1, 2))
    found = number(student.aufgabe_1a(x))
    if close(found, x):
        wrong(text("Das ist das Einfache."), credit=0.5)
    if not close(found, 2 * x):
        wrong(text("Das ist nicht das Doppelte."))


@task("1c", check="gross")
def test_large_square(student, rng):
    """Große Quadrate stimmen."""
    if not close(number(student.aufgabe_1c(30.0)), 900.0):
        wrong(text("Das Quadrat einer großen Zahl stimmt nicht."))


@task("1c", check="klein")
def test_small_square(student, rng):
    """Kleine Quadrate stimmen."""
    if not close(number(student.aufgabe_1c(0.5)), 0.25):
        wrong(text("Das Quadrat einer kleinen Zahl stimmt nicht."))


@task("1d")
def test_sum(student, rng):
    """Die Summe stimmt."""
    if not close(number(student.aufgabe_1d(2.0)), 3.0):
        wrong(text("Die Summe stimmt nicht."))
'''

RIGHT = {"1a": "return 2 * x", "1b": "Weil es so ist.", "1c": "return x**2", "1d": "return x + 1"}
PARTLY = {"1a": "return x", "1b": "Weil es so ist.", "1c": "return x**2 if x < 1 else 0"}
"""1a earns its credit, 1c one of two checks, 1d is left alone."""


def make_course(root: Path) -> Course:
    """Write the course, with a reference that must not get into a bundle."""
    course = Course(root)
    for folder in (course.assignment("mini"), course.checks("mini"), course.reference("mini")):
        folder.mkdir(parents=True)
    (course.assignment("mini") / "sheet.toml").write_text(SHEET, "utf-8")
    (course.assignment("mini") / "mini.ipynb").write_text(nbformat.writes(notebook({})), "utf-8")
    (course.checks("mini") / "test_mini_checks.py").write_text(CHECKS, "utf-8")
    leftover = course.checks("mini") / "__pycache__"
    leftover.mkdir()
    (leftover / "old.pyc").write_bytes(b"old")
    (course.reference("mini") / "master.py").write_text("geheime_loesung = 1\n", "utf-8")
    return course


def notebook(answers: dict[str, str]) -> nbformat.NotebookNode:
    """The published notebook with these answers (part → body or text) filled in."""
    v4 = nbformat.v4
    cells = [v4.new_markdown_cell("# Minimalblatt\n\nKennung `mini`")]
    for part in ("1a", "1b", "1c", "1d"):
        cells.append(v4.new_markdown_cell(f"### Aufgabe {part}\n\nBitte lösen."))
        tags = {"tags": [f"antwort-{part}"]}
        if part == "1b":
            own = answers.get(part, "*Ihre Antwort*")
            cells.append(v4.new_markdown_cell(f"### Antwort {part}\n\n{own}", metadata=tags))
        else:
            source = function_of(part, answers.get(part, "...  # Ihre Lösung"))
            cells.append(v4.new_code_cell(source, metadata=tags))
    for number, cell in enumerate(cells):
        cell.id = f"cell{number}"
    return v4.new_notebook(cells=cells, metadata={"autograder": {"sheet": "mini", "version": "1"}})


def function_of(part: str, body: str) -> str:
    return f"def aufgabe_{part}(x):\n    {body}\n"


def write_notebook(
    path: Path, answers: dict[str, str], *more_cells: str, **metadata: object
) -> Path:
    """A student's file: the notebook, further code cells, further notebook metadata."""
    filled = notebook(answers)
    filled.cells += [nbformat.v4.new_code_cell(source) for source in more_cells]
    filled.metadata.update(metadata)
    path.write_text(nbformat.writes(filled), "utf-8")
    return path


def check(name: str, outcome: Outcome, points: float, maximum: float) -> CheckResult:
    return CheckResult(name, outcome, points, maximum, Text("Prüfung", "Check"))


def result_with(*parts: PartResult) -> SubmissionResult:
    """Everything right, but for the parts given."""
    right = Outcome.RIGHT
    usual = {
        "1a": PartResult("1a", right, 2, 2, checks=(check("check", right, 2, 2),)),
        "1b": PartResult("1b", Outcome.WAITING, None, 1),
        "1c": PartResult(
            *("1c", right, 3, 3), checks=(check("gross", right, 1, 1), check("klein", right, 2, 2))
        ),
        "1d": PartResult("1d", right, 1, 1, checks=(check("check", right, 1, 1),)),
    }
    usual |= {part.task: part for part in parts}
    return SubmissionResult("abgabe", (), Status.WAITING, tuple(usual.values()))
