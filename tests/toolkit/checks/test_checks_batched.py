"""Many trainings in one tensor run are the same as each of them alone."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from autograder.checks.networks import Network, draw_network
from autograder.checks.training import Sgd, cross_entropy, voronoi_task

torch = pytest.importorskip("torch")
batched = pytest.importorskip("benchmarks.batched")

SGD = Sgd(learning_rate=0.05, epochs=3, batch=25)
WIDTHS = [2, 11, 9, 10, 5]


@pytest.fixture
def rng():
    return np.random.default_rng(5)


class Ordered:
    """Stands for a generator whose permutations are given."""

    def __init__(self, orders):
        self.orders = list(orders)

    def permutation(self, _):
        return self.orders.pop(0)


def as_stack(networks):
    def stack(name):
        parts = zip(*(getattr(n, name) for n in networks), strict=True)
        return [torch.from_numpy(np.stack(p).astype(np.float32)) for p in parts]

    return batched.Networks(stack("weights"), [b[:, None] for b in stack("biases")])


def tasks_and_networks(rng, count):
    tasks = [voronoi_task(rng, classes=5, train=100, test=50) for _ in range(count)]
    return tasks, [draw_network(rng, WIDTHS, bias_deviation=0.1) for _ in range(count)]


def one(nets, number):
    return Network(
        tuple(w[number].double().numpy() for w in nets.weights),
        tuple(b[number, 0].double().numpy() for b in nets.biases),
    )


def test_a_stack_of_networks_learns_what_each_of_them_learns_alone(rng):
    tasks, networks = tasks_and_networks(rng, 4)
    nets, data = as_stack(networks), batched.stacked(tasks)
    order = batched.orders(SGD, 4, 100, torch.Generator().manual_seed(1))
    batched.train(SGD, nets, data, order)
    for number, (task, network) in enumerate(zip(tasks, networks, strict=True)):
        alone = SGD.train(network, task, Ordered(order[:, number].numpy()))
        for found, expected in zip(one(nets, number).weights, alone.weights, strict=True):
            assert_allclose(found, expected, atol=2e-4)
        loss = batched.losses(nets, data.x_train, data.y_train)[number].item()
        assert loss == pytest.approx(cross_entropy(alone(task.x_train), task.y_train), abs=1e-3)


def test_the_single_loop_learns_what_torch_learns(rng):
    (task,), (network,) = tasks_and_networks(rng, 1)
    order = np.stack([rng.permutation(100) for _ in range(SGD.epochs)])
    found = SGD.train(network, task, Ordered(order))
    module = torch.nn.Sequential()
    for weight, bias in zip(network.weights, network.biases, strict=True):
        layer = torch.nn.Linear(weight.shape[1], weight.shape[0])
        with torch.no_grad():
            layer.weight.copy_(torch.from_numpy(weight))
            layer.bias.copy_(torch.from_numpy(bias))
        module.extend([layer, torch.nn.ReLU()])
    module = module[:-1]
    optimiser = torch.optim.SGD(module.parameters(), lr=SGD.learning_rate)
    x, y = (part.array for part in task.by_value()[:2])
    for epoch in order:
        for first in range(0, 100, SGD.batch):
            index = epoch[first : first + SGD.batch]
            optimiser.zero_grad()
            logits = module(torch.from_numpy(x[index]))
            torch.nn.functional.cross_entropy(logits, torch.from_numpy(y[index])).backward()
            optimiser.step()
    for layer, weight in zip(module[::2], found.weights, strict=True):
        assert_allclose(layer.weight.detach().numpy(), weight, atol=2e-4)


def test_networks_that_run_away_are_seen(rng):
    tasks, _ = tasks_and_networks(rng, 2)
    nets = batched.drawn(batched.normal(lambda *_: float("inf")), WIDTHS, 2, torch.Generator())
    data = batched.stacked(tasks)
    batched.train(SGD, nets, data, batched.orders(SGD, 2, 100, torch.Generator()))
    assert not nets.finite().any()
    assert batched.accuracies(nets, data.x_test, data.y_test).tolist() == [0, 0]
