"""The real server of the review in a thread, and tutors who are signed in to it."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from autograder.review.serve import Place, listen, server_of
from autograder.review.web import Office


@contextmanager
def serving(office: Office) -> Iterator[str]:
    """The address of a server on loopback; it is gone afterwards."""
    place = Place()
    with listen(place) as listening:
        port = listening.getsockname()[1]
        server = server_of(office, place, port, "de")
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            while not server.started and thread.is_alive():
                time.sleep(0.01)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join()


def sign_in(office: Office, base: str, author: str) -> httpx.Client:
    """A browser of its own, past the one-time link; close it in the end."""
    # nothing is verified over plain HTTP, and reading the certificates takes its time
    client = httpx.Client(base_url=base, timeout=60.0, verify=False)
    client.post("/login", data={"key": office.sessions.invite(author)})
    return client


def csrf_of(office: Office, client: httpx.Client) -> str:
    session = office.sessions.find(client.cookies[office.cookie])
    assert session is not None
    return session.csrf
