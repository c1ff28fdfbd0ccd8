"""From OUT to files for the LMS: what a tutor types and gets."""

import json
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from canvas_site import Site as CanvasSite
from moodle_site import TOKEN, Site

from autograder.cli import main
from autograder.course.rules import Rules
from autograder.course.sheet import Course
from autograder.out.folder import OutFolder
from autograder.records.ledger import Decision, Grading, Kind, Released, Version
from autograder.records.model import Outcome, PartResult, RunInfo, Status, SubmissionResult
from autograder.records.people import HandIn, Person
from autograder.store import Conditions

ROOT = Path(__file__).resolve().parents[3]
SHEET = Course(ROOT).load("blatt09")
RUN = RunInfo("blatt09", SHEET.version, "5f3c", "0", "kernel", "2026-11-21T14:03:12", "3.11")
AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
WORKSHEET = (
    "ID,Vollständiger Name,Status,Bewertung,Bestwertung,Zuletzt geändert (Bewertung)\n"
    "Teilnehmer/in1,Anna Muster,Zur Bewertung abgegeben,,24,-\n"
    "Teilnehmer/in2,Sean O'Probe,Zur Bewertung abgegeben,,24,-\n"
    "Teilnehmer/in3,Bela Muster,Keine Abgabe,,24,-\n"
)
ANNA = Person("anna-1", "Anna Muster", "anna@uni.example", "", {"moodle": "1", "canvas": "11"})
SEAN = Person("sean-2", "Sean O'Probe", "", "", {"moodle": "2", "moodle-name": "Sean OProbe"})
BELA = Person("bela-3", "Bela Muster", "", "", {"moodle": "3"})


def graded(out, person, *, waiting=()):
    parts = tuple(
        PartResult(one.id, Outcome.WAITING, None, one.points)
        if one.id in waiting
        else PartResult(one.id, Outcome.RIGHT, one.points, one.points)
        for one in SHEET.tasks
    )
    status = Status.WAITING if waiting else Status.DONE
    result = SubmissionResult(person.id, (person.name,), status, parts)
    version = Version(person.id, (person.name,), (person,), person.id, (), HandIn(AT, "worksheet"))
    out.save(version, Grading(result))


def release(out):
    marks = [
        Released(one.person.id, one.submission, task, points, AT)
        for one in out.store.marks_in_force()
        if one.submission
        for task, points in one.parts.items()
        if points is not None
    ]
    out.store.decisions.release(Decision(Kind.RELEASE, "probe", "frei"), marks)


@pytest.fixture
def make(tmp_path):
    """Makes OUT with Anna (all marked), Sean (1b waits), Bela (nothing handed in)."""
    (tmp_path / "b.csv").write_text(WORKSHEET, "utf-8")

    def make(rules=None, released=True):
        sheet = msgspec.structs.replace(SHEET, rules=rules or Rules())
        with OutFolder(tmp_path / "out") as out:
            out.begin(Conditions(RUN, sheet, str(ROOT)))
            graded(out, ANNA)
            graded(out, SEAN, waiting=("1b",))
            out.store.people.save([BELA])
            if released:
                release(out)
        return tmp_path / "out"

    return make


def export(out, *options):
    return main(["export", str(out), *options])


def cells(out, name="moodle-blatt09.csv"):
    rows = (out / "export" / name).read_text("utf-8-sig").splitlines()[1:]
    return [tuple(row.split(",")[:3]) for row in rows]


def test_two_files_to_upload(make, tmp_path, capsys):
    out = make()
    assert export(out, "--moodle", str(tmp_path / "b.csv")) == 0
    assert cells(out) == [
        ("Teilnehmer/in1", "Anna Muster", "24"),
        ("Teilnehmer/in2", "Sean O'Probe", ""),
        ("Teilnehmer/in3", "Bela Muster", ""),
    ]
    with zipfile.ZipFile(out / "export" / "moodle-blatt09-feedback.zip") as archive:
        names = archive.namelist()
        page = archive.read(names[0]).decode()
    assert names == [
        "Anna Muster_1_assignsubmission_file/feedback_blatt09.html",
        "Sean OProbe_2_assignsubmission_file/feedback_blatt09.html",
    ]
    assert "Anna Muster" in page
    assert "Sean" not in page
    shown = " ".join(capsys.readouterr().out.split())
    assert "Ohne Note, weil noch Teile offen sind (1): Sean O'Probe." in shown


def test_proposals_do_not_leave_before_somebody_releases_them(make, tmp_path, capsys):
    out = make(released=False)
    assert export(out, "--moodle", str(tmp_path / "b.csv")) == 2
    assert "nobody has released them" in " ".join(capsys.readouterr().err.split())
    assert not (out / "export").exists()
    assert export(out, "--moodle", str(tmp_path / "b.csv"), "--provisional") == 0
    assert [row[2] for row in cells(out)] == ["24", "23", ""]
    assert not (out / "export" / "moodle-blatt09-feedback.zip").exists()
    assert export(out, "--to", "csv") == 0


def test_feedback_waits_for_the_last_extension(make, tmp_path, capsys):
    out = make(Rules(deadline=datetime.now(UTC) + timedelta(days=2)))
    assert export(out, "--moodle", str(tmp_path / "b.csv")) == 0
    assert not (out / "export" / "moodle-blatt09-feedback.zip").exists()
    assert "nach der letzten Frist" in capsys.readouterr().out


def test_only_what_changed_since_the_last_export(make, tmp_path):
    out = make()
    assert export(out, "--moodle", str(tmp_path / "b.csv")) == 0
    with OutFolder.existing(out) as opened:
        mark = Decision(Kind.MARK, "probe", "gelesen", "1b", SEAN.id, points=0.5)
        opened.store.decisions.add([mark])
    assert export(out, "--moodle", str(tmp_path / "b.csv"), "--changed") == 0
    assert cells(out) == [("Teilnehmer/in2", "Sean O'Probe", "23.5")]
    assert export(out, "--moodle", str(tmp_path / "b.csv"), "--changed") == 0
    assert cells(out) == []
    assert [one.name for one in (out / "export").iterdir()] == ["moodle-blatt09.csv"]


def test_overrides_change_the_total_line_by_line(make, tmp_path, capsys):
    out = make(Rules(deadline=AT - timedelta(days=1, hours=1), late_per_day=10))
    table = tmp_path / "fristen.csv"
    table.write_text("person,befreit,bonus,grund\nanna@uni.example,ja,,Attest\n", "utf-8")
    assert export(out, "--moodle", str(tmp_path / "b.csv")) == 0
    assert cells(out)[0][2] == "19.2"
    assert main(["overrides", str(out), str(table), "--by", "Probe"]) == 0
    assert main(["overrides", str(out), str(table), "--by", "Probe"]) == 0
    assert "Entscheidungen gespeichert: 0." in capsys.readouterr().out
    assert export(out, "--moodle", str(tmp_path / "b.csv")) == 0
    assert cells(out)[0][2] == "24"


def test_the_web_service_writes_only_when_told_to(make, monkeypatch, capsys):
    monkeypatch.setenv("AUTOGRADER_MOODLE_TOKEN", TOKEN)
    out = make()
    with Site() as site:
        address = site.assignment_address
        assert export(out, "--moodle-api", address) == 0
        assert "Anna Muster: – → 24" in capsys.readouterr().out
        assert site.grades == {}
        assert export(out, "--moodle-api", address, "--send") == 0
        assert site.grades == {11: 24.0}
        assert b"Anna Muster" in site.files[11]
        site.calls.clear()
        assert export(out, "--moodle-api", address, "--send") == 0
        assert "mod_assign_save_grade" not in site.calls
    said = json.loads((out / "exported.json").read_text())
    assert set(said) == {"moodle-api"}


def test_canvas_is_written_to_only_when_told_to(make, monkeypatch, capsys):
    monkeypatch.setenv("AUTOGRADER_CANVAS_TOKEN", TOKEN)
    out = make()
    with CanvasSite() as site:
        address = site.assignment_address
        assert main(["doctor", "--canvas", address]) == 0
        assert export(out, "--canvas-api", address) == 0
        shown = capsys.readouterr().out
        assert "Anna Muster: – → 24" in shown
        assert "Mit --send wird übertragen" in shown
        assert site.grades == {}
        assert export(out, "--canvas-api", address, "--send") == 0
        assert site.grades == {11: 24.0}
        ((name, page),) = site.uploads.values()
        assert b"Anna Muster" in page
        site.calls.clear()
        assert export(out, "--canvas-api", address, "--send") == 0
        assert not any(call.startswith("PUT") for call in site.calls)
    assert name.startswith("feedback_blatt09_")
    assert set(json.loads((out / "exported.json").read_text())) == {"canvas-api"}


def test_wrong_use_says_what_to_do(make, tmp_path, capsys, monkeypatch):
    out = make()
    monkeypatch.delenv("AUTOGRADER_MOODLE_TOKEN", raising=False)
    monkeypatch.delenv("AUTOGRADER_CANVAS_TOKEN", raising=False)
    for options in (
        ["--moodle", str(tmp_path / "fehlt.csv")],
        ["--moodle-api", "https://moodle.example/mod/assign/view.php?id=1"],
        ["--moodle-api", "moodle"],
        ["--canvas-api", "https://canvas.example/courses/1"],
        ["--canvas-api", "https://canvas.example/courses/1/assignments/2"],
    ):
        assert export(out, *options) == 2
    assert export(tmp_path, "--to", "csv") == 2
    assert "holds no results" in " ".join(capsys.readouterr().err.split())
    (out / "exported.json").write_text("{", "utf-8")
    assert export(out, "--to", "csv", "--changed") == 2


def test_every_table_of_ours_can_be_written(make):
    out = make()
    assert export(out, "--to", "xlsx") == 0
    assert export(out, "--to", "csv") == 0
    assert (out / "export" / "blatt09-marks.xlsx").stat().st_size > 1000
    assert ANNA.id in (out / "export" / "blatt09-marks.csv").read_text("utf-8-sig")
