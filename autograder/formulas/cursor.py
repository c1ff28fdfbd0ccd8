"""A place in a line of tokens: looking ahead, brackets and groups, and choices between readings."""

from autograder.formulas.standard import standard_name
from autograder.formulas.tokens import Token
from autograder.formulas.unreadable import Unreadable, quoted
from autograder.i18n import Text, text

CLOSING = {"(": ")", "[": "]", "{": "}"}


class Cursor:
    """``script`` fixes the first choices; ``taken`` records each choice and its alternatives."""

    def __init__(self, tokens: tuple[Token, ...], script: tuple[int, ...] = ()) -> None:
        self.tokens = list(tokens)
        self.place = 0
        self.script = script
        self.taken: list[tuple[int, int]] = []

    def peek(self, ahead: int = 0) -> str:
        """Text of a coming token; empty beyond the end, so that it equals no sign."""
        place = self.place + ahead
        return self.tokens[place].text if place < len(self.tokens) else ""

    def kind(self) -> str:
        return self.tokens[self.place].kind if self.place < len(self.tokens) else "end"

    def at_end(self) -> bool:
        return self.place >= len(self.tokens)

    def take(self) -> Token:
        if self.at_end():
            raise self.unexpected()
        self.place += 1
        return self.tokens[self.place - 1]

    def skip(self, sign: str) -> bool:
        """Move behind the sign if it stands here."""
        found = self.peek() == sign
        self.place += found
        return found

    def choose(self, options: int) -> int:
        """Which of several readings this attempt takes: the first, unless scripted otherwise."""
        made = len(self.taken)
        pick = self.script[made] if made < len(self.script) else 0
        self.taken.append((pick, options))
        return pick

    def unexpected(self) -> Unreadable:
        """Why the coming token cannot stand here."""
        if self.at_end():
            return Unreadable(text("Die Formel bricht am Ende ab: Dort fehlt noch etwas."))
        return Unreadable(_reason(self.peek()))

    # -- groups ------------------------------------------------------------------------------

    def between(self) -> tuple[Token, ...]:
        """Tokens inside the bracket that opens here; the place moves behind it."""
        depth = 0
        for place in range(self.place, len(self.tokens)):
            if self.tokens[place].kind == "symbol":
                sign = self.tokens[place].text
                depth += (sign in CLOSING) - (sign in CLOSING.values())
                if depth == 0:
                    inside = tuple(self.tokens[self.place + 1 : place])
                    self.place = place + 1
                    return inside
        raise Unreadable(
            text("In der Formel ist eine Klammer nicht geschlossen. Bitte prüfen Sie die Klammern.")
        )

    def group(self, one_digit: bool = False) -> tuple[Token, ...]:
        """Tokens of ``{…}`` or ``(…)``, or of the single sign that LaTeX takes without braces.

        Of a number such as 12 LaTeX takes the first digit; we do so only with ``one_digit``
        (``\\frac12``), because who writes ``x^12`` means the whole number.
        """
        if self.peek() in ("{", "("):
            return self.between()
        token = self.take()
        if token.kind == "number":
            return (self._first_digit(token) if one_digit else token,)
        if token.text == r"\frac":
            return (token, *self._wrapped(), *self._wrapped())
        if token.text == r"\sqrt":
            return (token, *self._wrapped())
        if token.kind != "name" and token.text != "'":
            self.place -= 1
            raise self.unexpected()
        if standard_name(token.text) and self.peek() in ("(", "["):
            start = self.place
            self.between()
            return (token, *self.tokens[start : self.place])
        return (token,)

    def _wrapped(self) -> tuple[Token, ...]:
        inner = self.group(one_digit=True)
        return (Token("symbol", "{", 0, 0), *inner, Token("symbol", "}", 0, 0))

    def _first_digit(self, token: Token) -> Token:
        if len(token.text) == 1 or not token.text.isdigit():
            return token
        middle = token.start + 1
        self.tokens.insert(self.place, Token("number", token.text[1:], middle, token.end))
        return Token("number", token.text[0], token.start, middle)


def _reason(sign: str) -> Text:
    if sign in (r"\dots", r"\cdots", r"\ldots"):
        return text(
            "Auslassungspunkte lassen sich nicht auswerten. Bitte schreiben Sie die Summe oder das "
            "Produkt mit \\sum oder \\prod und beiden Grenzen."
        )
    if sign in (r"\partial", r"\nabla", r"\int", r"\lim", r"\infty"):
        return text(
            "Ableitungen, Integrale und Grenzwerte werden nicht ausgewertet. Bitte geben Sie das "
            "fertige Ergebnis an."
        )
    if sign in (
        "<",
        ">",
        "<=",
        ">=",
        "!=",
        r"\le",
        r"\leq",
        r"\ge",
        r"\geq",
        r"\neq",
        r"\ne",
        r"\in",
    ):
        return text("Gefragt ist ein Rechenausdruck, keine Ungleichung oder Mengenangabe.")
    return text(
        "In der Formel kann „{piece}“ an dieser Stelle nicht gelesen werden. Bitte geben Sie einen "
        "einzelnen Rechenausdruck an.",
        piece=quoted(sign),
    )


def no_bounds() -> Unreadable:
    return Unreadable(
        text(
            "Bei einer Summe oder einem Produkt fehlen die Grenzen. Bitte geben Sie Laufindex, "
            "Anfang und Ende an, zum Beispiel \\prod_{i=2}^{N}."
        )
    )
