"""Outputs come from inside: whatever they are, nbformat's shape comes out, within bounds."""

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.sandbox.outputs import MAX_OUTPUTS, characters, clean
from autograder.wire.values import Remote, TensorValue

TWO = np.array([1, 2])
odd = st.sampled_from([None, True, 5, 1.5, b"b", TWO, Remote(1, "x"), TensorValue(TWO), [], {}])
hostile = st.recursive(
    odd | st.text(max_size=5) | st.sampled_from(["stream", "error", "display_data", "stderr"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["output_type", "name", "text", "data", "ename", "traceback", 5]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=8,
)


@settings(max_examples=150)
@given(hostile | st.lists(hostile))
def test_whatever_comes_json_can_write_what_is_kept(outputs):
    kept = clean(outputs, 1_000)
    assert characters(kept) <= 1_000
    msgspec.json.encode(kept)
    for one in kept:
        assert one["output_type"] in ("stream", "error", "display_data", "execute_result")


def test_known_outputs_are_kept_as_they_are():
    outputs = [
        {"output_type": "stream", "name": "stderr", "text": "a"},
        {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["t"]},
        {"output_type": "display_data", "data": {"image/png": "iVBO"}, "metadata": {}},
        {
            "output_type": "execute_result",
            "data": {"text/plain": "1"},
            "metadata": {},
            "execution_count": None,
        },
    ]
    assert clean(outputs, 10_000) == outputs


def test_what_is_more_than_allowed_is_left_out():
    one = {"output_type": "stream", "name": "stdout", "text": "x" * 10}
    assert len(clean([one] * 5, 3 * characters([one]))) == 3
    assert clean([one], characters([one]) - 1) == []
    assert len(clean([one] * 3000, 10**9)) == MAX_OUTPUTS
    error = {"output_type": "error", "traceback": ["x"] * 5_000}
    assert len(clean([error], 10**9)[0]["traceback"]) == 1_000
    mimes = {"output_type": "display_data", "data": {f"m/{n}": "x" for n in range(500)}}
    assert len(clean([mimes], 10**9)[0]["data"]) == 20


@pytest.mark.parametrize("kind", [TWO, b"stream", None, "pickle", ["stream"]])
def test_other_kinds_of_output_are_left_out(kind):
    assert clean([{"output_type": kind, "text": "a"}], 100) == []
