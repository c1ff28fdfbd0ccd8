"""Whatever a cell does, as much as possible of the notebook survives it."""

import contextlib

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sandbox_limits import HASTY, LIMITS

from autograder.records.model import CellOutcome, Status, SubmissionResult
from autograder.records.serialise import encode_submission
from autograder.sandbox.run import MAX_RERUNS, NotebookRun, Program
from autograder.wire.faults import WireFault
from autograder.wire.values import Remote, encode

TWO = np.array([1, 2])
odd = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.binary()
    | st.just(TWO)
    | st.just(Remote(2**80, "x"))
    | st.sampled_from([70, 17_000]).map(lambda bits: 2**bits),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
OK, CUT, SKIPPED = CellOutcome.OK, CellOutcome.CUT, CellOutcome.SKIPPED
RAISED, INTERRUPTED = CellOutcome.RAISED, CellOutcome.INTERRUPTED


def outcomes(run):
    return [report.outcome for report in run.reports]


def value_of(run, name):
    return run.alive.peer.get(name, 5)["value"].get("number")


def test_a_notebook_runs_and_its_outputs_are_kept(run):
    done = run("x = 1\nprint('a')", "x + 1", "1 / 0", "y = x")
    assert outcomes(done) == [OK, OK, RAISED, OK]
    assert (done.reports[2].error, done.reports[2].line) == ("ZeroDivisionError", 1)
    assert done.outputs[0] == [{"output_type": "stream", "name": "stdout", "text": "a\n"}]
    assert done.outputs[1][0]["data"]["text/plain"] == "2"
    assert value_of(done, "y") == 1
    assert (done.runs, done.limited) == (1, False)


KILLERS = {
    "exit": "import os; os._exit(3)",
    "killed": "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\nos._exit(0)",
    "segfault": "import ctypes\nctypes.string_at(0)",
    "abort": "import os; os.abort()",
    "exec": "import os; os.execv('/bin/true', ['true'])",
    "closed": "import os; os.closerange(3, 1000)",
}


@pytest.mark.parametrize("killer", KILLERS.values(), ids=KILLERS)
def test_a_statement_that_kills_the_process_is_left_out(run, killer):
    *before, last = killer.split("\n")
    done = run("x = 1", "\n".join(["y = 2", *before, last, "z = 3"]), "w = 4")
    assert outcomes(done) == [OK, CUT, OK]
    assert done.runs >= 2
    assert [value_of(done, name) for name in "xyw"] == [1, 2, 4]
    assert value_of(done, "z") is None if done.alive.peer.get("z", 5)["k"] == "formula" else True
    assert not done.limited


KILL = "import os\nos._exit(1)"


def test_many_killing_cells_take_nothing_from_the_cells_behind_them(run):
    done = run("x = 1", *[KILL] * 8, "y = 2")
    assert outcomes(done) == [OK, *[CUT] * 8, OK]
    assert [value_of(done, name) for name in "xy"] == [1, 2]


def test_killing_cells_without_end_end_the_notebook_at_the_last_rerun(run):
    done = run("x = 1", *[KILL] * (MAX_RERUNS + 2), "y = 2")
    assert outcomes(done) == [OK, *[CUT] * (MAX_RERUNS - 1), *[SKIPPED] * 4]
    assert done.runs == MAX_RERUNS + 1
    assert value_of(done, "x") == 1


def test_a_cell_that_kills_when_little_time_is_left_ends_the_notebook_there(run):
    short = msgspec.structs.replace(LIMITS, cell_seconds=2, submission_seconds=4)
    late = "import time\ntime.sleep(1.2)"
    done = run("x = 1", late, KILL, "y = 2", limits=short)
    assert outcomes(done) == [OK, OK, SKIPPED, SKIPPED]
    assert value_of(done, "x") == 1


def test_an_endless_cell_is_interrupted_and_what_it_had_defined_stays(run):
    done = run("x = 1\nwhile True: pass\ny = 2", "z = 3", limits=HASTY)
    assert outcomes(done) == [INTERRUPTED, OK]
    assert done.limited
    assert done.runs == 1
    assert [value_of(done, name) for name in "xz"] == [1, 3]


def test_an_endless_cell_that_ignores_interrupts_is_cut_there(run):
    endless = "import time\nwhile True:\n    try: time.sleep(9)\n    except BaseException: pass"
    done = run("x = 1", f"y = 2\n{endless}\nw = 4", "z = 3", limits=HASTY)
    assert outcomes(done) == [OK, CUT, OK]
    assert done.limited
    assert [value_of(done, name) for name in "xyz"] == [1, 2, 3]


def test_leaving_by_exception_is_an_error_of_that_cell_only(run):
    done = run("import sys\nsys.exit()", "x = 1", "raise KeyboardInterrupt")
    assert outcomes(done) == [RAISED, OK, RAISED]
    assert done.runs == 1
    assert value_of(done, "x") == 1


HOGS = {
    "list": "a = [bytes(10 << 20) for _ in range(100)]",
    "array": "import numpy\na = numpy.ones(200_000_000)",
    "children": "import os, time\nfor _ in range(3):\n    if os.fork() == 0:\n"
    "        a = b'x' * (120 << 20); time.sleep(30)\nos.wait()",
}


@pytest.mark.parametrize("hog", HOGS.values(), ids=HOGS)
def test_a_memory_hog_ends_or_is_cut_and_the_rest_runs(run, hog):
    done = run("x = 1", hog, "z = 3")
    assert outcomes(done)[0] == outcomes(done)[2] == OK
    assert [value_of(done, name) for name in "xz"] == [1, 3]
    assert done.limited or outcomes(done)[1] == RAISED
    assert done.limited or done.reports[1].error == "MemoryError"


def test_an_output_flood_is_cut_and_the_notebook_goes_on(run):
    flood = "for i in range(100): print('x' * 100_000)"
    done = run(flood, flood, "import os\nos.system('yes | head -c 3000000')\nx = 1")
    assert outcomes(done) == [OK, OK, OK]
    for outputs in done.outputs.values():
        assert sum(len(one["text"]) for one in outputs) <= (LIMITS.output_mib << 20) + 200
    assert value_of(done, "x") == 1


def test_all_outputs_of_a_notebook_together_are_bounded(run):
    done = run(*["print('x' * 1_000_000)"] * 12)
    kept = sum(len(one["text"]) for outputs in done.outputs.values() for one in outputs)
    assert outcomes(done) == [OK] * 12
    assert kept <= 8 << 20


def test_when_the_time_is_used_up_the_remaining_cells_are_skipped(run):
    short = msgspec.structs.replace(LIMITS, submission_seconds=1.5)
    wait = "import time\ntime.sleep(0.8)"
    done = run("x = 1", wait, wait, wait, "y = 2", limits=short)
    assert outcomes(done)[0] == OK
    assert outcomes(done)[-1] == SKIPPED
    assert done.limited
    assert value_of(done, "x") == 1


def test_a_call_that_kills_gets_another_process_that_ran_everything(run):
    done = run("import os\nx = 1\ndef f(): os._exit(0)", "print('out')")
    with pytest.raises(WireFault):
        done.alive.peer.call("f", [], [[]], 2)
    alive, why = done.revive("")
    assert why == "crash"
    assert alive.peer.get("x", 5)["value"] == {"number": 1}
    assert done.runs == 2
    assert len(done.outputs[1]) == 1


def test_a_call_that_needs_too_much_memory_is_told_from_a_crash(run):
    done = run(
        "import mmap, time\ndef f():\n    m = mmap.mmap(-1, 900 << 20)\n"
        "    m.write(b'x' * (600 << 20))\n    time.sleep(9)"
    )
    try:
        reply = done.alive.peer.call("f", [], [[]], 5)
    except WireFault:
        assert done.end() == "memory"
    else:
        assert reply["k"] == "memory"


def test_runs_are_counted_over_cells_and_calls(run):
    done = run("import os\ndef f(): os._exit(0)")
    for left in reversed(range(MAX_RERUNS + 1)):
        with pytest.raises(WireFault):
            done.alive.peer.call("f", [], [[]], 2)
        done.alive, why = done.revive("")
        assert why == "crash"
        assert (done.alive is None) == (left == 0)
    assert done.runs == MAX_RERUNS + 1


def test_files_of_the_submission_lie_beside_the_notebook(run):
    done = run(
        "text = open('data.csv').read()\nn = len(text)", files={"a/data.csv": b"1,2"}, folder="a"
    )
    assert value_of(done, "n") == 3


def test_files_that_cannot_be_laid_out_are_told_and_everything_else_runs(run):
    done = run("x = len(open('a').read())", files={"a": b"1", "a/b": b""})
    assert list(done.missing) == ["a/b"]
    assert value_of(done, "x") == 1


def test_processes_of_a_student_end_with_it(run, zygote):
    done = run("import subprocess\np = subprocess.Popen(['sleep', '77.125'])")
    assert done.alive.watch.tree.sample().tasks >= 2
    done.end()
    import pathlib

    lines = [
        path.read_bytes() for path in pathlib.Path("/proc").glob("[0-9]*/cmdline") if path.exists()
    ]
    assert not any(b"77.125" in line for line in lines)


def test_a_process_says_what_it_cost(run):
    done = run(
        "import numpy\na = numpy.ones(4_000_000)\nfor _ in range(50): a.sum()",
        "import time; time.sleep(0.15)",
    )
    done.end()
    assert done.cpu_seconds > 0
    assert done.peak_mib > 10


@given(st.dictionaries(st.sampled_from(["ok", "cut", "error", "line", "outputs"]), odd), odd)
def test_no_reply_to_a_cell_is_more_than_a_report(reply, outputs):
    run = NotebookRun(None, LIMITS, Program([]))
    run._room = 1_000
    for made in (reply, {**reply, "outputs": encode(outputs)}, {"outputs": encode([outputs])}):
        with contextlib.suppress(WireFault):
            run._report(0, made, 0, 0.1)
    msgspec.json.encode(run.outputs)
    encode_submission(SubmissionResult("a", (), Status.DONE, (), cells=tuple(run.reports)))
