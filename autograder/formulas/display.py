"""A tree as one line of Python-like text and as LaTeX, so that people see how it was read."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from autograder.formulas.characters import GREEK
from autograder.formulas.standard import STANDARD
from autograder.formulas.tree import (
    Accumulate,
    Add,
    Apply,
    Constant,
    Divide,
    Element,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    Variable,
)

_GREEK_NAMES = frozenset(GREEK.values())
_LATEX_FUNCTIONS = frozenset({
    "exp", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "max", "min",
})  # fmt: skip
_SUM, _NEGATIVE, _PRODUCT, _POWER, _ATOM = range(5)


def to_plain(node: Node) -> str:
    """Python syntax (derivatives as ``sigma'``), readable for students."""
    match node:
        case Number():
            return _number(node)
        case Constant() | Variable():
            return node.name
        case Element():
            return f"{node.name}[{', '.join(map(to_plain, node.indices))}]"
        case Add():
            return _sum(node, _plain)
        case Multiply():
            return "*".join(_plain(factor, _PRODUCT) for factor in node.factors)
        case Negate():
            return "-" + _plain(node.operand, _PRODUCT)
        case Divide():
            return f"{_plain(node.numerator, _PRODUCT)}/{_plain(node.denominator, _POWER)}"
        case Power():
            return f"{_plain(node.base, _ATOM)}**{_plain(node.exponent, _POWER)}"
        case Apply():
            return f"{_function(node)}({', '.join(map(to_plain, node.arguments))})"
        case Accumulate():
            bounds = f"{node.index} = {to_plain(node.lower)}..{to_plain(node.upper)}"
            return f"{node.kind}({to_plain(node.body)}, {bounds})"


def to_latex(node: Node) -> str:
    """LaTeX without delimiters; decimals with the German comma."""
    match node:
        case Number():
            return _number(node).replace(".", "{,}")
        case Constant():
            return r"\pi" if node.name == "pi" else "e"
        case Variable():
            return _name(node.name)
        case Element():
            return f"{_name(node.name)}_{{{','.join(map(to_latex, node.indices))}}}"
        case Add():
            return _sum(node, _latex)
        case Multiply():
            return r" \cdot ".join(_latex(factor, _PRODUCT) for factor in node.factors)
        case Negate():
            return "-" + _latex(node.operand, _PRODUCT)
        case Divide():
            return rf"\frac{{{to_latex(node.numerator)}}}{{{to_latex(node.denominator)}}}"
        case Power():
            return f"{_latex(node.base, _ATOM)}^{{{to_latex(node.exponent)}}}"
        case Apply():
            return _latex_function(node)
        case Accumulate():
            bounds = f"_{{{_name(node.index)}={to_latex(node.lower)}}}^{{{to_latex(node.upper)}}}"
            return rf"\{node.kind}{bounds} \left({to_latex(node.body)}\right)"


def _strength(node: Node) -> int:
    match node:
        case Add():
            return _SUM
        case Negate():
            return _NEGATIVE
        case Multiply() | Divide():
            return _PRODUCT
        case Number() if node.value < 0 or "/" in _number(node):
            return _NEGATIVE
        case Power():
            return _POWER
        case _:
            return _ATOM


def _plain(node: Node, least: int) -> str:
    """In brackets if it binds less than ``least``; a quotient in a product stays clear, too."""
    weak = _strength(node) < least
    return f"({to_plain(node)})" if weak else to_plain(node)


def _latex(node: Node, least: int) -> str:
    inside_term = isinstance(node, Accumulate) and least >= _PRODUCT
    strength = _ATOM if isinstance(node, Divide) and least <= _PRODUCT else _strength(node)
    if strength < least or inside_term:
        return rf"\left({to_latex(node)}\right)"
    return to_latex(node)


def _sum(node: Add, write: Callable[[Node, int], str]) -> str:
    pieces = [write(node.terms[0], _NEGATIVE)]
    for term in node.terms[1:]:
        if isinstance(term, Negate):
            pieces += ["-", write(term.operand, _PRODUCT)]
        else:
            pieces += ["+", write(term, _NEGATIVE)]
    return " ".join(pieces)


def _number(node: Number) -> str:
    """Decimals as decimals, everything else as an integer or a fraction."""
    value: Fraction = node.value
    if node.digits and value.denominator != 1:
        return format(Decimal(value.numerator) / Decimal(value.denominator), "f")
    return str(value)


def _function(node: Apply) -> str:
    return node.function + "'" * node.order


def _name(name: str) -> str:
    base, _, index = name.partition("_")
    if base in _GREEK_NAMES:
        base = f"\\{base}"
    elif len(base) > 1:
        base = rf"\mathrm{{{base}}}"
    if not index:
        return base
    return f"{base}_{{{index}}}" if len(index) == 1 else rf"{base}_{{\mathrm{{{index}}}}}"


def _latex_function(node: Apply) -> str:
    inner = ", ".join(map(to_latex, node.arguments))
    match node.function, node.order:
        case "sqrt", 0:
            return rf"\sqrt{{{inner}}}"
        case "root", 0:
            return rf"\sqrt[{to_latex(node.arguments[1])}]{{{to_latex(node.arguments[0])}}}"
        case "abs", 0:
            return rf"\left|{inner}\right|"
        case "factorial", 0:
            return rf"\left({inner}\right)!"
        case name, 0 if name in _LATEX_FUNCTIONS:
            return rf"\{name}\left({inner}\right)"
        case name, 0 if name in STANDARD:
            return rf"\operatorname{{{name}}}\left({inner}\right)"
        case name, order:
            primes = "'" * order
            return rf"{_name(name)}{primes}\left({inner}\right)"
