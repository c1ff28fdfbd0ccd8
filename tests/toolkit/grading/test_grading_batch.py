"""A batch of any length holds few results, takes each piece once, and ends when told."""

from dataclasses import dataclass

import pytest

from autograder.grading.batch import AHEAD, Batch

WORKERS = 3


class Crew:
    """As much of an engine as a batch needs."""

    def __init__(self):
        self.workers = WORKERS
        self.closed = 0

    def close_now(self):
        self.closed += 1


@dataclass(frozen=True)
class Given:
    number: int
    limited: bool
    last: bool


def test_memory_does_not_grow_with_the_batch():
    begun: list[int] = []

    def one(number, last):
        begun.append(number)
        return Given(number, False, last)

    for taken, _ in enumerate(Batch(Crew(), one).run(range(200)), 1):
        assert len(begun) - taken <= AHEAD * WORKERS
    assert sorted(begun) == list(range(200))


def test_what_hit_a_limit_comes_again_at_the_end_for_good():
    given = list(Batch(Crew(), lambda n, last: Given(n, n in (3, 7), last)).run(range(10)))
    assert sorted(one.number for one in given[:10]) == list(range(10))
    assert {(one.number, one.last) for one in given[10:]} == {(3, True), (7, True)}


def test_a_fault_ends_the_batch_and_what_is_under_way():
    crew, begun = Crew(), []

    def one(number, last):
        begun.append(number)
        if number == 5:
            raise RuntimeError("probe")
        return Given(number, False, last)

    with pytest.raises(RuntimeError, match="probe"):
        list(Batch(crew, one).run(range(1_000)))
    assert crew.closed == 1
    assert len(begun) < 100


def test_an_empty_batch_is_done():
    assert list(Batch(Crew(), lambda n, last: Given(n, False, last)).run([])) == []
