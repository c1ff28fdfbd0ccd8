"""The notebook of a sheet is known by its stamp, its Markdown answers by their headings."""

import json
import sys

import pytest

from autograder.selfcheck.finding import (
    running_notebook,
    saved_answers,
    stamped,
    written_answers,
)


def write(folder, name, *sources, sheet="mini"):
    cells = [{"cell_type": "markdown", "metadata": {}, "source": source} for source in sources]
    notebook = {"cells": cells, "metadata": {"autograder": {"sheet": sheet}}}
    (folder / name).write_text(json.dumps(notebook), "utf-8")
    return folder / name


def test_only_notebooks_of_the_sheet_are_found(tmp_path):
    mine = write(tmp_path, "meins.ipynb")
    write(tmp_path, "anderes.ipynb", sheet="blatt10")
    for name, content in [("kaputt.ipynb", b"{"), ("liste.ipynb", b"[]"), ("bild.ipynb", b"\xff")]:
        (tmp_path / name).write_bytes(content)
    (tmp_path / "keins.ipynb").write_text('{"metadata": {"autograder": 3}}')
    assert stamped(tmp_path, "mini") == [mine]


@pytest.mark.parametrize("heading", ["### Antwort 2b", "# Answer 2b", "###Antwort 2b\nText"])
def test_the_last_cell_with_the_heading_is_the_answer(tmp_path, heading):
    path = write(tmp_path, "x.ipynb", "### Antwort 2b\nalt", ["Vorspann"], [heading, "\nneu"])
    assert written_answers(path) == {"2b": f"{heading}\nneu"}


@pytest.fixture
def nobody_tells(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)


def test_of_two_copies_jupyter_says_which_one_runs(nobody_tells, tmp_path, monkeypatch):
    write(tmp_path, "mini.ipynb", "### Antwort 1a\nx")
    english = write(tmp_path, "mini.en.ipynb", "### Antwort 1b\nx")
    assert running_notebook("mini") is None
    monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / "mini.en.ipynb"))
    assert running_notebook("mini") == english
    assert set(saved_answers("mini")) == {"1b"}


def test_of_two_copies_vs_code_says_which_one_runs(nobody_tells, tmp_path, monkeypatch):
    write(tmp_path, "mini.ipynb")
    english = write(tmp_path, "mini.en.ipynb")
    monkeypatch.setattr(sys.modules["__main__"], "__vsc_ipynb_file__", str(english), raising=False)
    assert running_notebook("mini") == english


def test_a_notebook_of_another_sheet_is_not_the_running_one(nobody_tells, tmp_path, monkeypatch):
    mine = write(tmp_path, "mini.ipynb")
    write(tmp_path, "anderes.ipynb", sheet="blatt10")
    monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / "anderes.ipynb"))
    assert running_notebook("mini") == mine


def test_saved_answers_are_read_only_where_the_notebook_is_clear(nobody_tells, tmp_path):
    write(tmp_path, "a.ipynb", "### Antwort 1a\nx")
    assert set(saved_answers("mini")) == {"1a"}
    write(tmp_path, "b.ipynb")
    assert saved_answers("mini") == {}
