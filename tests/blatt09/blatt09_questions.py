"""The formula questions of Blatt 9: right answers, and the mistakes that people make."""

from autograder.checks import text
from autograder.formulas import Generic, Integers, Positive, Question, Real, WrongForm
from autograder.formulas import Sequence as Indexed

_SIZES = {
    "n_in": Integers(2),
    "n_out": Integers(2),
    "sigma": Positive(),
    "gamma": Positive(),
}
_ALIASES = {
    "n_ein": "n_in",
    "n_aus": "n_out",
    "sigma_w": "sigma",
    "gamma_x": "gamma",
    "Var(w)": "sigma**2",
    "V(w)": "sigma**2",
    "Var(x)": "gamma**2",
    "V(x)": "gamma**2",
    "E(w)": "0*sigma",
    "E(x)": "0*gamma",
    "b": "0*sigma",
}


def _mean(*extra: WrongForm) -> Question:
    return Question(
        reference="0",
        variables=_SIZES,
        aliases=_ALIASES,
        wrong_forms=(
            WrongForm(
                "sigma**2",
                "variance",
                text("Das ist eine Varianz; gefragt ist ein Erwartungswert."),
            ),
            WrongForm(
                "n_in*gamma",
                "deviation",
                text("Eine Standardabweichung ist kein Erwartungswert."),
            ),
            WrongForm(
                "n_in*sigma*gamma",
                "deviations",
                text("Standardabweichungen sind keine Erwartungswerte."),
            ),
            *extra,
        ),
    )


def _variance(n: str, other: str) -> Question:
    """n·σ²·γ² with the layer's size ``n``; ``other`` is the size that does not belong there."""
    return Question(
        reference=f"{n}*sigma**2*gamma**2",
        variables=_SIZES,
        aliases=_ALIASES,
        wrong_forms=(
            WrongForm(
                "sigma**2*gamma**2",
                "one summand",
                text("Das ist die Varianz eines einzigen Summanden."),
            ),
            WrongForm(
                f"{other}*sigma**2*gamma**2",
                "other size",
                text("Über wie viele Summanden geht die Summe? Es ist die andere Größe."),
            ),
            WrongForm(
                f"{n}**2*sigma**2*gamma**2",
                "squared size",
                text(
                    "Die Varianzen unabhängiger Summanden addieren sich; ihre Anzahl zählt einfach."
                ),
            ),
            WrongForm(
                f"{n}*sigma*gamma",
                "deviations",
                text("sigma und gamma sind Standardabweichungen, keine Varianzen."),
            ),
            WrongForm(
                f"{n}*sigma*gamma**2",
                "sigma",
                text("sigma ist eine Standardabweichung, keine Varianz."),
            ),
            WrongForm(
                f"{n}*sigma**2*gamma",
                "gamma",
                text("gamma ist eine Standardabweichung, keine Varianz."),
            ),
            WrongForm(
                f"{n}*(sigma**2+gamma**2)",
                "sum",
                text(
                    "Für das Produkt unabhängiger, zentrierter Größen addieren sich die Varianzen nicht."
                ),
            ),
            WrongForm(
                f"sqrt({n})*sigma*gamma",
                "root",
                text("Das ist die Standardabweichung, gefragt ist die Varianz."),
            ),
            WrongForm(
                f"{n}*sigma**2",
                "without gamma",
                text("Die Varianz der anderen Zufallsgröße fehlt."),
            ),
        ),
    )


EXPECTATION = _mean()
OUTPUT_VARIANCE = _variance("n_in", "n_out")
GRADIENT_VARIANCE = _variance("n_out", "n_in")

NORMAL_PARAMETERS = Question(
    reference=("0", "2/(n_in+n_out)"),
    variables=_SIZES,
    aliases=_ALIASES,
    components=(("m", "mu"), ("s^2", "sigma^2")),
    wrong_forms=(
        WrongForm(
            ("0", "sqrt(2/(n_in+n_out))"),
            "deviation",
            text("Der zweite Parameter ist eine Varianz, keine Standardabweichung."),
        ),
        WrongForm(
            ("0", "1/(n_in+n_out)"),
            "factor",
            text(
                "Die Varianz der Xavier-Initialisierung steht in der Aufgabe; der Zähler stimmt nicht."
            ),
        ),
        WrongForm(
            ("0", "2/n_in"),
            "one size",
            text("In die Varianz gehen beide Layergrößen ein."),
        ),
        WrongForm(
            ("0", "2/n_out"),
            "other size",
            text("In die Varianz gehen beide Layergrößen ein, nicht nur die zweite."),
        ),
        WrongForm(
            ("0", "(n_in+n_out)/2"),
            "reciprocal",
            text("Zähler und Nenner der Varianz sind vertauscht."),
        ),
        WrongForm(
            ("0", "(2/(n_in+n_out))**2"),
            "squared",
            text("Die Varianz wurde noch einmal quadriert."),
        ),
        WrongForm(
            ("2/(n_in+n_out)", "0"),
            "swapped",
            text("Mittelwert und Varianz sind vertauscht."),
        ),
    ),
)

_BOUND = "sqrt(6/(n_in+n_out))"
UNIFORM_BOUNDS = Question(
    reference=(f"-{_BOUND}", _BOUND),
    variables=_SIZES,
    aliases=_ALIASES,
    components=(("a",), ("b",)),
    wrong_forms=tuple(
        WrongForm(form, tag, message)
        for tag, form, message in (
            (
                "deviation",
                ("-sqrt(2/(n_in+n_out))", "sqrt(2/(n_in+n_out))"),
                text(
                    "Das ist die Standardabweichung; die Grenzen einer Gleichverteilung liegen weiter außen."
                ),
            ),
            (
                "three",
                ("-sqrt(3/(n_in+n_out))", "sqrt(3/(n_in+n_out))"),
                text("Die Varianz dieser Gleichverteilung ist nur halb so groß wie verlangt."),
            ),
            (
                "no root",
                ("-6/(n_in+n_out)", "6/(n_in+n_out)"),
                text("Die Varianz hängt vom Quadrat der Grenze ab: Es fehlt eine Wurzel."),
            ),
            (
                "one-sided",
                ("0", _BOUND),
                text(
                    "Der Erwartungswert der Gewichte muss 0 sein; dieses Intervall ist einseitig."
                ),
            ),
            (
                "one-sided, right variance",
                ("0", "2*" + _BOUND),
                text(
                    "Der Erwartungswert der Gewichte muss 0 sein; das Intervall beginnt nicht bei 0."
                ),
            ),
            (
                "swapped",
                (_BOUND, f"-{_BOUND}"),
                text("Die beiden Grenzen sind vertauscht: a ist die kleinere."),
            ),
            (
                "twelve",
                ("-sqrt(12/(n_in+n_out))", "sqrt(12/(n_in+n_out))"),
                text("Die Varianz dieser Gleichverteilung ist größer als verlangt."),
            ),
            (
                "one size",
                ("-sqrt(6/n_in)", "sqrt(6/n_in)"),
                text("In die Grenzen gehen beide Layergrößen ein."),
            ),
        )
    ),
)

_CHAIN = {
    "w": Indexed(Real(), "1", "N"),
    "s": Indexed(Real(), "1", "N"),
    "b": Indexed(Real(), "1", "N"),
    "o": Indexed(Real(), "0", "N"),
}


def chain_question(reference: str, smallest: int, step: int) -> Question:
    """1a and 1d as formulas with products over layers; sigma is an unknown smooth function."""
    return Question(
        reference=reference,
        variables={"N": Integers(smallest, 8, step), "x": Real()},
        sequences=_CHAIN,
        functions={"sigma": Generic(("dsigma",))},
        aliases={"n": "N", "phi": "sigma"},
    )


PLAIN_CHAIN = chain_question("x*dsigma(s[1])*prod(w[i]*dsigma(s[i]) for i in range(2, N+1))", 2, 1)
SKIP_PRE = chain_question(
    "x*dsigma(s[1])*prod(dsigma(s[2*j+1])*(1+w[2*j+1]*w[2*j]*dsigma(s[2*j]))"
    " for j in range(1, (N-2)/2+1))*w[N]*dsigma(s[N])",
    2,
    2,
)
SKIP_POST = chain_question(
    "x*dsigma(s[1])*prod(1+w[2*j]*w[2*j+1]*dsigma(s[2*j])*dsigma(s[2*j+1])"
    " for j in range(1, (N-2)/2+1))*w[N]*dsigma(s[N])",
    2,
    2,
)
