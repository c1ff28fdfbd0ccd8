import os

import pytest
from intake_files import SMALL, as_json, german, ipynb, only, put, read_all, zipped

from autograder import intake
from autograder.errors import UsageFault
from autograder.records.model import Status

NB = ipynb("x = 1")
OTHER = ipynb("x = 2")


def test_notebooks_beside_each_other_are_one_submission_each(tmp_path):
    put(tmp_path, {"muster-anna.ipynb": NB, "Müster Béla.ipynb": OTHER})
    found = intake.discover([tmp_path])
    assert [(one.id, one.students) for one in found] == [
        ("Muester-Bela", ("Müster Béla",)),
        ("muster-anna", ("muster-anna",)),
    ]


def test_a_subfolder_is_one_persons_with_everything_in_it(tmp_path):
    put(tmp_path, {"anna/nb.ipynb": NB, "anna/daten/x.csv": b"1;2", "bela.ipynb": NB})
    read = read_all(tmp_path)
    assert set(read) == {"anna", "bela"}
    assert [one.name for one in read["anna"].notebooks] == ["nb.ipynb"]
    assert read["anna"].files == {"daten/x.csv": b"1;2"}


def test_a_single_notebook_path_is_one_submission_without_its_neighbours(tmp_path):
    put(tmp_path, {"anna.ipynb": NB, "bela.ipynb": NB, "werte.csv": b"1"})
    submission = only(tmp_path / "anna.ipynb")
    assert (submission.id, dict(submission.files)) == ("anna", {})


def test_data_beside_several_notebooks_is_there_for_all_of_them(tmp_path):
    put(tmp_path, {"anna.ipynb": NB, "bela.ipynb": OTHER, "werte.csv": b"1;2", "info.txt": b"hi"})
    read = read_all(tmp_path)
    assert set(read) == {"anna", "bela"}
    for submission in read.values():
        assert submission.files == {"werte.csv": b"1;2", "info.txt": b"hi"}
        assert submission.documents == ()


def test_subfolders_do_not_get_the_data_beside_them(tmp_path):
    put(tmp_path, {"anna/nb.ipynb": NB, "bela.ipynb": NB, "cem.ipynb": NB, "werte.csv": b"1"})
    assert read_all(tmp_path)["anna"].files == {}


def test_what_lies_beside_a_lone_notebook_belongs_to_it(tmp_path):
    put(
        tmp_path / "anna",
        {
            "loesung.ipynb": NB,
            "werte.csv": b"1",
            "skizze.pdf": b"%PDF",
            "hilfe.py": b"",
            "d/x": b"",
        },
    )
    submission = only(tmp_path / "anna")
    assert submission.id == "loesung"
    assert set(submission.files) == {"werte.csv", "skizze.pdf", "hilfe.py", "d/x"}
    assert submission.documents == ("hilfe.py", "skizze.pdf")


def test_a_lone_notebook_with_its_published_name_is_called_after_the_folder(tmp_path):
    put(tmp_path / "anna", {"Blatt09.ipynb": NB, "werte.csv": b"1"})
    assert set(read_all(tmp_path / "anna", published=["blatt09"])) == {"anna"}
    assert set(read_all(tmp_path, published=["blatt09"])) == {"anna"}


def test_several_persons_folders_or_zips_as_paths_are_called_after_them(tmp_path):
    put(tmp_path, {"anna/nb.ipynb": NB, "bela.zip": zipped({"nb.ipynb": NB}), "cem.ipynb": NB})
    (tmp_path / "dana").mkdir()
    read = read_all(*sorted(tmp_path.iterdir()))
    assert set(read) == {"anna", "bela", "cem", "dana"} == set(read_all(tmp_path))
    assert read["dana"].problem[0] is Status.LOOK


def test_a_subfolder_with_a_document_is_not_taken_for_data(tmp_path):
    put(tmp_path, {"anna.ipynb": NB, "bela/scan.pdf": b"", "werte.csv": b""})
    assert set(read_all(tmp_path)) == {"anna", "bela"}


def test_a_lone_notebook_among_folders_with_notebooks_is_one_of_many(tmp_path):
    put(tmp_path, {"anna.ipynb": NB, "bela/nb.ipynb": NB, "werte.csv": b""})
    assert set(read_all(tmp_path)) == {"anna", "bela"}


def test_a_pdf_or_pictures_alone_wait_for_a_tutor(tmp_path):
    put(tmp_path, {"anna/scan1.JPG": b"x", "anna/scan2.jpg": b"y", "bela.pdf": b"%PDF"})
    read = read_all(tmp_path)
    assert {name: one.problem[0] for name, one in read.items()} == {
        "anna": Status.WAITING,
        "bela": Status.WAITING,
    }
    assert "scan1.JPG, scan2.jpg" in german(read["anna"])


def test_a_pdf_named_like_a_notebook_belongs_to_it(tmp_path):
    put(tmp_path, {"anna.ipynb": NB, "Anna.pdf": b"%PDF", "bela.ipynb": NB, "cem.pdf": b"%PDF"})
    read = read_all(tmp_path)
    assert {name.lower(): one.documents for name, one in read.items()} == {
        "anna": ("Anna.pdf",),
        "bela": (),
        "cem": ("cem.pdf",),
    }


def test_leftovers_and_hidden_files_are_ignored(tmp_path):
    junk = {
        f"anna/{name}": NB
        for name in (
            *(".ipynb_checkpoints/nb-checkpoint.ipynb", "__MACOSX/._nb.ipynb", "._nb.ipynb"),
            *(".OTTER_LOG", ".git/config", "__pycache__/x.pyc", "~$notizen.docx"),
            *("__zip_filename__", "Thumbs.db", ".hidden.ipynb"),
        )
    }
    put(tmp_path, {"anna/nb.ipynb": NB, ".versteckt.ipynb": NB, "__MACOSX/x.ipynb": NB, **junk})
    submission = only(tmp_path)
    assert [one.name for one in submission.notebooks] == ["nb.ipynb"]
    assert (dict(submission.files), submission.documents) == ({}, ())


def test_a_script_is_a_notebook_of_one_cell(tmp_path):
    put(tmp_path, {"anna.py": b"x = 1", "bela.ipynb": NB, "cem.ipynb": NB})
    submission = read_all(tmp_path)["anna"]
    assert [cell.source for cell in submission.notebooks[0].cells] == ["x = 1"]
    assert submission.documents == ()


def test_a_script_beside_a_notebook_is_a_file_that_may_also_be_an_answer(tmp_path):
    put(tmp_path, {"anna/nb.ipynb": NB, "anna/hilfe.py": b"y = 1"})
    submission = only(tmp_path)
    assert [one.name for one in submission.notebooks] == ["nb.ipynb"]
    assert submission.files == {"hilfe.py": b"y = 1"}
    assert submission.documents == ("hilfe.py",)


def test_one_students_script_is_not_there_for_the_others(tmp_path):
    put(tmp_path, {"anna.py": b"x = 1", "bela.ipynb": NB, "cem.ipynb": NB})
    assert read_all(tmp_path)["bela"].files == {}


def test_colliding_names_get_different_ids(tmp_path):
    put(tmp_path, {"Jörg.ipynb": NB, "Joerg/nb.ipynb": NB, "JOERG.ipynb": NB})
    found = intake.discover([tmp_path])
    assert [one.id for one in found] == ["JOERG", "Joerg-2", "Joerg-3"]


def test_a_file_named_twice_is_graded_once(tmp_path):
    put(tmp_path, {"anna.ipynb": NB, "bela.ipynb": NB})
    found = intake.discover([tmp_path, tmp_path / "anna.ipynb", tmp_path])
    assert [one.id for one in found] == ["anna", "bela"]


def test_a_path_that_does_not_exist_is_wrong_use(tmp_path):
    with pytest.raises(UsageFault, match="does not exist"):
        intake.discover([tmp_path / "nichts"])


def test_nothing_at_all_is_wrong_use(tmp_path):
    put(tmp_path, {".DS_Store": b"", "werte.csv": b""})
    with pytest.raises(UsageFault, match="No submission found"):
        intake.discover([tmp_path])


def test_an_empty_folder_of_a_person_is_for_a_human(tmp_path):
    put(tmp_path, {"bela.ipynb": NB})
    (tmp_path / "anna").mkdir()
    status, line = read_all(tmp_path)["anna"].problem
    assert status is Status.LOOK
    assert "kein Notebook und kein Dokument" in line.de


def test_links_are_never_followed(tmp_path):
    put(tmp_path, {"geheim/loesung.ipynb": ipynb("geheim"), "geheim/x.csv": b"geheim"})
    cohort = put(tmp_path / "abgaben", {"bela/nb.ipynb": NB})
    (cohort / "anna.ipynb").symlink_to(tmp_path / "geheim/loesung.ipynb")
    (cohort / "cem").symlink_to(tmp_path / "geheim")
    (cohort / "bela/x.csv").symlink_to(tmp_path / "geheim/x.csv")
    (cohort / "bela/mehr").symlink_to(tmp_path / "geheim")
    read = read_all(cohort)
    assert set(read) == {"anna", "bela", "cem"}
    assert all("Verknüpfung" in german(one) for one in read.values())
    assert read["bela"].files == {}
    assert read["bela"].documents == ("mehr", "x.csv")
    assert read["anna"].problem[0] is Status.UNREADABLE
    linked = tmp_path / "link.ipynb"
    linked.symlink_to(tmp_path / "geheim/loesung.ipynb")
    assert "Verknüpfung" in german(only(linked))


def test_a_link_to_itself_does_no_harm(tmp_path):
    put(tmp_path, {"anna/nb.ipynb": NB})
    (tmp_path / "anna/kreis").symlink_to(tmp_path)
    assert "Verknüpfung" in german(only(tmp_path))


def test_devices_and_pipes_are_not_opened(tmp_path):
    put(tmp_path, {"anna/nb.ipynb": NB})
    os.mkfifo(tmp_path / "anna/daten.csv")
    os.mkfifo(tmp_path / "pipe.ipynb")
    read = read_all(tmp_path)
    assert all("keine gewöhnliche Datei" in german(one) for one in read.values())
    assert len(read["anna"].notebooks) == 1


def test_a_file_without_permission_is_a_line_and_the_rest_goes_on(tmp_path, monkeypatch):
    put(tmp_path, {"anna.ipynb": NB, "bela.ipynb": NB})
    real = os.open

    def forbid(path, *args, **kwargs):
        if str(path).endswith("anna.ipynb"):
            raise PermissionError(13, "Permission denied")
        return real(path, *args, **kwargs)

    monkeypatch.setattr(os, "open", forbid)
    read = read_all(tmp_path)
    assert "Leserechte" in german(read["anna"])
    assert read["anna"].problem[0] is Status.UNREADABLE
    assert read["bela"].problem is None


def test_a_folder_without_permission_is_a_line_and_the_rest_goes_on(tmp_path, monkeypatch):
    put(tmp_path, {"anna/nb.ipynb": NB, "bela.ipynb": NB})
    real = os.scandir

    def forbid(path):
        if str(path).endswith("anna"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", forbid)
    read = read_all(tmp_path)
    assert "Leserechte" in german(read["anna"])
    assert read["bela"].problem is None


def test_a_huge_file_is_not_read_and_the_notebook_beside_it_is(tmp_path):
    put(tmp_path, {"anna/nb.ipynb": NB, "bela.ipynb": NB})
    for name in ("anna/a_daten.bin", "cem.ipynb"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(200 << 20)
    read = read_all(tmp_path)
    assert "größer als 1 MiB" in german(read["anna"])
    assert read["anna"].problem is None
    assert read["anna"].documents == ("a_daten.bin",)
    assert read["cem"].problem[0] is Status.UNREADABLE


def test_the_cap_on_bytes_holds_exactly_and_over_all_files(tmp_path):
    left = (SMALL.upload_mib << 20) - len(NB)
    put(
        tmp_path,
        {"anna/nb.ipynb": NB, "anna/a.bin": b"x" * 1000, "anna/b.bin": b"x" * (left - 1000)},
    )
    assert only(tmp_path).notes == ()
    put(tmp_path, {"anna/b.bin": b"x" * (left - 999)})
    submission = only(tmp_path)
    assert "b.bin" in german(submission)
    assert set(submission.files) == {"a.bin"}


def test_more_files_than_allowed_are_a_line(tmp_path, monkeypatch):
    monkeypatch.setattr("autograder.intake.entry.FILES", 5)
    put(tmp_path, {"anna/nb.ipynb": NB, **{f"anna/tief/{i}.csv": b"" for i in range(5)}})
    submission = only(tmp_path)
    assert "mehr als 5 Dateien" in german(submission)
    assert len(submission.notebooks) == 1


def test_a_link_file_is_not_fetched(tmp_path):
    put(tmp_path, {"anna/abgabe.url": b"[InternetShortcut]\nURL=file:///etc/passwd"})
    submission = only(tmp_path)
    assert "nur ein Link" in german(submission)
    assert submission.problem[0] is Status.UNREADABLE


def test_other_archives_are_not_opened_but_seen(tmp_path):
    put(tmp_path, {"anna/nb.ipynb": NB, "anna/rest.rar": b"Rar!", "anna/rest.tar.gz": b""})
    submission = only(tmp_path)
    assert german(submission).count("ZIP-Archiv") == 2
    assert submission.documents == ("rest.rar", "rest.tar.gz")


def test_a_broken_notebook_beside_a_good_one_is_seen_by_a_tutor(tmp_path):
    put(tmp_path, {"anna/gut.ipynb": NB, "anna/kaputt.ipynb": b"{"})
    submission = only(tmp_path)
    assert [one.name for one in submission.notebooks] == ["gut.ipynb"]
    assert submission.problem is None
    assert submission.documents == ("kaputt.ipynb",)
    assert "kein lesbares JSON" in german(submission)


def test_a_notebook_saved_as_text_by_the_browser_is_read(tmp_path):
    put(tmp_path, {"anna.ipynb.txt": NB, "bela.ipynb.json": NB})
    read = read_all(tmp_path)
    assert {name: len(one.notebooks) for name, one in read.items()} == {"anna": 1, "bela": 1}


def test_a_name_that_is_not_unicode_does_no_harm(tmp_path):
    put(tmp_path, {"cem.ipynb": NB})
    path = os.fsencode(tmp_path) + b"/a\xff\xfe.ipynb"
    with open(path, "wb") as file:
        file.write(NB)
    read = read_all(tmp_path)
    assert len(read) == 2
    assert all(one.problem is None for one in read.values())
    "".join(name for one in read.values() for name in one.students).encode("utf-8")


def test_a_folder_named_like_a_notebook_is_a_folder(tmp_path):
    put(tmp_path, {"anna.ipynb/nb.ipynb": NB, "b.ipynb": NB})
    assert set(read_all(tmp_path)) == {"anna.ipynb", "b"}


def test_wrapping_folders_are_left_out_of_paths(tmp_path):
    put(tmp_path, {"anna/Blatt 9/code/nb.ipynb": NB, "anna/Blatt 9/daten/x.csv": b"1"})
    submission = only(tmp_path)
    assert [one.name for one in submission.notebooks] == ["code/nb.ipynb"]
    assert set(submission.files) == {"daten/x.csv"}


def test_identical_copies_have_the_same_digest_whatever_their_names(tmp_path):
    put(tmp_path, {"anna.ipynb": NB, "bela.ipynb": NB, "cem.ipynb": OTHER, "dana/x/nb.ipynb": NB})
    read = read_all(tmp_path)
    assert read["anna"].digest == read["bela"].digest == read["dana"].digest
    assert read["anna"].digest != read["cem"].digest


def test_every_other_content_changes_the_digest(tmp_path):
    before = only(put(tmp_path / "a", {"x/nb.ipynb": NB, "x/d.csv": b"1"})).digest
    for number, files in enumerate(
        [{"x/d.csv": b"2"}, {"x/e.csv": b"1"}, {"x/d.csv": b"1", "x/s.pdf": b""}]
    ):
        assert only(put(tmp_path / f"b{number}", {"x/nb.ipynb": NB, **files})).digest != before


def test_the_command_line_takes_several_paths_of_different_kinds(tmp_path):
    put(
        tmp_path,
        {"a.ipynb": NB, "f/b.ipynb": NB, "f/c.ipynb": NB, "z.zip": zipped({"d.ipynb": NB})},
    )
    paths = [tmp_path / "a.ipynb", tmp_path / "f", tmp_path / "z.zip"]
    assert [one.id for one in intake.discover(paths)] == ["a", "b", "c", "z"]


def test_finding_reads_no_content(tmp_path, monkeypatch):
    put(tmp_path, {"anna.ipynb": as_json([]), "bela/nb.ipynb": NB})
    monkeypatch.setattr(os, "open", None)
    assert len(intake.discover([tmp_path])) == 2
