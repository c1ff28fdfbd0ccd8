"""Whether a derivation was written, or only a result. People judge whether it is a good one."""

import re

from autograder.intake.headings import Role
from autograder.intake.mathspans import spans

LOOK_CHARS = 20_000
"""How much of a cell is looked at."""
ANSWER_WORDS = 6
"""Words that make an answer more than „Die Varianz ist …“."""
CODE_WORDS = 10
"""Words in comments and strings that make more than a description of the function."""

_INDEX = re.compile(r"[_^]\{(?:[^{}]|\{[^{}]*\})*\}")
_COMMAND = re.compile(r"\\[A-Za-z]+")
_RELATION = re.compile(
    r"(?<![=!<>:])=(?!=)|≈|⇒|⇔|≡|∝|\\(?:approx|Rightarrow|implies|iff|equiv|propto|Leftrightarrow)\b"
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_QUOTED = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'")
_TRIPLE = re.compile(r'"""|\'\'\'')


def in_text(own: str, role: Role) -> bool:
    """Whether own Markdown says more than a bare result.

    Below „Antwort“ this takes a chain of equations or some sentences; in the cell for the
    working, or in a cell of the student's own, any word or second formula will do.
    """
    before, *rest = own[:LOOK_CHARS].split("<!--")
    own = before + " ".join(one.partition("-->")[2] for one in rest)
    formulas = spans(own)
    if relations(own) >= 2:
        return True
    prose = own
    for span in reversed(formulas):
        prose = f"{prose[: span.start]} {prose[span.end :]}"
    words = len(_WORD.findall(_COMMAND.sub(" ", prose)))
    if role == "answer":
        return words >= ANSWER_WORDS
    return words >= 1 or len(formulas) >= 2


def in_code(own: str) -> bool:
    """Whether comments and strings of own code hold a chain of equations or an explanation."""
    own = own[:LOOK_CHARS]
    outside, inside = _TRIPLE.split(own)[::2], _TRIPLE.split(own)[1::2]
    written = list(inside)
    for line in "\n".join(outside).splitlines():
        code, _, comment = line.partition("#")
        written.append(comment)
        written += [one or other for one, other in _QUOTED.findall(code)]
    words = sum(len(_WORD.findall(_COMMAND.sub(" ", one))) for one in written)
    return words >= CODE_WORDS or any(relations(one) >= 2 for one in written)


def relations(text: str) -> int:
    """Equals signs and arrows, without those in an index (``\\\\sum_{j=1}``)."""
    return len(_RELATION.findall(_INDEX.sub("", text)))
