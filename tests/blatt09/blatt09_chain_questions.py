"""1a and 1d of Blatt 9 as written formulas; sigma is an unknown smooth function."""

import blatt09_phrases as say

from autograder.formulas import Generic, Integers, Question, Real, WrongForm
from autograder.formulas import Sequence as Indexed
from autograder.i18n import Text

_CHAIN = {
    "w": Indexed(Real(), "1", "N"),
    "s": Indexed(Real(), "1", "N"),
    "b": Indexed(Real(), "1", "N"),
    "o": Indexed(Real(), "0", "N", start="x"),
}
RECOMPUTED = "recomputed"
"""Tag of formulas with the bias in them: they may spell out s, which can be right."""
_START = "x*dsigma(s[1])"
_END = "w[N]*dsigma(s[N])"


def _question(reference: str, step: int, *mistakes: tuple[str, str, Text]) -> Question:
    return Question(
        reference=reference,
        variables={"N": Integers(2, 8, step), "x": Real()},
        sequences=_CHAIN,
        functions={"sigma": Generic(("dsigma",))},
        aliases={"n": "N", "phi": "sigma"},
        wrong_forms=(
            *(WrongForm(form, tag, message) for tag, form, message in mistakes),
            WrongForm(None, RECOMPUTED, say.RECOMPUTED, uses=("b",)),
        ),
    )


def _layers(factor: str, first: str = "2", last: str = "N") -> str:
    return f"prod({factor} for i in range({first}, {last}+1))"


PLAIN_CHAIN = _question(
    f"{_START}*{_layers('w[i]*dsigma(s[i])')}",
    1,
    ("without x", f"dsigma(s[1])*{_layers('w[i]*dsigma(s[i])')}", say.WITHOUT_X),
    ("without first", f"x*{_layers('w[i]*dsigma(s[i])')}", say.WITHOUT_FIRST_DERIVATIVE),
    ("with w_1", f"x*{_layers('w[i]*dsigma(s[i])', '1')}", say.WITH_W1),
    ("after x", _layers("w[i]*dsigma(s[i])", "1"), say.AFTER_X),
    (
        "without last",
        f"{_START}*{_layers('w[i]*dsigma(s[i])', last='(N-1)')}",
        say.WITHOUT_LAST_LAYER,
    ),
    ("sigma", f"x*sigma(s[1])*{_layers('w[i]*sigma(s[i])')}", say.SIGMA_ITSELF),
    ("sum", f"{_START}*sum(w[i]*dsigma(s[i]) for i in range(2, N+1))", say.SUM),
    ("at outputs", f"x*dsigma(o[1])*{_layers('w[i]*dsigma(o[i])')}", say.AT_OUTPUTS),
    ("without weights", f"x*{_layers('dsigma(s[i])', '1')}", say.WITHOUT_WEIGHTS),
    ("without derivatives", f"x*{_layers('w[i]')}", say.WITHOUT_DERIVATIVES),
    ("shifted weight", f"{_START}*{_layers('w[i-1]*dsigma(s[i])')}", say.SHIFTED),
    ("shifted argument", f"{_START}*{_layers('w[i]*dsigma(s[i-1])')}", say.SHIFTED),
    ("bias", f"{_START}*{_layers('b[i]*dsigma(s[i])')}", say.BIAS_FOR_WEIGHT),
    ("output", f"o[1]*dsigma(s[1])*{_layers('w[i]*dsigma(s[i])')}", say.OUTPUT_FOR_INPUT),
    ("every output", _layers("o[i-1]*dsigma(s[i])", "1"), say.EVERY_OUTPUT),
)


def _skipped(start: str, factor: str, end: str) -> str:
    return f"{start}*prod({factor} for j in range(1, (N-2)/2+1))*{end}"


def _skip_question(factor: str, with_sigma: str, sign: str, light: str) -> Question:
    """``factor`` is that of one pair; the others are the same with a mistake in it."""
    plain = f"{_START}*{_layers('w[i]*dsigma(s[i])')}"
    inside = f"{_START}*(1+{_layers('w[i]*dsigma(s[i])', last='(N-1)')})*{_END}"
    per_layer = f"{_START}*{_layers('(1+w[i]*dsigma(s[i]))', last='(N-1)')}*{_END}"
    return _question(
        _skipped(_START, factor, _END),
        2,
        ("plain chain", plain, say.PLAIN_CHAIN_AGAIN),
        ("one once", inside, say.ONE_ONCE),
        ("one to all", f"1+{plain}", say.ONE_TO_ALL),
        ("one per layer", per_layer, say.ONE_PER_LAYER),
        ("without x", _skipped("dsigma(s[1])", factor, _END), say.WITHOUT_X),
        ("without first", _skipped("x", factor, _END), say.WITHOUT_FIRST_DERIVATIVE),
        ("with w_1", _skipped(f"w[1]*{_START}", factor, _END), say.WITH_W1),
        ("after x", _skipped("w[1]*dsigma(s[1])", factor, _END), say.AFTER_X),
        ("without last", _skipped(_START, factor, "1"), say.LAST_LAYER_MISSING),
        ("without w_N", _skipped(_START, factor, "dsigma(s[N])"), say.LAST_WEIGHT_MISSING),
        ("without last derivative", _skipped(_START, factor, "w[N]"), say.LAST_DERIVATIVE_MISSING),
        (
            "sigma",
            _skipped("x*sigma(s[1])", with_sigma, "w[N]*sigma(s[N])"),
            say.SIGMA_ITSELF,
        ),
        ("sign", _skipped(_START, sign, _END), say.SHORTCUT_SIGN),
        ("without outer", _skipped(_START, f"(1+{_INNER})", _END), say.OUTER_DERIVATIVE_MISSING),
        ("without a weight", _skipped(_START, light, _END), say.WEIGHT_IN_PAIR_MISSING),
    )


_INNER = "w[2*j+1]*w[2*j]*dsigma(s[2*j])"
_OUTER = "dsigma(s[2*j+1])"
_SIGMAS = "w[2*j+1]*w[2*j]*sigma(s[2*j])"

SKIP_PRE = _skip_question(
    f"{_OUTER}*(1+{_INNER})",
    f"sigma(s[2*j+1])*(1+{_SIGMAS})",
    f"{_OUTER}*(1-{_INNER})",
    f"{_OUTER}*(1+w[2*j+1]*dsigma(s[2*j]))",
)
SKIP_POST = _skip_question(
    f"(1+{_INNER}*{_OUTER})",
    f"(1+{_SIGMAS}*sigma(s[2*j+1]))",
    f"(1-{_INNER}*{_OUTER})",
    f"(1+w[2*j+1]*dsigma(s[2*j])*{_OUTER})",
)
