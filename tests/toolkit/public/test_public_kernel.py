"""``autograder check`` on real notebooks, from the command line."""

import json
import os
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


def check(*arguments, folder: Path, code="", encoding="utf-8", **environment: str):
    """The command in a process of its own, after ``code``."""
    script = f"{code}\nfrom autograder.cli import main\nraise SystemExit(main())"
    return subprocess.run(
        [sys.executable, "-c", script, "check", *map(str, arguments)],
        env=os.environ | environment,
        cwd=folder,
        capture_output=True,
        encoding=encoding,
        timeout=180,
    )


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
import os, signal, socket
LINUX = {"resource", "fcntl", "pwd", "grp", "termios", "pty", "tty", "ctypes", "_ctypes"}
GONE = {
    os: ("fork", "getuid", "geteuid", "setsid", "killpg", "mkfifo", "pidfd_open", "chown"),
    signal: ("SIGALRM", "pidfd_send_signal", "setitimer", "alarm", "SIGCHLD", "SIGUSR1"),
    socket: ("AF_UNIX", "SCM_RIGHTS", "socketpair", "CMSG_SPACE"),
}


class OnlyPortable:
    '''Refuses what Windows lacks (and ctypes) to this package, not to the standard library.'''

    def find_spec(self, name, path=None, target=None):
        frame = sys._getframe(1)
        while "importlib" in frame.f_code.co_filename:
            frame = frame.f_back
        asking = frame.f_globals.get("__name__", "")
        if name.partition(".")[0] in LINUX and asking.partition(".")[0] == "autograder":
            raise ImportError(f"{asking} imports {name}")


class Portable:
    '''A module of the standard library as this package sees it elsewhere.'''

    def __init__(self, module, gone):
        self.__dict__.update(module=module, gone=gone)

    def __getattr__(self, name):
        asking = sys._getframe(1).f_globals.get("__name__", "")
        if name in self.gone and asking.partition(".")[0] == "autograder":
            raise AttributeError(f"{asking} uses {self.module.__name__}.{name}")
        return getattr(self.module, name)


for module, gone in GONE.items():
    sys.modules[module.__name__] = Portable(module, {*gone, "SIGKILL"})
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
    assert "1a: gefunden" in run.stdout, run.stderr
    loaded = run.stderr.splitlines()[-1].split("|")
    assert "autograder.public.kernel" in loaded
    rooms = {name.split(".")[1] for name in loaded}
    assert not rooms & {"sandbox", "engine", "pipeline", "checks", "intake", "store"}
    portable = {"binding", "substitutes", "sympy_walk"}  # these need the standard library only
    inside = {name.split(".")[2] for name in loaded if name.startswith("autograder.inside.")}
    assert inside <= portable


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("import resource", "imports resource"),
        ("import os; os.fork()", "uses os.fork"),
        ("from signal import SIGKILL", "uses signal.SIGKILL"),
    ],
)
def test_the_finder_of_this_test_finds(tmp_path, code, found):
    program = textwrap.dedent(f"""
        import types
        module = types.ModuleType("autograder.probe")
        exec({code!r}, module.__dict__)
    """)
    run = subprocess.run(
        [sys.executable, "-c", PORTABLE + program], capture_output=True, text=True, cwd=tmp_path
    )
    assert f"autograder.probe {found}" in run.stderr or "cannot import name" in run.stderr


WINDOWS = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
"""Files are not read as UTF-8 unless the program says so."""


def test_line_ends_encodings_and_paths_of_windows(built_course, tmp_path):
    folder = tmp_path / "Übung 9 – Größe"
    folder.mkdir()
    path = notebook(built_course, folder / "mein Blatt.ipynb", ANSWERS)
    noise = nbformat.v4.new_code_cell("raise ValueError('∂σ → 💥')")
    path = notebook(built_course, path, ANSWERS, [noise])
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    run = check(path, folder=folder, encoding="cp1252", PYTHONIOENCODING="cp1252", **WINDOWS)
    assert run.returncode == 1, run.stdout + run.stderr
    told = run.stdout.splitlines()
    assert "1a: gefunden" in told
    assert any(line.endswith("bricht ab mit ValueError: ?? ? ?") for line in told)
    assert told[-1] == "Formtest: 1 von 2 Antworten gefunden. Das ist keine Bewertung."


def test_jupyter_missing_is_told_with_the_command(built_course, tmp_path, monkeypatch, capsys):
    from autograder.cli import main

    path = notebook(built_course, tmp_path / "x.ipynb", ANSWERS)
    monkeypatch.setitem(sys.modules, "nbclient", None)
    assert main(["check", str(path)]) == 2
    assert "notebook-autograder[check]" in capsys.readouterr().err.replace("\n", "")
    assert json.loads(path.read_text("utf-8"))["cells"]
