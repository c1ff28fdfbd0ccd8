"""Harmless stand-ins for what makes no sense while grading: installers, Colab, self-checks."""

import contextlib
import importlib
import re
import sys
import types
from typing import Any

STAND_IN_VERSION = "0"
"""Of the stand-in for otter; by it a notebook's self-check knows that there is nothing to do."""
_INSTALLER = re.compile(
    r"\s*(sudo\s+)?(python\d?(\.\d+)?\s+-m\s+)?(pip\d?|conda|mamba|uv|apt|apt-get|npm)\b"
)


def is_installer(command: str) -> bool:
    return bool(_INSTALLER.match(command))


def note_on_installing(command: str) -> None:
    print(f"[Nicht ausgeführt, beim Bewerten wird nichts installiert: {command.strip()[:200]}]")  # noqa: T201


def register_magics(shell: Any) -> None:
    """``%pip``, ``%conda`` and friends only say that nothing is installed."""
    for name in ("pip", "conda", "mamba", "micromamba", "uv"):
        shell.register_magic_function(
            lambda line, name=name: note_on_installing(f"{name} {line}"), "line", name
        )


class _Quiet:
    """Accepts every call and attribute and does nothing."""

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def __call__(self, *_: object, **__: object) -> "_Quiet":
        return self

    def __getattr__(self, name: str) -> "_Quiet":
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def _repr_html_(self) -> str:
        return ""

    def __repr__(self) -> str:
        return "(nicht ausgeführt beim Bewerten)"


def install_modules() -> None:
    """``google.colab`` and ``otter`` can be imported and do nothing.

    The public self-checks of a notebook would only cost time here, and mounting a drive or
    downloading files is not possible.
    """
    colab = types.ModuleType("google.colab")
    for name in ("drive", "files", "output", "userdata"):
        part = types.ModuleType(f"google.colab.{name}")
        part.__getattr__ = lambda attribute: _quiet_attribute(attribute)  # type: ignore[method-assign]
        setattr(colab, name, part)
        sys.modules[f"google.colab.{name}"] = part
    with contextlib.suppress(ImportError):  # other packages live below it
        importlib.import_module("google")
    google = sys.modules.setdefault("google", types.ModuleType("google"))
    google.colab = colab  # type: ignore[attr-defined]
    sys.modules["google.colab"] = colab
    otter = types.ModuleType("otter")
    otter.Notebook = _Quiet  # type: ignore[attr-defined]
    otter.__version__ = STAND_IN_VERSION  # type: ignore[attr-defined]
    sys.modules["otter"] = otter


def _quiet_attribute(name: str) -> _Quiet:
    if name.startswith("__"):
        raise AttributeError(name)
    return _Quiet()
