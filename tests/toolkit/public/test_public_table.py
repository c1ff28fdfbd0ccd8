"""``public.toml``: what an author gets wrong is named with the file and the remedy."""

import json

import pytest

from autograder.errors import UsageFault
from autograder.public.table import has_table, public_table


def edit(course, old, new):
    path = course.assignment("mini") / "public.toml"
    source = path.read_text("utf-8")
    assert old in source
    path.write_text(source.replace(old, new), "utf-8")


def table(course):
    return public_table(course, course.load("mini"))


def test_the_table_is_plain_data_with_everything_that_an_answer_needs(course):
    found = table(course)
    assert json.loads(json.dumps(found)) == found
    first, second = found["parts"]
    assert first["answers"][0]["names"] == ["aufgabe_1a"]
    assert first["answers"][0]["cases"] == [{"x": 2.0, "w": [1.0, 2.0]}]
    assert second["answers"][0]["cases"] == [{"n": 3, "sigma": 0.5}]
    assert second["answers"][0]["vocabulary"]["integers"] == ["n"]


def test_a_sheet_may_have_no_public_checks(course):
    (course.assignment("mini") / "public.toml").unlink()
    assert not has_table(course, course.load("mini"))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("schema = 1", "schema = 2", "schema is 2"),
        ('answer = "aufgabe_1a"', 'answer = "aufgabe_9z"', "aufgabe_9z"),
        ('inputs = "layer"', 'inputs = "leyer"', "[[inputs.leyer]]"),
        ('vocabulary = "layer"', 'vocabulary = "leyer"', "[vocabularies]"),
        ("sigma = 0.5", "tau = 0.5", "no input for sigma"),
        ('kind = "number"', 'kind = "nummer"', "nummer"),
        ('kind = "number"', 'kind = "array", shape = ["2 * n"]', "shape[0]"),
        ('kind = "number"', 'kind = "array", form = [2]', "form"),
        ('kind = "number"', 'kind = "array", shape = ["len(v)"]', "no argument v"),
        ('entry = "o"', 'entry = "s"', "compare.entry"),
        ('by = "w"', 'by = "v"', "no argument"),
        ("x = 2.0", "x = { arry = [2] }", "arry"),
        ("x = 2.0", "x = { array = [2], tensor = [2] }", "exactly one"),
        ("x = 2.0", "x = { array = [2], first = 1.0 }", "first"),
        ("x = 2.0", 'x = { function = "relu" }', "relu"),
        ("x = 2.0", 'x = { of = "f", with = { y = { arry = 1 } } }', "arry"),
        ('hint = { de = "Gefragt ist eine Formel.", en =', "hint = { de =", "hint"),
        ("[[checks]]", "[checks", "line"),
    ],
)
def test_a_mistake_is_named(course, old, new, words):
    edit(course, old, new)
    with pytest.raises(UsageFault) as caught:
        table(course)
    assert words in str(caught.value)
    assert "public.toml" in str(caught.value)
    assert "docs/sheet.md" in str(caught.value)
