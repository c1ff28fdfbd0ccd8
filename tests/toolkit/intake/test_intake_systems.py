"""Archives of learning management systems are recognised by what is in them."""

import shutil
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from intake_files import SMALL, ipynb, put, zipped

from autograder import intake
from autograder.errors import UsageFault
from autograder.intake import survey
from autograder.lms.worksheet import read_worksheet

DATA = Path(__file__).parents[2] / "data"
MOODLE = DATA / "moodle"
NB = ipynb("x = 1")
AT = datetime(2026, 11, 21, 20, 52, tzinfo=UTC)


def worksheet(kind):
    path = MOODLE / f"worksheet_{kind}_before.csv"
    return read_worksheet(path.read_bytes(), path.name)


def written(tmp_path, members):
    path = tmp_path / "export.zip"
    path.write_bytes(zipped(members))
    return path


def german(cohort):
    return "\n".join(line.de for line in cohort.left_out)


@pytest.mark.parametrize("form", ["folders", "flat"])
def test_moodles_archive_gives_one_submission_per_person(form):
    cohort = survey([MOODLE / f"allsubmissions_plain_{form}.zip"])
    assert cohort.systems == ("Moodle",)
    assert [(one.id, one.students) for one in cohort.found] == [
        ("Anna-Nguyen-3", ("Anna Nguyễn",)),
        ("Joerg-Mueller-Luedenscheidt-2", ("Jörg Müller-Lüdenscheidt",)),
        ("Maria-Jose-Garcia-Lopez-1", ("María José García López",)),
        ("Sean-ONeill-4", ("Sean ONeill",)),
    ]
    (jmueller,) = cohort.found[1].people
    assert jmueller.keys["moodle"] == "2"


def test_what_was_handed_in_is_read_without_the_folder_of_the_lms():
    (anna, *_) = survey([MOODLE / "allsubmissions_plain_folders.zip"]).found
    submission = intake.open(anna, SMALL)
    assert [one.name for one in submission.notebooks] == ["Übung 1_final v2.ipynb"]
    assert set(submission.files) == {"daten/werte_1.csv", "onlinetext.html"}
    assert submission.documents == ("onlinetext.html",)


def test_without_a_worksheet_the_time_is_that_of_the_handed_in_file():
    for form in ("folders", "flat"):  # the online text carries the time of the download
        for one in survey([MOODLE / f"allsubmissions_plain_{form}.zip"]).found:
            assert one.handed_in.source == "archive"
            assert one.handed_in.at.replace(second=0) == AT


def test_the_worksheet_gives_names_times_and_who_handed_in_nothing():
    cohort = survey([MOODLE / "allsubmissions_plain_folders.zip"], worksheet=worksheet("plain_de"))
    assert cohort.found[3].students == ("Sean O'Neill",)
    assert cohort.found[3].people[0].email == "soneill@uni.example"
    assert (cohort.found[3].handed_in.at, cohort.found[3].handed_in.source) == (AT, "worksheet")
    assert [one.name for one in cohort.absent] == ["Ümit Öztürk"]


@pytest.mark.parametrize(("form", "language"), [("folders", "de"), ("flat", "en")])
def test_blind_marking_gives_the_same_ids_in_both_languages(form, language):
    zip_path = MOODLE / f"allsubmissions_blind_{form}.zip"
    sheet = worksheet(f"blind_{language}")
    for cohort in (survey([zip_path]), survey([zip_path], worksheet=sheet)):
        assert [one.id for one in cohort.found] == [f"teilnehmer-{n}" for n in (10, 7, 8, 9)]
        assert cohort.found[0].students == ("Teilnehmer/in 10",)


@pytest.mark.parametrize(("form", "language"), [("folders", "de"), ("flat", "en")])
def test_a_group_is_one_submission_of_all_its_members(form, language):
    cohort = survey(
        [MOODLE / f"allsubmissions_team_{form}.zip"], worksheet=worksheet(f"team_{language}")
    )
    assert [(one.id, one.students) for one in cohort.found] == [
        ("Gruppe-A-1-1", ("Jörg Müller-Lüdenscheidt", "Anna Nguyễn")),
        ("Gruppe-B-2", ("María José García_López",)),
        ("ohne-gruppe", ("Sean O'Neill", "Ümit Öztürk")),
    ]
    assert {one.keys["moodle-group"] for one in cohort.found[0].people} == {"1"}


@pytest.mark.parametrize("word", ["Entwurf (nicht abgegeben)", "Draft (not submitted)"])
def test_a_draft_is_graded_and_named(word):
    path = MOODLE / "worksheet_plain_de_before.csv"
    content = path.read_bytes().replace(b"Zur Bewertung abgegeben", word.encode(), 1)
    drafts = read_worksheet(content, path.name)
    (of,) = [row.name for row in drafts.rows if row.draft]
    cohort = survey([MOODLE / "allsubmissions_plain_folders.zip"], worksheet=drafts)
    assert len(cohort.found) == 4
    assert f"entscheiden Sie: {of}." in german(cohort)


def test_a_group_with_an_ampersand_is_its_members():
    cohort = survey([MOODLE / "allsubmissions_ampersand.zip"], worksheet=worksheet("ampersand_de"))
    (found,) = cohort.found
    assert found.students == ("Ålma O'Probe", "Bert O'Probe")
    assert {(one.group, one.keys["moodle-group"]) for one in found.people} == {
        ("Gruppe_A & B", "25")
    }


def test_an_unpacked_and_wrapped_archive_is_recognised_too(tmp_path):
    with zipfile.ZipFile(MOODLE / "allsubmissions_plain_folders.zip") as archive:
        archive.extractall(tmp_path / "kurs" / "abgaben")
    cohort = survey([tmp_path / "kurs"])
    assert cohort.systems == ("Moodle",)
    assert len(cohort.found) == 4
    assert cohort.found[0].handed_in.at is None  # a copied file says nothing about the hand-in
    (anna, *_) = cohort.found
    assert [one.name for one in intake.open(anna, SMALL).notebooks] == ["Übung 1_final v2.ipynb"]


def test_old_moodle_folders_end_in_an_underscore(tmp_path):
    cohort = survey([written(tmp_path, {"Anna Muster_7_assignsubmission_file_/a.ipynb": NB})])
    assert [one.id for one in cohort.found] == ["Anna-Muster-7"]


def test_the_archive_of_a_single_person_with_several_notebooks_is_recognised(tmp_path):
    members = {f"Anna Muster_7_assignsubmission_file/{name}.ipynb": NB for name in "ab"}
    (found,) = survey([written(tmp_path, members)]).found
    assert (found.id, len(found.sources)) == ("Anna-Muster-7", 2)


def test_old_moodles_copies_for_each_member_of_a_group_are_theirs(tmp_path):
    names = ("Gruppe A 1-Anna Nguyễn_13", "Gruppe A 1-Jörg Müller-Lüdenscheidt_14")
    members = {f"{name}_assignsubmission_file_/a.ipynb": NB for name in names}
    cohort = survey([written(tmp_path, members)], worksheet=worksheet("team_de"))
    assert [one.students for one in cohort.found] == [
        ("Anna Nguyễn",),
        ("Jörg Müller-Lüdenscheidt",),
    ]
    assert {one.people[0].group for one in cohort.found} == {"Gruppe_A 1"}


def test_what_is_not_named_like_a_submission_is_listed_with_the_reason(tmp_path):
    names = [f"Probe {n}_{n}_assignsubmission_file/a.ipynb" for n in range(1, 4)]
    cohort = survey([written(tmp_path, dict.fromkeys([*names, "Zettel.pdf"], NB))])
    assert len(cohort.found) == 3
    assert "„Zettel.pdf“ ist nicht wie eine Abgabe aus Moodle benannt" in german(cohort)


def test_one_file_named_like_moodle_changes_nothing_for_the_others(tmp_path):
    put(
        tmp_path,
        {"anna.ipynb": NB, "bela.ipynb": NB, "x_1_assignsubmission_file_y.ipynb": NB},
    )
    cohort = survey([tmp_path])
    assert cohort.systems == ()
    assert len(cohort.found) == 3


def test_a_path_that_climbs_out_of_a_flat_archive_is_refused_for_its_owner_only(tmp_path):
    members = {"A_1_assignsubmission_file_..": NB, "A_1_assignsubmission_file_ok.ipynb": NB}
    (found,) = survey([written(tmp_path, members)]).found
    submission = intake.open(found, SMALL)
    assert [one.name for one in submission.notebooks] == ["ok.ipynb"]
    assert "führt aus der Abgabe hinaus" in submission.notes[0].de


def of_anna(path, source, hour=8, number=7):
    """Moodle's archive with one person."""
    name = f"Anna_{number}_assignsubmission_file/a.ipynb"
    info = zipfile.ZipInfo(name, (2026, 11, 21, hour, 0, 0))
    path.write_bytes(zipped({info: ipynb(source)}))
    return path


def test_of_two_archives_that_differ_about_a_person_neither_is_graded(tmp_path):
    moodle = of_anna(tmp_path / "moodle.zip", "x = 'Anna'")
    forged = of_anna(tmp_path / "forged.zip", "x = 'nothing'", hour=20)
    for paths in ([moodle, forged], [forged, moodle]):
        (found,) = survey(paths).found
        submission = intake.open(found, SMALL)
        assert submission.notebooks == ()
        why = submission.problem[1].de
        assert "bewertet wurde nichts davon" in why
        assert "moodle.zip" in why


def test_of_two_archives_that_agree_about_a_person_one_is_graded(tmp_path):
    twice = [of_anna(tmp_path / name, "x = 1", hour) for name, hour in (("a.zip", 8), ("b.zip", 9))]
    (found,) = survey(twice).found
    assert intake.open(found, SMALL).notebooks[0].cells[0].source == "x = 1"


def test_archives_of_two_groups_are_read_together(tmp_path):
    groups = [of_anna(tmp_path / f"{n}.zip", "x = 1", number=n) for n in (7, 8)]
    assert [one.id for one in survey(groups).found] == ["Anna-7", "Anna-8"]


def test_a_zip_packed_like_an_lms_says_nothing_among_other_paths(tmp_path):
    forged = of_anna(tmp_path / "bela.zip", "x = 1")
    (tmp_path / "cem.ipynb").write_bytes(NB)
    for paths in ([forged, tmp_path / "cem.ipynb"], [tmp_path / "cem.ipynb", forged]):
        with pytest.raises(UsageFault, match=r"bela\.zip \(Moodle\).*Grade it alone"):
            survey(paths)


def test_archives_of_two_systems_are_not_mixed(tmp_path):
    canvas = written(tmp_path, {"anna_1_2_a.ipynb": NB, "bela_3_4_a.ipynb": NB})
    with pytest.raises(UsageFault, match=r"Canvas.*alone"):
        survey([canvas, of_anna(tmp_path / "moodle.zip", "x = 1")])


def test_in_a_folder_a_zip_packed_like_an_lms_is_one_persons_work(tmp_path):
    of_anna(tmp_path / "bela.zip", "x = 1")
    (tmp_path / "cem.ipynb").write_bytes(NB)
    assert [one.id for one in survey([tmp_path]).found] == ["bela", "cem"]


def test_the_worksheet_of_another_assignment_is_refused():
    other = worksheet("team_de")
    with pytest.raises(UsageFault, match="another assignment"):
        survey([MOODLE / "allsubmissions_plain_folders.zip"], worksheet=other)


def test_somebody_missing_in_the_worksheet_is_graded_and_named(tmp_path):
    content = (MOODLE / "worksheet_plain_de_before.csv").read_text("utf-8-sig")
    shorter = "\n".join(line for line in content.splitlines() if "Nguy" not in line)
    sheet = read_worksheet(shorter.encode(), "kurz.csv")
    cohort = survey([MOODLE / "allsubmissions_plain_folders.zip"], worksheet=sheet)
    assert len(cohort.found) == 4
    assert "„Anna-Nguyen-3“ wird bewertet, steht aber nicht" in german(cohort)


def test_a_folder_named_by_e_mail_is_that_person(tmp_path):
    put(tmp_path, {"anguyen@uni.example/a.ipynb": NB, "unbekannt/a.ipynb": NB})
    cohort = survey([tmp_path], worksheet=worksheet("plain_de"))
    assert {one.id: one.students for one in cohort.found} == {
        "anguyen-uni.example": ("Anna Nguyễn",),
        "unbekannt": ("unbekannt",),
    }
    assert "„unbekannt“ wird bewertet" in german(cohort)


def test_canvas_files_are_put_together_by_user(tmp_path):
    members = {
        "müllerjörg_101_5001_blatt_9_1.ipynb": NB,
        "müllerjörg_101_5002_werte.csv": b"1",
        "muster_anna_LATE_102_5003_blatt-1.ipynb": NB,
        "probe_103_text.html": b"<p>hi",
    }
    cohort = survey([written(tmp_path, members)])
    assert cohort.systems == ("Canvas",)
    assert [(one.id, len(one.sources)) for one in cohort.found] == [
        ("muster_anna-102", 1),
        ("muellerjoerg-101", 2),
        ("probe-103", 1),
    ]
    assert "verspätet: muster_anna" in german(cohort)
    names = [source.name for one in cohort.found for source in one.sources]
    assert "blatt_9_1.ipynb" in names


def test_students_who_number_their_files_are_not_taken_for_canvas(tmp_path):
    put(tmp_path, {f"{name}_9_1_loesung.ipynb": NB for name in ("anna", "bela", "cem")})
    cohort = survey([tmp_path])
    assert cohort.systems == ()
    assert len(cohort.found) == 3


def test_gradescope_gives_several_people_and_the_time(tmp_path):
    root = tmp_path / "assignment_1_export"
    put(root, {f"submission_{n}/a.ipynb": NB for n in (409194023, 500000001, 600000002)})
    shutil.copy(DATA / "gradescope" / "submission_metadata.yml", root)
    cohort = survey([root])
    assert cohort.systems == ("Gradescope",)
    first, pair, bare = cohort.found
    assert first.students == ("First Last",)
    assert first.handed_in.at == datetime(2026, 4, 26, 17, 34, 0, 861687, tzinfo=UTC)
    assert [one.keys["number"] for one in pair.people] == ["111", "222"]
    assert bare.people[0].keys["number"] == "333"
    assert "„submission_700000003“: nichts abgegeben." in german(cohort)


@pytest.mark.parametrize("bad", [b"[" * 200_000, b"a: !!python/object:os.system x", b"\x00\xff"])
def test_hostile_metadata_costs_the_names_and_nothing_else(tmp_path, bad):
    put(tmp_path, {"submission_1/a.ipynb": NB, "submission_metadata.yml": bad})
    cohort = survey([tmp_path])
    assert [one.id for one in cohort.found] == ["submission_1"]


def test_what_a_program_printed_is_not_read_as_metadata(tmp_path):
    metadata = (
        b"submission_1:\n  :results:\n    output: |-\n      [[[[\n  submitters\n"
        b"  :submitters:\n  - :name: Anna Muster\n"
    )
    put(tmp_path, {"submission_1/a.ipynb": NB, "submission_metadata.yml": metadata})
    assert survey([tmp_path]).found[0].students == ("Anna Muster",)


def test_ilias_folders_end_in_the_user_id(tmp_path):
    inside = "Blatt_9/Abgaben"
    members = {f"{inside}/{name}/a.ipynb": NB for name in ("Muster_Anna_amuster_4711", "x")}
    members[f"{inside}/von_der_Probe_Bela_bprobe_4712/a.ipynb"] = NB
    cohort = survey([written(tmp_path, members)])
    assert cohort.systems == ("ILIAS",)
    assert [(one.students, one.people[0].keys["ilias"]) for one in cohort.found] == [
        (("Muster Anna",), "4711"),
        (("von der Probe Bela",), "4712"),
    ]
    assert "„x“ ist nicht wie eine Abgabe aus ILIAS benannt" in german(cohort)


def test_folders_that_students_numbered_are_not_taken_for_ilias(tmp_path):
    names = ("Blatt_9_anna_101", "Blatt_9_bela_102", "muster_cem_blatt_9", "muster_dana_blatt_8")
    put(tmp_path, {f"{name}/a.ipynb": NB for name in names})
    cohort = survey([tmp_path])
    assert (cohort.systems, len(cohort.found)) == ((), 4)


def test_openolat_counts_the_latest_revision(tmp_path):
    members = {
        "kurs/Muster_Anna_amuster/1_task/aufgabe.pdf": b"",
        "kurs/Muster_Anna_amuster/2_submissions/a.ipynb": ipynb("x = 1"),
        "kurs/Muster_Anna_amuster/4_revisions_1/a.ipynb": ipynb("x = 2"),
        "kurs/Muster_Anna_amuster/4_revisions_2/a.ipynb": ipynb("x = 3"),
        "kurs/Probe_Bela_bprobe/1_task/aufgabe.pdf": b"",
    }
    cohort = survey([written(tmp_path, members)])
    assert cohort.systems == ("OpenOlat",)
    (anna,) = cohort.found
    assert intake.open(anna, SMALL).notebooks[0].cells[0].source == "x = 3"
    assert (anna.people[0].keys["openolat"], anna.handed_in.attempt) == ("amuster", 3)
    assert "„Probe_Bela_bprobe“: nichts abgegeben." in german(cohort)


def test_of_several_exports_of_otter_the_latest_counts(tmp_path):
    def export(source):
        return zipped({"blatt09.ipynb": ipynb(source), "__zip_filename__": b"x"})

    put(
        tmp_path,
        {
            "anna/blatt09_2026_11_20T08_00_00_1.zip": export("x = 1"),
            "anna/blatt09_2026_11_21T08_00_00_1.zip": export("x = 2"),
            "bela/a.ipynb": NB,
        },
    )
    anna = survey([tmp_path]).found[0]
    submission = intake.open(anna, SMALL)
    assert [one.cells[0].source for one in submission.notebooks] == ["x = 2"]
    assert "früherer Export" in submission.notes[0].de
