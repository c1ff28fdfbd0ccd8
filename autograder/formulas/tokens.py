"""From a line of mathematical text to tokens; whatever is unknown becomes a token as well."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from autograder.formulas.characters import GREEK
from autograder.formulas.names import MOMENTS, Vocabulary
from autograder.formulas.standard import standard_name

Kind = Literal["number", "name", "command", "symbol", "text", "separator", "relation"]


@dataclass(frozen=True, slots=True)
class Token:
    """``text`` is the normalised form; ``start`` and ``end`` point into the source."""

    kind: Kind
    text: str
    start: int
    end: int


_SKIPPED = frozenset({
    r"\,", r"\;", r"\:", r"\!", r"\>", r"\left", r"\right", r"\middle", r"\big", r"\Big",
    r"\bigg", r"\Bigg", r"\bigl", r"\bigr", r"\Bigl", r"\Bigr", r"\biggl", r"\biggr",
    r"\limits", r"\nolimits", r"\displaystyle", r"\textstyle", r"\nonumber", r"\notag",
    r"\mathstrut", r"\rm", r"\bf", r"\boldsymbol", r"\bm", r"\boxed", r"\underline",
    r"\mathopen", r"\mathclose", r"\square", r"\Box", r"\blacksquare", r"\qed",
    r"\ ",
})  # fmt: skip
_SYNONYMS = {
    r"\cdot": "*", r"\times": "*", r"\ast": "*", r"\div": "/", ":": "/", r"\dfrac": r"\frac",
    r"\tfrac": r"\frac", r"\cfrac": r"\frac", r"\nicefrac": r"\frac", r"\sfrac": r"\frac",
    r"\lbrace": r"(", r"\rbrace": ")", r"\{": "(", r"\}": ")", r"\lvert": "|", r"\rvert": "|",
    r"\vert": "|", r"\lbrack": "[", r"\rbrack": "]", r"\prime": "'", r"\mp": r"\pm",
    "+-": r"\pm", "+/-": r"\pm", "**": "^",
}  # fmt: skip
_RELATIONS = {
    "=": "=", "==": "=", ":=": "=", r"\coloneqq": "=", r"\equiv": "=", r"\stackrel{!}{=}": "=",
    r"\overset{!}{=}": "=", r"\approx": "≈", r"\simeq": "≈", r"\sim": "~",
}  # fmt: skip
_SEPARATORS = frozenset({
    ";", r"\quad", r"\qquad", r"\Rightarrow", r"\implies", r"\Longrightarrow",
    r"\Leftrightarrow", r"\iff", "=>", r"\to",
})  # fmt: skip
_BRACES = (r"\underbrace", r"\overbrace")
_CONJUNCTIONS = frozenset({"und", "and", "sowie", "bzw", "bzw."})
_MATRICES = ("matrix", "pmatrix", "bmatrix")

_PATTERN = re.compile(
    r"(?P<space>[\s&~]+)"
    r"|(?P<number>(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)"
    r"|\\(?P<environment>begin|end)\s*\{(?P<which>[A-Za-z]+\*?)\}(?:\{[lcr|]*\})?"
    r"|(?P<relation>\\(?:stackrel|overset)\s*\{[^{}]{0,20}\}\s*\{=\})"
    r"|\\(?:label|tag)\s*\{[^{}]*\}"
    r"|\\(?:text|mbox|textrm|textit|textnormal)\s*\{(?P<prose>[^{}]*)\}"
    r"|\\(?:operatorname\*?|mathrm|mathbb|mathbf|mathit|mathsf|mathcal|mathfrak)\s*"
    r"(?:\{(?P<font>[A-Za-z0-9_ ]*)\}|(?P<letter>[A-Za-z]))"
    r"|(?P<newline>\\\\)(?:\[[\d.]+\s*(?:pt|ex|em|mm|cm)\])?"
    r"|(?P<command>\\[A-Za-z]+|\\.)"
    r"|(?P<word>[A-Za-z](?:_?[A-Za-z0-9])*)"
    r"|(?P<symbol>\*\*|:=|==|=>|[!<>]=|\+/-|\+-|.)",
    re.DOTALL,
)


def tokenize(source: str, vocabulary: Vocabulary) -> list[Token]:
    """All tokens of the text, in order. Never fails: the parser refuses what it does not know."""
    tokens: list[Token] = []
    position = 0
    while match := _PATTERN.match(source, position):
        kind, found = match.lastgroup, match[0]
        if kind == "word":
            found = _longest_word(found, vocabulary)
        position = match.start() + len(found)
        token = _token(kind, found, match)
        if found in ("sum", "prod") and source[position : position + 1] in ("_", "^"):
            token = ("command", f"\\{found}")
        if token is not None and token[0] == "text" and _names(token[1], tokens, vocabulary):
            token = ("name", token[1])
        if token is not None:
            kind_of, spelled = token
            tokens.append(Token(kind_of, spelled, match.start(), position))
    return _without_braces(tokens)


def _without_braces(tokens: list[Token]) -> list[Token]:
    """``\\underbrace{A}_{\\text{remark}}`` is A: the remark says something about it."""
    kept: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        place += 1
        if token.text not in _BRACES:
            kept.append(token)
            continue
        behind = _behind_group(tokens, place)
        kept += tokens[place:behind]
        marked = behind < len(tokens) and tokens[behind].text in ("_", "^")
        place = _behind_group(tokens, behind + 1) if marked else behind
    return kept


def _behind_group(tokens: list[Token], place: int) -> int:
    """The place behind the group that begins here; a group is one token or ``{…}``."""
    depth = 0
    for number in range(place, len(tokens)):
        depth += (tokens[number].text == "{") - (tokens[number].text == "}")
        if depth <= 0:
            return number + 1
    return len(tokens)


def _token(kind: str | None, found: str, match: re.Match[str]) -> tuple[Kind, str] | None:
    if kind in ("space", None):
        return None
    if kind == "number":
        return "number", found
    if kind == "newline":
        return "separator", "\\\\"
    if kind == "which":
        return _environment(match["environment"], match["which"])
    if kind == "relation":
        return "relation", "="
    if kind == "prose":
        return _prose(match["prose"].strip())
    if kind in ("font", "letter"):
        return "name", (match["font"] or match["letter"] or "").strip()
    if kind == "word":
        return ("separator", found) if found in _CONJUNCTIONS else ("name", found)
    return _sign(found)


def _sign(found: str) -> tuple[Kind, str] | None:
    if found in _SKIPPED:
        return None
    if found in _RELATIONS:
        return "relation", _RELATIONS[found]
    if found in _SEPARATORS:
        return "separator", found
    found = _SYNONYMS.get(found, found)
    name = found[1:].removeprefix("var") if found.startswith("\\") else ""
    if name in _GREEK_NAMES or name in MOMENTS or (name != "sqrt" and standard_name(name)):
        return "name", name
    if name in ("ell", "e", "i"):
        return "name", name[-1] if name != "ell" else "l"
    return ("command" if found.startswith("\\") else "symbol"), found


def _prose(content: str) -> tuple[Kind, str] | None:
    if not content:
        return None
    if content in _CONJUNCTIONS or content in (",", ";"):
        return "separator", content
    return "text", content


def _names(content: str, before: list[Token], vocabulary: Vocabulary) -> bool:
    """Whether upright text is a name: an index, or a known word, and not a remark."""
    if not re.fullmatch(r"[A-Za-z]\w*", content):
        return False
    index = [token.text for token in before[-2:] if token.text in ("_", "{")]
    known = any(w == content or w.startswith(content + "_") for w in _words(vocabulary))
    return known or index[:1] == ["_"]


def _environment(edge: str, which: str) -> tuple[Kind, str] | None:
    if which.rstrip("*") in _MATRICES:
        return "symbol", "(" if edge == "begin" else ")"
    return None


_WORD_CHARACTERS = 40
"""Longest word that is recognised in running text."""
_GREEK_NAMES = frozenset(GREEK.values())


@lru_cache(maxsize=64)
def _words(vocabulary: Vocabulary) -> frozenset[str]:
    return vocabulary.words


def _longest_word(run: str, vocabulary: Vocabulary) -> str:
    """The longest known word at the start of a run of letters, else its first letter."""
    words = _words(vocabulary)
    for end in range(min(len(run), _WORD_CHARACTERS), 1, -1):
        inside_word = end < len(run) and run[end].isalpha() and run[end - 1].isalpha()
        if run[:end] in words and not inside_word:
            return run[:end]
    return run if run in _CONJUNCTIONS else run[0]
