"""Right answers and known mistakes of two sheets, in the notations that students use."""

import pytest
from formulas_sheets import QUESTIONS

from autograder.formulas import Verdict, judge, lint, read_markdown

SEED = "run-17"

RIGHT: dict[str, list[object]] = {
    "2a": [
        0,
        0.0,
        "0",
        "0*n_in",
        r"$0$",
        r"\mathbb{E}[y_i] = 0",
        r"\mathbb{E}[y_i] = \sum_{j=1}^{n_\text{ein}} \mathbb{E}[w_{ij}]\,\mathbb{E}[x_j] = 0",
        r"E[y_i] = n_{in} \cdot E[w_{ij}] \cdot E[x_j]",
        "E = n_in * E(w) * E(x)",
        "gamma**2/gamma - gamma",
        ["Integer", 0],
        r"0 = \mathbb{E}[y_i]",
        r"\begin{align*} \mathbb{E}[y_i] &= n_{in} \cdot 0 \cdot 0 \\ &= 0 \end{align*}",
    ],
    "2b": [
        "n_in*sigma**2*gamma**2",
        "n_in * sigma^2 * gamma^2",
        "np.square(sigma)*np.power(gamma, 2)*n_in",
        "n_ein σ² γ²",
        "n_in*(sigma*gamma)**2",
        "lambda n_in, n_out, sigma, gamma: n_in*sigma**2*gamma**2",
        "sum(sigma**2*gamma**2 for j in range(n_in))",
        r"n_{in}\sigma^2\gamma^2",
        r"\mathbb{V}[y_i] = n_\text{ein}\cdot\sigma^2\cdot\gamma^2",
        r"$$n_{\mathrm{in}}\,\sigma_w^2\,\gamma_x^{2}$$",
        r"\operatorname{Var}(y_i) = \sum_{j=1}^{n_{in}} \operatorname{Var}(w_{ij})"
        r"\operatorname{Var}(x_j)",
        r"\frac{2 n_{in} \sigma^2 \gamma^2}{2}",
        r"\underbrace{n_{in}}_{\text{Summanden}} \cdot \overbrace{\sigma^2\gamma^2}^{\text{je}}",
        r"n_{in}\,\sigma^2\gamma^2 \qquad \square",
        "\frac{n_{in}}{1} \\sigma^2 \\gamma^2",
        [
            "Mul",
            ["Symbol", "n_in"],
            ["Pow", ["Symbol", r"\sigma"], ["Integer", 2]],
            ["Pow", ["Symbol", "γ"], ["Integer", 2]],
        ],
    ],
    "2e": [
        0,
        "0",
        -0.0,
        "n_out*E(w)*0",
        r"\mathbb{E}\left[\frac{\partial L}{\partial x_i}\right] = 0",
        r"\mathbb{E}\Big[\frac{\partial L}{\partial x_i}\Big] = n_{out} \cdot 0 = 0",
        r"\[ 0 \]",
        r"0 \quad \text{(die Erwartungswerte der Gewichte verschwinden)}",
        ["Float", "0"],
    ],
    "2f": [
        "n_out*sigma**2*gamma**2",
        "n_aus*sigma²*gamma²",
        "gamma**2*n_out*sigma**2",
        "n_out*math.pow(sigma, 2)*gamma**2",
        "V = n_out * sigma**2 * gamma**2",
        r"n_\text{out} \sigma^{2} \gamma^{2}",
        r"n_\mathrm{out}\left(\sigma\gamma\right)^2",
        r"\mathbb V\!\left[\tfrac{\partial L}{\partial x_i}\right] = "
        r"n_{\text{aus}}\sigma^2\gamma^2",
        r"\sum_{k=1}^{n_{out}} \sigma^2 \gamma^2",
        [
            "Mul",
            ["Symbol", "n_{out}"],
            ["Pow", ["Mul", ["Symbol", "sigma"], ["Symbol", "gamma"]], ["Integer", 2]],
        ],
    ],
    "3b": [
        "(0, 2/(n_in+n_out))",
        "[0, 2/(n_in + n_out)]",
        (0, "2/(n_in+n_out)"),
        [0.0, r"\frac{2}{n_{in}+n_{out}}"],
        "m = 0, s^2 = 2/(n_in + n_out)",
        "m = 0; s2 = 2/(n_ein + n_aus)",
        "m=0\ns_quadrat = 2/(n_in+n_out)",
        r"m = 0, \quad s^2 = \frac{2}{n_{in} + n_{out}}",
        r"m = 0 \text{ und } s^2 = \frac{2}{n_\text{ein} + n_\text{aus}}",
        r"s^2 = \frac{2}{n_{in} + n_{out}},\ m = 0",
        r"\mu = 0, \sigma^2 = \frac{2}{n_{in}+n_{out}}",
        r"\mathcal{N}\left(0, \frac{2}{n_{in}+n_{out}}\right)",
        r"W_{ij} \sim \mathcal{N}(0, \tfrac{2}{n_{in}+n_{out}})",
        r"m = 0, s = \sqrt{\frac{2}{n_{in}+n_{out}}}",
        [
            "Tuple",
            ["Integer", 0],
            [
                "Mul",
                ["Integer", 2],
                ["Pow", ["Add", ["Symbol", "n_in"], ["Symbol", "n_out"]], ["Integer", -1]],
            ],
        ],
    ],
    "3c": [
        "(-sqrt(6/(n_in+n_out)), sqrt(6/(n_in+n_out)))",
        "[-np.sqrt(6/(n_in+n_out)), np.sqrt(6/(n_in+n_out))]",
        "np.array([-(6/(n_in+n_out))**0.5, (6/(n_in+n_out))**0.5])",
        "±sqrt(6/(n_in+n_out))",
        "+-sqrt(6/(n_in+n_out))",
        "a = -sqrt(6)/sqrt(n_in+n_out), b = sqrt(6)/sqrt(n_in+n_out)",
        "b = sqrt(6/(n_in+n_out)); a = -b",
        r"\pm\sqrt{\frac{6}{n_{in}+n_{out}}}",
        r"a = -b = -\sqrt{\frac{6}{n_\text{ein}+n_\text{aus}}}",
        r"[a, b] = \left[-\frac{\sqrt6}{\sqrt{n_{in}+n_{out}}}, "
        r"\frac{\sqrt6}{\sqrt{n_{in}+n_{out}}}\right]",
        r"W_{ij} \sim \mathcal{U}_{[-\sqrt{6/(n_{in}+n_{out})}, \sqrt{6/(n_{in}+n_{out})}]}",
        r"a,b = \pm \frac{2{,}44949}{\sqrt{n_{in}+n_{out}}}",
        ("-sqrt(6/(n_in+n_out))", r"\sqrt{\frac{6}{n_{in}+n_{out}}}"),
    ],
    "1a": [
        "n_in*var_w*var_x",
        "n_in*Var(W)*Var(x)",
        "n*var_W*var_x",
        r"n \operatorname{Var}(W) \operatorname{Var}(x)",
        r"n_{in}\cdot\mathrm{Var}(W_{ij})\cdot\mathrm{Var}(x_j)",
        r"Var(y_i) = n_{in} \cdot Var(W_{ij}) \cdot Var(x)",
        r"n_\text{ein}\,\sigma_W^2\,\sigma_x^2",
        r"\sum_{j=1}^{n} \operatorname{Var}(W_{ij})\operatorname{Var}(x_j)",
        "sum([var_w*var_x for k in range(1, n_in + 1)])",
        ["Mul", ["Symbol", "n"], ["Symbol", "var_w"], ["Symbol", "var_x"]],
    ],
    "1b": [
        "1/n_in",
        "1/n",
        "n_in**(-1)",
        "n⁻¹",
        r"\frac1n",
        r"\frac{1}{n_{\text{in}}}",
        r"\operatorname{Var}(W_{ij}) \overset{!}{=} \frac{1}{n_{in}}",
        r"n_{in}^{-1}",
        r"\operatorname{Var}(W_{ij}) = 1/n_\mathrm{in}",
        ["Pow", ["Symbol", "n"], ["Integer", -1]],
    ],
    "1f": [
        "2/n_in",
        "2/n",
        "2*n_in**-1",
        "(1/n_in)/0.5",
        "1/(0,5*n_in)",
        r"\frac{2}{n}",
        r"\frac2{n_{in}}",
        r"\operatorname{Var}(W) = \frac{2}{n_{\text{ein}}}",
        r"2 : n_{in}",
        r"\frac{1}{\frac12 n_{in}}",
        ["Mul", ["Rational", 2, 1], ["Pow", ["Symbol", "n_in"], ["Integer", -1]]],
    ],
}

WRONG: dict[str, list[tuple[object, str]]] = {
    "2a": [
        ("sigma**2", "variance"),
        (r"\sigma^2", "variance"),
        ("n_in*gamma", "sum-of-deviations"),
        (r"n_\text{ein}\,\gamma", "sum-of-deviations"),
        ("b", "bias"),
        (r"E[y_i] = n_{in}\sigma + b", "bias"),
        ("2*b - sigma", "bias"),
        (["Symbol", "b"], "bias"),
    ],
    "2b": [
        ("sigma**2*gamma**2", "one-summand"),
        (r"(\sigma\gamma)^2", "one-summand"),
        (r"n_{out}\sigma^2\gamma^2", "other-side"),
        ("n_in**2*(sigma*gamma)**2", "squared-number"),
        (r"n_{in}\sigma\gamma", "deviations"),
        (r"n_{in}(\sigma^2+\gamma^2)", "sum"),
        ("n_in*sigma² + n_in*gamma²", "sum"),
        (r"\sqrt{n_{in}}\,\sigma\gamma", "deviation"),
    ],
    "2f": [
        ("sigma**2*gamma**2", "one-summand"),
        (r"n_{in}\sigma^2\gamma^2", "other-side"),
        ("n_ein*sigma**2*gamma**2", "other-side"),
        ("n_out*n_out*sigma**2*gamma**2", "squared-number"),
        (r"n_\text{aus}\cdot\sigma\cdot\gamma", "deviations"),
        ("n_out*(gamma**2 + sigma**2)", "sum"),
        (r"\sqrt{n_{out}\sigma^2\gamma^2}", "deviation"),
        (["Mul", ["Symbol", "sigma"], ["Symbol", "gamma"], ["Symbol", "n_out"]], "deviations"),
    ],
    "3b": [
        ("(0, sqrt(2/(n_in+n_out)))", "deviation"),
        (r"m=0, s^2=\sqrt{\frac{2}{n_{in}+n_{out}}}", "deviation"),
        (r"\mathcal{N}(0, \frac{\sqrt2}{\sqrt{n_{in}+n_{out}}})", "deviation"),
        ("[0, 1/(n_in+n_out)]", "half"),
        (r"\left(0, \frac{1}{n_{in}+n_{out}}\right)", "half"),
        ((0, "(n_in+n_out)**-1"), "half"),
        ("(0, 2/n_in)", "one-side"),
        (r"m = 0,\; s^2 = \frac{2}{n_\text{ein}}", "one-side"),
    ],
    "3c": [
        (r"\pm\sqrt{\frac{2}{n_{in}+n_{out}}}", "deviation"),
        ("(-sqrt(2/(n_in+n_out)), sqrt(2/(n_in+n_out)))", "deviation"),
        (r"a=-b, b=\sqrt{\frac{3}{n_{in}+n_{out}}}", "three"),
        ("±1,7321/sqrt(n_in+n_out)", "three"),
        (r"\pm\frac{6}{n_{in}+n_{out}}", "no-root"),
        ("(0, sqrt(6/(n_in+n_out)))", "from-zero"),
        (r"\left[0, \sqrt{\frac{6}{n_{in}+n_{out}}}\right]", "from-zero"),
        ("a = sqrt(6/(n_in+n_out)), b = -a", "swapped"),
    ],
    "1a": [
        ("var_w*var_x", "one-summand"),
        (r"\operatorname{Var}(W)\operatorname{Var}(x)", "one-summand"),
        ("n_in**2*var_w*var_x", "squared-number"),
        (r"n^2 \sigma_w^2 \sigma_x^2", "squared-number"),
        ("n_out*var_w*var_x", "other-side"),
        (r"n_\text{aus} Var(W) Var(x)", "other-side"),
        ("n*(var_w+var_x)", "sum"),
        (r"n_{in}\operatorname{Var}(W) + n_{in}\operatorname{Var}(x)", "sum"),
    ],
    "1b": [
        ("1/sqrt(n_in)", "deviation"),
        (r"\frac{1}{\sqrt n}", "deviation"),
        (r"\sqrt{\frac1n}", "deviation"),
        ("n**-0.5", "deviation"),
        (r"\frac{1}{n_{out}}", "other-side"),
        ("1/n_aus", "other-side"),
        (1, "one"),
        (r"\operatorname{Var}(W_{ij}) = 1", "one"),
    ],
    "1f": [
        ("1/n", "half-forgotten"),
        (r"\frac{4}{n_{in}}", "quarter"),
        (r"\frac{2}{\sqrt n}", "root-of-number"),
        (r"\sqrt{\frac{2}{n}}", "deviation"),
        ("sqrt(2)/sqrt(n_in)", "deviation"),
        (r"\frac{1}{2n}", "inverted-half"),
        ("0.5/n_in", "inverted-half"),
        ("2,934/n", "variance-of-relu"),
        (r"\frac{1}{n\left(\frac12-\frac{1}{2\pi}\right)}", "variance-of-relu"),
    ],
}


@pytest.mark.parametrize(
    ("name", "answer"), [(name, answer) for name, some in RIGHT.items() for answer in some]
)
def test_every_notation_of_a_right_answer_is_accepted(name: str, answer: object) -> None:
    judgement = judge(answer, QUESTIONS[name], SEED)
    assert judgement.verdict is Verdict.EQUAL, (judgement.message.de, judgement.reading)
    assert judgement.credit == 1.0


@pytest.mark.parametrize(
    ("name", "answer", "tag"),
    [(name, answer, tag) for name, some in WRONG.items() for answer, tag in some],
)
def test_a_known_mistake_is_named_however_it_is_written(
    name: str, answer: object, tag: str
) -> None:
    judgement = judge(answer, QUESTIONS[name], SEED)
    assert judgement.verdict is Verdict.DIFFERENT
    assert judgement.wrong_form is not None
    assert judgement.wrong_form.tag == tag
    assert judgement.message.de == f"Fehler: {tag}"
    assert judgement.credit == 0.0


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_wrong_forms_of_a_question_are_told_apart(name: str) -> None:
    assert lint(QUESTIONS[name]) == []


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("2b", "### Antwort 2b\n\nDie Summanden sind unkorreliert.\n\n"
               "$$\\mathbb{V}[w_{ij}x_j] = \\sigma^2\\gamma^2$$\nund daher\n"
               "$$\\mathbb{V}[y_i] = n_{in}\\,\\sigma^2\\gamma^2.$$\n"),
        ("2f", "### Antwort 2f\n\\begin{align}\n"
               "V &= \\sum_{k=1}^{n_{out}} \\sigma^2\\gamma^2 \\\\\n"
               "  &= n_{out}\\sigma^2\\gamma^2\n\\end{align}\n"),
        ("3b", "### Antwort 3b\n$$m = 0$$\nsowie\n$$s^2 = \\frac{2}{n_{in}+n_{out}}$$"),
        ("3c", "### Antwort 3c\n\\[ a = -b, \\qquad b = \\sqrt{\\frac{6}{n_{in}+n_{out}}} \\]"),
        ("1b", "Antwort:\n\n$\\frac{1}{n_{in}}$\n"),
        ("2a", "### Antwort 2a\nDa $\\mathbb{E}[w_{ij}]=0$ und unabhängig von $x_j$:\n\n"
               "$$ \\mathbb{E}[y_i] = 0 $$"),
    ],
)  # fmt: skip
def test_the_last_display_formula_of_a_markdown_cell_counts(name: str, cell: str) -> None:
    question = QUESTIONS[name]
    assert judge(read_markdown(cell, question), question, SEED).verdict is Verdict.EQUAL
