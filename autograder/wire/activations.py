"""The activation functions that both sides can make from plain numbers.

Each works on floats, numpy arrays and torch tensors, stays in the kind and precision of its
argument, and is differentiable by torch.
"""

import math
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np

from autograder.wire.faults import WireFault


def _library(z: Any) -> ModuleType:
    """The module whose ``tanh`` and friends fit the argument."""
    torch = sys.modules.get("torch")
    if torch is not None and isinstance(z, torch.Tensor):
        return torch
    return np if isinstance(z, (np.ndarray, np.generic)) else math


def _as_argument(z: Any) -> Any:
    return np.asarray(z, dtype=float) if isinstance(z, (list, tuple)) else z


def _sigmoid(z: Any) -> Any:
    return 0.5 * (1.0 + _library(z).tanh(0.5 * z))


def _softplus(z: Any) -> Any:
    library = _library(z)
    if library is math:
        return max(z, 0.0) + math.log1p(math.exp(-abs(z)))
    return library.logaddexp(0.0 * z, z)


def _mix(z: Any, p: Mapping[str, float]) -> Any:
    library = _library(z)
    return (
        p["a"] * library.tanh(p["b"] * z + p["c"])
        + p["d"] * library.sin(p["e"] * z + p["f"])
        + p["g"] * z
    )


def _mix_derivative(z: Any, p: Mapping[str, float]) -> Any:
    library = _library(z)
    return (
        p["a"] * p["b"] * (1.0 - library.tanh(p["b"] * z + p["c"]) ** 2)
        + p["d"] * p["e"] * library.cos(p["e"] * z + p["f"])
        + p["g"]
    )


def _tanh_derivative(z: Any) -> Any:
    return 1.0 - _library(z).tanh(z) ** 2


def _sigmoid_derivative(z: Any) -> Any:
    return _sigmoid(z) * (1.0 - _sigmoid(z))


_Function = Callable[[Any, Mapping[str, float]], Any]
_KINDS: Mapping[str, tuple[tuple[str, ...], _Function, _Function]] = {
    "identity": ((), lambda z, _: 1.0 * z, lambda z, _: 1.0 + 0.0 * z),
    "tanh": ((), lambda z, _: _library(z).tanh(z), lambda z, _: _tanh_derivative(z)),
    "sigmoid": ((), lambda z, _: _sigmoid(z), lambda z, _: _sigmoid_derivative(z)),
    "softplus": ((), lambda z, _: _softplus(z), lambda z, _: _sigmoid(z)),
    "mix": (tuple("abcdefg"), _mix, _mix_derivative),
}


@dataclass(frozen=True)
class Activation:
    """``sigma(z)``; with ``order=1`` its derivative.

    ``mix`` is a·tanh(b·z + c) + d·sin(e·z + f) + g·z: smooth, and nobody's special case.
    """

    kind: str
    parameters: Mapping[str, float]
    order: int = 0

    def __post_init__(self) -> None:
        names = _KINDS[self.kind][0] if self.kind in _KINDS else None
        if names is None or set(names) != set(self.parameters) or self.order not in (0, 1):
            raise WireFault(f"there is no activation {self.kind!r} with these parameters")

    def __call__(self, z: Any) -> Any:
        _, plain, derivative = _KINDS[self.kind]
        function = derivative if self.order else plain
        try:
            return function(_as_argument(z), self.parameters)
        except (ValueError, OverflowError):
            if not isinstance(z, (float, int)):
                raise
        # math refuses what numpy answers with inf or NaN, as an infinite z
        with np.errstate(all="ignore"):
            return float(function(np.float64(z), self.parameters))

    @property
    def derivative(self) -> "Activation":
        return Activation(self.kind, self.parameters, 1)
