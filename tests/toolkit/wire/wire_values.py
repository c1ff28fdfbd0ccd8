"""Strategies and comparisons for values of the wire's closed table."""

import math

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.wire.activations import Activation
from autograder.wire.arrays import DTYPES
from autograder.wire.values import Remote, TensorValue

DTYPE_CODES = sorted(DTYPES)
plain_leaves = (
    st.none()
    | st.booleans()
    | st.integers(-(2**200), 2**200)
    | st.floats()
    | st.complex_numbers()
    | st.text()
    | st.binary()
)
arrays = hnp.arrays(
    dtype=st.sampled_from([np.dtype(code) for code in DTYPE_CODES]),
    shape=hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4),
)
leaves = (
    plain_leaves
    | arrays
    | arrays.map(TensorValue)
    | arrays.filter(lambda a: a.size).map(lambda a: a.reshape(-1)[0])
    | st.sampled_from((Activation("tanh", {}), Activation("softplus", {}, 1)))
    | st.builds(Remote, st.integers(0, 2**40), st.text(max_size=20))
)
keys = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary(),
    lambda inner: st.tuples(inner, inner) | st.frozensets(inner, max_size=3),
    max_leaves=4,
)
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(keys, inner, max_size=4)
        | st.frozensets(keys, max_size=4)
    ),
    max_leaves=12,
)


def same(first, second):
    """Equal values of equal types all the way down; NaN equals NaN."""
    if isinstance(first, np.generic) and isinstance(second, np.generic):
        first, second = np.asarray(first), np.asarray(second)
    if type(first) is not type(second):
        return False
    if isinstance(first, TensorValue):
        return same(first.array, second.array)
    if isinstance(first, np.ndarray):
        return (
            first.dtype == second.dtype
            and first.shape == second.shape
            and np.array_equal(first, second, equal_nan=first.dtype.kind in "fc")
        )
    if isinstance(first, list | tuple):
        return len(first) == len(second) and all(map(same, first, second))
    if isinstance(first, dict):
        return first.keys() == second.keys() and all(same(first[k], second[k]) for k in first)
    if isinstance(first, complex):
        return same(first.real, second.real) and same(first.imag, second.imag)
    if isinstance(first, float) and math.isnan(first):
        return math.isnan(second)
    return first == second
