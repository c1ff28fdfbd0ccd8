import pytest

from autograder.intake.identifiers import defined, meant, mentioned, squashed


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("def f(x, y=1):\n    z = 2", {"f", "z"}),
        ("async def f(): ...", {"f"}),
        ("class A: pass", {"A"}),
        ("a = b = 3", {"a", "b"}),
        ("a, (b, *c) = 1, (2, 3)", {"a", "b", "c"}),
        ("a: float = 3", {"a", "float"}),
        ("import numpy as np", {"np"}),
        ("print(x == 1)", set()),
        ("if a <= b: pass", set()),
        ("x", set()),
        ("=" * 1000, set()),
    ],
)
def test_names_that_a_cell_defines_are_found(source, names):
    assert names <= defined(source)
    assert defined(source) <= names | set(mentioned(source))


def test_a_call_defines_nothing():
    assert defined("print(aufgabe_1a(1, 2))") == set()


def test_case_underscores_and_umlauts_do_not_matter():
    assert squashed("Vorwärts_Skip") == squashed("vorwaertsskip")
    assert squashed("aufgabe_1a") in mentioned("# siehe Aufgabe_1A")


@pytest.mark.parametrize("name", ["aufgabe1aa", "afgabe1a", "aufgabne1a", "aufgebe1"])
def test_two_typos_are_near(name):
    assert meant(name, ["aufgabe1a"])


@pytest.mark.parametrize("name", ["x", "helfer", "aufgabeextra", ""])
def test_other_names_are_not_near(name):
    assert not meant(name, ["aufgabe1a"])


def test_short_names_have_no_near_ones():
    assert not meant("ab", ["abc"])
