"""Networks of students are read by the values of their parameters, whatever holds them."""

import numpy as np
import pytest
from checks_networks import NET, with_weights
from checks_sheet import FakePeer, student
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from autograder.checks.networks import Network, draw_network, network_of, read_network
from autograder.checks.verdicts import Verdict
from autograder.records.model import Family, Outcome
from autograder.wire.values import Remote, TensorValue

WIDTHS = (2, 5, 4, 4, 3)


def drawn():
    return draw_network(np.random.default_rng(1), WIDTHS, bias_deviation=0.3)


def parameters(network):
    return [a for pair in zip(network.weights, network.biases, strict=True) for a in pair]


def assert_same(found, expected):
    for one, other in zip(parameters(found), parameters(expected), strict=True):
        assert_allclose(one, other)


def test_the_forward_pass_is_that_of_linear_layers_with_relu_between():
    network = Network(
        (np.array([[1.0], [-1.0]]), np.array([[1.0, 1.0]])), (np.zeros(2), np.array([0.5]))
    )
    assert network.widths == (1, 2, 1)
    assert network(np.array([[2.0], [-3.0]])).tolist() == [[2.5], [3.5]]


def test_drawn_networks_have_the_variance_that_was_asked_for():
    network = draw_network(np.random.default_rng(0), (50, 400), gain=3.0)
    assert network.weights[0].var() == pytest.approx(3 / 50, rel=0.05)
    assert not network.biases[0].any()


def test_a_network_is_read_in_the_order_in_which_it_is_kept():
    network = drawn()
    named = [
        (f"p{n}", TensorValue(a.astype(np.float32))) for n, a in enumerate(parameters(network))
    ]
    assert_same(read_network(with_weights(*named), NET, WIDTHS), network)


@given(st.permutations(range(4)), st.lists(st.booleans(), min_size=4, max_size=4))
@settings(max_examples=50, deadline=None)
def test_matrices_are_told_by_their_shapes(order, turned):
    network = drawn()
    pairs = zip(network.weights, turned, strict=True)
    matrices = [w.T if turn and len(set(w.shape)) > 1 else w for w, turn in pairs]
    found = network_of([*(matrices[n] for n in order), *network.biases], WIDTHS)
    assert_same(found, network)


def test_without_biases_they_are_zero():
    network = drawn()
    assert not np.concatenate(network_of(network.weights, WIDTHS).biases).any()


WRONG = {
    "a layer too few": (lambda n: parameters(n)[:-2], "3 Gewichtsmatrizen"),
    "a layer too many": (lambda n: [*parameters(n), np.ones((3, 3))], "5 Gewichtsmatrizen"),
    "another width": (
        lambda n: [n.weights[0][:, :1].repeat(7, 1), *parameters(n)[1:]],
        "nicht die Form",
    ),
    "a normalisation": (lambda n: [*parameters(n), np.ones(5), np.ones(5)], "weder Gewichte"),
    "a scale": (lambda n: [*parameters(n), np.ones(1)], "weder Gewichte"),
}


@pytest.mark.parametrize(("change", "words"), WRONG.values(), ids=WRONG)
def test_another_network_is_wrong_and_says_why(change, words):
    with pytest.raises(Verdict) as caught:
        network_of(change(drawn()), WIDTHS)
    assert caught.value.outcome is Outcome.WRONG
    assert words in caught.value.message.de


ODD = {
    "nothing": [],
    "names only": ["a", "b"],
    "objects": [("0", NET)],
    "text": [("0", "1.0")],
    "integers": [("0", np.ones((5, 2), dtype=int))],
    "far too many": [("0", np.ones((5, 2)))] * 300,
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_what_holds_no_weights_is_for_people_to_look_at(odd):
    with pytest.raises(Verdict) as caught:
        read_network(with_weights(*odd), NET, WIDTHS)
    assert caught.value.outcome.family is Family.LOOK


def test_weights_that_cannot_be_read_are_for_people_to_look_at():
    asked = student(FakePeer({"k": "raised", "error": "TypeError", "message": "no"}))
    with pytest.raises(Verdict) as caught:
        read_network(asked, NET, WIDTHS)
    assert caught.value.outcome is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("handle", "parameters", "words"),
    [
        (Remote(4, "builtins.NoneType"), (), "return"),
        (NET, (("0", 1.5), ("1", np.float64(2))), "Liste von Zahlen"),
    ],
)
def test_what_is_clearly_no_network_is_wrong(handle, parameters, words):
    with pytest.raises(Verdict) as caught:
        read_network(with_weights(*parameters), handle, WIDTHS)
    assert caught.value.outcome is Outcome.WRONG
    assert words in caught.value.message.de
