"""What is shipped is this package's own source, and it needs the standard library only."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import autograder
from autograder.public.package import package_files

OURS = Path(autograder.__file__).parent
TRY = r"""
import sys
from selbsttest import gelesen
from selbsttest.i18n import text
gelesen("1b", r"n\,\sigma^2")
gelesen("1b", "fan_in", "en")
assert not [name for name in sys.modules if name.partition(".")[0] in ("autograder", "numpy")]
"""


@pytest.fixture(scope="module")
def files():
    return package_files()


def test_every_module_is_the_source_but_for_the_name_in_its_imports(files):
    for path, text in files.items():
        inner = path.removeprefix("selbsttest/")
        if path.endswith(".py") and not path.endswith("__init__.py"):
            own = (OURS / inner).read_text("utf-8")
            assert text.replace("from selbsttest.", "from autograder.") == own


def test_it_holds_no_trusted_side(files):
    rooms = {path.split("/")[1] for path in files if path.count("/") > 1}
    assert rooms == {"formulas", "inside", "selfcheck", "wire"}
    for name in ("judge", "compare", "hints", "evaluate", "returned"):
        assert f"selbsttest/formulas/{name}.py" not in files


def test_it_is_python_3_10(files):
    """The oldest Python that otter-grader 7 runs on."""
    for path, text in files.items():
        if path.endswith(".py"):
            ast.parse(text, path, feature_version=(3, 10))


def test_the_reader_runs_on_the_standard_library_alone(files, built_course, tmp_path):
    from autograder.public.table import public_table
    from autograder.public.testfiles import public_files

    table = public_table(built_course, built_course.load("mini"))
    for name, text in public_files(table, "de").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    command = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, '.')\n{TRY}"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert run.stderr == ""
    told = run.stdout.splitlines()
    assert told[0] == "Gelesen als: n*sigma**2"
    assert "does not belong to this task" in told[1]


def test_all_its_sentences_are_there_in_english(files):
    import json

    english = json.loads(files["selbsttest/english.json"])
    said = [
        node.args[0].value
        for path, text in files.items()
        if path.endswith(".py")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "text"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]
    assert len(said) > 40
    assert [sentence for sentence in said if sentence not in english] == []
