import pytest

from autograder.build import build_notebooks
from autograder.build.texts import read_texts
from autograder.errors import UsageFault


def build(workshop):
    return build_notebooks(workshop.course, workshop.sheet)


def test_sections_are_read_by_key_and_the_note_to_authors_is_left_out(workshop):
    texts = read_texts(workshop.texts)
    assert list(texts) == ["titel", "rechenweg-1a", "antwort-1b"]
    assert texts["antwort-1b"] == "### Answer 1b\n\n*Your answer*"


def test_an_untranslated_cell_is_named(workshop):
    workshop.edit(workshop.texts, "<!-- cell: antwort-1b -->", "")
    with pytest.raises(UsageFault, match=r"missing cells \['antwort-1b'\]"):
        build(workshop)


def test_a_translation_of_a_cell_that_is_gone_is_named(workshop):
    workshop.edit(workshop.texts, "cell: antwort-1b", "cell: antwort-9z")
    with pytest.raises(UsageFault, match=r"unknown cells \['antwort-9z'\]"):
        build(workshop)


def test_a_cell_translated_twice_is_refused(workshop):
    workshop.edit(workshop.texts, "cell: antwort-1b", "cell: titel")
    with pytest.raises(UsageFault, match="'titel' is translated twice"):
        build(workshop)


def test_the_solution_cells_cannot_be_translated_into_a_student_notebook(workshop):
    workshop.edit(workshop.texts, "cell: antwort-1b", "cell: nur-hier")
    with pytest.raises(UsageFault, match=r"unknown cells \['nur-hier'\]"):
        build(workshop)


def test_a_code_cell_is_translated_by_a_fenced_block(workshop):
    with workshop.texts.open("a", encoding="utf-8") as file:
        file.write("\n<!-- cell: antwort-1a -->\n```python\ndef aufgabe_1a(x, y):\n    pass\n```\n")
    assert any("    pass" in text for text in build(workshop).values())


def test_a_code_cell_translated_as_prose_is_refused(workshop):
    with workshop.texts.open("a", encoding="utf-8") as file:
        file.write("\n<!-- cell: antwort-1a -->\nNow a function.\n")
    with pytest.raises(UsageFault, match="'antwort-1a' is code"):
        build(workshop)
