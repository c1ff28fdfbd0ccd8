"""The published notebook in real kernels: with otter-grader, without it, in a simulated Colab."""

import json
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest

nbclient = pytest.importorskip("nbclient", reason="the extra [check] is not installed")

ANSWERS = {
    "antwort-1a": "def aufgabe_1a(x, w):\n    return 3 * x",
    "antwort-1b": 'aufgabe_1b = r"n\\,\\sigma^2"',
}
COLAB = """\
import sys, types
for name in ("google", "google.colab"):
    sys.modules[name] = types.ModuleType(name)
type(get_ipython()).__module__ = "google.colab._shell"  # by this otter knows Colab
"""
WITHOUT_OTTER = "import sys\nsys.modules['otter'] = None"


def run(course, folder: Path, *before: str, answers=ANSWERS, name="mini.ipynb") -> dict[str, str]:
    """Cell id → everything it showed, of the notebook run from top to bottom in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    source = (course.assignment("mini") / "mini.ipynb").read_text("utf-8")
    (folder / name).write_text(source, "utf-8")
    notebook = nbformat.reads(source, as_version=4)
    for cell in notebook.cells:
        cell.source = answers.get(cell.id, cell.source)
    notebook.cells = [*(nbformat.v4.new_code_cell(one) for one in before), *notebook.cells]
    nbclient.NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=120,
        resources={"metadata": {"path": str(folder)}},
        extra_arguments=["--log-level=ERROR"],
    ).execute()
    return {cell.id: _shown(cell) for cell in notebook.cells if cell.cell_type == "code"}


def _shown(cell) -> str:
    told = []
    for output in cell.outputs:
        assert output.output_type != "error", output
        told.append(output.get("text") or output.get("data", {}).get("text/plain", ""))
    return "\n".join(told)


@pytest.fixture(scope="module")
def with_otter(built_course, tmp_path_factory):
    """A folder with umlauts and spaces, and a notebook of another sheet in it."""
    pytest.importorskip("otter", reason="the extra [otter] is not installed")
    folder = tmp_path_factory.mktemp("kurs") / "Übung 9 – Größe"
    folder.mkdir()
    other = nbformat.v4.new_notebook(metadata={"autograder": {"sheet": "blatt10"}})
    nbformat.write(other, folder / "anderes Blatt.ipynb")
    return folder, run(built_course, folder)


def test_check_gives_the_hint_of_the_comparison_in_german(with_otter):
    _, shown = with_otter
    assert "1a Form message: Die Antwort hat die verlangte Form." in shown["test-1a"]
    assert "Hinweis: Sehen Sie nach." in shown["test-1a"]


def test_check_all_shows_every_part_and_ends_with_the_count(with_otter):
    _, shown = with_otter
    told = shown["alles"]
    assert "1b: Gelesen als: n*sigma**2" in told
    assert "Formtest: 2 von 2 Antworten gefunden. Das ist keine Bewertung." in told
    assert [line for line in told.splitlines() if "results:" in line][-1].startswith("formtest")


def test_a_notebook_may_change_its_folder(with_otter):
    _, shown = with_otter
    assert "1b: Gelesen als: n*sigma**2" in shown["test-1b"]


def test_the_export_holds_the_notebook_and_nothing_is_called_handed_in(with_otter):
    folder, shown = with_otter
    (exported,) = folder.glob("mini_*.zip")
    assert "mini.ipynb" in zipfile.ZipFile(exported).namelist()
    assert "Abgegeben ist damit noch nichts." in shown["abgabe-code"]


def test_the_tests_stand_where_they_disturb_no_other_sheet(with_otter):
    folder, _ = with_otter
    assert [path.name for path in (folder / "tests").iterdir()] == ["mini_public"]
    names = {path.name for path in (folder / "tests" / "mini_public").iterdir()}
    assert names == {"1a.py", "1b.py", "formtest.py", "public.json", "selbsttest"}


def test_a_notebook_alone_in_colab_checks_itself_and_says_how_to_download(built_course, tmp_path):
    pytest.importorskip("otter", reason="the extra [otter] is not installed")
    shown = run(built_course, tmp_path / "content", COLAB, answers={})
    assert "„aufgabe_1a“ gibt noch nichts zurück" in shown["test-1a"]
    assert "Formtest: 0 von 2 Antworten gefunden. Das ist keine Bewertung." in shown["alles"]
    assert "Herunterladen" in shown["abgabe-code"]
    assert list(tmp_path.rglob("*.zip")) == []


def test_without_otter_the_same_checks_run(built_course, tmp_path):
    shown = run(built_course, tmp_path, WITHOUT_OTTER, name="mini (1).ipynb")
    assert "   Gelesen als: n*sigma**2" in shown["test-1b"].splitlines()
    assert shown["test-1a"].splitlines() == ["1a: gefunden, mit Hinweis", "   Sehen Sie nach."]
    assert shown["alles"].splitlines()[-1] == (
        "Formtest: 2 von 2 Antworten gefunden. Das ist keine Bewertung."
    )
    assert "geben Sie die .ipynb-Datei ab" in shown["abgabe-code"]


def test_otters_own_reader_takes_the_files_on_every_machine(built_course):
    """otter opens test files in the encoding of the machine: only ASCII is safe."""
    from autograder.public.table import public_table
    from autograder.public.testfiles import public_files

    files = public_files(public_table(built_course, built_course.load("mini")), "de")
    tests = {name: text for name, text in files.items() if "/" not in name and name[-3:] == ".py"}
    assert len(tests) == 3
    assert all(text.isascii() for text in tests.values())
    assert "„" in json.loads(files["public.json"])["parts"][0]["answers"][0]["hint"]["de"]
    assert sys.modules.get("selbsttest") is None
