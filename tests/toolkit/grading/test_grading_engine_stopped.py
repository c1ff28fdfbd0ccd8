"""Processes of ours that stop answering instead of dying, and what is confirmed alone."""

import os
import signal

import pytest
from engine_course import assignment, engine, notebook, probe_course

from autograder.checks import process as process_module
from autograder.errors import GraderFault
from autograder.inside.confinement.processes import children
from autograder.records.model import Outcome
from autograder.sandbox import zygote as zygote_module
from autograder.sandbox.run import NotebookRun

ALL_RIGHT = [Outcome.RIGHT] * 4


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    with engine(probe_course(tmp_path_factory.mktemp("stopped")), "probe") as made:
        yield made


def outcomes(running, *cells):
    done = running.grade(assignment(running, *cells), "seed")
    return [part.outcome for part in done.result.parts][:4]


def innermost(zygote):
    """The process that forks: at level ``namespaces`` a child of the one that was started."""
    return children(zygote.pid)[0] if zygote.wall.level == "namespaces" else zygote.pid


def test_a_stopped_zygote_is_replaced_and_nobody_loses_points(running, monkeypatch):
    monkeypatch.setattr(zygote_module, "FORK_SECONDS", 1)
    stopped = running.zygote
    os.kill(innermost(stopped), signal.SIGSTOP)
    assert outcomes(running, *notebook()) == ALL_RIGHT
    assert running.zygote is not stopped
    assert stopped._process.poll() is not None


def test_a_zygote_that_stops_while_a_process_ends_is_not_asked_a_second_time(running, monkeypatch):
    monkeypatch.setattr(zygote_module, "EXIT_SECONDS", 1)
    revive = NotebookRun.revive

    def stop_first(self, cause):
        if self.zygote is stopped:
            os.kill(innermost(stopped), signal.SIGSTOP)
        return revive(self, cause)

    monkeypatch.setattr(NotebookRun, "revive", stop_first)
    stopped = running.zygote
    ends = "def aufgabe_1a(x, w):\n    import os\n    os._exit(0)"
    assert outcomes(running, *notebook(aufgabe_1a=ends)) == [Outcome.CRASHED, *ALL_RIGHT[1:]]
    assert not stopped.alive


def test_a_stopped_check_process_is_replaced_and_nobody_loses_points(running, monkeypatch):
    monkeypatch.setattr(process_module, "SLACK_SECONDS", -17)
    (checks,) = [running._free.get()]
    running._free.put(checks)
    os.kill(checks.pid, signal.SIGSTOP)
    assert outcomes(running, *notebook()) == ALL_RIGHT
    assert checks._process.poll() is not None


def test_what_a_broken_check_process_still_says_does_not_count_for_the_next(running, monkeypatch):
    def broken(*_):
        raise OSError("too many open files")

    ends = "def aufgabe_1b(x, w):\n    import os\n    os._exit(0)"
    with monkeypatch.context() as patched:
        patched.setattr(NotebookRun, "revive", broken)
        assert outcomes(running, *notebook(aufgabe_1b=ends)) == [Outcome.NOT_GRADED] * 4
    assert outcomes(running, *notebook()) == ALL_RIGHT


def test_an_early_end_of_a_notebook_is_confirmed_alone(running):
    ends = "def aufgabe_1a(x, w):\n    import os\n    os._exit(0)"
    assert running.grade(assignment(running, *notebook(aufgabe_1a=ends)), "seed").limited
    assert not running.grade(assignment(running, *notebook()), "seed").limited


def test_a_zygote_that_does_not_start_gets_a_second_try(tmp_path, monkeypatch):
    enter = zygote_module.Zygote.__enter__
    tries = []

    def second_time(self):
        tries.append(self)
        if len(tries) == 1:
            raise GraderFault("killed while it started")
        return enter(self)

    monkeypatch.setattr(zygote_module.Zygote, "__enter__", second_time)
    with engine(probe_course(tmp_path), "probe") as made:
        assert outcomes(made, *notebook()) == ALL_RIGHT
    assert len(tries) == 2
