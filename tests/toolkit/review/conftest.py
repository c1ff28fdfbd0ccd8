"""A small graded cohort, built once and copied for each test, and the real server on it."""

import shutil

import pytest
from review_people import PASSWORD

from autograder.out.folder import OutFolder
from autograder.review.serve import office_of
from autograder.review.tutors import load_tutors

cohort = pytest.importorskip("benchmarks.review_cohort")
server = pytest.importorskip("benchmarks.review_server")

COUNT = 14
TWINS = {4: {"1b": "### Antwort 1b\n\nGenau gleich."}, 5: {"1b": "### Antwort 1b\n\ngenau gleich"}}

HOSTILE = """### Antwort 1b

<script>window.hacked = 1; fetch('http://evil.invalid/script')</script>
<img src="http://evil.invalid/picture.png" onerror="window.hacked = 2">
<div hx-get="/undo" hx-trigger="load" hx-on:click="window.hacked = 3">x</div>
<style>@import url('http://evil.invalid/style.css'); body { display: none }</style>
<svg onload="window.hacked = 4"><script>window.hacked = 5</script></svg>
[Link](javascript:window.hacked=6) ![](http://evil.invalid/md.png)
<form action="/undo" method="post"><button data-key="1" autofocus>1</button></form>

$\\href{javascript:window.hacked=7}{a} \\includegraphics{http://evil.invalid/tex.png}
\\htmlData{key=1}{b} \\def\\x{\\x\\x}\\x$

$$\\begin{aligned} \\unbekannt{a} \\end{aligned}$$
"""


@pytest.fixture(scope="session")
def graded(tmp_path_factory):
    out = tmp_path_factory.mktemp("review") / "out"
    cohort.build(out, COUNT, written={3: {"1b": HOSTILE}, **TWINS})
    return out


@pytest.fixture
def out(graded, tmp_path):
    copy = tmp_path / "out"
    shutil.copytree(graded, copy)
    return copy


class Review:
    """One OUT that is being reviewed."""

    def __init__(self, folder):
        self.folder = folder
        self.regraded = []
        self.office = office_of(folder, self.regraded.append)
        self.desk = self.office.desk
        self._clients = []
        self._serving = server.serving(self.office)
        self.base = self._serving.__enter__()

    def tutor(self, name="probe-eins"):
        client = server.sign_in(self.office, self.base, name)
        self._clients.append(client)
        return Tutor(self, client, name)

    def answer(self, task, number):
        return self.desk.of_submission(f"probe-{number:04d}")[task]

    def decisions(self, *kinds):
        return self.desk.store.decisions.all(*kinds)

    def close(self):
        for client in self._clients:
            client.close()
        self._serving.__exit__(None, None, None)


class Tutor:
    """Somebody at a browser without scripts."""

    def __init__(self, review, client, name):
        self.review, self.client, self.name = review, client, name
        self.csrf = server.csrf_of(review.office, client)

    def get(self, address):
        return self.client.get(address, follow_redirects=True)

    def post(self, address, **form):
        return self.client.post(address, data={"csrf": self.csrf, **form}, follow_redirects=True)

    def mark(self, answer, points, **form):
        form = {"seen": answer.version, "points": points, **form}
        return self.post(f"/mark/{answer.task.id}/{answer.code}", **form)


@pytest.fixture
def review(out):
    with OutFolder.existing(out) as folder:
        opened = Review(folder)
        try:
            yield opened
        finally:
            opened.close()


@pytest.fixture
def passwords(out):
    load_tutors(out).add("Tutorin", PASSWORD, "1/2")
    return PASSWORD
