"""Plain ReLU networks by value: the trusted side's own forward pass, and their reading.

Layers count linear maps: ``L`` of them, with ReLU between and none at the end. Widths are
``(n_0, …, n_L)``; ``weights[l]`` has shape ``(n_{l+1}, n_l)`` and ``biases[l]`` ``(n_{l+1},)``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NoReturn

import numpy as np
import numpy.typing as npt

from autograder.checks.student import Student
from autograder.checks.values import FloatArray
from autograder.checks.verdicts import Verdict, undecided, wrong
from autograder.i18n import text
from autograder.records.model import Evidence
from autograder.wire.values import Remote, TensorValue

SingleArray = npt.NDArray[np.float32]

MAX_PARAMETERS = 200
"""Arrays of one network: more are none of a plain network that a sheet asks for."""


@dataclass(frozen=True)
class Network:
    """Weights and biases; computes in float64."""

    weights: tuple[FloatArray, ...]
    biases: tuple[FloatArray, ...]

    @property
    def widths(self) -> tuple[int, ...]:
        return (self.weights[0].shape[1], *(len(weight) for weight in self.weights))

    def pre_activations(self, x: FloatArray) -> list[FloatArray]:
        """z_1, …, z_L of shapes (N, n_l) for points ``x`` of shape (N, n_0)."""
        found: list[FloatArray] = []
        for weight, bias in zip(self.weights, self.biases, strict=True):
            with np.errstate(all="ignore"):
                inputs = np.maximum(found[-1], 0.0) if found else np.asarray(x, dtype=float)
                found.append(inputs @ weight.T + bias)
        return found

    def __call__(self, x: FloatArray) -> FloatArray:
        """Logits of shape (N, n_L)."""
        return self.pre_activations(x)[-1]

    def made_inside(self, student: Student) -> Remote:
        """The same network in float32 beside the student."""
        return student.construct("mlp", *self.by_value())

    def by_value(self) -> tuple[list[SingleArray], list[SingleArray]]:
        """Weights and biases in single precision."""
        return (
            [weight.astype(np.float32) for weight in self.weights],
            [bias.astype(np.float32) for bias in self.biases],
        )


def draw_network(
    rng: np.random.Generator,
    widths: Sequence[int],
    gain: float = 2.0,
    bias_deviation: float = 0.0,
) -> Network:
    """Normal weights of variance ``gain``/n_in and normal biases, exact in single precision."""
    weights = [
        rng.normal(scale=np.sqrt(gain / n_in), size=(n_out, n_in))
        for n_in, n_out in pairwise(widths)
    ]
    biases = [rng.normal(scale=bias_deviation, size=n) for n in widths[1:]]
    return Network(tuple(map(_single, weights)), tuple(map(_single, biases)))


def _single(array: FloatArray) -> FloatArray:
    return array.astype(np.float32).astype(np.float64)


def read_network(student: Student, handle: Remote, widths: Sequence[int]) -> Network:
    """The plain network of these widths that a kept object holds, by its parameters' values.

    All widths must differ: then the shapes tell which layer a parameter belongs to, in whatever
    order and orientation it is kept. (Two neighbours may be equal: their biases come in the order
    of the layers.) Ends the check where the parameters are those of another network.
    """
    if handle.type == "builtins.NoneType":
        wrong(text("Die Funktion gibt kein Netz zurück. Fehlt ein return?"))
    try:
        given = student.weights(handle)
    except Verdict as verdict:
        undecided(
            text("Aus dem Netz lassen sich keine Gewichte lesen."),
            verdict.evidence,
        )
    return network_of(_arrays(given), widths)


def _arrays(given: Any) -> list[FloatArray]:
    """The numbers of every parameter; other things in a list of them are left out."""
    if not isinstance(given, list) or len(given) > MAX_PARAMETERS:
        undecided(text("Aus dem Netz lassen sich keine Gewichte lesen."))
    arrays, plain = [], 0
    for entry in given:
        value = entry[1] if isinstance(entry, tuple) and len(entry) == 2 else None
        plain += isinstance(value, (int, float))
        value = value.array if isinstance(value, TensorValue) else value
        if isinstance(value, np.ndarray) and value.dtype.kind == "f" and value.ndim:
            arrays.append(value.astype(np.float64))
    if plain and plain == len(given):
        wrong(text("Zurückgegeben wird eine Liste von Zahlen statt eines Netzes."))
    if not arrays:
        undecided(text("Aus dem Netz lassen sich keine Gewichte lesen."))
    return arrays


def network_of(arrays: Iterable[FloatArray], widths: Sequence[int]) -> Network:
    """Parameters in any order → the network of ``widths``, of which no two layers are alike."""
    matrices, vectors, others = _sorted(arrays, widths)
    layers = len(widths) - 1
    if others or len(matrices) != layers:
        _refuse(len(matrices), others, widths)
    return Network(
        tuple(matrices[number] for number in range(layers)),
        tuple(vectors.get(n, np.zeros(widths[n + 1])) for n in range(layers)),
    )


def _refuse(fitting: int, others: Sequence[FloatArray], widths: Sequence[int]) -> NoReturn:
    """Say what kind of other network this is."""
    layers = len(widths) - 1
    foreign = sum(array.ndim == 2 and min(array.shape) > 1 for array in others)
    evidence = Evidence(
        found=f"{fitting} matrices fit; others: {[array.shape for array in others]}",
        expected=f"{layers} matrices for the widths {tuple(widths)}",
    )
    if fitting + foreign != layers:
        wrong(
            text(
                "Das Netz hat {found} Gewichtsmatrizen; zu {n} Breiten gehören {layers} Layer.",
                found=fitting + foreign,
                n=len(widths),
                layers=layers,
            ),
            evidence,
        )
    if foreign:
        wrong(
            text("Die Gewichtsmatrizen haben nicht die Form, die die Breiten verlangen."), evidence
        )
    wrong(
        text(
            "Das Netz hat Parameter, die weder Gewichte noch Bias eines linearen Layers sind (etwa "
            "die einer Normierung)."
        ),
        evidence,
    )


_Parts = tuple[dict[int, FloatArray], dict[int, FloatArray], list[FloatArray]]


def _sorted(arrays: Iterable[FloatArray], widths: Sequence[int]) -> _Parts:
    """Layer → matrix, layer → bias, and what fits nowhere or a second time."""
    shapes: Mapping[tuple[int, ...], int] = {
        shape: number
        for number, (n_in, n_out) in enumerate(pairwise(widths))
        for shape in ((n_out, n_in), (n_in, n_out))
    }
    outputs = widths[1:]
    matrices: dict[int, FloatArray] = {}
    vectors: dict[int, FloatArray] = {}
    others: list[FloatArray] = []
    for array in arrays:
        if array.shape in shapes and shapes[array.shape] not in matrices:
            number = shapes[array.shape]
            matrices[number] = array if len(array) == widths[number + 1] else array.T
            continue
        fitting = (n for n, size in enumerate(outputs) if size == array.size and n not in vectors)
        free = next(fitting, None) if max(array.shape) == array.size else None
        if free is None:
            others.append(array)
        else:
            vectors[free] = array.reshape(-1)
    return matrices, vectors, others
