"""What has to be run, and whose it is: nobody's submission is replaced by a namesake's."""

from dataclasses import replace

import pytest
from store_sample import ANNA, BELA, CONDITIONS, hand_in, version

from autograder.course.sheet import Course
from autograder.errors import UsageFault
from autograder.intake.contract import Found
from autograder.out.folder import OutFolder
from autograder.records.ledger import Known
from autograder.records.people import HandIn, Person
from autograder.run.order import Order
from autograder.run.pipeline import grade
from autograder.run.planning import handed_in_before, identified

FIRST, SECOND = (Person(key, "Max Muster", keys={"moodle": key}) for key in ("17", "18"))


def known(name, *people):
    return Known(name, "c", tuple(one.id for one in people), HandIn(), "b", {}, 1)


def found(name, *people):
    return Found(name, ("Max Muster",), (), people)


def ids(came, *there):
    return [one.id for one in identified(came, {one.submission: one for one in there})]


def test_the_same_people_keep_their_submission():
    there = known("max", FIRST)
    assert ids([found("max", FIRST)], there) == ["max"]
    assert ids([found("max-2", FIRST)], there) == ["max"]


def test_a_namesake_gets_another_submission():
    assert ids([found("max", SECOND)], known("max", FIRST)) == ["max-2"]
    assert ids([found("max", SECOND)], known("max", FIRST), known("max-2", SECOND)) == ["max-2"]
    assert ids([found("max", FIRST), found("max-2", SECOND)]) == ["max", "max-2"]


def test_a_group_that_grew_keeps_its_submission():
    assert ids([found("paar", FIRST, SECOND)], known("paar", FIRST)) == ["paar"]


def test_what_was_handed_in_comes_back_from_the_copies(tmp_path):
    with OutFolder(tmp_path / "out") as out:
        out.begin(CONDITIONS)
        hand_in(out.store, "anna")
        hand_in(out.store, "bela", (BELA,))
        first, second = handed_in_before(out)
        (only,) = handed_in_before(out, ["bela"])
    assert (first.id, first.people, second.id) == ("anna", (ANNA,), "bela")
    assert only == second
    assert [one.name for one in first.sources] == [one.name for one in version("anna").files]
    assert first.sources[1].refused == version("anna").files[1].refused


def test_nothing_can_be_graded_again_where_nothing_was(tmp_path):
    order = Order(Course(tmp_path), CONDITIONS.sheet, (), tmp_path / "out", jobs=1)
    with pytest.raises(UsageFault, match="holds no results"):
        grade(order)
    assert not (tmp_path / "out").exists()


def test_an_out_folder_finds_its_store_elsewhere_and_keeps_no_password(tmp_path, postgres):
    path = tmp_path / "out"
    url = postgres.replace("probe@", "probe:geheim@")
    with OutFolder(path, url=url) as out:
        out.begin(CONDITIONS)
        hand_in(out.store)
        book = out.store.book
    kept = (path / "store.json").read_text()
    assert "geheim" not in kept
    assert book in kept
    assert not (path / "store.sqlite").exists()
    with OutFolder.existing(path) as again:
        assert [one.result.submission for one in again.store.gradings.latest()] == ["anna"]


def test_an_out_folder_has_one_store(tmp_path, postgres):
    with OutFolder(tmp_path / "out") as out:
        out.begin(CONDITIONS)
    with pytest.raises(UsageFault, match="has its own store"):
        OutFolder(tmp_path / "out", url=postgres)


def test_an_out_folder_that_does_not_know_its_store_is_refused(tmp_path):
    path = tmp_path / "out"
    path.mkdir()
    (path / "store.json").write_text("{")
    with pytest.raises(UsageFault, match=r"store\.json is damaged"):
        OutFolder(path)


def test_people_of_a_known_result_can_change_without_a_run(tmp_path):
    with OutFolder(tmp_path / "out") as out:
        out.begin(CONDITIONS)
        before = hand_in(out.store, "anna")
        students = ("Anna Muster", "Bela Muster")
        out.note(replace(version("anna", (ANNA, BELA)), students=students))
        (after,) = out.store.gradings.latest()
        (newest,) = out.store.gradings.newest_versions()
    assert after.result == replace(before.result, students=students)
    assert (after.base, after.parts) == (before.base, before.parts)
    assert newest.people == (ANNA, BELA)
