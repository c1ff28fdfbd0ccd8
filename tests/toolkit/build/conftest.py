"""A tiny course with one sheet, written anew for every test."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from autograder.course.sheet import Course, Sheet

SHEET = """
schema = 1
id = "mini"
version = "7.1"
title = { de = "Mini", en = "Mini" }
points = 2.5
marker = "mini"
exercises = [{ id = "1", title = { de = "Eins", en = "One" }, points = 2.5 }]

[[tasks]]
id = "1a"
points = 1.5
kind = "auto"
title = { de = "a", en = "a" }
answers = [{ names = ["aufgabe_1a"], arguments = ["x", "y"] }]
working = true

[[tasks]]
id = "1b"
points = 1
kind = "text"
title = { de = "b", en = "b" }
"""

MASTER = '''
# %% titel [markdown]
# # Blatt `{{ sheet }}`, Version {{ version }}, {{ 1a }} P

# %% rechenweg-1a [markdown] tags=["rechenweg-1a"]
r"""
### Rechenweg 1a

<!-- BEGIN LÖSUNG -->
Geheimer Weg
<!-- END LÖSUNG -->
"""

# %% antwort-1a tags=["antwort-1a"]
def aufgabe_1a(x, y):
    # BEGIN LÖSUNG
    geheim = x + y
    return geheim
    # END LÖSUNG


# %% nur-hier tags=["loesung"]
zweite_geheime_loesung = 1

# %% antwort-1b [markdown] tags=["antwort-1b"]
# ### Antwort 1b
#
# <!-- BEGIN LÖSUNG -->
# Geheimer Text
# <!-- END LÖSUNG -->
'''

TEXTS = """Note to authors.

<!-- cell: titel -->
# Sheet `{{ sheet }}`, version {{ version }}, {{ 1a }} P

<!-- cell: rechenweg-1a -->
### Working 1a

*Your answer*

<!-- cell: antwort-1b -->
### Answer 1b

*Your answer*
"""


@dataclass
class Workshop:
    """The files of the tiny course, for tests that edit them before building."""

    course: Course

    @property
    def sheet(self) -> Sheet:
        return self.course.load("mini")

    @property
    def master(self) -> Path:
        return self.course.reference("mini") / "master.py"

    @property
    def texts(self) -> Path:
        return self.course.reference("mini") / "texts.en.md"

    def edit(self, path: Path, old: str, new: str) -> None:
        source = path.read_text("utf-8")
        assert old in source
        path.write_text(source.replace(old, new), "utf-8")


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    workshop = Workshop(Course(tmp_path))
    for folder in (workshop.course.assignment("mini"), workshop.course.reference("mini")):
        folder.mkdir(parents=True)
    (workshop.course.assignment("mini") / "sheet.toml").write_text(SHEET, "utf-8")
    workshop.master.write_text(MASTER, "utf-8")
    workshop.texts.write_text(TEXTS, "utf-8")
    return workshop
