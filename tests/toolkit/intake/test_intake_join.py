from dataclasses import replace

from intake_files import PUBLISHED, SHEET, TEMPLATE, code, edited, german, md

from autograder.intake.contract import Submission
from autograder.intake.join import NOTEBOOKS, join
from autograder.intake.parts import locate
from autograder.records.model import Status

ONE = code("def aufgabe_1a(x):\n    return x")
OTHER = code("def aufgabe_1a(x):\n    return 2 * x")
TEXT = md("### Antwort 1b\n\nWeil.")


def joined(*notebooks):
    named = tuple(
        replace(one, name=f"{name}.ipynb") for name, one in zip("abcd", notebooks, strict=False)
    )
    return join(Submission("anna", ("anna",), named), SHEET, TEMPLATE)


def namespace(notebook):
    """What is defined in the end."""
    names: dict[str, object] = {}
    for cell in notebook.cells:
        if cell.kind == "code":
            exec(cell.source, names)
    return names


def test_one_notebook_stays_as_it_is():
    assert joined(edited({4: ONE})).notebooks[0].cells == edited({4: ONE}).cells


def test_identical_copies_count_once():
    submission = joined(edited({4: ONE}), edited({4: ONE}))
    assert len(submission.notebooks) == 1
    assert (submission.notes, submission.problem) == ((), None)


def test_an_untouched_copy_beside_the_answer_does_not_count():
    submission = joined(edited(), edited({4: ONE}))
    assert [one.name for one in submission.notebooks] == ["b.ipynb"]
    assert [one.name for one in joined(edited(), edited(dropped=(16,))).notebooks] == ["a.ipynb"]


def test_disjoint_answers_are_joined_and_no_stub_replaces_an_answer():
    for pair in (({4: ONE}, {6: TEXT}), ({6: TEXT}, {4: ONE})):
        submission = joined(edited(pair[0]), edited(pair[1]))
        (notebook,) = submission.notebooks
        assert submission.problem is None
        assert "„a.ipynb“, „b.ipynb“" in german(submission)
        parts = locate(notebook, SHEET, TEMPLATE)
        assert {name for name, part in parts.items() if part.touched} == {"1a", "1b"}
        assert namespace(notebook)["aufgabe_1a"](3) == 3


def test_a_stub_does_not_hide_an_answer_under_its_second_name():
    own = code("def ableitung_w1(x):\n    return x")
    (notebook,) = joined(edited({4: own}), edited({6: TEXT})).notebooks
    assert "aufgabe_1a" not in namespace(notebook)


def test_different_answers_to_the_same_part_are_for_a_tutor():
    submission = joined(edited({4: ONE, 6: TEXT}), edited({4: OTHER}))
    status, line = submission.problem
    assert status is Status.LOOK
    assert "„a.ipynb“, „b.ipynb“" in line.de
    assert "(1a)" in line.de
    assert len(submission.notebooks) == 2


def test_the_same_answer_in_both_does_not_contradict():
    submission = joined(edited({4: ONE}), edited({4: ONE, 6: TEXT}))
    assert submission.problem is None
    assert len(submission.notebooks) == 1


def test_three_notebooks_with_disjoint_answers_are_one():
    third = code("def aufgabe_1c(x):\n    return x")
    submission = joined(edited({4: ONE}), edited({6: TEXT}), edited({8: third}))
    names = namespace(submission.notebooks[0])
    assert names["aufgabe_1a"](1) == names["aufgabe_1c"](1) == 1


def test_very_many_notebooks_are_for_a_tutor():
    many = tuple(
        replace(edited({4: code(f"aufgabe_1a = {n}")}), name=str(n)) for n in range(NOTEBOOKS + 1)
    )
    submission = join(Submission("anna", ("anna",), many), SHEET, TEMPLATE)
    assert submission.problem[0] is Status.LOOK


def test_a_problem_is_not_joined_away():
    problem = (Status.UNREADABLE, SHEET.title.text)
    assert join(Submission("a", ("a",), problem=problem), SHEET, TEMPLATE).problem == problem
    assert PUBLISHED
