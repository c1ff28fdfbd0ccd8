"""Who gets in, how often, and for how long."""

import pytest
from review_people import PASSWORD

from autograder.errors import UsageFault
from autograder.review import sessions as module
from autograder.review.sessions import Sessions, proves
from autograder.review.tutors import FILE, load_tutors, read_share


def test_a_one_time_key_opens_one_session():
    sessions = Sessions()
    key = sessions.invite("probe")
    token = sessions.redeem(key)
    assert token is not None
    assert sessions.find(token).author == "probe"
    assert sessions.redeem(key) is None
    assert sessions.redeem("") is None
    assert sessions.redeem("ä" * 10) is None


def test_a_session_ends_by_leaving_and_by_idling(monkeypatch):
    sessions = Sessions()
    left, idle = sessions.start("probe"), sessions.start("probe")
    sessions.end(left)
    assert sessions.find(left) is None
    sessions.find(idle).seen -= module.IDLE_SECONDS + 1
    assert sessions.find(idle) is None


def test_the_oldest_of_too_many_sessions_makes_room():
    sessions = Sessions()
    tokens = [sessions.start(str(n)) for n in range(module.MAX_SESSIONS + 1)]
    assert sessions.find(tokens[0]) is None
    assert sessions.find(tokens[-1]) is not None


def test_a_form_of_another_session_proves_nothing():
    sessions = Sessions()
    one, other = (sessions.find(sessions.start("probe")) for _ in range(2))
    assert proves(one, one.csrf)
    assert not proves(one, other.csrf)
    assert not proves(one, "")
    assert not proves(one, "ü\ud800")


def test_a_message_is_told_once():
    sessions = Sessions()
    session = sessions.find(sessions.start("probe"))
    session.say("gespeichert", refusal=True)
    assert session.heard() == ("gespeichert", True)
    assert session.heard()[0] == ""


def test_a_password_opens_for_its_tutor_alone(tmp_path):
    tutors = load_tutors(tmp_path).add("probe-eins", PASSWORD, "2/3").add("Zwei", PASSWORD + "x")
    assert load_tutors(tmp_path) == tutors
    assert tutors.check("probe-eins", PASSWORD)
    assert not tutors.check("Zwei", PASSWORD)
    assert not tutors.check("niemand", PASSWORD)
    assert not tutors.check("probe-eins", PASSWORD * 100)
    assert PASSWORD not in (tmp_path / FILE).read_text()
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["", "1abc", "a]b", 'a"b', "a\nb", "x" * 61])
def test_a_name_that_could_be_mistaken_is_refused(tmp_path, name):
    with pytest.raises(UsageFault, match="name"):
        load_tutors(tmp_path).add(name, PASSWORD)


def test_a_short_password_is_refused(tmp_path):
    with pytest.raises(UsageFault, match="10 to 200"):
        load_tutors(tmp_path).add("probe", "kurz")


@pytest.mark.parametrize("content", ["[a", "[a]\nsalt = 1", '[a]\nsalt="x"\nhash="y"\nshare="3/2"'])
def test_a_damaged_file_opens_for_nobody(tmp_path, content):
    (tmp_path / FILE).write_text(content)
    with pytest.raises(UsageFault):
        load_tutors(tmp_path)


def test_shares_are_read_strictly():
    assert read_share("2/3") == (2, 3)
    for wrong in ("0/3", "4/3", "1", "a/b", "1/3 ", "1/9999"):
        with pytest.raises(UsageFault):
            read_share(wrong)
