"""Compares an answer with a difference quotient of the notebook's own forward pass.

Both sides come from the student's own functions. They may agree and be wrong together.
"""

from collections.abc import Mapping
from typing import Any

from autograder.i18n import Text
from autograder.selfcheck.calling import Failed, call
from autograder.selfcheck.inputs import NoInput, arguments
from autograder.selfcheck.plain import number_of, plain

STEP = 1e-3
"""Half the distance of the two points, so that float32 leaves three digits of the quotient."""
TOLERANCE = 0.02
"""Relative; coarse on purpose, to be silent about rounding."""


class NotComparable(Exception):
    """The forward pass or the answer gives no number here."""


def differs(
    name: str,
    function: Any,
    case: Mapping[str, Any],
    compare: Mapping[str, Any],
    namespace: Mapping[str, Any],
) -> Text | None:
    """The table's hint where answer and difference quotient are apart, else None.

    ``compare`` says which function goes forward (``of``) with which of the case's ``arguments``,
    what it ``gives``, of which of these the last ``entry`` is differentiated, and ``by`` which
    argument at which ``index``. Raises :class:`NotComparable`.
    """
    try:
        outputs = _forward(case, compare, namespace, 0.0)
        up, down = (
            number_of(plain(_forward(case, compare, namespace, step)[compare["entry"]])[-1])
            for step in (STEP, -STEP)
        )
        given = arguments(case, namespace)
        given |= {one: value for one, value in outputs.items() if one in given}
        answer = number_of(call(name, function, given))
    except (Failed, NoInput, TypeError, IndexError) as error:
        raise NotComparable from error
    if up is None or down is None or answer is None:
        raise NotComparable
    quotient = (up - down) / (2 * STEP)
    if abs(answer - quotient) <= TOLERANCE * max(abs(answer), abs(quotient), TOLERANCE):
        return None
    hint = compare["hint"]
    return Text(hint["de"], hint["en"])


def _forward(
    case: Mapping[str, Any], compare: Mapping[str, Any], namespace: Mapping[str, Any], step: float
) -> dict[str, Any]:
    """What the forward pass gives, by name, with one entry of an argument moved by ``step``."""
    given = arguments({name: case[name] for name in compare["arguments"]}, namespace)
    given[compare["by"]][compare["index"]] += step
    function = namespace.get(compare["of"])
    if not callable(function):
        raise NotComparable
    values = call(compare["of"], function, given)
    if not isinstance(values, list | tuple) or len(values) != len(compare["gives"]):
        raise NotComparable
    return dict(zip(compare["gives"], values, strict=True))
