"""How numbers and outcomes are put into words, symbols and tones.

A tone is the name of a colour in ``templates/style.css``; it never stands without its symbol.
"""

from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from autograder.i18n import Language, Text, text
from autograder.records.model import Family, Outcome, Status
from autograder.render.standing import Mark


class Tone(StrEnum):
    """The look of an outcome; one closed list, the order of the legend."""

    RIGHT = "right"
    CONSISTENT = "consistent"
    PARTLY = "partly"
    WRONG = "wrong"
    BLANK = "blank"
    LOOK = "look"
    WAITING = "waiting"
    OURS = "ours"

    @property
    def symbol(self) -> str:
        return _SYMBOLS[self]

    @property
    def label(self) -> Text:
        """The tone in a word, for legends and column heads."""
        return _labels()[self]


_SYMBOLS = {
    Tone.RIGHT: "✓",
    Tone.CONSISTENT: "↳",
    Tone.PARTLY: "◐",
    Tone.WRONG: "✗",
    Tone.BLANK: "–",
    Tone.LOOK: "?",
    Tone.WAITING: "…",
    Tone.OURS: "!",
}


def _labels() -> dict[Tone, Text]:
    return {
        Tone.RIGHT: text("richtig"),
        Tone.CONSISTENT: text("folgerichtig"),
        Tone.PARTLY: text("teilweise richtig"),
        Tone.WRONG: text("falsch"),
        Tone.BLANK: text("nicht bearbeitet"),
        Tone.LOOK: text("bitte ansehen"),
        Tone.WAITING: text("wartet auf Korrektur"),
        Tone.OURS: text("nicht bewertet (unser Fehler)"),
    }


_FAMILY_TONES = {
    Family.LOOK: Tone.LOOK,
    Family.WAITING: Tone.WAITING,
    Family.OURS: Tone.OURS,
}
_STATUS_TONES = {
    Status.DONE: Tone.RIGHT,
    Status.WAITING: Tone.WAITING,
    Status.LOOK: Tone.LOOK,
    Status.OTHER_SHEET: Tone.LOOK,
    Status.UNREADABLE: Tone.LOOK,
    Status.NOT_GRADED: Tone.OURS,
}
_VERDICT_TONES = {
    Outcome.RIGHT: Tone.RIGHT,
    Outcome.CONSISTENT: Tone.CONSISTENT,
    Outcome.PARTLY: Tone.PARTLY,
    Outcome.UNTOUCHED: Tone.BLANK,
}


def tone_of(mark: Mark) -> Tone:
    """The tone of a part: by its family while it is open, else by outcome and points."""
    if mark.points is None:
        return _FAMILY_TONES[mark.family]
    if 0 < mark.points < mark.task.points:
        return Tone.PARTLY
    by_points = mark.outcome in (Outcome.MARKED, Outcome.VOID)
    if mark.outcome.family is Family.VERDICT and not by_points:
        return _VERDICT_TONES.get(mark.outcome, Tone.WRONG)
    return Tone.RIGHT if mark.points else Tone.WRONG


def tone_of_outcome(outcome: Outcome) -> Tone:
    """The tone of a check's outcome."""
    if outcome.family is not Family.VERDICT:
        return _FAMILY_TONES[outcome.family]
    return _VERDICT_TONES.get(outcome, Tone.WRONG)


def tone_of_status(status: Status) -> Tone:
    return _STATUS_TONES[status]


def label_of(mark: Mark) -> Text:
    """The outcome word of a part, as far as its points agree with it."""
    if mark.points is None:
        verdict = mark.outcome.family is Family.VERDICT
        return Outcome.WAITING.label if verdict else mark.outcome.label
    if mark.outcome.family is not Family.VERDICT:
        return text("von Hand bewertet")
    exact = (Outcome.CONSISTENT, Outcome.MARKED, Outcome.VOID)
    if tone_of(mark) is Tone.PARTLY and mark.outcome not in exact:
        return Outcome.PARTLY.label
    return mark.outcome.label


def number(value: float, language: Language) -> str:
    """At most three decimals, none without need; German comma, English dot."""
    shown = f"{value:.3f}".rstrip("0").rstrip(".")
    shown = "0" if shown == "-0" else shown.replace("-", "−")
    return shown.replace(".", ",") if language == "de" else shown


_TIME_SOURCES = {
    "worksheet": "laut Bewertungstabelle",
    "archive": "laut Archiv des Lernsystems",
    "metadata": "laut Angaben des Lernsystems",
}


def time_source(source: str) -> Text:
    """Where a hand-in time is known from."""
    if source not in _TIME_SOURCES:
        return text("Herkunft unbekannt")
    return text(_TIME_SOURCES[source])


def moment(at: datetime, timezone: str, language: Language) -> str:
    """A time on the clock of the course."""
    local = at.astimezone(ZoneInfo(timezone))
    return f"{local:%d.%m.%Y, %H:%M}" if language == "de" else f"{local:%d %b %Y, %H:%M}"


def points(value: float | None, language: Language) -> str:
    """Points of a part; an open one has none."""
    return "–" if value is None else number(value, language)


def seconds(value: float, language: Language) -> str:
    """A duration in ms below one second, with one decimal below ten, and none above."""
    if 0 < value < 1:
        return f"{max(1, round(1000 * value))} ms"
    return number(round(value, 1) if value < 10 else round(value), language) + " s"
