"""What the notebook's namespace holds, and what the answers' names held before."""

from collections.abc import Iterable, Mapping
from typing import Any

MAX_NAMES = 5_000
MAX_NAME_CHARACTERS = 100
MAX_VERSIONS = 6
_MODULE, _QUALIFIED_NAME = (type.__dict__[name] for name in ("__module__", "__qualname__"))
"""Read past metaclasses: one odd object must not keep all other names from being listed."""
_IPYTHON = frozenset(("In", "Out", "get_ipython", "exit", "quit", "open"))


class Namespace:
    """The notebook's global names; earlier values of the watched ones are kept."""

    def __init__(self, variables: dict[str, Any], watched: Iterable[str]) -> None:
        self._variables = variables
        self._versions: dict[str, list[Any]] = {name: [] for name in watched}

    def remember(self) -> None:
        """Call after each cell: keeps a watched value when it is a new object."""
        for name, versions in self._versions.items():
            if name in self._variables:
                value = self._variables[name]
                if not versions or versions[-1] is not value:
                    versions.append(value)
                    del versions[:-MAX_VERSIONS]

    def watch(self, name: str) -> None:
        self._versions.setdefault(name, [])
        self.remember()

    def get(self, name: str, version: int | None = None) -> Any:
        """The final value, or with ``version`` an earlier one (0 is the oldest kept).

        Raises :class:`LookupError` when there is none.
        """
        if version is None:
            return self._variables[name]
        return self._versions[name][version]

    def listing(self) -> Mapping[str, list[Any]]:
        """Name → [is callable, type name, number of earlier values]; watched names come first.

        The type name is empty where only earlier values are left.
        """
        found: dict[str, list[Any]] = {}
        for name, versions in self._versions.items():
            if name in self._variables:
                value = self._variables[name]
                earlier = len(versions) - bool(versions and versions[-1] is value)
                found[name] = [callable(value), _kind_of(value), earlier]
            elif versions:
                found[name] = [False, "", len(versions)]
        for name, value in list(self._variables.items()):
            if len(found) >= MAX_NAMES:
                break
            if name not in found and _is_answer(name):
                found[name] = [callable(value), _kind_of(value), 0]
        return found


def _is_answer(name: Any) -> bool:
    ordinary = type(name) is str and len(name) <= MAX_NAME_CHARACTERS
    return ordinary and not name.startswith("_") and name not in _IPYTHON


def _kind_of(value: Any) -> str:
    kind = type(value)
    try:
        module = _MODULE.__get__(kind)
    except AttributeError:
        module = None
    name = _QUALIFIED_NAME.__get__(kind)
    return f"{module if type(module) is str else '?'}.{name}"[:MAX_NAME_CHARACTERS]
