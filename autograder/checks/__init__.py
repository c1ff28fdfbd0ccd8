"""What the author of hidden checks imports.

A check is an ordinary pytest function. It asks the ``student`` fixture for answers, compares
the values that come back, and calls :func:`wrong` with a sentence that helps::

    @task("2d")
    def test_gradient(student, rng):
        \"\"\"Der Gradient nach x hat die richtigen Werte.\"\"\"
        W, grad_y = rng.normal(size=(3, 5)), rng.normal(size=3)
        found = vector(student.aufgabe_2d(W, rng.normal(size=5), grad_y), length=5)
        same(found, W.T @ grad_y)

The docstring is what the student reads. Points, order and dependencies stand in ``sheet.toml``.

Imports nothing until a name is used: who only asks which files belong to a part needs no pytest.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from autograder.checks.comparing import close, same
    from autograder.checks.marking import task
    from autograder.checks.values import Number, Vector, matrix, number, vector
    from autograder.checks.verdicts import Verdict, consistent, undecided, wrong
    from autograder.i18n import text

__all__ = [
    "Number",
    "Vector",
    "Verdict",
    "close",
    "consistent",
    "matrix",
    "number",
    "same",
    "task",
    "text",
    "undecided",
    "vector",
    "wrong",
]
_HOMES = {
    "autograder.checks.comparing": ("close", "same"),
    "autograder.checks.marking": ("task",),
    "autograder.checks.values": ("Number", "Vector", "matrix", "number", "vector"),
    "autograder.checks.verdicts": ("Verdict", "consistent", "undecided", "wrong"),
    "autograder.i18n": ("text",),
}


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            globals()[name] = value = getattr(import_module(home), name)
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
