"""Who is forgotten leaves nothing behind; what was done together stays the others'."""

from dataclasses import replace
from pathlib import Path

import pytest
from store_sample import ANNA, BELA, CONDITIONS, decide, hand_in, mark, result, version

from autograder.desk import marking
from autograder.desk.privacy import forget, hand_over
from autograder.errors import UsageFault
from autograder.out.folder import OutFolder
from autograder.records.ledger import Grading, KeptFile, Kind
from autograder.store import Store, sqlite_url

ONLY_ANNAS, TOGETHER = KeptFile("a.ipynb", "aa" * 32), KeptFile("b.ipynb", "bb" * 32)


def test_everything_of_one_person_is_gone(store):
    hand_in(store, "anna", files=(ONLY_ANNAS, TOGETHER))
    hand_in(store, "bela", (BELA,), files=(TOGETHER,))
    mark(store, 1.0)
    decide(store, Kind.EXEMPT, person="anna", task="2a")
    marking.release(store, marking.By("T", "r"))
    erased = store.forget("anna", "Tutorin", "Antrag")
    assert erased.submissions == ("anna",)
    assert erased.files == {"aa" * 32}
    assert [one.id for one in store.people.all()] == ["bela"]
    assert [one.result.submission for one in store.gradings.latest()] == ["bela"]
    assert {one.person for one in store.decisions.released()} == {"bela"}
    kinds = [one.kind for one in store.decisions.all()]
    assert kinds == [Kind.RELEASE, Kind.FORGET]
    assert "anna" not in repr(store.decisions.all())


def test_what_was_handed_in_together_stays_without_the_name(store):
    students = ("Anna Muster", "Bela Muster")
    given = replace(result("paar"), students=students)
    hand_in(store, "paar", (ANNA, BELA), given=given, students=students)
    erased = store.forget("anna", "Tutorin", "Antrag")
    assert (erased.submissions, erased.files) == (("paar",), frozenset())
    (kept,) = store.gradings.versions("paar")
    assert (kept.people, kept.students) == ((BELA,), ("Bela Muster",))
    (found,) = store.gradings.latest()
    assert found.result.students == ("Bela Muster",)
    assert found.result.parts == given.parts


def test_an_older_version_of_theirs_alone_goes_too(store):
    hand_in(store, "paar", (ANNA,), content="c1", files=(ONLY_ANNAS,))
    hand_in(store, "paar", (ANNA, BELA), content="c2", files=(TOGETHER,))
    erased = store.forget("anna", "Tutorin", "Antrag")
    assert erased.files == {"aa" * 32}
    assert [one.number for one in store.gradings.versions("paar")] == [2]


def test_nobody_cannot_be_forgotten(store):
    hand_in(store)
    with pytest.raises(UsageFault, match="'nobody'"):
        store.forget("nobody", "T", "r")
    assert len(list(store.gradings.latest())) == 1


def test_no_byte_of_a_name_stays_in_the_files_of_sqlite(tmp_path):
    path = tmp_path / "store.sqlite"
    with Store(sqlite_url(path)) as store:
        store.begin(CONDITIONS)
        person = replace(ANNA, name="Xanthippe Unverkennbar")
        hand_in(store, "anna", (person,), students=("Xanthippe Unverkennbar",))
        hand_in(store, "bela", (BELA,))
        assert b"Xanthippe" in _bytes(tmp_path)
        store.forget("anna", "T", "r")
        assert b"Xanthippe" not in _bytes(tmp_path)
    assert b"Xanthippe" not in _bytes(tmp_path)


def test_only_the_own_pages_are_handed_over_and_deleted(tmp_path):
    with OutFolder(tmp_path / "out") as out:
        out.begin(CONDITIONS)
        for name, person in (("anna", ANNA), ("anna.b", BELA)):
            given = result(name)
            out.save(version(name, (person,)), Grading(given), b"{}")
        held = hand_over(out, ANNA, tmp_path / "auskunft")
        assert sorted(path.name for path in held) == [
            *("details-anna.html", "feedback-anna.html", "person.json", "rerun-anna.ipynb")
        ]
        with pytest.raises(UsageFault, match="cannot be written"):
            hand_over(out, ANNA, tmp_path / "auskunft")
        forget(out, ANNA, marking.By("T", "r"))
        left = {path.name for path in out.path.glob("*/*")}
        assert {"anna.b.html", "anna.b.ipynb"} <= left
        assert not left & {"anna.html", "anna.ipynb"}


def test_what_was_written_about_the_cohort_goes_with_the_person(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "moodle.csv").write_text("Anna Muster")
    with OutFolder(tmp_path / "out") as out:
        out.begin(CONDITIONS)
        for name, person in (("anna", ANNA), ("bela", BELA)):
            out.save(version(name, (person,)), Grading(result(name)))
        (out.path / "export" / "below").mkdir(parents=True)
        for place in ("export/moodle-probe.csv", "export/below/a.html", "categories.csv"):
            (out.path / place).write_text("Anna Muster")
        forget(out, ANNA, marking.By("T", "r"))
        named = [path for path in out.path.rglob("*") if path.is_file()]
        assert not [path for path in named if b"Anna" in path.read_bytes()]
        (out.path / "export").symlink_to(elsewhere)
        forget(out, BELA, marking.By("T", "r"))
        assert not (out.path / "export").exists()
    assert (elsewhere / "moodle.csv").is_file()


def _bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())
