import json

import pytest

from autograder.build import build_notebooks, reference_notebook, stale


def cells(text):
    return {cell["id"]: "".join(cell["source"]) for cell in json.loads(text)["cells"]}


def student_notebook(workshop, language="de"):
    name = {"de": "mini.ipynb", "en": "mini.en.ipynb"}[language]
    built = build_notebooks(workshop.course, workshop.sheet)
    return built[workshop.course.assignment("mini") / name]


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_solution_reaches_a_student_in_either_language(workshop, language):
    assert "geheim" not in student_notebook(workshop, language).lower()


def test_a_solution_becomes_a_placeholder_that_still_runs(workshop):
    german, english = (cells(student_notebook(workshop, language)) for language in ("de", "en"))
    assert german["antwort-1a"] == "def aufgabe_1a(x, y):\n    ...  # Ihre Lösung"
    assert english["antwort-1a"] == "def aufgabe_1a(x, y):\n    ...  # your solution"
    assert german["antwort-1b"] == "### Antwort 1b\n\n*Ihre Antwort*"
    assert english["antwort-1b"] == "### Answer 1b\n\n*Your answer*"


def test_the_notebook_is_stamped_with_sheet_and_version(workshop):
    text = student_notebook(workshop)
    assert json.loads(text)["metadata"]["autograder"] == {"sheet": "mini", "version": "7.1"}
    assert cells(text)["titel"] == "# Blatt `mini`, Version 7.1, 1,5 P"
    assert "1.5 P" in student_notebook(workshop, "en")


def test_building_twice_gives_the_same_bytes_and_stable_cell_ids(workshop):
    assert build_notebooks(workshop.course, workshop.sheet) == build_notebooks(
        workshop.course, workshop.sheet
    )
    assert list(cells(student_notebook(workshop))) == [
        "titel",
        "rechenweg-1a",
        "antwort-1a",
        "antwort-1b",
    ]


def test_building_writes_no_file(workshop):
    before = sorted(workshop.course.root.rglob("*"))
    build_notebooks(workshop.course, workshop.sheet)
    assert sorted(workshop.course.root.rglob("*")) == before


def test_without_a_translation_only_the_german_notebook_is_built(workshop):
    workshop.texts.unlink()
    assert [path.name for path in build_notebooks(workshop.course, workshop.sheet)] == [
        "mini.ipynb"
    ]


def test_an_outdated_or_missing_notebook_is_reported_as_stale(workshop):
    built = build_notebooks(workshop.course, workshop.sheet)
    assert stale(workshop.course, workshop.sheet) == list(built)
    for path, text in built.items():
        path.write_bytes(text.encode())
    assert stale(workshop.course, workshop.sheet) == []
    workshop.edit(workshop.texts, "### Working 1a", "### Your working 1a")
    assert [path.name for path in stale(workshop.course, workshop.sheet)] == ["mini.en.ipynb"]


def test_the_reference_keeps_every_solution_and_no_marker(workshop):
    text = reference_notebook(workshop.course, workshop.sheet)
    assert "LÖSUNG" not in text
    assert cells(text)["antwort-1a"].endswith("    geheim = x + y\n    return geheim")
    assert cells(text)["antwort-1b"] == "### Antwort 1b\n\nGeheimer Text"
    assert cells(text)["nur-hier"] == "zweite_geheime_loesung = 1"
