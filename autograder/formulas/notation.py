"""Mathematical notation (LaTeX, or formulas as one writes them) by recursive descent.

Where notation is ambiguous — ``1/2 x``, the reach of a product sign — every reading is
produced: the parser asks :meth:`Cursor.choose`, and :func:`parse` replays it once for every
sequence of choices.
"""

from typing import Literal, NamedTuple

from autograder.formulas.cursor import CLOSING, Cursor, no_bounds
from autograder.formulas.indices import moment_argument, split_indices
from autograder.formulas.names import MOMENTS, Vocabulary, canonical
from autograder.formulas.numbers import number
from autograder.formulas.standard import STANDARD, standard_name, wrong_arguments
from autograder.formulas.tokens import Token
from autograder.formulas.tree import (
    TREE_LEVELS,
    Accumulate,
    Apply,
    Divide,
    Element,
    Negate,
    Node,
    Power,
    add,
    checked,
    multiply,
    names,
    too_large,
)
from autograder.formulas.unreadable import Unreadable, quoted
from autograder.i18n import text

READINGS = 8
"""Most readings of one ambiguous formula."""
_ATTEMPTS = 24


class _Factor(NamedTuple):
    """One factor of a term; ``explicit`` if a sign stands before it."""

    divides: bool
    explicit: bool
    node: Node


def parse(tokens: tuple[Token, ...], vocabulary: Vocabulary) -> list[Node]:
    """Every reading of a value, the most usual first; raises :class:`Unreadable` if none."""
    scripts: list[tuple[int, ...]] = [()]
    found: list[Node] = []
    refusal: Unreadable | None = None
    for attempt in range(_ATTEMPTS):
        if attempt >= len(scripts) or len(found) >= READINGS:
            break
        script = scripts[attempt]
        parser = _Parser(tokens, vocabulary, script)
        try:
            node = parser.value()
            if node not in found:
                found.append(node)
        except Unreadable as error:
            refusal = refusal or error
        picks = tuple(pick for pick, _ in parser.taken)
        for place in range(len(script), len(picks)):
            options = parser.taken[place][1]
            scripts += [(*picks[:place], other) for other in range(1, options)]
    if not found and refusal is not None:
        raise refusal
    return found


class _Parser(Cursor):
    def __init__(
        self, tokens: tuple[Token, ...], vocabulary: Vocabulary, script: tuple[int, ...]
    ) -> None:
        super().__init__(tokens, script)
        self.vocabulary = vocabulary
        self.bound: tuple[str, ...] = ()
        self.bars = 0
        self.level = 0

    # -- terms -------------------------------------------------------------------------------

    def value(self) -> Node:
        """The whole text as one value; a remark in words may follow it."""
        node = self.expression()
        if self.kind() == "text":
            self.place += 1
        if not self.at_end():
            raise self.unexpected()
        return checked(node)

    def expression(self) -> Node:
        self.level += 1
        if self.level > TREE_LEVELS:
            raise too_large()
        terms = [self.signed_term()]
        while self.peek() in ("+", "-"):
            terms.append(self.signed_term())
        self.level -= 1
        return add(terms)

    def signed_term(self) -> Node:
        negative = False
        while self.peek() in ("+", "-"):
            negative ^= self.take().text == "-"
        node = self.combined(self.factors())
        return Negate(node) if negative else node

    def factors(self) -> list[_Factor]:
        """All factors up to the next ``+``, ``-`` or closing bracket."""
        found: list[_Factor] = []
        divides, explicit = False, True
        while True:
            if self.peek() in (r"\prod", r"\sum"):
                return found + self.accumulated(divides, explicit)
            if not explicit and self.kind() == "number":
                raise self.adjacent_number()
            found.append(_Factor(divides, explicit, self.factor(signed=bool(found))))
            divides, explicit = self.peek() == "/", self.peek() in ("*", "/")
            if explicit:
                self.place += 1
            elif not self.starts_factor():
                return found

    def adjacent_number(self) -> Unreadable:
        return Unreadable(
            text(
                "Vor der Zahl „{number}“ fehlt ein Zeichen: Ist eine Potenz (^), ein Index (_) "
                "oder ein Produkt (\\cdot) gemeint?",
                number=quoted(self.peek()),
            )
        )

    def starts_factor(self) -> bool:
        sign, kind = self.peek(), self.kind()
        if sign == "|":
            return self.bars == 0
        commands = (r"\frac", r"\sqrt", r"\prod", r"\sum")
        return (
            kind in ("number", "name")
            or (kind == "symbol" and sign in CLOSING)
            or (sign in commands)
        )

    def combined(self, factors: list[_Factor]) -> Node:
        """Multiply and divide from left to right; a run without signs may all be divided by."""
        numerator: list[Node] = []
        place = 0
        while place < len(factors):
            factor = factors[place]
            place += 1
            if not factor.divides:
                numerator.append(factor.node)
                continue
            run = place
            while run < len(factors) and not factors[run].explicit:
                run += 1
            denominator = [factor.node]
            if run > place and self.choose(2) == 1:
                denominator += [other.node for other in factors[place:run]]
                place = run
            numerator = [Divide(multiply(numerator), multiply(denominator))]
        return multiply(numerator)

    def accumulated(self, divides: bool, explicit: bool) -> list[_Factor]:
        """``\\prod`` or ``\\sum`` with bounds, and the rest of the term, partly inside of it."""
        kind: Literal["sum", "prod"] = "prod" if self.take().text == r"\prod" else "sum"
        bounds: dict[str, tuple[Token, ...]] = {}
        while self.peek() in ("_", "^"):
            edge = self.take().text
            bounds[edge] = self.group()
        below = bounds.get("_", ())
        if "^" not in bounds or len(below) < 3 or below[1].text != "=":
            raise no_bounds()
        index, lower = below[0].text, self.nested(below[2:])
        upper = self.nested(bounds["^"])
        outer, self.bound = self.bound, (*self.bound, index)
        inside = self.factors()
        self.bound = outer
        cuts = [len(inside)] if kind == "sum" else _cuts(inside, index)
        cut = cuts[self.choose(len(cuts))] if len(cuts) > 1 else cuts[0]
        node = Accumulate(kind, index, lower, upper, self.combined(inside[:cut]))
        return [_Factor(divides, explicit, node), *inside[cut:]]

    # -- one factor --------------------------------------------------------------------------

    def factor(self, signed: bool = False) -> Node:
        """An atom with its powers; behind a sign of multiplication it may carry a minus."""
        if signed and self.skip("-"):
            return Negate(self.factor())
        node = self.atom()
        while True:
            if self.skip("!"):
                node = Apply("factorial", 0, (node,))
            elif self.skip("^"):
                node = Power(node, self.exponent())
            else:
                return node

    def exponent(self) -> Node:
        negative = self.skip("-")
        node = self.nested(self.group())
        return Negate(node) if negative else node

    def atom(self) -> Node:
        kind, sign = self.kind(), self.peek()
        if kind == "number":
            return number(self.take().text)
        if kind == "name":
            return self.named()
        if kind == "symbol" and sign in CLOSING:
            return self.nested(self.between())
        if self.skip("|"):
            return self.absolute()
        if self.skip(r"\frac"):
            return Divide(self.nested(self.group(True)), self.nested(self.group(True)))
        if self.skip(r"\sqrt"):
            return self.root()
        raise self.unexpected()

    def absolute(self) -> Node:
        self.bars += 1
        node = self.expression()
        self.bars -= 1
        if not self.skip("|"):
            raise self.unexpected()
        return Apply("abs", 0, (node,))

    def root(self) -> Node:
        if self.peek() != "[":
            return Apply("sqrt", 0, (self.nested(self.group()),))
        degree = self.nested(self.between())
        return Apply("root", 0, (self.nested(self.group()), degree))

    def nested(self, tokens: tuple[Token, ...]) -> Node:
        """A group of its own, with the same choices, running indices and depth."""
        rest = self.tokens, self.place, self.bars
        self.tokens, self.place, self.bars = list(tokens), 0, 0
        node = self.expression()
        if not self.at_end():
            raise self.unexpected()
        self.tokens, self.place, self.bars = rest
        return node

    def arguments(self) -> tuple[Node, ...]:
        """``(a, b)``, ``[a, b]`` or ``{a}``."""
        inside = self.between()
        parts: list[list[Token]] = [[]]
        depth = 0
        for token in inside:
            depth += (token.text in CLOSING) - (token.text in CLOSING.values())
            if depth == 0 and token.text in (",", ";"):
                parts.append([])
            else:
                parts[-1].append(token)
        return tuple(self.nested(tuple(part)) for part in parts)

    # -- names and functions -----------------------------------------------------------------

    def named(self) -> Node:
        """A name with its indices, or a function with its arguments."""
        base = self.take().text
        if base in self.vocabulary.functions:
            return self.function(base)
        if self.vocabulary.resolve(base, self.bound) is None:
            standard = standard_name(base)
            if standard is not None:
                return self.standard(standard)
            if base in MOMENTS and (self.peek() in CLOSING or self.kind() == "name"):
                inside = self.between() if self.peek() in CLOSING else self.bare_variable()
                return self.vocabulary.moment(base, moment_argument(inside))
        return self.quantity(base)

    def bare_variable(self) -> tuple[Token, ...]:
        """One name without its index, as in ``\\operatorname{Var} w_{ij}``."""
        name = self.take()
        if self.skip("_"):
            self.group()
        return (name,)

    def function(self, base: str) -> Node:
        name, order = self.vocabulary.functions[base]
        order += self.primes()
        power = self.exponent() if self.skip("^") else None
        if self.peek() not in ("(", "["):
            raise Unreadable(
                text(
                    "Hinter der Funktion „{name}“ fehlt ihr Argument in Klammern.",
                    name=quoted(base),
                )
            )
        node = Apply(name, order, self.arguments())
        if len(node.arguments) != 1:
            raise wrong_arguments(base, 1, 1, len(node.arguments))
        return Power(node, power) if power is not None else node

    def primes(self) -> int:
        count = 0
        while self.peek() == "'" or (self.peek() == "^" and self.prime_ahead()):
            signs = self.group() if self.skip("^") else (self.take(),)
            count += len(signs)
        return count

    def prime_ahead(self) -> bool:
        return self.peek(1) == "'" or (self.peek(1) == "{" and self.peek(2) == "'")

    def standard(self, name: str) -> Node:
        """``\\ln(x)``, ``\\ln^2 x``, ``\\log_2 x``, ``\\max(a, b)``, ``\\exp{x}``."""
        base = self.nested(self.group()) if self.skip("_") else None
        power = self.exponent() if self.skip("^") else None
        if isinstance(power, Negate):
            raise Unreadable(
                text(
                    "„{name}^(-1)“ kann die Umkehrfunktion oder den Kehrwert meinen. Bitte "
                    "schreiben Sie das eindeutig.",
                    name=name,
                )
            )
        arguments = self.arguments() if self.peek() in CLOSING else (self.bare_argument(),)
        if base is not None:
            arguments = (*arguments, base)
        least, most = STANDARD[name].least, STANDARD[name].most
        if not least <= len(arguments) <= most:
            raise wrong_arguments(name, least, most, len(arguments))
        node = Apply(name, 0, arguments)
        return Power(node, power) if power is not None else node

    def bare_argument(self) -> Node:
        """The argument of a function without brackets: ``\\ln 2x`` is ``\\ln(2x)``."""
        factors = [self.factor()]
        while self.kind() == "name" and standard_name(self.peek()) is None:
            factors.append(self.factor())
        return multiply(factors)

    def quantity(self, base: str) -> Node:
        """``\\sigma^2_w``, ``n_{\\text{in}}``, ``w^{(l)}_{ij}``, ``s[1]``."""
        sequence = self.vocabulary.sequences.get(base)
        if sequence is not None and self.peek() == "[":
            return Element(sequence, self.arguments())
        below: tuple[Token, ...] | None = None
        upper: tuple[Node, ...] = ()
        power: Node | None = None
        while self.peek() in ("_", "^"):
            if self.peek() == "_" and below is None:
                self.place += 1
                below = self.group()
            elif self.peek() == "^" and sequence is not None and self.level_index():
                self.place += 1
                upper = (self.nested(self.between()),)
            elif self.peek() == "^" and power is None and not self.prime_ahead():
                self.place += 1
                power = self.exponent()
            else:
                break
        if self.peek() in ("'", "_"):
            raise self.unexpected()
        node = self.indexed(base, below, upper)
        return Power(node, power) if power is not None else node

    def level_index(self) -> bool:
        return self.peek(1) == "{" and self.peek(2) == "("

    def indexed(self, base: str, below: tuple[Token, ...] | None, upper: tuple[Node, ...]) -> Node:
        if below is None and not upper:
            return self.vocabulary.require(base, self.bound)
        below = below or ()
        name = f"{base}_{canonical(''.join(token.text for token in below))}"
        known = None if upper else self.vocabulary.resolve(name, self.bound)
        if known is not None:
            return known
        if base not in self.vocabulary.sequences:
            raise self.vocabulary.unknown(name)
        lower = tuple(self.nested(part) for part in split_indices(below))
        return Element(self.vocabulary.sequences[base], upper + lower)


def _cuts(inside: list[_Factor], index: str) -> list[int]:
    """After how many factors a product may end: what is indexed is inside, the rest may be."""
    indexed = [k for k, factor in enumerate(inside, 1) if index in names(factor.node)]
    if not indexed:
        return sorted({len(inside), 1}, reverse=True)
    first = indexed[-1]
    signs = [k for k in range(first + 1, len(inside)) if inside[k].explicit]
    return list(dict.fromkeys((first, *signs, len(inside))))
