"""Marks handed to Canvas, Gradescope, ILIAS, OpenOlat and spreadsheets."""

import csv
import io
import json
import zipfile
from datetime import UTC, datetime

import pytest
from export_people import NOBODY, SHEET, marks
from openpyxl import load_workbook

from autograder.errors import UsageFault
from autograder.export.canvas import canvas
from autograder.export.exporters import ALONE, WITH_TABLE
from autograder.export.order import ExportOrder
from autograder.i18n import Text
from autograder.records.people import Adjustment, HandIn, Person

ANNA = Person("anna", "Anna Muster", "anna@uni.example", keys={"canvas": "101", "number": "007"})
BELA = Person("bela", "=1+1", keys={"canvas": "102"})
GRADEBOOK = (
    b"Student,ID,SIS User ID,SIS Login ID,Section,Blatt 9 (55),Blatt 10 (56)\n"
    b"    Points Possible,,,,,100,50\n"
    b'"Muster, Anna",101,,,G1,,3\n'
    b"=1+1,102,,,G1,12,\n"
    b"Fremd,103,,,G2,7,\n"
)


def german(exported):
    return "\n".join(line.de for line in exported.lines)


def unzipped(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_canvas_gets_only_the_rows_that_have_a_grade():
    order = ExportOrder(SHEET, [marks(ANNA), marks(BELA, None)])
    exported = canvas(order, GRADEBOOK, "g.csv")
    rows = list(csv.reader(io.StringIO(exported.files["canvas-blatt09.csv"].decode("utf-8-sig"))))
    assert (
        rows
        == [
            ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Blatt 9 (55)"],
            ["    Points Possible", "", "", "", "", "100"],
            ["Muster, Anna", "101", "", "", "G1", "87.5"],
        ]
        or rows[1][0].strip() == "Points Possible"
    )
    assert "Teile offen" in german(exported)


def test_canvas_wants_one_clear_column_and_equal_maxima():
    order = ExportOrder(SHEET, [marks(ANNA)])
    with pytest.raises(UsageFault, match="--assignment"):
        canvas(order, GRADEBOOK.replace(b"Blatt 9 (55)", b"Woche 3 (55)"), "g.csv")
    with pytest.raises(UsageFault, match="--scale"):
        canvas(ExportOrder(SHEET, [marks(ANNA)], assignment="56"), GRADEBOOK, "g.csv")
    with pytest.raises(UsageFault, match="no gradebook"):
        canvas(order, b"a,b\n", "g.csv")
    half = ExportOrder(SHEET, [marks(ANNA)], assignment="56", scale=True)
    assert b"43.75" in canvas(half, GRADEBOOK, "g.csv").files["canvas-blatt09.csv"]


def test_ilias_and_openolat_get_folders_named_as_they_named_them():
    person = Person(
        "a", "Muster Anna", keys={"ilias-folder": "Muster_Anna_am_47", "openolat": "am"}
    )
    hostile = Person("b", "x", keys={"ilias-folder": "../x", "openolat": ".."})
    order = ExportOrder(SHEET, [marks(person), marks(hostile)], feedback={"a": b"A", "b": b"B"})
    ilias = ALONE["ilias"](order, b"", "")
    assert unzipped(ilias.files["multi_feedback_blatt09.zip"]) == {
        "multi_feedback_blatt09/Muster_Anna_am_47/feedback_blatt09.html": b"A"
    }
    openolat = ALONE["openolat"](order, b"", "")
    assert unzipped(openolat.files["openolat-blatt09-feedback.zip"]) == {
        "am/feedback_blatt09.html": b"A"
    }
    assert openolat.files["openolat-blatt09.txt"] == b"am\t87.5\n"
    assert "Nicht in der Tabelle und nicht übertragen (1)" in german(openolat)


@pytest.mark.parametrize("system", ["ilias", "openolat"])
def test_whoever_came_from_elsewhere_is_not_packed_into_an_empty_zip(system):
    with pytest.raises(UsageFault, match="--to feedback"):
        ALONE[system](ExportOrder(SHEET, [marks(ANNA)]), b"", "")


def test_without_an_lms_everybody_has_a_folder_of_feedback():
    people = [Person("müller-1"), Person("../x"), Person("./x"), Person("..")]
    order = ExportOrder(SHEET, list(map(marks, people)), {one.id: b"%PDF" for one in people})
    names = list(unzipped(ALONE["feedback"](order, b"", "").files["feedback-blatt09.zip"]))
    assert len(set(names)) == len(people)
    assert names[0] == "müller-1/feedback_blatt09.pdf"
    assert not any(part.strip(".") == "" for name in names for part in name.split("/"))
    with pytest.raises(UsageFault, match="release"):
        ALONE["feedback"](ExportOrder(SHEET, [marks(ANNA)]), b"", "")


def test_gradescope_gets_its_own_form_per_submission():
    late = Adjustment(Text("verspätet", "late"), -2.5)
    person = Person("a", keys={"gradescope": "409"})
    order = ExportOrder(SHEET, [marks(person, adjustments=(late,)), marks(ANNA)])
    exported = ALONE["gradescope"](order, b"", "")
    (content,) = unzipped(exported.files["gradescope-blatt09.zip"]).values()
    results = json.loads(content)
    assert results["score"] == 85
    assert [(one["score"], one["max_score"]) for one in results["tests"]] == [(50, 60), (37.5, 40)]
    assert results["output"] == "verspätet: -2.5"


def test_the_csv_has_a_row_for_everybody_and_no_formula():
    people = [marks(BELA, comment="@x"), marks(ANNA, None), marks(Person("c", "Cem"), NOBODY)]
    exported = ALONE["csv"](ExportOrder(SHEET, people), b"", "")
    content = exported.files["blatt09-marks.csv"].decode("utf-8-sig")
    bela, anna, cem = csv.DictReader(io.StringIO(content))
    assert (bela["name"], bela["comment"], bela["total"]) == ("'=1+1", "'@x", "87.5")
    assert (anna["total"], anna["1a"], anna["1b"]) == ("", "", "37.5")
    assert (cem["status"], cem["total"]) == ("keine Abgabe", "")


def test_in_the_workbook_text_is_text_and_numbers_are_numbers():
    at = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
    group = Person("g", "=HYPERLINK(1)", group="3-4", keys={"number": "0012"})
    people = [marks(group, handed_in=HandIn(at, "archive")), marks(BELA, None)]
    exported = ALONE["xlsx"](ExportOrder(SHEET, people), b"", "")
    page = load_workbook(io.BytesIO(exported.files["blatt09-marks.xlsx"])).active
    header = [cell.value for cell in page[1]]
    row = dict(zip(header, page[2], strict=True))
    for name, value in (("name", "=HYPERLINK(1)"), ("group", "3-4"), ("number", "0012")):
        assert (row[name].value, row[name].data_type) == (value, "s")
    assert row["total"].value == 87.5
    assert row["handed_in"].value == at.astimezone().replace(tzinfo=None)
    assert {name: cell.value for name, cell in zip(header, page[3], strict=True)}["total"] is None


def test_every_door_takes_a_cohort_without_anybody():
    for name, exporter in ALONE.items():
        assert exporter(ExportOrder(SHEET, []), b"", "").files, name
    assert set(WITH_TABLE) == {"moodle", "canvas"}
