"""Grading on a cluster: the same marks, and a worker's death costs nobody a mark."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from engine_course import assignment, notebook, probe_course

pytest.importorskip("distributed", reason="the extra [cluster] is not installed")

from autograder.errors import UsageFault
from autograder.grading import cluster
from autograder.grading.cluster import Cluster
from autograder.grading.engine import Stopped
from autograder.records.model import Outcome, Status
from autograder.sandbox.probe import probe, require

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")


def make_cluster(folder: Path, address: str = "local", jobs: int = 2) -> Cluster:
    course = probe_course(folder)
    return Cluster(course, course.load("probe"), require("kernel", probe()), address, jobs)


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    with make_cluster(tmp_path_factory.mktemp("cluster")) as made:
        yield made


def outcomes(graded) -> list[Outcome]:
    return [part.outcome for part in graded.result.parts]


def workers_of(running: Cluster) -> list[int]:
    return list(running._client.run(os.getpid).values())


def test_a_worker_judges_as_this_machine_does(running):
    right = running.grade(assignment(running, *notebook()), "0" * 32)
    wrong = running.grade(assignment(running, *notebook(aufgabe_1b="")), "0" * 32)
    assert outcomes(right)[:4] == [Outcome.RIGHT] * 4
    assert outcomes(wrong)[:4] == [Outcome.RIGHT, Outcome.NOT_FOUND, *[Outcome.RIGHT] * 2]
    assert right.rerun


def test_a_worker_killed_at_work_costs_a_retry_and_no_mark(running):
    slow = notebook(aufgabe_1a="import time; time.sleep(0.7)\ndef aufgabe_1a(x, w): return x**2")
    killed = workers_of(running)[0]
    with ThreadPoolExecutor(6) as pool:
        work = [pool.submit(running.grade, assignment(running, *slow), "0" * 32) for _ in range(6)]
        time.sleep(0.5)
        os.kill(killed, signal.SIGKILL)
        found = [one.result() for one in work]
    assert all(outcomes(one)[:4] == [Outcome.RIGHT] * 4 for one in found)
    assert killed not in workers_of(running)


def test_a_submission_that_only_the_toolkit_fails_on_is_named_and_not_graded(running):
    broken = assignment(running, *notebook())
    object.__setattr__(broken, "program", "no program")
    graded = running.grade(broken, "0" * 32)
    assert graded.result.status is Status.NOT_GRADED
    assert graded.result.submission == "muster"


def test_a_scheduler_that_does_not_answer_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 1)
    with (
        pytest.raises(UsageFault, match="dask scheduler"),
        make_cluster(tmp_path, "tcp://127.0.0.1:9"),
    ):
        raise AssertionError


def test_a_worker_with_another_toolkit_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "toolkit", lambda: "another")
    refused = pytest.raises(UsageFault, match="another version")
    with make_cluster(tmp_path, jobs=1) as other, refused:
        other.grade(assignment(other, *notebook()), "0" * 32)


def test_what_is_under_way_stops_when_the_run_is_given_up(tmp_path):
    endless = notebook(aufgabe_1a="import time; time.sleep(8)")
    with make_cluster(tmp_path, jobs=1) as given_up, ThreadPoolExecutor(1) as pool:
        work = pool.submit(given_up.grade, assignment(given_up, *endless), "0" * 32)
        time.sleep(1)
        given_up.close_now()
        with pytest.raises(Stopped):
            work.result()


def test_the_command_grades_on_a_cluster(tmp_path):
    course = probe_course(tmp_path / "course")
    for name in ("eins", "zwei"):
        (tmp_path / f"{name}.py").write_text("\n".join(notebook()), "utf-8")
    command = [sys.executable, "-m", "autograder.cli", "grade", "probe", "--course", course.root]
    paths = [tmp_path / "eins.py", tmp_path / "zwei.py"]
    done = subprocess.run(
        [*command, *paths, "--out", tmp_path / "out", "--cluster", "local", "--jobs", "2"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    with (tmp_path / "out" / "marks.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["submission"] for row in csv.DictReader(file)} == {"eins", "zwei"}


@pytest.fixture
def plain_cluster(tmp_path):
    """``dask scheduler`` and one ``dask worker`` as commands; (scheduler, its address)."""
    about = tmp_path / "scheduler.json"
    dask = (sys.executable, "-m", "dask")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path}
    place = ("--scheduler-file", about)
    options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show")
    scheduler = subprocess.Popen([*dask, "scheduler", *options, *place], **quiet)
    worker = subprocess.Popen([*dask, "worker", *place, "--nthreads", "1"], **quiet)
    deadline = time.monotonic() + 60
    while not about.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    yield scheduler, json.loads(about.read_text())["address"]
    for process in (scheduler, worker):
        process.kill()
        process.wait()


def test_a_scheduler_that_dies_ends_the_command_with_what_to_do(tmp_path, plain_cluster):
    scheduler, address = plain_cluster
    course = probe_course(tmp_path / "course")
    slow = notebook(aufgabe_1a="import time; time.sleep(0.7)\ndef aufgabe_1a(x, w): return x**2")
    for number in range(12):
        (tmp_path / f"abgabe-{number:02d}.py").write_text("\n".join(slow), "utf-8")
    command = [sys.executable, "-m", "autograder.cli", "grade", "probe", "--course", course.root]
    paths = sorted(tmp_path.glob("*.py"))
    run = subprocess.Popen(
        [*command, *paths, "--out", tmp_path / "out", "--cluster", address],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 60
    while not list(tmp_path.glob("out/details/*")) and time.monotonic() < deadline:
        time.sleep(0.1)
    scheduler.kill()
    _, told = run.communicate(timeout=120)
    assert run.returncode == 3, told
    assert "is gone" in told
    assert "Traceback" not in told
    with (tmp_path / "out" / "marks.csv").open(encoding="utf-8-sig", newline="") as file:
        assert 0 < len(list(csv.DictReader(file))) < len(paths)
