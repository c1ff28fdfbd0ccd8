"""How a formula was read, set as a formula: the line of the checks, read back."""

import re
from collections.abc import Sequence

from markupsafe import Markup

from autograder.feedback.formula import formula
from autograder.formulas import Unreadable, read
from autograder.formulas.domains import Real
from autograder.formulas.question import Question
from autograder.i18n import Text

COMPONENTS = 4
"""Most components of an answer."""
_READ_AS = re.compile(r"Gelesen als: (?P<formula>[^;\n]{1,1000})")


def reading(note: Text | None, names: Sequence[str]) -> Markup:
    """The formula of a note „Gelesen als: …“ over these names; empty where it cannot be set."""
    found = _READ_AS.fullmatch(note.de) if note is not None else None
    if found is None:
        return Markup("")
    for size in range(1, COMPONENTS + 1):
        reference = "0" if size == 1 else ("0",) * size
        question = Question(reference, {name: Real() for name in names})
        try:
            readings = read(found["formula"], question)
        except Unreadable:
            continue
        return formula(readings[0].latex, display=True)
    return Markup("")
