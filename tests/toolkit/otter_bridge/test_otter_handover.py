"""The cell that otter runs waits for the outcomes, however late or early they come."""

import os
import subprocess
import sys
import threading
from types import SimpleNamespace

import pytest

from autograder.otter_bridge.handover import Handover
from autograder.otter_bridge.testfiles import OUTCOMES

PARTS = [
    SimpleNamespace(task=SimpleNamespace(id="1a"), earned={"check": True}),
    SimpleNamespace(task=SimpleNamespace(id="1ä"), earned={"groß": True, "klein": False}),
]
TOLD = {"1a": {"check": True}, "1ä": {"groß": True, "klein": False}}


@pytest.fixture
def handover():
    made = Handover()
    yield made
    made.close()


def run(cell):
    names = {}
    exec(cell, names)
    return names[OUTCOMES]


def test_outcomes_known_before_the_kernel_runs(handover):
    handover.tell(PARTS)
    assert run(handover.cell()) == TOLD


def test_outcomes_known_only_while_the_cell_waits(handover):
    program = f"{handover.cell()}\nprint(ascii({OUTCOMES}))"
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.3)
        handover.tell(PARTS)
        assert process.stdout is not None
        assert process.stdout.read().decode().strip() == ascii(TOLD)


def test_without_outcomes_the_cell_goes_on_and_no_test_passes(handover):
    handover.tell(())
    assert run(handover.cell()) == {}


def test_only_the_first_word_counts(handover):
    handover.tell(())
    handover.tell(PARTS)
    assert run(handover.cell()) == {}


def test_a_result_that_comes_after_the_end_goes_nowhere():
    handover = Handover()
    handover.close()
    reading, writing = os.pipe()  # may get the number of the descriptor that was closed
    try:
        handover.tell(PARTS)
        os.set_blocking(reading, False)
        with pytest.raises(BlockingIOError):
            os.read(reading, 1)
    finally:
        os.close(reading)
        os.close(writing)


def test_two_tell_at_the_same_time(handover):
    threads = [threading.Thread(target=handover.tell, args=(PARTS,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert run(handover.cell()) == TOLD


def test_nobody_else_may_enter(handover):
    folder = handover._signal.parent
    assert folder.stat().st_mode & 0o777 == 0o700
    handover.tell(PARTS)
    assert {path.name for path in folder.iterdir()} == {"signal", "outcomes.json"}
