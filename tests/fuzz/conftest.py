"""The profile of ``make fuzz``, and time limits for single cases."""

import signal

import pytest
from fuzz_driver import watch_time
from hypothesis import HealthCheck, settings

settings.register_profile(
    "fuzz",
    max_examples=20_000,
    deadline=None,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(autouse=True)
def watched():
    before = {number: signal.getsignal(number) for number in (signal.SIGPROF, signal.SIGALRM)}
    watch_time()
    yield
    for number, handler in before.items():
        signal.signal(number, handler)
