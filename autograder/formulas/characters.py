"""From what was typed to plain characters: lost backslashes, superscripts, Greek, invisible ones.

Everything that changes the meaning of what stands there is reported as a note.
"""

import re
import unicodedata

from autograder.formulas.unreadable import Unreadable, quoted
from autograder.i18n import Text, text

TEXT_CHARACTERS = 2000
"""Longest formula that is read."""

GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta",
    "η": "eta", "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu",
    "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi",
    "χ": "chi", "ψ": "psi", "ω": "omega", "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta",
    "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi", "Σ": "Sigma", "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega",
    "ϵ": "epsilon", "ϑ": "theta", "ϕ": "phi", "ϱ": "rho", "ς": "sigma",
}  # fmt: skip

_SIGNS = {
    "·": "*", "⋅": "*", "∙": "*", "•": "*", "×": "*", "∗": "*", "÷": "/", "∕": "/", "⁄": "/",
    "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "′": "'", "’": "'", "‘": "'", "´": "'",
    "″": "''", "½": "(1/2)", "¼": "(1/4)", "¾": "(3/4)", "∏": r"\prod ",
    "∑": r"\sum ", "√": r"\sqrt ", "±": r"\pm ", "≈": r"\approx ", "≡": "=", "≔": ":=",
    "⇒": r"\Rightarrow ", "→": r"\to ", "∞": r"\infty ", "∂": r"\partial ", "∇": r"\nabla ",
    "…": r"\dots ", "≤": r"\le ", "≥": r"\ge ", "∼": r"\sim ",
}  # fmt: skip
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱ]+")
_LOWERED = re.compile("[₀₁₂₃₄₅₆₇₈₉ₐₑᵢⱼₖₗₘₙₒₚₛₜᵤₓ]+")

_LOST = {"\a": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r"}
_COMMANDS = (
    "alpha", "approx", "ast", "bar", "beta", "begin", "big", "Big", "binom", "bf", "bigl",
    "bigr", "boldsymbol", "boxed", "bm", "frac", "nabla", "nu", "nicefrac", "rho",
    "right", "rm", "rangle", "rvert", "rbrace", "tau", "text", "textbf", "textit", "textrm",
    "theta", "times", "tfrac", "tanh", "tan", "tilde", "triangle", "varepsilon",
    "varphi", "vartheta", "vec", "vert",
)  # fmt: skip
_REPAIRABLE = re.compile(
    "([\a\b\t\n\v\f\r])("
    + "|".join(sorted({command[1:] for command in _COMMANDS}, key=len, reverse=True))
    + ")(?![A-Za-z])"
)
_DOUBLED = re.compile(r"(?<!\\)\\\\(?=[A-Za-z])")


def repaired(source: str) -> tuple[str, tuple[Text, ...]]:
    """Undo what Python makes of a LaTeX string whose ``r`` was forgotten (``"\\frac"``)."""
    known = set(_COMMANDS)

    def command(match: re.Match[str]) -> str:
        name = _LOST[match[1]] + match[2]
        return "\\" + name if name in known else match[0]

    restored = _REPAIRABLE.sub(command, source)
    notes = []
    if restored != source:
        notes.append(
            text(
                "Im LaTeX-Text fehlte das r vor dem Anführungszeichen; die verlorenen Zeichen "
                'wurden ergänzt. Schreiben Sie besser r"…".'
            )
        )
    if r"\begin" not in restored and _DOUBLED.search(restored):
        restored = _DOUBLED.sub(r"\\", restored)
        notes.append(text("Doppelte Rückstriche wurden als einfache gelesen."))
    return restored, tuple(notes)


def plain(source: str) -> str:
    """One line of ordinary characters; raises :class:`Unreadable` when it is too long."""
    if len(source) > TEXT_CHARACTERS:
        raise _too_long()
    folded = _RAISED.sub(lambda run: f"^({unicodedata.normalize('NFKC', run[0])})", source)
    folded = _LOWERED.sub(lambda run: f"_{unicodedata.normalize('NFKC', run[0])}", folded)
    folded = "".join(_SIGNS.get(c, c) for c in folded)
    folded = unicodedata.normalize("NFKC", folded).replace("\u2212", "-")
    folded = "".join(c for c in folded if unicodedata.category(c) != "Cf")
    folded = " ".join(_spell_greek(folded).split())
    if len(folded) > 2 * TEXT_CHARACTERS:
        raise _too_long()
    for character in folded:
        if not character.isprintable():
            raise Unreadable(
                text(
                    "Die Formel enthält ein unsichtbares Steuerzeichen bei „{piece}“. Bitte "
                    "schreiben Sie sie neu; vor LaTeX in Anführungszeichen gehört ein r.",
                    piece=quoted(folded),
                )
            )
    return folded


def _too_long() -> Unreadable:
    return Unreadable(
        text(
            "Die Formel ist länger als {limit} Zeichen. Bitte geben Sie nur das Ergebnis an.",
            limit=TEXT_CHARACTERS,
        )
    )


def _spell_greek(source: str) -> str:
    """Greek letters by name, set apart from neighbouring letters: ``nσγ`` → ``n sigma gamma``."""
    pieces: list[str] = []
    for position, character in enumerate(source):
        if character in GREEK:
            before = source[position - 1] if position else ""
            after = source[position + 1 : position + 2]
            left = " " if before.isalnum() else ""
            right = " " if after.isalpha() and after not in GREEK else ""
            pieces.append(left + GREEK[character] + right)
        else:
            pieces.append(character)
    return "".join(pieces)
