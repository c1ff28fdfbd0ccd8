"""The process that holds the hidden checks: it starts only when all fits, and always answers."""

import os
import signal
import socket

import pytest
from open_descriptors import open_descriptors

from autograder.checks.process import Border, CheckProcess
from autograder.course.sheet import load_sheet
from autograder.errors import GraderFault
from autograder.records.model import Handed, Outcome

SHEET = """
schema = 1
id = "probe"
version = "1"
title = { de = "Probe", en = "probe" }
points = 2
[[exercises]]
id = "1"
title = { de = "Eins", en = "one" }
points = 2
[[tasks]]
id = "1a"
points = 1
kind = "auto"
title = { de = "a", en = "a" }
answers = [{ names = ["aufgabe_1a"], arguments = ["x"] }]
[[tasks]]
id = "1b"
points = 1
kind = "auto"
title = { de = "b", en = "b" }
answers = [{ names = ["aufgabe_1b"], arguments = ["x"] }]
"""
HEAD = "import sys, pytest\nfrom autograder.checks import task, wrong, text\n"
SECOND = '\n@task("1b")\ndef test_second(student):\n    "Zweite."\n'


PROBES = """
@pytest.fixture
def broken():
    1 / 0

@task("1a")
def test_right(student):
    "Erste."

@task("1a")
def test_asserts(student):
    "Zweite."
    assert 1 == 2

@task("1a")
def test_fails(student):
    pytest.fail("no")

@task("1a")
def test_wrong(student):
    wrong(text("Umlaut ä 😀"))

@task("1a")
def test_divides(student):
    1 / 0

@task("1a")
def test_unknown(student):
    student.no_such_answer(1)

@task("1a")
def test_skips(student):
    pytest.skip("later")

@task("1a")
def test_fixture(student, broken):
    pass

@task("1a")
def test_floods(student):
    sys.stderr.write("x" * 300_000)
    print("y" * 300_000)
    import warnings
    for n in range(3000):
        warnings.warn(f"{n} " * 20)

@task("1a")
def test_environment(student):
    import os
    assert "DATABASE_URL" not in os.environ

@task("1a")
def test_seeds(student, rng, seed):
    wrong(text(str((float(rng.random()), seed))))

@task("1a")
def test_calls(student):
    student.aufgabe_1a(1.0)
"""
OUTCOMES = {
    "right": Outcome.RIGHT,
    "asserts": Outcome.WRONG,
    "fails": Outcome.WRONG,
    "wrong": Outcome.WRONG,
    "divides": Outcome.NOT_GRADED,
    "unknown": Outcome.NOT_GRADED,
    "skips": Outcome.NOT_GRADED,
    "fixture": Outcome.NOT_GRADED,
    "floods": Outcome.RIGHT,
    "environment": Outcome.RIGHT,
    "seeds": Outcome.WRONG,
    "calls": Outcome.OTHER_LIMIT,
}


@pytest.fixture
def process(tmp_path):
    """A check process for checks given as source."""
    return lambda source: made(tmp_path, source)


def made(folder, source):
    checks, sheet_file = folder / "tests", folder / "sheet.toml"
    checks.mkdir(exist_ok=True)
    sheet_file.write_text(SHEET, "utf-8")
    (checks / "test_probe.py").write_text(HEAD + source, "utf-8")
    return CheckProcess(sheet_file, checks, load_sheet(sheet_file))


@pytest.fixture(scope="module")
def probes(tmp_path_factory):
    """Two gradings by one process that has all the probes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", "secret")
        with made(tmp_path_factory.mktemp("probes"), PROBES + SECOND) as running:
            causes = []
            results = [grade(running, revive=lambda c: (causes.append(c), (None, "crash"))[1])]
            results.append(grade(running, parts=["1a"]))
    return [{one.test.removeprefix("test_"): one for one in found} for found in results], causes


def grade(running, parts=("1a", "1b"), revive=lambda cause: (None, "crash")):
    """Grade a student process that is gone."""
    ours, theirs = socket.socketpair()
    theirs.close()
    pidfd = os.pidfd_open(os.getpid())
    with ours:
        try:
            return running.grade(
                Border((ours.fileno(), pidfd), 0),
                revive,
                seed="s",
                parts=parts,
                handed={"1a": Handed(True)},
                seconds=20,
            )
        finally:
            os.close(pidfd)


def first(body):
    return f'@task("1a")\ndef test_first(student):\n    "Erste."\n    {body}\n' + SECOND


def test_how_a_test_ends_is_its_outcome_and_the_next_one_runs(probes):
    (found, _), causes = probes
    assert {name: one.outcome for name, one in found.items()} == OUTCOMES | {
        "second": Outcome.RIGHT
    }
    assert causes == ["gone"]


def test_results_carry_what_people_read(probes):
    (found, _), _ = probes
    assert (found["right"].title.de, found["right"].message) == ("Erste.", None)
    assert found["asserts"].message.de == "Nicht erfüllt: Zweite."
    assert found["wrong"].message.de == "Umlaut ä 😀"
    for name in ("divides", "unknown", "skips", "fixture"):
        assert "nicht Ihr Fehler" in found[name].message.de
        assert found[name].evidence.traceback


def test_only_the_parts_asked_for_are_graded_and_seeds_repeat(probes):
    (found, again), _ = probes
    assert again.keys() == OUTCOMES.keys()
    assert again["seeds"].message == found["seeds"].message


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("import no_such_module\n" + first("pass"), "no_such_module"),
        (first("pass") + '\n@task("9z")\ndef test_z(student): pass\n', "9z"),
        (SECOND, r"1a \(check\)"),
        (first("pass").replace('"1a"', '"1a", "sample"'), r"1a \(check\), 1a \(sample\)"),
        ("import os; os._exit(3)\n", "do not start"),
    ],
)
def test_checks_that_do_not_fit_the_sheet_are_refused_with_the_reason(process, source, words):
    before = open_descriptors()
    with pytest.raises(GraderFault, match=words):
        process(source).__enter__()
    assert open_descriptors() == before


def test_a_sheet_without_checks_is_refused(tmp_path, process):
    missing = process(first("pass"))
    missing.checks = tmp_path / "nowhere"
    with pytest.raises(GraderFault, match="no hidden checks"):
        missing.__enter__()


def test_a_process_that_dies_is_a_fault_of_ours_with_its_last_words(process):
    body = "sys.stderr.write('last words\\n'); sys.stderr.flush(); import os; os._exit(1)"
    with process(first(body)) as running, pytest.raises(GraderFault, match="last words"):
        grade(running)


def test_a_killed_process_is_a_fault_of_ours_also_when_it_is_asked_again(process):
    running = process(first("pass"))
    with running:
        os.kill(running.pid, signal.SIGKILL)
        with pytest.raises(GraderFault):
            grade(running)
    with pytest.raises(GraderFault):
        grade(running)


def test_a_process_that_hangs_is_given_up(process, monkeypatch):
    from autograder.checks import process as module

    monkeypatch.setattr(module, "SLACK_SECONDS", -19.7)
    body = "import time; time.sleep(60)"
    with process(first(body)) as running, pytest.raises(GraderFault, match="does not answer"):
        grade(running)
