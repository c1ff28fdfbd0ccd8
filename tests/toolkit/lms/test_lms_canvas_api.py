"""Canvas by its API: fetched like its zip, written once, read back, the token kept at home."""

import io
import zipfile
from datetime import UTC, datetime

import msgspec
import pytest
from canvas_site import ASSIGNMENT, COURSE, PEOPLE, TOKEN, Site

from autograder.course.sheet import Sheet
from autograder.errors import UsageFault
from autograder.export.order import ExportOrder
from autograder.export.push import plan, push
from autograder.export.push_canvas import CanvasGradebook
from autograder.intake import survey
from autograder.lms.canvas.assignment import Assignment
from autograder.lms.canvas.fetch import fetch
from autograder.lms.canvas.rest import CanvasFault, Rest, site_course_assignment
from autograder.lms.canvas.switches import switches
from autograder.records.model import Status
from autograder.records.people import Person, PersonMarks

SHEET = msgspec.convert(
    {
        **{"schema": 1, "id": "blatt09", "version": "1", "points": 24},
        "title": {"de": "Blatt 9", "en": "Sheet 9"},
        "exercises": [{"id": "1", "title": {"de": "Eins", "en": "One"}, "points": 24}],
        "tasks": [{"id": "1a", "points": 24, "kind": "auto", "title": {"de": "a", "en": "a"}}],
    },
    Sheet,
)


def marks(user, name, points, comment="", **keys):
    person = Person(f"p-{user}", name, keys={"canvas": str(user)} | keys)
    return PersonMarks(person, "s", Status.DONE, {"1a": points}, 24.0, comment=comment)


ANNA, SEAN = marks(11, "Anna Müller", 20.5), marks(12, "Sean O'Probe", 7)


def assignment_of(site, sleeps=None):
    rest = Rest(site.address, TOKEN, (sleeps if sleeps is not None else []).append)
    return Assignment(rest, COURSE, ASSIGNMENT)


def both(site, order, overwrite=False):
    made = plan(order, book := CanvasGradebook(assignment_of(site)), overwrite)
    return made, push(made.changes, order, book)


def german(lines):
    return "\n".join(line.de for line in lines)


def fetched(site, tmp_path, mib=1):
    path = tmp_path / "canvas.zip"
    with path.open("wb") as target:
        got = fetch(assignment_of(site), target, mib)
    return got, survey([path], worksheet=got.roster)


def test_what_is_fetched_is_read_like_canvass_own_archive(tmp_path):
    with Site(b'{"cells": []}') as site:
        _, cohort = fetched(site, tmp_path)
    assert [(one.id, one.students) for one in cohort.found] == [
        ("muelleranna-11", ("Anna Müller",)),
        ("oprobesean-12", ("Sean O'Probe",)),
    ]
    handed_in = cohort.found[0].handed_in
    assert (handed_in.at, handed_in.source) == (
        datetime(2026, 11, 21, 20, 52, 5, tzinfo=UTC),
        "metadata",
    )
    assert cohort.found[0].people[0].email == "11@uni.example"
    assert [one.name for one in cohort.absent] == ["Bela Muster"]
    assert cohort.systems == ("Canvas",)


def test_the_same_person_from_the_zip_and_from_the_api_is_one(tmp_path):
    with Site() as site:
        _, cohort = fetched(site, tmp_path)
        with zipfile.ZipFile(tmp_path / "canvas.zip") as archive:
            assert archive.namelist()[0] == "mülleranna_11_111_Übung_ 1.ipynb"
        by_zip = survey([tmp_path / "canvas.zip"])
    assert [one.id for one in by_zip.found] == [one.id for one in cohort.found]
    keys = [one.people[0].keys["canvas"] for one in by_zip.found]
    assert keys == [one.people[0].keys["canvas"] for one in cohort.found]


def test_a_groups_submission_is_fetched_once_for_all_members(tmp_path):
    with Site(group_category_id=3) as site:
        site.together(11, 12)
        _, cohort = fetched(site, tmp_path)
        downloads = [one for one in site.calls if one.startswith("GET /files")]
    (team,) = cohort.found
    assert (len(team.people), len(downloads), len(cohort.absent)) == (2, 1, 1)
    assert {one.group for one in team.people} == {"Gruppe A"}


def test_online_text_and_links_are_fetched_too(tmp_path):
    with Site() as site:
        site.submissions[11] |= {"submission_type": "online_text_entry", "body": "<p>3</p>"}
        site.submissions[12] |= {"submission_type": "online_url", "url": 'https://x/"<b>'}
        fetched(site, tmp_path)
    with zipfile.ZipFile(tmp_path / "canvas.zip") as archive:
        assert archive.read("mülleranna_11_text.html") == b"<p>3</p>"
        assert archive.read("oprobesean_12_link.html") == b"<p>https://x/&quot;&lt;b&gt;</p>"


def test_a_file_over_the_limit_is_left_out_and_named(tmp_path):
    with Site(b"x" * 2_000_000) as site, (tmp_path / "c.zip").open("wb") as target:
        got = fetch(assignment_of(site), target, 1)
    assert got.left_out == ("Übung: 1.ipynb",) * 2


def test_a_file_that_is_longer_than_announced_is_cut_off(tmp_path):
    with Site(b"x" * 2_000_000) as site:
        site.shown = lambda one, shown=site.shown: msgspec.json.decode(
            msgspec.json.encode(shown(one)).replace(b'"size":2000000', b'"size":1')
        )
        with pytest.raises(CanvasFault, match="larger than 1048576 bytes"):
            fetch(assignment_of(site), io.BytesIO(), 1)


def test_the_token_stays_at_home():
    with Site() as site:
        _, pushed = both(site, ExportOrder(SHEET, [ANNA], feedback={"p-11": b"<p>eins"}))
        fetch(assignment_of(site), io.BytesIO(), 1)
        assert (pushed.written, len(site.uploads)) == (1, 1)
        assert site.tokens_elsewhere == []
        for elsewhere in ("http://files.uni.example/x", "file:///etc/passwd"):
            site.elsewhere = elsewhere
            with pytest.raises(CanvasFault, match="unencrypted"):
                fetch(assignment_of(site), io.BytesIO(), 1)
        site.elsewhere = f"{site.address}/files/1"
        with pytest.raises(CanvasFault, match="one address to the next"):
            fetch(assignment_of(site), io.BytesIO(), 1)


def test_a_page_of_another_host_is_not_asked():
    with Site() as site:
        page = site.page
        site.page = lambda *given: (
            *(200, {"Link": f'<{site.files.address}/x>; rel="next"'}),
            page(*given)[2],
        )
        with pytest.raises(CanvasFault, match="none of this site's"):
            assignment_of(site).students()
    assert site.tokens_elsewhere == []


@pytest.mark.parametrize(
    "busy",
    [
        (403, {}, b"403 Forbidden (Rate Limit Exceeded)"),
        (403, {"X-Rate-Limit-Remaining": "0.0"}, b"{}"),
        (429, {"Retry-After": "7"}, b"{}"),
    ],
)
def test_throttling_is_waited_out(busy):
    sleeps = []
    with Site() as site:
        site.throttled, site.busy = 3, busy
        assert len(assignment_of(site, sleeps).students()) == len(PEOPLE)
    assert sleeps == ([7.0] * 3 if busy[0] == 429 else [1.0, 2.0, 4.0])


def test_endless_throttling_ends_and_a_low_quota_is_spared():
    sleeps = []
    with Site() as site:
        site.throttled, site.busy = 99, (429, {"Retry-After": "86400"}, b"")
        with pytest.raises(CanvasFault, match="429"):
            assignment_of(site, sleeps)
        assert max(sleeps) == 60
        site.throttled, site.remaining = 0, "12.5"
        sleeps.clear()
        assignment_of(site, sleeps)
    assert sleeps == [1.0]


def test_a_plain_refusal_is_not_tried_again():
    sleeps = []
    with Site() as site:
        site.throttled, site.busy = 1, (403, {}, b'{"errors": "no"}')
        with pytest.raises(CanvasFault, match="403"):
            assignment_of(site, sleeps)
    assert sleeps == []


def test_grades_comments_and_feedback_arrive_once():
    with Site() as site:
        people = [marks(11, "Anna Müller", 20.5, "Gut <b>"), SEAN]
        order = ExportOrder(SHEET, people, feedback={"p-11": b"<p>eins", "p-12": b"%PDF-1"})
        made, pushed = both(site, order)
        assert site.grades == {11: 20.5, 12: 7.0}
        assert [one["comment"] for one in site.submissions[11]["submission_comments"]] == [
            "Gut <b>"
        ]
        assert site.attached(12)[0].endswith(".pdf")
        assert [content for _, content in site.uploads.values()] == [b"<p>eins", b"%PDF-1"]
        assert (pushed.written, pushed.lines) == (2, ())
        both(site, order)  # said is forgotten: a run that died before it was kept
        assert len(site.submissions[11]["submission_comments"]) == 1
        again, _ = both(site, ExportOrder(SHEET, people, order.feedback, before=pushed.said))
        assert again.changes == ()
    assert "erst, wenn Sie sie in Canvas veröffentlichen" in german(made.lines)


def test_planning_writes_nothing_and_says_who_sees_it_at_once():
    with Site(post_manually=False) as site:
        made = plan(ExportOrder(SHEET, [ANNA]), CanvasGradebook(assignment_of(site)))
        assert not any(call.startswith(("PUT", "POST")) for call in site.calls)
    assert [(one.old, one.new) for one in made.changes] == [(None, 20.5)]
    assert "sehen Noten und Kommentare sofort" in german(made.lines)


def test_a_grade_of_somebody_else_and_an_excuse_are_kept():
    with Site() as site:
        site.submissions[11]["entered_score"] = 3.0
        site.submissions[12]["excused"] = True
        made, _ = both(site, ExportOrder(SHEET, [ANNA, SEAN]))
        assert site.grades == {11: 3.0}
        assert "Anna Müller (3)" in german(made.lines)
        assert "entschuldigt und unverändert: Sean O'Probe" in german(made.lines)
        both(site, ExportOrder(SHEET, [ANNA]), overwrite=True)
        assert site.grades[11] == 20.5


def test_canvass_own_deduction_is_told_and_is_no_failure():
    with Site() as site:
        site.submissions[11]["points_deducted"] = 2.0
        made, pushed = both(site, ExportOrder(SHEET, [ANNA]))
        assert site.submissions[11]["score"] == 18.5
    assert (pushed.written, pushed.lines) == (1, ())
    assert "Late Policy" in german(made.lines)


def test_a_group_that_canvas_grades_as_one_gets_one_grade_or_none():
    with Site(group_category_id=3) as site:
        site.together(11, 12)
        made, _ = both(site, ExportOrder(SHEET, [ANNA, SEAN]))
        assert (site.grades, len(made.changes)) == ({}, 0)
        assert "Noten einzeln vergeben" in german(made.lines)
        made, _ = both(site, ExportOrder(SHEET, [ANNA]))  # Sean's is not released
        assert (site.grades, len(made.changes)) == ({}, 0)
        same = marks(12, "Sean O'Probe", 20.5)
        both(site, ExportOrder(SHEET, [ANNA, same]))
        assert site.grades == {11: 20.5, 12: 20.5}
    with Site(group_category_id=3, grade_group_students_individually=True) as site:
        site.together(11, 12)
        both(site, ExportOrder(SHEET, [ANNA, SEAN]))
    assert site.grades == {11: 20.5, 12: 7.0}


def test_what_canvas_drops_is_found_by_reading_back():
    with Site() as site:
        site.grade = lambda *_: (200, {}, {})
        _, pushed = both(site, ExportOrder(SHEET, [ANNA]))
    assert (pushed.written, pushed.said) == (0, {})
    assert german(pushed.lines) == "Nicht gespeichert: Anna Müller (von Canvas verworfen)."


def test_one_refused_grade_stops_no_other():
    with Site() as site:
        site.grade = lambda user, fields, grade=site.grade: (
            (401, {}, {"status": "unauthorized"}) if user == 11 else grade(user, fields)
        )
        _, pushed = both(site, ExportOrder(SHEET, [ANNA, SEAN]))
    assert (pushed.written, site.grades) == (1, {12: 7.0})
    assert "Anna Müller" in german(pushed.lines)
    assert "401" in german(pushed.lines)


def test_people_are_found_by_id_or_by_one_address_and_never_guessed():
    with Site() as site:
        book = CanvasGradebook(assignment_of(site))
        assert book.user_of(Person("a", keys={"canvas": "12"})) == 12
        assert book.user_of(Person("a", email="13@uni.example")) == 13
        assert book.user_of(Person("a", keys={"number": "M11"})) == 11
        for unknown in ({"canvas": "99"}, {"canvas": "anonX"}, {"moodle": "11"}, {}):
            assert book.user_of(Person("a", "Anna Müller", keys=unknown)) is None


@pytest.mark.parametrize(
    ("settings", "match"),
    [
        ({"points_possible": 100.0}, "--scale"),
        ({"grading_type": "letter_grade"}, "points"),
        ({"points_possible": None}, "points"),
        ({"moderated_grading": True, "grades_published": False}, "moderated"),
    ],
)
def test_other_ways_of_grading_are_refused(settings, match):
    with Site(**settings) as site, pytest.raises(UsageFault, match=match):
        both(site, ExportOrder(SHEET, [ANNA]))


def test_anonymous_grading_points_to_the_zip():
    with Site(anonymize_students=True) as site, pytest.raises(CanvasFault, match="zip"):
        assignment_of(site)


def test_refusals_and_silence_are_told_without_the_token():
    with Site() as site:
        with pytest.raises(CanvasFault, match="Invalid access token") as caught:
            Assignment(Rest(site.address, "falsch"), COURSE, ASSIGNMENT)
        assert "falsch" not in str(caught.value)
        with pytest.raises(CanvasFault, match="404"):
            Assignment(Rest(site.address, TOKEN), COURSE, 1)
        address = site.address
    with pytest.raises(CanvasFault, match="no answer"):
        Assignment(Rest(address, TOKEN), COURSE, ASSIGNMENT)
    with pytest.raises(UsageFault, match="https"):
        Rest("http://canvas.uni.example", TOKEN)
    with pytest.raises(UsageFault, match="AUTOGRADER_CANVAS_TOKEN"):
        Rest("https://canvas.uni.example", "")


@pytest.mark.parametrize("answer", [b"[[[", b"\xff", b"[" * 100_000, b'{"id": "x"}', b"[3]"])
def test_a_broken_answer_is_told(answer):
    with Site() as site:
        assignment = assignment_of(site)
        site.api_answer = lambda *_: (200, {}, answer)
        with pytest.raises(CanvasFault, match="not as documented"):
            assignment.submissions()


def test_only_addresses_of_assignments_are_taken():
    site = "https://c.example/pfad"
    for end in ("", "/", "?module_item_id=3", "#submit", "/submissions/4"):
        address = f"{site}/courses/12/assignments/34{end}"
        assert site_course_assignment(address) == (site, 12, 34)
    for wrong in (
        "",
        "https://c.example/courses/12",
        f"{site}/courses/x/assignments/34",
        "/courses/1/assignments/2",
    ):
        with pytest.raises(UsageFault, match="no address"):
            site_course_assignment(wrong)


def test_the_doctor_says_what_is_set_how():
    with Site() as site:
        rest = Rest(site.address, TOKEN)
        assert all(one.ok for one in switches(rest, COURSE, ASSIGNMENT))
        site.settings |= {"post_manually": False, "grading_type": "pass_fail"}
        wrong = [one for one in switches(rest, COURSE, ASSIGNMENT) if not one.ok]
        assert [one.needed for one in wrong] == [True, False]
        assert "nicht zugänglich" in list(switches(rest, COURSE, 1))[-1].what.de
        (only,) = switches(Rest(site.address, "falsch"), COURSE, ASSIGNMENT)
    assert not only.ok
