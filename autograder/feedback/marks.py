"""Formulas leave a text before it is converted, as Markdown would read their underscores and
stars, and come back set. The one way for the feedback page and for the tutor's."""

import re
from collections.abc import Callable, Sequence

from markupsafe import Markup

from autograder.intake.mathspans import Span, spans

CUT = "\ue002"
"""Between what is converted in one pass."""
_MARK = "\ue000{}\ue001"
_MARKED = re.compile("\ue000(\\d{1,6})\ue001")
_NO_MARKS = str.maketrans("", "", f"\ue000\ue001{CUT}")

Setter = Callable[[str, bool], Markup]
"""(LaTeX, whether it stands on a line of its own) → the formula."""


def unmarked(hostile: str) -> str:
    """Without the three characters that mark places here; they mean nothing elsewhere."""
    return hostile.translate(_NO_MARKS)


def taken_out(text: str, found: list[Span]) -> str:
    """The text with a mark in place of each formula, which is added to ``found``."""
    plain = unmarked(text)
    pieces, end = [], 0
    for span in spans(plain):
        pieces += [plain[end : span.start], _MARK.format(len(found))]
        found.append(span)
        end = span.end
    return "".join([*pieces, plain[end:]])


def put_back(html: Markup, found: Sequence[Span], set_formula: Setter) -> Markup:
    """Clean HTML with the formulas in place of their marks."""

    def one(mark: re.Match[str]) -> str:
        number = int(mark[1])
        if number >= len(found):
            return ""
        return str(set_formula(found[number].latex, found[number].display))

    return Markup(_MARKED.sub(one, html))  # noqa: S704  (both sides are clean)
