"""Marks, comments and undo as a tutor gives them, over the real server."""

import pytest

from autograder.desk.marking import By, release
from autograder.out.folder import OutFolder
from autograder.records.ledger import Grading, Kind
from autograder.records.model import Outcome
from autograder.review.serve import office_of


def points(review, task="1b", number=0):
    review.desk.refresh()
    return review.answer(task, number).part.points


def automatic(review, outcome=Outcome.RIGHT):
    """An answer that the machine has decided."""
    return next(
        one
        for task in review.desk.tasks
        for one in review.desk.part(task.id)
        if one.machine.outcome is outcome
    )


def test_a_mark_is_kept_with_author_and_the_next_open_answer_comes(review):
    tutor, answer = review.tutor("Tutorin"), review.answer("1b", 0)
    page = tutor.mark(answer, "0.5", comment="Fast.")
    assert "0.5 P gespeichert" in page.text
    assert page.url.path.startswith("/answer/1b/")
    assert answer.code not in page.url.path
    mark, comment = review.decisions(Kind.MARK, Kind.COMMENT)
    assert (mark.author, mark.points, mark.was) == ("Tutorin", 0.5, "waiting")
    assert (comment.words, comment.task) == ("Fast.", "1b")
    assert points(review) == 0.5


def test_marks_by_hand_are_what_exports_see(review):
    review.tutor().mark(review.answer("1b", 0), "1")
    marks = {one.submission: one for one in review.desk.store.marks_in_force()}
    assert marks["probe-0000"].parts["1b"] == 1.0
    assert marks["probe-0001"].parts["1b"] is None


@pytest.mark.parametrize("typed", ["-1", "1.5", "nan", "inf", "1e9", "viel", "", "0x1"])
def test_points_outside_the_scale_are_refused_and_what_was_typed_stays(review, typed):
    tutor, answer = review.tutor(), review.answer("1b", 0)
    page = tutor.mark(answer, "other", other=typed, comment="Mein Kommentar")
    assert "sind keine Punkte" in page.text
    assert "Mein Kommentar" in page.text
    assert not review.decisions(Kind.MARK)


@pytest.mark.parametrize(("typed", "kept"), [("0,25", 0.25), (" 1 ", 1.0), ("0", 0.0)])
def test_other_points_are_read_as_people_type_them(review, typed, kept):
    review.tutor().mark(review.answer("1b", 0), "other", other=typed)
    assert points(review) == kept


def test_ticked_criteria_give_their_sum(review):
    review.tutor().mark(review.answer("1b", 0), "criteria", criterion=["0", "1", "99", "x"])
    assert points(review) == 1.0


def test_an_automatic_mark_is_only_overridden_with_a_reason(review):
    tutor, answer = review.tutor(), automatic(review)
    refused = tutor.mark(answer, "0")
    assert "nennen Sie einen Grund" in refused.text
    assert not review.decisions(Kind.MARK)
    tutor.mark(answer, "0", reason="abgeschrieben")
    (kept,) = review.decisions(Kind.MARK)
    assert kept.reason == "abgeschrieben"
    assert kept.was.startswith("right")
    page = tutor.get(f"/answer/{answer.task.id}/{answer.code}")
    assert "abgeschrieben" in page.text
    assert "vorher automatisch" in page.text


def test_the_automatic_mark_can_be_given_back(review):
    tutor, answer = review.tutor(), automatic(review)
    tutor.mark(answer, "0", reason="x")
    review.desk.refresh()
    again = review.desk.answer(answer.task.id, answer.code)
    tutor.mark(again, "back", reason="doch richtig")
    review.desk.refresh()
    now = review.desk.answer(answer.task.id, answer.code)
    assert now.part == answer.machine
    assert len(now.history) == 2


def test_two_tutors_on_one_answer_lose_nothing(review):
    one, two, answer = review.tutor("Eins"), review.tutor("Zwei"), review.answer("1b", 0)
    one.mark(answer, "1")
    page = two.mark(answer, "0", reason="anders", comment="Meine Worte")
    assert "Inzwischen hat Eins hier etwas entschieden (1 P)" in page.text
    assert "Meine Worte" in page.text
    assert [mark.author for mark in review.decisions(Kind.MARK)] == ["Eins"]
    review.desk.refresh()
    two.mark(review.answer("1b", 0), "0", reason="nach Absprache")
    assert points(review) == 0.0


def test_one_mark_goes_to_equal_answers_or_to_none(review):
    tutor, first, second = review.tutor(), review.answer("1b", 4), review.answer("1b", 5)
    page = tutor.get(f"/answer/1b/{first.code}")
    ticked = f'value="{second.code}:{second.version}" checked'
    assert ticked in page.text
    review.tutor("Andere").mark(second, "0")
    also = [f"{second.code}:{second.version}"]
    refused = tutor.mark(first, "1", also=also)
    assert "Inzwischen hat Andere" in refused.text
    assert points(review, number=4) is None
    second = review.answer("1b", 5)
    page = tutor.mark(first, "1", also=[f"{second.code}:{second.version}"], reason="gleich")
    assert "1 P für 2 Antworten" in page.text
    assert (points(review, number=4), points(review, number=5)) == (1.0, 1.0)


def test_undo_takes_back_a_whole_group_then_the_mark_before(review):
    tutor, first, second = review.tutor(), review.answer("1b", 4), review.answer("1b", 5)
    tutor.mark(review.answer("1e", 0), "1")
    tutor.mark(first, "1", also=[f"{second.code}:{second.version}"], comment="Gut")
    assert "Zurückgenommen: 1b" in tutor.post("/undo").text
    assert (points(review, number=4), points(review, number=5)) == (None, None)
    assert review.answer("1b", 4).comment == ""
    assert "Zurückgenommen: 1e" in tutor.post("/undo").text
    assert points(review, "1e") is None
    assert "nichts mehr zurückzunehmen" in tutor.post("/undo").text


def test_undo_never_takes_back_what_another_tutor_decided_since(review):
    one, answer = review.tutor("Eins"), review.answer("1b", 0)
    one.mark(answer, "1")
    review.desk.refresh()
    review.tutor("Zwei").mark(review.answer("1b", 0), "0.5", reason="zu viel")
    assert "Inzwischen hat Zwei" in one.post("/undo").text
    assert points(review) == 0.5


def test_after_a_restart_everything_is_there_and_can_be_undone(review, out):
    review.tutor("Tutorin").mark(review.answer("1b", 0), "1")
    with OutFolder.existing(out) as again:
        desk = office_of(again, lambda _: None).desk
        answer = desk.of_submission("probe-0000")["1b"]
        assert answer.part.points == 1.0
        assert answer.by_hand.author == "Tutorin"
    assert "Zurückgenommen: 1b" in review.tutor("Tutorin").post("/undo").text


def test_a_new_result_while_the_page_is_open_is_seen_and_wins_over_an_old_form(review):
    tutor, answer = review.tutor(), review.answer("1b", 0)
    store = review.desk.store
    (known,) = store.gradings.latest(["probe-0000"])
    (version,) = store.gradings.versions("probe-0000")
    store.gradings.save(version, Grading(known.result), known.run)
    page = tutor.mark(answer, "1")
    assert "inzwischen neu bewertet" in page.text
    assert points(review) is None
    tutor.mark(review.answer("1b", 0), "1")
    assert points(review) == 1.0


def test_comments_are_offered_again_and_saved_alone(review):
    tutor = review.tutor()
    page = tutor.mark(review.answer("1b", 0), "keep", comment="Begründung fehlt.")
    assert "Kommentar gespeichert" in page.text
    assert points(review) is None
    other = tutor.get(f"/answer/1b/{review.answer('1b', 1).code}")
    assert 'data-insert="Begründung fehlt."' in other.text


def test_the_name_of_an_answer_is_given_on_and_nonsense_is_not(review):
    tutor, answer = review.tutor("Tutorin"), automatic(review, Outcome.NOT_FOUND)
    address = f"/alias/{answer.task.id}/{answer.code}"
    for wrong in ("", "a b", "x = 1", "__import__('os')", "a;b", "a\nb", "a.b.c.d.e"):
        assert "einen Namen aus dem Notebook" in tutor.post(address, name=wrong).text
    assert review.regraded == []
    tutor.post(address, name="meine_funktion")
    assert review.regraded == [answer.submission]
    (kept,) = review.decisions(Kind.ALIAS)
    assert (kept.author, kept.task, kept.words) == ("Tutorin", answer.task.id, "meine_funktion")


def test_after_a_release_no_mark_sinks_unseen(review):
    tutor = review.tutor()
    tutor.mark(review.answer("1b", 0), "0.5")
    release(review.desk.store, By("Tutorin", "fertig"))
    review.desk.refresh()
    page = tutor.mark(review.answer("1b", 0), "0", reason="strenger")
    assert "Mitgeteilt wurden schon 0.5 P" in page.text
    assert points(review) == 0.5
    tutor.mark(review.answer("1b", 0), "1", reason="milder")
    assert points(review) == 1.0
