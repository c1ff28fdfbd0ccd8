"""How answers are read: spellings, repairs, ambiguity, and what is shown back."""

import pytest
from formulas_sheets import B9_2B, B9_3B, B9_3C, L10_1A

from autograder.formulas import Question, Real, Unreadable, Verdict, judge, read, read_markdown

XY = Question("x*y", {"x": Real(), "y": Real(), "z": Real()})


def shown(answer: object, question: Question = XY) -> list[str]:
    return [reading.plain for reading in read(answer, question)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x*y", "x*y"),
        ("x y", "x*y"),
        ("x(1+y)", "x*(1 + y)"),
        ("2x", "2*x"),
        ("0,5x", "0.5*x"),
        ("0{,}5 x", "0.5*x"),
        (r"0,5\,x", "0.5*x"),
        (r"\frac12 x", "1/2*x"),
        (r"\frac xy", "x/y"),
        (r"\frac1{12}", "1/12"),
        (r"\sqrt x y", "sqrt(x)*y"),
        (r"\sqrt[3]{x}", "root(x, 3)"),
        ("√(x+y)", "sqrt(x + y)"),
        ("½x", "1/2*x"),
        ("x²y³", "x**2*y**3"),
        ("x⁻¹⁰", "x**(-10)"),
        ("x : y", "x/y"),
        ("x ÷ y", "x/y"),
        ("x − y", "x - y"),
        ("-x^2", "-x**2"),
        ("(-x)^2", "(-x)**2"),
        ("x^y^2", "x**y**2"),
        ("x^12", "x**12"),
        (r"\sqrt12", "sqrt(12)"),
        (r"\prod_{i=1}^{3} i \prod_{i=1}^{2} x", "prod(i, i = 1..3)*prod(x, i = 1..2)"),
        ("2^-x", "2**(-x)"),
        (r"e^{-x}", "e**(-x)"),
        (r"\exp(-x)", "exp(-x)"),
        (r"\ln 2x", "log(2*x)"),
        (r"\ln^2 x", "log(x)**2"),
        (r"\log_2 x", "log(x, 2)"),
        (r"\max\{0, x\}", "max(0, x)"),
        (r"\max(x, 0{,}5)", "max(x, 0.5)"),
        (r"\left|x\right|", "abs(x)"),
        ("|x|y|z|", "abs(x)*y*abs(z)"),
        (r"2\pi x", "2*pi*x"),
        ("np.pi*math.sqrt(x)", "pi*sqrt(x)"),
        ("sp.Rational(1, 3)*x", "1/3*x"),
        ("x - y + z", "x - y + z"),
        ("x/y/z", "x/y/z"),
        ("x/(y*z)", "x/(y*z)"),
        ("a = x = y", "y"),
        ("f(x) := y", "y"),
        (r"f \coloneqq y", "y"),
        (r"f &= x \\ &= y", "y"),
        (r"f = x \Rightarrow f = y", "y"),
        ("x  # Kommentar", "x"),
        ("x.", "x"),
        (r"$x$", "x"),
        (r"\(x\)", "x"),
        ("return x", "x"),
        (r"\mathbf{x}\,\boldsymbol{y}", "x*y"),
    ],
)
def test_usual_notation_has_its_usual_meaning(source: str, expected: str) -> None:
    assert shown(source)[0] == expected


@pytest.mark.parametrize(
    ("source", "first", "second"),
    [
        ("1/2 x", "1/2*x", "1/(2*x)"),
        ("x/y z", "x/y*z", "x/(y*z)"),
        (r"\prod_{i=1}^{3} i \cdot x", "prod(i, i = 1..3)*x", "prod(i*x, i = 1..3)"),
        (r"\prod_{i=1}^{3} i x", "prod(i, i = 1..3)*x", "prod(i*x, i = 1..3)"),
        ("max(0,5)", "max(0.5)", "max(0, 5)"),
        (r"x = y \approx z", "y", "z"),
    ],
)
def test_an_ambiguous_notation_has_every_reading_and_says_so(
    source: str, first: str, second: str
) -> None:
    readings = read(source, XY)
    assert [reading.plain for reading in readings] == [first, second]
    assert all("mehrdeutig" in reading.notes[0].de for reading in readings)


def test_one_right_reading_of_an_ambiguous_answer_is_enough() -> None:
    half = Question("1/(2*x)", {"x": Real()})
    judgement = judge("1/2 x", half, 1)
    assert judgement.verdict is Verdict.EQUAL
    assert judgement.reading is not None
    assert judgement.reading.plain == "1/(2*x)"
    assert judgement.reading.message.de == "Gelesen als: 1/(2*x)"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("\frac{x}{2}", "x/2"),
        ("\tfrac12 x", "1/2*x"),
        ("x \times y", "x*y"),
        ("\begin{align} x \\end{align}", "x"),
        ("\\left(x\right)", "x"),
        (r"\\frac{x}{y}", "x/y"),
        (r"x \\cdot y", "x*y"),
    ],
)
def test_a_forgotten_r_before_latex_is_repaired_and_said(source: str, expected: str) -> None:
    (reading,) = read(source, XY)
    assert reading.plain == expected
    assert reading.notes


def test_every_control_character_that_hides_a_greek_letter_is_repaired() -> None:
    greek = {"beta": "\beta", "tau": "\tau", "theta": "\theta", "nu": "\nu", "rho": "\rho",
             "alpha": "\alpha", "varphi": "\varphi"}  # fmt: skip
    for name, source in greek.items():
        name = name.removeprefix("var")
        question = Question(name, {name: Real()})
        (reading,) = read(source, question)
        assert reading.plain == name
        assert "fehlte das r" in reading.notes[0].de


def test_ordinary_line_breaks_and_tabs_are_only_space() -> None:
    (reading,) = read("x\n\t+ y\r\n", XY)
    assert reading.plain == "x + y"
    assert reading.notes == ()


@pytest.mark.parametrize(
    "source",
    ["n_in", "n_{in}", r"n_\text{in}", r"n_{\text{in}}", r"n_{\mathrm{in}}", r"n_\mathrm{ein}",
     r"n_{\operatorname{ein}}", "n_ein", "nin", r"n_{\rm in}", "fan_in",
     r"\mathrm{fan}_\mathrm{in}", "n_{ in }", r"n\_in"],
)  # fmt: skip
def test_every_way_to_set_an_index_is_the_same_name(source: str) -> None:
    assert shown(source, B9_2B) == ["n_in"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"\operatorname{Var}(W_{ij})", "var_w"),
        (r"\mathrm{Var}\left(W_{i,j}\right)", "var_w"),
        (r"\mathbb{V}[w_{ij}]", "var_w"),
        (r"\mathbb V(W)", "var_w"),
        (r"\operatorname{Var} x_j", "var_x"),
        ("Var(W[i][j])", "var_w"),
        ("V(w_ij)", "var_w"),
        ("Var(x_i)", "var_x"),
        (r"\sigma_W^2", "sqrt(var_w)**2"),
        (r"\sigma^2_w", "sqrt(var_w)**2"),
    ],
)
def test_moments_of_given_variables_stand_for_their_quantities(source: str, expected: str) -> None:
    assert shown(source, L10_1A) == [expected]


@pytest.mark.parametrize(
    "source",
    [r"\operatorname{Var}(W x)", r"\mathbb{E}[x_i^2]", "Var(y)", r"\operatorname{Cov}(w, x)",
     "E(x**2)"],
)  # fmt: skip
def test_other_moments_are_refused_and_not_guessed(source: str) -> None:
    with pytest.raises(Unreadable, match="keine der gegebenen Größen"):
        read(source, L10_1A)


def test_an_unknown_name_is_refused_with_the_names_that_are_known() -> None:
    with pytest.raises(Unreadable) as refusal:
        read("foo*n_in", L10_1A)
    assert "„foo“" in refusal.value.message.de
    assert "n_in, n_out, var_w, var_x" in refusal.value.message.de


def test_upper_and_lower_case_are_different_names() -> None:
    with pytest.raises(Unreadable):
        read("N_in", B9_2B)


def test_the_number_of_steps_tells_a_derivation_from_a_bare_result() -> None:
    for source, steps in (("x*y", 0), ("f = x*y", 1), (r"f = x y = y x", 2)):
        assert read(source, XY)[0].steps == steps


@pytest.mark.parametrize(
    "source",
    [r"xy \text{ wegen } z = 0", "xy, da z = 0", "x*y weil z = 0", r"xy \quad z = 0",
     r"xy \\ \text{mit } z = 0", "x y (z = 0)"],
)  # fmt: skip
def test_a_remark_behind_the_result_is_never_taken_for_the_result(source: str) -> None:
    with pytest.raises(Unreadable):
        read(source, XY)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("(x, y)", "(x, y)"),
        ("x; y", "(x, y)"),
        ("a = -b = x", "(x, -x)"),
        ("-a = b = x", "(-x, x)"),
        ("b = x, a = y", "(y, x)"),
        ("b = x, a = 2*b", "(2*x, x)"),
        ("a, b = x, y", "(x, y)"),
        (r"a = x \\ a = y \\ b = z", "(y, z)"),
        ("0,5, 1,5", "(0.5, 1.5)"),
        (r"\begin{pmatrix} x \\ y \end{pmatrix}", "(x, y)"),
        ("torch.tensor([x, y])", "(x, y)"),
        ("((x, y))", "(x, y)"),
        (r"\mathcal{U}([x, y])", "(x, y)"),
        (r"\mathcal{U}_{[x, y]}", "(x, y)"),
    ],
)
def test_two_values_are_read_however_they_are_listed(source: str, expected: str) -> None:
    pair = Question(("x", "y"), XY.variables, components=(("a",), ("b",)))
    assert shown(source, pair) == [expected]


@pytest.mark.parametrize("source", ["n_in", "(1, 2, 3)", "a = 1", "a = b, b = a", "a = 1, c = 2"])
def test_the_wrong_number_of_values_is_not_read(source: str) -> None:
    with pytest.raises(Unreadable):
        read(source, B9_3C)


def test_a_label_without_the_square_gives_the_root_of_the_component() -> None:
    (labelled,) = read("m = 0, s = n_in", B9_3B)
    assert labelled.plain == "(0, n_in**2)"
    (listed,) = read("(0, n_in)", B9_3B)
    assert listed.plain == "(0, n_in)"


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "### Antwort 2b\n*Ihre Antwort*",
        "Die Varianz ist n_in mal sigma^2.",
        "wobei $n_{in}$ die Zahl der Eingänge ist",
        "```python\n$$x$$\n```",
        "<!-- $$n_{in}$$ -->",
        r"\$\$n_{in}\$\$",
        "$$ $$",
    ],
)
def test_a_cell_without_a_display_formula_is_not_read(cell: str) -> None:
    with pytest.raises(Unreadable, match="keine abgesetzte Formel"):
        read_markdown(cell, B9_2B)


def test_a_string_with_several_formulas_is_searched_like_a_cell() -> None:
    (reading,) = read("Mit $n_{in}$ Summanden: $$V = n_{in}\\sigma^2$$", B9_2B)
    assert reading.plain == "n_in*sigma**2"


@pytest.mark.parametrize(
    ("answer", "plain", "latex"),
    [
        ("1/(2*n_in)", "1/(2*n_in)", r"\frac{1}{2 \cdot n_{\mathrm{in}}}"),
        ("-(sigma - gamma)", "-(sigma - gamma)", r"-\left(\sigma - \gamma\right)"),
        (0.25, "0.25", "0{,}25"),
        (-2, "-2", "-2"),
        ("2**(-sigma)", "2**(-sigma)", r"2^{-\sigma}"),
        ("sqrt(sigma)", "sqrt(sigma)", r"\sqrt{\sigma}"),
        ("sum(i for i in range(3))", "sum(i, i = 0..2)", r"\sum_{i=0}^{2} \left(i\right)"),
    ],
)
def test_the_answer_is_shown_back_as_it_was_read(answer: object, plain: str, latex: str) -> None:
    (reading,) = read(answer, B9_2B)
    assert (reading.plain, reading.latex) == (plain, latex)
