"""Questions of two sheets, as their authors would declare them, for the tests of this room."""

from autograder.formulas import Integers, Positive, Question, WrongForm
from autograder.i18n import Text


def wrong(form: str | tuple[str, ...] | None, tag: str, **more: object) -> WrongForm:
    return WrongForm(form, tag, Text(f"Fehler: {tag}", f"Mistake: {tag}"), **more)  # type: ignore[arg-type]


LAYER = {
    "n_in": Integers(1),
    "n_out": Integers(1),
    "sigma": Positive(),
    "gamma": Positive(),
    "b": Positive(),
}
LAYER_ALIASES = {
    "n_ein": "n_in",
    "n_aus": "n_out",
    "fan_in": "n_in",
    "fan_out": "n_out",
    "sigma_w": "sigma",
    "sigma_W": "sigma",
    "gamma_x": "gamma",
    "Var(w)": "sigma**2",
    "Var(W)": "sigma**2",
    "Var(x)": "gamma**2",
    "E(w)": "0",
    "E(W)": "0",
    "E(x)": "0",
    "E(b)": "b",
}

MEAN = (
    wrong("sigma**2", "variance"),
    wrong("n_in*gamma", "sum-of-deviations"),
    wrong(None, "bias", uses=("b",)),
)
B9_2A = Question("0", LAYER, MEAN, LAYER_ALIASES)
B9_2E = Question("0", LAYER, MEAN, LAYER_ALIASES)


def _variance(right: str, other: str) -> tuple[WrongForm, ...]:
    return (
        wrong("sigma**2*gamma**2", "one-summand"),
        wrong(f"{other}*sigma**2*gamma**2", "other-side"),
        wrong(f"{right}**2*sigma**2*gamma**2", "squared-number"),
        wrong(f"{right}*sigma*gamma", "deviations"),
        wrong(f"{right}*(sigma**2 + gamma**2)", "sum"),
        wrong(f"sqrt({right})*sigma*gamma", "deviation"),
    )


B9_2B = Question("n_in*sigma**2*gamma**2", LAYER, _variance("n_in", "n_out"), LAYER_ALIASES)
B9_2F = Question("n_out*sigma**2*gamma**2", LAYER, _variance("n_out", "n_in"), LAYER_ALIASES)
B9_3B = Question(
    ("0", "2/(n_in + n_out)"),
    LAYER,
    (
        wrong(("0", "sqrt(2/(n_in + n_out))"), "deviation"),
        wrong(("0", "1/(n_in + n_out)"), "half"),
        wrong(("0", "2/n_in"), "one-side"),
    ),
    LAYER_ALIASES,
    components=(("m", "mu"), ("s^2", "s2", "s_quadrat", "sigma^2", "Var")),
)
B9_3C = Question(
    ("-sqrt(6/(n_in + n_out))", "sqrt(6/(n_in + n_out))"),
    LAYER,
    (
        wrong(("-sqrt(2/(n_in + n_out))", "sqrt(2/(n_in + n_out))"), "deviation"),
        wrong(("-sqrt(3/(n_in + n_out))", "sqrt(3/(n_in + n_out))"), "three"),
        wrong(("-6/(n_in + n_out)", "6/(n_in + n_out)"), "no-root"),
        wrong(("0", "sqrt(6/(n_in + n_out))"), "from-zero"),
        wrong(("sqrt(6/(n_in + n_out))", "-sqrt(6/(n_in + n_out))"), "swapped"),
    ),
    LAYER_ALIASES,
    components=(("a",), ("b",)),
)
# In the interval [a, b] the letter b is a bound, not the bias.
B9_3C = Question(
    B9_3C.reference,
    {name: domain for name, domain in LAYER.items() if name != "b"},
    B9_3C.wrong_forms,
    {name: form for name, form in LAYER_ALIASES.items() if form != "b"},
    components=B9_3C.components,
)

VARIANCES = {
    "n_in": Integers(1),
    "n_out": Integers(1),
    "var_w": Positive(),
    "var_x": Positive(),
}
VARIANCE_ALIASES = {
    "n": "n_in",
    "n_ein": "n_in",
    "n_aus": "n_out",
    "Var(W)": "var_w",
    "Var(w)": "var_w",
    "Var(x)": "var_x",
    "Var(X)": "var_x",
    "var_W": "var_w",
    "sigma_w": "sqrt(var_w)",
    "sigma_W": "sqrt(var_w)",
    "sigma_x": "sqrt(var_x)",
}
L10_1A = Question(
    "n_in*var_w*var_x",
    VARIANCES,
    (
        wrong("var_w*var_x", "one-summand"),
        wrong("n_in**2*var_w*var_x", "squared-number"),
        wrong("n_out*var_w*var_x", "other-side"),
        wrong("n_in*(var_w + var_x)", "sum"),
    ),
    VARIANCE_ALIASES,
)
L10_1B = Question(
    "1/n_in",
    VARIANCES,
    (
        wrong("1/sqrt(n_in)", "deviation"),
        wrong("1/n_out", "other-side"),
        wrong("1", "one"),
    ),
    VARIANCE_ALIASES,
)
L10_1F = Question(
    "2/n_in",
    VARIANCES,
    (
        wrong("1/n_in", "half-forgotten"),
        wrong("4/n_in", "quarter"),
        wrong("2/sqrt(n_in)", "root-of-number"),
        wrong("sqrt(2/n_in)", "deviation"),
        wrong("1/(2*n_in)", "inverted-half"),
        wrong("2*pi/((pi - 1)*n_in)", "variance-of-relu"),
    ),
    VARIANCE_ALIASES,
)
QUESTIONS = {
    "2a": B9_2A,
    "2b": B9_2B,
    "2e": B9_2E,
    "2f": B9_2F,
    "3b": B9_3B,
    "3c": B9_3C,
    "1a": L10_1A,
    "1b": L10_1B,
    "1f": L10_1F,
}
