"""The final names of a notebook, and what the answers' names held before."""

import pytest

from autograder.inside.names import MAX_NAMES, MAX_VERSIONS, Namespace


def answer():
    return 1


def test_names_are_listed_with_their_kind():
    space = Namespace({"f": answer, "x": 1.5, "_hidden": 1, "In": [], "exit": 1, 5: 1}, ())
    assert space.listing() == {
        "f": [True, "builtins.function", 0],
        "x": [False, "builtins.float", 0],
    }


def test_earlier_values_of_an_answer_are_kept_and_counted():
    variables = {}
    space = Namespace(variables, ["f"])
    for value in (1.0, 2.0, 2.0, 3.0):
        variables["f"] = value
        space.remember()
    assert space.listing()["f"] == [False, "builtins.float", 2]
    assert [space.get("f", version) for version in (0, 1)] == [1.0, 2.0]
    assert space.get("f") == 3.0


def test_only_the_last_few_values_are_kept():
    variables = {}
    space = Namespace(variables, ["f"])
    for number in range(MAX_VERSIONS + 5):
        variables["f"] = [number]
        space.remember()
    assert space.listing()["f"][2] == MAX_VERSIONS - 1
    assert space.get("f", 0) == [5]


def test_a_deleted_answer_is_still_listed():
    variables = {"f": answer}
    space = Namespace(variables, ["f", "never"])
    space.remember()
    del variables["f"]
    assert space.listing() == {"f": [False, "", 1]}
    assert space.get("f", 0) is answer
    with pytest.raises(LookupError):
        space.get("f")
    with pytest.raises(LookupError):
        space.get("never", 0)


def test_thousands_of_imported_names_do_not_hide_the_answers():
    variables = {f"name{n}": n for n in range(MAX_NAMES + 10)}
    variables["aufgabe_1a"] = answer
    listing = Namespace(variables, ["aufgabe_1a"]).listing()
    assert listing["aufgabe_1a"][0]
    assert len(listing) == MAX_NAMES


def test_names_of_absurd_length_are_left_out():
    space = Namespace({"a" * 101: 1, "b" * 100: type("T" * 900, (), {})()}, ())
    ((name, (_, kind, _)),) = space.listing().items()
    assert name == "b" * 100
    assert len(kind) <= 100


def test_an_object_whose_type_refuses_to_be_asked_does_not_hide_the_other_names():
    class Meta(type):
        def __getattribute__(cls, name):
            raise SystemExit

    class Odd(metaclass=Meta):
        __module__ = 5

    space = Namespace({"odd": Odd(), "x": 1.5}, ())
    listing = space.listing()
    assert listing["x"] == [False, "builtins.float", 0]
    assert listing["odd"][1].endswith("Odd")


def test_a_type_without_a_module_is_listed():
    variables = {}
    exec('x = type("Nameless", (), {})()', variables)  # no __name__ here to take it from
    assert Namespace(variables, ()).listing()["x"] == [False, "?.Nameless", 0]
