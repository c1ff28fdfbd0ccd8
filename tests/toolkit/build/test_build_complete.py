import pytest

from autograder.build import build_notebooks
from autograder.errors import UsageFault


def build(workshop):
    return build_notebooks(workshop.course, workshop.sheet)


def test_a_part_without_an_answer_cell_is_named(workshop):
    workshop.edit(workshop.master, 'tags=["antwort-1b"]', "")
    with pytest.raises(UsageFault, match=r"Part 1b of mini: .* the tag 'antwort-1b'"):
        build(workshop)


def test_a_calculation_without_a_cell_for_the_working_is_named(workshop):
    workshop.edit(workshop.master, 'tags=["rechenweg-1a"]', "")
    with pytest.raises(UsageFault, match=r"Part 1a of mini: .* the tag 'rechenweg-1a'"):
        build(workshop)


@pytest.mark.parametrize(
    "stub", ["def aufgabe_1a(y, x):", "def aufgabe_1a(x):", "def aufgabe_la(x, y):"]
)
def test_a_stub_that_differs_from_the_sheet_is_shown_beside_what_was_expected(workshop, stub):
    workshop.edit(workshop.master, "def aufgabe_1a(x, y):", stub)
    with pytest.raises(UsageFault, match=r"define aufgabe_.*expected was aufgabe_1a\(x, y\)"):
        build(workshop)


def test_a_stub_that_is_no_python_is_named(workshop):
    workshop.edit(workshop.master, "def aufgabe_1a(x, y):", "def aufgabe_1a(x, y:")
    with pytest.raises(UsageFault, match=r"cell 'antwort-1a' is not valid Python"):
        build(workshop)


def test_a_sheet_that_does_not_show_its_marker_is_refused(workshop):
    workshop.edit(workshop.master, "{{ sheet }}", "eins")
    with pytest.raises(UsageFault, match="No cell of mini shows the marker 'mini'"):
        build(workshop)
