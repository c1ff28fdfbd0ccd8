"""What the last cell of a notebook does."""

import json
import sys
import types

import pytest

from autograder.selfcheck.start import hand_in


class Recorder:
    def __init__(self):
        self.calls = []

    def export(self, *arguments, **options):
        self.calls.append((arguments, options))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    folder = tmp_path / "Übung 9"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    monkeypatch.delitem(sys.modules, "google.colab", raising=False)
    return folder


def notebook(folder, name, sheet="mini"):
    content = {"cells": [], "metadata": {"autograder": {"sheet": sheet}}}
    (folder / name).write_text(json.dumps(content), "utf-8")


def test_the_only_notebook_of_the_sheet_is_the_running_one(folder):
    notebook(folder, "mein Blatt.ipynb")
    notebook(folder, "anderes.ipynb", sheet="blatt10")
    grader = Recorder()
    hand_in(grader, "mini", "de")
    assert grader.calls == [(("mein Blatt.ipynb",), {"pdf": False})]


def test_where_nobody_knows_nothing_is_exported_and_the_student_is_told(folder, capsys):
    notebook(folder, "a.ipynb")
    notebook(folder, "b.ipynb")
    grader = Recorder()
    hand_in(grader, "mini", "de")
    assert grader.calls == []
    assert 'grader.export("NAME.ipynb", pdf=False)' in capsys.readouterr().out


def test_in_colab_the_download_is_explained(folder, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "google.colab", types.ModuleType("google.colab"))
    notebook(folder, "mini.ipynb")
    grader = Recorder()
    hand_in(grader, "mini", "en")
    assert grader.calls == []
    assert "Download .ipynb" in capsys.readouterr().out
