"""The formula questions of Blatt 9: right answers, and the mistakes that people make."""

from blatt09_chain_questions import PLAIN_CHAIN, SKIP_POST, SKIP_PRE

from autograder.checks import text
from autograder.formulas import Form, Integers, Positive, Question, WrongForm
from autograder.i18n import Text

_SIZES = {
    "n_in": Integers(2),
    "n_out": Integers(2),
    "sigma": Positive(),
    "gamma": Positive(),
}
_LAYER = {**_SIZES, "b": Positive()}
"""With the bias, which is 0 on the sheet: who keeps it in a formula is told so."""
_MOMENTS = {"Var": "{0}**2", "V": "{0}**2", "E": "0*{0}"}
_ALIASES = {
    **dict.fromkeys(("n_ein", "fan_in", "N_in", "N_ein"), "n_in"),
    **dict.fromkeys(("n_aus", "fan_out", "N_out", "N_aus"), "n_out"),
    **dict.fromkeys(("sigma_w", "sigma_W"), "sigma"),
    "gamma_x": "gamma",
    **{
        f"{moment}({variable})": value.format(deviation)
        for moment, value in _MOMENTS.items()
        for variable, deviation in (("w", "sigma"), ("W", "sigma"), ("x", "gamma"))
    },
    **{"E(w^2)": "sigma**2", "E(W^2)": "sigma**2", "E(x^2)": "gamma**2"},
}
_LAYER_ALIASES = {**_ALIASES, "b_i": "b", "E(b)": "b"}

_Mistake = tuple[str, Form | None, Text]
"""Tag, form, sentence."""


def _forms(*mistakes: _Mistake) -> tuple[WrongForm, ...]:
    return tuple(WrongForm(form, tag, message) for tag, form, message in mistakes)


_BIAS = WrongForm(
    None,
    "bias",
    text("Der Bias ist in der Aufgabe festgelegt und kommt im Ergebnis nicht vor."),
    uses=("b",),
)


def _mean(n: str, other: str) -> Question:
    """The expectation of a sum of ``n`` centred summands."""
    variance = text("Das ist eine Varianz; gefragt ist ein Erwartungswert.")
    deviation = text("Standardabweichungen sind keine Erwartungswerte.")
    number = text("Das ist die Anzahl der Summanden; gefragt ist der Erwartungswert der Summe.")
    return Question(
        reference="0",
        variables=_LAYER,
        aliases=_LAYER_ALIASES,
        wrong_forms=(
            *_forms(
                ("variance of w", "sigma**2", variance),
                ("variance of x", "gamma**2", variance),
                ("variance of a summand", "sigma**2*gamma**2", variance),
                ("variance", f"{n}*sigma**2*gamma**2", variance),
                ("other variance", f"{other}*sigma**2*gamma**2", variance),
                ("variances of w", f"{n}*sigma**2", variance),
                ("deviation of w", "sigma", deviation),
                ("deviation of x", "gamma", deviation),
                ("deviation of a summand", "sigma*gamma", deviation),
                ("sum of deviations", f"{n}*gamma", deviation),
                ("sum of deviations of w", f"{n}*sigma", deviation),
                ("sum of products", f"{n}*sigma*gamma", deviation),
                ("other sum of products", f"{other}*sigma*gamma", deviation),
                ("other sum of deviations", f"{other}*gamma", deviation),
                ("root of the variance", f"sqrt({n})*sigma*gamma", deviation),
                ("number of summands", n, number),
                ("other number", other, number),
                (
                    "one",
                    "1",
                    text("Setzen Sie die Erwartungswerte ein, die in der Aufgabe stehen."),
                ),
            ),
            _BIAS,
        ),
    )


def _variance(n: str, other: str) -> Question:
    """n·σ²·γ² with the layer's size ``n``; ``other`` is the size that does not belong there."""
    return Question(
        reference=f"{n}*sigma**2*gamma**2",
        variables=_LAYER,
        aliases=_LAYER_ALIASES,
        wrong_forms=(
            *_forms(
                (
                    "one summand",
                    "sigma**2*gamma**2",
                    text("Das ist die Varianz eines einzigen Summanden."),
                ),
                (
                    "other size",
                    f"{other}*sigma**2*gamma**2",
                    text(
                        "Über wie viele Summanden geht die Summe? Sehen Sie sich die Form von W an."
                    ),
                ),
                (
                    "both sizes",
                    f"{n}*{other}*sigma**2*gamma**2",
                    text("Die Summe läuft nicht über beide Größen, sondern über eine von ihnen."),
                ),
                (
                    "squared size",
                    f"{n}**2*sigma**2*gamma**2",
                    text(
                        "Die Varianzen unabhängiger Summanden addieren sich; ihre Anzahl zählt einfach."
                    ),
                ),
                (
                    "deviations",
                    f"{n}*sigma*gamma",
                    text("sigma und gamma sind Standardabweichungen, keine Varianzen."),
                ),
                (
                    "sigma",
                    f"{n}*sigma*gamma**2",
                    text("sigma ist eine Standardabweichung, keine Varianz."),
                ),
                (
                    "gamma",
                    f"{n}*sigma**2*gamma",
                    text("gamma ist eine Standardabweichung, keine Varianz."),
                ),
                (
                    "fourth powers",
                    f"{n}*sigma**4*gamma**4",
                    text("sigma und gamma sind einmal zu oft quadriert."),
                ),
                (
                    "sum",
                    f"{n}*(sigma**2+gamma**2)",
                    text(
                        "Für das Produkt unabhängiger, zentrierter Größen addieren sich die Varianzen nicht."
                    ),
                ),
                (
                    "root",
                    f"sqrt({n})*sigma*gamma",
                    text("Das ist die Standardabweichung, gefragt ist die Varianz."),
                ),
                (
                    "without gamma",
                    f"{n}*sigma**2",
                    text("Die Varianz der anderen Zufallsgröße fehlt."),
                ),
                ("without sigma", f"{n}*gamma**2", text("Die Varianz der Gewichte fehlt.")),
                (
                    "mean",
                    f"sigma**2*gamma**2/{n}",
                    text("Hier wird summiert, nicht gemittelt."),
                ),
                (
                    "expectation",
                    "0*sigma",
                    text("Das ist der Erwartungswert, gefragt ist die Varianz."),
                ),
            ),
            _BIAS,
        ),
    )


EXPECTATION = _mean("n_in", "n_out")
GRADIENT_EXPECTATION = _mean("n_out", "n_in")
OUTPUT_VARIANCE = _variance("n_in", "n_out")
GRADIENT_VARIANCE = _variance("n_out", "n_in")

_BOTH_SIZES = text("In die Varianz gehen beide Layergrößen ein.")
_OTHER_MEAN = text("Das ist ein anderes Mittel der beiden Varianzen als in der Aufgabe.")
_FORMULAS_OF_SIZES = text(
    "Gefragt sind Formeln aus den Layergrößen; sigma ist hier das, was bestimmt werden soll."
)
NORMAL_PARAMETERS = Question(
    reference=("0", "2/(n_in+n_out)"),
    variables=_SIZES,
    aliases=_ALIASES,
    components=(("m", "mu"), ("s^2", "sigma^2")),
    wrong_forms=_forms(
        (
            "deviation",
            ("0", "sqrt(2/(n_in+n_out))"),
            text("Der zweite Parameter ist eine Varianz, keine Standardabweichung."),
        ),
        (
            "factor",
            ("0", "1/(n_in+n_out)"),
            text(
                "Die Varianz der Xavier-Initialisierung steht in der Aufgabe; der Zähler stimmt nicht."
            ),
        ),
        ("inputs", ("0", "2/n_in"), _BOTH_SIZES),
        ("outputs", ("0", "2/n_out"), _BOTH_SIZES),
        ("forward", ("0", "1/n_in"), _BOTH_SIZES),
        ("backward", ("0", "1/n_out"), _BOTH_SIZES),
        ("He, deviation", ("0", "sqrt(2/n_in)"), _BOTH_SIZES),
        ("arithmetic mean", ("0", "(1/n_in+1/n_out)/2"), _OTHER_MEAN),
        ("geometric mean", ("0", "1/sqrt(n_in*n_out)"), _OTHER_MEAN),
        (
            "sum of variances",
            ("0", "1/n_in+1/n_out"),
            text("Die Varianzen für Hin- und Rückweg werden nicht addiert."),
        ),
        (
            "reciprocal",
            ("0", "(n_in+n_out)/2"),
            text("Zähler und Nenner der Varianz sind vertauscht."),
        ),
        (
            "brackets",
            ("0", "2/n_in+n_out"),
            text("Im Nenner fehlt eine Klammer."),
        ),
        (
            "squared",
            ("0", "(2/(n_in+n_out))**2"),
            text("Die Varianz wurde noch einmal quadriert."),
        ),
        (
            "uniform bound",
            ("0", "sqrt(6/(n_in+n_out))"),
            text("Das ist die Grenze einer Gleichverteilung, gefragt ist eine Varianz."),
        ),
        (
            "swapped",
            ("2/(n_in+n_out)", "0"),
            text("Mittelwert und Varianz sind vertauscht."),
        ),
        ("given sigma", ("0", "sigma**2"), _FORMULAS_OF_SIZES),
        ("given deviation", ("0", "sigma"), _FORMULAS_OF_SIZES),
    ),
)

_BOUND = "sqrt(6/(n_in+n_out))"
_BOUND_SIZES = text("In die Grenzen gehen beide Layergrößen ein.")
_ROOT = text("Die Varianz hängt vom Quadrat der Grenze ab: Es fehlt eine Wurzel.")


def _around_zero(bound: str) -> tuple[str, str]:
    return f"-{bound}", bound


UNIFORM_BOUNDS = Question(
    reference=_around_zero(_BOUND),
    variables=_SIZES,
    aliases=_ALIASES,
    components=(("a",), ("b",)),
    wrong_forms=_forms(
        (
            "deviation",
            _around_zero("sqrt(2/(n_in+n_out))"),
            text(
                "Das ist die Standardabweichung; die Grenzen einer Gleichverteilung liegen weiter außen."
            ),
        ),
        (
            "three",
            _around_zero("sqrt(3/(n_in+n_out))"),
            text("Die Varianz dieser Gleichverteilung ist nur halb so groß wie verlangt."),
        ),
        (
            "twelve",
            _around_zero("sqrt(12/(n_in+n_out))"),
            text("Die Varianz dieser Gleichverteilung ist größer als verlangt."),
        ),
        ("no root", _around_zero("6/(n_in+n_out)"), _ROOT),
        (
            "root of the numerator",
            _around_zero("sqrt(6)/(n_in+n_out)"),
            text("Die Wurzel reicht nur über den Zähler."),
        ),
        (
            "variance",
            _around_zero("2/(n_in+n_out)"),
            text("Das ist die Varianz selbst, nicht die Grenze der Gleichverteilung."),
        ),
        (
            "one-sided",
            ("0", _BOUND),
            text("Der Erwartungswert der Gewichte muss 0 sein; dieses Intervall ist einseitig."),
        ),
        (
            "one-sided, right variance",
            ("0", "2*" + _BOUND),
            text("Der Erwartungswert der Gewichte muss 0 sein; das Intervall beginnt nicht bei 0."),
        ),
        (
            "swapped",
            (_BOUND, f"-{_BOUND}"),
            text("Die beiden Grenzen sind vertauscht: a ist die kleinere."),
        ),
        ("inputs", _around_zero("sqrt(6/n_in)"), _BOUND_SIZES),
        ("outputs", _around_zero("sqrt(6/n_out)"), _BOUND_SIZES),
        ("inputs, three", _around_zero("sqrt(3/n_in)"), _BOUND_SIZES),
        ("torch's default", _around_zero("1/sqrt(n_in)"), _BOUND_SIZES),
        (
            "constant",
            ("-1", "1"),
            text("Die Grenzen hängen von den Layergrößen ab."),
        ),
        ("given sigma", _around_zero("sqrt(3)*sigma"), _FORMULAS_OF_SIZES),
        ("given deviation", _around_zero("sigma"), _FORMULAS_OF_SIZES),
    ),
)

QUESTIONS = {
    "1a": (PLAIN_CHAIN,),
    "1d": (SKIP_PRE, SKIP_POST),
    "2a": (EXPECTATION,),
    "2b": (OUTPUT_VARIANCE,),
    "2e": (GRADIENT_EXPECTATION,),
    "2f": (GRADIENT_VARIANCE,),
    "3b": (NORMAL_PARAMETERS,),
    "3c": (UNIFORM_BOUNDS,),
}
"""Part → the right answers: no message may give one of them away."""
