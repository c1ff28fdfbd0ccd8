"""OUT is private, survives interruptions, and never mixes sheets or loses a record silently."""

import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.errors import UsageFault
from autograder.i18n import Text
from autograder.model import Outcome, PartResult, RunInfo, Status, SubmissionResult
from autograder.outfolder import OutFolder
from autograder.sheet import Course

SHEET = Course(Path(__file__).resolve().parents[2]).load("blatt09")
RUN = RunInfo(
    sheet="blatt09",
    version=SHEET.version,
    seed="5f3c",
    toolkit="0",
    confinement="kernel",
    started="2026-11-21T14:03:12+01:00",
    python="3.11",
)


def result(name, points=1.0):
    parts = tuple(
        PartResult(task.id, Outcome.RIGHT if points else Outcome.WRONG, points, task.points)
        for task in SHEET.tasks
    )
    return SubmissionResult(name, (f"Anna {name}",), Status.DONE, parts)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "out"


def opened(folder, run=RUN):
    out = OutFolder(folder, SHEET)
    out.begin(run)
    return out


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_the_folder_is_private_and_out_of_version_control(folder):
    opened(folder)
    assert mode(folder) == 0o700
    assert (folder / ".gitignore").read_text() == "*\n"


def test_a_folder_that_was_open_to_others_is_closed(folder):
    folder.mkdir(mode=0o755)
    opened(folder)
    assert mode(folder) == 0o700


def test_a_folder_with_other_things_in_it_is_refused_and_left_as_it_is(folder):
    folder.mkdir(mode=0o755)
    (folder / ".gitignore").write_text("mine\n")
    with pytest.raises(UsageFault, match="not empty"):
        OutFolder(folder, SHEET)
    assert mode(folder) == 0o755
    assert (folder / ".gitignore").read_text() == "mine\n"


def test_a_place_that_cannot_be_written_is_refused_with_the_reason(tmp_path):
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(UsageFault, match="cannot be written"):
            OutFolder(path, SHEET)


def test_the_seed_is_secret_random_and_stable(folder, tmp_path):
    seed = opened(folder).seed
    assert len(seed) == 32
    assert mode(folder / "seed") == 0o600
    assert opened(folder).seed == seed
    assert opened(tmp_path / "other").seed != seed


@pytest.mark.parametrize("damage", [b"", b"\n", b"abc\n", b"\xff" * 32, b"0" * 33])
def test_a_damaged_seed_is_refused_and_not_replaced(folder, damage):
    out = opened(folder)
    (folder / "seed").write_bytes(damage)
    with pytest.raises(UsageFault, match="damaged"):
        _ = out.seed
    assert (folder / "seed").read_bytes() == damage


def test_a_later_run_has_the_records_of_the_earlier_one(folder):
    first = opened(folder)
    first.save(result("anna"))
    first.save(result("ben"))
    second = opened(folder)
    second.save(result("ben", 0.0))
    second.save(result("cleo"))
    second.renew()
    written = json.loads((folder / "results.json").read_text())["submissions"]
    assert [(one["submission"], one["total"]) for one in written] == [
        ("anna", 15.0),
        ("ben", 0.0),
        ("cleo", 15.0),
    ]
    assert {path.name for path in (folder / "records").iterdir()} == {
        "anna.json",
        "ben.json",
        "cleo.json",
    }


def test_every_submission_has_its_pages_as_soon_as_it_is_saved(folder):
    out = opened(folder)
    out.save(result("anna"), b"{}")
    for name in ("feedback/anna.html", "details/anna.html", "rerun/anna.ipynb", "index.html"):
        assert (folder / name).is_file(), name
    assert (folder / "marks.csv").is_file()


def test_a_damaged_record_is_reported_and_kept(folder):
    out = opened(folder)
    out.save(result("anna"))
    out.save(result("ben"))
    (folder / "records" / "ben.json").write_text('{"submission": "ben"')
    again = opened(folder)
    assert again.damaged == ["ben.json"]
    assert list(again.results) == ["anna"]
    again.renew()
    assert (folder / "records" / "ben.json").read_text() == '{"submission": "ben"'
    again.save(result("ben"))
    assert opened(folder).damaged == []


def test_half_written_files_of_a_killed_run_are_no_records(folder):
    out = opened(folder)
    out.save(result("anna"))
    (folder / "records" / ".ben.json.abcd.tmp").write_text('{"subm')
    again = opened(folder)
    assert (list(again.results), again.damaged) == (["anna"], [])


def test_another_sheets_folder_is_refused(folder):
    other = replace(RUN, sheet="blatt10")
    out = opened(folder)
    opened(folder, other)
    out = opened(folder)
    out.save(result("anna"))
    with pytest.raises(UsageFault, match="blatt09, not of blatt10"):
        opened(folder, other)
    (folder / "records" / "anna.json").write_text("damaged")
    with pytest.raises(UsageFault, match="blatt09, not of blatt10"):
        opened(folder, other)
    assert json.loads((folder / "run.json").read_text())["sheet"] == "blatt09"


def test_a_damaged_run_file_does_not_stop_the_next_run(folder):
    opened(folder).save(result("anna"))
    (folder / "run.json").write_text("{")
    assert list(opened(folder).results) == ["anna"]


@pytest.mark.parametrize("name", ["../../evil", "a/b", "", "x" * 300, "\ud800", ".hidden", "ä b"])
def test_no_submission_id_leaves_the_folder(folder, name):
    out = opened(folder)
    out.save(result(name))
    inside = {path for path in folder.rglob("*") if path.is_file()}
    assert len([path for path in inside if path.parent.name == "records"]) == 1
    everywhere = {path for path in folder.parent.rglob("*") if path.is_file()}
    assert everywhere == inside


def test_views_are_renewed_seldom_in_a_large_run_but_always_at_the_end(folder, monkeypatch):
    out = opened(folder)
    out.save(result("anna"))
    out._cost = 1e6
    out.save(result("ben"))
    assert len(json.loads((folder / "results.json").read_text())["submissions"]) == 1
    assert (folder / "records" / "ben.json").is_file()
    out.renew()
    assert len(json.loads((folder / "results.json").read_text())["submissions"]) == 2


def test_nobody_else_can_read_anything_even_with_an_open_umask(folder):
    before = os.umask(0)
    try:
        out = opened(folder)
        _ = out.seed
        out.save(replace(result("anna"), notes=(Text("Notiz", "note"),)))
    finally:
        os.umask(before)
    assert mode(folder) == 0o700
    assert mode(folder / "seed") == 0o600
