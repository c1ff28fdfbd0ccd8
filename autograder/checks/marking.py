"""The mark that ties a test function to a part of the sheet."""

from typing import Any, NamedTuple

import pytest

DEFAULT_CHECK = "check"


class Mark(NamedTuple):
    """Which part and which of its named checks a test belongs to."""

    task: str
    check: str


def task(part: str, check: str = DEFAULT_CHECK, chance: float = 0.0) -> pytest.MarkDecorator:
    """``@task("3c", check="sampler")``: all tests of one check must pass for its points.

    ``chance`` bounds the probability that the test turns away a right answer.
    """
    return pytest.mark.task(part, check, chance=chance)


def mark_of(item: Any) -> Mark | None:
    """The mark of a collected test, or None for a test that grades nothing."""
    marker = item.get_closest_marker("task")
    return Mark(*marker.args) if marker else None


def chance_of(item: Any) -> float:
    """The stated probability that a collected test turns away a right answer."""
    marker = item.get_closest_marker("task")
    return float(marker.kwargs.get("chance", 0.0)) if marker else 0.0
