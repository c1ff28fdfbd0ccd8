import pytest

from autograder.intake.working import in_code, in_text, relations


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0",
        "$0$",
        "$$0$$",
        "$$V[y_i] = n \\sigma^2$$",
        "$E[y] = 0$",
        "<!-- ein langer Kommentar -->",
    ],
)
@pytest.mark.parametrize("role", ["working", "answer", "task"])
def test_a_bare_result_is_no_working(text, role):
    assert not in_text(text, role)


@pytest.mark.parametrize(
    "text",
    [
        "wegen der Unabhängigkeit",
        "$$E[y_i] = \\sum_j E[w_{ij}] E[x_j] = 0$$",
        "$a$ und $b$",
        "$a$, $b$",
        "E[y] = sum(E[w] E[x])",
        "![](attachment:foto.png)",
    ],
)
def test_anything_more_is_working_in_its_cell(text):
    assert in_text(text, "working")
    assert in_text(text, "task")


def test_an_answer_is_a_derivation_where_it_goes_on_or_explains():
    assert in_text("$$E[y_i] = \\sum_{j=1}^n E[w_{ij}] E[x_j] = 0$$", "answer")
    assert in_text("Weil die Gewichte und Eingaben unabhängig sind, folgt $0$.", "answer")
    assert not in_text("Die Varianz ist $$V[y_i] = \\sum_{j=1}^{n} \\sigma^2$$", "answer")


def test_equals_signs_in_an_index_are_no_steps():
    assert relations("\\prod_{i=2}^{N} w_i") == 0
    assert relations("\\sum_{j=1}^{n_{in}} a = b \\Rightarrow c") == 2
    assert relations("a == b, c <= d, e := f, g != h") == 0


def test_a_derivation_in_comments_or_strings_of_code_counts():
    assert in_code("# E[y] = sum E[w] E[x]\n# = 0, und weiter = 0\nreturn 0")
    assert in_code('"""V[y] = n V[w x] = n s^2 g^2"""\nreturn n')
    assert in_code("a = r'V = n \\sigma^2 = 1'")
    assert not in_code("def f(a=1, b=2):\n    return a == b  # Ergebnis")
    assert not in_code("a = 'n * sigma**2'")
    assert not in_code("")
