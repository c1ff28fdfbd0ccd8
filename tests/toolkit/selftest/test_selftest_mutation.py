"""Systematic faults in the code of a reference."""

import ast

import pytest
from selftest_course import COURSE, SHEET

from autograder.selftest.assemble import workshop
from autograder.selftest.mutation import mutants

CODE = """\
def f(a, b):
    total = a * b[1]
    if a > 1 and b:
        total += 2
    return -total
"""


def changes(source: str) -> list[str]:
    return [mutant.change for mutant in mutants("1a", "antwort-1a", source)]


def returned(expression: str, arguments: str = "a, b") -> set[str]:
    head = f"def f({arguments}):\n    return "
    found = mutants("1a", "antwort-1a", head + expression)
    return {mutant.source.removeprefix(head) for mutant in found}


def test_every_mutant_differs_from_the_code_and_from_all_others():
    found = mutants("1a", "antwort-1a", CODE)
    sources = [ast.unparse(ast.parse(mutant.source)) for mutant in found]
    assert len(set(sources)) == len(sources)
    assert ast.unparse(ast.parse(CODE)) not in sources


def test_commutative_operations_are_not_reordered():
    assert not {"b * a", "b + a"} & (returned("a * b") | returned("a + b"))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a * b", {"a + b", "a / b", "a", "b"}),
        ("a / b", {"a * b", "a"}),
        ("a ** 2", {"a * 2", "a", "a ** 3", "a ** 1"}),
        ("g(a, b)", {"g(b, a)"}),
        ("(a, b)", {"(b, a)"}),
        ("-a", {"a"}),
        ("np.sqrt(a)", {"a"}),
        ("a.T @ b", {"a @ b", "a.T * b", "b"}),
        ("a[b]", {"a[b + 1]", "a[b - 1]", "b[b]", "a[a]"}),
        ("a[1]", {"a[2]", "a[0]"}),
        ("a == b", {"a != b"}),
        ("a and b", {"a or b", "a", "b"}),
        ("0.0", {"1.0", "-1.0"}),
    ],
)
def test_operators_constants_indices_factors_and_arguments_are_changed(expression, expected):
    assert expected <= returned(expression)


def test_statements_that_add_something_are_dropped():
    assert "total += 2 → pass" in changes(CODE)


def test_a_mutant_is_named_by_the_line_before_and_after():
    assert "return -total → return total" in changes(CODE)


def test_names_outside_functions_and_strings_are_left_alone():
    assert changes('"""Text."""\nN = 3\n') == []
    assert changes('def f(a):\n    """Text."""\n') == []


def test_bounds_of_loops_are_shifted_but_loops_keep_their_range():
    found = changes("def f(a):\n    for i in range(len(a)):\n        pass\n")
    assert not any("in a:" in change or "range(a)" in change for change in found)


def test_the_reference_of_a_sheet_has_mutants_in_every_automatic_part():
    reference = workshop(COURSE, SHEET).reference
    for task in SHEET.tasks:
        cells = [c for c in reference if f"antwort-{task.id}" in c.tags and c.kind == "code"]
        if task.kind != "text":
            assert sum(len(mutants(task.id, cell.key, cell.source)) for cell in cells) >= 2
