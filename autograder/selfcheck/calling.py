"""Calls a student's function as the hidden checks do, and says in words what became of it."""

from collections.abc import Mapping
from typing import Any

from autograder.errors import StudentFault
from autograder.i18n import Text, text
from autograder.inside.binding import CannotBind, bind
from autograder.selfcheck.plain import described

_MESSAGE_CHARACTERS = 200


class Failed(StudentFault):
    """A call that gave no value; ``message`` says why."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.de)
        self.message = message


def call(name: str, function: Any, arguments: Mapping[str, Any]) -> Any:
    """What ``function`` returns for these arguments; raises :class:`Failed`."""
    try:
        positional, keywords = bind(function, list(arguments), list(arguments.values()))
    except CannotBind as error:
        raise Failed(
            text(
                "„{name}“ soll die Argumente ({expected}) haben, gefunden: {found}.",
                name=name,
                expected=", ".join(arguments),
                found=error,
            )
        ) from error
    try:
        return function(*positional, **keywords)
    except (Exception, SystemExit) as error:
        raise Failed(
            text(
                "„{call}“ bricht ab mit {error}: {message}",
                call=shown(name, arguments),
                error=type(error).__name__,
                message=" ".join(str(error).split())[:_MESSAGE_CHARACTERS],
            )
        ) from error


def shown(name: str, arguments: Mapping[str, Any]) -> str:
    """The call in one line: ``aufgabe_2d(W: ndarray (3, 2), …)``; numbers as they are."""
    return f"{name}({', '.join(_argument(*one) for one in arguments.items())})"


def _argument(name: str, value: Any) -> str:
    if isinstance(value, bool | int | float | str):
        return f"{name}={value!r}"
    return name if callable(value) else f"{name}: {described(value)}"
