import io
import os
import stat
import struct
import zipfile
from concurrent.futures import ThreadPoolExecutor
from zipfile import ZipInfo

import pytest
from intake_files import SMALL, german, ipynb, only, put, read_all, zipped

from autograder import intake
from autograder.course.sheet import Limits
from autograder.intake import archive
from autograder.records.model import Status

NB = ipynb("x = 1")


def one_person(tmp_path, members, limits=SMALL):
    """The submission of a person's zip in a folder of submissions."""
    content = members if isinstance(members, bytes) else zipped(members)
    return only(put(tmp_path, {"anna.zip": content}), limits=limits)


def test_a_zip_in_the_folder_is_one_persons_submission(tmp_path):
    put(tmp_path, {"anna.zip": zipped({"nb.ipynb": NB, "d/x.csv": b"1"}), "bela.ipynb": NB})
    read = read_all(tmp_path)
    assert set(read) == {"anna", "bela"}
    assert [one.name for one in read["anna"].notebooks] == ["nb.ipynb"]
    assert read["anna"].files == {"d/x.csv": b"1"}


def test_a_zip_on_the_command_line_acts_like_a_folder(tmp_path):
    inside = {
        **{"anna/nb.ipynb": NB, "anna/x.csv": b"1", "bela.ipynb": NB, "cem.ipynb": NB},
        **{"dana.zip": zipped({"Blatt/nb.ipynb": NB}), "werte.csv": b"2", ".DS_Store": b""},
        "__MACOSX/._bela.ipynb": b"",
    }
    put(tmp_path, {"alle.zip": zipped(inside)})
    read = read_all(tmp_path / "alle.zip")
    assert set(read) == {"anna", "bela", "cem", "dana"}
    assert all(len(one.notebooks) == 1 and one.problem is None for one in read.values())
    assert {name: dict(one.files) for name, one in read.items()} == {
        **{"anna": {"x.csv": b"1"}, "bela": {"werte.csv": b"2"}},
        **{"cem": {"werte.csv": b"2"}, "dana": {}},
    }


@pytest.mark.parametrize(
    ("name", "inside", "ids"),
    [
        ("alle.zip", {"Alle/anna.ipynb": NB}, {"anna"}),
        (
            "moodle.zip",
            {"Blatt 9/anna/nb.ipynb": NB, "Blatt 9/bela/nb.ipynb": NB},
            {"anna", "bela"},
        ),
        ("moodle.zip", {"a/b/anna.ipynb": NB, "a/b/bela.ipynb": NB}, {"a"}),
        ("moodle.zip", {"anna/nb.ipynb": NB, "anna/d/x.csv": b""}, {"anna"}),
    ],
)
def test_the_folder_that_a_zip_wraps_is_the_cohorts_where_it_holds_several(
    tmp_path, name, inside, ids
):
    put(tmp_path, {name: zipped(inside)})
    assert set(read_all(tmp_path / name)) == ids


def test_a_cohorts_zip_is_opened_once(tmp_path, monkeypatch):
    put(tmp_path, {"alle.zip": zipped({f"p{i}/nb.ipynb": NB for i in range(30)})})
    opened = []
    real = zipfile.ZipFile
    monkeypatch.setattr(zipfile, "ZipFile", lambda *a: opened.append(1) or real(*a))
    assert len(read_all(tmp_path / "alle.zip")) == 30
    assert len(opened) == 1


def test_a_cohorts_zip_is_read_by_several_workers_at_once(tmp_path):
    contents = {f"p{i}/nb.ipynb": ipynb(f"x = {i}" + " " * 9_000) for i in range(100)}
    put(tmp_path, {"alle.zip": zipped(contents)})
    found = intake.discover([tmp_path / "alle.zip"])
    with ThreadPoolExecutor(8) as pool:
        read = list(pool.map(lambda one: intake.open(one, SMALL), found * 3))
    assert all(one.problem is None for one in read)
    assert {one.notebooks[0].cells[0].source.strip() for one in read if one.id == "p7"} == {"x = 7"}


def test_zips_in_zips_open_up_to_three_deep(tmp_path):
    deep = zipped({"nb.ipynb": NB})
    for _ in range(archive.DEPTH - 1):
        deep = zipped({"x.zip": deep})
    assert len(one_person(tmp_path, deep).notebooks) == 1
    submission = one_person(tmp_path, {"x.zip": deep})
    assert submission.problem[0] is Status.UNREADABLE
    assert "höchstens 3-fach" in german(submission)


def test_the_depth_counts_the_zip_on_the_command_line(tmp_path):
    deep = zipped({"nb.ipynb": NB})
    for _ in range(archive.DEPTH - 2):
        deep = zipped({"x.zip": deep})
    put(
        tmp_path,
        {"a.zip": zipped({"anna.zip": deep}), "b.zip": zipped({"x.zip": zipped({"y.zip": deep})})},
    )
    assert only(tmp_path / "a.zip").problem is None
    assert "höchstens 3-fach" in german(only(tmp_path / "b.zip"))


@pytest.mark.parametrize(
    "name",
    ["../evil.ipynb", "a/../../evil.ipynb", "/tmp/evil.ipynb", "C:\\evil.ipynb", "..\\evil.ipynb"],
)
def test_a_climbing_path_in_a_zip_is_refused_with_a_clear_line(tmp_path, name):
    submission = one_person(tmp_path / "in", {name: NB, "gut.ipynb": NB})
    assert "führt aus der Abgabe hinaus" in german(submission)
    assert [one.name for one in submission.notebooks] == ["gut.ipynb"]
    assert len(submission.documents) == 1
    put(tmp_path / "in", {"alle.zip": zipped({name: NB, "bela/nb.ipynb": NB})})
    read = read_all(tmp_path / "in/alle.zip")
    assert len(read) == 2
    assert sum("führt aus der Abgabe hinaus" in german(one) for one in read.values()) == 1
    assert {path.name for path in tmp_path.rglob("*")} == {"in", "anna.zip", "alle.zip"}


def test_backslashes_of_windows_tools_are_folders(tmp_path):
    submission = one_person(tmp_path, {"code\\nb.ipynb": NB, "daten\\x.csv": b"1"})
    assert [one.name for one in submission.notebooks] == ["code/nb.ipynb"]
    assert set(submission.files) == {"daten/x.csv"}


@pytest.mark.parametrize("mode", [stat.S_IFLNK | 0o777, stat.S_IFCHR, stat.S_IFIFO])
def test_links_and_devices_in_a_zip_are_not_read(tmp_path, mode):
    info = ZipInfo("loesung.ipynb")
    info.create_system, info.external_attr = 3, mode << 16
    submission = one_person(tmp_path, {info: b"/etc/passwd"})
    assert submission.problem[0] is Status.UNREADABLE
    assert "Verknüpfung" in german(submission) or "keine gewöhnliche Datei" in german(submission)
    assert submission.files == {}


def test_a_bomb_is_refused_by_its_ratio(tmp_path):
    big = b"\0" * (archive.RATIO_FROM_MIB << 20)
    limits = Limits(upload_mib=50)
    assert one_person(tmp_path, {"nb.ipynb": NB, "x.bin": big}, limits).notes == ()
    submission = one_person(tmp_path, {"nb.ipynb": NB, "x.bin": big + b"\0"}, limits)
    assert "ZIP-Bombe" in german(submission)
    assert (len(submission.notebooks), submission.documents) == (1, ("x.bin",))


def test_a_bomb_is_refused_by_its_unpacked_size(tmp_path):
    parts = {f"{i}.csv": os.urandom(1000) * 200 for i in range(20)}
    submission = one_person(tmp_path, {"nb.ipynb": NB, **parts})
    assert "größer als 1 MiB" in german(submission)
    assert sum(map(len, submission.files.values())) <= SMALL.upload_mib << 20
    assert len(submission.notebooks) == 1


def test_a_bomb_of_nested_zips_is_bounded_as_a_whole(tmp_path):
    inner = zipped({"x.csv": os.urandom(1000) * 900})
    middle = zipped({f"{i}.zip": inner for i in range(20)})
    submission = one_person(tmp_path, {f"{i}.zip": middle for i in range(20)})
    assert submission.problem[0] is Status.UNREADABLE or submission.notes
    assert sum(map(len, submission.files.values())) <= SMALL.upload_mib << 20


def test_the_cap_on_members_holds_exactly(tmp_path, monkeypatch):
    monkeypatch.setattr(archive.Archive.__init__, "__defaults__", (5, archive.DIRECTORY_MIB))
    four = {f"{i}.csv": b"" for i in range(4)}
    assert one_person(tmp_path, {"nb.ipynb": NB, **four}).problem is None
    submission = one_person(tmp_path, {"nb.ipynb": NB, "x.csv": b"", **four})
    assert "enthält 6 Dateien, erlaubt sind 5" in german(submission)
    assert submission.problem[0] is Status.UNREADABLE


def test_the_cap_on_the_directory_holds_exactly(tmp_path, monkeypatch):
    content = zipped({"nb.ipynb": NB, **{f"{'n' * 300}{i}.csv": b"" for i in range(9)}})
    size = struct.unpack("<L", content[-10:-6])[0]
    monkeypatch.setattr(archive, "MIB", size)
    monkeypatch.setattr(archive.Archive.__init__, "__defaults__", (50, 1))
    assert one_person(tmp_path, content).problem is None
    monkeypatch.setattr(archive, "MIB", size - 1)
    assert "kein lesbares ZIP" in german(one_person(tmp_path, content))


def test_a_member_longer_than_it_claims_is_refused(tmp_path):
    content = bytearray(zipped({"nb.ipynb": NB * 50}))
    at = content.index(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<L", 10)
    submission = one_person(tmp_path, bytes(content))
    assert submission.problem[0] is Status.UNREADABLE


def test_an_encrypted_member_is_a_clear_line(tmp_path):
    content = bytearray(zipped({"nb.ipynb": NB, "gut.ipynb": NB}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    submission = one_person(tmp_path, bytes(content))
    assert "mit einem Passwort" in german(submission)
    assert [one.name for one in submission.notebooks] == ["gut.ipynb"]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_unpack_without_bounds_are_refused(tmp_path, method):
    info = ZipInfo("nb.ipynb")
    info.compress_type = method
    assert "Verfahren" in german(one_person(tmp_path, {info: NB}))


@pytest.mark.parametrize("cut", [1, 30, 200])
def test_a_truncated_zip_is_a_clear_line_and_the_others_go_on(tmp_path, cut):
    put(tmp_path, {"anna.zip": zipped({"nb.ipynb": NB})[:-cut], "bela.ipynb": NB})
    read = read_all(tmp_path)
    assert read["anna"].problem[0] is Status.UNREADABLE
    assert "kein lesbares ZIP-Archiv" in german(read["anna"])
    assert read["bela"].problem is None


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06", b"nope" * 100, b"Rar!\x1a\x07"])
def test_something_else_named_zip_is_a_clear_line(tmp_path, content):
    put(tmp_path, {"alle.zip": content})
    for path in (tmp_path, tmp_path / "alle.zip"):
        assert "kein lesbares ZIP-Archiv" in german(only(path))


def test_a_wrong_checksum_is_a_clear_line(tmp_path):
    content = bytearray(zipped({"nb.ipynb": NB}))
    at = content.index(b"PK\x01\x02")
    content[at + 16] ^= 1
    assert "kein lesbares ZIP-Archiv" in german(one_person(tmp_path, bytes(content)))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_members_of_the_same_name_are_both_kept_and_said(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("nb.ipynb", NB)
        made.writestr("nb.ipynb", ipynb("x = 2"))
    submission = one_person(tmp_path, buffer.getvalue())
    assert [one.name for one in submission.notebooks] == ["nb.ipynb", "nb (2).ipynb"]
    assert "kommt in der Abgabe mehrmals vor" in german(submission)


def test_names_that_macos_wrote_without_saying_utf_8_are_read(tmp_path):
    content = zipped({"Xbung.csv": b"1", "nb.ipynb": NB}).replace(b"Xbung", "Üung".encode())
    assert set(one_person(tmp_path, content).files) == {"Üung.csv"}


def test_absurd_member_names_do_no_harm(tmp_path):
    names = ["a\x1b[31m.csv", "\u202egpj.csv", "x" * 400 + ".csv", "ü/" * 30 + "y.csv", "con.csv"]
    submission = one_person(tmp_path, {"nb.ipynb": NB, **dict.fromkeys(names, b"")})
    shown = german(submission) + "".join(submission.files) + "".join(submission.documents)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert all(len(name.encode()) <= 255 for name in submission.files)
    assert len(submission.notebooks) == 1


def test_many_bad_members_do_not_flood_the_notes(tmp_path):
    submission = one_person(tmp_path, {"nb.ipynb": NB, **{f"../{i}": b"" for i in range(100)}})
    assert len(submission.notes) == 21
    assert "80 weitere Hinweise" in submission.notes[-1].de


def test_nothing_is_written_to_disk(tmp_path, monkeypatch):
    content = zipped({"a/nb.ipynb": NB, "x.zip": zipped({"y.csv": b"1"})})
    put(tmp_path, {"anna.zip": content})
    flags = []
    real = os.open
    monkeypatch.setattr(os, "open", lambda p, f, *a: flags.append(f) or real(p, f, *a))
    assert only(tmp_path).problem is None
    assert flags
    assert all(flag & 3 == os.O_RDONLY for flag in flags)


def test_found_records_can_be_sent_to_another_process(tmp_path):
    import copy

    put(tmp_path, {"alle.zip": zipped({"anna/nb.ipynb": NB, "bela/nb.ipynb": NB})})
    for found in intake.discover([tmp_path / "alle.zip"]):
        assert intake.open(copy.deepcopy(found), SMALL).problem is None
