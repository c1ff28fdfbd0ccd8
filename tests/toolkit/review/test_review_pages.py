"""What the pages show, to whom, and what they refuse."""

import hashlib
import re
from dataclasses import replace

import httpx
import pytest

from autograder.out.pictures import About
from autograder.records.ledger import Grading, KeptFile, Kind
from autograder.review import security
from autograder.review.views import signin

PAGES = ["/", "/part/1b", "/part/1a?show=all", "/next/1b", "/look", "/look/next", "/history",
         "/settings"]  # fmt: skip


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_page_speaks_the_tutors_language_and_names_nobody(review, language):
    tutor = review.tutor()
    tutor.post("/settings", language=language, keys="on")
    code = review.answer("1b", 0).code
    for address in [*PAGES, f"/whole/{code}", f"/notebook/{code}"]:
        page = tutor.get(address)
        assert page.status_code == 200, address
        assert f'<html lang="{language}"' in page.text
        assert "Probe 0" not in page.text, address
        assert "probe-0" not in re.sub(r"<li>.*?\.ipynb", "", page.text), address


def test_names_are_shown_on_demand(review):
    tutor = review.tutor()
    tutor.post("/settings", named="on")
    assert "Probe 0000" in tutor.get(f"/answer/1b/{review.answer('1b', 0).code}").text


def test_the_own_earlier_answer_and_the_rubric_stand_beside(review):
    page = review.tutor().get(f"/answer/2c/{review.answer('2c', 0).code}").text
    assert "Die eigene Antwort auf 2b" in page
    assert "aufgabe_2b" in page
    assert "Bewertungsschema" in page


def test_the_plot_of_the_handed_in_notebook_is_shown(review):
    page = review.tutor().get(f"/answer/1a/{review.answer('1a', 0).code}").text
    assert '<img src="data:image/png;base64,' in page


def test_what_waits_is_told_by_reason_and_marks_make_it_less(review):
    tutor = review.tutor()
    count = int(re.search(r"<span>(\d+) Antworten konnten", tutor.get("/look").text)[1])
    first = tutor.get("/look/next")
    _, task, code = first.url.path.strip("/").split("/")
    tutor.mark(review.desk.answer(task, code), "0", queue="look")
    assert f"{count - 1} Antworten konnten" in tutor.get("/look").text


def test_shares_of_people_are_disjoint_and_together_everything(review):
    one, two = review.tutor("Eins"), review.tutor("Zwei")
    one.post("/settings", share="1/2")
    two.post("/settings", share="2/2")
    seen = []
    for tutor in (one, two):
        text = tutor.get("/").text
        seen.append(int(re.search(r"von (\d+) Antworten", text)[1]))
    assert sum(seen) == 14 * 15
    assert "als Bruch erwartet" in one.post("/settings", share="3/2").text


def test_the_table_names_who_marked_and_no_cell_is_a_formula(review):
    tutor = review.tutor("Tutorin")
    tutor.mark(review.answer("1b", 0), "1", comment='=HYPERLINK("http://evil.invalid")')
    table = tutor.get("/marks.csv").text
    (row,) = [line for line in table.splitlines() if line.startswith("probe-0000,1b,")]
    assert ",Tutorin," in row
    assert ",=" not in row.replace('"', "")


@pytest.mark.parametrize(
    "address",
    ["/answer/9z/0000000000", "/answer/1b/nix", "/part/nix", "/next/nix", "/whole/nix",
     "/notebook/nix", "/file/nix/0", "/answer/1b/..%2f..%2fetc"],
)  # fmt: skip
def test_what_does_not_exist_is_told(review, address):
    assert review.tutor().get(address).status_code == 404


def test_a_file_runs_nothing_whatever_it_is(review):
    tutor, code = review.tutor(), review.answer("1b", 0).code
    page = tutor.get(f"/file/{code}/0")
    assert page.headers["content-disposition"].startswith("attachment")
    assert page.headers["content-security-policy"] == security.FILE
    assert page.headers["x-content-type-options"] == "nosniff"
    assert tutor.get(f"/file/{code}/99").status_code == 404


def test_nobody_comes_in_without_a_session(review):
    for address in [*PAGES, "/marks.csv", f"/notebook/{review.answer('1b', 0).code}"]:
        page = httpx.get(review.base + address)
        assert page.status_code == 303
        assert page.headers["location"].startswith("/login")
    page = httpx.post(f"{review.base}/undo", data={"csrf": ""})
    assert page.headers["location"].startswith("/login")


def test_a_link_works_once_and_showing_it_uses_nothing_up(review):
    key = review.office.sessions.invite("probe")
    for _ in range(2):
        assert key in httpx.get(f"{review.base}/login?key={key}").text
    first = httpx.post(f"{review.base}/login", data={"key": key})
    cookie = first.headers["set-cookie"]
    assert first.status_code == 303
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    again = httpx.post(f"{review.base}/login", data={"key": key})
    assert again.status_code == 403
    assert "set-cookie" not in again.headers


@pytest.mark.parametrize("to", ["//evil.invalid", "https://evil.invalid", "/\\evil.invalid", ""])
def test_signing_in_leads_to_no_other_site(review, to):
    key = review.office.sessions.invite("probe")
    page = httpx.post(f"{review.base}/login", data={"key": key, "to": to})
    assert page.headers["location"] == "/"


def test_a_form_without_the_sessions_token_changes_nothing(review):
    tutor, answer = review.tutor(), review.answer("1b", 0)
    before = review.decisions(Kind.MARK)
    for token in ("", "x", review.tutor("andere").csrf):
        form = {"csrf": token, "seen": answer.version, "points": "1"}
        assert tutor.client.post(f"/mark/1b/{answer.code}", data=form).status_code == 403
    assert review.decisions(Kind.MARK) == before


def test_looking_changes_nothing(review):
    tutor, code = review.tutor(), review.answer("1b", 0).code
    before = review.decisions()
    for address in (f"/mark/1b/{code}?points=1", "/undo", f"/alias/1b/{code}", f"/take/{code}"):
        assert tutor.get(address).status_code == 405
    for address in PAGES:
        tutor.get(address)
    assert review.decisions() == before


@pytest.mark.parametrize(
    "host", ["evil.invalid", "evil.invalid:80", "", "127.0.0.1", "127.0.0.1:1"]
)
def test_another_host_name_is_refused(review, host):
    page = httpx.get(f"{review.base}/login", headers={"host": host})
    assert page.status_code in (400, 421)


@pytest.mark.parametrize(
    "header",
    [{"origin": "http://evil.invalid"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}],
)
def test_a_form_from_another_site_is_refused(review, header):
    tutor, answer = review.tutor(), review.answer("1b", 0)
    form = {"csrf": tutor.csrf, "seen": answer.version, "points": "1"}
    page = tutor.client.post(f"/mark/1b/{answer.code}", data=form, headers=header)
    assert page.status_code == 421
    assert not review.decisions(Kind.MARK)


def test_every_answer_of_the_server_carries_the_policy(review):
    tutor = review.tutor()
    for address in [*PAGES, "/nix", "/static/review.js", "/static/../app.py"]:
        page = tutor.get(address)
        assert page.headers["content-security-policy"] == security.POLICY
        assert "unsafe" not in security.POLICY
    framed = tutor.get(f"/notebook/{review.answer('1b', 0).code}")
    assert framed.headers["content-security-policy"].startswith("sandbox;")


def test_no_page_has_a_script_or_style_of_its_own(review):
    tutor = review.tutor()
    for address in [*PAGES, f"/answer/1b/{review.answer('1b', 3).code}"]:
        text = tutor.get(address).text
        assert re.findall(r"<script(?![^>]* src=\"/static/)", text) == []
        assert re.findall(r"<style|<[^>]*\s(?:on\w+|style)=", text) == []


def test_a_huge_form_is_not_read(review):
    tutor = review.tutor()
    big = {"csrf": tutor.csrf, "comment": "x" * (security.FORM_KIB * 1024)}
    assert tutor.client.post("/undo", data=big).status_code == 403
    many = "&".join(["a=1"] * 4000) + f"&csrf={tutor.csrf}"
    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert tutor.client.post("/undo", content=many, headers=kind).status_code == 403


def test_a_password_opens_with_its_share_and_guessing_ends(passwords, review, monkeypatch):
    monkeypatch.setattr(signin, "MAX_FAILURES", 2)
    with httpx.Client(base_url=review.base, timeout=60) as client:
        right = {"name": "Tutorin", "password": passwords}
        assert client.post("/login", data=right).status_code == 303
        session = review.office.sessions.find(client.cookies["review"])
        assert (session.author, session.share) == ("Tutorin", (1, 2))
        for _ in range(2):
            assert client.post("/login", data={**right, "password": "x"}).status_code == 403
        assert client.post("/login", data=right).status_code == 403
    kept = [(one.author, one.words) for one in review.decisions(Kind.ACCESS)]
    assert kept == [("Tutorin", "signed in"), *[("Tutorin", "refused")] * 3]


def test_leaving_ends_the_session(review):
    tutor = review.tutor()
    tutor.post("/leave")
    assert tutor.client.get("/").status_code == 303


def test_a_group_with_different_hand_ins_is_decided_with_one_button(review):
    store = review.desk.store
    for name in ("probe-0000", "probe-0001"):
        (known,) = store.gradings.latest([name])
        version = store.gradings.versions(name)[-1]
        people = tuple(replace(one, group="g1") for one in version.people)
        store.gradings.save(replace(version, people=people), Grading(known.result), known.run)
    tutor = review.tutor("Tutorin")
    assert "Gruppe 1: verschiedene Abgaben" in tutor.get("/look").text
    page = tutor.post(f"/take/{review.answer('1a', 1).code}")
    assert "gilt jetzt für die ganze Gruppe" in page.text
    assert "Gruppe 1" not in page.text
    (kept,) = review.decisions(Kind.TAKE)
    assert (kept.author, kept.submission) == ("Tutorin", "probe-0001")


def test_who_is_forgotten_is_gone_from_the_open_page(review):
    tutor, code = review.tutor(), review.answer("1b", 0).code
    tutor.mark(review.answer("1b", 0), "1")
    review.desk.store.forget("probe-0000", "Tutorin", "verlangt")
    assert tutor.get(f"/answer/1b/{code}").status_code == 404
    assert f"von {13 * 15} Antworten" in tutor.get("/").text
    assert code not in tutor.get("/history").text


def test_scans_are_shown_and_what_only_pretends_is_downloaded(review):
    contents = {
        "scan.png": b"\x89PNG\r\n\x1a\n0",
        "scan.pdf": b"%PDF-1.4",
        "boese.png": b"<script>alert(1)</script>",
        "boese.pdf": b"<html>%PDF-",
    }
    files = []
    for name, content in contents.items():
        digest = hashlib.sha256(content).hexdigest()
        review.folder.keep(digest, content)
        files.append(KeptFile(name, digest))
    store = review.desk.store
    (known,) = store.gradings.latest(["probe-0000"])
    version = store.gradings.versions("probe-0000")[-1]
    changed = replace(version, files=tuple(files), content="c2")
    store.gradings.save(changed, Grading(known.result), known.run)
    tutor, code = review.tutor(), review.answer("1b", 0).code
    kinds = [tutor.get(f"/file/{code}/{n}").headers["content-type"] for n in range(4)]
    assert kinds == ["image/png", "application/pdf"] + ["application/octet-stream"] * 2
    page = tutor.get(f"/answer/1b/{code}").text
    assert 'class="scan"' not in page  # nobody has drawn them
    pictures = review.folder.pictures
    pictures.keep(files[1].sha256, [b"\xff\xd8eins", b"\xff\xd8zwei"], About(2, 30))
    why = ("mit einem Kennwort geschützt", "protected by a password")
    pictures.keep(files[2].sha256, [], About(0, 0, why))
    page = tutor.get(f"/answer/1b/{code}").text
    assert f'<img class="scan" src="/page/{code}/1/1"' in page
    assert "Datei 2 (.pdf): 2 von 30 Seiten" in page
    assert "Datei 3 (.png): mit einem Kennwort geschützt." in page
    shown = tutor.get(f"/page/{code}/1/1")
    assert (shown.content, shown.headers["content-type"]) == (b"\xff\xd8zwei", "image/jpeg")
    for wrong in ("1/2", "2/0", "9/0", "1/x", "x/0"):
        assert tutor.get(f"/page/{code}/{wrong}").status_code == 404
    assert "scan.png" not in page
    assert "Datei 1 (.png)" in page
