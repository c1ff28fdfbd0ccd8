"""One submission after another by real processes: what each part gets, whatever happens."""

import os
import signal
import threading
import time

import msgspec
import pytest
from engine_course import CHAINS, assignment, chains_course, engine, notebook, probe_course

from autograder.errors import GraderFault
from autograder.grading.engine import Assignment, Stopped
from autograder.i18n import text
from autograder.records.model import CellOutcome, Handed, Outcome, Status

RIGHT, WRONG, RAISED = Outcome.RIGHT, Outcome.WRONG, Outcome.RAISED
CRASHED, NOT_FOUND = Outcome.CRASHED, Outcome.NOT_FOUND


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    with engine(probe_course(tmp_path_factory.mktemp("probe")), "probe") as made:
        yield made


@pytest.fixture(scope="module")
def chains(tmp_path_factory):
    with engine(chains_course(tmp_path_factory.mktemp("chains")), "blatt09") as made:
        yield made


def graded(running, *cells, **more):
    return running.grade(assignment(running, *cells, **more), "seed")


def parts(done, *wanted):
    """Outcome and points by part."""
    found = {part.task: (part.outcome, part.points) for part in done.result.parts}
    return [found[name] for name in wanted] if wanted else found


def outcomes(done):
    return [part.outcome for part in done.result.parts][:4]


def test_right_answers_get_their_points(running):
    done = graded(running, *notebook())
    assert parts(done, "1a", "1b", "1c", "1d") == [(RIGHT, 1), (RIGHT, 2), (RIGHT, 1), (RIGHT, 1)]
    assert done.result.total == 5
    assert (done.result.usage.runs, done.limited) == (1, False)
    assert done.result.usage.cpu_seconds > 0
    assert [cell.outcome for cell in done.result.cells] == [CellOutcome.OK] * 4
    assert b"nbformat" in done.rerun


FUNCTIONS = {
    "wrong": ("return x", WRONG, 0),
    "raises": ("1 / 0", RAISED, 0),
    "leaves": ("import sys; sys.exit()", RAISED, 0),
    "nothing": ("pass", WRONG, 0),
    "text": ("return 'neun'", WRONG, 0),
    "nan": ("return float('nan')", Outcome.NAN, 0),
    "huge": ("return 10 ** 5000", WRONG, 0),
    "long": ("return [None] * 300_000", WRONG, 0),
    "deep": ("v = 9.0\n    for _ in range(900): v = [v]\n    return v", Outcome.UNREADABLE, None),
    "large": ("return bytes(5 << 20)", Outcome.UNREADABLE, None),
    "many": ("return [(n,) for n in range(60_000)]", Outcome.UNREADABLE, None),
    "liar": (
        "class Liar(float):\n        def __eq__(self, other): return True\n"
        "        __le__ = __ge__ = __lt__ = __eq__\n    return Liar(1.0)",
        WRONG,
        0,
    ),
    "missing": ("import no_such_module", Outcome.ENVIRONMENT, None),
    "signature": (None, WRONG, 0),
    "interrupt": ("raise KeyboardInterrupt", RAISED, 0),
    "ends": ("import os; os._exit(0)", CRASHED, 0),
    "kills": ("import os; os.kill(os.getppid(), 9); os._exit(1)", CRASHED, 0),
    "closes": ("import os; os.closerange(3, 999)\n    return 9.0", CRASHED, 0),
    "segfault": ("import ctypes; ctypes.string_at(0)", CRASHED, 0),
    "noise": (
        "import os\n    for n in range(3, 40):\n        try: os.write(n, b'\\x03\\0\\0\\0abc')\n"
        "        except OSError: pass",
        CRASHED,
        0,
    ),
}


@pytest.mark.parametrize(("body", "outcome", "points"), FUNCTIONS.values(), ids=FUNCTIONS)
def test_what_a_function_does_costs_its_own_part_only(running, body, outcome, points):
    source = f"def aufgabe_1a(x, w):\n    {body}" if body else "def aufgabe_1a(p, q, r): return 9"
    done = graded(running, *notebook(aufgabe_1a=source))
    assert parts(done, "1a") == [(outcome, points)]
    assert outcomes(done)[1:] == [RIGHT] * 3
    assert done.result.parts[0].message is not None
    msgspec.json.encode(done.result)


FORGING = """
import gc, os
import numpy as np
def aufgabe_1a(x, w):
    from autograder.inside.serve import Server
    from autograder.wire.values import encode
    server = next(one for one in gc.get_objects() if type(one) is Server)
    n, BOTH = server.number, np.array([1, 2])
    server.channel.send({reply})
    os._exit(0)
"""
FORGED = {
    "array as number": "{'n': BOTH, 'k': 'value', 'v': b''}",
    "array as kind": "{'n': n, 'k': BOTH}",
    "formula": "{'n': n, 'k': 'formula', 'v': encode({'text': 'x'})}",
    "value": "{'n': n, 'k': 'value', 'value': [9.0]}",
    "two": "{'n': n, 'k': 'value', 'v': encode([9.0, 9.0])}",
    "colliding": "{'n': n, 'k': 'x', 'v': {complex(-1000003 * i, i): 1 for i in range(4_000)}}",
}


@pytest.mark.parametrize("reply", FORGED.values(), ids=FORGED)
def test_forged_replies_cost_their_own_part_only_and_are_never_our_fault(running, reply):
    source = FORGING.format(reply=reply)
    done = graded(running, *notebook(aufgabe_1a=source))
    assert outcomes(done)[0] is CRASHED
    assert outcomes(done)[1:] == [RIGHT] * 3
    msgspec.json.encode(done.result)


@pytest.mark.parametrize(
    "reply",
    [
        "{'n': n, 'k': 'value', 'late': BOTH, 'v': encode([9.0])}",
        "{'n': n, 'k': 'raised', 'error': 2 ** 17_000, 'message': BOTH}",
        "{'n': n, 'k': 'signature', 'message': BOTH}",
        "{'n': n, 'k': 'memory'}",
    ],
)
def test_a_second_reply_after_a_forged_one_is_not_our_fault(running, reply):
    source = FORGING.format(reply=reply).replace("os._exit(0)", "return 9.0")
    done = graded(running, *notebook(aufgabe_1a=source))
    assert Outcome.NOT_GRADED not in outcomes(done)
    assert outcomes(done)[2:] == [RIGHT] * 2
    msgspec.json.encode(done.result)


def test_a_forged_cell_reply_is_not_our_fault(running):
    source = """
import gc, os
import numpy as np
from autograder.inside.serve import Server
from autograder.wire.values import encode
server = next(one for one in gc.get_objects() if type(one) is Server)
both = np.array([1, 2])
outputs = encode([{'output_type': both, 'name': both, 'text': both, 'data': {both.tobytes(): 1}}])
server.channel.send({'n': server.number, 'k': 'ran', 'ok': both, 'cut': both, 'late': both,
                     'error': both, 'line': 2 ** 5000, 'outputs': outputs})
os._exit(0)
"""
    done = graded(running, *notebook(), source)
    assert outcomes(done)[:3] == [RIGHT] * 3 or done.result.usage.runs > 1
    assert all(part.outcome is not Outcome.NOT_GRADED for part in done.result.parts)
    msgspec.json.encode(done.result)


def test_an_endless_function_is_looked_at_and_the_others_are_graded(running):
    done = graded(running, *notebook(aufgabe_1a="def aufgabe_1a(x):\n    while True: pass"))
    assert parts(done, "1a") == [(Outcome.TIME_LIMIT, None)]
    assert outcomes(done)[1:] == [RIGHT] * 3
    assert done.limited
    assert done.result.status is Status.LOOK


def test_a_deaf_function_is_killed_and_the_others_are_graded(running):
    deaf = "import time\ndef aufgabe_1a(x):\n    while True:\n        try: time.sleep(9)\n"
    deaf += "        except BaseException: pass"
    done = graded(running, *notebook(aufgabe_1a=deaf))
    assert parts(done, "1a") == [(Outcome.TIME_LIMIT, None)]
    assert outcomes(done)[1:] == [RIGHT] * 3
    assert done.result.usage.runs == 2


def test_a_function_that_hoards_memory_is_looked_at(running):
    hog = "def aufgabe_1a(x):\n    return [bytes(10 << 20) for _ in range(500)]"
    done = graded(running, *notebook(aufgabe_1a=hog))
    assert parts(done, "1a") == [(Outcome.MEMORY_LIMIT, None)]
    assert outcomes(done)[1:] == [RIGHT] * 3
    assert done.limited


def test_many_slow_calls_are_a_limit_and_not_our_fault(running, monkeypatch):
    limits = msgspec.structs.replace(running.sheet.limits, submission_seconds=2)
    monkeypatch.setattr(running, "sheet", msgspec.structs.replace(running.sheet, limits=limits))
    slow = "import time\ndef aufgabe_1d(x):\n    time.sleep(0.1)\n    return x"
    done = graded(running, *notebook(aufgabe_1d=slow))
    assert outcomes(done) == [RIGHT, RIGHT, RIGHT, Outcome.TIME_LIMIT]
    assert done.limited


def test_killing_functions_and_cells_cost_their_own_parts(running):
    kill = "import os\ndef aufgabe_1{}(x): os._exit(0)"
    cells = notebook(**{f"aufgabe_1{part}": kill.format(part) for part in "abcd"})
    assert outcomes(graded(running, *cells)) == [CRASHED] * 4
    first = "import os\nkill = lambda: os._exit(0)\nopen('/tmp/n', 'a').write('x')"
    done = graded(running, first, "1 / 0", *cells[:2], "kill()", "kill()", *notebook()[2:])
    assert outcomes(done)[0] is CRASHED
    assert outcomes(done)[2:] == [RIGHT] * 2


def test_cells_that_end_the_process_are_cut_and_everything_else_is_graded(running):
    kill = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\nos._exit(1)"
    first, *others = notebook()
    done = graded(running, first, kill, *others, "raise SystemExit")
    assert outcomes(done) == [RIGHT] * 4
    assert [cell.outcome.value for cell in done.result.cells] == ["ok", "cut"] + ["ok"] * 3 + [
        "raised"
    ]


def test_an_answer_defined_twice_counts_in_its_last_form_or_is_looked_at(running):
    wrong = "def aufgabe_1a(x): return 0"
    later_right = graded(running, wrong, *notebook())
    assert parts(later_right, "1a") == [(RIGHT, 1)]
    later_wrong = graded(running, *notebook(), wrong)
    assert parts(later_wrong, "1a") == [(Outcome.EARLIER_VALUE, None)]
    assert "früherer Wert" in later_wrong.result.parts[0].message.de
    both_wrong = graded(running, *notebook(aufgabe_1a=wrong), wrong.replace("0", "1"))
    assert parts(both_wrong, "1a") == [(WRONG, 0)]
    no_function = graded(running, *notebook(), "aufgabe_1a = 9.0")
    assert parts(no_function, "1a")[0][1] is None


def test_a_deleted_answer_is_looked_at(running):
    assert parts(graded(running, *notebook(), "del aufgabe_1a"), "1a") == [
        (Outcome.EARLIER_VALUE, None)
    ]
    wrong = notebook(aufgabe_1a="def aufgabe_1a(x): return 0")
    assert parts(graded(running, *wrong, "del aufgabe_1a"), "1a") == [(NOT_FOUND, None)]
    assert parts(graded(running, *notebook(aufgabe_1a="")), "1a") == [(NOT_FOUND, None)]


def test_a_near_name_is_graded_and_told_and_two_are_not(running):
    near = "def Aufgabe1a(x): return x ** 2"
    done = graded(running, *notebook(aufgabe_1a=near))
    assert parts(done, "1a") == [(RIGHT, 1)]
    assert done.result.parts[0].note.de == "Gefunden als „Aufgabe1a“."
    both = near + "\naufgbe_1a = Aufgabe1a"
    done = graded(running, *notebook(aufgabe_1a=both))
    assert parts(done, "1a") == [(Outcome.AMBIGUOUS, None)]
    absurd = "globals()['aufgabe' + '_' * 300_000 + '1a'] = lambda x: x ** 2"
    assert parts(graded(running, *notebook(aufgabe_1a=absurd)), "1a") == [(NOT_FOUND, None)]


def test_a_notebook_that_prints_verdicts_and_floods_earns_nothing_by_it(running):
    noise = 'print(\'{"op": "result", "points": 99}\' * 1000)\nimport os\nos.write(2, b\'x\' * 9)'
    done = graded(running, noise, *notebook(aufgabe_1a="", aufgabe_1b=""))
    assert outcomes(done) == [NOT_FOUND, NOT_FOUND, RIGHT, RIGHT]


def test_one_submission_leaves_nothing_to_the_next(running):
    dirty = "import builtins, numpy, os, sys, tempfile\nbuiltins.leak = 1\nnumpy.prod = None\n"
    dirty += "open(os.path.join(tempfile.gettempdir(), 'leak'), 'w').write('x')\n"
    dirty += "os.environ['LEAK'] = 'x'\nsys.modules['leak'] = sys"
    assert outcomes(graded(running, dirty, *notebook())) == [RIGHT] * 4
    look = "import builtins, numpy, os, sys, tempfile\n"
    look += "found = [hasattr(builtins, 'leak'), numpy.prod is None, 'LEAK' in os.environ,\n"
    look += "    'leak' in sys.modules, bool(os.path.exists(tempfile.gettempdir() + '/leak'))]\n"
    look += "if any(found): aufgabe_1a = found"
    assert outcomes(graded(running, *notebook(), look)) == [RIGHT] * 4


def test_the_text_parts_and_untouched_parts_follow_what_was_handed_in(running):
    handed = {"1a": Handed(False), "1e": Handed(True, answer="Weil …")}
    done = graded(running, *notebook(aufgabe_1a=""), handed=handed)
    assert parts(done, "1a", "1e") == [(Outcome.UNTOUCHED, 0.0), (Outcome.WAITING, None)]


def test_what_was_not_run_waits_for_people(running):
    given = Assignment("a", (), None, {}, (Status.UNREADABLE, text("Kein Notebook gefunden.")))
    done = running.grade(given, "seed")
    assert done.result.status is Status.UNREADABLE
    assert {part.points for part in done.result.parts} == {None}
    assert running.grade(Assignment("a", (), None, {}), "s").result.status is Status.LOOK


def test_files_that_cannot_be_laid_out_are_told_and_the_notebook_is_graded(running):
    done = graded(running, *notebook(), files={"a": b"", "a/b": b""})
    assert outcomes(done) == [RIGHT] * 4
    assert "a/b" in done.result.notes[0].de


@pytest.mark.parametrize("victim", ["checks", "zygote"])
def test_a_killed_process_of_ours_is_replaced_and_nobody_loses_points(running, victim):
    def pid():
        return running.zygote.pid if victim == "zygote" else running.own[0].pid

    running.own = [running._free.get()]
    running._free.put(running.own[0])
    slow = "import time\ntime.sleep(0.4)\ndef aufgabe_1d(x):\n    time.sleep(0.02)\n    return x"
    timer = threading.Timer(0.6, lambda: os.kill(pid(), signal.SIGKILL))
    timer.start()
    done = graded(running, slow, *notebook(aufgabe_1d=""))
    timer.join()
    assert outcomes(done) == [RIGHT] * 4
    assert outcomes(graded(running, *notebook())) == [RIGHT] * 4


def test_a_process_of_ours_that_dies_each_time_is_not_graded_and_never_zero(running, monkeypatch):
    def broken(*_, **__):
        raise GraderFault("no processes today")

    monkeypatch.setattr(type(running.zygote), "fork", broken)
    done = graded(running, *notebook())
    assert done.result.status is Status.NOT_GRADED
    assert {(part.outcome, part.points) for part in done.result.parts} == {
        (Outcome.NOT_GRADED, None)
    }
    assert "Fehler unseres Programms" in done.result.notes[0].de
    assert "no processes today" in done.result.parts[0].checks[0].evidence.traceback


def test_several_workers_share_one_zygote_and_closing_stops_them_at_once(tmp_path):
    with engine(probe_course(tmp_path), "probe", workers=2) as running:
        results, stopped = [], []

        def work(*cells):
            try:
                results.append(graded(running, *cells))
            except Stopped:
                stopped.append(1)

        threads = [threading.Thread(target=work, args=notebook()) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [outcomes(done) for done in results] == [[RIGHT] * 4] * 4
        waiting = [threading.Thread(target=work, args=("import time; time.sleep(9)",))] * 1
        for thread in waiting:
            thread.start()
        time.sleep(0.3)
        running.close_now()
        for thread in waiting:
            thread.join(8)
        assert stopped == [1]


def test_checks_that_do_not_start_leave_no_process_behind(tmp_path):
    course = probe_course(tmp_path)
    (tmp_path / "tests/probe/test_probe.py").write_text("import no_such_module")
    threads = threading.active_count()
    with pytest.raises(GraderFault, match="no_such_module"), engine(course, "probe"):
        pass
    assert threading.active_count() == threads


def test_the_same_seed_gives_the_same_result(chains):
    first, second = (graded(chains, CHAINS).result.parts for _ in range(2))
    assert [(p.outcome, p.points) for p in first] == [(p.outcome, p.points) for p in second]


PLAIN = CHAINS.replace("def aufgabe_1d", "def other")
NO_SKIP = PLAIN.replace("if i % 2 == 1 and 3 <= i < N: z += o[i-2]", "pass")
MIXED = CHAINS.replace("if i % 2 == 1 and 3 <= i < N:", "if i % 2 == 0:")
WRONG_PAIRS = MIXED.replace("def aufgabe_1d", "def other")
COPIED = "def aufgabe_1d(*all): return aufgabe_1a(*all)"
OWN = """
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    d = [0, x * dsigma(s[1])]
    for i in range(2, len(w)):
        d.append(dsigma(s[i]) * (w[i] * d[i-1] + (d[i-2] if i % 2 == 0 else 0)))
    return d[-1]
"""


@pytest.mark.parametrize(
    ("cells", "forward", "derivative"),
    [
        ([CHAINS], (RIGHT, 1), (RIGHT, 2)),
        ([NO_SKIP, COPIED], (WRONG, 0), (WRONG, 0)),
        ([WRONG_PAIRS, OWN], (WRONG, 0), (Outcome.CONSISTENT, 2)),
        ([WRONG_PAIRS, COPIED], (WRONG, 0), (WRONG, 0)),
        ([MIXED], (WRONG, 0), (RIGHT, 2)),
        ([CHAINS, "del aufgabe_1c"], (Outcome.EARLIER_VALUE, None), (RIGHT, 2)),
        ([CHAINS, "def aufgabe_1c(x): 1 / 0"], (Outcome.EARLIER_VALUE, None), (RIGHT, 2)),
        (
            [CHAINS.replace("return s, o", "import os; os._exit(0)")],
            (CRASHED, 0),
            (RIGHT, 2),
        ),
        ([CHAINS.replace("return s, o", "return [], []")], (WRONG, 0), (RIGHT, 2)),
    ],
    ids=["right", "copied", "own", "own copied", "mixed", "deleted", "raises", "dies", "empty"],
)
def test_consequential_marking_pays_for_own_work_only(chains, cells, forward, derivative):
    done = graded(chains, *cells)
    assert parts(done, "1a", "1c") == [(RIGHT, 2), forward]
    assert parts(done, "1d") == [derivative]
