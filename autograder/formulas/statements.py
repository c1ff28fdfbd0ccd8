"""Where the answer stands in a line: sides of an equation, components, labels."""

from dataclasses import dataclass
from typing import Literal

from autograder.formulas.cursor import CLOSING
from autograder.formulas.names import COLLECTIONS, MODULES, canonical
from autograder.formulas.tokens import Token
from autograder.formulas.unreadable import Unreadable
from autograder.i18n import text

Line = tuple[Token, ...]
_SPACES = frozenset({"\\\\", r"\quad", r"\qquad"})
_FOLLOWS = frozenset({"\\\\", r"\Rightarrow", r"\implies", r"\Longrightarrow", "=>", r"\to"})
_DISTRIBUTIONS = frozenset({"N", "U", "Normal", "Uniform", "normal", "uniform"})


@dataclass(frozen=True, slots=True)
class Part:
    """Tokens that hold one component, and what turns the value there into the component."""

    line: Line
    sign: Literal[1, -1] = 1
    squared: bool = False


def split(line: Line, kinds: tuple[str, ...], signs: tuple[str, ...] = ()) -> list[Line]:
    """Cut at tokens of these kinds or texts that stand outside of every bracket."""
    pieces: list[list[Token]] = [[]]
    depth = 0
    for token in line:
        if token.kind == "symbol":
            depth += (token.text in CLOSING) - (token.text in CLOSING.values())
        if depth == 0 and (token.kind in kinds or (token.kind == "symbol" and token.text in signs)):
            pieces.append([])
        else:
            pieces[-1].append(token)
    return [tuple(piece) for piece in pieces]


def outside_brackets(line: Line) -> Line:
    """Only the tokens that stand outside of every bracket."""
    depth = 0
    found = []
    for token in line:
        if token.kind == "symbol":
            depth += (token.text in CLOSING) - (token.text in CLOSING.values())
        if depth == 0 and token.text not in CLOSING.values():
            found.append(token)
    return tuple(found)


def statements(line: Line) -> list[Line]:
    """Cut into statements; a new line that begins with a relation carries on the old one."""
    kept = [
        token
        for token, following in zip(line, (*line[1:], None), strict=True)
        if following is None or following.kind != "relation" or token.text not in _SPACES
    ]
    return [piece for piece in split(tuple(kept), ("separator",)) if strip_end(piece)]


def last_statement(line: Line) -> Line:
    """The one that counts where a single value is asked for: what follows from the others.

    Raises :class:`Unreadable` when several things stand side by side, or a remark in words stands
    where it might hide the answer (``= n \\text{ because } b = 0``).
    """
    closing = line
    for place, token in enumerate(line):
        if token.kind == "separator" and token.text in _FOLLOWS and strip_end(line[place + 1 :]):
            continued = line[place + 1].kind == "relation"
            closing = closing if continued else line[place + 1 :]
    pieces = [
        piece
        for statement in statements(closing)
        for piece in split(statement, (), (",",))
        if strip_end(piece) and piece[0].text != r"\forall"
    ]
    if len(pieces) > 1:
        raise several_values()
    statement = strip_end(pieces[0]) if pieces else ()
    for side in sides(statement)[0]:
        if len(side) > 1 and any(token.kind == "text" for token in side):
            raise Unreadable(
                text(
                    "Mitten in der Formel stehen Worte, so dass nicht klar ist, was das Ergebnis "
                    "ist. Bitte schreiben Sie es allein in die letzte Formel."
                )
            )
    return statement


def sides(line: Line) -> tuple[list[Line], tuple[str, ...]]:
    """The sides of a chain of equations and the relations between them."""
    relations = (token.text for token in outside_brackets(line) if token.kind == "relation")
    return split(line, ("relation",)), tuple(relations)


def candidates(line: Line) -> list[Line]:
    """Which sides of a chain may be the answer: the last, or what it is an approximation of."""
    pieces, relations = sides(line)
    pieces = [strip_end(piece) for piece in pieces]
    if not relations or relations[-1] != "≈":
        return [pieces[-1]]
    if len(pieces) == 2:
        return [pieces[1], pieces[0]]
    return [pieces[-2], pieces[-1]]


def strip_end(line: Line) -> Line:
    """Without the full stop or comma that ends a sentence, and without a closing remark."""
    while line and (line[-1].text in (".", ",") or line[-1].kind in ("text", "separator")):
        line = line[:-1]
    return line


def components(line: Line, labels: tuple[tuple[str, ...], ...]) -> list[Part]:
    """The parts of a vector-valued answer, in the order of ``labels``.

    Understands ``(a, b)``, ``a, b``, ``[a, b]``, ``m = a, s^2 = b``, ``a = -b = X``, ``\\pm X``
    and the parameters of ``\\mathcal{N}(…)`` and ``\\mathcal{U}[…]``. Raises
    :class:`Unreadable` when there are more or fewer of them.
    """
    size = len(labels)
    chain = sides(line)[0]
    last = strip_end(chain[-1])
    if size == 2 and last and last[0].text == r"\pm":
        return [Part(last[1:], -1), Part(last[1:])]
    listed = _listed(last)
    together = len(chain) > 1 and len(_listed(chain[0])) == size
    if len(listed) == size and (together or len(_inside(last)) < len(last)):
        return [Part(piece) for piece in listed]
    pieces = [
        piece
        for statement in statements(line)
        for piece in split(statement, (), (",",))
        if strip_end(piece)
    ]
    labelled = _labelled(pieces, labels)
    if len(labelled) == size:
        return [labelled[place] for place in range(size)]
    if not labelled and len(pieces) == size:
        return [Part(strip_end(piece)) for piece in pieces]
    raise wrong_count(labels)


def _listed(line: Line) -> list[Line]:
    """``a, b`` and ``(a, b)`` as the pieces between the commas."""
    return [piece for piece in split(_inside(line), ("separator",), (",",)) if piece]


def several_values() -> Unreadable:
    return Unreadable(
        text(
            "Gefragt ist ein einzelner Wert, gefunden wurden mehrere Angaben. Bitte geben Sie nur "
            "das Ergebnis an."
        )
    )


def wrong_count(labels: tuple[tuple[str, ...], ...]) -> Unreadable:
    if len(labels) == 1:
        return several_values()
    return Unreadable(
        text(
            "Gefragt sind {count} Werte ({names}), gefunden wurden sie nicht alle. Bitte geben Sie "
            "sie als ({names}) oder einzeln in der Form {first} = … an.",
            count=len(labels),
            names=", ".join(names[0] for names in labels),
            first=labels[0][0],
        )
    )


def _inside(line: Line) -> Line:
    """The content of the one bracket that the whole line is, else the line itself."""
    line = _without_prefix(line)
    while len(line) > 1 and line[0].kind == "symbol" and line[0].text in CLOSING:
        depth = 0
        for place, token in enumerate(line):
            if token.kind == "symbol":
                depth += (token.text in CLOSING) - (token.text in CLOSING.values())
            if depth == 0 and place < len(line) - 1:
                return line
        if depth != 0:
            return line
        line = line[1:-1]
    return line


def _without_prefix(line: Line) -> Line:
    """Drop ``np.array`` and ``\\mathcal{N}`` before the bracket they belong to."""
    if len(line) > 2 and line[0].text in MODULES and line[1].text == ".":
        line = line[2:]
    if len(line) > 2 and line[0].text in COLLECTIONS | _DISTRIBUTIONS:
        rest = line[1:]
        if rest[0].text == "_" and len(rest) > 1:
            rest = rest[1:]
        if rest[0].text in CLOSING:
            return rest
    return line


def _labelled(pieces: list[Line], labels: tuple[tuple[str, ...], ...]) -> dict[int, Part]:
    """Components that are named: ``m = 0``, ``s = X`` (for s^2), ``a = -b = X``."""
    found: dict[int, Part] = {}
    for piece in pieces:
        chain, _ = sides(piece)
        for label in chain[:-1]:
            sign: Literal[1, -1] = -1 if label and label[0].text == "-" else 1
            name = label_name(label[1:] if sign < 0 else label)
            for place, names in enumerate(labels):
                wanted = {_spelled(other) for other in names}
                if name in wanted or f"{name}^2" in wanted:
                    squared = name not in wanted
                    found[place] = Part(strip_end(chain[-1]), sign, squared)
    return found


def label_name(label: Line) -> str:
    """One spelling for ``s^{2}``, ``s**2``, ``s²``: as a question's components are compared."""
    return _spelled("".join(token.text for token in label))


def _spelled(name: str) -> str:
    return canonical(name).replace("(", "").replace(")", "").replace("**", "^")
