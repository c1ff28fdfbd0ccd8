"""Notebooks made in memory from the reference and a file of the bank."""

import json

import pytest
from selftest_course import COURSE, SHEET, bank_file

from autograder.errors import UsageFault
from autograder.selftest.assemble import workshop


@pytest.fixture(scope="module")
def shop():
    return workshop(COURSE, SHEET)


def cells_of(notebook: str) -> dict[str, dict]:
    return {cell["id"]: cell for cell in json.loads(notebook)["cells"]}


def source_of(cell: dict) -> str:
    return "".join(cell["source"])


def test_the_reference_is_as_a_student_would_hand_it_in(shop):
    cells = cells_of(shop.notebooks([])[0])
    assert "return x" not in source_of(cells["antwort-1a"])
    assert "hinweise" not in cells
    assert cells["antwort-1a"]["metadata"]["tags"] == ["antwort-1a"]


def test_one_answer_is_replaced_and_nothing_else(shop, tmp_path):
    file = bank_file(tmp_path, "variants", "2b_new.py", "# Shows.\naufgabe_2b = 'neu'\n")
    changed, plain = cells_of(shop.notebooks([file])[0]), cells_of(shop.notebooks([])[0])
    differing = [key for key in plain if plain[key] != changed.get(key)]
    assert differing == ["antwort-2b"]
    assert source_of(changed["antwort-2b"]) == "aufgabe_2b = 'neu'"


def test_a_markdown_answer_takes_the_place_of_the_code_cell(shop, tmp_path):
    text = "<!--\nShows.\n-->\n### Antwort 2b\n\n$$1$$\n"
    file = bank_file(tmp_path, "variants", "2b_md.md", text)
    cell = cells_of(shop.notebooks([file])[0])["antwort-2b"]
    assert cell["cell_type"] == "markdown"


def test_an_answer_to_a_part_of_two_cells_replaces_both(shop, tmp_path):
    file = bank_file(tmp_path, "variants", "3c_both.py", "# Shows.\npass\n")
    cells = cells_of(shop.notebooks([file])[0])
    assert source_of(cells["antwort-3c"]) == "pass"
    assert "antwort-3c-stichprobe" not in cells


def test_or_only_the_one_that_it_names(shop, tmp_path):
    text = '# Shows.\n# /// bank\n# cells = ["antwort-3c-stichprobe"]\n# ///\npass\n'
    cells = cells_of(shop.notebooks([bank_file(tmp_path, "variants", "3c_sampler.py", text)])[0])
    assert source_of(cells["antwort-3c-stichprobe"]) == "pass"
    assert "def aufgabe_3c" in source_of(cells["antwort-3c"])


def test_a_whole_notebook_replaces_adds_and_deletes_cells(shop, tmp_path):
    text = (
        "# Shows.\n# %% antwort-1a\nx = 1\n"
        '# %% eigene after="antwort-1a"\ny = 2\n'
        "# %% aufgabe-1b [markdown] deleted=true\n"
    )
    notebook = shop.notebooks([bank_file(tmp_path, "whole", "case.py", text)])[0]
    cells = cells_of(notebook)
    assert source_of(cells["antwort-1a"]) == "x = 1"
    assert "aufgabe-1b" not in cells
    order = list(cells)
    assert order.index("eigene") == order.index("antwort-1a") + 1


def test_a_submission_in_two_notebooks_answers_each_exercise_once(shop, tmp_path):
    text = '# Shows.\n# /// bank\n# split = ["1", "2 3"]\n# ///\n# %% antwort-1a\nx = 1\n'
    file = bank_file(tmp_path, "whole", "two.py", text)
    first, second = map(cells_of, shop.notebooks([file]))
    assert source_of(first["antwort-1a"]) == "x = 1"
    assert "Ihre Lösung" in source_of(second["antwort-1a"])
    assert "Ihre Lösung" in source_of(first["antwort-2b"])
    assert "gamma**2" in source_of(second["antwort-2b"])


def test_a_cell_that_the_master_does_not_have_is_named(shop, tmp_path):
    file = bank_file(tmp_path, "whole", "case.py", "# Shows.\n# %% antwort-9z\nx = 1\n")
    with pytest.raises(UsageFault, match=r"whole/case changes the cell 'antwort-9z'"):
        shop.notebooks([file])
