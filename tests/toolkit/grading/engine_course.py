"""Courses whose checks show what the engine does, and an engine for them."""

import contextlib
import shutil
from pathlib import Path

from autograder.course.sheet import Course
from autograder.grading.engine import Assignment, Engine
from autograder.grading.walls import wall_for
from autograder.sandbox.probe import probe, require
from autograder.sandbox.run import Program

ROOT = Path(__file__).resolve().parents[3]

SHEET = """
schema = 1
id = "probe"
version = "1"
title = { de = "Probe", en = "probe" }
points = 6
preload = ["numpy"]
[limits]
cell_seconds = 10
call_seconds = 1
submission_seconds = 20
memory_mib = 200
frame_mib = 2
output_mib = 1
[[exercises]]
id = "1"
title = { de = "Eins", en = "one" }
points = 6
"""
TASK = """
[[tasks]]
id = "{part}"
points = {points}
kind = "auto"
title = {{ de = "{part}", en = "{part}" }}
answers = [{{ names = ["{name}"], arguments = ["x", "w"] }}]
"""
TEXT = """
[[tasks]]
id = "1e"
points = 1
kind = "text"
title = { de = "1e", en = "1e" }
"""
CHECKS = '''
import numpy as np
from autograder.checks import number, same, task, text, vector, wrong
from autograder.checks.values import pair

@task("1a")
def test_square(student):
    """Das Quadrat stimmt."""
    same(number(student.aufgabe_1a(3.0, np.arange(3.0))), 9.0, text("Kein Quadrat."))

@task("1b")
def test_sum(student):
    """Die Summe stimmt."""
    same(number(student.aufgabe_1b(3.0, np.arange(3.0))), 6.0)

@task("1c")
def test_both(student):
    """Beides stimmt."""
    first, second = pair(student.aufgabe_1c(3.0, np.arange(3.0)))
    same(vector(first, length=3), [0, 1, 2])
    same(number(second), 3.0)

@task("1d")
def test_many_calls(student):
    """Viele Aufrufe stimmen."""
    for n in range(40):
        same(number(student.aufgabe_1d(float(n), np.arange(3.0))), float(n))
'''
RIGHT = {
    "aufgabe_1a": "def aufgabe_1a(x, w): return x ** 2",
    "aufgabe_1b": "def aufgabe_1b(x, w): return x + w.sum()",
    "aufgabe_1c": "def aufgabe_1c(x, w): return w, x",
    "aufgabe_1d": "def aufgabe_1d(x): return x",
}
CHAINS = """
import numpy as np
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return x * dsigma(s[1]) * np.prod(w[2:] * dsigma(s[2:]))
def aufgabe_1c(x, w, b, sigma):
    N = len(w) - 1
    s, o = [float("nan")], [x]
    for i in range(1, N + 1):
        z = w[i] * o[i-1] + b[i]
        if i % 2 == 1 and 3 <= i < N: z += o[i-2]
        s.append(z); o.append(sigma(z))
    return s, o
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    r = x * dsigma(s[1])
    for i in range(3, N, 2): r *= dsigma(s[i]) * (1 + w[i] * w[i-1] * dsigma(s[i-1]))
    return r * w[N] * dsigma(s[N])
"""


def probe_course(folder: Path) -> Course:
    """Four small parts and a text, decided by very plain checks."""
    tasks = [TASK.format(part=f"1{p}", points=1 + (p == "b"), name=f"aufgabe_1{p}") for p in "abcd"]
    (folder / "assignments" / "probe").mkdir(parents=True)
    (folder / "assignments" / "probe" / "sheet.toml").write_text(SHEET + "".join(tasks) + TEXT)
    (folder / "tests" / "probe").mkdir(parents=True)
    (folder / "tests" / "probe" / "test_probe.py").write_text(CHECKS, "utf-8")
    return Course(folder)


def chains_course(folder: Path) -> Course:
    """Blatt 9 without the libraries that its first exercise does not need."""
    (folder / "assignments" / "blatt09").mkdir(parents=True)
    toml = (ROOT / "assignments/blatt09/sheet.toml").read_text("utf-8")
    kept = [line for line in toml.splitlines() if not line.startswith("preload")]
    kept.insert(kept.index("[limits]"), 'preload = ["numpy"]')
    (folder / "assignments" / "blatt09" / "sheet.toml").write_text("\n".join(kept), "utf-8")
    shutil.copytree(ROOT / "tests" / "blatt09", folder / "tests" / "blatt09")
    return Course(folder)


@contextlib.contextmanager
def engine(course: Course, sheet: str, workers: int = 1):
    loaded = course.load(sheet)
    out = course.root / "out"
    out.mkdir(mode=0o700, exist_ok=True)
    wall = wall_for(course, require("kernel", probe()), out)
    with Engine(course, loaded, wall, workers) as running:
        yield running


def assignment(running, *cells, handed=None, **program):
    """A submission of these cells."""
    names = [n for task in running.sheet.tasks for answer in task.answers for n in answer.names]
    made = Program(list(enumerate(cells)), watch=names, **program)
    return Assignment("muster", ("Anna Muster",), made, handed or {})


def notebook(**changed):
    """The right answers as cells, some replaced (an empty one is left out)."""
    return [source for source in (RIGHT | changed).values() if source]
