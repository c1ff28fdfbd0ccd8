"""What the notebook's namespace holds, and what the answers' names held before."""

from collections.abc import Iterable, Mapping
from typing import Any

MAX_NAMES = 2_000
MAX_VERSIONS = 6
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
        """Name → [is callable, type name, number of earlier values]."""
        found: dict[str, list[Any]] = {}
        for name, value in list(self._variables.items())[: MAX_NAMES * 2]:
            if type(name) is str and not name.startswith("_") and name not in _IPYTHON:
                versions = self._versions.get(name, [])
                earlier = len(versions) - bool(versions and versions[-1] is value)
                kind = type(value)
                found[name] = [callable(value), f"{kind.__module__}.{kind.__qualname__}", earlier]
        for name, versions in self._versions.items():
            if name not in self._variables and versions:
                found[name] = [False, "", len(versions)]
        return dict(list(found.items())[:MAX_NAMES])
