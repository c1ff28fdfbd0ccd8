"""Linear regions of a ReLU network: one region is one activation pattern of all hidden units.

Facts by which a count can be told: without biases every region is a cone, one layer of k units
has exactly 2k of them in the plane; with biases one layer of k units has at most
1 + k + k(k-1)/2 (Zaslavsky 1975).
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from autograder.checks.networks import Network
from autograder.checks.values import FloatArray

Bits = npt.NDArray[np.bool_]


def normalised(z: FloatArray, ddof: int = 0) -> FloatArray:
    """Per unit (column) over the points: mean removed, divided by the standard deviation."""
    with np.errstate(all="ignore"):
        result: FloatArray = (z - z.mean(axis=0)) / z.std(axis=0, ddof=ddof)
    return result


def hidden_values(network: Network, x: FloatArray, normalise: bool = False) -> list[FloatArray]:
    """What the ReLU of each hidden layer gets, (N, n_l) per layer; the last layer has none."""
    if not normalise:
        return network.pre_activations(x)[:-1]
    return list(_normalised_layers(network, x))


def _normalised_layers(network: Network, x: FloatArray) -> Iterator[FloatArray]:
    inputs = np.asarray(x, dtype=float)
    for weight, bias in zip(network.weights[:-1], network.biases[:-1], strict=True):
        z = normalised(inputs @ weight.T + bias)
        yield z
        inputs = np.maximum(z, 0.0)


def patterns(values: list[FloatArray]) -> Bits:
    """(N, H): which hidden units are active at which point."""
    return np.concatenate([z > 0 for z in values], axis=1)


def count_regions(bits: Bits) -> int:
    """Different patterns among the points."""
    return len(np.unique(np.packbits(bits, axis=1), axis=0))


def largest_count(units: int) -> int:
    """Most regions that lines of ``units`` units in general position cut the plane into."""
    return 1 + units + units * (units - 1) // 2


def clear_of_ties(values: list[FloatArray], margin: float) -> Bits:
    """(N,): points at which no unit is so near 0 that rounding could change its bit."""
    result: Bits = np.min([np.abs(z).min(axis=1) for z in values], axis=0) >= margin
    return result
