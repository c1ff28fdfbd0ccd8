"""What stands below a name: which part of it is an index, and how many indices there are."""

from autograder.formulas.cursor import Cursor
from autograder.formulas.names import canonical
from autograder.formulas.tokens import Token

_INDEX_LETTERS = frozenset("ijklmnrstN")


def split_indices(tokens: tuple[Token, ...]) -> list[tuple[Token, ...]]:
    """``i,j`` and ``ij`` are two indices, ``2j+1`` is one."""
    if len(tokens) > 1 and all(token.kind == "name" for token in tokens):
        return [(token,) for token in tokens]
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.text == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return [tuple(part) for part in parts]


def moment_argument(tokens: tuple[Token, ...]) -> str:
    """The random variable without its indices: ``x_{j}^2`` → ``x^2``; products stay products."""
    kept: list[Token] = []
    cursor = Cursor(tokens)
    while not cursor.at_end():
        if cursor.skip("_"):
            cursor.group()
            while not cursor.at_end() and _continues_index(cursor):
                cursor.take()
        elif cursor.peek() == "[":
            cursor.between()
        else:
            kept.append(cursor.take())
    return canonical("".join(token.text for token in kept)).replace("(", "").replace(")", "")


def _continues_index(cursor: Cursor) -> bool:
    """Whether the coming letter belongs to the index before it, as in ``w_ij``."""
    token, before = cursor.tokens[cursor.place], cursor.tokens[cursor.place - 1]
    return token.text in _INDEX_LETTERS and token.start == before.end
