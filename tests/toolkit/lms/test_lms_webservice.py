"""Fetching from Moodle by its web service: the same people and files as from its zip."""

import io
import json
from pathlib import Path

import pytest
from moodle_site import ASSIGNMENT, CMID, PEOPLE, TOKEN, Site

from autograder.cli import main
from autograder.errors import UsageFault
from autograder.intake import survey
from autograder.lms.assignment import Assignment
from autograder.lms.fetch import fetch
from autograder.lms.switches import switches
from autograder.lms.webservice import MoodleFault, WebService, site_and_module

ZONE = "Europe/Vienna"


RECORDED = Path(__file__).parents[2] / "data" / "moodle" / "webservice.json"


def fetched(site, tmp_path, mib=1, cmid=CMID):
    path = tmp_path / "moodle.zip"
    with path.open("wb") as target:
        got = fetch(Assignment(WebService(site.address, TOKEN), cmid), target, ZONE, mib)
    return got, survey([path], worksheet=got.roster)


def test_what_is_fetched_is_read_like_moodles_own_archive(tmp_path):
    with Site(b'{"cells": []}') as site:
        got, cohort = fetched(site, tmp_path)
    assert [(one.id, one.students) for one in cohort.found] == [
        ("Anna-Muster-11", ("Anna Muster",)),
        ("Sean-OProbe-12", ("Sean O'Probe",)),
    ]
    assert [one.name for one in cohort.absent] == ["Bela Muster"]
    handed_in = cohort.found[0].handed_in
    assert (f"{handed_in.at:%Y-%m-%d %H:%M}", handed_in.source) == ("2026-11-21 21:52", "metadata")
    assert [one.email for one in cohort.found[0].people] == ["anna@uni.example"]
    assert got.left_out == ()


@pytest.mark.parametrize(
    ("kind", "cmid", "submissions", "absent"),
    [
        ("plain", 7, {"Bert-OProbe-53": 1, "Aalma-OProbe-52": 1}, "Cora O'Probe"),
        ("blind", 8, {"teilnehmer-294": 1, "teilnehmer-296": 1}, "Teilnehmer/in 295"),
        ("team", 9, {"Gruppe-A-B-25": 2}, "Cora O'Probe"),
    ],
)
def test_what_a_real_site_answered_is_understood(tmp_path, kind, cmid, submissions, absent):
    with Site(b'{"cells": []}') as site:
        text = RECORDED.read_text("utf-8").replace("https://moodle.example", site.address)
        recorded = json.loads(text)
        for name, answer in {**recorded, **recorded[kind]}.items():
            setattr(site, name, lambda _, answer=answer: answer)
        _, cohort = fetched(site, tmp_path, cmid=cmid)
    assert {one.id: len(one.people) for one in cohort.found} == submissions
    assert [one.name for one in cohort.absent] == [absent]
    assert cohort.left_out == ()
    assert {one.email for found in cohort.found for one in found.people} == (
        {""} if kind == "blind" else {"alma@uni.example", "bert@uni.example"}
    )


def test_two_people_of_one_name_stay_two(tmp_path, monkeypatch):
    monkeypatch.setitem(PEOPLE, 12, ("Anna Muster", 2))
    with Site(b"{}") as site:
        _, cohort = fetched(site, tmp_path)
    assert [one.id for one in cohort.found] == ["Anna-Muster-11", "Anna-Muster-12"]


def test_a_teams_submission_is_fetched_once_for_all_members(tmp_path):
    with Site(b"{}", teamsubmission=1) as site:
        _, cohort = fetched(site, tmp_path)
    (team,) = cohort.found
    assert (team.id, len(team.people)) == ("Gruppe-A-5", len(PEOPLE))
    assert {one.keys["moodle-group"] for one in team.people} == {"5"}
    assert team.handed_in.source == "metadata"


def test_with_separate_groups_a_tutor_gets_their_own(tmp_path):
    with Site(b"{}") as site:
        site.separate_groups = True
        _, cohort = fetched(site, tmp_path)
    assert len(cohort.found) == 2


def test_the_doctor_tells_an_account_that_sees_nobody(monkeypatch):
    for user in list(PEOPLE):
        monkeypatch.delitem(PEOPLE, user)
    with Site() as site:
        wrong = [one for one in switches(WebService(site.address, TOKEN), CMID) if not one.ok]
    (only,) = wrong
    assert only.needed
    assert "getrennten Gruppen" in only.remedy.de


def test_drafts_are_graded_as_from_the_archive_and_named(tmp_path):
    with Site(b"{}") as site:
        site.status = "draft"
        _, cohort = fetched(site, tmp_path)
    assert len(cohort.found) == 2
    (line,) = cohort.left_out
    assert "nur Entwurf" in line.de
    assert line.de.endswith("Anna Muster, Sean O'Probe.")


def test_where_nobody_handed_in_the_command_says_so(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("AUTOGRADER_MOODLE_TOKEN", TOKEN)
    out = tmp_path / "out"
    with Site(b"{}") as site:
        site.status = "new"
        order = ["grade", "blatt09", "--moodle-api", site.assignment_address, "--out", str(out)]
        assert main(order) == 2
    assert "Nobody of 3 has handed in anything yet" in capsys.readouterr().err
    assert not out.exists()


def test_those_in_no_group_share_one_submission(tmp_path):
    with Site(b"{}", teamsubmission=1, group=0) as site:
        _, cohort = fetched(site, tmp_path)
    (team,) = cohort.found
    assert (team.id, len(team.people)) == ("ohne-gruppe", len(PEOPLE))
    assert {one.group for one in team.people} == {"Standard-Gruppe"}


def test_blind_marking_keeps_names_out(tmp_path):
    with Site(b"{}", blindmarking=1) as site:
        _, cohort = fetched(site, tmp_path)
    assert [one.id for one in cohort.found] == ["teilnehmer-1", "teilnehmer-2"]
    assert not any("Muster" in str(one) for one in cohort.found)
    assert not any("moodle-user" in one.people[0].keys for one in cohort.found)


def test_revealed_identities_are_used(tmp_path):
    with Site(b"{}", blindmarking=1, revealidentities=1) as site:
        _, cohort = fetched(site, tmp_path)
    assert cohort.found[0].students == ("Anna Muster",)


def test_blind_marking_without_numbers_is_refused(tmp_path):
    with Site(b"{}", blindmarking=1) as site:
        site.never_numbered = True
        with pytest.raises(MoodleFault, match="no numbers"):
            fetched(site, tmp_path)


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
