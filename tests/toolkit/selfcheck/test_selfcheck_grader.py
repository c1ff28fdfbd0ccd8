"""The stand-in for otter, the test cases for otter, and the reader, on one tiny table."""

import json

import pytest

from autograder.errors import UsageFault
from autograder.selfcheck.cases import Hinweis
from autograder.selfcheck.cases import Tests as PublicTests
from autograder.selfcheck.grader import Grader
from autograder.selfcheck.reader import show
from autograder.selfcheck.table import NAME

HINT = {"de": "Bitte eine Zahl.", "en": "A number, please."}
TABLE = {
    "sheet": "mini",
    "parts": [
        {
            "task": task,
            "answers": [
                {
                    "names": [name],
                    "cases": [{"n": 3}],
                    "properties": [{"kind": "number"}],
                    "hint": HINT,
                    **more,
                }
            ],
        }
        for task, name, more in [
            ("1a", "aufgabe_1a", {}),
            ("1b", "aufgabe_1b", {"vocabulary": {"integers": ["n"]}}),
        ]
    ],
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / NAME).write_text(json.dumps(TABLE), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(folder, source, language="de"):
    """As in a notebook: ``grader`` sees the names of the cell that calls it."""
    exec(source, {"grader": Grader(folder, language)})


def test_check_shows_one_part_and_check_all_ends_with_the_count(folder, capsys):
    run(folder, "aufgabe_1b = 'n**2'\ngrader.check('1b')\ngrader.check_all()")
    told = capsys.readouterr().out.splitlines()
    assert told[:2] == ["1b: gefunden", "   Gelesen als: n**2"]
    assert told[-1] == "Formtest: 1 von 2 Antworten gefunden. Das ist keine Bewertung."


def test_an_unknown_part_names_the_known_ones(folder, capsys):
    run(folder, "grader.check('1c')", "en")
    assert "There are: 1a, 1b." in capsys.readouterr().out


def test_export_says_how_to_hand_in_without_a_zip(folder, capsys):
    run(folder, "grader.export(pdf=False)")
    assert ".ipynb-Datei ab" in capsys.readouterr().out


def test_otters_cases_raise_the_hint_and_print_the_reading(folder, capsys):
    tests = PublicTests("de", folder)
    names = {"aufgabe_1a": lambda n: "x", "aufgabe_1b": "n"}
    with pytest.raises(Hinweis, match="Bitte eine Zahl"):
        tests.form("1a", names)
    with pytest.raises(Hinweis, match="erst, wenn die Form"):
        tests.comparison("1a", names)
    tests.form("1b", names)
    assert capsys.readouterr().out == "1b: Gelesen als: n\n"
    with pytest.raises(Hinweis, match="1 von 2"):
        tests.count(names)
    tests.count({**names, "aufgabe_1a": lambda n: 1})
    assert "2 von 2" in capsys.readouterr().out


def test_the_reader_shows_any_formula_for_trying_out(folder, capsys):
    show(r"\frac{n}{2}", "1b", folder, "de")
    show("n +", "1b", folder, "de")
    show("n", "1a", folder, "de")
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "Gelesen als: n/2"
    assert told[2] == "In „1a“ ist keine Formel gefragt."


def test_without_its_table_the_remedy_is_told(tmp_path):
    with pytest.raises(UsageFault, match="first code cell"):
        Grader(tmp_path, "de")
