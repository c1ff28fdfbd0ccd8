"""Cells run as in Jupyter, and what makes no sense while grading does no harm."""

import base64

import pytest


def texts(reply):
    return [one["text"] for one in reply["outputs"] if one["output_type"] == "stream"]


def results(reply):
    return [
        one["data"]["text/plain"]
        for one in reply["outputs"]
        if one["output_type"] in ("execute_result", "display_data")
    ]


def test_prints_results_and_displays_are_outputs(notebook):
    reply = notebook.cell("print('a')\ndisplay(1)\n'b' * 2")
    assert reply["ok"]
    assert [one["output_type"] for one in reply["outputs"]] == [
        "stream",
        "display_data",
        "execute_result",
    ]
    assert results(reply) == ["1", "'bb'"]
    assert results(notebook.cell("1;")) == []
    assert results(notebook.cell("_ + 'c'")) == ["'bbc'"]


def test_names_live_on_in_the_next_cell_and_in_main(notebook):
    notebook.cell("x = 1\nclass A: pass")
    assert results(notebook.cell("x, A.__module__, __name__")) == ["(1, '__main__', '__main__')"]


def test_magics_and_shell_commands_work(notebook):
    assert notebook.cell("%matplotlib inline\n%time 1")["ok"]
    assert notebook.cell("%%time\nx = 5")["ok"]
    assert texts(notebook.cell("!echo shell {x}")) == ["shell 5\n"]
    assert results(notebook.cell("out = !echo 1 2\nout")) == ["['1 2']"]
    assert notebook.cell("%%capture hidden\nprint(3)")["outputs"] == []
    assert results(notebook.cell("hidden.stdout")) == ["'3\\n'"]
    assert texts(notebook.cell("!exit 3\nprint(_exit_code)")) == ["3\n"]
    assert notebook.cell("%no_such_magic")["outputs"]


@pytest.mark.parametrize(
    "source",
    [
        "%pip install torch",
        "!pip install torch",
        "!python3 -m pip install torch",
        "!sudo apt-get install x",
        "%conda install x",
        "got = !pip list",
    ],
)
def test_nothing_is_installed_and_the_notebook_says_so(notebook, source):
    reply = notebook.cell(source)
    assert reply["ok"]
    assert "Nicht ausgeführt" in "".join(texts(reply))


def test_top_level_await_works_over_several_cells(notebook):
    assert notebook.cell("import asyncio\nawait asyncio.sleep(0)\nq = asyncio.Queue()")["ok"]
    assert results(notebook.cell("await q.put(7)\nawait q.get()")) == ["7"]


def test_an_error_is_reported_with_its_name_and_line_and_the_next_cell_runs(notebook):
    reply = notebook.cell("x = 1\n\n1 / 0\nx = 2")
    assert (reply["ok"], reply["error"], reply["line"]) == (False, "ZeroDivisionError", 3)
    assert reply["outputs"][-1]["ename"] == "ZeroDivisionError"
    assert results(notebook.cell("x")) == ["1"]


def test_the_line_is_that_of_the_cell_also_below_functions(notebook):
    notebook.cell("def f():\n    import json\n    json.loads('{')")
    assert notebook.cell("\nf()")["line"] == 3


def test_a_syntax_error_runs_nothing(notebook):
    reply = notebook.cell("y = 1\ndef broken(:\n    pass")
    assert (reply["ok"], reply["error"], reply["line"]) == (False, "SyntaxError", 2)
    assert not notebook.cell("y")["ok"]


@pytest.mark.parametrize(
    "source", ["class Odd(Exception):\n    def __str__(self): 1/0\nraise Odd()", "raise ValueError"]
)
def test_errors_that_cannot_be_printed_are_errors_too(notebook, source):
    assert not notebook.cell(source)["ok"]
    assert results(notebook.cell("1 + 1")) == ["2"]


@pytest.mark.parametrize("source", ["import sys\nsys.exit(3)", "raise SystemExit", "quit()\n1/0"])
def test_leaving_does_not_end_the_notebook(notebook, source):
    assert not notebook.cell(source)["ok"]
    assert results(notebook.cell("'alive'")) == ["'alive'"]


def test_nobody_answers_questions(notebook):
    assert notebook.cell("input('Name: ')")["error"] == "EOFError"
    assert notebook.cell("import getpass\ngetpass.getpass()")["error"] == "EOFError"
    assert notebook.cell("import sys\nsys.stdin.read()")["ok"]


def test_plots_are_pictures(notebook):
    reply = notebook.cell("import matplotlib.pyplot as plt\nplt.plot([1, 2]);")
    (picture,) = (one for one in reply["outputs"] if "image/png" in one.get("data", {}))
    assert base64.b64decode(picture["data"]["image/png"]).startswith(b"\x89PNG")
    shown = notebook.cell("fig, ax = plt.subplots()\nplt.show()\nprint('after')")
    assert [one["output_type"] for one in shown["outputs"]] == ["display_data", "stream"]


def test_a_cell_is_cut_before_a_statement(notebook):
    source = "a = 1\nb = 2\nc = 3"
    reply = notebook.cell(source, stop_before=1)
    assert (reply["cut"], reply["ok"]) == (True, False)
    assert results(notebook.cell("a, 'b' in globals(), 'c' in globals()")) == ["(1, False, False)"]
    assert not notebook.cell(source, stop_before=3)["cut"]


def test_the_other_side_hears_which_statement_was_begun(notebook):
    notebook.cell("a = 1\nb = 2\nfor i in range(3):\n    pass")
    assert notebook.peer.statement == 2


def test_an_interrupted_cell_keeps_what_it_had_defined(notebook):
    reply = notebook.cell("before = 1\nwhile True:\n    pass\nafter = 2", seconds=0.3)
    assert (reply["late"], reply["ok"], reply["error"]) == (True, False, "KeyboardInterrupt")
    assert notebook.peer.statement == 1
    assert results(notebook.cell("before, 'after' in globals()")) == ["(1, False)"]


@pytest.mark.parametrize("waiting", ["import time; time.sleep(60)", "!sleep 60", "await forever()"])
def test_a_cell_that_waits_is_interrupted(notebook, waiting):
    notebook.cell("import asyncio\nasync def forever(): await asyncio.sleep(60)")
    assert notebook.cell(waiting, seconds=0.3)["late"]
    assert results(notebook.cell("1 + 1")) == ["2"]
    assert results(notebook.cell("await asyncio.sleep(0, 'awake')")) == ["'awake'"]


def test_colab_and_otter_are_harmless_stand_ins(notebook):
    source = """
from google.colab import drive, files, output
drive.mount('/content/drive')
import otter
grader = otter.Notebook('blatt.ipynb')
grader.check('q1')
grader.check_all()
grader.export(pdf=False)
"""
    assert notebook.cell(source)["ok"]
    assert results(notebook.cell("grader.check('q1')")) == ["(nicht ausgeführt beim Bewerten)"]
    assert notebook.cell("import google.colab.drive, google.colab")["ok"]
    assert not notebook.cell("import google.nothing_like_it")["ok"]


def test_output_floods_are_cut_and_the_notebook_goes_on(notebook):
    for flood in (
        "for i in range(200_000): print('x' * 50)",
        "print('😀' * 300_000)",
        "for i in range(10_000): display(i)",
        "import os\nfor i in range(300): os.write(1, b'y' * 1000)",
        "from IPython.display import display\nfor i in range(9000): display({}, raw=True)",
    ):
        reply = notebook.cell(flood)
        size = sum(len(one.get("text", "").encode()) for one in reply["outputs"])
        assert size <= 101_000
        assert len(reply["outputs"]) <= 2_000
    assert results(notebook.cell("1")) == ["1"]


def test_raw_writes_and_subprocesses_are_seen(notebook):
    assert notebook.says("import os\nos.write(1, b'raw'); os.write(2, b'err');") == "rawerr"
    assert "sub" in notebook.says("import subprocess\nsubprocess.run(['echo', 'sub']);")


def test_the_student_may_replace_everything_of_the_shell(notebook):
    notebook.cell("import sys, builtins\nsys.stdout = sys.stderr = None\nsys.displayhook = None")
    notebook.cell("builtins.print = None\nget_ipython().run_code = None")
    notebook.cell("del sys.modules['__main__']")
    assert notebook.peer.names(5) is not None
