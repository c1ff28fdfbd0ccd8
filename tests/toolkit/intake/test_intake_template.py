import shutil
from pathlib import Path

import pytest
from intake_files import PUBLISHED, SHEET, as_json, code, edited, md, put

from autograder.course.sheet import Course
from autograder.errors import UsageFault
from autograder.intake.parts import locate
from autograder.intake.template import Template, templates

TOML = """
schema = 1
id = "kurz"
version = "1"
title = { de = "K", en = "K" }
points = 1
exercises = [{ id = "1", title = { de = "K", en = "K" }, points = 1 }]
[[tasks]]
id = "1a"
points = 1
kind = "auto"
title = { de = "K", en = "K" }
answers = [{ names = ["aufgabe_1a"] }]
"""


@pytest.fixture
def assignment(tmp_path) -> Path:
    return put(tmp_path / "assignments/kurz", {"sheet.toml": TOML.encode()})


def test_every_published_version_and_language_stays_known(assignment):
    old = as_json([md("### Aufgabe 1a\n\nalt"), code("aufgabe_1a = None  # alt")])
    new = as_json([md("### Aufgabe 1a\n\nneu"), code("aufgabe_1a = ...")])
    english = as_json([md("### Exercise 1a\n\nnew"), code("aufgabe_1a = ...")])
    put(assignment, {"kurz.ipynb": new, "kurz.en.ipynb": english, "published/1.ipynb": old})
    template = Template.load(assignment)
    for content in (old, new, english):
        from autograder.intake.notebook import read_notebook

        notebook = read_notebook(content, "nb.ipynb")
        assert not locate(notebook, template.sheet, template)["1a"].touched


def test_a_sheet_without_a_published_notebook_says_what_to_do(assignment):
    with pytest.raises(UsageFault, match=r"Expected kurz\.ipynb.*autograder build kurz"):
        Template.load(assignment)
    assert not Template.load_if_published(assignment).cells


def test_a_broken_published_notebook_is_named(assignment):
    put(assignment, {"kurz.ipynb": b"{"})
    with pytest.raises(UsageFault, match=r"kurz\.ipynb"):
        Template.load(assignment)


def test_other_notebooks_in_the_folder_are_not_taken_for_published(assignment):
    put(assignment, {"kurz.ipynb": as_json([code("a")]), "probe.ipynb": as_json([code("b")])})
    assert set(Template.load(assignment).cells) == {"a"}


def test_all_sheets_of_a_course_are_known(assignment, tmp_path):
    shutil.copytree(assignment, tmp_path / "assignments/lang")
    toml = tmp_path / "assignments/lang/sheet.toml"
    toml.write_text(TOML.replace('"kurz"', '"lang"'))
    assert set(templates(Course(tmp_path))) == {"kurz", "lang"}


def test_a_cell_that_stands_in_two_places_tells_no_place():
    twice = [md("### Antwort 1b\n\nx"), md("*hier*"), md("### Aufgabe 1c"), md("*hier*")]
    template = Template.of(SHEET, [edited(dict(enumerate(twice, 5)))])
    assert "*hier*" in template.cells
    assert "*hier*" not in template.places
    assert template.has(PUBLISHED[0])
