"""The first cell carries the tests; a published one keeps what students already have."""

import json
import subprocess
import sys

import pytest

from autograder.build import build_notebooks, stale
from autograder.public import cell, package
from autograder.public.cell import first_cell, last_cell, published_files
from autograder.public.table import public_table
from autograder.public.testfiles import public_files


@pytest.fixture
def table(course):
    return public_table(course, course.load("mini"))


def text_of(course, name="mini.ipynb"):
    return (course.assignment("mini") / name).read_text("utf-8")


def newer_code(monkeypatch):
    """The package as if somebody had changed a module of it."""
    files = {**package.package_files(), "selbsttest/errors.py": "# changed\n"}
    monkeypatch.setattr("autograder.public.testfiles.package_files", lambda: files)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_cell_unpacks_exactly_the_public_files(table, language):
    source = first_cell(table, language)
    assert published_files(json.dumps(source)) == public_files(table, language)
    assert source.isascii() or "ü" in source.splitlines()[0]
    assert sum(len(line) > 100 for line in source.splitlines()) == 1


def test_it_is_folded_away_and_tagged(course):
    cells = {one["id"]: one for one in json.loads(text_of(course))["cells"]}
    metadata = cells["selbsttest"]["metadata"]
    assert metadata["jupyter"] == {"source_hidden": True}
    assert metadata["cellView"] == "form"
    assert "jupyter" not in cells["test-1a"]["metadata"]


def test_a_published_notebook_keeps_its_code_when_ours_changes(course, monkeypatch):
    newer_code(monkeypatch)
    sheet = course.load("mini")
    assert stale(course, sheet) == []


def test_a_published_cell_keeps_its_wording_when_ours_changes(course, monkeypatch):
    monkeypatch.setattr(cell, "_CODE", "# other code\n" + cell._CODE)
    assert stale(course, course.load("mini")) == []


def test_another_version_gets_the_new_code(course, monkeypatch):
    newer_code(monkeypatch)
    path = course.assignment("mini") / "sheet.toml"
    path.write_text(path.read_text("utf-8").replace("7.1", "7.2"), "utf-8")
    for text in build_notebooks(course, course.load("mini")).values():
        assert published_files(text)["selbsttest/errors.py"] == "# changed\n"


def test_another_hint_makes_the_notebooks_stale(course):
    path = course.assignment("mini") / "public.toml"
    path.write_text(path.read_text("utf-8").replace("Sehen Sie nach.", "Bitte ansehen."), "utf-8")
    assert len(stale(course, course.load("mini"))) == 2


def test_while_grading_the_cell_writes_nothing(table, tmp_path, monkeypatch):
    from autograder.inside.substitutes import install_modules

    for name in [name for name in sys.modules if name.partition(".")[0] in ("google", "otter")]:
        monkeypatch.delitem(sys.modules, name)
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    before = dict(sys.modules)
    names: dict[str, object] = {}
    install_modules()
    try:
        exec(first_cell(table, "de"), names)
    finally:
        sys.modules.clear()
        sys.modules.update(before)
    assert repr(names["grader"]) == "(nicht ausgeführt beim Bewerten)"
    assert list((tmp_path / "empty").iterdir()) == []


def test_the_last_cell_says_what_to_do_when_the_first_was_not_run(table, capsys):
    exec(last_cell(table, "de"), {})
    assert "Selbsttest einrichten" in capsys.readouterr().out


@pytest.mark.parametrize("notebook", ["", '_gepackt = "!!!"', '_gepackt = ""'])
def test_a_cut_cell_carries_nothing(notebook):
    assert published_files(notebook) == {}


def test_without_public_checks_the_cell_is_refused_with_the_remedy(course):
    from autograder.errors import UsageFault

    (course.assignment("mini") / "public.toml").unlink()
    with pytest.raises(UsageFault, match=r"public\.toml"):
        build_notebooks(course, course.load("mini"))


@pytest.mark.parametrize("make", [first_cell, last_cell])
@pytest.mark.parametrize("language", ["de", "en"])
def test_formatters_leave_our_cells_alone(table, make, language):
    """A cell that an editor reformats is no longer the published one."""
    source = make(table, language)
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "-"]
    run = subprocess.run(command, input=source, capture_output=True, text=True, timeout=60)
    assert run.stdout == source, run.stderr


def test_packing_the_same_files_gives_the_same_line():
    assert cell.packed({"b": "2", "a": "ä"}) == cell.packed({"a": "ä", "b": "2"})
