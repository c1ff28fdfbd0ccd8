"""``autograder review`` as it is typed."""

import getpass

import pytest
from review_people import PASSWORD

from autograder.cli import main
from autograder.review.tutors import load_tutors


def test_a_tutor_is_added_with_a_password_typed_twice(out, monkeypatch, capsys):
    monkeypatch.setattr(getpass, "getpass", lambda _: PASSWORD)
    assert main(["review", str(out), "--add-tutor", "Tutorin", "--share", "1/3"]) == 0
    tutors = load_tutors(out)
    assert tutors.check("Tutorin", PASSWORD)
    assert tutors.known["Tutorin"].share == "1/3"
    assert PASSWORD not in capsys.readouterr().out


def test_two_different_passwords_change_nothing(out, monkeypatch, capsys):
    typed = iter([PASSWORD, PASSWORD + "x"])
    monkeypatch.setattr(getpass, "getpass", lambda _: next(typed))
    assert main(["review", str(out), "--add-tutor", "Tutorin"]) == 2
    assert "differ" in capsys.readouterr().err
    assert not load_tutors(out).known


@pytest.mark.parametrize(
    ("arguments", "remedy"),
    [
        (["--host", "0.0.0.0"], "--cert"),
        (["--host", "0.0.0.0", "--behind-proxy"], "--add-tutor"),
        (["--cert", "a.pem"], "belong together"),
    ],
)
def test_a_network_without_protection_is_refused(out, capsys, arguments, remedy):
    assert main(["review", str(out), *arguments]) == 2
    assert remedy in capsys.readouterr().err


def test_a_folder_without_results_is_refused(tmp_path, capsys):
    assert main(["review", str(tmp_path)]) == 2
    assert "holds no results" in capsys.readouterr().err
