"""The published notebooks of Blatt 9, as a student meets them."""

import io
import json
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from autograder.build import reference_notebook
from autograder.course.sheet import Course

COURSE = Course(Path(__file__).resolve().parents[3])
SHEET = COURSE.load("blatt09")
PUBLISHED = {
    "de": COURSE.assignment("blatt09") / "blatt09.ipynb",
    "en": COURSE.assignment("blatt09") / "blatt09.en.ipynb",
}
both_languages = pytest.mark.parametrize("language", ["de", "en"])


@pytest.fixture(autouse=True)
def anywhere_else(tmp_path, monkeypatch):
    """The notebook writes its public tests below the folder in which it runs."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setitem(sys.modules, "otter", None)
    yield
    for name in [name for name in sys.modules if name.partition(".")[0] == "selbsttest"]:
        del sys.modules[name]


def cells(text):
    return json.loads(text)["cells"]


def source(cell):
    return "".join(cell["source"])


def run(text):
    """All code cells, one after the other, in one plain namespace."""
    namespace = {"__name__": "__main__"}
    with redirect_stdout(io.StringIO()):
        for cell in cells(text):
            if cell["cell_type"] == "code":
                exec(compile(source(cell), cell["id"], "exec"), namespace)
    return namespace


@both_languages
@pytest.mark.parametrize("missing", [None, "sympy"])
def test_the_untouched_notebook_runs_from_top_to_bottom(language, missing, monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)
    if missing is not None:
        monkeypatch.setitem(sys.modules, missing, None)
    namespace = run(PUBLISHED[language].read_text("utf-8"))
    for task in SHEET.tasks:
        for answer in task.answers:
            assert namespace[answer.name](*answer.arguments) is None


def test_the_reference_notebook_answers_every_part():
    namespace = run(reference_notebook(COURSE, SHEET))
    assert namespace["aufgabe_2f"](3, 5, 2.0, 0.5) == 5.0
    assert namespace["aufgabe_2b"](3, 5, 2.0, 0.5) == 3.0
    mean, variance = namespace["aufgabe_3b"](3, 5, 2.0, 0.5)
    assert (mean, variance) == (0, 0.25)


@pytest.mark.parametrize("depth", [2, 4, 6])
def test_the_reference_derivatives_are_those_of_the_forward_passes(depth):
    """Central differences of the chain with and without shortcuts, both readings of 1c."""
    namespace = run(reference_notebook(COURSE, SHEET))
    np = namespace["np"]
    random = np.random.default_rng(depth)
    w, b = (np.append(np.nan, random.uniform(0.4, 1.2, depth)) for _ in range(2))
    x, sigma, dsigma = 0.7, namespace["probe_sigma"], namespace["probe_dsigma"]

    def joined_after(x, w, b, sigma):
        s, o = np.full(depth + 1, np.nan), np.full(depth + 1, np.nan)
        o[0] = x
        for i in range(1, depth + 1):
            s[i] = w[i] * o[i - 1] + b[i]
            o[i] = sigma(s[i]) + (o[i - 2] if i % 2 and i > 1 else 0)
        return s, o

    pairs = [
        ("aufgabe_1a", namespace["probe_kette"]),
        ("aufgabe_1d", namespace["aufgabe_1c"]),
        ("aufgabe_1d_nachher", joined_after),
    ]
    for name, forward in pairs:
        step = np.zeros(depth + 1)
        step[1] = 1e-6
        difference = forward(x, w + step, b, sigma)[1][-1] - forward(x, w - step, b, sigma)[1][-1]
        formula = namespace[name](x, w, b, *forward(x, w, b, sigma), sigma, dsigma)
        assert formula == pytest.approx(difference / 2e-6, rel=1e-4), name
