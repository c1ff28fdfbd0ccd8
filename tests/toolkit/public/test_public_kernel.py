"""``autograder check`` on real notebooks, from the command line."""

import json
import subprocess
import sys
import textwrap
from pathlib import Path

import nbformat
import pytest

pytest.importorskip("nbclient", reason="the extra [check] is not installed")

ANSWERS = {
    "antwort-1a": "def aufgabe_1a(x, w):\n    print('Lärm')\n    return x",
    "antwort-1b": "# leer",
}


def notebook(course, path: Path, answers, more=()) -> Path:
    published = (course.assignment("mini") / "mini.ipynb").read_text("utf-8")
    made = nbformat.reads(published, as_version=4)
    for cell in made.cells:
        cell.source = answers.get(cell.id, cell.source)
    made.cells += list(more)
    path.write_text(nbformat.writes(made), "utf-8")
    return path


def check(*arguments, folder: Path, code="") -> subprocess.CompletedProcess:
    """The command in a process of its own, after ``code``."""
    script = f"{code}\nfrom autograder.cli import main\nraise SystemExit(main())"
    command = [sys.executable, "-c", script, "check", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=180)


def test_all_found_is_exit_code_0_and_needs_no_course(built_course, tmp_path):
    written = nbformat.v4.new_markdown_cell("### Antwort 1b\n$$ V = n\\,\\sigma^2 $$")
    path = notebook(built_course, tmp_path / "mein Blatt.ipynb", ANSWERS, [written])
    run = check(path, folder=tmp_path)
    assert run.returncode == 0, run.stdout + run.stderr
    told = run.stdout.splitlines()
    assert "ungeschützt" in told[0]
    assert "   Gelesen als: n*sigma**2" in told
    assert told[-1] == "Formtest: 2 von 2 Antworten gefunden. Das ist keine Bewertung."
    left = {one.name for one in tmp_path.iterdir()}
    assert left == {path.name, "daten"}  # nothing of ours; the notebook itself made the folder


def test_broken_and_endless_cells_cost_only_themselves(built_course, tmp_path):
    endless = nbformat.v4.new_code_cell("while True: pass")
    own = nbformat.v4.new_code_cell("grader.check('1a')\n!true\nraise ValueError('ups')")
    path = notebook(built_course, tmp_path / "x.ipynb", ANSWERS, [endless, own])
    run = check(path, "--seconds", 2, "--lang", "en", folder=tmp_path)
    assert run.returncode == 1, run.stdout + run.stderr
    assert "stops with KeyboardInterrupt" in run.stdout
    assert "stops with ValueError: ups" in run.stdout
    assert "1a: found\n" in run.stdout
    assert 'There is no "aufgabe_1b"' in run.stdout
    assert run.stdout.splitlines()[-1] == "Form test: 1 of 2 answers found. This is no mark."


def test_a_kernel_that_dies_is_told(built_course, tmp_path):
    dying = nbformat.v4.new_code_cell("import os\nos._exit(1)")
    path = notebook(built_course, tmp_path / "x.ipynb", ANSWERS, [dying])
    run = check(path, folder=tmp_path)
    assert run.returncode == 1
    assert "abgestürzt" in run.stdout
    assert "Formtest" not in run.stdout


@pytest.mark.parametrize("content", [None, "{", "[]", '{"metadata": {}, "cells": []}'])
def test_what_is_no_notebook_of_a_sheet_is_wrong_use(tmp_path, content):
    from autograder.cli import main

    path = tmp_path / "x.ipynb"
    if content is not None:
        path.write_text(content)
    assert main(["check", str(path)]) == 2


PORTABLE = """\
import sys
LINUX = {"resource", "fcntl", "pwd", "grp", "termios", "pty", "tty", "ctypes", "_ctypes"}


class OnlyPortable:
    '''Refuses what Windows lacks (and ctypes) to this package, not to the standard library.'''

    def find_spec(self, name, path=None, target=None):
        frame = sys._getframe(1)
        while "importlib" in frame.f_code.co_filename:
            frame = frame.f_back
        asking = frame.f_globals.get("__name__", "")
        if name.partition(".")[0] in LINUX and asking.partition(".")[0] == "autograder":
            raise ImportError(f"{asking} imports {name}")


sys.meta_path.insert(0, OnlyPortable())
for name in LINUX & sys.modules.keys():
    del sys.modules[name]
import atexit
atexit.register(lambda: print("|".join(sorted(
    name for name in sys.modules if name.startswith("autograder."))), file=sys.stderr))
"""


def test_the_command_imports_nothing_that_other_systems_lack(built_course, tmp_path):
    path = notebook(built_course, tmp_path / "x.ipynb", ANSWERS)
    run = check(path, folder=tmp_path, code=PORTABLE)
    assert run.returncode == 1, run.stdout + run.stderr
    assert "1a: gefunden" in run.stdout
    loaded = run.stderr.splitlines()[-1].split("|")
    assert "autograder.public.kernel" in loaded
    rooms = {name.split(".")[1] for name in loaded}
    assert not rooms & {"sandbox", "engine", "pipeline", "checks", "intake", "store"}
    portable = {"binding", "substitutes", "sympy_walk"}  # these need the standard library only
    inside = {name.split(".")[2] for name in loaded if name.startswith("autograder.inside.")}
    assert inside <= portable


def test_the_finder_of_this_test_finds(tmp_path):
    code = textwrap.dedent("""
        import types
        module = types.ModuleType("autograder.probe")
        exec("import resource", module.__dict__)
    """)
    run = subprocess.run(
        [sys.executable, "-c", PORTABLE + code], capture_output=True, text=True, cwd=tmp_path
    )
    assert "autograder.probe imports resource" in run.stderr


def test_jupyter_missing_is_told_with_the_command(built_course, tmp_path, monkeypatch, capsys):
    from autograder.cli import main

    path = notebook(built_course, tmp_path / "x.ipynb", ANSWERS)
    monkeypatch.setitem(sys.modules, "nbclient", None)
    assert main(["check", str(path)]) == 2
    assert "notebook-autograder[check]" in capsys.readouterr().err.replace("\n", "")
    assert json.loads(path.read_text("utf-8"))["cells"]
