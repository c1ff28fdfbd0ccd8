"""Where the page may be reached, and under which conditions."""

from pathlib import Path

import pytest

from autograder.errors import UsageFault
from autograder.review.serve import Place, check, hosts_of, listen

TLS = {"cert": Path("a.pem"), "key": Path("a.key")}


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.3.2.1"])
def test_this_machine_needs_no_password(host):
    check(Place(host), 0)


@pytest.mark.parametrize(
    ("place", "tutors", "remedy"),
    [
        (Place("0.0.0.0"), 3, "--cert"),
        (Place("192.0.2.1"), 3, "--behind-proxy"),
        (Place("korrektur.example.org"), 3, "--cert"),
        (Place("0.0.0.0", **TLS), 0, "--add-tutor"),
        (Place("0.0.0.0", behind_proxy=True), 0, "--add-tutor"),
        (Place(cert=Path("a.pem")), 1, "belong together"),
    ],
)
def test_a_network_needs_tls_and_passwords(place, tutors, remedy):
    with pytest.raises(UsageFault, match=remedy):
        check(place, tutors)


def test_with_both_a_network_is_served():
    check(Place("0.0.0.0", **TLS), 1)
    check(Place("0.0.0.0", behind_proxy=True), 1)


def test_only_our_own_names_are_answered():
    assert hosts_of(Place(), 8000) == {"127.0.0.1:8000", "localhost:8000", "[::1]:8000"}
    named = Place("0.0.0.0", name="Korrektur.example.org", behind_proxy=True)
    assert hosts_of(named, 8000) == {"korrektur.example.org", "korrektur.example.org:8000"}


def test_a_port_in_use_is_told():
    with listen(Place()) as taken, pytest.raises(UsageFault, match="Choose another --port"):
        listen(Place(port=taken.getsockname()[1]))
