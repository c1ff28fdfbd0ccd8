import pytest

from autograder.build import build_notebooks
from autograder.build.values import sheet_values
from autograder.errors import UsageFault


def test_points_are_written_as_the_language_writes_numbers(workshop):
    assert sheet_values(workshop.sheet, "de")["1a"] == "1,5"
    assert sheet_values(workshop.sheet, "en")["1a"] == "1.5"
    assert sheet_values(workshop.sheet, "de")["version"] == "7.1"


def test_limits_are_given_in_seconds(workshop):
    assert sheet_values(workshop.sheet, "de")["cell_seconds"] == "20"


def test_an_unknown_value_is_named_with_what_is_known(workshop):
    workshop.edit(workshop.master, "{{ 1a }}", "{{ 9z }}")
    with pytest.raises(UsageFault, match=r"'titel' asks for \{\{ 9z \}\}.*Known are: sheet"):
        build_notebooks(workshop.course, workshop.sheet)


def test_braces_of_latex_are_left_alone(workshop):
    workshop.edit(workshop.master, "{{ version }}", "$x^{{n}}$ {{ version }}")
    (german, _) = build_notebooks(workshop.course, workshop.sheet).values()
    assert "$x^{{n}}$ 7.1" in german


def test_shared_numbers_are_written_for_people_in_texts_and_for_python_in_code(workshop):
    toml = workshop.course.assignment("mini") / "sheet.toml"
    workshop.edit(toml, 'marker = "mini"', 'marker = "mini"\nvalues = { rate = 0.05, width = 32 }')
    workshop.edit(workshop.master, "{{ 1a }} P", "{{ 1a }} P, Rate {{ values.rate }}")
    workshop.edit(
        workshop.master,
        "def aufgabe_1a",
        "RATE, WIDTH = {{ values.rate }}, {{ values.width }}\n\n\ndef aufgabe_1a",
    )
    (german, _) = build_notebooks(workshop.course, workshop.sheet).values()
    assert "Rate 0,05" in german
    assert "RATE, WIDTH = 0.05, 32" in german
