"""Makes the arguments that answers are called with from what the table of a sheet says.

A number, text or list in the table is taken as it is. A table with one key is made anew for every
call, so that no answer can spoil the input of the next one:

=============================  ===================================================================
``{ array = [3, 2] }``         numpy array of that shape, fixed values of mixed sign
``{ sequence = 4 }``           numpy array of length 5 that counts from 1: NaN at index 0
``{ sequence = 4, first = 1}`` the same with a number at index 0
``{ function = "tanh" }``      for numbers, numpy and torch; also ``sigmoid``, ``softplus``
``{ derivative = "tanh" }``    its derivative
``{ generator = 7 }``          ``numpy.random.default_rng(7)``
``{ tensor = [3, 2] }``        torch tensor (float32) like ``array``
``{ labels = [6, 3] }``        torch tensor of 6 classes 0, 1, 2, 0, …
``{ mlp = [2, 8, 3] }``        torch ``Sequential`` of ``Linear`` with ``ReLU`` between
``{ of = "name", with = {} }`` what the notebook's own function of that name returns
=============================  ===================================================================
"""

import math
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from autograder.errors import StudentFault
from autograder.i18n import Text, text


class NoInput(StudentFault):
    """An input cannot be made here; ``message`` says why."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.de)
        self.message = message


def made(spec: Any, names: Mapping[str, Any]) -> Any:
    """The value that ``spec`` describes; ``names`` is the notebook's namespace.

    Raises :class:`NoInput` when a library or a function of the notebook is missing.
    """
    if not isinstance(spec, Mapping):
        return list(spec) if isinstance(spec, list) else spec
    if "of" in spec:
        return _returned(spec, names)
    return next(make for kind, make in _MAKERS.items() if kind in spec)(spec)


def arguments(case: Mapping[str, Any], names: Mapping[str, Any]) -> dict[str, Any]:
    """Fresh arguments by name; raises :class:`NoInput`."""
    return {name: made(spec, names) for name, spec in case.items()}


def _returned(spec: Mapping[str, Any], names: Mapping[str, Any]) -> Any:
    function = names.get(spec["of"])
    missing = text(
        "Dafür wird „{name}“ gebraucht. Führen Sie die Zelle aus, die es definiert.",
        name=spec["of"],
    )
    if not callable(function):
        raise NoInput(missing)
    try:
        value = function(*arguments(spec.get("with", {}), names).values())
    except Exception as error:
        raise NoInput(missing) from error
    if value is None:
        raise NoInput(missing)
    return value


def _numpy() -> Any:
    return _library("numpy")


def _torch() -> Any:
    return _library("torch")


def _library(name: str) -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError as error:
        raise NoInput(
            text("Dafür wird das Paket „{name}“ gebraucht, das hier fehlt.", name=name)
        ) from error


def _values(count: int) -> list[float]:
    """Numbers between 0.4 and 1.4 with changing sign, no two alike."""
    return [(-1) ** k * (0.4 + (k * 0.618034) % 1) for k in range(1, count + 1)]


def _array(spec: Mapping[str, Any]) -> Any:
    shape = spec["array"]
    return _numpy().array(_values(math.prod(shape))).reshape(shape)


def _sequence(spec: Mapping[str, Any]) -> Any:
    return _numpy().array([spec.get("first", math.nan), *_values(spec["sequence"])])


def _tensor(spec: Mapping[str, Any]) -> Any:
    shape = spec["tensor"]
    return _torch().tensor(_values(math.prod(shape))).reshape(shape)


def _labels(spec: Mapping[str, Any]) -> Any:
    count, classes = spec["labels"]
    return _torch().arange(count) % classes


def _mlp(spec: Mapping[str, Any]) -> Any:
    torch = _torch()
    widths = spec["mlp"]
    layers: list[Any] = []
    for n_in, n_out in pairwise(widths):
        layers += [torch.nn.Linear(n_in, n_out), torch.nn.ReLU()]
    net = torch.nn.Sequential(*layers[:-1])
    with torch.no_grad():
        for weight in net.parameters():
            weight.copy_(torch.tensor(_values(weight.numel())).reshape(weight.shape) / widths[0])
    return net


def _function(spec: Mapping[str, Any]) -> Callable[[Any], Any]:
    return _applied(_FUNCTIONS[spec["function"]][0])


def _derivative(spec: Mapping[str, Any]) -> Callable[[Any], Any]:
    return _applied(_FUNCTIONS[spec["derivative"]][1])


def _applied(formula: Callable[[Any, Any], Any]) -> Callable[[Any], Any]:
    def function(z: Any) -> Any:
        torch = type(z).__module__.startswith("torch")
        return formula(_torch() if torch else _numpy(), z)

    return function


def _logistic(m: Any, z: Any) -> Any:
    return 1 / (1 + m.exp(-z))


_FUNCTIONS: dict[str, tuple[Callable[[Any, Any], Any], Callable[[Any, Any], Any]]] = {
    "tanh": (lambda m, z: m.tanh(z), lambda m, z: 1 - m.tanh(z) ** 2),
    "sigmoid": (_logistic, lambda m, z: _logistic(m, z) * (1 - _logistic(m, z))),
    "softplus": (lambda m, z: m.log1p(m.exp(z)), _logistic),
}

_MAKERS: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "array": _array,
    "sequence": _sequence,
    "function": _function,
    "derivative": _derivative,
    "generator": lambda spec: _numpy().random.default_rng(spec["generator"]),
    "tensor": _tensor,
    "labels": _labels,
    "mlp": _mlp,
}
