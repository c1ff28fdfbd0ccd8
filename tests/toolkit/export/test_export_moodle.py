"""What Moodle makes of the files: the right grade for the right person, or a reason."""

import csv
import io
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from export_people import NOBODY, SHEET, marks, of_moodle
from hypothesis import given
from hypothesis import strategies as st
from moodle_rules import distributed, imported

from autograder.errors import UsageFault
from autograder.export.moodle import moodle
from autograder.export.order import ExportOrder

DATA = Path(__file__).parents[2] / "data" / "moodle"
JM = of_moodle(2, "Jörg Müller-Lüdenscheidt")
AN = of_moodle(3, "Anna Nguyễn")
MG = of_moodle(1, "María José García_López")
SO = of_moodle(4, "Sean O'Neill")
UO = of_moodle(5, "Ümit Öztürk")
EVERYBODY = {"1", "2", "3", "4", "5"}
AFTER = {"2": (87.5, datetime(2026, 11, 21, 21, 53)), "3": (87.0, datetime(2026, 11, 21, 21, 53))}


def export(kind, people, **order):
    path = DATA / f"worksheet_{kind}.csv"
    return moodle(ExportOrder(SHEET, people, **order), path.read_bytes(), path.name)


def table(exported):
    return exported.files["moodle-blatt09.csv"]


def german(exported):
    return "\n".join(line.de for line in exported.lines)


@pytest.mark.parametrize("language", ["de", "en"])
def test_moodle_stores_the_total_in_both_languages(language):
    exported = export(f"plain_{language}_before", [marks(JM), marks(AN, 0, 0), marks(MG, 60, 40)])
    stored = imported(table(exported), language, EVERYBODY, 100)
    assert stored == {"2": 87.5, "3": 0.0, "1": 100.0}
    assert table(exported).startswith(b"\xef\xbb\xbf")
    assert b"\r" not in table(exported)


@pytest.mark.parametrize("language", ["de", "en"])
def test_grades_stored_before_are_replaced_without_ticking_anything(language):
    exported = export(f"plain_{language}_after", [marks(JM, 20, 20), marks(AN, 10, 0.25)])
    stored = imported(table(exported), language, EVERYBODY, 100, stored=AFTER)
    assert stored == {"2": 40.0, "3": 10.25}


def test_a_grade_that_somebody_changed_meanwhile_is_not_overwritten():
    exported = export("plain_de_after", [marks(JM, 20, 20)])
    later = {"2": (99.0, datetime(2026, 11, 22, 8, 0))}
    assert imported(table(exported), "de", EVERYBODY, 100, stored=later) == {"2": 99.0}


def test_an_open_part_leaves_the_cell_empty_and_is_named():
    exported = export("plain_de_before", [marks(JM), marks(AN, 50, None)])
    assert imported(table(exported), "de", EVERYBODY, 100) == {"2": 87.5}
    assert "Ohne Note, weil noch Teile offen sind (1): Anna Nguyễn." in german(exported)


def test_provisional_marks_leave_only_when_asked_and_say_so():
    exported = export("plain_de_before", [marks(AN, 50, None)], provisional=True)
    assert imported(table(exported), "de", EVERYBODY, 100) == {"3": 50.0}
    assert "VORLÄUFIG" in german(exported)


def test_others_rows_and_people_without_a_hand_in_stay_untouched():
    exported = export("plain_de_after", [marks(JM), marks(UO, NOBODY)])
    before = AFTER | {"5": (0.0, datetime(2026, 11, 21, 21, 53))}
    stored = imported(table(exported), "de", EVERYBODY, 100, before, ignore_modified=True)
    assert stored == {"2": 87.5, "3": 87.0, "5": 0.0}


def test_nothing_handed_in_becomes_0_on_request():
    for people in ([marks(JM), marks(UO, NOBODY)], [marks(JM)]):
        exported = export("plain_de_before", people, missing=0.0)
        stored = imported(table(exported), "de", EVERYBODY, 100)
        assert stored == {"2": 87.5, "5": 0.0}


def test_different_maxima_are_refused_unless_converted():
    path = DATA / "worksheet_plain_de_before.csv"
    content = path.read_text("utf-8-sig").replace("100,00", "20,00").encode()
    order = ExportOrder(SHEET, [marks(JM)])
    with pytest.raises(UsageFault, match="--scale"):
        moodle(order, content, "x.csv")
    exported = moodle(ExportOrder(SHEET, [marks(JM)], scale=True), content, "x.csv")
    assert imported(table(exported), "de", EVERYBODY, 20) == {"2": 17.5}


def test_whoever_was_remitted_a_part_gets_the_share_of_what_is_left():
    remitted = replace(marks(JM), parts={"1a": 45.0}, maximum=60.0)
    exported = export("plain_de_before", [remitted, marks(AN)])
    assert imported(table(exported), "de", EVERYBODY, 100) == {"2": 75.0, "3": 87.5}


def test_more_than_the_maximum_is_told_because_moodle_would_drop_it_silently():
    exported = export("plain_de_before", [marks(JM, 70, 40)])
    assert imported(table(exported), "de", EVERYBODY, 100) == {}
    assert "Erhöhen Sie dort das Maximum" in german(exported)


def test_comments_are_written_only_when_all_are_set():
    some = export("plain_de_before", [marks(JM, comment="Gut"), marks(AN)])
    assert "Feedback als Kommentar" not in table(some).decode()
    both = [marks(JM, comment="Gut <b>\n& schön"), marks(AN, comment="=1+1")]
    rows = list(csv.DictReader(io.StringIO(table(export("plain_de_before", both)).decode()[1:])))
    assert [row["Feedback als Kommentar"] for row in rows] == [
        "Gut &lt;b&gt;<br>&amp; schön",
        "&#61;1+1",
    ]


def test_only_what_changed_is_written_again():
    first = export("plain_de_before", [marks(JM), marks(AN)])
    second = export("plain_de_before", [marks(JM), marks(AN, 40, 40)], before=first.said)
    assert imported(table(second), "de", EVERYBODY, 100) == {"3": 80.0}
    assert len(table(second).splitlines()) == 2


def test_the_same_number_with_another_name_is_somebody_else():
    with pytest.raises(UsageFault, match="another assignment"):
        export("plain_de_before", [marks(of_moodle(2, "Probe Fremd"))])
    exported = export("plain_de_before", [marks(JM), marks(of_moodle(3, "Probe Fremd"))])
    assert imported(table(exported), "de", EVERYBODY, 100) == {"2": 87.5}
    assert "Nicht in der Tabelle und nicht übertragen (1)" in german(exported)


def test_a_name_that_is_a_formula_stays_text():
    path = DATA / "worksheet_plain_de_before.csv"
    content = path.read_text("utf-8-sig").replace("Anna Nguyễn", "=cmd|' /C calc'!A0").encode()
    exported = moodle(ExportOrder(SHEET, [marks(JM)]), content, "x.csv")
    assert b'\n"=cmd' not in table(exported)
    assert b"'=cmd" in table(exported)


def test_an_assignment_with_a_scale_is_refused():
    table_ = "ID,Bewertung,Skala,Zuletzt geändert (Bewertung)\nTeilnehmer/in2,,gut,-\n"
    with pytest.raises(UsageFault, match="scale"):
        moodle(ExportOrder(SHEET, [marks(JM)]), table_.encode(), "x.csv")


def test_each_person_gets_their_own_feedback_file():
    people = [marks(JM), marks(MG), marks(SO, 50, None)]
    pages = {one.person.id: one.person.name.encode() for one in people}
    exported = export("plain_de_before", people, feedback=pages)
    content = exported.files["moodle-blatt09-feedback.zip"]
    assert distributed(content, EVERYBODY) == {n: ["feedback_blatt09.html"] for n in "124"}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            assert archive.read(name).decode().split()[0] == name.split()[0]


@pytest.mark.parametrize("kind", ["blind_de_before", "blind_en_before"])
def test_blind_marking_uses_the_numbers_alone(kind):
    people = [marks(of_moodle(n, "")) for n in (7, 8)]
    exported = export(kind, people, feedback={"p-7": b"sieben", "p-8": b"acht"})
    numbers = {str(n) for n in range(6, 11)}
    assert imported(table(exported), kind[6:8], numbers, 100) == {"7": 87.5, "8": 87.5}
    given_out = distributed(exported.files["moodle-blatt09-feedback.zip"], numbers)
    assert set(given_out) == {"7", "8"}


def test_a_group_gets_one_file_and_each_member_the_grade():
    group = {"group": "Gruppe_A 1", "moodle-group": "1"}
    people = [
        marks(of_moodle(14, "Jörg Müller-Lüdenscheidt", **group)),
        marks(of_moodle(13, "Anna Nguyễn", **group)),
        marks(of_moodle(11, "Sean O'Neill", group="Standard-Gruppe")),
    ]
    pages = dict.fromkeys(("p-14", "p-13", "p-11"), b"gleich")
    exported = export("team_de_before", people, feedback=pages)
    numbers = {str(n) for n in range(11, 16)}
    assert imported(table(exported), "de", numbers, 100) == {"14": 87.5, "13": 87.5, "11": 87.5}
    content = exported.files["moodle-blatt09-feedback.zip"]
    assert distributed(content, {"1", "2"}) == {"1": ["feedback_blatt09.html"]}
    assert "Moodle ab 4.2" in german(exported)
    assert "keine Gruppennummer kennt: Sean O'Neill" in german(exported)


def test_no_member_of_a_group_gets_somebody_elses_page():
    group = {"group": "Gruppe_A 1", "moodle-group": "1"}
    people = [
        marks(of_moodle(14, "Jörg Müller-Lüdenscheidt", **group)),
        marks(of_moodle(13, "Anna Nguyễn", **group)),
    ]
    exported = export("team_de_before", people, feedback={"p-14": b"eins", "p-13": b"zwei"})
    assert "moodle-blatt09-feedback.zip" not in exported.files
    assert "unter den Mitgliedern unterscheidet" in german(exported)


@given(
    st.floats(0, 60, allow_nan=False),
    st.floats(0, 40, allow_nan=False),
    st.sampled_from(["de", "en"]),
)
def test_any_total_arrives_as_it_is(first, second, language):
    exported = export(f"plain_{language}_before", [marks(JM, first, second)])
    (stored,) = imported(table(exported), language, EVERYBODY, 100).values()
    assert stored == pytest.approx(first + second, abs=1e-5)
