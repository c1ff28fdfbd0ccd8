"""A student whose kept objects hold these parameters."""

from checks_sheet import FakePeer, student

from autograder.wire.values import Remote

NET = Remote(3, "Net")


def with_weights(*parameters):
    """Parameters as (name, value) pairs, or whatever a hostile process sends."""
    return student(FakePeer({"k": "value", "value": list(parameters)}))
