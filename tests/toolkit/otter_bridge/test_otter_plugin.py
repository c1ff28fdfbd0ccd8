"""The plugin's hooks on otter's own records, without a run."""

import math
from concurrent.futures import Future
from types import SimpleNamespace

import pytest
from otter_course import SHEET, check, result_with

from autograder import __version__
from autograder.course.sheet import load_sheet
from autograder.errors import GraderFault, UsageFault
from autograder.i18n import Text
from autograder.otter_bridge import config as config_module
from autograder.otter_bridge.attempt import Attempt
from autograder.otter_bridge.config import read_plugin_config
from autograder.otter_bridge.handover import Handover
from autograder.otter_bridge.outcomes import expected
from autograder.otter_bridge.testfiles import OUTCOMES, otter_tests
from autograder.records.model import Outcome, PartResult, RunInfo

otter = pytest.importorskip("otter.test_files", reason="the extra [otter] is not installed")
from autograder.otter_plugin import Graded, HiddenChecks  # noqa: E402

CREDIT = PartResult(
    *("1a", Outcome.PARTLY, 1, 2),
    message=Text("Das ist das Einfache.", "That is once."),
    note=Text("Gefunden als „aufgabe1a“.", "Found as."),
    checks=(check("check", Outcome.WRONG, 1, 2),),
)
LOOK = PartResult("1d", Outcome.NO_WORKING, None, 1, checks=(check("check", Outcome.RIGHT, 1, 1),))
CONFIG = {"sheet": "mini", "version": __version__, "code": "this", "checks_need": []}
RUN = RunInfo("mini", "1", "5eed", __version__, "namespaces", "", "3.11")


@pytest.fixture(autouse=True)
def same_code(monkeypatch):
    monkeypatch.setattr(config_module, "fingerprint", lambda: "this")


@pytest.fixture
def plugin(tmp_path):
    path = tmp_path / "sheet.toml"
    path.write_text(SHEET, "utf-8")
    made = HiddenChecks(str(tmp_path / "a.ipynb"), {}, {})
    made.handover, made.grading, made.attempt = Handover(), Future(), Attempt(3, 0.0)
    sheet, result = load_sheet(path), result_with(CREDIT, LOOK)
    made.grading.set_result(Graded(sheet, result, RUN, expected(sheet, result)))
    yield made
    made.handover.close()


def results_for(plugin, **changes):
    """What otter makes of our test files in a notebook that tells these outcomes."""
    graded = plugin.grading.result()
    outcomes = {part.task.id: dict(part.earned) for part in graded.parts}
    outcomes |= changes
    files = [
        otter.ExceptionTestFile.from_string(source.decode(), path=name)
        for name, source in otter_tests(graded.sheet).items()
    ]
    for file in files:
        file.run({OUTCOMES: outcomes})
    return otter.GradingResults(files)


def test_points_and_messages_are_ours(plugin):
    results = results_for(plugin)
    plugin.after_grading(results)
    assert {name: results.get_score(name) for name in results.test_files} == {
        "1a": 1,
        "1c": 3,
        "1d": 0,
    }
    told = results.get_result("1a").summary()
    assert "teilweise richtig: 1 von 2 P." in told
    assert "Das ist das Einfache." in told
    assert "Gefunden als „aufgabe1a“." in told
    assert "assert" not in results.summary()
    assert results.get_result("1d").name == "1d Summe (bitte ansehen)"
    assert results.output.splitlines()[0] == "Minimalblatt: Bisher sicher sind 4 von 7 Punkten."
    assert "? Rechenweg fehlt: 1d" in results.output


def test_english_bundles_speak_english(plugin):
    plugin.language = "en"
    results = results_for(plugin)
    plugin.after_grading(results)
    assert "That is once." in results.get_result("1a").summary()
    assert results.get_result("1c").name == "1c Squares"


@pytest.mark.parametrize(
    "changes",
    [{"1a": {"check": True}}, {"1c": {"gross": False, "klein": True}}, {"1c": {}}, {"1c": None}],
)
def test_otter_that_disagrees_is_stopped(plugin, changes):
    with pytest.raises(GraderFault, match="otter disagrees with the hidden checks"):
        plugin.after_grading(results_for(plugin, **changes))


def test_a_kernel_that_died_is_no_score_of_zero(plugin):
    with pytest.raises(GraderFault, match="otter ran no test file"):
        plugin.after_grading(otter.GradingResults.without_results(EOFError("no input")))


def test_the_log_for_tutors_says_how_the_run_was_made(plugin):
    lines = plugin.generate_report().splitlines()
    assert lines[0].endswith("Startwert der Zufallszahlen: 5eed")
    assert lines[1] == "Abgabe Nr. 3, rechtzeitig."
    assert [line.split()[0] for line in lines[2:]] == ["1a", "1b", "1c", "1d"]
    assert lines[2].split() == ["1a", "1", "/", "2", "teilweise", "richtig"]


@pytest.mark.parametrize(
    ("config", "what"),
    [
        ({}, "missing required field `sheet`"),
        ({**CONFIG, "language": "fr"}, "Invalid enum value"),
        ({**CONFIG, "points": 9}, "unknown field `points`"),
        ({**CONFIG, "code": "another"}, "autograder bundle mini --gradescope"),
    ],
)
def test_a_config_that_does_not_fit_is_refused(config, what):
    with pytest.raises(UsageFault, match=what):
        read_plugin_config(config)


def submission_in(folder):
    path = folder / "submission" / "a.ipynb"
    path.parent.mkdir()
    path.write_text("handed in", "utf-8")
    (path.parent / ".OTTER_LOG").write_bytes(b"a pickle")
    return path


def config_in(folder, **changes):
    usual = {"autograder_dir": str(folder), "zips": False, "otter_run": False}
    return SimpleNamespace(
        **(usual | {"pdf": False, "token": None, "grade_from_log": False} | changes)
    )


@pytest.mark.parametrize("setting", [{"pdf": True}, {"token": "x"}, {"grade_from_log": True}])
@pytest.mark.parametrize(
    ("metadata", "how"), [({}, {"otter_run": True}), ({"id": 1}, {"otter_run": False})]
)
def test_settings_that_need_the_students_files_are_refused(tmp_path, setting, metadata, how):
    path = submission_in(tmp_path)
    plugin = HiddenChecks(str(path), metadata, CONFIG)
    with pytest.raises(UsageFault, match=next(iter(setting))):
        plugin.before_grading(config_in(tmp_path, **how, **setting))


def test_a_failure_in_otter_grade_leaves_nothing_of_the_student_to_run(plugin, tmp_path):
    path = submission_in(tmp_path)
    failing = HiddenChecks(str(path), {}, CONFIG)
    failing.before_grading(config_in(tmp_path))
    assert [one.name for one in path.parent.iterdir()] == ["a.ipynb"]
    failing.before_execution(None)
    assert list(path.parent.iterdir()) == []
    failing.grading.exception(timeout=60)  # otter's cell waits for it
    results = results_for(plugin)
    failing.after_grading(results)
    assert all(math.isnan(results.get_score(name)) for name in results.test_files)
    assert math.isnan(results.total)
    assert "Nicht bewertet" in results.summary()
    assert "autograder.zip" in failing.generate_report()


def test_a_difference_in_otter_grade_is_an_empty_cell_and_no_zero(plugin):
    plugin.blanks = True
    results = results_for(plugin, **{"1a": {"check": True}})
    plugin.after_grading(results)
    assert math.isnan(results.total)
    assert "otter disagrees" in plugin.generate_report()


def test_checks_that_outlast_every_deadline_are_our_failure(plugin):
    results = results_for(plugin)
    plugin.grading = Future()
    with pytest.raises(GraderFault, match="after the deadline"):
        plugin.after_grading(results)
