"""The round trip with a real Moodle, by files and by web service: ``make moodle SOURCE=…``.

Without a Moodle's source nothing here runs; what it showed is held by the recorded answers and
archives in ``tests/data/moodle``.
"""

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import postgres_cluster
import pytest
from moodle_instance import Tutor, site

ROOT = Path(__file__).resolve().parents[2]
COHORT = ROOT / "reference" / "blatt09" / "cohort"
SOURCE = os.environ.get("AUTOGRADER_MOODLE_SOURCE", "")
KINDS = ["plain", "blind", "team", "drafts", "workflow"]

pytestmark = pytest.mark.skipif(not SOURCE, reason="AUTOGRADER_MOODLE_SOURCE names no Moodle")


@pytest.fixture(scope="module")
def moodle(tmp_path_factory):
    if reason := postgres_cluster.missing() or ("" if shutil.which("php") else "no PHP"):
        pytest.fail(reason)
    with site(Path(SOURCE), COHORT, tmp_path_factory.mktemp("moodle")) as ready:
        yield ready


@pytest.fixture(scope="module")
def tutor(moodle):
    return Tutor(moodle)


def run(moodle, *arguments, token=""):
    done = subprocess.run(
        [sys.executable, "-m", "autograder.cli", *map(str, arguments)],
        **{"cwd": ROOT, "capture_output": True, "text": True, "timeout": 600},
        env={**os.environ, "AUTOGRADER_MOODLE_TOKEN": token or moodle.token},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return " ".join(done.stdout.split())


def mark_the_rest(moodle, out):
    """Whatever waits for a person gets half a point, and all of it goes out."""
    table = out.with_suffix(".xlsx")
    run(moodle, "marks", out, "--export", table)
    book = openpyxl.load_workbook(table)
    for row in book["marks"].iter_rows(min_row=2):
        for cell in row[2:-1]:
            cell.value = 0.5 if cell.value is None else cell.value
        row[-1].value = "gelesen"
    book.save(table)
    run(moodle, "marks", out, "--import", table, "--by", "Anna Tutorin")
    run(moodle, "release", out, "--by", "Anna Tutorin")


def grades(moodle, kind):
    """Notebook → what Moodle has stored for its student."""
    courses = moodle.call("mod_assign_get_assignments")["courses"]
    of_module = {one["cmid"]: one["id"] for course in courses for one in course["assignments"]}
    number = of_module[moodle.modules[kind]]
    found = moodle.call("mod_assign_get_grades", **{"assignmentids[0]": number})["assignments"]
    rows = found[0]["grades"] if found else []
    return {moodle.notebooks[str(one["userid"])]: float(one["grade"]) for one in rows}


@pytest.fixture(scope="module")
def expected(moodle, tmp_path_factory):
    """The same notebooks graded from a folder, without any LMS."""
    folder = tmp_path_factory.mktemp("plain")
    for name in moodle.notebooks.values():
        shutil.copy(COHORT / name, folder)
    out = folder.with_suffix(".out")
    run(moodle, "grade", "blatt09", folder, "--out", out)
    mark_the_rest(moodle, out)
    with (out / "marks.csv").open(encoding="utf-8-sig", newline="") as lines:
        return {f"{row['submission']}.ipynb": float(row["total"]) for row in csv.DictReader(lines)}


def of_groups(expected, moodle):
    """In each group the first has handed in for both."""
    names = list(moodle.notebooks.values())
    return {name: expected[names[n - n % 2]] for n, name in enumerate(names)}


@pytest.mark.parametrize("kind", KINDS)
def test_by_web_service_everybody_gets_their_own_mark(moodle, expected, tmp_path, kind):
    out, address = tmp_path / "out", moodle.assignment(kind)
    assert "✗" not in run(moodle, "doctor", "--moodle", address)
    shown = run(moodle, "grade", "blatt09", "--moodle-api", address, "--out", out)
    assert "Ohne Abgabe: 1." in shown
    assert ("nur Entwurf" in shown) == (kind == "drafts")
    mark_the_rest(moodle, out)
    planned = run(moodle, "export", out, "--moodle-api", address)
    assert grades(moodle, kind) == {}
    assert ("Bewertungsworkflows" in planned) == (kind == "workflow")
    sent = run(moodle, "export", out, "--moodle-api", address, "--send")
    assert "Gespeichert und zurückgelesen: 4." in sent
    wanted = of_groups(expected, moodle) if kind == "team" else expected
    assert grades(moodle, kind) == wanted
    again = run(moodle, "export", out, "--moodle-api", address, "--send")
    assert "Gespeichert und zurückgelesen: 0." in again


@pytest.mark.parametrize("kind", KINDS)
def test_by_files_everybody_gets_their_own_mark(moodle, tutor, expected, tmp_path, kind):
    kind = f"{kind} by files"
    archive, worksheet, out = (tmp_path / name for name in ("a.zip", "b.csv", "out"))
    archive.write_bytes(tutor.archive(kind))
    worksheet.write_bytes(tutor.worksheet(kind))
    shown = run(moodle, "grade", "blatt09", archive, "--moodle", worksheet, "--out", out)
    assert "Ohne Abgabe: 1." in shown
    mark_the_rest(moodle, out)
    run(moodle, "export", out, "--moodle", worksheet)
    told = tutor.upload(kind, "offline", "uploadgrades", out / "export" / "moodle-blatt09.csv")
    assert "Updated 4 grades" in told
    wanted = of_groups(expected, moodle) if kind.startswith("team") else expected
    assert grades(moodle, kind) == wanted
    zipped = out / "export" / "moodle-blatt09-feedback.zip"
    told = tutor.upload(kind, "file", "uploadzip", zipped)
    assert "Users with updated feedback: 4" in told


def test_with_separate_groups_a_tutor_grades_their_own(moodle, expected, tmp_path):
    out, address, token = tmp_path / "out", moodle.assignment("separate"), moodle.helper_token
    assert "2 Personen" in run(moodle, "doctor", "--moodle", address, token=token)
    run(moodle, "grade", "blatt09", "--moodle-api", address, "--out", out, token=token)
    mark_the_rest(moodle, out)
    sent = run(moodle, "export", out, "--moodle-api", address, "--send", token=token)
    assert "Gespeichert und zurückgelesen: 2." in sent
    theirs = list(moodle.notebooks.values())[2:]
    assert grades(moodle, "separate") == {name: expected[name] for name in theirs}
