"""Grades Jupyter notebooks with hidden pytest checks that the notebooks cannot reach.

This module imports nothing: importing ``autograder.inside`` runs it beside the student's
code, and what is imported here would be there too.
"""

from typing import Any

__version__ = "0.1.0"

_EXPORTS = {
    "Sheet": "autograder.course.sheet",
    "load_sheet": "autograder.course.sheet",
    "grade": "autograder.run.pipeline",
}

__all__ = ["Sheet", "__version__", "grade", "load_sheet"]


def __getattr__(name: str) -> Any:
    if name in _EXPORTS:
        from importlib import import_module

        return getattr(import_module(_EXPORTS[name]), name)
    raise AttributeError(f"module 'autograder' has no attribute {name!r}")
