"""Grades into Moodle by its web service: written once, read back, nothing of others lost."""

from dataclasses import replace

import msgspec
import pytest
from moodle_site import CMID, PEOPLE, TOKEN, Site

from autograder.course.sheet import Sheet
from autograder.errors import UsageFault
from autograder.export.order import ExportOrder
from autograder.export.push import plan, push
from autograder.export.push_moodle import MoodleGradebook
from autograder.lms.assignment import Assignment
from autograder.lms.webservice import WebService
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


def marks(number, name, points, comment=""):
    keys = {"moodle": str(number), "moodle-name": name}
    person = Person(f"p-{number}", name, keys=keys)
    return PersonMarks(person, "s", Status.DONE, {"1a": points}, 24.0, comment=comment)


ANNA, SEAN = marks(1, "Anna Muster", 20.5), marks(2, "Sean OProbe", 7)


def both(site, order, overwrite=False):
    made = plan(order, book(site), overwrite)
    return made, push(made.changes, order, book(site))


def book(site):
    return MoodleGradebook(Assignment(WebService(site.address, TOKEN), CMID))


def german(lines):
    return "\n".join(line.de for line in lines)


def test_grades_comments_and_feedback_arrive():
    with Site() as site:
        people = [marks(1, "Anna Muster", 20.5, "Gut\n<b>"), SEAN]
        order = ExportOrder(SHEET, people, feedback={"p-1": b"<p>eins", "p-2": b"<p>zwei"})
        made, pushed = both(site, order)
    assert site.grades == {11: 20.5, 12: 7.0}
    assert site.files == {11: b"<p>eins", 12: b"<p>zwei"}
    assert site.comments == {11: "Gut<br>&lt;b&gt;", 12: ""}
    assert (pushed.written, pushed.lines, made.lines) == (2, (), ())


def test_planning_writes_nothing():
    with Site() as site:
        made = plan(ExportOrder(SHEET, [ANNA]), book(site))
        assert [(one.old, one.new) for one in made.changes] == [(None, 20.5)]
        assert "mod_assign_save_grade" not in site.calls
    assert site.grades == {}


def test_a_comment_that_is_there_stays():
    with Site() as site:
        site.comments[11] = "<p>von Hand</p>"
        both(site, ExportOrder(SHEET, [ANNA]))
    assert site.comments[11] == "<p>von Hand</p>"


def test_a_grade_of_somebody_else_is_kept_unless_asked():
    with Site() as site:
        site.grades[11] = 3.0
        made, _ = both(site, ExportOrder(SHEET, [ANNA, SEAN]))
        assert site.grades == {11: 3.0, 12: 7.0}
        assert "Anna Muster (3)" in german(made.lines)
        both(site, ExportOrder(SHEET, [ANNA]), overwrite=True)
        assert site.grades[11] == 20.5


def test_our_own_earlier_grade_is_replaced():
    with Site() as site:
        _, first = both(site, ExportOrder(SHEET, [ANNA]))
        better = marks(1, "Anna Muster", 22)
        made, _ = both(site, ExportOrder(SHEET, [better], before=first.said))
        assert [(one.old, one.new) for one in made.changes] == [(20.5, 22)]
    assert site.grades == {11: 22.0}


def test_what_moodle_drops_silently_is_found_by_reading_back():
    with Site() as site:
        made = plan(ExportOrder(SHEET, [ANNA]), book(site))
        site.settings["grade"] = 10  # lowered between plan and push
        pushed = push(made.changes, ExportOrder(SHEET, [ANNA]), book(site))
    assert (pushed.written, site.grades) == (0, {})
    assert "Nicht gespeichert: Anna Muster" in german(pushed.lines)
    assert pushed.said == {}


def test_one_refused_grade_stops_no_other():
    with Site() as site:
        save = site.mod_assign_save_grade
        site.mod_assign_save_grade = lambda fields: (
            {"exception": "x", "message": "gesperrt"} if fields["userid"] == "11" else save(fields)
        )
        _, pushed = both(site, ExportOrder(SHEET, [ANNA, SEAN]))
    assert (pushed.written, site.grades) == (1, {12: 7.0})
    assert (
        german(pushed.lines) == "Nicht gespeichert: Anna Muster (mod_assign_save_grade: gesperrt)."
    )


def test_people_of_an_archive_are_found_by_address_then_name():
    numbered = Person("p-7", "Jemand", "SEAN@uni.example", keys={"moodle": "7"})
    people = [ANNA, replace(SEAN, person=numbered)]
    with Site() as site:
        made, _ = both(site, ExportOrder(SHEET, people))
    assert (site.grades, made.lines) == ({11: 20.5, 12: 7.0}, ())


def test_a_name_that_two_have_is_nobody(monkeypatch):
    monkeypatch.setitem(PEOPLE, 13, ("Anna Muster", 3))
    with Site() as site:
        made, _ = both(site, ExportOrder(SHEET, [ANNA]))
    assert site.grades == {}
    assert "nicht übertragen (1): Anna Muster" in german(made.lines)


def test_what_the_web_service_fetched_is_found_by_account(monkeypatch):
    monkeypatch.setitem(PEOPLE, 13, ("Anna Muster", 3))
    person = Person("p-1", "Anna Muster", keys={"moodle-user": "13"})
    with Site() as site:
        both(site, ExportOrder(SHEET, [replace(ANNA, person=person)]))
    assert site.grades == {13: 20.5}


def test_under_blind_marking_only_the_number_counts():
    people = [Person("p-1", "Teilnehmer/in 1", keys={"moodle": "1"}), SEAN.person]
    with Site(blindmarking=1) as site:
        both(site, ExportOrder(SHEET, [replace(ANNA, person=one) for one in people]))
    assert site.grades == {11: 20.5}


def test_what_was_graded_blind_is_found_after_the_names_are_shown():
    person = Person("p-1", "Teilnehmer/in 1", keys={"moodle": "1"})
    with Site(blindmarking=1, revealidentities=1) as site:
        site.numbered = True
        both(site, ExportOrder(SHEET, [replace(ANNA, person=person)]))
    assert site.grades == {11: 20.5}


@pytest.mark.parametrize(
    ("setting", "told"),
    [({"markingworkflow": 1}, "Bewertungsworkflows"), ({"blindmarking": 1}, "aufdecken")],
)
def test_it_is_said_when_students_do_not_see_their_marks_yet(setting, told):
    person = Person("p-1", "Teilnehmer/in 1", keys={"moodle": "1"})
    with Site(**{"blindmarking": 1, **setting}) as site:
        made = plan(ExportOrder(SHEET, [replace(ANNA, person=person)]), book(site))
    assert told in german(made.lines)


def test_two_hand_ins_of_one_person_are_both_kept_out_and_named():
    again = Person("p-8", "Anna Muster", keys={"moodle-user": "11"})
    with Site() as site:
        people = [ANNA, replace(ANNA, person=again, parts={"1a": 3.0}), SEAN]
        made, _ = both(site, ExportOrder(SHEET, people))
    assert site.grades == {12: 7.0}
    assert "mehrere Abgaben zu derselben Person" in german(made.lines)


def test_whoever_is_also_listed_as_absent_gets_the_mark_of_their_hand_in():
    again = Person("p-8", "Anna Muster", keys={"moodle-user": "11"})
    with Site() as site:
        absent = replace(ANNA, person=again, submission=None, parts={"1a": None})
        both(site, ExportOrder(SHEET, [absent, ANNA], missing=0.0))
    assert site.grades == {11: 20.5}


def test_open_parts_and_strangers_are_not_written():
    with Site() as site:
        people = [marks(1, "Anna Muster", None), marks(2, "Jemand Anders", 3), marks(9, "x", 1)]
        made, _ = both(site, ExportOrder(SHEET, people))
    assert site.grades == {}
    assert "Teile offen" in german(made.lines)
    assert "Nicht in der Tabelle und nicht übertragen (2)" in german(made.lines)


def test_without_feedback_files_in_the_assignment_only_grades_are_written():
    with Site() as site:
        site.enabled = {"comments"}
        made, _ = both(site, ExportOrder(SHEET, [ANNA], feedback={"p-1": b"x"}))
    assert (site.grades, site.files) == ({11: 20.5}, {})
    assert "ausgeschaltet" in german(made.lines)


@pytest.mark.parametrize(("grade", "match"), [(100, "--scale"), (-4, "scale")])
def test_another_maximum_or_a_scale_is_refused(grade, match):
    with Site(grade=grade) as site, pytest.raises(UsageFault, match=match):
        both(site, ExportOrder(SHEET, [ANNA]))
