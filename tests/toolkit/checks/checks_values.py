"""Strategies for everything that may come back from a student, the odder the better."""

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.wire.activations import Activation
from autograder.wire.arrays import DTYPES
from autograder.wire.values import Remote, TensorValue

arrays = hnp.arrays(
    dtype=st.sampled_from([np.dtype(code) for code in sorted(DTYPES)]),
    shape=hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3),
)
single = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([64, 1_400, 17_000]).map(lambda bits: -(2**bits))
    | st.floats()
    | st.floats(width=32).map(np.float32)
    | st.complex_numbers()
    | st.text(max_size=5)
    | st.binary(max_size=5)
    | arrays
    | arrays.map(TensorValue)
    | arrays.filter(lambda a: a.size).map(lambda a: a.reshape(-1)[0])
    | st.builds(Remote, st.integers(), st.sampled_from(["builtins.ellipsis", "a.b", "", "x" * 200]))
    | st.just(Activation("tanh", {}))
)
returned = st.recursive(
    single,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=3) | st.integers(), inner, max_size=3)
        | st.frozensets(st.integers() | st.text(max_size=2), max_size=3)
    ),
    max_leaves=10,
)
