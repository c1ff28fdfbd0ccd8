"""What a question declares: its quantities, the right answer and the known wrong ones.

Formulas here are written in Python syntax (or any notation that students may use), over the
declared names. Names are standard deviations or variances exactly as the author declares them:
with a variable ``sigma``, the answer ``sigma`` differs from ``sigma**2``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from autograder.formulas.domains import Domain
from autograder.i18n import Text

Form: TypeAlias = str | tuple[str, ...]
"""One formula, or one per component of a vector-valued answer."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """An indexed quantity such as ``w_1, …, w_N``; any other index is undefined.

    ``first`` and ``last`` are formulas over the integer variables; no ``last``: no end. With
    ``start`` the element at ``first`` is no quantity of its own but this formula (o_0 = x).
    """

    domain: Domain
    first: str = "1"
    last: str | None = None
    start: str | None = None


@dataclass(frozen=True, slots=True)
class Generic:
    """An unknown smooth function of one argument; its derivatives fit it exactly.

    ``derivatives`` names the first, second, … derivative, for example ``("dsigma",)``.
    """

    derivatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concrete:
    """A function that the sheet defines: formulas of it and its derivatives in ``argument``."""

    argument: str
    orders: tuple[str, ...]
    derivatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WrongForm:
    """A known mistake: any answer numerically equal to ``form`` gets its message and credit.

    With ``uses``, every wrong answer in which one of these names occurs matches, too (``form``
    may then be None). ``tag`` names the mistake in reports, ``credit`` is a share of the points
    in [0, 1). Entries are tried in their order.
    """

    form: Form | None
    tag: str
    message: Text
    credit: float = 0.0
    uses: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Question:
    """One formula question; the meaning of every field is checked by :func:`lint`.

    ``components`` holds, for a vector-valued answer, the names of each component as students
    may label it (``(("m", "mu"), ("s^2", "sigma^2"))``). ``aliases`` maps other spellings to
    formulas over declared names: ``"n_ein": "n_in"``, ``"sigma_w": "sqrt(var_w)"``, and moments
    as ``"Var(w)": "sigma**2"`` (indices of the argument do not matter). ``tolerance`` is the
    relative deviation allowed to an answer with decimals of four digits or more.
    """

    reference: Form
    variables: Mapping[str, Domain]
    wrong_forms: tuple[WrongForm, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    sequences: Mapping[str, Sequence] = field(default_factory=dict)
    functions: Mapping[str, Generic | Concrete] = field(default_factory=dict)
    components: tuple[tuple[str, ...], ...] = ()
    tolerance: float = 1e-3

    @property
    def size(self) -> int:
        """How many values an answer has."""
        return 1 if isinstance(self.reference, str) else len(self.reference)
