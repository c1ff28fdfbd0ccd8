from dataclasses import replace

import pytest
from render_sample import SHEET, submission

from autograder.records.model import Outcome, Status
from autograder.render import words
from autograder.render.standing import Mark, standing
from autograder.render.words import Tone


def mark(outcome: Outcome, points: float | None) -> Mark:
    whole = submission("x", {})
    part = replace(whole.parts[0], outcome=outcome, points=points)
    return standing(SHEET, replace(whole, parts=(part, *whole.parts[1:]))).marks[0]


@pytest.mark.parametrize(
    ("outcome", "points", "tone", "label"),
    [
        (Outcome.RIGHT, 2.0, Tone.RIGHT, "richtig"),
        (Outcome.CONSISTENT, 2.0, Tone.CONSISTENT, "folgerichtig"),
        (Outcome.WRONG, 0.0, Tone.WRONG, "falsch"),
        (Outcome.PARTLY, 1.0, Tone.PARTLY, "teilweise richtig"),
        (Outcome.WRONG, 1.0, Tone.PARTLY, "teilweise richtig"),
        (Outcome.NAN, 0.0, Tone.WRONG, "liefert NaN"),
        (Outcome.UNTOUCHED, 0.0, Tone.BLANK, "nicht bearbeitet"),
        (Outcome.NO_WORKING, None, Tone.LOOK, "Rechenweg fehlt"),
        (Outcome.WAITING, None, Tone.WAITING, "wartet auf Korrektur"),
        (Outcome.RIGHT, None, Tone.WAITING, "wartet auf Korrektur"),
        (Outcome.NOT_GRADED, None, Tone.OURS, "nicht bewertet (unser Fehler)"),
        (Outcome.WAITING, 2.0, Tone.RIGHT, "von Hand bewertet"),
        (Outcome.WAITING, 0.0, Tone.WRONG, "von Hand bewertet"),
        (Outcome.NOT_FOUND, 1.5, Tone.PARTLY, "von Hand bewertet"),
    ],
)
def test_word_and_colour_agree_with_the_points(outcome, points, tone, label):
    assert words.tone_of(mark(outcome, points)) is tone
    assert words.label_of(mark(outcome, points)).de == label


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_tone(outcome):
    assert words.tone_of_outcome(outcome) in Tone
    assert words.tone_of(mark(outcome, None)) in Tone


@pytest.mark.parametrize("status", Status)
def test_every_status_has_a_tone(status):
    assert words.tone_of_status(status) in Tone


def test_no_two_tones_share_a_symbol_or_a_word():
    assert len({tone.symbol for tone in Tone}) == len(Tone)
    assert len({tone.label.de for tone in Tone}) == len(Tone)


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        (1.5, "1,5", "1.5"),
        (2.0, "2", "2"),
        (0.3333333, "0,333", "0.333"),
        (0.1 + 0.2, "0,3", "0.3"),
        (-0.0, "0", "0"),
        (-0.00001, "0", "0"),
        (-1.5, "−1,5", "−1.5"),
        (100.0, "100", "100"),
    ],
)
def test_numbers_are_written_as_the_language_wants(value, german, english):
    assert words.number(value, "de") == german
    assert words.number(value, "en") == english


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0.0, "0 s"), (0.0121, "12 ms"), (0.0001, "1 ms"), (2.345, "2,3 s"), (10.02, "10 s")],
)
def test_durations_are_short(value, shown):
    assert words.seconds(value, "de") == shown
