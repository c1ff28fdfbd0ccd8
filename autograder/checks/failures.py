"""What it means when a student's process does not answer a question: verdicts, in words.

Nothing that the process itself says stands in a message: it has seen hidden inputs by then, and
could carry them to its authors. What it said is kept as evidence, for tutors.
"""

import builtins
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from autograder.checks.verdicts import Verdict
from autograder.i18n import Text, text
from autograder.records.model import Evidence, Outcome

MAX_MESSAGE_CHARACTERS = 500
MAX_ERROR_CHARACTERS = 100
_MISSING = ("ModuleNotFoundError", "FileNotFoundError")
_PUBLIC_ERRORS = frozenset(
    name
    for name, thing in vars(builtins).items()
    if isinstance(thing, type) and issubclass(thing, BaseException)
)


def words(hostile: Any) -> str:
    """What a reply says, if these are words at all."""
    return hostile[:MAX_MESSAGE_CHARACTERS] if isinstance(hostile, str) else ""


def failed(label: str, reply: Mapping[str, Any], inputs: Mapping[str, str]) -> Verdict:
    """The verdict on a reply in time that holds no value; ``label`` names what was asked."""
    kind, message = reply.get("k"), words(reply.get("message"))
    if kind == "memory":
        return DEATHS["memory"](label)
    if kind == "unsendable":
        return Verdict(
            Outcome.UNREADABLE,
            text("Der Rückgabewert von „{name}“ ist nicht lesbar.", name=label),
            Evidence(found=message),
        )
    if kind == "oversized":
        return Verdict(
            Outcome.UNREADABLE,
            text("Der Rückgabewert von „{name}“ ist zu groß, um gelesen zu werden.", name=label),
            Evidence(found=message),
        )
    # without its being late, an interrupt is one that the student's code has raised itself
    error = "KeyboardInterrupt" if kind == "interrupted" else words(reply.get("error"))
    public = error if error in _PUBLIC_ERRORS else "Exception"
    return Verdict(
        Outcome.ENVIRONMENT if error in _MISSING else Outcome.RAISED,
        text("„{name}“ bricht mit einem Fehler ab ({error}).", name=label, error=public),
        Evidence(inputs=inputs, found=f"{error[:MAX_ERROR_CHARACTERS]}: {message}"),
    )


def other_arguments(label: str, names: Sequence[str], reply: Mapping[str, Any]) -> Verdict:
    """The function can be called with the sheet's arguments neither by name nor by position."""
    return Verdict(
        Outcome.WRONG,
        text(
            "Die Argumente von „{name}“ passen nicht; erwartet wird ({expected}).",
            name=label,
            expected=", ".join(names),
        ),
        Evidence(found=words(reply.get("message"))),
    )


def out_of_time() -> Verdict:
    return Verdict(
        Outcome.TIME_LIMIT, text("Die Rechenzeit für diese Abgabe war vorher aufgebraucht.")
    )


def no_more_runs() -> Verdict:
    return Verdict(
        Outcome.OTHER_LIMIT,
        text("Das Notebook wurde nach mehreren Abbrüchen nicht noch einmal ausgeführt."),
    )


def _death(outcome: Outcome, sentence: Callable[[str], Text]) -> Callable[[str], Verdict]:
    return lambda label: Verdict(outcome, sentence(label))


DEATHS: Mapping[str, Callable[[str], Verdict]] = {
    "crash": _death(
        Outcome.CRASHED,
        lambda name: text("Der Aufruf von „{name}“ beendet den ganzen Python-Prozess.", name=name),
    ),
    "stopped": _death(
        Outcome.CRASHED,
        lambda name: text("Der Aufruf von „{name}“ hält den ganzen Python-Prozess an.", name=name),
    ),
    "nonsense": _death(
        Outcome.CRASHED,
        lambda name: text(
            "Nach dem Aufruf von „{name}“ antwortet das Notebook nicht mehr verständlich.",
            name=name,
        ),
    ),
    "time": _death(
        Outcome.TIME_LIMIT,
        lambda name: text("„{name}“ wird nicht rechtzeitig fertig.", name=name),
    ),
    "cpu": _death(
        Outcome.TIME_LIMIT,
        lambda name: text(
            "Bei „{name}“ war die Prozessorzeit des ganzen Notebooks verbraucht.", name=name
        ),
    ),
    "processes": _death(
        Outcome.OTHER_LIMIT,
        lambda name: text("„{name}“ startet zu viele Prozesse oder Threads.", name=name),
    ),
    "memory": _death(
        Outcome.MEMORY_LIMIT,
        lambda name: text("„{name}“ braucht zu viel Speicher.", name=name),
    ),
}
"""Why a process ended (``autograder.sandbox.run``) → the verdict on what was asked of it."""
