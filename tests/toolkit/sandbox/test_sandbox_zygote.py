"""One zygote for all: what it gives its children, how it ends, what it says when it cannot."""

import os
import signal
import threading
import time
from dataclasses import replace

import msgspec
import pytest
from open_descriptors import open_descriptors
from sandbox_limits import LIMITS

from autograder.errors import GraderFault
from autograder.sandbox import zygote as zygote_module
from autograder.sandbox.run import NotebookRun, Program, child_limits
from autograder.sandbox.zygote import Zygote
from autograder.wire.faults import PeerGone, WireFault
from autograder.wire.frames import Channel
from autograder.wire.peer import Peer


@pytest.fixture
def own(wall):
    """A zygote of this test alone, to be killed."""
    with Zygote(wall, (), LIMITS.frame_mib) as running:
        yield running


def gone(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] in "ZX"
    except FileNotFoundError:
        return True


def wait_until(true):
    for _ in range(200):
        if true():
            return True
        time.sleep(0.02)
    return False


def test_children_come_and_go_without_leaking_a_descriptor(zygote):
    zygote.fork(child_limits(LIMITS)).end()
    before = open_descriptors()
    for _ in range(5):
        end = zygote.fork(child_limits(LIMITS)).end()
        assert end.cpu_seconds >= 0
    assert open_descriptors() == before
    assert wait_until(lambda: not zygote._children)


def test_many_threads_may_ask_for_children_at_once(zygote):
    ended = []

    def one():
        child = zygote.fork(child_limits(LIMITS))
        Peer(Channel(child.border, 1 << 20), child.interrupt).await_confined(20)
        ended.append((child.slot, child.end()))

    threads = [threading.Thread(target=one) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({slot for slot, _ in ended}) == 6
    assert all(end is not None for _, end in ended)


def test_a_child_whose_border_closes_ends_by_itself(zygote):
    child = zygote.fork(child_limits(LIMITS))
    Peer(Channel(child.border, 1 << 20), child.interrupt).await_confined(20)
    child.border.close()
    assert child._exited.wait(10)
    assert child.end().status == 0


def test_a_child_that_comes_too_late_is_given_up_and_leaks_nothing(own, monkeypatch):
    monkeypatch.setattr(zygote_module, "FORK_SECONDS", 0)
    before = open_descriptors()
    for _ in range(3):
        with pytest.raises(GraderFault, match="makes no new ones"):
            own.fork(child_limits(LIMITS))
    assert wait_until(lambda: not own._children)
    assert open_descriptors() == before


def test_the_process_has_only_inside_and_wire_of_ours_and_nothing_of_the_grader(zygote):
    cell = (
        "import sys, os\n"
        "names = [n for n in sys.modules if n.split('.')[0] == 'autograder']\n"
        "odd = [n for n in names if not n.startswith(('autograder.inside', 'autograder.wire'))]\n"
        "secret = os.environ.get('SECRET_OF_THE_GRADER')"
    )
    os.environ["SECRET_OF_THE_GRADER"] = "s3cret"
    run = NotebookRun(zygote, LIMITS, Program([(0, cell)]))
    try:
        alive = run.start()
        assert alive.peer.get("odd", 5)["value"] == {"items": [{"text": "autograder"}]}
        assert alive.peer.get("secret", 5)["value"] == {"other": "builtins.NoneType"}
    finally:
        del os.environ["SECRET_OF_THE_GRADER"]
        run.end()


def test_a_killed_zygote_takes_every_child_with_it_and_is_noticed(own):
    run = NotebookRun(own, LIMITS, Program([(0, "x = 1")]))
    alive = run.start()
    os.kill(own.pid, signal.SIGKILL)
    assert wait_until(lambda: not own.alive)
    with pytest.raises(WireFault):
        alive.peer.call("f", [], [[]], 5)
    with pytest.raises(GraderFault, match="gone"):
        run.revive("")
    with pytest.raises(GraderFault):
        own.fork(child_limits(LIMITS))


def test_a_zygote_that_dies_under_a_cell_is_not_the_fault_of_the_cell(own):
    run = NotebookRun(own, LIMITS, Program([(0, "import time; time.sleep(5)"), (1, "y = 1")]))
    timer = threading.Timer(0.3, os.kill, (own.pid, signal.SIGKILL))
    timer.start()
    with pytest.raises(GraderFault):
        run.start()
    timer.join()


def test_a_process_killed_before_it_is_confined_is_our_fault(zygote, monkeypatch):
    def dying(self, seconds):
        self.interrupt.__self__.kill()
        self.channel.receive(time.monotonic() + seconds)  # perhaps it was faster
        self.channel.receive(time.monotonic() + seconds)

    monkeypatch.setattr(Peer, "await_confined", dying)
    run = NotebookRun(zygote, LIMITS, Program([(0, "x = 1")]))
    with pytest.raises(GraderFault, match="could not be confined"):
        run.start()


def test_limits_that_cannot_be_set_are_our_fault_and_the_reason_is_told(zygote):
    broken = msgspec.structs.replace(LIMITS, processes=-5)
    run = NotebookRun(zygote, broken, Program([(0, "x = 1")]))
    with pytest.raises(GraderFault, match=r"could not be confined.*: \w+"):
        run.start()


def test_it_tells_what_is_missing_and_closing_ends_it_and_its_children(wall):
    with Zygote(wall, ("json", "no_such_module"), LIMITS.frame_mib) as running:
        assert running.missing == ["no_such_module"]
        assert running.baseline_kib > 0
        child = running.fork(child_limits(LIMITS))
        channel = Channel(child.border, 1 << 20)
        Peer(channel, child.interrupt).await_confined(20)
        pid = running.pid
    assert gone(pid)
    assert not running.alive
    with pytest.raises(PeerGone):
        channel.receive(time.monotonic() + 5)
    assert child.end() is None
    running.close()


def test_a_zygote_that_cannot_start_says_why(wall):
    with (
        pytest.raises(GraderFault, match=r"did not start: .*Error"),
        Zygote(replace(wall, slot_uid=None if wall.slot_uid else 5), (), 1),
    ):
        pass


def test_one_that_takes_too_long_says_how_long_it_was_given(wall, monkeypatch):
    monkeypatch.setattr(zygote_module, "START_SECONDS", 0)
    with (
        pytest.raises(GraderFault, match="did not start within 0 seconds"),
        Zygote(wall, ("numpy",), LIMITS.frame_mib),
    ):
        pass
