"""Fetching from Moodle by its web service: the same people and files as from its zip."""

import io
from zoneinfo import ZoneInfo

import pytest
from moodle_site import ASSIGNMENT, CMID, PEOPLE, TOKEN, Site

from autograder.errors import UsageFault
from autograder.intake import survey
from autograder.lms.assignment import Assignment
from autograder.lms.fetch import fetch
from autograder.lms.switches import switches
from autograder.lms.webservice import MoodleFault, WebService, site_and_module

ZONE = "Europe/Vienna"


def fetched(site, tmp_path, mib=1):
    path = tmp_path / "moodle.zip"
    with path.open("wb") as target:
        got = fetch(Assignment(WebService(site.address, TOKEN), CMID), target, ZONE, mib)
    return got, survey([path], worksheet=got.worksheet)


def test_what_is_fetched_is_read_like_moodles_own_archive(tmp_path):
    with Site(b'{"cells": []}') as site:
        got, cohort = fetched(site, tmp_path)
    assert [(one.id, one.students) for one in cohort.found] == [
        ("Anna-Muster-1", ("Anna Muster",)),
        ("Sean-OProbe-2", ("Sean O'Probe",)),
    ]
    assert [one.name for one in cohort.absent] == ["Bela Muster"]
    handed_in = cohort.found[0].handed_in
    assert (f"{handed_in.at:%Y-%m-%d %H:%M}", handed_in.source) == ("2026-11-21 21:52", "worksheet")
    assert got.worksheet.maximum == 24
    assert str(ZoneInfo(ZONE)) == ZONE


def test_a_teams_submission_is_fetched_once_for_all_members(tmp_path):
    with Site(b"{}", teamsubmission=1) as site:
        _, cohort = fetched(site, tmp_path)
    (team,) = cohort.found
    assert (team.id, len(team.people)) == ("Gruppe-A-5", len(PEOPLE))
    assert {one.keys["moodle-group"] for one in team.people} == {"5"}


def test_blind_marking_keeps_names_out(tmp_path):
    with Site(b"{}", blindmarking=1) as site:
        _, cohort = fetched(site, tmp_path)
    assert [one.id for one in cohort.found] == ["teilnehmer-1", "teilnehmer-2"]
    assert not any("Muster" in str(one) for one in cohort.found)


def test_a_submission_over_the_limit_is_left_out_and_named(tmp_path):
    with Site(b"x" * 2_000_000) as site:
        path = tmp_path / "m.zip"
        with path.open("wb") as target:
            got = fetch(Assignment(WebService(site.address, TOKEN), CMID), target, ZONE, 1)
    assert got.left_out == ("Übung 1.ipynb", "Übung 1.ipynb")


def test_the_token_is_not_sent_to_another_host():
    with Site() as site:
        site.elsewhere = "http://127.0.0.1:1"
        assignment = Assignment(WebService(site.address, TOKEN), CMID)
        with pytest.raises(MoodleFault, match="another host") as caught:
            fetch(assignment, io.BytesIO(), ZONE, 1)
    assert TOKEN not in str(caught.value)


def test_a_refusal_and_silence_are_told_without_the_token():
    with Site() as site:
        with pytest.raises(MoodleFault, match="Ungültiges Token") as caught:
            Assignment(WebService(site.address, "falsch"), CMID)
        assert "falsch" not in str(caught.value)
        with pytest.raises(MoodleFault, match="not among the 1"):
            Assignment(WebService(site.address, TOKEN), 99)
        address = site.address
    with pytest.raises(MoodleFault, match="no answer") as silent:
        Assignment(WebService(address, TOKEN), CMID)
    assert TOKEN not in repr(silent.value.__cause__) + str(silent.value)


def test_only_encrypted_sites_and_addresses_of_assignments_are_taken():
    with pytest.raises(UsageFault, match="https"):
        WebService("http://moodle.uni.example", TOKEN)
    with pytest.raises(UsageFault, match="AUTOGRADER_MOODLE_TOKEN"):
        WebService("https://moodle.uni.example", "")
    assert site_and_module("https://m.example/pfad/mod/assign/view.php?id=17&action=x") == (
        "https://m.example/pfad",
        17,
    )
    for wrong in ("https://m.example", "moodle", "https://m.example/mod/assign/view.php?id=x"):
        with pytest.raises(UsageFault, match="no address"):
            site_and_module(wrong)


def test_the_doctor_names_what_is_switched_off():
    with Site() as site:
        service = WebService(site.address, TOKEN)
        assert all(one.ok for one in switches(service, CMID))
        site.functions.remove("mod_assign_save_grade")
        site.enabled = {"comments"}
        wrong = [one for one in switches(service, CMID) if not one.ok]
    assert [one.needed for one in wrong] == [True, False, False]
    assert "mod_assign_save_grade" in wrong[0].remedy.de
    assert ASSIGNMENT != CMID


def test_the_doctor_ends_where_nothing_answers():
    (only,) = switches(WebService("http://127.0.0.1:1", TOKEN), CMID)
    assert not only.ok
    assert "docs/moodle-admin.md" in only.remedy.de


@pytest.mark.parametrize("answer", [b"[[[", b"\xff", b"[" * 100_000, b'{"courses": 3}'])
def test_a_broken_answer_is_told(answer):
    with Site() as site:
        site.mod_assign_get_assignments = lambda _: answer
        with pytest.raises(MoodleFault, match="not as documented"):
            Assignment(WebService(site.address, TOKEN), CMID)
