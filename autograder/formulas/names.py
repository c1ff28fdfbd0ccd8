"""Which names an answer may use: the question's own, their spellings, and nothing else."""

import re
from dataclasses import dataclass
from functools import lru_cache

from autograder.formulas.characters import GREEK
from autograder.formulas.domains import Integers
from autograder.formulas.question import Question
from autograder.formulas.standard import SPELLINGS, STANDARD
from autograder.formulas.tree import Constant, Element, Node, Power, Variable, integer
from autograder.formulas.unreadable import Unreadable, quoted
from autograder.i18n import text

MOMENTS = {
    "Var": "Var", "V": "Var", "var": "Var", "Varianz": "Var", "E": "E", "Erwartungswert": "E",
    "EW": "E", "Cov": "Cov",
}  # fmt: skip
"""Spellings of operators on random variables."""
COLLECTIONS = frozenset({"array", "tensor", "Matrix", "Tuple", "Interval", "tuple", "list"})
MODULES = frozenset({"np", "numpy", "math", "sp", "sympy", "torch", "mpmath", "mp"})

_FONTS = re.compile(
    r"\\(text|textrm|textit|textbf|mathrm|mathit|mathbf|mathsf|mathbb|mathcal|operatorname"
    r"|boldsymbol|bm|rm|bf|var(?=epsilon|phi|theta|rho|sigma))(?![A-Za-z])|[\\{}$\s]"
)
_NUMBERED = re.compile(r"([A-Za-z]+)_?(\d{1,4})\Z")
_INDEXED = re.compile(r"([A-Za-z]+)_([A-Za-z])\Z")
_MOMENT = re.compile(r"(\w+)\(([\w^]+)\)\Z")
_SQUARES = ("2", "_squared", "_sq", "_quadrat")


def canonical(name: str) -> str:
    """One spelling for a name however it is typeset: ``n_\\text{in}`` and ``n_{in}`` → ``n_in``."""
    spelled = "".join(f"\\{GREEK[c]} " if c in GREEK else c for c in name)
    return _FONTS.sub("", spelled)


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Everything a name can mean in the answers to one question."""

    names: dict[str, Node]
    moments: dict[tuple[str, str], Node]
    functions: dict[str, tuple[str, int]]
    """Spelling → function of the question and derivative order."""
    sequences: dict[str, str]
    known: tuple[str, ...]
    """Names to show in messages."""

    def resolve(self, name: str, bound: tuple[str, ...] = ()) -> Node | None:
        """What a name without brackets stands for; ``bound`` holds the running indices."""
        if name in bound:
            return Variable(name)
        if name in self.names:
            return self.names[name]
        if (match := _NUMBERED.match(name)) and match[1] in self.sequences:
            return Element(self.sequences[match[1]], (integer(int(match[2])),))
        if (match := _INDEXED.match(name)) and match[1] in self.sequences:
            index = self.resolve(match[2], bound)
            return index and Element(self.sequences[match[1]], (index,))
        if name in ("pi", "e"):
            return Constant("pi" if name == "pi" else "e")
        return None

    def require(self, name: str, bound: tuple[str, ...] = ()) -> Node:
        """Like :meth:`resolve`; raises :class:`Unreadable` for an unknown name."""
        node = self.resolve(name, bound)
        if node is None:
            raise self.unknown(name)
        return node

    def moment(self, operator: str, argument: str) -> Node:
        """Var(w_ij), E[x]: the operator as spelled and the argument without its indices."""
        node = self.moments.get((MOMENTS[operator], argument))
        if node is None:
            raise Unreadable(
                text(
                    "{operator}({argument}) ist keine der gegebenen Größen. Bitte drücken Sie das "
                    "Ergebnis durch diese aus: {known}.",
                    operator=operator,
                    argument=quoted(argument),
                    known=", ".join(self.known),
                )
            )
        return node

    def unknown(self, name: str) -> Unreadable:
        return Unreadable(
            text(
                "Der Name „{name}“ gehört nicht zur Aufgabe. Bitte verwenden Sie nur: {known}.",
                name=quoted(name),
                known=", ".join(self.known),
            )
        )

    def with_labels(self, labels: frozenset[str]) -> "Vocabulary":
        """The same, where components of the answer may also refer to each other by name."""
        extra: dict[str, Node] = {label: Variable(label) for label in labels}
        names = extra | self.names
        return Vocabulary(names, self.moments, self.functions, self.sequences, self.known)

    @property
    def words(self) -> frozenset[str]:
        """Names of several letters that count as one word in running text."""
        return frozenset(self.names) | self.functions.keys() | self.sequences.keys() | _WORDS


_WORDS = (
    frozenset(STANDARD)
    | SPELLINGS.keys()
    | MOMENTS.keys()
    | MODULES
    | COLLECTIONS
    | frozenset(GREEK.values())
    | {"sum", "prod"}
)


@lru_cache(maxsize=256)
def declared_names(question: Question) -> Vocabulary:
    """The declared quantities under their own names, without aliases."""
    names: dict[str, Node] = {}
    for name, domain in question.variables.items():
        names[name] = Variable(name)
        names.setdefault(name.replace("_", ""), Variable(name))
        if not isinstance(domain, Integers) and len(name) > 1:
            for ending in _SQUARES:
                names.setdefault(name + ending, Power(Variable(name), integer(2)))
    functions: dict[str, tuple[str, int]] = {}
    for name, function in question.functions.items():
        functions[name] = (name, 0)
        for spelling in (f"d{name}", f"{name}_prime", f"{name}_strich"):
            functions.setdefault(spelling, (name, 1))
        for order, derivative in enumerate(function.derivatives, start=1):
            functions[derivative] = (name, order)
    sequences = {name: name for name in question.sequences}
    derivatives = [name for f in question.functions.values() for name in f.derivatives]
    known = (*question.variables, *question.sequences, *question.functions, *derivatives)
    for name in question.variables:
        names[name] = Variable(name)
    return Vocabulary(names, {}, functions, sequences, known)


def moment_key(alias: str) -> tuple[str, str] | None:
    """``"Var(w)"`` → ``("Var", "w")``; None when the alias is an ordinary name."""
    match = _MOMENT.match(canonical(alias).replace("**", "^"))
    if match is None or match[1] not in MOMENTS:
        return None
    return MOMENTS[match[1]], match[2]
