"""The formula questions of Lehreinheit 10: right answers, and the mistakes that people make."""

from autograder.checks import text
from autograder.formulas import Form, Integers, Positive, Question, WrongForm
from autograder.formulas import Sequence as Indexed
from autograder.i18n import Text

_LAYER = {
    "n_in": Integers(2),
    "n_out": Integers(2),
    "var_w": Positive(),
    "var_x": Positive(),
}
_ALIASES = {
    "n_ein": "n_in",
    "n_aus": "n_out",
    "fan_in": "n_in",
    "fan_out": "n_out",
    "n": "n_in",
    "var_W": "var_w",
    "sigma_w": "sqrt(var_w)",
    "sigma_x": "sqrt(var_x)",
    "Var(w)": "var_w",
    "Var(W)": "var_w",
    "Var(x)": "var_x",
    "Var(z)": "var_x",
    "E(w)": "0*var_w",
    "E(W)": "0*var_w",
    "E(x)": "0*var_x",
    "E(z)": "0*var_x",
    "E(w^2)": "var_w",
    "E(W^2)": "var_w",
    "E(x^2)": "var_x",
    "E(z^2)": "var_x",
}

_Mistake = tuple[str, Form, Text]
"""Tag, form, sentence."""


def _question(reference: Form, *mistakes: _Mistake, **more) -> Question:
    return Question(
        reference=reference,
        variables=more.pop("variables", _LAYER),
        aliases=more.pop("aliases", _ALIASES),
        wrong_forms=tuple(WrongForm(form, tag, message) for tag, form, message in mistakes),
        **more,
    )


_DEVIATION = text("Das ist eine Standardabweichung, gefragt ist eine Varianz.")
_EXPECTATION = text("Das ist ein Erwartungswert, gefragt ist eine Varianz.")
_OTHER_SIZE = text("Über wie viele Summanden geht die Summe? Sehen Sie sich die Form von W an.")
_WITHOUT_X = text("Die Varianz der Eingabe fehlt.")
_WITHOUT_W = text("Die Varianz der Gewichte fehlt.")

LINEAR = _question(
    "n_in*var_w*var_x",
    ("one summand", "var_w*var_x", text("Das ist die Varianz eines einzigen Summanden.")),
    (
        "squared size",
        "n_in**2*var_w*var_x",
        text("Die Varianzen unabhängiger Summanden addieren sich; ihre Anzahl zählt einfach."),
    ),
    ("other size", "n_out*var_w*var_x", _OTHER_SIZE),
    ("both sizes", "n_in*n_out*var_w*var_x", _OTHER_SIZE),
    (
        "sum",
        "n_in*(var_w+var_x)",
        text("Für ein Produkt unabhängiger, zentrierter Größen addieren sich die Varianzen nicht."),
    ),
    (
        "sum of all",
        "n_in+var_w+var_x",
        text("Die Größen werden addiert; bei einem Produkt unabhängiger Größen ist das anders."),
    ),
    (
        "sum of two",
        "var_w+var_x",
        text("Für ein Produkt unabhängiger, zentrierter Größen addieren sich die Varianzen nicht."),
    ),
    ("without x", "n_in*var_w", _WITHOUT_X),
    ("without w", "n_in*var_x", _WITHOUT_W),
    ("root", "sqrt(n_in*var_w*var_x)", _DEVIATION),
    (
        "deviations",
        "n_in*sqrt(var_w*var_x)",
        text("var_w und var_x sind schon Varianzen, keine Standardabweichungen."),
    ),
    (
        "squared variances",
        "n_in*var_w**2*var_x**2",
        text("var_w und var_x sind schon Varianzen; sie werden nicht quadriert."),
    ),
    ("mean", "var_w*var_x/n_in", text("Hier wird summiert, nicht gemittelt.")),
    ("expectation", "0*var_w", _EXPECTATION),
    (
        "activated",
        "n_in*var_w*var_x/2",
        text("Hier gibt es keine Aktivierung: a(x) = x. Die ReLU kommt erst in 1f."),
    ),
)

_OWN_VARIANCE = text(
    "Die Varianz der Eingabe soll erhalten bleiben, wie groß sie auch ist; sie geht nicht ein."
)
_TOO_FAR = text("Nur die Vorwärtsrichtung ist gefragt; die Zahl der Ausgänge geht nicht ein.")
STABLE_LINEAR = _question(
    "1/n_in",
    (
        "deviation",
        "1/sqrt(n_in)",
        text("Das ist die Standardabweichung der Gewichte, gefragt ist ihre Varianz."),
    ),
    ("outputs", "1/n_out", _OTHER_SIZE),
    ("outputs, deviation", "1/sqrt(n_out)", _OTHER_SIZE),
    ("constant", "1", text("Die Varianz muss von der Breite des Layers abhängen.")),
    (
        "given variance",
        "var_w",
        text("var_w soll hier bestimmt werden; gesucht ist ein Ausdruck aus den Layergrößen."),
    ),
    ("ReLU", "2/n_in", text("Der Faktor gehört zur ReLU. Hier ist das Netz noch linear.")),
    ("Xavier", "2/(n_in+n_out)", _TOO_FAR),
    ("both sizes", "1/(n_in*n_out)", _TOO_FAR),
    ("of x", "1/(n_in*var_x)", _OWN_VARIANCE),
    ("x", "var_x/n_in", _OWN_VARIANCE),
    (
        "squared",
        "1/n_in**2",
        text("Setzen Sie Ihre Varianz in 1a ein: Bleibt die der Eingabe erhalten?"),
    ),
    (
        "reciprocal",
        "n_in",
        text("Je breiter der Layer, desto kleiner müssen die Gewichte sein, nicht größer."),
    ),
    (
        "root of the size",
        "sqrt(n_in)",
        text("Je breiter der Layer, desto kleiner müssen die Gewichte sein, nicht größer."),
    ),
    ("zero", "0*n_in", text("Ohne Streuung gäben alle Gewichte nichts weiter.")),
)


def _product(first: str = "0", last: str = "L-1", factor: str = "n[l]*var_w") -> str:
    return f"prod({factor} for l in range({first}, {last}+1))"


MESSAGES_OF_DEPTH = {
    "too many": text("Im Produkt steht eine Breite zu viel: Wie viele Eingänge haben die Layer?"),
    "too few": text("Im Produkt fehlt eine Breite: Jeder Layer bringt einen Faktor."),
    "equal": text("Die Layer sind verschieden breit; die Formel nimmt gleiche Breiten an."),
    "outputs": text("Jeder Layer summiert über seine Eingänge, nicht über seine Ausgänge."),
    "sum": text("Die Faktoren der Layer multiplizieren sich, sie werden nicht addiert."),
    "weights": text("Die Varianz der Gewichte kommt nicht so oft vor, wie es Layer gibt."),
    "without w": _WITHOUT_W,
    "without x": _WITHOUT_X,
    "x each": text("Die Varianz der Eingabe kommt nur einmal vor."),
    "ReLU": text("Hier ist das Netz linear: Es gibt keine ReLU, die etwas abschneidet."),
    "root": _DEVIATION,
    "mean": text("Hier wird summiert, nicht gemittelt."),
    "one layer": text(
        "Das ist die Varianz nach dem ersten Layer, gefragt ist die nach dem letzten."
    ),
}
_SAY = MESSAGES_OF_DEPTH
DEEP_LINEAR = _question(
    f"{_product()}*var_x",
    ("one too many", f"n[L]*{_product()}*var_x", _SAY["too many"]),
    ("one layer too many", f"n[L]*var_w*{_product()}*var_x", _SAY["too many"]),
    ("first missing", f"var_w*{_product('1')}*var_x", _SAY["too few"]),
    ("first layer missing", f"{_product('1')}*var_x", _SAY["too few"]),
    ("last missing", f"var_w*{_product(last='L-2')}*var_x", _SAY["too few"]),
    ("last layer missing", f"{_product(last='L-2')}*var_x", _SAY["too few"]),
    ("outputs", f"{_product('1', 'L')}*var_x", _SAY["outputs"]),
    ("equal to the first", "(n[0]*var_w)**L*var_x", _SAY["equal"]),
    ("equal to the second", "(n[1]*var_w)**L*var_x", _SAY["equal"]),
    ("equal after the first", "n[0]*var_w*(n[1]*var_w)**(L-1)*var_x", _SAY["equal"]),
    ("equal to the last", "(n[L]*var_w)**L*var_x", _SAY["equal"]),
    ("sum", "sum(n[l]*var_w for l in range(0, L))*var_x", _SAY["sum"]),
    ("one weight", f"{_product(factor='n[l]')}*var_w*var_x", _SAY["weights"]),
    ("weights too many", f"{_product()}*var_w*var_x", _SAY["weights"]),
    ("weights too few", f"{_product()}/var_w*var_x", _SAY["weights"]),
    ("without weights", f"{_product(factor='n[l]')}*var_x", _SAY["without w"]),
    ("without x", _product(), _SAY["without x"]),
    ("x each time", _product(factor="n[l]*var_w*var_x"), _SAY["x each"]),
    ("ReLU", _product(factor="n[l]*var_w/2") + "*var_x", _SAY["ReLU"]),
    ("ReLU between", _product(factor="n[l]*var_w/2") + "*2*var_x", _SAY["ReLU"]),
    ("root", f"sqrt({_product()}*var_x)", _SAY["root"]),
    ("mean", _product(factor="var_w/n[l]") + "*var_x", _SAY["mean"]),
    ("one layer", "n[0]*var_w*var_x", _SAY["one layer"]),
    variables={"L": Integers(3, 8), "var_w": Positive(), "var_x": Positive()},
    sequences={"n": Indexed(Integers(2, 19), "0", "L")},
    aliases={
        "widths": "n",
        "Var(w)": "var_w",
        "Var(W)": "var_w",
        "var_W": "var_w",
        "Var(x)": "var_x",
        "sigma_w": "sqrt(var_w)",
        "sigma_x": "sqrt(var_x)",
    },
)

_HALF = "var_x/2"
_CENTRED = "var_x*(1/2-1/(2*pi))"
_HALF_FORGOTTEN = text("Die ReLU schneidet die Hälfte der Verteilung ab; das fehlt noch.")
_SQUARED_MOMENT = text(
    "Das ist die Varianz von ReLU(z). In den nächsten Layer geht aber der Erwartungswert des "
    "Quadrats ein: Die Ausgaben der ReLU sind nicht zentriert."
)
_QUARTER = text("Die Hälfte wird einmal zu oft genommen.")
RELU = _question(
    (_HALF, f"n_in*var_w*{_HALF}"),
    ("half forgotten", ("var_x", "n_in*var_w*var_x"), _HALF_FORGOTTEN),
    ("half forgotten later", (_HALF, "n_in*var_w*var_x"), _HALF_FORGOTTEN),
    ("half forgotten first", ("var_x", "n_in*var_w*var_x/2"), _HALF_FORGOTTEN),
    ("variance", (_CENTRED, f"n_in*var_w*{_CENTRED}"), _SQUARED_MOMENT),
    ("variance, then right", (_CENTRED, f"n_in*var_w*{_HALF}"), _SQUARED_MOMENT),
    ("right, then variance", (_HALF, f"n_in*var_w*{_CENTRED}"), _SQUARED_MOMENT),
    ("quarter", ("var_x/4", "n_in*var_w*var_x/4"), _QUARTER),
    ("quarter later", (_HALF, "n_in*var_w*var_x/4"), _QUARTER),
    (
        "double",
        ("2*var_x", "2*n_in*var_w*var_x"),
        text("Die ReLU verkleinert den Erwartungswert des Quadrats, sie vergrößert ihn nicht."),
    ),
    (
        "half deviation",
        ("sqrt(var_x)/2", "n_in*var_w*sqrt(var_x)/2"),
        text("var_x ist eine Varianz; hier steht ihre Wurzel."),
    ),
    (
        "squared expectation",
        ("var_x/(2*pi)", "n_in*var_w*var_x/(2*pi)"),
        text(
            "Das ist das Quadrat des Erwartungswerts, gefragt ist der Erwartungswert des Quadrats."
        ),
    ),
    (
        "expectation",
        ("sqrt(var_x/(2*pi))", "n_in*var_w*sqrt(var_x/(2*pi))"),
        text("Das ist der Erwartungswert von a(z), gefragt ist der seines Quadrats."),
    ),
    ("outputs", (_HALF, f"n_out*var_w*{_HALF}"), _OTHER_SIZE),
    (
        "one summand",
        (_HALF, f"var_w*{_HALF}"),
        text("Das ist die Varianz eines einzigen Summanden."),
    ),
    (
        "swapped",
        (f"n_in*var_w*{_HALF}", _HALF),
        text("Die beiden Werte sind vertauscht: Zuerst kommt der Erwartungswert des Quadrats."),
    ),
    (
        "twice",
        (f"n_in*var_w*{_HALF}", f"n_in*var_w*{_HALF}"),
        text("Der erste Wert gehört zu a(z) selbst, noch vor dem nächsten Layer."),
    ),
    components=(("E(a(z)^2)", "E(a^2)", "E(y^2)"), ("Var(z')", "Var(y)", "V(y)")),
)

_VARIANCE_OF_RELU = text(
    "So bleibt die Varianz von ReLU(z) gleich, nicht die der Voraktivierungen: Die Ausgaben der "
    "ReLU sind nicht zentriert."
)
STABLE_RELU = _question(
    "2/n_in",
    (
        "deviation",
        "sqrt(2/n_in)",
        text("Das ist die Standardabweichung der Gewichte, gefragt ist ihre Varianz."),
    ),
    (
        "deviation, 2 outside",
        "2/sqrt(n_in)",
        text("Die Varianz hängt von der Breite selbst ab, nicht von ihrer Wurzel."),
    ),
    (
        "linear",
        "1/n_in",
        text("Das gilt für lineare Netze; die ReLU ist noch nicht berücksichtigt."),
    ),
    (
        "half",
        "1/(2*n_in)",
        text("Die ReLU verkleinert, also müssen die Gewichte größer werden als ohne sie."),
    ),
    ("variance of ReLU", "1/(n_in*(1/2-1/(2*pi)))", _VARIANCE_OF_RELU),
    ("variance of ReLU, rounded", "2.934/n_in", _VARIANCE_OF_RELU),
    ("variance of ReLU, rounded", "2.93/n_in", _VARIANCE_OF_RELU),
    ("quarter", "4/n_in", _QUARTER),
    ("outputs", "2/n_out", _OTHER_SIZE),
    ("outputs, deviation", "sqrt(2/n_out)", _OTHER_SIZE),
    ("Xavier", "2/(n_in+n_out)", _TOO_FAR),
    ("constant", "1", text("Die Varianz muss von der Breite des Layers abhängen.")),
    ("two", "2", text("Die Varianz muss von der Breite des Layers abhängen.")),
    (
        "given variance",
        "var_w",
        text("var_w soll hier bestimmt werden; gesucht ist ein Ausdruck aus den Layergrößen."),
    ),
    ("of x", "2/(n_in*var_x)", _OWN_VARIANCE),
    ("x", "2*var_x/n_in", _OWN_VARIANCE),
    (
        "reciprocal",
        "n_in/2",
        text("Je breiter der Layer, desto kleiner müssen die Gewichte sein, nicht größer."),
    ),
)

QUESTIONS = {
    "1a": (LINEAR,),
    "1b": (STABLE_LINEAR,),
    "1e": (DEEP_LINEAR,),
    "1f": (RELU, STABLE_RELU),
}
"""Part → the right answers: no message may give one of them away."""
