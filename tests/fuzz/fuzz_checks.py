"""Cases for what happens to values after they arrived: shown, taken for numbers, for outputs."""

from contextlib import suppress
from random import Random
from typing import Any

import numpy as np
from fuzz_driver import Target
from fuzz_mutation import reshaped
from fuzz_wire import make_value, samples

from autograder.checks.showing import MAX_CHARACTERS, shown
from autograder.checks.values import matrix, number, pair, vector
from autograder.checks.verdicts import Verdict
from autograder.export.rerun import rerun_notebook
from autograder.sandbox.outputs import characters, clean
from autograder.wire.faults import WireFault
from autograder.wire.values import decode, encode

MAX_OUTPUT_CHARACTERS = 2_000
_NUMBERS: tuple[Any, ...] = (
    *(1, 2.5, [1.0, 2.0, 3.0], (0.5, [1.5]), [[1, 2], [3, 4]], [1, None], [np.float32(1), 2], [[]]),
    *(10**400, [10**400], [True, False], 1 + 0j, [float("nan"), 1.0], [[1], [2, 3]], ["1", "2"]),
    *(np.ones(3), np.ones((2, 2)), np.ones((1, 3)), np.array(2.0), [np.ones(2), np.ones(2)]),
)
_OUTPUTS: tuple[Any, ...] = (
    {"output_type": "stream", "name": "stdout", "text": "x"},
    {"output_type": "error", "ename": "E", "evalue": "\x1b[31mv", "traceback": ["a", "\x1b[0m<b>"]},
    {"output_type": "display_data", "data": {"text/plain": "1", "text/html": "<script>"}},
    {"output_type": "execute_result", "data": {"image/png": "iVBOR", "text/latex": "$x$"}},
    {
        "output_type": "display_data",
        "data": {"image/svg+xml": "<svg onload=x>", "text/markdown": "#"},
    },
)
_LEAVES: tuple[Any, ...] = (
    *(
        None,
        0,
        -1,
        1.5,
        "",
        "stream",
        "text",
        "data",
        "output_type",
        "image/png",
        "text/html",
        b"x",
    ),
    *([], {}, [[]], np.ones(2), np.zeros((0, 3)), np.float16(1), "\x1b]8;;x", "\u202e", "\x00", 1j),
)


def make_arrived(rng: Random) -> Any:
    """A value as it stands after the border: numbers of odd shapes, or anything of the table."""
    kind = rng.random()
    if kind < 0.5:
        value = rng.choice((*_NUMBERS, *samples()))
        for _ in range(rng.randrange(3)):
            value = reshaped(rng, value, (*_LEAVES, *_NUMBERS))
    elif kind < 0.8:
        value = [rng.choice(_OUTPUTS) for _ in range(rng.randint(1, 4))]
        for _ in range(rng.randrange(4)):
            value = reshaped(rng, value, (*_LEAVES, *_OUTPUTS))
    else:
        return _decoded(make_value(rng))
    with suppress(WireFault):
        return _decoded(encode(value))
    return None


def _decoded(data: bytes) -> Any:
    try:
        return decode(data)
    except WireFault:
        return None


def run_arrived(value: Any) -> bool:
    assert len(shown(value)) <= MAX_CHARACTERS + 2
    accepted = False
    for reader in (number, vector, pair, _square):
        with suppress(Verdict):
            reader(value)
            accepted = True
    outputs = clean(value, MAX_OUTPUT_CHARACTERS)
    assert characters(outputs) <= MAX_OUTPUT_CHARACTERS
    rerun_notebook([("code", "1")], {0: outputs})
    return accepted or bool(outputs)


def _square(value: Any) -> Any:
    return matrix(value, (2, 2))


TARGETS = (Target("arrived", make_arrived, run_arrived),)
