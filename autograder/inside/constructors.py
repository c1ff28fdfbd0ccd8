"""Objects that the checks may make inside, from plain values: a closed table."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np


def _numpy_generator(seed: int) -> np.random.Generator:
    return np.random.default_rng(seed)


def _torch_generator(seed: int) -> Any:
    import torch

    return torch.Generator().manual_seed(seed)


def _mlp(weights: Sequence[Any], biases: Sequence[Any]) -> Any:
    """A ReLU network: ``weights[l]`` has shape (n_out, n_in), ``biases[l]`` (n_out,)."""
    import torch

    layers: list[Any] = []
    for number, (weight, bias) in enumerate(zip(weights, biases, strict=True)):
        weight, bias = torch.as_tensor(np.array(weight)), torch.as_tensor(np.array(bias))
        layer = torch.nn.Linear(weight.shape[1], weight.shape[0], dtype=weight.dtype)
        with torch.no_grad():
            layer.weight.copy_(weight)
            layer.bias.copy_(bias)
        layers += [torch.nn.ReLU(), layer] if number else [layer]
    return torch.nn.Sequential(*layers)


CONSTRUCTORS: Mapping[str, Callable[..., Any]] = {
    "numpy_generator": _numpy_generator,
    "torch_generator": _torch_generator,
    "mlp": _mlp,
}


def weights_of(thing: Any) -> list[tuple[str, Any]]:
    """Names and values of a torch module's parameters, or of a list of arrays."""
    if hasattr(thing, "named_parameters"):
        return [(str(name), value.detach()) for name, value in thing.named_parameters()]
    if isinstance(thing, Mapping):
        return [(str(name), value) for name, value in thing.items()]
    return [(str(number), value) for number, value in enumerate(thing)]
