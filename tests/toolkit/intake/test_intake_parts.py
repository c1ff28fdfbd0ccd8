"""Which cells of the published notebook have which index stands in intake_files.PUBLISHED."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_files import PUBLISHED, SHEET, TEMPLATE, code, edited, md, stub

from autograder.intake.contract import Cell, Notebook
from autograder.intake.parts import ANSWER_CHARS, locate

ALL = {"1a", "1b", "1c", "2a", "2b"}


def located(notebook, *beside):
    return locate(notebook, SHEET, TEMPLATE, beside)


def touched(notebook, *beside):
    return {name for name, part in located(notebook, *beside).items() if part.touched}


def of(*cells):
    return Notebook("nb.ipynb", cells)


def test_the_published_notebook_is_untouched():
    parts = located(edited())
    assert list(parts) == list(SHEET.by_id)
    assert not any(part.touched or part.answer or part.formula for part in parts.values())


@pytest.mark.parametrize(
    "cell",
    [
        Cell("code", PUBLISHED[4].source, (), has_outputs=True),
        Cell("code", PUBLISHED[4].source.replace("    ", "\t") + "\n\n"),
        Cell("code", PUBLISHED[4].source.replace("\n", "\r\n")),
        Cell("markdown", PUBLISHED[4].source),
    ],
)
def test_outputs_lost_tags_and_spaces_are_no_answer(cell):
    assert touched(edited({4: cell})) == set()


def test_a_filled_stub_touches_its_part_only():
    answer = code("def aufgabe_1a(x):\n    return 2 * x", "antwort-1a")
    parts = located(edited({4: answer}))
    assert {name for name, part in parts.items() if part.touched} == {"1a"}
    assert parts["1a"].answer == answer.source
    assert parts["1a"].cells == (4,)


def test_a_written_answer_is_found_without_its_tag():
    parts = located(edited({6: md("### Antwort 1b\n\nWeil das Produkt schrumpft.")}))
    assert parts["1b"].answer == "### Antwort 1b\n\nWeil das Produkt schrumpft."
    assert parts["1b"].touched
    assert not parts["1a"].touched


def test_an_answer_below_the_task_without_a_heading_is_found():
    parts = located(edited(after={5: [md("Weil das Produkt schrumpft.")]}))
    assert parts["1b"].answer == "Weil das Produkt schrumpft."
    assert {name for name, part in parts.items() if part.touched} == {"1b"}


def test_an_answer_typed_into_the_task_cell_is_found():
    cell = md(PUBLISHED[5].source + "\n\nWeil das Produkt schrumpft.")
    assert touched(edited({5: cell})) == {"1b"}


def test_an_answer_whose_heading_and_stub_were_deleted_is_found_by_name():
    own = code("def ableitung_w1(x):\n    return x")
    parts = located(edited(dropped=(3, 4), after={16: [own]}))
    assert parts["1a"].answer == own.source
    assert not parts["1b"].touched


@pytest.mark.parametrize("name", ["Aufgabe_1c", "aufgabe1c", "aufgabee_1c", "vorwärts_skip"])
def test_a_misspelt_name_anywhere_touches_its_part(name):
    assert "1c" in touched(edited(after={4: [code(f"def {name}(x):\n    return x")]}))


def test_more_odd_names_than_are_compared_may_be_any_answer():
    own = code("\n".join(f"etwas_{number} = 1" for number in range(1_001)), "antwort-1a")
    assert touched(edited({4: own})) == ALL
    fewer = code("\n".join(own.source.splitlines()[1:]), "antwort-1a")
    assert touched(edited({4: fewer})) == {"1a"}


def test_a_name_mentioned_elsewhere_touches_its_part():
    assert touched(edited(after={4: [code("f = globals()['aufgabe_1c'] or 0")]})) == {"1a", "1c"}
    assert touched(edited(after={6: [md("siehe `aufgabe_1c`")]})) == {"1b", "1c"}


def test_an_own_cell_outside_all_sections_touches_every_part():
    assert touched(edited(after={16: [md("Das Produkt schrumpft.")]})) == ALL
    assert touched(edited(after={0: [code("y = 3 * x")]})) == ALL
    assert located(edited(after={16: [md("Schrumpft.")]}))["1b"].answer == "Schrumpft."


def test_an_own_cell_below_an_exercise_touches_its_parts():
    assert touched(edited(after={9: [md("Das Produkt schrumpft.")]})) == {"2a", "2b"}


def test_a_document_or_pasted_picture_touches():
    assert touched(edited(), "scan.pdf") == ALL
    picture = Cell("markdown", PUBLISHED[6].source, has_attachments=True)
    assert touched(edited({6: picture})) == {"1b"}
    assert touched(edited(after={6: [Cell("markdown", "", has_attachments=True)]})) == {"1b"}


@pytest.mark.parametrize(
    "cell",
    [
        code("import torch\nfrom math import prod  # Produkt\n%matplotlib inline\n!pip list"),
        code("import numpy as np\nimport math"),
        code("   \n"),
        md("**Name:** Anna Muster\n\nMatrikelnummer: 1234567"),
        md("# Blatt 9\n\nKennung blatt09\n\nName: Anna Muster"),
    ],
)
def test_imports_and_ones_name_are_no_answers(cell):
    assert touched(edited(after={1: [cell]})) == set()


@pytest.mark.parametrize("source", ["import math; y = 1", "# Weil das Produkt schrumpft", "x"])
def test_anything_more_than_imports_may_be_an_answer(source):
    assert touched(edited(after={1: [code(source)]})) == ALL


def test_a_published_text_cut_short_or_split_is_not_an_answer():
    assert touched(edited({6: md("### Antwort 1b")})) == set()
    heading, text = md("### Aufgabe 1b (1 P)"), md("Erklären Sie das.")
    assert touched(edited({5: heading}, after={5: [text]})) == set()


def test_a_published_line_given_as_an_answer_is_one():
    own = md("$$\n\\sigma^2\n$$")
    assert "2b" in touched(edited(after={15: [own]}))
    assert "2a" in touched(edited({11: md("### Rechenweg 2a\n$$\n\\sigma^2\n$$")}))


def test_code_made_of_published_lines_may_be_an_answer():
    assert "1a" in touched(edited({4: code("def aufgabe_1a(x):")}))


def test_a_deleted_answer_cell_is_not_as_published():
    assert touched(edited(dropped=(4,))) == {"1a"}
    assert touched(edited(dropped=(3, 5))) == set()
    assert touched(of()) == ALL


def test_a_copied_template_cell_is_no_answer():
    assert touched(edited(after={4: [stub("1a"), stub("1c")]})) == set()


def test_a_copied_tag_does_not_take_an_answer_away_from_its_place():
    copied = md("Weil es schrumpft.", "antwort-1b")
    parts = located(edited(after={8: [copied]}))
    assert parts["1b"].answer == parts["1c"].answer == "Weil es schrumpft."
    titled = md("### Antwort 1c\n\nWeil es schrumpft.", "antwort-1b")
    assert located(edited(after={8: [titled]}))["1b"].answer == ""


def test_one_cell_with_several_answers_is_cut_at_its_headings():
    own = md("1b) Weil es schrumpft.\n\n2a) $E = 0$\nweil\n\n**2b** $n$")
    parts = located(edited(after={16: [own]}))
    assert parts["1b"].answer == "1b) Weil es schrumpft."
    assert parts["2a"].answer == "2a) $E = 0$\nweil"
    assert parts["2b"].answer == "**2b** $n$"
    assert not parts["1c"].touched


def test_letters_below_an_exercise_are_parts():
    parts = located(of(md("## Aufgabe 1\n\na) $x$\n\n(b) Weil."), md("c) $y$")))
    assert parts["1a"].answer == "a) $x$"
    assert parts["1b"].answer == "(b) Weil."
    assert parts["1c"].answer == "c) $y$"


def test_letters_inside_one_answer_are_an_enumeration():
    parts = located(edited({6: md("### Antwort 1b\n\na) klein\n\nc) groß")}))
    assert parts["1b"].answer.endswith("c) groß")
    assert not parts["1c"].touched


def test_all_functions_in_one_cell_answer_all_their_parts():
    own = code("def aufgabe_1a(x): return x\ndef aufgabe_1c(x): return x\naufgabe_2b = 'n'")
    parts = located(edited({4: own}))
    assert [name for name, part in parts.items() if part.cells] == ["1a", "1c", "2b"]
    assert {part.answer for part in parts.values() if part.cells} == {own.source}


def test_a_comment_names_the_part_of_a_cell():
    own = code("# Aufgabe 1c\ny = 3")
    assert located(edited(after={16: [own]}))["1c"].answer == own.source
    assert touched(edited(after={16: [own]})) == {"1c"}


def test_a_retyped_notebook_is_located_by_names_and_headings():
    parts = located(
        of(
            md("# Meine Abgabe"),
            code("def aufgabe_1a(x):\n    return x"),
            md("Task 1b\n\nBecause."),
            code("aufgabe_2a = 0"),
            md("### 2b"),
            md("$$V = n = 3$$"),
        )
    )
    assert parts["1a"].cells == (1,)
    assert parts["1b"].answer == "Task 1b\n\nBecause."
    assert parts["2a"].cells == (3,)
    assert parts["2b"].answer == "### 2b\n\n$$V = n = 3$$"


@pytest.mark.parametrize(
    ("cells", "formula"),
    [
        ([md("### Antwort 2b\n\n$$V = n \\sigma^2$$")], "V = n \\sigma^2"),
        ([md("### Answer 2b\n$n \\sigma^2$")], "n \\sigma^2"),
        ([md("$$n \\sigma^2$$", "antwort-2b")], "n \\sigma^2"),
        ([md("### Antwort 2b"), md("$$n \\sigma^2$$")], "n \\sigma^2"),
        ([md("### Antwort 2b\n$$a$$"), md("Probe: $$b$$")], "a"),
        ([md("### Antwort 2b\n$$a$$"), md("### Antwort 2b\n$$b$$")], "b"),
        ([md("Nebenbei $$n \\sigma^2$$")], None),
        ([md("### Rechenweg 2b\n$$n \\sigma^2$$")], None),
        ([md("### Antwort 2a und 2b\n$$0$$")], None),
        ([md("### Antwort 2b\n\nkeine Ahnung")], None),
    ],
)
def test_a_formula_is_taken_from_the_answer_cell_only(cells, formula):
    parts = located(edited(after={14: cells}))
    assert parts["2b"].formula == formula
    assert parts["2a"].formula is None


def test_a_written_part_has_no_formula():
    assert located(edited({6: md("### Antwort 1b\n\n$$x$$")}))["1b"].formula is None


def test_working_is_seen_in_its_cell_and_not_invented():
    bare = edited({12: code("aufgabe_2a = 0", "antwort-2a")})
    assert not located(bare)["2a"].working
    for text in ("### Rechenweg 2a\n\nwegen Unabhängigkeit", "### Rechenweg 2a\n$a$ und $b$"):
        assert located(edited({11: md(text)}))["2a"].working
    assert not located(edited({11: md("### Rechenweg 2a\n\n0")}))["2a"].working
    assert located(edited({12: md("### Antwort 2a\n$$E = \\sum w x = 0$$")}))["2a"].working
    assert not located(edited({12: md("### Antwort 2a\n$$E = 0$$")}))["2a"].working
    picture = Cell("markdown", PUBLISHED[11].source, has_attachments=True)
    assert located(edited({11: picture}))["2a"].working
    assert located(edited(after={11: [md("Die Erwartungswerte sind null.")]}))["2a"].working
    assert not located(edited({11: md("### Rechenweg 2a\n\nwegen")}))["2b"].working


def test_the_placeholder_is_no_working():
    cell = md("### Rechenweg 2a\n\n*Ihr Rechenweg*\n\n$0$")
    assert not located(edited({11: cell}))["2a"].working


def test_an_endless_answer_is_cut():
    parts = located(edited({6: md("### Antwort 1b\n" + "x" * (2 * ANSWER_CHARS))}))
    assert len(parts["1b"].answer) == ANSWER_CHARS


CELLS = st.lists(st.sampled_from(PUBLISHED), max_size=30)


@given(CELLS)
def test_published_cells_in_any_order_are_never_an_answer(cells):
    parts = located(Notebook("nb.ipynb", tuple(cells)))
    assert not any(part.answer or part.cells for part in parts.values())
    sources = {cell.source for cell in cells}
    assert parts["1a"].touched == (PUBLISHED[4].source not in sources)


@given(st.integers(0, 16), st.sampled_from(["Weil.", "$x$", "y", "### 1b\nWeil"]))
def test_an_own_text_anywhere_touches_something(index, source):
    parts = located(edited(after={index: [md(source)]}))
    assert any(part.touched for part in parts.values())
    assert any(source in part.answer for part in parts.values())


def test_a_displayed_formula_counts_before_an_explanation_with_formulas_in_its_lines():
    answer = md("### Antwort 2a\n\n$$ 0 $$", "antwort-2a")
    reason = md("### Antwort 2a\n\nDenn $E[x] = 0$ und $2 \\cdot 0 = 0$.", "antwort-2a")
    part = located(edited({12: answer}, {12: [reason]}))["2a"]
    assert part.formula == "0"


def test_in_a_written_part_the_last_cell_counts_without_any_formula():
    sheet = msgspec.structs.replace(
        SHEET, tasks=tuple(msgspec.structs.replace(t, written=t.id == "2a") for t in SHEET.tasks)
    )
    answer = md("### Antwort 2a\n\n- Vulkane\n- Uhren", "antwort-2a")
    parts = locate(edited({12: answer}), sheet, TEMPLATE, ())
    assert parts["2a"].written == answer.source
    assert parts["2b"].written is None
