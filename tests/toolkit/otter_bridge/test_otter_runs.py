"""Real runs of otter on a bundle: the points are those of ``grade.py``, whatever comes in."""

import importlib.util
import json
import os
import pickle
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from otter_course import PARTLY, RIGHT, function_of, make_course, write_notebook
from otter_image import METADATA, lay_out_image, start_image

from autograder.course.sheet import Course
from autograder.grading.batch import Batch, grading
from autograder.grading.engine import Engine
from autograder.grading.reading import Reader
from autograder.grading.walls import wall_for
from autograder.intake.discover import discover
from autograder.otter_bridge.bundle import gradescope_bundle
from autograder.otter_bridge.payload import NAME
from autograder.records.model import Outcome, SubmissionResult
from autograder.sandbox.probe import probe, require

for package in ("otter", "ipykernel"):
    if importlib.util.find_spec(package) is None:
        pytest.skip(f"the extra [otter] lacks {package}", allow_module_level=True)

SECONDS = 300


class OwnRuns:
    """What ``grade.py`` comes to, by the same pipeline."""

    def __init__(self, course: Course, out: Path) -> None:
        sheet = course.load("mini")
        wall = wall_for(course, require(sheet.confinement, probe()), out)
        self.engine = Engine(course, sheet, wall, workers=1)
        self.reader = Reader(course, sheet)

    def grade(self, path: Path) -> SubmissionResult:
        """As one of a cohort: what lies in a zip belongs together."""
        folder = path.with_suffix(".cohort")
        folder.mkdir()
        shutil.copy(path, folder)
        one = grading(self.engine, self.reader, "5eed" * 8)
        *_, graded = Batch(self.engine, one).run(discover([folder]))
        return graded.result


@pytest.fixture(scope="module")
def own(otter_course: Course, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnRuns]:
    runs = OwnRuns(otter_course, tmp_path_factory.mktemp("out"))
    with runs.engine:
        yield runs


def otter_run(submission: Path, bundle: Path, out: Path) -> subprocess.CompletedProcess[str]:
    out.mkdir()
    command = [sys.executable, "-m", "otter", "run", str(submission), "-a", str(bundle)]
    return python(*command[1:], "-o", str(out), cwd=out)


def python(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )


def results_of(out: Path, run: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    assert (out / "results.json").is_file(), run.stderr[-3000:]
    return dict(json.loads((out / "results.json").read_text("utf-8")))


def scores(results: Mapping[str, Any]) -> dict[str, float]:
    scored = (test for test in results["tests"] if "score" in test)
    return {test["name"].split()[0]: test["score"] for test in scored}


def certain(result: SubmissionResult) -> dict[str, float]:
    """Our points per part that otter has a test file for; an open part counts 0 for now."""
    return {part.task: part.points or 0.0 for part in result.parts if part.task != "1b"}


def test_the_untouched_notebook_gets_nothing_and_is_not_called_passed(own, otter_zip, tmp_path):
    path = write_notebook(tmp_path / "anna.ipynb", {})
    run = otter_run(path, otter_zip, tmp_path / "out")
    results = results_of(tmp_path / "out", run)
    assert scores(results) == certain(own.grade(path)) == {"1a": 0, "1c": 0, "1d": 0}
    assert "passed" not in json.dumps(results["tests"])
    assert "1b: – nicht bearbeitet" in results["output"]


def test_a_right_notebook_gets_all_points_but_those_that_wait(own, otter_zip, tmp_path):
    path = write_notebook(tmp_path / "bela.ipynb", RIGHT)
    run = otter_run(path, otter_zip, tmp_path / "out")
    results = results_of(tmp_path / "out", run)
    result = own.grade(path)
    assert scores(results) == certain(result) == {"1a": 2, "1c": 3, "1d": 0}
    assert result.parts[3].outcome is Outcome.NO_WORKING
    by_name = {test["name"]: test for test in results["tests"]}
    looked_at = by_name["1d Summe (bitte ansehen)"]
    assert "0 Punkte hier sind vorläufig" in looked_at["output"]
    assert "… wartet auf Korrektur: 1b" in results["output"]
    assert {test["visibility"] for test in results["tests"]} == {"after_published"}
    assert "Startwert der Zufallszahlen" in run.stdout


def test_a_script_called_like_the_kernel_is_graded_in_part(own, otter_zip, tmp_path):
    path = tmp_path / "ipykernel_launcher.py"
    path.write_text("".join(function_of(part, PARTLY[part]) for part in ("1a", "1c")), "utf-8")
    run = otter_run(path, otter_zip, tmp_path / "out")
    results = results_of(tmp_path / "out", run)
    assert scores(results) == certain(own.grade(path)) == {"1a": 1, "1c": 2, "1d": 0}
    told = {test["name"].split()[0]: test["output"] for test in results["tests"]}
    assert "Das ist das Einfache." in told["1a"]
    assert "Das Quadrat einer großen Zahl stimmt nicht." in told["1c"]
    for text in told.values():
        assert "assert" not in text
        assert "part0" not in text


class Payload:
    """Unpickling it makes a folder."""

    def __init__(self, path: Path) -> None:
        self.path = str(path)

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return os.mkdir, (self.path,)


CELL = """
import pathlib, sys
for folder in (pathlib.Path.cwd(), *pathlib.Path.cwd().parents):
    for path in (*folder.glob("*.py"), *folder.glob("tests/*.py")):
        try:
            path.write_text("name = '1a'")
        except OSError:
            pass
try:
    pathlib.Path({canary!r}).mkdir()
except OSError:
    pass
import otter.test_files
otter.test_files.test_case.call_func = lambda *a: None
"""
LOG_CELL = """
import contextlib, socket, struct, time
pickled = {pickled!r}
end = time.monotonic() + 2  # otter's kernel starts meanwhile, and its server for logs
while time.monotonic() < end:
    for port in range(32768, 61000):
        with contextlib.suppress(OSError):
            with socket.create_connection(("127.0.0.1", port), 0.1) as line:
                line.sendall(struct.pack(">L", len(pickled)) + pickled)
"""
"""otter unpickles what it receives for its log."""


HOSTILE_MODULES = ("ipykernel_launcher", "sitecustomize", "otter", "autograder", "json", "pickle")


def hostile_submission(folder: Path, canary: Path) -> None:
    """Honest answers, and beside them what gets at otter: it would make the folder ``canary``."""
    write_notebook(
        folder / "abgabe.ipynb",
        PARTLY,
        CELL.format(canary=str(canary)),
        LOG_CELL.format(pickled=pickle.dumps(Payload(canary))),
        kernelspec={"name": "bash", "display_name": "Python 3", "language": "python"},
        otter={"tests": {"1a": {}}, "OK_FORMAT": True},
    )
    for name in HOSTILE_MODULES:
        (folder / f"{name}.py").write_text(f"import os\nos.mkdir({str(canary)!r})\n", "utf-8")
    (folder / ".OTTER_LOG").write_bytes(pickle.dumps(Payload(canary)))
    (folder / "tests").mkdir()
    (folder / "tests" / "part01.py").write_text("name = '1a'\nOK_FORMAT = False", "utf-8")


def test_attacks_on_otter_change_nothing_on_a_grading_image(own, otter_zip, tmp_path):
    pickle.loads(pickle.dumps(Payload(tmp_path / "works")))
    assert (tmp_path / "works").is_dir()
    canary, image = tmp_path / "canary", tmp_path / "autograder"
    lay_out_image(image, otter_zip, METADATA)
    submission = image / "submission"
    hostile_submission(submission, canary)
    handed_in = tmp_path / "abgabe.zip"
    with zipfile.ZipFile(handed_in, "w") as archive:
        for path in submission.rglob("*.*"):
            archive.write(path, path.relative_to(submission))
    (submission / "verweis").symlink_to(tmp_path / "works")

    run = start_image(image)
    results = results_of(image / "results", run)
    assert scores(results) == certain(own.grade(handed_in)) == {"1a": 1, "1c": 2, "1d": 0}
    assert not canary.exists()
    assert [path.name for path in submission.iterdir()] == ["tests"]
    assert (tmp_path / "works").is_dir()
    assert "geheimer-Vergleichswert" not in (image / "results" / "results.json").read_text("utf-8")

    overview, *parts = results["tests"]
    assert [part["number"] for part in parts] == ["1a", "1b", "1c", "1d"]
    assert "Bisher sicher sind 3 von 7 Punkten" in overview["output"]
    assert parts[1]["name"] == "1b Begründung (wartet auf Korrektur)"
    assert not {"score", "max_score"} & (overview.keys() | parts[1].keys())
    assert {test["visibility"] for test in results["tests"]} == {"after_published"}
    assert "Abgabe Nr. 2, 1 d 2 h 23 min nach dem Abgabetermin." in results["output"]
    assert "Punkt" not in results["output"]
    assert {(image / name).stat().st_mode & 0o777 for name in ("source", "results")} == {0o700}
    assert results["extra_data"]["confinement"].startswith(probe().levels[0])


def test_our_failure_in_otter_grade_is_an_empty_cell_and_no_zero(otter_course, otter_zip, tmp_path):
    from otter.grade.utils import merge_scores_to_df

    right, failed = tmp_path / "right", tmp_path / "failed"
    for image in (right, failed):
        lay_out_image(image, otter_zip, {})
        hostile_submission(image / "submission", tmp_path / "canary")
    (failed / "source" / NAME).write_bytes(b"damaged")
    rows = []
    for image in (right, failed):
        run = start_image(image)
        assert run.returncode == 0, run.stderr[-3000:]
        results = pickle.loads((image / "results" / "results.pkl").read_bytes())
        results.file = image.name
        rows.append(results)
    assert "Nicht bewertet" in run.stdout
    assert not (failed / "results" / "results.json").exists()
    assert not (tmp_path / "canary").exists()
    table = merge_scores_to_df(rows).set_index("file")
    assert table.loc["right", "total_points_earned"] == 3
    assert table.loc["failed", ["1a", "1c", "1d", "total_points_earned"]].isna().all()


def test_two_notebooks_get_no_mark_from_a_grading_image(otter_zip, tmp_path):
    image = tmp_path / "autograder"
    lay_out_image(image, otter_zip, METADATA)
    for name in ("a.ipynb", "b.ipynb"):
        write_notebook(image / "submission" / name, RIGHT)
    run = start_image(image)
    assert run.returncode != 0
    assert "More than one .ipynb file" in run.stderr
    assert list((image / "results").iterdir()) == []


def test_checks_that_do_not_start_leave_no_score_at_all(tmp_path):
    course = make_course(tmp_path / "course")
    (course.checks("mini") / "test_mini_checks.py").write_text("import no_such_module\n", "utf-8")
    bundle = tmp_path / "broken.zip"
    bundle.write_bytes(gradescope_bundle(course, course.load("mini")))
    path = write_notebook(tmp_path / "carl.ipynb", RIGHT)
    run = otter_run(path, bundle, tmp_path / "out")
    assert run.returncode != 0
    assert not (tmp_path / "out" / "results.json").exists()
    assert "no_such_module" in run.stderr
