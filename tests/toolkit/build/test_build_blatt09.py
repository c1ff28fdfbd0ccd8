"""The published notebooks of Blatt 9, as a student meets them."""

import ast
import io
import json
import sys
import tomllib
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from autograder.build import build_notebooks, reference_notebook, stale
from autograder.build.master import read_master
from autograder.sheet import Course

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


def test_the_published_notebooks_are_fresh():
    assert stale(COURSE, SHEET) == []
    assert set(build_notebooks(COURSE, SHEET)) == set(PUBLISHED.values())


@both_languages
def test_no_solution_line_of_the_master_stands_in_the_student_notebook(language):
    secret, marked = set(), False
    for cell in read_master(COURSE.reference("blatt09") / "master.py"):
        for line in cell.source.splitlines():
            marker = line.strip() in ("# END LÖSUNG", "<!-- END LÖSUNG -->")
            marked = marked and not marker
            if marked or "loesung" in cell.tags:
                secret.add(line.strip())
            marked |= line.strip() in ("# BEGIN LÖSUNG", "<!-- BEGIN LÖSUNG -->")
    secret -= {"", "$$"}  # a bare formula delimiter gives nothing away
    assert len(secret) > 60
    shown = {
        line.strip()
        for cell in cells(PUBLISHED[language].read_text("utf-8"))
        for line in source(cell).splitlines()
    }
    assert shown & secret == set()


@both_languages
def test_every_part_has_its_answer_cell_with_the_signature_of_the_sheet(language):
    tagged = {}
    for cell in cells(PUBLISHED[language].read_text("utf-8")):
        for tag in cell["metadata"].get("tags", ()):
            tagged.setdefault(tag, []).append(cell)
    for task in SHEET.tasks:
        found = {}
        for cell in tagged[f"antwort-{task.id}"]:
            assert (cell["cell_type"] == "markdown") is (task.kind == "text")
            if cell["cell_type"] == "code":
                for node in ast.parse(source(cell)).body:
                    found[node.name] = tuple(argument.arg for argument in node.args.args)
        assert found == {answer.name: answer.arguments for answer in task.answers}
        assert (f"rechenweg-{task.id}" in tagged) is task.working


@both_languages
def test_every_part_is_headed_by_its_id_and_points(language):
    word = {"de": "Aufgabe", "en": "Task"}[language]
    text = "\n".join(source(cell) for cell in cells(PUBLISHED[language].read_text("utf-8")))
    for task in SHEET.tasks:
        assert f"### {word} {task.id} ({task.points:g} P)\n" in text


@both_languages
def test_every_accepted_name_is_told(language):
    text = PUBLISHED[language].read_text("utf-8")
    for task in SHEET.tasks:
        for answer in task.answers:
            assert all(name in text for name in answer.names)


@both_languages
def test_the_stamp_stands_in_the_metadata_and_in_the_first_cell(language):
    text = PUBLISHED[language].read_text("utf-8")
    assert json.loads(text)["metadata"]["autograder"] == {
        "sheet": "blatt09",
        "version": SHEET.version,
    }
    first = source(cells(text)[0])
    assert SHEET.marker in first
    assert SHEET.version in first


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


def test_every_part_has_a_rubric_in_both_languages_whose_criteria_give_its_points():
    rubrics = tomllib.loads((COURSE.reference("blatt09") / "rubrics.toml").read_text("utf-8"))
    assert [part["id"] for part in rubrics["parts"]] == [task.id for task in SHEET.tasks]
    for task, part in zip(SHEET.tasks, rubrics["parts"], strict=True):
        if task.kind == "auto":
            sentences = [part["look"]]
        else:
            assert sum(criterion["points"] for criterion in part["criteria"]) == task.points
            sentences = [*part["criteria"], *part["full"], *part["half"], *part["none"]]
            sentences.append(part["follow_up"])
        assert all(sentence["de"] and sentence["en"] for sentence in sentences)
