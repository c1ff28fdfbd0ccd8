"""A tiny course with public checks, built anew for the tests of this room."""

import shutil
from pathlib import Path

import pytest

from autograder.build import build_notebooks
from autograder.course.sheet import Course

SHEET = """
schema = 1
id = "mini"
version = "7.1"
title = { de = "Mini", en = "Mini" }
points = 3
marker = "mini"
exercises = [{ id = "1", title = { de = "Eins", en = "One" }, points = 3 }]

[[tasks]]
id = "1a"
points = 2
kind = "auto"
title = { de = "a", en = "a" }
answers = [{ names = ["aufgabe_1a"], arguments = ["x", "w"] }]

[[tasks]]
id = "1b"
points = 1
kind = "auto"
title = { de = "b", en = "b" }
answers = [{ names = ["aufgabe_1b"], arguments = ["n", "sigma"], formula = true }]
"""

PUBLIC = """
schema = 1

[[inputs.layer]]
n = 3
sigma = 0.5

[vocabularies.layer]
integers = ["n"]
reals = ["sigma"]

[[checks]]
answer = "aufgabe_1a"
inputs = [{ x = 2.0, w = [1.0, 2.0] }]
properties = [{ kind = "number" }]
hint = { de = "Gefragt ist „eine“ Zahl.", en = "A number is asked for." }

[checks.compare]
of = "probe"
arguments = ["x", "w"]
gives = ["o"]
entry = "o"
by = "w"
index = 0
hint = { de = "Sehen Sie nach.", en = "Look." }

[[checks]]
answer = "aufgabe_1b"
inputs = "layer"
vocabulary = "layer"
properties = [{ kind = "number" }]
hint = { de = "Gefragt ist eine Formel.", en = "A formula is asked for." }
"""

MASTER = """
# %% titel [markdown]
# # Blatt `{{ sheet }}`, Version {{ version }}

# %% selbsttest tags=["hide-input", "selbsttest"]
{{ self_check }}

# %% probe
def probe(x, w):
    return (([w[0] * x]),)

# %% antwort-1a tags=["antwort-1a"]
def aufgabe_1a(x, w):
    # BEGIN LÖSUNG
    geheim = x
    return geheim
    # END LÖSUNG

# %% test-1a tags=["selbsttest"]
grader.check("1a")

# %% antwort-1b tags=["antwort-1b"]
def aufgabe_1b(n, sigma):
    # BEGIN LÖSUNG
    return n * sigma**2
    # END LÖSUNG

# %% anderswo
import os
os.makedirs("daten", exist_ok=True)
os.chdir("daten")

# %% test-1b tags=["selbsttest"]
grader.check("1b")

# %% zurueck
os.chdir("..")

# %% alles tags=["selbsttest"]
grader.check_all()

# %% abgabe-code tags=["selbsttest"]
{{ hand_in }}
"""

TEXTS = """
<!-- cell: titel -->
# Sheet `{{ sheet }}`, version {{ version }}
"""


def make_course(root: Path) -> Course:
    course = Course(root)
    for folder in (course.assignment("mini"), course.reference("mini")):
        folder.mkdir(parents=True)
    (course.assignment("mini") / "sheet.toml").write_text(SHEET, "utf-8")
    (course.assignment("mini") / "public.toml").write_text(PUBLIC, "utf-8")
    (course.reference("mini") / "master.py").write_text(MASTER, "utf-8")
    (course.reference("mini") / "texts.en.md").write_text(TEXTS, "utf-8")
    return course


def publish(course: Course) -> None:
    for path, text in build_notebooks(course, course.load("mini")).items():
        path.write_text(text, "utf-8")


@pytest.fixture(scope="session")
def built_course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Published; not to be changed."""
    course = make_course(tmp_path_factory.mktemp("course"))
    publish(course)
    return course


@pytest.fixture
def course(built_course: Course, tmp_path: Path) -> Course:
    """A copy of one's own."""
    shutil.copytree(built_course.root, tmp_path / "course")
    return Course(tmp_path / "course")
