"""Proposals out of a written answer: the items of its list, else its lines."""

import re
import unicodedata
from itertools import islice

ANSWER_CHARACTERS = 5_000
"""How much of an answer is read."""
PROPOSALS = 10
"""Of one answer; further ones are left out."""
PROPOSAL_CHARACTERS = 120
"""Longest proposal that is kept; the rest of it is cut off."""

_ITEM = re.compile(r"[ \t]{0,8}(?:[-*+•–]|\(?(?:\d{1,2}|[A-Ca-c])[.)])(?:[ \t]+(.*)|[ \t]*$)")
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}(?:[ \t]|$)|[ \t]*(?:-{3,}|={3,}|\*{3,})[ \t]*$")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_MARKS = re.compile(r"[*_`~]+(?=\S)|(?<=\S)[*_`~]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_PLACEHOLDERS = {"ihre antwort", "your answer"}


def proposals(markdown: str) -> tuple[str, ...]:
    """The proposals in their order, repeated ones included, without those that say nothing.

    Of an answer with a list its items count, else its lines; a single line is cut at commas
    and semicolons.
    """
    text = _COMMENT.sub("", markdown[:ANSWER_CHARACTERS])
    lines = [line for line in text.splitlines() if line.strip() and not _HEADING.match(line)]
    items = [item for line in lines if (item := _ITEM.match(line))]
    if items:
        lines = [str(item[1] or "") for item in items]
    elif len(lines) == 1:
        lines = lines[0].replace(";", ",").split(",")
    shown = (_plain(one) for one in lines)
    said = (one for one in shown if spelling(one) and spelling(one) not in _PLACEHOLDERS)
    return tuple(islice(said, PROPOSALS))


def spelling(proposal: str) -> str:
    """The same for proposals that differ in case, spaces, punctuation or umlaut spelling only."""
    folded = unicodedata.normalize("NFKC", proposal).casefold().translate(_UMLAUTS)
    return " ".join(re.findall(r"\w+", folded.replace("_", " ")))


def _plain(item: str) -> str:
    """One line of readable characters, without emphasis and final stop."""
    line = " ".join(_MARKS.sub("", item).split()).strip().rstrip(".,;")
    readable = "".join(sign for sign in line if unicodedata.category(sign)[0] != "C")
    return readable[:PROPOSAL_CHARACTERS].strip()
