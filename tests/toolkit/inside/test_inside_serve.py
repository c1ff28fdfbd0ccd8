"""Calls from the other side: values come back, or what happened instead."""

import random

import numpy as np
import pytest

from autograder.wire.activations import Activation
from autograder.wire.faults import PeerGone, WireFault
from autograder.wire.peer import Deaf
from autograder.wire.values import Remote


def test_a_function_is_called_by_value(notebook):
    notebook.cell("def f(b, x):\n    x[0] = 99\n    b += 1\n    return x, b")
    mine = np.arange(3.0)
    reply = notebook.call("f", mine, np.ones(2), names=["x", "b"])
    assert [one.tolist() for one in reply["value"]] == [[99, 1, 2], [2, 2]]
    assert mine.tolist() == [0, 1, 2]


def test_no_argument_is_read_only_for_the_student(notebook):
    notebook.cell("def f(s):\n    s[0] = 0.0\n    s *= 2\n    return s")
    assert notebook.call("f", np.array([np.nan, 1.0]))["value"].tolist() == [0, 2]


def test_objects_made_inside_can_be_given_to_a_function(notebook):
    notebook.cell("def f(rng, sigma):\n    return rng.normal(size=2), sigma(0.5)")
    rng = notebook.peer.construct("numpy_generator", [7], 5)["value"]
    sigma = Activation("tanh", {})
    assert isinstance(rng, Remote)
    drawn, value = notebook.call("f", rng, sigma)["value"]
    assert np.array_equal(drawn, np.random.default_rng(7).normal(size=2))
    assert value == pytest.approx(np.tanh(0.5))


def test_an_object_that_a_function_returned_can_be_called(notebook):
    notebook.cell("def f(): return lambda x: x + 1")
    inner = notebook.call("f")["value"]
    assert notebook.call(inner.number, 4)["value"] == 5


@pytest.mark.parametrize(
    ("body", "kind", "error"),
    [
        ("1 / 0", "raised", "ZeroDivisionError"),
        ("raise SystemExit", "raised", "SystemExit"),
        ("raise KeyboardInterrupt", "interrupted", None),
        ("raise MemoryError", "memory", None),
        ('raise RuntimeError("can\'t allocate memory")', "memory", None),
        ("raise type('E' * 500, (Exception,), {})('x' * 5000)", "raised", "E" * 100),
        ("return bytes(2 << 20)", "oversized", None),
        ("return [[]] * 60_000", "unsendable", None),
        ("return 10 ** 20_000", "unsendable", "WireFault"),
        ("a = []; a.append(a); return a", "unsendable", "WireFault"),
    ],
)
def test_what_went_wrong_is_told(notebook, body, kind, error):
    notebook.cell(f"def f():\n    {body}")
    reply = notebook.call("f")
    assert reply["k"] == kind
    assert error is None or reply["error"] == error
    assert len(reply.get("message", "")) <= 500
    assert notebook.cell("'alive'")["ok"]


def test_a_value_too_deep_for_the_other_side_is_refused_here(notebook):
    notebook.cell("def f(n):\n    v = 1\n    for _ in range(n): v = [v]\n    return v")
    assert notebook.call("f", 40)["k"] == "value"
    assert notebook.call("f", 60)["k"] == "unsendable"
    assert notebook.call("f", 40)["k"] == "value"


def test_a_signature_that_does_not_fit_is_shown(notebook):
    notebook.cell("def f(p, q, r): return 1")
    reply = notebook.call("f", 1)
    assert (reply["k"], reply["message"]) == ("signature", "(p, q, r)")


def test_an_error_whose_text_is_hostile_is_told_without_it(notebook):
    notebook.cell(
        "class E(Exception):\n    def __str__(self): raise SystemExit\ndef f(): raise E()"
    )
    assert (notebook.call("f")["k"], notebook.call("f")["message"]) == ("raised", "")


def test_unknown_names_and_handles_are_told(notebook):
    assert notebook.call("nothing")["error"] == "KeyError"
    assert notebook.call(999)["error"] == "KeyError"
    assert notebook.peer.construct("os.system", ["true"], 5)["k"] == "raised"


def test_a_function_over_its_time_is_interrupted_and_the_process_lives(notebook):
    notebook.cell("def f():\n    while True: pass\ndef g(): return 2")
    assert notebook.call("f", seconds=0.2)["late"]
    assert notebook.call("g")["value"] == 2
    notebook.cell("class Slow(float):\n    def __iter__(self):\n        while True: yield 1")
    notebook.cell("def f(): return type('L', (list,), {'__iter__': Slow.__iter__})([1])")
    reply = notebook.call("f", seconds=0.2)
    assert reply["late"] or reply["k"] == "memory"


def test_a_function_that_ignores_interrupts_is_deaf(notebook):
    notebook.cell(
        "import time\ndef f():\n    while True:\n        try: time.sleep(60)\n"
        "        except BaseException: pass"
    )
    with pytest.raises(Deaf):
        notebook.call("f", seconds=0.2)


def test_a_process_that_ends_itself_is_gone(notebook):
    notebook.cell("import os\ndef f(): os._exit(0)")
    with pytest.raises(PeerGone):
        notebook.call("f")


def test_handlers_of_the_student_do_not_outlive_their_cell(notebook):
    notebook.cell("import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)")
    notebook.cell("def f():\n    while True: pass")
    assert notebook.call("f", seconds=0.2)["late"]


def test_names_and_earlier_values_are_told(fresh):
    notebook = fresh.start(watch=["f", "g"])
    notebook.cell("def f(): return 1\nx = 2.5")
    notebook.cell("def f(): return 2\ng = 1")
    notebook.cell("del g")
    assert notebook.peer.names(5) == {
        "f": (True, "builtins.function", 1),
        "g": (False, "", 1),
        "x": (False, "builtins.float", 0),
    }
    assert notebook.peer.call("f", [], [[]], 5, version=0)["value"] == [1]
    assert notebook.peer.get("g", 5, version=0)["value"] == {"number": 1}
    assert notebook.peer.get("g", 5)["k"] == "raised"


def test_files_lie_where_the_notebook_lay(fresh):
    notebook = fresh.start(files={"a/data.csv": b"1;2", "b.txt": b"b"}, folder="a")
    source = "import os\nprint(open('data.csv').read(), open('../b.txt').read())"
    assert notebook.says(source).strip() == "1;2 b"
    assert notebook.says("print(sorted(os.listdir('..')))").strip() == "['a', 'b.txt']"


def test_files_that_contradict_each_other_are_told_and_end_nothing(fresh):
    start = {"files": {"a": b"", "a/b": b""}, "folder": "", "seed": 1, "watch": []}
    reply = fresh.peer.request("start", 5, output_bytes=1, threads=1, **start)
    assert (reply["k"], reply["missing"]) == ("ready", ["a/b"])


def test_libraries_are_seeded_alike_for_everybody(fresh):
    notebook = fresh.start(seed=12345)
    values = notebook.says("import random, numpy\nprint(random.random(), numpy.random.rand())")
    expected = random.Random(12345).random(), np.random.RandomState(12345).rand()
    assert values.split() == [repr(float(one)) for one in expected]


def test_weights_of_anything_with_parameters(notebook):
    notebook.cell("import numpy as np\ndef net(): return lambda: 1")
    handle = notebook.call("net")["value"]
    assert notebook.peer.weights(handle.number, 5)["error"] == "TypeError"
    notebook.cell("class Net:\n    def __iter__(self): return iter([np.ones(2)])")
    notebook.cell("def net(): return Net()")
    handle = notebook.call("net")["value"]
    ((name, value),) = notebook.peer.weights(handle.number, 5)["value"]
    assert (name, value.tolist()) == ("0", [1, 1])


def test_a_kept_result_stays_inside_and_can_be_given_to_the_next_call(notebook):
    notebook.cell("def net(): return [[1.0], None]\ndef train(net): net[0][0] += 1\n")
    kept = notebook.peer.call("net", [], [[]], 5, keep=True)["value"][0]
    assert kept == Remote(kept.number, "builtins.list")
    (nothing,) = notebook.peer.call("train", ["net"], [[kept]], 5, keep=True)["value"]
    assert nothing.type == "builtins.NoneType"
    assert notebook.peer.weights(kept.number, 5)["value"] == [("0", [2.0]), ("1", None)]


def test_forged_frames_of_the_student_are_only_noise(notebook):
    notebook.cell(
        "import os\n"
        "def f():\n"
        "    for n in range(3, 30):\n"
        "        try: os.write(n, b'\\x05\\0\\0\\0abcde')\n"
        "        except OSError: pass\n"
        "    return 1"
    )
    with pytest.raises(WireFault):
        notebook.call("f")
