"""Nobody is always first, and a code tells nothing."""

from hypothesis import given
from hypothesis import strategies as st

from autograder.review import order

NAMES = [f"probe-{n}" for n in range(200)]


@given(st.permutations(NAMES[:20]))
def test_the_order_does_not_depend_on_how_submissions_arrive(names):
    assert order.shuffled("seed", "1b", names) == order.shuffled("seed", "1b", NAMES[:20])


def test_every_part_has_another_order():
    first = [order.shuffled("seed", task, NAMES)[0] for task in ("1a", "1b", "1e", "2c", "2g")]
    assert len(set(first)) > 1
    assert order.shuffled("seed", "1b", NAMES) != sorted(NAMES)


def test_codes_are_distinct_and_follow_from_the_secret_seed_alone():
    codes = {order.code("seed", name) for name in NAMES}
    assert len(codes) == len(NAMES)
    assert order.code("seed", "probe-1") != order.code("other", "probe-1")


def test_shares_are_a_partition_and_about_equal():
    counts = [sum(order.share_of("seed", name, 4) == n for name in NAMES) for n in range(1, 5)]
    assert sum(counts) == len(NAMES)
    assert min(counts) > 25
